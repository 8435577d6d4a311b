package standard_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"kijun/internal/access"
	"kijun/internal/fault"
	"kijun/internal/guideline"
	"kijun/internal/standard"
)

// TestTheDatabaseAnswersAsTheFolderDoes: a body from the database judges the items as the same files do.
func TestTheDatabaseAnswersAsTheFolderDoes(t *testing.T) {
	c := guideline.Builtin()
	question := standard.Question{Sector: "water", Operator: "mihon-water", On: "2026-11-24"}
	folder := standard.Read([]string{"../../examples/water"}, c).Check(question, c)
	testNation(t, func(t *testing.T, n *nation) {
		n.whole(t)
		body, err := n.Body(t.Context(), as(t, "mihon-water", access.Staff), "water", "mihon-water")
		if err != nil {
			t.Fatal(err)
		}
		states := func(r *standard.Report) map[string]standard.State {
			m := map[string]standard.State{}
			for _, it := range r.Items {
				m[it.ID] = it.State
			}
			return m
		}
		if diff := cmp.Diff(states(folder), states(body.Check(question, c))); diff != "" {
			t.Error(diff)
		}
		if len(body.Documents) != 4 || len(body.Allocations) != 1 {
			t.Errorf("%d documents, %d allocations", len(body.Documents), len(body.Allocations))
		}
	})
}

func TestOperatorsDoNotSeeEachOther(t *testing.T) {
	testNation(t, func(t *testing.T, n *nation) {
		_, _, _, rules := n.whole(t)
		for _, who := range []access.Actor{as(t, "other-water", access.Officer), as(t, "mlit", access.Officer), as(t, "nisc", access.Officer), as(t, "mihon-water-association", access.Officer), anybody()} {
			records, _, err := n.List(t.Context(), who, standard.Filter{}, "")
			if err != nil {
				t.Fatal(err)
			}
			for _, r := range records {
				if r.ID == rules {
					t.Errorf("%s lists the rules of another operator", who.Org.ID)
				}
			}
			if _, _, err := n.Get(t.Context(), who, rules); !fault.Is(err, fault.NotFound) && who.SignedIn() {
				t.Errorf("%s gets them: %v", who.Org.ID, err)
			}
			if _, _, err := n.Get(t.Context(), who, rules); err == nil {
				t.Errorf("%s gets them", who.Org.ID)
			}
			body, err := n.Body(t.Context(), who, "water", "mihon-water")
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range body.Documents {
				if d.Tier == standard.InHouse {
					t.Errorf("%s has %s in its body", who.Org.ID, d.ID)
				}
			}
			if err := n.Advance(t.Context(), who, rules, standard.Superseded, ""); err == nil {
				t.Errorf("%s supersedes them", who.Org.ID)
			}
		}
		if _, _, err := n.Get(t.Context(), as(t, "mihon-water", access.Viewer), rules); err != nil {
			t.Errorf("its own viewer: %v", err)
		}
	})
}
