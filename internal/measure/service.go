package measure

import (
	"context"
	"slices"

	"kijun/internal/access"
	"kijun/internal/clock"
	"kijun/internal/fault"
	"kijun/internal/guideline"
	"kijun/internal/lang"
	"kijun/internal/standard"
)

// Service is the room's use cases.
type Service struct {
	access    *access.Service
	standards *standard.Service
	catalogue *guideline.Catalogue
}

// NewService returns the service.
func NewService(a *access.Service, std *standard.Service, c *guideline.Catalogue) *Service {
	return &Service{access: a, standards: std, catalogue: c}
}

// View is which sheet somebody looks at.
type View struct {
	Operator   string // whose sheet; "": the actor's organisation, or the first that engages it
	Sector     string // "": the operator's first
	Audience   string // a role in the operator, as the clauses call it; "": everybody
	Contractor bool   // what concerns contractors only
	On         clock.Date
}

var (
	wordNoOperator = lang.Text{
		JA: "あなたの組織は重要インフラ事業者等ではなく、事業者からの委託や監査の契約もありません。何をすべきかは、事業者ごとに示すものです",
		EN: "your organisation is no operator, and no operator engages it at present; what to do is shown operator by operator"}
	wordNoSector    = lang.Text{JA: "%s は、いまどの分野の重要インフラ事業者等でもありません", EN: "%s is an operator of no sector at present"}
	wordOtherSector = lang.Text{JA: "%s の分野ではありません。選べるのは: %s", EN: "that is no sector of %s; there are: %s"}
)

// Operators returns the ids of the operators whose sheets an actor may look at, its own first.
func (s *Service) Operators(a access.Actor) []string {
	var ids []string
	if a.Is(access.Operator) {
		ids = append(ids, a.Org.ID)
	}
	for _, id := range a.Clients {
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

// Sheet returns what an operator should do, and how far. A contractor gets only what concerns it, an audit
// firm all; both get no text that is withheld, and no document that is not open to them.
func (s *Service) Sheet(ctx context.Context, a access.Actor, v View) (*Sheet, error) {
	org, err := s.settle(ctx, a, &v)
	if err != nil {
		return nil, err
	}
	q := standard.Question{Sector: v.Sector, Operator: v.Operator, On: v.On}
	body, err := s.body(ctx, a, org, q, &v)
	if err != nil {
		return nil, err
	}
	sheet := New(body.all, q, s.catalogue)
	seen := digests(sheet.Clauses())
	if body.some != nil {
		sheet = New(body.some, q, s.catalogue)
	}
	sheet.View, sheet.Sectors, sheet.seen = v, org.Sectors(access.Operator, a.Day), seen
	sheet.Audiences = audiences(sheet.Clauses())
	if v.Audience != "" {
		sheet.keepAudience(v.Audience)
	}
	return sheet, nil
}

// settle fills in what a view leaves open and checks that the actor may have it.
func (s *Service) settle(ctx context.Context, a access.Actor, v *View) (access.Org, error) {
	if v.Operator == "" {
		ids := s.Operators(a)
		if len(ids) == 0 {
			return access.Org{}, fault.New(fault.NotFound, wordNoOperator)
		}
		v.Operator = ids[0]
	}
	if v.On == "" {
		v.On = clock.Day(s.access.Now())
	}
	if err := s.access.Check(ctx, a, access.MeasureRead, object(v.Operator)); err != nil {
		return access.Org{}, err
	}
	org, err := s.access.Org(ctx, a, v.Operator)
	if err != nil {
		return access.Org{}, err
	}
	sectors := org.Sectors(access.Operator, a.Day)
	switch {
	case len(sectors) == 0:
		return org, fault.New(fault.NotFound, wordNoSector.With(org.Name))
	case v.Sector == "":
		v.Sector = sectors[0]
	case !slices.Contains(sectors, v.Sector):
		return org, fault.New(fault.Invalid, wordOtherSector.With(org.Name, s.sectorNames(sectors)))
	}
	v.Contractor = v.Contractor || !access.Can(a, access.MeasureAll, object(v.Operator))
	return org, nil
}

// object is an operator's sheet as the rule table looks at it.
func object(operator string) access.Object {
	return access.Object{Type: "measure", ID: operator, Org: operator}
}

func (s *Service) sectorNames(ids []string) lang.Text {
	var all lang.Text
	for i, id := range ids {
		sector, _ := s.catalogue.Sector(id)
		if i > 0 {
			all.JA, all.EN = all.JA+"、", all.EN+", "
		}
		all.JA, all.EN = all.JA+sector.Title.JA, all.EN+sector.Title.EN
	}
	return all
}

// Records returns the ids of the records that the documents of a sheet come from, by the documents' ids, as
// far as the actor may open them.
func (s *Service) Records(ctx context.Context, a access.Actor, sheet *Sheet) (map[string]string, error) {
	return s.standards.RecordIDs(ctx, a, sheet.Sector, sheet.Operator)
}
