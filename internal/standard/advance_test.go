package standard_test

import (
	"bytes"
	"testing"

	"kijun/internal/access"
	"kijun/internal/fault"
	"kijun/internal/standard"
)

func TestANewEditionSupersedesTheOneBefore(t *testing.T) {
	testNation(t, func(t *testing.T, n *nation) {
		mlit := as(t, "mlit", access.Officer)
		file := water(t, "water-guideline.md")
		old := n.imports(t, mlit, file...)[0]
		n.brings(t, mlit, old, standard.InConsultation, standard.Decided, standard.InForce)
		file[0].Data = bytes.Replace(file[0].Data, []byte(`edition: "4"`), []byte(`edition: "5"`), 1)
		young := n.imports(t, mlit, file...)[0]
		n.brings(t, mlit, young, standard.InConsultation, standard.Decided)
		if r, _, err := n.Get(t.Context(), mlit, old); err != nil || r.Status != standard.InForce {
			t.Errorf("%v %s", err, r.Status)
		}
		n.brings(t, mlit, young, standard.InForce)
		for id, want := range map[string]string{old: standard.Superseded, young: standard.InForce} {
			if r, _, err := n.Get(t.Context(), mlit, id); err != nil || r.Status != want {
				t.Errorf("%v %s, want %s", err, r.Status, want)
			}
		}
		steps, err := n.Steps(t.Context(), mlit, old)
		if err != nil || len(steps) != 5 || steps[4].Status != standard.Superseded || steps[4].By != mlit.Person.ID || steps[4].Comment == "" {
			t.Errorf("%v %+v", err, steps)
		}
		body, err := n.Body(t.Context(), mlit, "water", "")
		if err != nil || len(body.Documents) != 1 || body.Documents[0].Edition != "5" {
			t.Errorf("%v %+v", err, body.Documents)
		}
	})
}

func TestStatesGoInTheirOrderAndByWhoMay(t *testing.T) {
	testNation(t, func(t *testing.T, n *nation) {
		officer, manager, viewer := as(t, "mlit", access.Officer), as(t, "mlit", access.Manager), as(t, "mlit", access.Viewer)
		id := n.imports(t, manager, water(t, "water-guideline.md")...)[0]
		for _, to := range []string{standard.Decided, standard.InForce, standard.Superseded, standard.Draft, "nowhere"} {
			if err := n.Advance(t.Context(), officer, id, to, ""); !fault.Is(err, fault.Invalid) {
				t.Errorf("draft to %s: %v", to, err)
			}
		}
		if err := n.Advance(t.Context(), viewer, id, standard.InConsultation, ""); !fault.Is(err, fault.Forbidden) {
			t.Error(err)
		}
		if err := n.Advance(t.Context(), manager, id, standard.InConsultation, " 照会 "); err != nil {
			t.Error(err)
		}
		if err := n.Advance(t.Context(), manager, id, standard.Decided, ""); !fault.Is(err, fault.Forbidden) {
			t.Errorf("a manager decides: %v", err)
		}
		if err := n.Advance(t.Context(), officer, id, standard.Decided, ""); err != nil {
			t.Error(err)
		}
		if _, _, err := n.Editor(t.Context(), officer, id); !fault.Is(err, fault.Forbidden) {
			t.Errorf("a decided text can be edited: %v", err)
		}
		steps, err := n.Steps(t.Context(), as(t, "mihon-water", access.Officer), id)
		if err != nil || len(steps) != 2 || steps[0].By != "" || steps[0].Comment != "" {
			t.Errorf("others see %v %+v", err, steps)
		}
		if steps, _ := n.Steps(t.Context(), officer, id); steps[1].Comment != "照会" {
			t.Errorf("%+v", steps)
		}
	})
}

func TestGuessedIdsAreNotFound(t *testing.T) {
	testNation(t, func(t *testing.T, n *nation) {
		_, id := n.draft(t)
		for _, id := range []string{id, "01jzzzzzzzzzzzzzzzzzzzzzzz", "", "'; --"} {
			who := as(t, "mihon-power", access.Officer)
			calls := map[string]error{}
			_, _, calls["get"] = n.Get(t.Context(), who, id)
			_, calls["steps"] = n.Steps(t.Context(), who, id)
			_, _, calls["editor"] = n.Editor(t.Context(), who, id)
			_, _, calls["revisions"] = n.Revisions(t.Context(), who, id)
			_, calls["source"] = n.Source(t.Context(), who, id, 1)
			_, calls["export"] = n.Export(t.Context(), who, id, "md", "ja")
			_, calls["edit"] = n.EditSection(t.Context(), who, id, standard.SectionForm{})
			calls["advance"] = n.Advance(t.Context(), who, id, standard.Decided, "")
			for name, err := range calls {
				if !fault.Is(err, fault.NotFound) {
					t.Errorf("%s of %q: %v", name, id, err)
				}
			}
		}
	})
}
