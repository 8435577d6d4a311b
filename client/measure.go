package client

import (
	"context"
	"net/http"
	"time"
)

// View is which sheet one looks at. The zero View is one's own, in the first sector, today.
type View struct {
	Operator, Sector, Audience, On string
	Contractor                     bool // only what concerns contractors
}

func (v View) query() string {
	contractor := ""
	if v.Contractor {
		contractor = "true"
	}
	return query("operator", v.Operator, "sector", v.Sector, "audience", v.Audience, "on", v.On, "contractor", contractor)
}

// Sheet is what an operator should do, and how far.
type Sheet struct {
	Operator string        `json:"operator"`
	Sector   string        `json:"sector"`
	On       string        `json:"on"`
	Items    []MeasureItem `json:"items"`
	Beyond   MeasureItem   `json:"beyond"`
}

// MeasureItem is what the four tiers ask under one item of the guideline.
type MeasureItem struct {
	ID         string                     `json:"id"`
	Title      Text                       `json:"title"`
	Tiers      map[string][]MeasureClause `json:"tiers"`
	Binding    string                     `json:"binding"`
	Level      string                     `json:"level"`
	CarriedOut string                     `json:"carried_out"` // yes, partly, no, nothing-asked
	Open       []Ref                      `json:"open"`
}

// MeasureClause is a clause under an item.
type MeasureClause struct {
	Ref
	Heading string `json:"heading"`
	Text    string `json:"text"`
	Word    string `json:"word"`
}

// Ref names a clause of a document.
type Ref struct {
	Document string `json:"document"`
	Clause   string `json:"clause"`
}

func (r Ref) String() string { return r.Document + "#" + r.Clause }

// Measures returns what an operator should do.
func (c *Client) Measures(ctx context.Context, v View) (Sheet, error) {
	return get[Sheet](ctx, c, path("measures")+v.query())
}

// Changes are the differences between a sheet and what one saw of it last.
type Changes struct {
	Since   time.Time `json:"since"` // zero: never marked
	New     []Ref     `json:"new"`
	Changed []Ref     `json:"changed"`
	Gone    []struct {
		Clause  string `json:"clause"`
		Heading string `json:"heading"`
	} `json:"gone"`
}

// MeasureChanges returns what changed since one marked the sheet.
func (c *Client) MeasureChanges(ctx context.Context, v View) (Changes, error) {
	return get[Changes](ctx, c, path("measures", "changes")+v.query())
}

// MarkMeasures remembers that one has seen the sheet.
func (c *Client) MarkMeasures(ctx context.Context, operator, sector string) error {
	return c.call(ctx, http.MethodPost, path("measures", "mark"), map[string]string{"operator": operator, "sector": sector}, nil)
}
