package submission_test

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"kijun/internal/access"
	"kijun/internal/db"
	"kijun/internal/db/dbtest"
	"kijun/internal/submission"
)

// BenchmarkTotals reads 1,000 payloads of 8 KB for a sum, as the Cabinet Secretariat's page does.
func BenchmarkTotals(b *testing.B) {
	d := dbtest.SQLite(b)
	if err := d.Migrate(b.Context(), db.Migrations()); err != nil {
		b.Fatal(err)
	}
	now := time.Date(2026, 11, 24, 1, 0, 0, 0, time.UTC)
	people := access.New(access.Options{DB: d, Now: func() time.Time { return now }, Random: rand.NewChaCha8([32]byte{1})})
	err := d.Write(b.Context(), func(tx *db.Tx) error {
		for i := range 1_000 {
			dr := draft()
			dr.From, dr.Subject, dr.Payload = fmt.Sprint("operator-", i), fmt.Sprint("check-", i), bytes.Repeat([]byte(fmt.Sprintf("%08d", i)), 1_000)
			if _, err := submission.Send(context.Background(), tx, people.NewID(), dr, "somebody", now); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	cabinet := access.Actor{Person: access.Person{ID: "p"}, Role: access.Viewer, Day: "2026-11-24",
		Org: access.Org{ID: "cas", Standings: []access.Standing{{Kind: access.CabinetSecretariat}}}}
	s := submission.New(people)
	for b.Loop() {
		n := 0
		if err := s.Totals(b.Context(), cabinet, "check-summary", nothing, func(submission.Nameless) error { n++; return nil }); err != nil || n != 1_000 {
			b.Fatal(n, err)
		}
	}
}
