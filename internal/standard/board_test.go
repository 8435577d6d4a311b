package standard_test

import (
	"testing"

	"kijun/internal/access"
	"kijun/internal/clock"
	"kijun/internal/fault"
	"kijun/internal/guideline"
	"kijun/internal/lang"
	"kijun/internal/standard"
)

func TestAllocationGoesOutAsItCameIn(t *testing.T) {
	testNation(t, func(t *testing.T, n *nation) {
		mlit := as(t, "mlit", access.Officer)
		file := water(t, "allocation.yaml")
		file[0].Data = append(file[0].Data, "  p1.3: {left-out: {ja: 理由, en: Because}}\n"...)
		n.imports(t, mlit, file...)
		out, err := n.ExportAllocation(t.Context(), mlit, "water")
		if err != nil {
			t.Fatal(err)
		}
		again, err := n.Import(t.Context(), mlit, []standard.Upload{{Name: "allocation.yaml", Data: out}})
		if err != nil || again.Files[0].Change != standard.Unchanged {
			t.Errorf("%v %+v %v\n%s", err, again.Files, again.Problems, out)
		}
		a, ps := standard.ParseAllocation("a", out, guideline.Builtin())
		if left, ok := a.Item("p1.3"); !ok || !left.LeftOut || left.Reason != (lang.Text{JA: "理由", EN: "Because"}) || len(ps) > 0 {
			t.Errorf("%+v %v", left, ps)
		}
	})
}

func TestAllotting(t *testing.T) {
	testNation(t, func(t *testing.T, n *nation) {
		mlit, manager, meti, op := as(t, "mlit", access.Officer), as(t, "mlit", access.Manager), as(t, "meti", access.Officer), as(t, "mihon-water", access.Officer)
		row := func(item string) standard.AllotmentRow {
			_, rows, err := n.Allocation(t.Context(), op, "water")
			if err != nil {
				t.Fatal(err)
			}
			for _, r := range rows {
				if r.Item == item {
					return r
				}
			}
			return standard.AllotmentRow{}
		}
		if a, rows, err := n.Allocation(t.Context(), op, "water"); a != nil || rows != nil || err != nil {
			t.Errorf("%v %v %v", a, rows, err)
		}
		must := func(a access.Actor, item string, to standard.Allotment, version int) {
			t.Helper()
			if err := n.Allot(t.Context(), a, "water", item, to, version); err != nil {
				t.Fatal(err)
			}
		}
		must(mlit, "p1.1", standard.Allotment{Tier: standard.Mandatory}, 0)
		if r := row("p1.1"); r.Tier != standard.Mandatory || r.ExaminedBy != mlit.Person.ID || r.ExaminedOrg != "mlit" || r.Examined.IsZero() || r.Version != 1 {
			t.Errorf("%+v", r)
		}
		must(manager, "p1.1", standard.Allotment{Document: "water-guideline"}, 1)
		if err := n.Allot(t.Context(), mlit, "water", "p1.1", standard.Allotment{Tier: standard.InHouse}, 1); !fault.Is(err, fault.Conflict) {
			t.Errorf("the manager's allotment is overwritten: %v", err)
		}
		must(mlit, "p1.1", standard.Allotment{}, 2)
		must(mlit, "p1.1", standard.Allotment{LeftOut: true, Reason: lang.Text{JA: "理由"}}, 0)
		history, err := n.AllotmentHistory(t.Context(), op, "water", "p1.1")
		if err != nil || len(history) != 4 || !history[0].LeftOut || history[3].Tier != standard.Mandatory || history[1].Document+string(history[1].Tier) != "" {
			t.Errorf("%v %+v", err, history)
		}
		for field, to := range map[string]standard.Allotment{"to": {Tier: "strange"}, "reason": {LeftOut: true}, "document": {Document: "a b"}} {
			err := n.Allot(t.Context(), mlit, "water", "p1.2", to, 0)
			if f := fault.Of(err); f.Kind != fault.Invalid || len(f.Fields) != 1 || f.Fields[0].Name != field {
				t.Errorf("%+v: %v %+v", to, err, f.Fields)
			}
		}
		for _, who := range []access.Actor{meti, op, as(t, "nisc", access.Officer), as(t, "mlit", access.Viewer)} {
			if err := n.Allot(t.Context(), who, "water", "p1.2", standard.Allotment{Tier: standard.InHouse}, 0); !fault.Is(err, fault.Forbidden) {
				t.Errorf("%s allots: %v", who.Org.ID, err)
			}
		}
		if err := n.Allot(t.Context(), mlit, "water", "p9.9", standard.Allotment{Tier: standard.InHouse}, 0); !fault.Is(err, fault.NotFound) {
			t.Error(err)
		}
	})
}

func TestALaterDecisionBeginsANewAllocation(t *testing.T) {
	testNation(t, func(t *testing.T, n *nation) {
		mlit := as(t, "mlit", access.Officer)
		n.imports(t, mlit, water(t, "allocation.yaml")...)
		if err := n.DecideAllocation(t.Context(), mlit, "water", "2027-03-01", lang.Text{JA: "次の検討会"}); err != nil {
			t.Fatal(err)
		}
		_, rows, err := n.Allocation(t.Context(), mlit, "water")
		if err != nil || len(rows) != 20 {
			t.Fatalf("%v, %d rows", err, len(rows))
		}
		if err := n.Allot(t.Context(), mlit, "water", "p1.1", standard.Allotment{Tier: standard.InHouse}, rows[0].Version); err != nil {
			t.Fatal(err)
		}
		body, err := n.Body(t.Context(), mlit, "water", "")
		if err != nil || len(body.Allocations) != 2 {
			t.Fatalf("%v, %d allocations", err, len(body.Allocations))
		}
		c := guideline.Builtin()
		for day, want := range map[string]standard.Tier{"2026-11-24": standard.Mandatory, "2027-03-01": standard.InHouse} {
			s := body.Select(standard.Question{Sector: "water", On: clock.Date(day)}, c)
			if got, _ := s.Allocation.Item("p1.1"); got.Tier != want {
				t.Errorf("on %s: %s, want %s", day, got.Tier, want)
			}
		}
		if err := n.DecideAllocation(t.Context(), mlit, "water", "2026-01-01", lang.Text{}); !fault.Is(err, fault.Invalid) {
			t.Error(err)
		}
		if history, err := n.AllotmentHistory(t.Context(), mlit, "water", "p1.1"); err != nil || len(history) != 2 {
			t.Errorf("%v %+v", err, history)
		}
	})
}
