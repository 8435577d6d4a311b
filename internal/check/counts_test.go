package check_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"kijun/internal/check"
	"kijun/internal/db"
	"kijun/internal/db/dbtest"
)

// recount counts everything anew with SQL of its own. What applies is neither gone nor set aside.
const recount = `SELECT x.part,
	SUM(CASE WHEN NOT gone THEN 1 ELSE 0 END),
	SUM(CASE WHEN NOT gone AND (aside OR in_place <> '' AND in_operation <> '' AND effective <> '') THEN 1 ELSE 0 END),
	SUM(CASE WHEN NOT gone AND aside THEN 1 ELSE 0 END),
	SUM(CASE WHEN NOT gone AND carried THEN 1 ELSE 0 END),
	SUM(CASE WHEN NOT gone AND NOT aside AND (in_place IN ('partly', 'no') OR in_operation IN ('partly', 'no') OR effective IN ('partly', 'no')) THEN 1 ELSE 0 END),
	SUM(CASE WHEN NOT gone AND changed THEN 1 ELSE 0 END),
	SUM(CASE WHEN gone THEN 1 ELSE 0 END),
	%s
	FROM check_entry e JOIN (SELECT number, part FROM check_part WHERE check_id = $1
		UNION ALL SELECT number, '' FROM check_entry WHERE check_id = $1) x ON x.number = e.number
	WHERE e.check_id = $1 GROUP BY x.part`

func recountSQL() string {
	var tallies []string
	for _, t := range []struct {
		column string
		values []string
	}{
		{"in_place", []string{"yes", "partly", "no"}}, {"in_operation", []string{"yes", "partly", "no"}}, {"effective", []string{"yes", "partly", "no"}},
		{"work", []string{"not-started", "under-way", "waiting", "done"}}, {"severity", []string{"none", "low", "medium", "high"}},
	} {
		for _, v := range t.values {
			tallies = append(tallies, fmt.Sprintf("SUM(CASE WHEN NOT gone AND NOT aside AND %s = '%s' THEN 1 ELSE 0 END)", t.column, v))
		}
	}
	return fmt.Sprintf(recount, strings.Join(tallies, ",\n"))
}

func (w *world) recounted(id string) map[check.Part]check.Counts {
	w.Helper()
	type row struct {
		part check.Part
		check.Counts
	}
	rows, err := db.All(w.Context(), w.db, recountSQL(), []any{id}, func(r *row) []any {
		c := &r.Counts
		return []any{&r.part, &c.Entries, &c.Answered, &c.NotApplicable, &c.Carried, &c.Gaps, &c.Changed, &c.Gone,
			&c.InPlace.Yes, &c.InPlace.Partly, &c.InPlace.No, &c.InOperation.Yes, &c.InOperation.Partly, &c.InOperation.No,
			&c.Effective.Yes, &c.Effective.Partly, &c.Effective.No,
			&c.Work.NotStarted, &c.Work.UnderWay, &c.Work.Waiting, &c.Work.Done, &c.Severity.None, &c.Severity.Low, &c.Severity.Medium, &c.Severity.High}
	})
	w.must(err)
	out := map[check.Part]check.Counts{}
	for _, r := range rows {
		out[r.part] = r.Counts
	}
	return out
}

// TestCountsEqualARecount does random acts and compares after each: the counts that are kept, a recount, and
// what the filters find.
func TestCountsEqualARecount(t *testing.T) {
	dbtest.Run(t, db.Migrations(), func(t *testing.T, d *db.DB) {
		w := newWorld(t, d)
		round := 0
		rapid.Check(t, func(rt *rapid.T) {
			if round++; round > mostRounds && strings.HasSuffix(t.Name(), "postgres") {
				return
			}
			g := &game{world: w, T: rt}
			g.redraw("first")
			title := fmt.Sprintf("round %d", round)
			first, err := w.s.Start(w.Context(), w.officer, check.Start{Sector: "water", Year: 2025, Title: title})
			w.must(err)
			g.id = first
			for range rapid.IntRange(0, 4).Draw(rt, "acts before") {
				g.act()
			}
			g.redraw("second")
			g.id, err = w.s.Start(w.Context(), w.officer, check.Start{Sector: "water", Year: 2026, Title: title, Carry: rapid.Bool().Draw(rt, "carry")})
			w.must(err)
			for range rapid.IntRange(1, 8).Draw(rt, "acts") {
				g.act()
				g.compare()
			}
		})
	})
}

// mostRounds keeps the slower engine short; what is random is the same on both.
const mostRounds = 20

// game is one run of random acts on one check.
type game struct {
	*world
	*rapid.T
	id string
}

// redraw makes new standards: some of a few clauses, some of them reworded.
func (g *game) redraw(label string) {
	covers := []string{`covers="p3.1"`, `covers="p3.1 f3.1"`, `covers="p3.1 p3.2"`, `covers="s1"`, ``}
	var b strings.Builder
	fmt.Fprintf(&b, "## 必ず {#always covers=\"p1.1\" level=\"遵守\"}\n\n")
	for i, c := range covers {
		if rapid.Bool().Draw(g.T, fmt.Sprintf("%s: clause %d", label, i)) {
			fmt.Fprintf(&b, "## 条 {#c%d %s level=\"遵守\"}\n\n文%d\n\n", i, c, rapid.IntRange(0, 1).Draw(g.T, "wording"))
		}
	}
	g.standards(doc("law", "mandatory", b.String()))
}

var branches = []check.Part{"item:p3.1", "item:p3.2", "group:p3", "group:f3", "item:beyond", "document:law"}

func (g *game) branch() check.Part { return rapid.SampledFrom(branches).Draw(g.T, "branch") }

func (g *game) part() check.Part {
	return rapid.SampledFrom(append([]check.Part{""}, branches...)).Draw(g.T, "part")
}

func (g *game) answerAtRandom(es []check.Entry) {
	e := rapid.SampledFrom(es).Draw(g.T, "entry")
	judge := rapid.SampledFrom([]check.Judgement{"", check.Yes, check.Partly, check.No})
	a := check.Answer{InPlace: judge.Draw(g.T, "in place"), InOperation: judge.Draw(g.T, "in operation"), Effective: judge.Draw(g.T, "effective"),
		Work: rapid.SampledFrom(check.Works).Draw(g.T, "work"), Severity: rapid.SampledFrom(check.Severities).Draw(g.T, "severity"),
		NotApplicable: rapid.Bool().Draw(g.T, "aside"), Reason: "理由"}
	_, err := g.s.Answer(g.world.Context(), g.staff, g.id, e.Number, a, e.Version)
	g.must(err)
}

func (g *game) act() {
	ctx := g.world.Context()
	var err error
	switch rapid.IntRange(0, 6).Draw(g.T, "act") {
	case 0, 1, 2:
		g.answerAtRandom(g.entries(g.id, check.Filter{}))
	case 3:
		_, err = g.s.SetAside(ctx, g.staff, g.id, g.branch(), "理由")
	case 4:
		_, err = g.s.TakeBack(ctx, g.staff, g.id, g.branch())
	case 5:
		_, err = g.s.Confirm(ctx, g.staff, g.id, g.part())
	case 6:
		g.redraw("update")
		_, err = g.s.Update(ctx, g.officer, g.id)
	}
	g.must(err)
}

func (g *game) compare() {
	kept, err := g.s.Counts(g.world.Context(), g.officer, g.id)
	g.must(err)
	for part, c := range kept {
		if c == (check.Counts{}) {
			delete(kept, part) // nothing stands there any more
		}
	}
	if diff := cmp.Diff(g.recounted(g.id), kept); diff != "" {
		g.T.Fatalf("counts (-recounted +kept):\n%s", diff)
	}
	part := g.part()
	for show, want := range map[check.Show]int{
		check.ShowOpen: kept[part].Unanswered(), check.ShowCarried: kept[part].Carried, check.ShowGaps: kept[part].Gaps,
		check.ShowAside: kept[part].NotApplicable, check.ShowChanged: kept[part].Changed, check.ShowGone: kept[part].Gone,
	} {
		if got := len(g.entries(g.id, check.Filter{Part: part, Show: show})); got != want {
			g.T.Fatalf("%s of %q finds %d, counted %d", show, part, got, want)
		}
	}
}
