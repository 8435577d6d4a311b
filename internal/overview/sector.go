package overview

import (
	"context"
	"slices"

	"kijun/internal/access"
	"kijun/internal/fault"
	"kijun/internal/lang"
	"kijun/internal/standard"
)

// Sector is what the page of a sector shows.
type Sector struct {
	State
	Records map[string]string // id of the record of each document that counts, by the document's id
	Coming  []standard.Record // what is not in force yet
	Answers bool              // the actor's organisation answers for the sector: Received is for it
	Received
}

// Received is what a ministry received of the self-checks of its sector.
type Received struct {
	Years     []Sum // the newest first
	Sent      []Sent
	Operators int // of the sector today
	Unread    int // summaries in a schema that is not known here
}

var wordNoSector = lang.Text{JA: "分野 %q はありません", EN: "there is no sector %q"}

// Sector answers the page of a sector.
func (s *Service) Sector(ctx context.Context, a access.Actor, id string) (*Sector, error) {
	sector, ok := s.Catalogue.Sector(id)
	if !ok {
		return nil, fault.New(fault.NotFound, wordNoSector.With(id))
	}
	body, err := s.Standards.Body(ctx, a, id, "")
	if err != nil {
		return nil, err
	}
	records, err := s.records(ctx, a, id)
	if err != nil {
		return nil, err
	}
	out := &Sector{State: State{sector, body.Check(standard.Question{Sector: id, On: s.today()}, s.Catalogue)}}
	var documents []string
	for _, d := range out.Report.Documents {
		documents = append(documents, d.ID)
	}
	if out.Records, err = s.Standards.Current(ctx, a, documents); err != nil {
		return nil, err
	}
	for _, r := range records {
		if r.Status != standard.Superseded && (r.Status != standard.InForce || r.Effective > s.today()) {
			out.Coming = append(out.Coming, r)
		}
	}
	if out.Answers = slices.Contains(a.Sectors(access.Ministry), id); out.Answers {
		out.Received, err = s.received(ctx, a, id)
	}
	return out, err
}

func (s *Service) received(ctx context.Context, a access.Actor, sector string) (r Received, err error) {
	if r.Years, r.Sent, r.Unread, err = s.receivedSums(ctx, a, sector); err != nil {
		return Received{}, err
	}
	operators, err := s.Access.Orgs(ctx, a, access.Operator, sector)
	r.Operators = len(operators)
	return r, err
}
