package id_test

import (
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"kijun/internal/id"
)

func TestIdsSortByTheirTime(t *testing.T) {
	now := time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)
	s := id.NewSource(func() time.Time { now = now.Add(time.Microsecond * 100); return now }, rand.NewChaCha8([32]byte{1}))
	var ids []string
	for range 1_000 {
		ids = append(ids, s.New())
	}
	if !slices.IsSorted(ids) || len(slices.Compact(ids)) != 1_000 {
		t.Error("ids are not in the order in which they were made, or not unique")
	}
	for _, bad := range []string{"", "x", ids[0] + "0", "../../etc/passwd", "01JD" + ids[0][4:]} {
		if id.Valid(bad) {
			t.Errorf("%q is taken for an id", bad)
		}
	}
	if !id.Valid(ids[0]) {
		t.Errorf("%q is not taken for an id", ids[0])
	}
}
