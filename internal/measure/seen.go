package measure

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/base64"
	"slices"
	"time"

	"kijun/internal/access"
	"kijun/internal/db"
	"kijun/internal/fault"
	"kijun/internal/standard"
)

// digest is what is remembered of a clause that somebody saw.
type digest struct {
	Hash    string `json:"hash"`
	Heading string `json:"heading"`
}

// digests returns the digests of clauses by their references.
func digests(cs []*standard.Clause) map[string]digest {
	ds := make(map[string]digest, len(cs))
	for _, c := range cs {
		ds[c.Ref().String()] = digest{Hash: hashOf(c), Heading: c.Heading}
	}
	return ds
}

// hashOf is a short hash of what a clause says: its heading, text, degree and word.
func hashOf(c *standard.Clause) string {
	sum := sha256.New()
	for _, part := range []string{c.Heading, c.Text, c.Degree.String(), c.Word} {
		sum.Write([]byte(part))
		sum.Write([]byte{0})
	}
	return base64.RawURLEncoding.EncodeToString(sum.Sum(nil)[:12])
}

// Change is how a clause stands to what somebody saw last.
type Change string

// The changes.
const (
	Unchanged Change = ""
	Added     Change = "new"
	Changed   Change = "changed"
)

// Changes are the differences between a sheet and what the actor saw of it last.
type Changes struct {
	Since time.Time // when the actor marked the sheet as seen; zero: never
	Gone  []Gone

	of map[string]Change
}

// Gone is a clause that is not there any more.
type Gone struct{ Ref, Heading string }

// Of says how a clause changed. A nil Changes says that nothing did.
func (c *Changes) Of(clause *standard.Clause) Change {
	if c == nil {
		return Unchanged
	}
	return c.of[clause.Ref().String()]
}

// Count is the number of clauses that changed in one way.
func (c *Changes) Count(kind Change) int {
	n := 0
	for _, k := range c.of {
		if k == kind {
			n++
		}
	}
	return n
}

// None reports whether nothing changed since the actor looked.
func (c *Changes) None() bool { return len(c.of) == 0 && len(c.Gone) == 0 }

// compare finds the differences between what was seen and what is there.
func compare(then, now map[string]digest) *Changes {
	c := &Changes{of: map[string]Change{}}
	for ref, d := range now {
		switch was, seen := then[ref]; {
		case !seen:
			c.of[ref] = Added
		case was.Hash != d.Hash:
			c.of[ref] = Changed
		}
	}
	for ref, d := range then {
		if _, there := now[ref]; !there {
			c.Gone = append(c.Gone, Gone{Ref: ref, Heading: d.Heading})
		}
	}
	slices.SortFunc(c.Gone, func(a, b Gone) int { return cmp.Compare(a.Ref, b.Ref) })
	return c
}

// Changes returns what changed on a sheet since the actor marked it as seen. Where it never did, nothing
// counts as changed and Since is zero.
func (s *Service) Changes(ctx context.Context, a access.Actor, sheet *Sheet) (*Changes, error) {
	if err := s.access.Check(ctx, a, access.MeasureRead, object(sheet.Operator)); err != nil {
		return nil, err
	}
	then, at, err := loadSeen(ctx, s.access.DB(), a, sheet)
	if fault.Is(err, fault.NotFound) {
		return &Changes{}, nil
	}
	if err != nil {
		return nil, err
	}
	c := compare(then, sheet.seen)
	c.Since = at
	return c, nil
}

// Mark remembers that the actor has seen a sheet as it is.
func (s *Service) Mark(ctx context.Context, a access.Actor, sheet *Sheet) error {
	o := object(sheet.Operator)
	o.Details = map[string]string{"sector": sheet.Sector}
	return s.access.Do(ctx, a, access.MeasureMark, &o, func(tx *db.Tx) error {
		return putSeen(ctx, tx, a, sheet, s.access.Now())
	})
}
