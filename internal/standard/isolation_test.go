package standard_test

import (
	"bytes"
	"strings"
	"testing"

	"kijun/internal/access"
	"kijun/internal/db"
	"kijun/internal/fault"
	"kijun/internal/lang"
	"kijun/internal/standard"
)

const secretText = "この一文は、決して外に出ません。"

// secretive is an ordinance with a withheld clause, and a guideline that is withheld as a whole.
func secretive() []standard.Upload {
	head := "---\nid: %ID\ntitle: {ja: 見本, en: Sample}\ntier: recommended\nsectors: [water]\nissuer: mlit\nedition: \"1\"\npublication: %PUB\n---\n\n前書き%PRE\n\n## 1 経路 {#c1 covers=\"p4.4\" withheld=\"攻撃を助けるため\"}\n\n" +
		secretText + "\n\n## 2 目的 {#c2 covers=\"s1\"}\n\n公開の本文%PRE。\n"
	fill := func(id, publication, preamble string) standard.Upload {
		text := strings.NewReplacer("%ID", id, "%PUB", publication, "%PRE", preamble).Replace(head)
		return standard.Upload{Name: id + ".md", Data: []byte(text)}
	}
	return []standard.Upload{fill("partly", "partly", ""), fill("whole", "withheld", secretText)}
}

// TestWithheldTextReachesNobodyElse: neither in the document, nor in any download, nor through search, nor in
// a body. The operators of the sector, who have to follow it, read it in the document alone.
func TestWithheldTextReachesNobodyElse(t *testing.T) {
	testNation(t, func(t *testing.T, n *nation) {
		mlit := as(t, "mlit", access.Officer)
		ids := n.imports(t, mlit, secretive()...)
		for _, id := range ids {
			n.brings(t, mlit, id, standard.InConsultation, standard.Decided, standard.InForce)
		}
		outside := []access.Actor{anybody(), as(t, "nisc", access.Officer), as(t, "mihon-power", access.Officer), as(t, "meti", access.Officer)}
		for _, who := range outside {
			for _, id := range ids {
				n.leaksNothing(t, who, id)
			}
		}
		follower := as(t, "mihon-water", access.Officer)
		for _, id := range ids {
			if _, d, err := n.Get(t.Context(), follower, id); err != nil || d.Sections[d.SectionByID("c1")].Text != secretText {
				t.Errorf("an operator of the sector cannot read what it has to follow: %v", err)
			}
		}
		for _, who := range append(outside, follower) {
			records, _, err := n.List(t.Context(), who, standard.Filter{Words: "決して外に"}, "")
			if err != nil || len(records) > 0 {
				t.Errorf("%s finds %d records by withheld words: %v", who.Org.ID, len(records), err)
			}
			body, err := n.Body(t.Context(), who, "water", "")
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range body.Documents {
				for _, c := range d.Clauses() {
					if c.Withheld && strings.Contains(c.Text, secretText) {
						t.Errorf("%s has the text of %s in its body", who.Org.ID, c.Ref())
					}
				}
			}
		}
	})
}

// TestWithheldRulesAreTheirOperators: what an operator withholds of the rules that it publishes is open to
// nobody of its sector, the ministry included.
func TestWithheldRulesAreTheirOperators(t *testing.T) {
	testNation(t, func(t *testing.T, n *nation) {
		own := as(t, "mihon-water", access.Officer)
		text := strings.NewReplacer("%ID", "own", "%TEXT", secretText).Replace("---\nid: %ID\ntitle: {ja: 見本, en: Sample}\ntier: in-house\noperator: mihon-water\nsectors: [water]\n" +
			"edition: \"1\"\npublication: partly\n---\n\n## 1 経路 {#c1 covers=\"p4.4\" withheld=\"攻撃を助けるため\"}\n\n%TEXT\n")
		id := n.imports(t, own, standard.Upload{Name: "own.md", Data: []byte(text)})[0]
		n.brings(t, own, id, standard.Decided, standard.InForce)
		for _, who := range []access.Actor{anybody(), as(t, "mlit", access.Officer), as(t, "mihon-water-association", access.Officer), as(t, "other-water", access.Officer)} {
			n.leaksNothing(t, who, id)
		}
	})
}

func (n *nation) leaksNothing(t *testing.T, who access.Actor, id string) {
	t.Helper()
	r, d, err := n.Get(t.Context(), who, id)
	if fault.Is(err, fault.NotFound) || fault.Is(err, fault.Unauthenticated) {
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	c := d.Sections[d.SectionByID("c1")]
	if c.Text != "" || !c.Clause.Withheld || c.Clause.Reason != "攻撃を助けるため" {
		t.Errorf("%s sees %q of clause c1 of %s", who.Org.ID, c.Text, r.Document)
	}
	for _, form := range []string{"md", "csv", "xlsx"} {
		out, err := n.Export(t.Context(), who, id, form, lang.JA)
		if err != nil {
			t.Fatal(err)
		}
		text := out.Data
		if form == "xlsx" {
			sheet, err := standard.ReadXLSX("x", out.Data)
			if err != nil {
				t.Fatal(err)
			}
			markdown, _ := sheet.Markdown()
			text = []byte(markdown)
		}
		if bytes.Contains(text, []byte(secretText)) {
			t.Errorf("%s has the text in the %s of %s", who.Org.ID, form, r.Document)
		}
	}
	if _, err := n.Source(t.Context(), who, id, 1); err == nil {
		t.Errorf("%s reads the source", who.Org.ID)
	}
	if _, _, err := n.Revisions(t.Context(), who, id); err == nil {
		t.Errorf("%s reads the history", who.Org.ID)
	}
}

func TestReadingWithheldTextIsEntered(t *testing.T) {
	testNation(t, func(t *testing.T, n *nation) {
		mlit, association := as(t, "mlit", access.Officer), as(t, "mihon-water-association", access.Staff)
		id := n.imports(t, mlit, secretive()...)[0]
		n.brings(t, mlit, id, standard.InConsultation)
		before := entries(t, n.db)
		_, d, err := n.Get(t.Context(), association, id)
		if err != nil || d.Sections[0].Text != secretText {
			t.Fatalf("%v %+v", err, d)
		}
		after := entries(t, n.db)
		if len(after) != len(before)+1 || !strings.Contains(after[len(after)-1], `"act":"standard.withheld"`) {
			t.Errorf("%d entries more: %s", len(after)-len(before), after[len(after)-1])
		}
	})
}

func entries(t testing.TB, d *db.DB) []string {
	t.Helper()
	leaves, err := db.All(t.Context(), d, `SELECT leaf FROM trail_pending ORDER BY id`, nil, func(b *[]byte) []any { return []any{b} })
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	for _, l := range leaves {
		texts = append(texts, string(l))
	}
	return texts
}

// TestDraftsAreTheirOwners: nobody else sees a draft; the sector sees it in consultation; all see it decided.
func TestDraftsAreTheirOwners(t *testing.T) {
	testNation(t, func(t *testing.T, n *nation) {
		mlit := as(t, "mlit", access.Officer)
		id := n.imports(t, mlit, water(t, "water-ordinance.md")...)[0]
		sees := func(who access.Actor) bool {
			_, _, err := n.Get(t.Context(), who, id)
			records, _, listed := n.List(t.Context(), who, standard.Filter{Sector: "water"}, "")
			if listed != nil || (err == nil) != (len(records) == 1) {
				t.Errorf("%s: %v, but %d in the list: %v", who.Org.ID, err, len(records), listed)
			}
			return err == nil
		}
		tests := []struct {
			state                       string
			own, sector, nation, others bool
		}{
			{"", true, false, false, false},
			{standard.InConsultation, true, true, true, false},
			{standard.Decided, true, true, true, true},
			{standard.InForce, true, true, true, true},
			{standard.Superseded, true, true, true, true},
		}
		for _, tt := range tests {
			if tt.state != "" {
				n.brings(t, mlit, id, tt.state)
			}
			got := []bool{sees(as(t, "mlit", access.Viewer)), sees(as(t, "mihon-water", access.Staff)), sees(as(t, "nisc", access.Viewer)), sees(as(t, "mihon-power", access.Officer))}
			for i, want := range []bool{tt.own, tt.sector, tt.nation, tt.others} {
				if got[i] != want {
					t.Errorf("%q: %v, want own %v, sector %v, nation %v, others %v", tt.state, got, tt.own, tt.sector, tt.nation, tt.others)
				}
			}
		}
	})
}
