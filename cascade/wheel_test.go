package cascade

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// The wheel gives every entry back at its time, whatever the horizon, and is
// empty and usable again afterwards, also when it is left early.
func TestWheelIsAQueue(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		horizon := rapid.SampledFrom([]int32{1, 63, 64, 1000, windowSize, windowSize + 1, 5 * windowSize, 1 << 30}).Draw(t, "horizon")
		w := newWheel(horizon)
		for range 3 {
			waiting := map[int32][]uint32{}
			push := func(from int32) {
				at := rapid.Int32Range(from, min(horizon-1, from+rapid.SampledFrom([]int32{0, 1, 70, 1 << 17}).Draw(t, "reach"))).Draw(t, "at")
				entry := rapid.Uint32().Draw(t, "entry")
				waiting[at] = append(waiting[at], entry)
				w.push(at, entry)
			}
			for range rapid.IntRange(0, 20).Draw(t, "first") {
				push(0)
			}
			early := rapid.Bool().Draw(t, "early")
			for len(waiting) > 0 && !(early && len(waiting) < 3) {
				at, entries, ok := w.pop()
				got := slices.Sorted(slices.Values(entries))
				next := horizon
				for other := range waiting {
					next = min(next, other)
				}
				if want := slices.Sorted(slices.Values(waiting[at])); !ok || at != next || !slices.Equal(got, want) {
					t.Fatalf("popped %v at %d (%v), want %v at %d", got, at, ok, want, next)
				}
				delete(waiting, at)
				if at < horizon-1 && rapid.Bool().Draw(t, "more") && len(waiting) < 40 {
					push(at + 1)
				}
			}
			w.clear()
			if _, _, ok := w.pop(); ok {
				t.Fatal("an empty wheel gave an entry")
			}
		}
	})
}
