package measure

import (
	"context"

	"kijun/internal/access"
	"kijun/internal/standard"
)

// bodies are what the sheets are computed from: all that the actor may have, and what a narrower view of it
// keeps, where one is asked for.
type bodies struct {
	all  *standard.Body
	some *standard.Body // nil: all
}

// body assembles what the sheet is computed from.
func (s *Service) body(ctx context.Context, a access.Actor, org access.Org, q standard.Question, v *View) (bodies, error) {
	if org.ID == a.Org.ID {
		all, err := s.standards.Body(ctx, a, q.Sector, q.Operator)
		if err != nil || !v.Contractor {
			return bodies{all: all}, err
		}
		keep := concerning(all.Select(q, s.catalogue).Clauses())
		return bodies{all: all, some: &standard.Body{Documents: narrowed(all.Documents, keep, false), Allocations: all.Allocations}}, nil
	}
	return s.clientBody(ctx, a, org, q, v)
}

// clientBody is what somebody whom the operator engages may have: of the upper tiers what is open to the
// actor itself, and of the operator's rules what the engagement opens. What concerns a contractor is judged
// with the operator's eyes, and nothing else of them leaves this room.
func (s *Service) clientBody(ctx context.Context, a access.Actor, org access.Org, q standard.Question, v *View) (bodies, error) {
	open, err := s.standards.Body(ctx, a, q.Sector, "")
	if err != nil {
		return bodies{}, err
	}
	eyes := access.Actor{Person: a.Person, Org: org, Role: access.Viewer, Day: a.Day}
	full, err := s.standards.Body(ctx, eyes, q.Sector, q.Operator)
	if err != nil {
		return bodies{}, err
	}
	var keep map[standard.Ref]bool
	if v.Contractor {
		keep = concerning(full.Select(q, s.catalogue).Clauses())
	}
	var upper, rules []*standard.Document
	for _, d := range open.Documents {
		if d.Tier != standard.InHouse {
			upper = append(upper, d)
		}
	}
	for _, d := range full.Select(q, s.catalogue).Documents { // drafts are the operator's own
		if d.Tier == standard.InHouse {
			rules = append(rules, d)
		}
	}
	b := &standard.Body{Documents: append(narrowed(upper, keep, false), narrowed(rules, keep, true)...), Allocations: open.Allocations}
	return bodies{all: b}, nil
}

// narrowed returns the documents with nothing but the clauses to keep (nil: all), without the text of
// withheld ones where it is to be blanked; a document of which nothing is kept is gone. The documents themselves are shared and stay as they are.
func narrowed(ds []*standard.Document, keep map[standard.Ref]bool, blank bool) []*standard.Document {
	var out []*standard.Document
	for _, d := range ds {
		n := &standard.Document{Path: d.Path, ID: d.ID, Title: d.Title, Tier: d.Tier, Sectors: d.Sectors, Issuer: d.Issuer, Edition: d.Edition,
			Guideline: d.Guideline, Effective: d.Effective, NextReview: d.NextReview, Status: d.Status, Levels: d.Levels,
			Publication: d.Publication, Operator: d.Operator}
		for _, c := range d.Clauses() {
			if keep == nil || keep[c.Ref()] {
				n.Sections = append(n.Sections, section(n, c, blank))
			}
		}
		if keep == nil || len(n.Sections) > 0 {
			out = append(out, n)
		}
	}
	return out
}

// section is a copy of a clause in another document.
func section(d *standard.Document, c *standard.Clause, blank bool) standard.Section {
	one := *c
	one.Document = d
	if one.Withheld && blank {
		one.Text = ""
	}
	return standard.Section{Depth: 2, Heading: one.Heading, ID: one.ID, Text: one.Text, Place: one.Place, Clause: &one}
}
