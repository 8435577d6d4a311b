package measure_test

import (
	"bytes"
	"io/fs"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kijun/examples"
	"kijun/internal/access"
	"kijun/internal/db"
	"kijun/internal/db/dbtest"
	"kijun/internal/fault"
	"kijun/internal/guideline"
	"kijun/internal/measure"
	"kijun/internal/measure/measuretest"
	"kijun/internal/standard"
)

func inWorld(t *testing.T, test func(*testing.T, *measuretest.World)) {
	t.Helper()
	dbtest.Run(t, db.Migrations(), func(t *testing.T, d *db.DB) { test(t, measuretest.New(t, d, rand.NewChaCha8([32]byte{9}))) })
}

func sheetOf(t *testing.T, w *measuretest.World, a access.Actor, v measure.View) *measure.Sheet {
	t.Helper()
	s, err := w.Measures.Sheet(t.Context(), a, v)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestTheDatabaseAnswersAsTheFolderDoes: the sheet of the operator itself is the one of the same files.
func TestTheDatabaseAnswersAsTheFolderDoes(t *testing.T) {
	c := guideline.Builtin()
	folder := measure.New(standard.Read([]string{"../../examples/water"}, c), standard.Question{Sector: "water", Operator: "mihon-water", On: "2026-11-24"}, c)
	inWorld(t, func(t *testing.T, w *measuretest.World) {
		s := sheetOf(t, w, w.As(t, "mihon-water", access.Staff), measure.View{Sector: "water"})
		for i, it := range folder.Items {
			if diff := cmp.Diff(story(it), story(s.Items[i])); diff != "" {
				t.Errorf("%s (-folder +database):\n%s", it.ID, diff)
			}
		}
		if s.Operator != "mihon-water" || s.On != "2026-11-24" || !slices.Equal(s.Sectors, []string{"gas", "water"}) {
			t.Errorf("operator %s, on %s, sectors %v", s.Operator, s.On, s.Sectors)
		}
		if len(s.Audiences) == 0 || s.Speaking() == 0 || len(s.Open()) == 0 {
			t.Errorf("%d roles, %d clauses, %d open", len(s.Audiences), s.Speaking(), len(s.Open()))
		}
	})
}

func TestWhoSeesWhoseSheet(t *testing.T) {
	inWorld(t, func(t *testing.T, w *measuretest.World) {
		for _, tt := range []struct {
			org  string
			v    measure.View
			want fault.Kind
		}{
			{"other-water", measure.View{Operator: "mihon-water"}, fault.NotFound},
			{"mlit", measure.View{Operator: "mihon-water"}, fault.NotFound},
			{"mihon-water-association", measure.View{Operator: "mihon-water"}, fault.NotFound},
			{"onlooker", measure.View{Operator: "mihon-water"}, fault.NotFound},
			{"onlooker", measure.View{}, fault.NotFound},
			{"mihon-keiso", measure.View{Operator: "other-water"}, fault.NotFound},
			{"mihon-water", measure.View{Sector: "electricity"}, fault.Invalid},
			{"mihon-water", measure.View{Operator: "nobody"}, fault.NotFound},
		} {
			_, err := w.Measures.Sheet(t.Context(), w.As(t, tt.org, access.Manager), tt.v)
			if !fault.Is(err, tt.want) {
				t.Errorf("%s, %+v: %v", tt.org, tt.v, err)
			}
		}
		if _, err := w.Measures.Sheet(t.Context(), access.Actor{Day: "2026-11-24"}, measure.View{Operator: "mihon-water"}); !fault.Is(err, fault.Unauthenticated) {
			t.Errorf("anybody: %v", err)
		}
	})
}

// refs are the clauses of in-house rules on a sheet, wherever they stand in it.
func refs(s *measure.Sheet) (rules []string, text string) {
	var all strings.Builder
	seen := map[string]bool{}
	note := func(c *standard.Clause) {
		if c.Document.Tier == standard.InHouse && !seen[c.ID] {
			seen[c.ID] = true
			rules = append(rules, c.ID)
			all.WriteString(c.Heading + c.Text + c.Degree.String() + c.Document.Preamble)
		}
	}
	for _, d := range s.Documents {
		for _, c := range d.Clauses() {
			note(c)
		}
		all.WriteString(d.Preamble)
		for _, sec := range d.Sections {
			all.WriteString(sec.Text)
		}
		for _, dec := range d.Decisions {
			all.WriteString(dec.Reason.JA)
		}
	}
	for _, it := range append(slices.Clone(s.Items), s.Beyond) {
		for _, t := range standard.Tiers {
			for _, e := range it.Tiers[t] {
				note(e.Clause)
				for _, by := range e.By {
					note(by.Clause)
				}
			}
		}
		for _, l := range it.Ladders {
			for _, r := range l.Rungs {
				note(r.Clause)
			}
		}
	}
	slices.Sort(rules)
	return rules, all.String()
}

// TestAContractorSeesWhatConcernsIt: and of the rest of its client's rules not a word. r23 is about
// contractors, r5 carries out what the association asks of their workers; r19 and the withheld r18 are
// nothing to it.
func TestAContractorSeesWhatConcernsIt(t *testing.T) {
	inWorld(t, func(t *testing.T, w *measuretest.World) {
		for _, v := range []measure.View{{Sector: "water"}, {Sector: "water", Operator: "mihon-water", Contractor: false}, {Sector: "water", Audience: "契約担当"}} {
			s := sheetOf(t, w, w.As(t, "mihon-keiso", access.Staff), v)
			rules, text := refs(s)
			if !slices.Equal(rules, []string{"r23", "r5"}) {
				t.Errorf("%+v: it sees %v of the rules", v, rules)
			}
			for _, secret := range []string{"残留塩素を手分析", "この文書は見本として", "復旧の目標とする時間"} {
				if strings.Contains(text, secret) {
					t.Errorf("it reads %q", secret)
				}
			}
			if !s.View.Contractor {
				t.Error("the view is not a contractor's")
			}
		}
		s := sheetOf(t, w, w.As(t, "mihon-keiso", access.Staff), measure.View{Sector: "water"})
		if it := find(s, "f3.1"); it.Binding == "" || len(it.Open) != 0 || it.CarriedOut != measure.Yes {
			t.Errorf("f3.1: %s", story(it))
		}
		if it := find(s, "p2.1"); it.Binding != "" {
			t.Errorf("p2.1 is nothing to a contractor: %s", story(it))
		}
		for _, out := range s.LeftOut {
			if strings.Contains(out.ID, "rules") {
				t.Errorf("it is told of %s", out.ID)
			}
		}
	})
}

// TestTheOperatorSeesWhatItShowsContractors: the same rules, on its own sheet.
func TestTheOperatorSeesWhatItShowsContractors(t *testing.T) {
	inWorld(t, func(t *testing.T, w *measuretest.World) {
		theirs, _ := refs(sheetOf(t, w, w.As(t, "mihon-keiso", access.Staff), measure.View{Sector: "water"}))
		ours, _ := refs(sheetOf(t, w, w.As(t, "mihon-water", access.Staff), measure.View{Sector: "water", Contractor: true}))
		if !slices.Equal(theirs, ours) {
			t.Errorf("theirs %v, ours %v", theirs, ours)
		}
	})
}

// TestAnAuditorSeesAllButWhatIsWithheld: the audit firm is engaged to look at everything.
func TestAnAuditorSeesAllButWhatIsWithheld(t *testing.T) {
	inWorld(t, func(t *testing.T, w *measuretest.World) {
		s := sheetOf(t, w, w.As(t, "mihon-kansa", access.Staff), measure.View{Sector: "water"})
		rules, text := refs(s)
		if len(rules) != 24 || !strings.Contains(text, "残留塩素を手分析") {
			t.Errorf("it sees %v", rules)
		}
		if strings.Contains(text, "この条の本文は公開しない") {
			t.Error("it reads the text of a withheld clause")
		}
	})
}

// TestARoleSeesItsOwn: what addresses it, what that carries out, and who carries it out.
func TestARoleSeesItsOwn(t *testing.T) {
	law := doc("law", "mandatory", `## あ {#a covers="p3.1" audience="経営層、企画担当" level="遵守"}

## い {#b covers="p3.1" level="遵守"}

## う {#c covers="p3.2" level="遵守"}`)
	own := doc("other-water", "in-house", `## え {#r covers="p4.1" implements="law#a"}

## お {#q implements="law#b" audience="ｷｶｸ担当"}

## か {#p implements="law#c" audience="監査部"}`)
	inWorld(t, func(t *testing.T, w *measuretest.World) {
		w.Enact(t, "mlit", standard.Upload{Name: "law.md", Data: []byte(law)})
		w.Enact(t, "other-water", standard.Upload{Name: "own.md", Data: []byte(own)})
		for role, want := range map[string]string{
			"経営層":   "p3.1 law#a<-other-water#r other-water#r | p4.1 other-water#r",
			"企画担当":  "p3.1 law#a<-other-water#r other-water#r | p4.1 other-water#r",
			"キカク担当": "p3.1 law#b<-other-water#q other-water#q",
			"監査部":   "p3.2 law#c<-other-water#p other-water#p",
			"だれか":   "",
		} {
			s := sheetOf(t, w, w.As(t, "other-water", access.Staff), measure.View{Sector: "water", Audience: role})
			var got []string
			for _, it := range s.Items {
				if _, line, _ := strings.Cut(story(it), ":"); line != "" && (strings.Contains(line, "law#") || strings.Contains(line, "other-water#")) {
					got = append(got, it.ID+onlyOurs(line))
				}
			}
			if g := strings.Join(got, " | "); g != want {
				t.Errorf("%s: got %q, want %q", role, g, want)
			}
		}
	})
}

// onlyOurs leaves out the clauses of the sample standards.
func onlyOurs(line string) string {
	var out []string
	for _, f := range strings.Fields(line) {
		if strings.HasPrefix(f, "law#") || strings.HasPrefix(f, "other-water#") {
			out = append(out, f)
		}
	}
	return " " + strings.Join(out, " ")
}

func TestWhatChangedSinceLastTime(t *testing.T) {
	inWorld(t, func(t *testing.T, w *measuretest.World) {
		staff, other := w.As(t, "mihon-water", access.Staff), w.As(t, "mihon-water", access.Manager)
		changes := func(a access.Actor) (*measure.Sheet, *measure.Changes) {
			t.Helper()
			s := sheetOf(t, w, a, measure.View{Sector: "water"})
			c, err := w.Measures.Changes(t.Context(), a, s)
			if err != nil {
				t.Fatal(err)
			}
			return s, c
		}
		s, c := changes(staff)
		if !c.Since.IsZero() || !c.None() {
			t.Errorf("before the first look: %+v", c)
		}
		if err := w.Measures.Mark(t.Context(), staff, s); err != nil {
			t.Fatal(err)
		}
		if _, c = changes(staff); c.Since.IsZero() || !c.None() {
			t.Errorf("just after it: %+v", c)
		}
		data, err := fs.ReadFile(examples.Water, "water/water-association.md")
		if err != nil {
			t.Fatal(err)
		}
		for _, edit := range [][2]string{{"\nedition: \"2\"\n", "\nedition: \"3\"\n"}, {"{#m1 ", "{#m1x "}} {
			if data = bytes.Replace(data, []byte(edit[0]), []byte(edit[1]), 1); !bytes.Contains(data, []byte(edit[1])) {
				t.Fatalf("the sample has no %q", edit[0])
			}
		}
		data = append(data, []byte("\n## 追加 {#m99 covers=\"p4.1\" level=\"標準\"}\n\n新しい規定。\n")...)
		w.Enact(t, "mihon-water-association", standard.Upload{Name: "water-association.md", Data: data})
		s, c = changes(staff)
		if c.Count(measure.Added) != 2 || len(c.Gone) != 1 || c.Gone[0].Ref != "water-association#m1" || c.Gone[0].Heading == "" {
			t.Errorf("%d new, %d changed, gone %v", c.Count(measure.Added), c.Count(measure.Changed), c.Gone)
		}
		if got := s.Pick(measure.Filter{Changed: true}, c); len(got) == 0 || len(got) == len(s.Items) {
			t.Errorf("%d items with something new", len(got))
		}
		if _, c = changes(other); !c.Since.IsZero() {
			t.Error("somebody else's look counts")
		}
		if err := w.Measures.Mark(t.Context(), staff, s); err != nil {
			t.Fatal(err)
		}
		if _, c = changes(staff); !c.None() {
			t.Errorf("after the second look: %+v", c)
		}
	})
}

func TestNobodyMarksAnothersSheet(t *testing.T) {
	inWorld(t, func(t *testing.T, w *measuretest.World) {
		s := sheetOf(t, w, w.As(t, "mihon-water", access.Staff), measure.View{Sector: "water"})
		if err := w.Measures.Mark(t.Context(), w.As(t, "other-water", access.Officer), s); !fault.Is(err, fault.NotFound) {
			t.Errorf("marked: %v", err)
		}
		if _, err := w.Measures.Changes(t.Context(), w.As(t, "other-water", access.Officer), s); !fault.Is(err, fault.NotFound) {
			t.Errorf("compared: %v", err)
		}
	})
}
