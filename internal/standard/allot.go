package standard

import (
	"context"
	"fmt"
	"slices"

	"kijun/internal/access"
	"kijun/internal/db"
	"kijun/internal/fault"
)

// says reports whether two allotments put the item to the same place for the same reason.
func (t Allotment) says(other Allotment) bool {
	t.Place, other.Place = Place{}, Place{}
	return t == other
}

// allocations returns the allocations that may count for a sector, if the actor may see them.
func (s *Service) allocations(ctx context.Context, a access.Actor, sector string) ([]keptAllocation, error) {
	if !access.Can(a, access.AllocationRead, access.Object{Type: "allocation", ID: sector}) {
		return nil, nil
	}
	var listed []string
	if sector != "" {
		listed = []string{sector}
	}
	return loadAllocations(ctx, s.access.DB(), reach(listed, s.catalogue))
}

func (s *Service) allocationObject(sector string) access.Object {
	return access.Object{Type: "allocation", ID: sector, Sectors: reach([]string{sector}, s.catalogue)}
}

// judgeAllocation compares an allocation with those that are there.
func (s *Service) judgeAllocation(ctx context.Context, a access.Actor, f *planned, p *plan) error {
	if !access.Can(a, access.AllocationEdit, s.allocationObject(f.Sector)) {
		p.refuse(f, ruleMayNotAllocate, f.allocation.place, f.Sector)
		return nil
	}
	there, err := loadAllocations(ctx, s.access.DB(), []string{f.Sector})
	if err != nil {
		return err
	}
	i := slices.IndexFunc(there, func(k keptAllocation) bool { return k.allocation.same(f.allocation) })
	if i < 0 {
		return nil
	}
	f.kept, f.Change = &there[i], Revised
	if old := f.kept.allocation; old.By == f.allocation.By && len(changedItems(old, f.allocation)) == 0 {
		f.Change = Unchanged
	}
	return nil
}

// same reports whether two allocations are of one sector, guideline and day.
func (a *Allocation) same(other *Allocation) bool {
	return a.Sector == other.Sector && a.Guideline == other.Guideline && a.Decided == other.Decided
}

// changedItems are the allotments by which now differs from old; one that is gone says nothing.
func changedItems(old, now *Allocation) []Allotment {
	var changed []Allotment
	for _, t := range now.Items {
		if was, ok := old.Item(t.Item); !ok || !was.says(t) {
			changed = append(changed, t)
		}
	}
	for _, t := range old.Items {
		if _, ok := now.Item(t.Item); !ok {
			changed = append(changed, Allotment{Item: t.Item})
		}
	}
	return changed
}

// storeAllocation stores one allocation of an import.
func (s *Service) storeAllocation(ctx context.Context, tx *db.Tx, a access.Actor, f *planned) error {
	k := keptAllocation{id: f.newID, version: 1, changed: s.access.Now(), changedBy: a.Person.ID, allocation: f.allocation}
	old := &Allocation{}
	if f.kept != nil {
		k.id = f.kept.id
		now, err := selectAllocations(ctx, tx, "id = $1", []any{k.id})
		if err != nil {
			return err
		}
		if len(now) != 1 || now[0].version != f.kept.version {
			return fault.New(fault.Conflict, wordChangedMeanwhile.With(f.Name))
		}
		old = now[0].allocation
		if err := touchAllocation(ctx, tx, &k); err != nil {
			return err
		}
	} else if err := insertAllocation(ctx, tx, &k); err != nil {
		return err
	}
	for _, t := range changedItems(old, f.allocation) {
		if err := putAllotment(ctx, tx, k.id, s.examined(a, t)); err != nil {
			return fmt.Errorf("item %s: %w", t.Item, err)
		}
	}
	return nil
}

// examined is an allotment that the actor examined just now.
func (s *Service) examined(a access.Actor, t Allotment) AllotmentRow {
	return AllotmentRow{Allotment: t, Examined: s.access.Now(), ExaminedBy: a.Person.ID, ExaminedOrg: a.Org.ID}
}
