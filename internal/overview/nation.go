package overview

import (
	"context"
	"runtime"
	"slices"
	"strconv"
	"sync"

	"kijun/internal/access"
	"kijun/internal/submission"
)

// Nation is what the page of the nation shows.
type Nation struct {
	States []State // in the order of the catalogue
	Sums   *Totals // nil: only the Cabinet Secretariat has them
}

// Totals are the sums over what organisations sent, without names.
type Totals struct {
	Sectors []SectorTotals // in the order of the catalogue
	Years   []NationYear   // the newest first
	Unread  int            // summaries in a schema that is not known here
}

// SectorTotals are the sums of one sector.
type SectorTotals struct {
	Sector string
	Years  []Cell // one for each of Totals.Years
}

// Cell is the sum of one sector and year, or says that there is none to show.
type Cell struct {
	Sum
	Few bool // fewer than Fewest organisations: the sum is empty
}

// NationYear is the sum of a year over the sectors that show one: a total over all would tell what a
// sector with few organisations keeps.
type NationYear struct {
	Sum
	Sectors int // that are in the sum
}

// Nation answers the page of the nation.
func (s *Service) Nation(ctx context.Context, a access.Actor) (*Nation, error) {
	states, err := s.states(ctx, a, s.Listed())
	if err != nil {
		return nil, err
	}
	n := &Nation{States: states}
	if s.mayTotal(a) {
		n.Sums, err = s.totals(ctx, a)
	}
	return n, err
}

func (s *Service) mayTotal(a access.Actor) bool {
	return access.Can(a, access.SubmissionTotal, access.Object{Type: "submissions", ID: Kind})
}

// totals adds up what organisations sent, over the nation.
func (s *Service) totals(ctx context.Context, a access.Actor) (*Totals, error) {
	all, err := s.readAll(ctx, a)
	if err != nil {
		return nil, err
	}
	adds, unread, listed := sums{}, 0, s.listedSectors()
	for _, r := range all {
		if r.err != nil { // it came from outside and keeps to no schema that is known here
			unread++
			continue
		}
		r.items = nil // the nation is not summed by item
		adds.add(listed[r.sector], strconv.Itoa(r.sender), r.summary)
	}
	t := s.tabulate(adds)
	t.Unread = unread
	return t, nil
}

// nameless is what was read of one summary.
type nameless struct {
	reading
	sender int
}

// readAll reads every summary of the nation that counts. Reading takes longer than fetching: the payloads
// are read beside each other.
func (s *Service) readAll(ctx context.Context, a access.Actor) ([]*nameless, error) {
	type job struct {
		submission.Nameless
		into *nameless
	}
	var all []*nameless
	var workers sync.WaitGroup
	read, jobs := s.reader(), make(chan job, 64)
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for j := range jobs {
				j.into.summary, j.into.err = s.readings.read(j.Schema, j.Hash, j.Payload)
			}
		})
	}
	err := s.Submissions.Totals(ctx, a, Kind, read.knows, func(n submission.Nameless) error {
		r := &nameless{sender: n.Sender}
		all = append(all, r)
		if known, ok := read.found[n.Hash]; ok {
			r.reading = known
		} else {
			jobs <- job{n, r}
		}
		return nil
	})
	close(jobs)
	workers.Wait()
	return all, err
}

// tabulate puts sums into sectors and years.
func (s *Service) tabulate(adds sums) *Totals {
	t := &Totals{}
	for _, year := range adds.allYears() {
		t.Years = append(t.Years, NationYear{Sum: Sum{Year: year}})
	}
	for _, sector := range s.Listed() {
		t.Sectors = append(t.Sectors, SectorTotals{Sector: sector.ID, Years: t.cells(adds, sector.ID)})
	}
	return t
}

// cells are the sums of one sector, those over few organisations left out; the others go into the years'.
func (t *Totals) cells(adds sums, sector string) []Cell {
	cells := make([]Cell, len(t.Years))
	for i := range t.Years {
		year := &t.Years[i]
		cells[i].Year = year.Year
		a := adds[sumKey{sector, year.Year}]
		switch {
		case a == nil:
		case a.sum.Organisations < Fewest:
			cells[i].Few = true
		default:
			cells[i].Sum = a.sum
			year.Tally.add(a.sum.Tally)
			year.Organisations += a.sum.Organisations
			year.Sectors++
		}
	}
	return cells
}

func (ss sums) allYears() []int {
	var years []int
	for key := range ss {
		years = append(years, key.year)
	}
	slices.Sort(years)
	years = slices.Compact(years)
	slices.Reverse(years)
	return years
}
