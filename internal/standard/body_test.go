package standard_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"kijun/internal/guideline"
	"kijun/internal/standard"
)

type folderMaker interface {
	Helper()
	Fatal(args ...any)
	TempDir() string
}

// write puts a folder on disk; the documents are called 00.md, 01.md and so on.
func write(t folderMaker, f folder) string {
	t.Helper()
	dir := t.TempDir()
	put := func(name, text string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for i, d := range f.documents {
		put(fmt.Sprintf("%02d.md", i), d)
	}
	if f.allocation != "" {
		put("allocation.yaml", f.allocation)
	}
	return dir
}

func body(t folderMaker, f folder) *standard.Body {
	t.Helper()
	return standard.Read([]string{write(t, f)}, guideline.Builtin())
}

// TestProblems shows every rule of the format, with the place that it names.
func TestProblems(t *testing.T) {
	front := func(more string) string {
		return "---\nid: a\ntitle: A\ntier: recommended\nlevels: {遵守: must}\n" + more + "---\n"
	}
	tests := []struct {
		name, text, want string
	}{
		{"broken YAML", "---\nid: [a\ntitle: A\n---\n", "3:6 broken-yaml"},
		{"front matter not closed", "---\nid: a\n", "1:1 no-front-matter"},
		{"not a mapping", "---\n- a\n---\n", "2:1 broken-yaml"},
		{"an alias", "---\nid: &x a\ntitle: *x\ntier: recommended\n---\n", "2:5 broken-yaml"},
		{"not UTF-8", "---\nid: a\ntitle: 水\xff\n---\n", "3:9 not-utf8"},
		{"unknown key", front("sectorz: [water]\n"), "6:1 unknown-key"},
		{"key twice", front("id: b\n"), "6:1 duplicate-key"},
		{"missing keys", "---\nsectors: [water]\n---\n", "2:1 missing-key, 2:1 missing-key, 2:1 missing-key"},
		{"wrong shape", front("sectors: {a: b}\n"), "6:10 wrong-shape"},
		{"unknown word", front("publication: secret\n"), "6:14 unknown-word"},
		{"bad id", "---\nid: a b\ntitle: A\ntier: industry\n---\n", "2:5 bad-id"},
		{"bad date", front("effective: 2026-02-30\n"), "6:12 bad-date"},
		{"contradicting dates", front("effective: 2026-04-01\nnext_review: 2025-04-01\n"), "7:14 contradicting-dates"},
		{"unknown sector", front("sectors: [水道]\n"), "6:11 unknown-sector"},
		{"unknown guideline", front("guideline: shishin-9\n"), "6:12 unknown-guideline"},
		{"unknown item", front("") + "## 目的 {#c1 covers=\"p31\"}\n", "7:12 unknown-item"},
		{"unknown item decided", front("decisions:\n- {item: p9.9, decision: considering}\n"), "7:10 unknown-item"},
		{"into nowhere", front("decisions:\n- {item: p1.1, decision: folded, into: p9.9}\n"), "7:40 into-nowhere"},
		{"into missing", front("decisions:\n- {item: p1.1, decision: folded}\n"), "7:3 into-missing"},
		{"into itself", front("decisions:\n- {item: p1.1, decision: folded, into: p1.1}\n"), "7:40 into-itself"},
		{"into without folded", front("decisions:\n- {item: p1.1, decision: considering, into: p1.2}\n"), "7:45 into-without-folded"},
		{"decided twice", front("decisions:\n- {item: p1.1, decision: considering}\n- {item: p1.1, decision: considering}\n"), "8:3 decided-twice"},
		{"left out silently", front("decisions:\n- {item: p1.1, decision: left-out}\n"), "7:3 left-out-without-reason"},
		{"decided but not written", front("decisions:\n- {item: p1.1, decision: covered}\n"), "7:3 decision-without-clause"},
		{"unknown level", front("") + "## 目的 {#c1 level=\"必須\"}\n", "7:12 unknown-level"},
		{"duplicate clause", front("") + "## 目的 {#c1 covers=\"s1\"}\n## 範囲 {#c1 covers=\"s2\"}\n", "8:9 duplicate-clause"},
		{"broken attributes", front("") + "## 目的 {#c1 covers=\"s1\"\n", "7:23 broken-attributes"},
		{"no space after #", front("") + "##目的 {#c1 covers=\"s1\"}\n", "7:1 not-a-heading"},
		{"a clause in a list", front("") + "- ## 目的 {#c1 covers=\"s1\"}\n", "7:1 not-a-heading"},
		{"a clause in code is code", front("") + "```\n## 目的 {#c1 covers=\"zz\"}\n```\n", ""},
		{"unknown attribute", front("") + "## 目的 {#c1 cover=\"s1\"}\n", "7:12 unknown-attribute"},
		{"repeated attribute", front("") + "## 目的 {#c1 covers=\"s1\" covers=\"s2\"}\n", "7:24 repeated-attribute"},
		{"bad coverage", front("") + "## 目的 {#c1 covers=\"s1:half\"}\n", "7:12 bad-coverage"},
		{"covered twice", front("") + "## 目的 {#c1 covers=\"s1 s1:partly\"}\n", "7:12 covered-twice"},
		{"follow-up item", front("") + "## 目的 {#c1 covers=\"u2.1\"}\n", "7:12 follow-up-item"},
		{"unknown phase", front("") + "## 目的 {#c1 covers=\"s1\" phase=\"before\"}\n", "7:24 unknown-word"},
		{"withheld silently", front("") + "## 目的 {#c1 withheld=\"\"}\n", "7:12 withheld-without-reason"},
		{"unreadable degree", front("") + "## 目的 {#c1 covers=\"s1\" degree=\"a < 1y\"}\n", "7:24 unreadable-degree"},
		{"no clause", front("") + "## 目的 {#c1 phase=\"prevent\"}\n", "7:12 attribute-without-effect"},
		{"implements outside in-house", front("") + "## 目的 {#c1 implements=\"a#c1\"}\n", "7:12 implements-outside-in-house"},
		{"a column is counted in code points, with CR LF and a byte order mark", "\ufeff" + strings.ReplaceAll(front("")+"## 𠮷野家 {#c1 covers=\"zz\"}\n", "\n", "\r\n"), "7:13 unknown-item"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, p := range body(t, folder{documents: []string{tt.text}}).Problems {
				got = append(got, fmt.Sprintf("%d:%d %s", p.Line, p.Column, p.Rule.ID))
				if p.Message.JA == "" || p.Message.EN == "" || strings.Contains(p.Message.JA+p.Message.EN, "%!") {
					t.Errorf("message %q / %q", p.Message.JA, p.Message.EN)
				}
			}
			if s := strings.Join(got, ", "); s != tt.want {
				t.Errorf("got %q, want %q", s, tt.want)
			}
		})
	}
}

func TestProblemsBetweenFiles(t *testing.T) {
	upper := doc("up", "mandatory", "", `## あ {#c1 level="遵守" degree="復旧 <= 24h"}`)
	rules := strings.Replace(doc("own", "in-house", "",
		`## 弱い {#r1 level="推奨" degree="復旧 <= 2d" implements="up#c1"}`,
		`## ない {#r2 level="遵守" implements="up#c9 upp#c1"}`), "", "", 1)
	b := body(t, folder{documents: []string{upper, rules, upper},
		allocation: "sector: water\nitems: {p1.1: industry, zz: industry}\n"})
	var got []string
	for _, p := range b.Problems {
		got = append(got, fmt.Sprintf("%s:%d %s %s", filepath.Base(p.Path), p.Line, p.Rule.ID, p.Message.EN))
	}
	want := []string{
		`01.md:12 weaker-degree weaker than up#c1 (復旧 <= 24h there, 復旧 <= 2d here)`,
		`01.md:12 weaker-level a weaker word than up#c1 (遵守 there, 推奨 here)`,
		`01.md:14 implements-nowhere implements "up#c9": no such clause in the documents given (did you mean up#c1?)`,
		`01.md:14 implements-nowhere implements "upp#c1": no such clause in the documents given (did you mean up#c1?)`,
		`02.md:2 duplicate-document document up is also in ` + b.Documents[0].Path,
		`allocation.yaml:2 unknown-item item "zz" is not in guideline shishin-3`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestPathsThatHoldNothing(t *testing.T) {
	dir := t.TempDir()
	for path, want := range map[string]string{dir: "no-document", filepath.Join(dir, "none"): "unreadable"} {
		b := standard.Read([]string{path}, guideline.Builtin())
		if len(b.Problems) != 1 || b.Problems[0].Rule.ID != want {
			t.Errorf("%s: %v, want %s", path, b.Problems, want)
		}
	}
	big := filepath.Join(dir, "big.md")
	if err := os.WriteFile(big, make([]byte, standard.MaxSize+1), 0o600); err != nil {
		t.Fatal(err)
	}
	if b := standard.Read([]string{dir}, guideline.Builtin()); len(b.Problems) != 1 || b.Problems[0].Rule.ID != "too-large" {
		t.Errorf("a file over the limit: %v", b.Problems)
	}
}

func TestAFileGivenTwiceIsReadOnce(t *testing.T) {
	dir := write(t, folder{documents: []string{doc("a", "recommended", "")}})
	b := standard.Read([]string{dir, filepath.Join(dir, "00.md"), dir + "/"}, guideline.Builtin())
	if len(b.Documents) != 1 || len(b.Problems) > 0 {
		t.Errorf("%d documents, problems %v", len(b.Documents), b.Problems)
	}
}

// drawDocument makes a random document over few items, so that they meet.
func drawDocument(t *rapid.T, id string) string {
	item := rapid.SampledFrom([]string{"p1.1", "p1.3", "p2.1", "p3.1", "f1.1", "s1"})
	var decisions, headings []string
	for _, it := range rapid.SliceOfNDistinct(item, 0, 3, rapid.ID[string]).Draw(t, "decided") {
		decisions = append(decisions, rapid.SampledFrom([]string{
			"{item: %s, decision: left-out}", "{item: %s, decision: left-out, reason: r}", "{item: %s, decision: considering}",
			"{item: %s, decision: folded, into: p2.1}", "{item: %s, decision: folded, into: p3.1}",
		}).Draw(t, "decision"))
		decisions[len(decisions)-1] = fmt.Sprintf(decisions[len(decisions)-1], it)
	}
	for i := range rapid.IntRange(0, 3).Draw(t, "clauses") {
		headings = append(headings, fmt.Sprintf("## 規定 {#c%d covers=\"%s%s\"}", i, item.Draw(t, "covered"), rapid.SampledFrom([]string{"", ":partly"}).Draw(t, "how")))
	}
	return doc(id, rapid.SampledFrom([]string{"mandatory", "recommended", "industry"}).Draw(t, "tier"), strings.Join(decisions, ", "), headings...)
}

func drawFolder(t *rapid.T) folder {
	f := folder{}
	for i := range rapid.IntRange(1, 4).Draw(t, "documents") {
		f.documents = append(f.documents, drawDocument(t, fmt.Sprintf("d%d", i)))
	}
	if rapid.Bool().Draw(t, "allocated") {
		f.allocation = "sector: water\nitems: {p2.1: in-house, f1.1: {left-out: {ja: r}}, p3.1: {document: elsewhere}}\n"
	}
	return f
}

func states(b *standard.Body) map[string]standard.ItemReport {
	items := map[string]standard.ItemReport{}
	for _, it := range b.Check(standard.Question{Sector: "water", On: "2026-11-24", Strict: true}, guideline.Builtin()).Items {
		items[it.ID] = it
	}
	return items
}

func TestOrderOfFilesChangesNothing(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		f := drawFolder(r)
		g := f
		g.documents = slices.Clone(f.documents)
		slices.Reverse(g.documents)
		before, after := states(body(dirs{r, t}, f)), states(body(dirs{r, t}, g))
		for id, it := range before {
			if after[id].State != it.State || after[id].Open != it.Open {
				r.Fatalf("%s is %s in one order and %s in another", id, it.State, after[id].State)
			}
		}
	})
}

func TestOneMoreFullClauseNeverOpensAnItem(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		f := drawFolder(r)
		before := states(body(dirs{r, t}, f))
		item := rapid.SampledFrom([]string{"p1.1", "p2.1", "p3.1", "f1.1", "s1"}).Draw(r, "item")
		f.documents = append(f.documents, doc("more", "industry", "", `## 追加 {#c1 covers="`+item+`"}`))
		after := states(body(dirs{r, t}, f))
		for id, it := range before {
			if after[id].Open && !it.Open {
				r.Fatalf("a full clause for %s opens %s: %s, then %s", item, id, it.State, after[id].State)
			}
		}
	})
}

// dirs lets a property fail as rapid wants it and take its folders from the test.
type dirs struct {
	*rapid.T
	test *testing.T
}

func (d dirs) TempDir() string { return d.test.TempDir() }
