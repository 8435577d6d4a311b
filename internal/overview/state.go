package overview

import (
	"context"
	"slices"

	"kijun/internal/access"
	"kijun/internal/clock"
	"kijun/internal/guideline"
	"kijun/internal/standard"
)

// State is how the standards of a sector that are in force, as far as the person may see them, answer the
// items of the guideline.
type State struct {
	Sector guideline.Sector
	Report *standard.Report
}

// Examined are the items for examination: those of which every sector decides something.
func (s State) Examined() standard.Count { return s.Report.Summary.Kinds[guideline.Examine] }

// Item is how the sector stands to an item.
func (s State) Item(id string) standard.ItemReport {
	i := slices.IndexFunc(s.Report.Items, func(it standard.ItemReport) bool { return it.ID == id })
	if i < 0 {
		return standard.ItemReport{}
	}
	return s.Report.Items[i]
}

// Placed is how many items for examination the allocation puts somewhere, of how many.
func (s State) Placed() (placed, of int) {
	for _, it := range s.Report.Items {
		if it.Kind == guideline.Examine {
			of++
			if _, ok := s.Report.Allocation.Item(it.ID); ok {
				placed++
			}
		}
	}
	return placed, of
}

// Listed are the sectors of the guideline's scheme in the order of the catalogue.
func (s *Service) Listed() []guideline.Sector {
	for _, scheme := range s.Catalogue.Sectors.Schemes {
		if scheme.ID != s.Catalogue.Latest().Scheme {
			continue
		}
		sectors := make([]guideline.Sector, 0, len(scheme.Sectors))
		for _, id := range scheme.Sectors {
			if sector, ok := s.Catalogue.Sector(id); ok {
				sectors = append(sectors, sector)
			}
		}
		return sectors
	}
	return nil
}

// states judges sectors over what the person may see.
func (s *Service) states(ctx context.Context, a access.Actor, sectors []guideline.Sector) ([]State, error) {
	if len(sectors) == 0 {
		return nil, nil
	}
	body, err := s.Standards.Body(ctx, a, "", "")
	if err != nil {
		return nil, err
	}
	states := make([]State, len(sectors))
	for i, sector := range sectors {
		states[i] = State{sector, body.Check(standard.Question{Sector: sector.ID, On: s.today()}, s.Catalogue)}
	}
	return states, nil
}

func (s *Service) today() clock.Date { return clock.Day(s.Access.Now()) }

// sectors returns the sectors of the catalogue with ids, those that it does not know left out.
func (s *Service) sectors(ids []string) []guideline.Sector {
	var out []guideline.Sector
	for _, sector := range s.Catalogue.Sectors.Sectors { // in the order of the catalogue
		if slices.Contains(ids, sector.ID) {
			out = append(out, sector)
		}
	}
	return out
}

// records lists the upper-tier records of a sector that the person may see: as many as a page of the list
// has, the most binding first.
func (s *Service) records(ctx context.Context, a access.Actor, sector string) ([]standard.Record, error) {
	all, _, err := s.Standards.List(ctx, a, standard.Filter{Sector: sector}, "")
	return slices.DeleteFunc(all, func(r standard.Record) bool { return r.Tier == standard.InHouse }), err
}
