package overview

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"kijun/internal/guideline"
)

var sectorIDs = []string{"telecom", "finance", "water"}

// TestASumOverFewIsNeverTold: whatever was sent, no cell shows fewer than Fewest organisations, a year is the
// sum of the cells that are shown, and nothing is lost from a cell that is.
func TestASumOverFewIsNeverTold(t *testing.T) {
	s := New(Rooms{Catalogue: guideline.Builtin()})
	rapid.Check(t, func(t *rapid.T) {
		adds := sums{}
		want := map[sumKey]int{}
		senders := map[sumKey]map[string]bool{}
		for range rapid.IntRange(0, 40).Draw(t, "summaries") {
			sector, year := rapid.SampledFrom(sectorIDs).Draw(t, "sector"), rapid.IntRange(2024, 2026).Draw(t, "year")
			sender, yes := fmt.Sprint(rapid.IntRange(1, 6).Draw(t, "sender")), rapid.IntRange(1, 9).Draw(t, "yes")
			adds.add(sector, sender, summary{sector: sector, year: year, total: Tally{Entries: yes, InPlace: Answer{Yes: yes}}})
			key := sumKey{sector, year}
			want[key] += yes
			if senders[key] == nil {
				senders[key] = map[string]bool{}
			}
			senders[key][sender] = true
		}
		totals := s.tabulate(adds)
		for i, y := range totals.Years {
			shown, sectors := 0, 0
			for _, st := range totals.Sectors {
				c, key := st.Years[i], sumKey{st.Sector, y.Year}
				n := len(senders[key])
				switch {
				case c.Few != (n > 0 && n < Fewest):
					t.Fatalf("%v: %d organisations, few %v", key, n, c.Few)
				case n < Fewest && (c.Organisations != 0 || c.Tally != Tally{} || len(c.Items) != 0):
					t.Fatalf("%v tells of %d organisations: %+v", key, n, c)
				case n >= Fewest && (c.InPlace.Yes != want[key] || c.Organisations != n):
					t.Fatalf("%v: %+v, want %d of %d", key, c, want[key], n)
				}
				if n >= Fewest {
					shown, sectors = shown+c.InPlace.Yes, sectors+1
				}
			}
			if y.InPlace.Yes != shown || y.Sectors != sectors || len(y.Items) != 0 {
				t.Fatalf("%d: %+v, want %d over %d sectors", y.Year, y, shown, sectors)
			}
		}
	})
}

func TestPartsOfASectorCountForIt(t *testing.T) {
	s := New(Rooms{Catalogue: guideline.Builtin()})
	for id, want := range map[string]string{"banking": "finance", "finance": "finance", "water": "water"} {
		if got := s.listedSectors()[id]; got != want {
			t.Errorf("%s counts for %s, want %s", id, got, want)
		}
	}
}
