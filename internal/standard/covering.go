package standard

import (
	"context"
	"slices"

	"kijun/internal/access"
	"kijun/internal/clock"
	"kijun/internal/guideline"
)

// Covering returns the clauses in force that cover an item, of all documents that the actor may see, its
// own in-house rules included; the most binding first.
func (s *Service) Covering(ctx context.Context, a access.Actor, item string) ([]guideline.Cover, error) {
	b, err := s.Body(ctx, a, "", a.Org.ID)
	if err != nil {
		return nil, err
	}
	ids, err := s.RecordIDs(ctx, a, "", a.Org.ID)
	if err != nil {
		return nil, err
	}
	var covers []guideline.Cover
	q := Question{Operator: a.Org.ID, On: clock.Day(s.access.Now())}
	for _, c := range b.Select(q, s.catalogue).Clauses() {
		i := slices.IndexFunc(c.Covers, func(cov Coverage) bool { return cov.Item == item })
		if i < 0 {
			continue
		}
		covers = append(covers, guideline.Cover{Record: ids[c.Document.ID], Document: c.Document.Title, Tier: TierLabels[c.Document.Tier],
			Sectors: c.Document.Sectors, Clause: c.ID, Heading: c.Heading, Partly: c.Covers[i].Partly})
	}
	return covers, nil
}
