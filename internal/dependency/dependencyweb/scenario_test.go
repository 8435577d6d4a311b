package dependencyweb_test

import (
	"context"
	"io"
	"regexp"
	"strings"
	"testing"

	"kijun/cascade"
	"kijun/internal/dependency"
	"kijun/internal/dependency/dependencyweb"
	"kijun/internal/lang"
)

const examples = "../../../examples/cascade/"

func read(t *testing.T, path string) *dependency.Model {
	t.Helper()
	m, ps := dependency.ReadFile(path, nil)
	if m == nil {
		t.Fatalf("%+v", ps)
	}
	return m
}

func parse(t *testing.T, text string) *dependency.Model {
	t.Helper()
	m, ps := dependency.Parse("model", []byte(text))
	if m == nil {
		t.Fatalf("%+v", ps)
	}
	return m
}

func report(t *testing.T, m *dependency.Model, l lang.Lang, runs int) string {
	t.Helper()
	r, err := dependency.Assess(context.Background(), m, cascade.Plan{Runs: runs, Seed: 1})
	if err != nil {
		t.Fatal(err)
	}
	return render(t, func(w io.Writer) error { return dependencyweb.Scenario(w, r, l) })
}

func render(t *testing.T, write func(io.Writer) error) string {
	t.Helper()
	var b strings.Builder
	if err := write(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// A report loads and runs nothing, has no styles of its own, and every link on it has an end.
func TestReportStandsAlone(t *testing.T) {
	for _, l := range []lang.Lang{lang.JA, lang.EN} {
		for name, runs := range map[string]int{"city.yaml": 0, "city-uncertain.yaml": 200} {
			html := report(t, read(t, examples+name), l, runs)
			if found := regexp.MustCompile(`(?i)<script|https?://| style=|%!|@import`).FindString(html); found != "" {
				t.Errorf("%s: the page has %q", name, found)
			}
			ids := map[string]bool{}
			for _, m := range regexp.MustCompile(` id="([^"]+)"`).FindAllStringSubmatch(html, -1) {
				if ids[m[1]] {
					t.Errorf("%s: id %s stands twice", name, m[1])
				}
				ids[m[1]] = true
			}
			links := regexp.MustCompile(`(?:href="#|url\(#)([^")]+)`).FindAllStringSubmatch(html, -1)
			if len(links) < 20 {
				t.Errorf("%s: %d links", name, len(links))
			}
			for _, m := range links {
				if !ids[m[1]] {
					t.Errorf("%s: #%s leads nowhere", name, m[1])
				}
			}
		}
	}
}

func TestReportSaysWhatHappens(t *testing.T) {
	html := report(t, read(t, examples+"city.yaml"), lang.EN, 0)
	for _, want := range []string{
		"4 verification levels are breached, first that of 携帯基地局 (mobile) (10 h).", "All are back at 71 h.", "551,500 users",
		"Up to 24 h, by root cause", "携帯基地局: RTO 6 h", "One more hour of buffer",
	} {
		if !strings.Contains(html, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	if strings.Contains(html, "Up to 14 d, by root cause") {
		t.Error("a table that says nothing new is repeated")
	}
}

// The black start of case 8C: P waits for T and T for P.
func TestReportNamesDeadlocks(t *testing.T) {
	html := report(t, parse(t, `
horizon: 10d
nodes: [{id: P, users: 5, name: "<b>電力</b>"}, {id: T, users: 7, restart: 2h}]
groups: [{owner: T, providers: [P], buffer: 72h}, {owner: P, providers: [T], buffer: inf}]
hazards: [{node: P, repair: 96h}]`), lang.JA, 0)
	for _, want := range []string{"互いに復旧を待ち合っています: &lt;b&gt;電力&lt;/b&gt; (P)、T", "解消する最小の手当て", "復旧せず"} {
		if !strings.Contains(html, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
}

// Nothing to show is no failure.
func TestReportOfCalm(t *testing.T) {
	for _, text := range []string{"horizon: 3d\nnodes: []", "horizon: 3d\nnodes: [{id: a}]\nhazards: [{node: a, at: 5d}]", "horizon: 3d\nnodes: [{id: a}]\nhazards: [{node: a, repair: 0}]"} {
		html := report(t, parse(t, text), lang.EN, 3)
		if !strings.Contains(html, "Nothing goes down within the horizon.") {
			t.Errorf("%s: %s", text, html)
		}
	}
}

func TestOtherReports(t *testing.T) {
	m := read(t, examples+"city.yaml")
	points, err := cascade.SinglePoints(context.Background(), m.System)
	if err != nil {
		t.Fatal(err)
	}
	sweep, err := cascade.Sweep(context.Background(), m.System, 0, []cascade.Minutes{0, 48 * 60, cascade.Inf}, cascade.Plan{})
	if err != nil {
		t.Fatal(err)
	}
	table, ps := dependency.ReadTable("-", strings.NewReader("s,a,b\na,0,.8\nb,.2,0\n"))
	if table == nil {
		t.Fatalf("%+v", ps)
	}
	q, err := table.Inoperability(dependency.Loss{Outside: []float64{0, .6}, Steps: 12, Speed: []float64{.2, .2}, Start: []float64{0, 0}})
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range []lang.Lang{lang.JA, lang.EN} {
		for want, write := range map[string]func(io.Writer) error{
			"通信局舎": func(w io.Writer) error { return dependencyweb.SinglePoints(w, m, points, l) },
			"携帯基地局: RTO": func(w io.Writer) error {
				return dependencyweb.RTO(w, m, cascade.CheckDeclared(m.System), cascade.CheckClosed(m.System), l)
			},
			"grid-north": func(w io.Writer) error {
				return dependencyweb.Sweep(w, &dependency.Sweep{Model: m, Group: 0, Points: sweep}, l)
			},
			"0.7143": func(w io.Writer) error { return dependencyweb.Inoperability(w, q, l) },
		} {
			if html := render(t, write); !strings.Contains(html, want) || strings.Contains(html, " style=") || strings.Contains(html, "%!") {
				t.Errorf("the page lacks %s, or has styles: %s", want, html)
			}
		}
	}
}
