package standard

import (
	"context"

	"kijun/internal/access"
)

// RecordIDs returns the ids of the records from which Body takes its documents, by the ids that the
// documents give themselves: what a page needs to lead to them.
func (s *Service) RecordIDs(ctx context.Context, a access.Actor, sector, operator string) (map[string]string, error) {
	records, err := bodyRecords(ctx, s.access.DB(), a, sector, operator)
	if err != nil {
		return nil, err
	}
	ids := make(map[string]string, len(records))
	for _, r := range furthest(records) {
		ids[r.Document] = r.ID
	}
	return ids, nil
}

// MayAllot reports whether an actor may say where the items of a sector go.
func (s *Service) MayAllot(a access.Actor, sector string) bool {
	return access.Can(a, access.AllocationEdit, s.allocationObject(sector))
}
