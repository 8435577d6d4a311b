package overview

import (
	"context"
	"slices"

	"kijun/internal/access"
	"kijun/internal/check"
	"kijun/internal/clock"
	"kijun/internal/guideline"
	"kijun/internal/lang"
	"kijun/internal/measure"
	"kijun/internal/standard"
	"kijun/internal/submission"
)

// Home is what the home page shows: a part for each thing that the actor's organisation is.
type Home struct {
	Operator []Own   // a sector each
	Answers  []State // sectors that a ministry answers for
	Serves   []State // sectors of an association or CEPTOAR
	Nation   []State // of the Cabinet Secretariat
	Totals   *Totals // of the Cabinet Secretariat
	Clients  []Client
	Drafts   []standard.Record // its own documents on their way
	Counts   submission.Counts
}

// Own is how an operator stands in one sector: what only it sees.
type Own struct {
	Sector  guideline.Sector
	Asked   int               // clauses of the upper tiers that ask something of the operator
	Open    int               // of these, those that no in-house rule carries out
	Upper   int               // documents of the upper tiers that count
	InHouse int               // in-house documents that count
	Check   *check.SelfCheck  // of this fiscal year; nil: none was started
	Changed []standard.Record // what came into force in the last year, the newest first
	Coming  []standard.Record // what is in consultation or decided
}

// Client is an operator that engages the actor's organisation.
type Client struct {
	ID   string
	Name lang.Text
}

// Home answers the home page.
func (s *Service) Home(ctx context.Context, a access.Actor) (*Home, error) {
	h := &Home{}
	for _, part := range []func(context.Context, access.Actor, *Home) error{s.homeOperator, s.homeSectors, s.homeNation, s.homeClients, s.homeDrafts} {
		if err := part(ctx, a, h); err != nil {
			return nil, err
		}
	}
	var err error
	h.Counts, err = s.Submissions.Counts(ctx, a)
	return h, err
}

func (s *Service) homeOperator(ctx context.Context, a access.Actor, h *Home) error {
	sectors := s.sectors(a.Sectors(access.Operator))
	if len(sectors) == 0 {
		return nil
	}
	checks, _, err := s.Checks.List(ctx, a, "")
	if err != nil {
		return err
	}
	for _, sector := range sectors {
		own, err := s.own(ctx, a, sector)
		if err != nil {
			return err
		}
		own.Check = thisYears(checks, a, sector.ID, clock.FiscalYear(s.today()))
		h.Operator = append(h.Operator, own)
	}
	return nil
}

// thisYears is the check of a sector that is under way this fiscal year, else the last one of the year.
func thisYears(checks []check.SelfCheck, a access.Actor, sector string, year int) *check.SelfCheck {
	var found *check.SelfCheck
	for i, c := range checks {
		if c.Org == a.Org.ID && c.Sector == sector && c.Year == year && (found == nil || c.State == check.Open && found.State != check.Open) {
			found = &checks[i]
		}
	}
	return found
}

// own counts what the standards ask of the operator, and what changed.
func (s *Service) own(ctx context.Context, a access.Actor, sector guideline.Sector) (Own, error) {
	own := Own{Sector: sector}
	sheet, err := s.Measures.Sheet(ctx, a, measure.View{Operator: a.Org.ID, Sector: sector.ID, On: s.today()})
	if err != nil {
		return Own{}, err
	}
	own.count(sheet)
	records, err := s.records(ctx, a, sector.ID)
	if err != nil {
		return Own{}, err
	}
	own.Changed, own.Coming = s.news(records)
	return own, nil
}

// count counts every clause once, whatever number of items it covers.
func (o *Own) count(sheet *measure.Sheet) {
	asked, open := map[standard.Ref]bool{}, map[standard.Ref]bool{}
	for _, it := range append(slices.Clone(sheet.Items), sheet.Beyond) {
		for _, t := range standard.Tiers[:3] {
			for _, e := range it.Tiers[t] {
				if e.Actor == "operator" {
					asked[e.Ref()] = true
				}
			}
		}
		for _, c := range it.Open {
			open[c.Ref()] = true
		}
	}
	for _, d := range sheet.Documents {
		if d.Tier == standard.InHouse {
			o.InHouse++
		} else {
			o.Upper++
		}
	}
	o.Asked, o.Open = len(asked), len(open)
}

// news are the records that came into force within a year, the newest first, and those on their way.
func (s *Service) news(records []standard.Record) (changed, coming []standard.Record) {
	now, _ := s.today().Time()
	since := clock.Day(now.AddDate(-1, 0, 0))
	for _, r := range records {
		switch {
		case r.Status == standard.InForce && r.Effective > since && r.Effective <= s.today():
			changed = append(changed, r)
		case r.Status == standard.InConsultation, r.Status == standard.Decided, r.Status == standard.InForce && r.Effective > s.today():
			coming = append(coming, r)
		}
	}
	slices.SortStableFunc(changed, func(a, b standard.Record) int {
		if a.Effective > b.Effective {
			return -1
		}
		if a.Effective < b.Effective {
			return 1
		}
		return 0
	})
	return changed, coming
}

func (s *Service) homeSectors(ctx context.Context, a access.Actor, h *Home) (err error) {
	if h.Answers, err = s.states(ctx, a, s.sectors(a.Sectors(access.Ministry))); err != nil {
		return err
	}
	h.Serves, err = s.states(ctx, a, s.sectors(slices.Concat(a.Sectors(access.Association), a.Sectors(access.Ceptoar))))
	return err
}

func (s *Service) homeNation(ctx context.Context, a access.Actor, h *Home) (err error) {
	if !a.Is(access.CabinetSecretariat) {
		return nil
	}
	if h.Nation, err = s.states(ctx, a, s.Listed()); err != nil {
		return err
	}
	if s.mayTotal(a) {
		h.Totals, err = s.totals(ctx, a)
	}
	return err
}

func (s *Service) homeClients(ctx context.Context, a access.Actor, h *Home) error {
	if len(a.Clients) == 0 {
		return nil
	}
	names, err := s.Access.Names(ctx, a.Clients)
	for _, id := range a.Clients {
		h.Clients = append(h.Clients, Client{ID: id, Name: names[id]})
	}
	return err
}

// homeDrafts are the organisation's own documents that are not in force yet.
func (s *Service) homeDrafts(ctx context.Context, a access.Actor, h *Home) error {
	if a.Org.ID == "" {
		return nil
	}
	for _, status := range []string{standard.Draft, standard.InConsultation, standard.Decided} {
		records, _, err := s.Standards.List(ctx, a, standard.Filter{Org: a.Org.ID, Status: status}, "")
		if err != nil {
			return err
		}
		h.Drafts = append(h.Drafts, records...)
	}
	return nil
}
