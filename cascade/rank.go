package cascade

import (
	"math/bits"
	"slices"
)

// selectRanks finds the values at three places of the sorted list; a place
// outside the list gives 0. Long lists are not sorted as a whole: a histogram
// tells in which stretch of values each place lies, and only that is sorted.
func selectRanks(values []uint32, places [3]int) (found [3]uint32) {
	const (
		short      = 512
		bucketBits = 11
	)
	if len(values) <= short {
		return pickSorted(slices.Sorted(slices.Values(values)), places)
	}
	shift := max(0, bits.Len32(slices.Max(values))-bucketBits)
	var counts [1 << bucketBits]int
	for _, v := range values {
		counts[v>>shift]++
	}
	for i, place := range places {
		if place < 0 || place >= len(values) {
			continue
		}
		bucket, before := uint32(0), 0
		for before+counts[bucket] <= place {
			before += counts[bucket]
			bucket++
		}
		inside := make([]uint32, 0, counts[bucket])
		for _, v := range values {
			if v>>shift == bucket {
				inside = append(inside, v)
			}
		}
		slices.Sort(inside)
		found[i] = inside[place-before]
	}
	return found
}

func pickSorted(sorted []uint32, places [3]int) (found [3]uint32) {
	for i, place := range places {
		if place >= 0 && place < len(sorted) {
			found[i] = sorted[place]
		}
	}
	return found
}
