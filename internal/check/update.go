package check

import (
	"context"
	"fmt"

	"kijun/internal/access"
	"kijun/internal/clock"
	"kijun/internal/db"
	"kijun/internal/measure"
	"kijun/internal/standard"
)

// Updated says what Update found.
type Updated struct{ Added, Changed, Gone, Back int }

// Nothing reports whether the measures are as they were.
func (u Updated) Nothing() bool { return u == Updated{} }

// gonePlace puts what is no longer asked behind everything else.
const gonePlace = 1 << 40

// Update brings a check up to the measures of today: new clauses are added, those no longer asked are
// marked, and changed ones read as they do now. No answer is lost.
func (s *Service) Update(ctx context.Context, a access.Actor, id string) (u Updated, err error) {
	c, err := s.Get(ctx, a, id)
	if err != nil {
		return u, err
	}
	if err := s.access.Check(ctx, a, access.CheckRun, c.Object()); err != nil {
		return u, err
	}
	on := dayOf(c.Year, clock.Day(s.access.Now()))
	sheet, err := s.sheets.Sheet(ctx, a, measure.View{Operator: c.Org, Sector: c.Sector, On: on})
	if err != nil {
		return u, err
	}
	snapshots := asked(sheet)
	err = s.change(ctx, a, access.CheckRun, id, func(tx *db.Tx, c SelfCheck, o *access.Object) error {
		u, err = s.update(ctx, tx, c, snapshots)
		o.Details = map[string]string{"added": fmt.Sprint(u.Added), "changed": fmt.Sprint(u.Changed), "gone": fmt.Sprint(u.Gone)}
		if err != nil {
			return err
		}
		return insertStep(ctx, tx, id, Step{At: c.Changed, By: c.ChangedBy, Act: stepUpdate})
	})
	return u, err
}

func (s *Service) update(ctx context.Context, tx *db.Tx, c SelfCheck, snapshots []Snapshot) (u Updated, err error) {
	old, err := loadEntries(ctx, tx, c.ID, Filter{})
	if err != nil {
		return u, err
	}
	known, last := map[standard.Ref]Entry{}, 0
	for _, e := range old {
		known[e.Ref] = e
		last = max(last, e.Number)
	}
	edition, counts := s.edition(c), changes{}
	var added []Entry
	renew := func(before, after Entry) error {
		if !after.same(before.Snapshot) {
			after.Version++ // who is writing an answer has read another text
		}
		counts.note(before.parts(edition), &before, nil)
		counts.note(after.parts(edition), nil, &after)
		return updateSnapshot(ctx, tx, after, edition)
	}
	for i, snap := range snapshots {
		before, ok := known[snap.Ref]
		if !ok {
			last++
			e := newEntry(c.ID, last, i+1, snap)
			counts.note(e.parts(edition), nil, &e)
			added = append(added, e)
			continue
		}
		delete(known, snap.Ref)
		after := before.renewed(snap, i+1, &u)
		if after.place == before.place && after.Changed == before.Changed && after.Gone == before.Gone && snap.equal(before.Snapshot) {
			continue
		}
		if err := renew(before, after); err != nil {
			return u, err
		}
	}
	for _, before := range known {
		if before.Gone {
			continue
		}
		after := before
		after.Gone, after.place = true, before.place+gonePlace
		u.Gone++
		if err := renew(before, after); err != nil {
			return u, err
		}
	}
	u.Added = len(added)
	if err := insertEntries(ctx, tx, added, edition); err != nil {
		return u, err
	}
	return u, counts.store(ctx, tx, c.ID)
}

// renewed is the entry as its clause reads now.
func (e Entry) renewed(s Snapshot, place int, u *Updated) Entry {
	if e.Gone {
		u.Back++
	}
	if !s.same(e.Snapshot) {
		u.Changed++
		e.Changed = true
	}
	e.Snapshot, e.place, e.Gone = s, place, false
	return e
}
