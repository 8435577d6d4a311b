package standardapi

import (
	"context"

	"kijun/internal/access"
	"kijun/internal/api/rest"
	"kijun/internal/clock"
	"kijun/internal/fault"
	"kijun/internal/guideline"
	"kijun/internal/lang"
	"kijun/internal/standard"
)

// SectorID names a sector.
type SectorID struct {
	Sector string `path:"sector" doc:"Id of a sector or of a part of one, such as water"`
}

type reporting struct {
	SectorID
	Operator string     `query:"operator" maxLength:"63" doc:"Whose in-house rules count, too"`
	On       clock.Date `query:"on" format:"date" doc:"Day; today when it is not given"`
	Strict   bool       `query:"strict" doc:"The statements s1 to s5 count as open, too"`
}

// Report is how the standards of a sector answer the guideline. It has the shape of `kijun check --format json`,
// with messages in both languages.
type Report struct {
	Guideline string             `json:"guideline"`
	Sector    string             `json:"sector"`
	Operator  string             `json:"operator"`
	On        clock.Date         `json:"on" format:"date"`
	Documents []ReportDocument   `json:"documents" doc:"That count, the most binding first"`
	LeftOut   []LeftOut          `json:"left_out" doc:"Documents and allocations that do not count"`
	Items     []ReportItem       `json:"items"`
	Summary   ReportSummary      `json:"summary"`
	Open      []string           `json:"open" doc:"Ids of the open items"`
	Problems  []rest.FileProblem `json:"problems"`
}

// ReportDocument is a document that counts.
type ReportDocument struct {
	ID      string    `json:"id"`
	Path    string    `json:"path"`
	Title   lang.Text `json:"title"`
	Tier    Tier      `json:"tier"`
	Sectors []string  `json:"sectors"`
	Edition string    `json:"edition"`
}

// LeftOut is a document that does not count, and why.
type LeftOut struct {
	ID   string `json:"id"`
	Path string `json:"path"`
	Why  Why    `json:"why"`
}

// ReportItem is how the standards answer one item.
type ReportItem struct {
	ID      string         `json:"id"`
	Number  string         `json:"number"`
	Kind    Kind           `json:"kind"`
	Title   lang.Text      `json:"title"`
	State   State          `json:"state"`
	Open    bool           `json:"open"`
	Clauses []ReportClause `json:"clauses"`
	Reason  *lang.Text     `json:"reason,omitempty"`
	Into    string         `json:"into,omitempty" doc:"Of a folded one: the item that takes it in"`
	By      string         `json:"by,omitempty" doc:"Of a delegated one: in-house, or a document"`
	Missing []string       `json:"missing" doc:"Objects or threats that no document states"`
}

// ReportClause is a clause that covers an item.
type ReportClause struct {
	Document string      `json:"document"`
	Clause   string      `json:"clause"`
	Heading  string      `json:"heading"`
	Tier     Tier        `json:"tier"`
	Level    Level       `json:"level"`
	Coverage Coverage    `json:"coverage"`
	Degree   []Statement `json:"degree"`
	Phase    Phase       `json:"phase"`
	Withheld bool        `json:"withheld"`
}

// ReportSummary counts items by kind and state, and clauses by phase.
type ReportSummary struct {
	Examine   ReportCount  `json:"examine"`
	Reference ReportCount  `json:"reference"`
	Statement ReportCount  `json:"statement"`
	Phases    ReportPhases `json:"phases"`
}

// ReportCount counts items by state.
type ReportCount struct {
	Total       int `json:"total"`
	Covered     int `json:"covered"`
	Partly      int `json:"partly"`
	Folded      int `json:"folded"`
	Delegated   int `json:"delegated"`
	LeftOut     int `json:"left_out"`
	Considering int `json:"considering"`
	NotExamined int `json:"not_examined"`
}

// ReportPhases counts clauses by phase.
type ReportPhases struct {
	Prevent int `json:"prevent"`
	Detect  int `json:"detect"`
	Limit   int `json:"limit"`
	Recover int `json:"recover"`
}

var wordNoSector = lang.Text{JA: "その分野はありません", EN: "there is no such sector"}

func (o Operations) report(ctx context.Context, a access.Actor, in *reporting) (*rest.Body[Report], error) {
	if _, ok := o.Catalogue.Sector(in.Sector); !ok {
		return nil, fault.New(fault.NotFound, wordNoSector)
	}
	q := standard.Question{Sector: in.Sector, Operator: in.Operator, On: in.On, Strict: in.Strict}
	if q.On == "" {
		q.On = clock.Day(o.Now())
	}
	body, err := o.Standards.Body(ctx, a, in.Sector, in.Operator)
	if err != nil {
		return nil, err
	}
	return rest.Answer(newReport(body.Check(q, o.Catalogue)), nil)
}

func newReport(r *standard.Report) Report {
	return Report{Guideline: r.Edition.ID, Sector: r.Sector, Operator: r.Operator, On: r.On, Open: rest.Full(r.Open()),
		Documents: rest.Each(r.Documents, func(d *standard.Document) ReportDocument {
			return ReportDocument{d.ID, d.Path, d.Title, Tier(d.Tier), rest.Full(d.Sectors), d.Edition}
		}),
		LeftOut:  rest.Each(r.LeftOut, func(l standard.LeftOut) LeftOut { return LeftOut{l.ID, l.Path, Why(l.Why)} }),
		Items:    rest.Each(r.Items, newReportItem),
		Problems: rest.Each(r.Problems, newProblem),
		Summary: ReportSummary{newReportCount(r.Summary.Kinds[guideline.Examine]), newReportCount(r.Summary.Kinds[guideline.Reference]),
			newReportCount(r.Summary.Kinds[guideline.Statement]), newReportPhases(r.Summary.Phases)},
	}
}

func newReportItem(it standard.ItemReport) ReportItem {
	out := ReportItem{ID: it.ID, Number: it.Number, Kind: Kind(it.Kind), Title: it.Title, State: State(it.State), Open: it.Open,
		Into: it.Into, By: it.By, Missing: rest.Full(it.Missing), Clauses: rest.Each(it.Clauses, func(c standard.Coverer) ReportClause {
			return ReportClause{c.Document.ID, c.ID, c.Heading, Tier(c.Document.Tier), Level(c.Level), coverage(c.Partly), newDegree(c.Degree), Phase(c.Phase), c.Withheld}
		})}
	if !it.Reason.IsZero() {
		out.Reason = &it.Reason
	}
	return out
}

func newReportCount(c standard.Count) ReportCount {
	return ReportCount{c.Total(), c[standard.Covered], c[standard.Partly], c[standard.Folded], c[standard.Delegated],
		c[standard.LeftOutItem], c[standard.Considering], c[standard.NotExamined]}
}

func newReportPhases(n map[string]int) ReportPhases {
	return ReportPhases{n["prevent"], n["detect"], n["limit"], n["recover"]}
}
