package app

import (
	"testing"
	"time"
)

// TestTheDemoNation builds the whole nation, on several days.
func TestTheDemoNation(t *testing.T) {
	for _, today := range []string{"2026-11-24", "2027-04-01", "2028-03-31"} {
		t.Run(today, func(t *testing.T) {
			now, err := time.Parse(time.DateOnly, today)
			if err != nil {
				t.Fatal(err)
			}
			began := time.Now()
			i, err := buildDemo(t.Context(), t.TempDir(), func() time.Time { return now })
			if err != nil {
				t.Fatal(err)
			}
			t.Logf("built in %v", time.Since(began))
			if err := i.db.Close(); err != nil {
				t.Error(err)
			}
		})
	}
}
