package standard

import (
	"cmp"
	"slices"

	"kijun/internal/clock"
	"kijun/internal/guideline"
	"kijun/internal/lang"
)

// Question narrows a body of standards down to what counts.
type Question struct {
	Sector   string // "": every sector
	Operator string // whose in-house documents count; "": nobody's
	On       clock.Date
	Strict   bool // the statements s1 to s5 count as open, too
}

// Selection is what counts of a body under a question, and what does not, with the reason.
type Selection struct {
	Question
	Edition    *guideline.Edition
	Documents  []*Document // the most binding first
	Allocation *Allocation // nil: none
	LeftOut    []LeftOut

	given     map[string]bool // ids of all documents, those left out included
	operators []string        // of all in-house documents
}

// Stranger reports that no in-house document is the named operator's, and which name is nearest.
func (s *Selection) Stranger() (nearest string, stranger bool) {
	if s.Operator == "" || slices.Contains(s.operators, s.Operator) {
		return "", false
	}
	return lang.Nearest(s.Operator, s.operators), true
}

// LeftOut is a document or allocation that does not count, and why.
type LeftOut struct {
	ID   string
	Path string
	Why  Why
}

// Why a document does not count.
type Why string

// The reasons for leaving a document out of account.
const (
	OtherSector   Why = "other-sector"
	OtherOperator Why = "other-operator"
	OtherEdition  Why = "other-guideline"
	NotInForce    Why = "not-in-force"
	Ambiguous     Why = "several-sectors"
)

// WhyLabels are the reasons in words.
var WhyLabels = map[Why]lang.Text{
	OtherSector:   {JA: "別の分野", EN: "another sector"},
	OtherOperator: {JA: "内規（--operator で指定した事業者のものだけを数えます）", EN: "in-house rules (only those of --operator count)"},
	OtherEdition:  {JA: "別の版の指針に対応", EN: "answers another edition of the guideline"},
	NotInForce:    {JA: "この日には効力がない", EN: "not in force on the day"},
	Ambiguous:     {JA: "複数の分野の割当て（--sector で指定してください）", EN: "allocations of several sectors (name one with --sector)"},
}

// Select applies a question to the body.
func (b *Body) Select(q Question, c *guideline.Catalogue) *Selection {
	s := &Selection{Question: q, Edition: c.Latest(), given: map[string]bool{}}
	for _, d := range b.Documents {
		s.given[d.ID] = true
		if d.Tier == InHouse {
			s.operators = append(s.operators, d.Operator)
		}
		if why := s.reject(d, c); why != "" {
			s.LeftOut = append(s.LeftOut, LeftOut{d.ID, d.Path, why})
			continue
		}
		s.Documents = append(s.Documents, d)
	}
	slices.SortStableFunc(s.Documents, func(a, b *Document) int {
		return cmp.Or(slices.Index(Tiers, a.Tier)-slices.Index(Tiers, b.Tier), cmp.Compare(a.ID, b.ID))
	})
	s.allocate(b.Allocations, c)
	return s
}

// reject says why a document does not count; "" when it does.
func (s *Selection) reject(d *Document, c *guideline.Catalogue) Why {
	inSector := func(sector string) bool { return c.Related(sector, s.Sector) }
	switch {
	case s.Sector != "" && len(d.Sectors) > 0 && !slices.ContainsFunc(d.Sectors, inSector):
		return OtherSector
	case d.Tier == InHouse && (s.Operator == "" || d.Operator != s.Operator):
		return OtherOperator
	case d.Guideline != s.Edition.ID:
		return OtherEdition
	case !d.inForce(s.On):
		return NotInForce
	}
	return ""
}

func (d *Document) inForce(on clock.Date) bool {
	switch d.Status {
	case "", "in-force":
		return d.Effective <= on
	}
	return false
}

// allocate picks the newest allocation that was decided by the day.
func (s *Selection) allocate(as []*Allocation, c *guideline.Catalogue) {
	sectors := map[string]bool{}
	for _, a := range as {
		sectors[a.Sector] = true
	}
	for _, a := range as {
		switch {
		case s.Sector != "" && !c.Related(a.Sector, s.Sector):
			s.leaveOut(a, OtherSector)
		case s.Sector == "" && len(sectors) > 1:
			s.leaveOut(a, Ambiguous)
		case a.Guideline != s.Edition.ID:
			s.leaveOut(a, OtherEdition)
		case a.Decided > s.On:
			s.leaveOut(a, NotInForce)
		case s.Allocation == nil || s.Allocation.Decided < a.Decided:
			if s.Allocation != nil {
				s.leaveOut(s.Allocation, NotInForce)
			}
			s.Allocation = a
		default:
			s.leaveOut(a, NotInForce)
		}
	}
}

func (s *Selection) leaveOut(a *Allocation, why Why) {
	s.LeftOut = append(s.LeftOut, LeftOut{"", a.Path, why})
}

// Clauses returns every clause that counts, in the order of documents and clauses.
func (s *Selection) Clauses() []*Clause {
	var cs []*Clause
	for _, d := range s.Documents {
		cs = append(cs, d.Clauses()...)
	}
	return cs
}
