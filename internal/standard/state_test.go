package standard_test

import (
	"fmt"
	"strings"
	"testing"

	"kijun/internal/guideline"
	"kijun/internal/standard"
)

// folder is a body of standards built from texts, as a test reads best.
type folder struct {
	documents  []string
	allocation string
}

func doc(id, tier, decisions string, headings ...string) string {
	operator := ""
	if tier == "in-house" {
		operator = "operator: op\n"
	}
	return fmt.Sprintf("---\nid: %s\ntitle: %s\ntier: %s\nsectors: [water]\n%seffective: 2026-04-01\nlevels: {遵守: must, 推奨: should}\ndecisions: [%s]\n---\n\n%s\n",
		id, id, tier, operator, decisions, strings.Join(headings, "\n\n"))
}

func check(t *testing.T, f folder, q standard.Question) map[string]standard.ItemReport {
	t.Helper()
	r := body(t, f).Check(q, guideline.Builtin())
	for _, p := range r.Problems {
		if p.Severity() == standard.Error {
			t.Fatalf("%s:%d:%d %s", p.Path, p.Line, p.Column, p.Message.EN)
		}
	}
	items := map[string]standard.ItemReport{}
	for _, it := range r.Items {
		items[it.ID] = it
	}
	return items
}

func TestStates(t *testing.T) {
	full, part := `## あ {#c1 covers="p3.1"}`, `## い {#c2 covers="p3.1:partly"}`
	alloc := func(s string) string { return "sector: water\ndecided: 2026-01-01\nitems: {" + s + "}\n" }
	tests := []struct {
		name     string
		folder   folder
		operator string
		want     standard.State
		open     bool
	}{
		{name: "nobody looked", folder: folder{documents: []string{doc("a", "recommended", "")}}, want: standard.NotExamined, open: true},
		{name: "a full clause covers", folder: folder{documents: []string{doc("a", "recommended", "", part, full)}}, want: standard.Covered},
		{name: "partly clauses do not add up", folder: folder{documents: []string{doc("a", "recommended", "", part)}}, want: standard.Partly, open: true},
		{name: "a clause beats a decision to leave out", folder: folder{documents: []string{
			doc("a", "recommended", "{item: p3.1, decision: left-out, reason: r}"), doc("b", "industry", "", part)}}, want: standard.Partly, open: true},
		{name: "left out with a reason", folder: folder{documents: []string{doc("a", "recommended", "{item: p3.1, decision: left-out, reason: r}")}}, want: standard.LeftOutItem},
		{name: "left out without a reason", folder: folder{documents: []string{doc("a", "recommended", "{item: p3.1, decision: left-out}")}}, want: standard.LeftOutItem, open: true},
		{name: "one of two gives a reason", folder: folder{documents: []string{
			doc("a", "recommended", "{item: p3.1, decision: left-out}"), doc("b", "industry", "{item: p3.1, decision: left-out, reason: r}")}}, want: standard.LeftOutItem},
		{name: "left out by the allocation", folder: folder{documents: []string{doc("a", "recommended", "")}, allocation: alloc("p3.1: {left-out: {ja: 理由}}")}, want: standard.LeftOutItem},
		{name: "under consideration", folder: folder{documents: []string{doc("a", "recommended", "{item: p3.1, decision: considering}")}}, want: standard.Considering, open: true},
		{name: "folded into a covered item", folder: folder{documents: []string{
			doc("a", "recommended", "{item: p3.1, decision: folded, into: p3.2}", `## う {#c3 covers="p3.2"}`)}}, want: standard.Folded},
		{name: "folded into a partly covered item", folder: folder{documents: []string{
			doc("a", "recommended", "{item: p3.1, decision: folded, into: p3.2}", `## う {#c3 covers="p3.2:partly"}`)}}, want: standard.Folded},
		{name: "folded into an item left out with a reason", folder: folder{documents: []string{
			doc("a", "recommended", "{item: p3.1, decision: folded, into: p3.2}, {item: p3.2, decision: left-out, reason: r}")}}, want: standard.Folded},
		{name: "folded into an item left out without one", folder: folder{documents: []string{
			doc("a", "recommended", "{item: p3.1, decision: folded, into: p3.2}, {item: p3.2, decision: left-out}")}}, want: standard.NotExamined, open: true},
		{name: "folded into a delegated item", folder: folder{documents: []string{
			doc("a", "recommended", "{item: p3.1, decision: folded, into: p3.2}")}, allocation: alloc("p3.2: in-house")}, want: standard.Folded},
		{name: "folded into an open item", folder: folder{documents: []string{doc("a", "recommended", "{item: p3.1, decision: folded, into: p3.2}")}}, want: standard.NotExamined, open: true},
		{name: "folded into a folded item", folder: folder{documents: []string{
			doc("a", "recommended", "{item: p3.1, decision: folded, into: p3.2}, {item: p3.2, decision: folded, into: p4.1}", `## う {#c3 covers="p4.1"}`)}}, want: standard.NotExamined, open: true},
		{name: "folded in a circle", folder: folder{documents: []string{
			doc("a", "recommended", "{item: p3.1, decision: folded, into: p3.2}, {item: p3.2, decision: folded, into: p3.1}")}}, want: standard.NotExamined, open: true},
		{name: "folded into an item with an answer of its own, although that is folded, too", folder: folder{documents: []string{
			doc("a", "recommended", "{item: p3.1, decision: folded, into: p3.2}, {item: p3.2, decision: folded, into: p4.1}", `## う {#c3 covers="p4.1"}`)}, allocation: alloc("p3.2: in-house")}, want: standard.Folded},
		{name: "delegated to in-house rules", folder: folder{documents: []string{doc("a", "recommended", "")}, allocation: alloc("p3.1: in-house")}, want: standard.Delegated},
		{name: "in-house rules have to answer for their operator", folder: folder{documents: []string{doc("a", "recommended", "")}, allocation: alloc("p3.1: in-house")}, operator: "op", want: standard.NotExamined, open: true},
		{name: "and do", folder: folder{documents: []string{doc("h", "in-house", "", full)}, allocation: alloc("p3.1: in-house")}, operator: "op", want: standard.Covered},
		{name: "but not for another operator", folder: folder{documents: []string{doc("h", "in-house", "", full)}, allocation: alloc("p3.1: in-house")}, operator: "other", want: standard.NotExamined, open: true},
		{name: "in-house rules do not count without an operator", folder: folder{documents: []string{doc("h", "in-house", "", full)}}, want: standard.NotExamined, open: true},
		{name: "delegated to a document that is not here", folder: folder{documents: []string{doc("a", "recommended", "")}, allocation: alloc("p3.1: {document: z}")}, want: standard.Delegated},
		{name: "a document that is here has to answer", folder: folder{documents: []string{doc("a", "recommended", "")}, allocation: alloc("p3.1: {document: a}")}, want: standard.NotExamined, open: true},
		{name: "so has a tier", folder: folder{documents: []string{doc("a", "recommended", "")}, allocation: alloc("p3.1: recommended")}, want: standard.NotExamined, open: true},
		{name: "implements alone covers nothing", folder: folder{documents: []string{
			doc("a", "recommended", "", `## う {#c3 level="遵守"}`), doc("h", "in-house", "", `## え {#r1 implements="a#c3"}`)}}, operator: "op", want: standard.NotExamined, open: true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			it := check(t, tt.folder, standard.Question{Sector: "water", Operator: tt.operator, On: "2026-11-24"})["p3.1"]
			if it.State != tt.want || it.Open != tt.open {
				t.Errorf("p3.1 is %s, open %v; want %s, open %v", it.State, it.Open, tt.want, tt.open)
			}
		})
	}
}

func TestReferenceIsNeverOpen(t *testing.T) {
	items := check(t, folder{documents: []string{doc("a", "recommended", "{item: p1.3, decision: left-out}")}}, standard.Question{On: "2026-11-24", Strict: true})
	for _, id := range []string{"p1.2", "p1.3"} {
		if items[id].Open {
			t.Errorf("%s is for reference and open", id)
		}
	}
	if !items["s1"].Open {
		t.Error("s1 is not open although --strict counts statements")
	}
}

func TestMissingIsAPrompt(t *testing.T) {
	text := strings.Replace(doc("a", "recommended", "", `## 範囲 {#c1 covers="s2 s3"}`), "levels:", "objects: [transactions]\nthreats: [intentional, unintentional, disaster-disease, other-sector]\nlevels:", 1)
	items := check(t, folder{documents: []string{text}}, standard.Question{On: "2026-11-24", Strict: true})
	if got := strings.Join(items["s2"].Missing, " "); got != "information-assets development-operation-maintenance" {
		t.Errorf("s2 misses %q", got)
	}
	if len(items["s3"].Missing) > 0 || items["s2"].State != standard.Covered {
		t.Errorf("s3 misses %v; s2 is %s", items["s3"].Missing, items["s2"].State)
	}
}

func TestWhatCounts(t *testing.T) {
	gas := strings.Replace(doc("gas", "recommended", ""), "[water]", "[gas]", 1)
	early := strings.Replace(doc("early", "recommended", ""), "2026-04-01", "2027-04-01", 1)
	draft := strings.Replace(doc("draft", "recommended", ""), "effective:", "status: draft\neffective:", 1)
	everywhere := strings.Replace(doc("every", "recommended", ""), "sectors: [water]\n", "", 1)
	banking := strings.Replace(doc("bank", "recommended", ""), "[water]", "[banking]", 1)
	b := body(t, folder{documents: []string{gas, early, draft, everywhere, banking, doc("h", "in-house", "")}})
	s := b.Select(standard.Question{Sector: "finance", On: "2026-11-24"}, guideline.Builtin())
	counted := []string{}
	for _, d := range s.Documents {
		counted = append(counted, d.ID)
	}
	if got := strings.Join(counted, " "); got != "bank every" {
		t.Errorf("for finance %q count", got)
	}
	s = b.Select(standard.Question{Sector: "water", On: "2026-11-24"}, guideline.Builtin())
	why := map[string]standard.Why{}
	for _, o := range s.LeftOut {
		why[o.ID] = o.Why
	}
	want := map[string]standard.Why{"gas": standard.OtherSector, "early": standard.NotInForce, "draft": standard.NotInForce, "bank": standard.OtherSector, "h": standard.OtherOperator}
	for id, w := range want {
		if why[id] != w {
			t.Errorf("%s is left out for %q, want %q", id, why[id], w)
		}
	}
}
