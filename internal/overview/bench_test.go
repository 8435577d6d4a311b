package overview_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"kijun/internal/access"
	"kijun/internal/check"
	"kijun/internal/db"
	"kijun/internal/db/dbtest"
	"kijun/internal/guideline"
	"kijun/internal/lang"
	"kijun/internal/overview"
	"kijun/internal/standard"
	"kijun/internal/submission"
)

// BenchmarkNation answers the Cabinet Secretariat's page over 1,000 sent summaries by item: for the first
// time, when every payload is read, and after that.
func BenchmarkNation(b *testing.B) {
	d := dbtest.SQLite(b)
	if err := d.Migrate(b.Context(), db.Migrations()); err != nil {
		b.Fatal(err)
	}
	now := time.Date(2026, 11, 24, 1, 0, 0, 0, time.UTC)
	people := access.New(access.Options{DB: d, Now: func() time.Time { return now }, Random: rand.NewChaCha8([32]byte{1})})
	c := guideline.Builtin()
	rooms := overview.Rooms{Access: people, Catalogue: c, Standards: standard.NewService(people, c), Submissions: submission.New(people)}
	if err := d.Write(b.Context(), func(tx *db.Tx) error { return sendMany(context.Background(), tx, people, c, now) }); err != nil {
		b.Fatal(err)
	}
	cabinet := access.Actor{Person: access.Person{ID: "p"}, Role: access.Viewer, Day: "2026-11-24",
		Org: access.Org{ID: "cas", Standings: []access.Standing{{Kind: access.CabinetSecretariat}}}}
	ask := func(b *testing.B, s *overview.Service) {
		n, err := s.Nation(b.Context(), cabinet)
		if err != nil || n.Sums.Years[0].Organisations != 1_000 {
			b.Fatal(n, err)
		}
	}
	b.Run("first", func(b *testing.B) {
		for b.Loop() {
			ask(b, overview.New(rooms))
		}
	})
	b.Run("again", func(b *testing.B) {
		s := overview.New(rooms)
		for b.Loop() {
			ask(b, s)
		}
	})
}

// sendMany sends a summary of each of 1,000 operators.
func sendMany(ctx context.Context, tx *db.Tx, people *access.Service, c *guideline.Catalogue, now time.Time) error {
	sectors := overview.New(overview.Rooms{Catalogue: c}).Listed()
	for i := range 1_000 {
		row := func(n int) check.SummaryRow {
			a := check.SummaryAnswers{Yes: n - i%n, Partly: i % n}
			return check.SummaryRow{Entries: n, Answered: n, InPlace: a, InOperation: a, Effective: a, Work: check.SummaryWork{Done: n}, Severity: check.SummarySeverity{None: n}}
		}
		sum := check.Summary{Schema: check.SummarySchema, Guideline: c.Latest().ID, Sector: sectors[i%len(sectors)].ID, Year: 2026, State: check.Closed, On: "2026-11-01", By: check.ByItem, All: row(200)}
		for _, it := range c.Latest().Asked() {
			sum.Rows = append(sum.Rows, check.SummaryRows{ID: it.ID, SummaryRow: row(7)})
		}
		_, err := submission.Send(ctx, tx, people.NewID(), submission.Draft{From: fmt.Sprint("operator-", i), To: "ministry", Kind: check.SummaryKind, Schema: check.SummarySchema,
			Payload: sum.Payload(), Voluntary: true, Retain: "2030-03-31", Subject: fmt.Sprint("check-", i), Title: lang.Same("summary")}, "somebody", now)
		if err != nil {
			return err
		}
	}
	return nil
}
