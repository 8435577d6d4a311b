package client

import (
	"context"
	"iter"
	"time"
)

// Standard is an edition of a document.
type Standard struct {
	ID           string    `json:"id"`
	Organisation string    `json:"organisation"`
	Document     string    `json:"document"`
	Title        Text      `json:"title"`
	Tier         string    `json:"tier"` // mandatory, recommended, industry, in-house
	Sectors      []string  `json:"sectors"`
	Edition      string    `json:"edition"`
	Status       string    `json:"status"` // draft, in-consultation, decided, in-force, superseded
	Publication  string    `json:"publication"`
	Operator     string    `json:"operator"`
	Effective    string    `json:"effective"`
	Audience     string    `json:"audience"`
	Revision     int       `json:"revision"`
	Changed      time.Time `json:"changed"`
	Next         []string  `json:"next_states"`
}

// Document is a standard with its clauses.
type Document struct {
	Standard
	Veil    string   `json:"veil"` // what is left out for the reader: none, withheld, document
	Clauses []Clause `json:"clauses"`
}

// Clause is a clause of a standard.
type Clause struct {
	ID       string `json:"id"`
	Heading  string `json:"heading"`
	Text     string `json:"text"`
	Word     string `json:"word"`
	Level    string `json:"level"`
	Withheld bool   `json:"withheld"`
	Reason   string `json:"reason"` // why it is withheld
}

// StandardFilter narrows a list of standards.
type StandardFilter struct{ Sector, Tier, Status, Organisation, Words string }

// Standards lists the standards that one may see.
func (c *Client) Standards(ctx context.Context, f StandardFilter) iter.Seq2[Standard, error] {
	return list[Standard](ctx, c, path("standards"), "sector", f.Sector, "tier", f.Tier, "status", f.Status, "organisation", f.Organisation, "words", f.Words)
}

// Standard reads a standard with its clauses.
func (c *Client) Standard(ctx context.Context, id string) (Document, error) {
	return get[Document](ctx, c, path("standards", id))
}

// Source reads the Markdown of a standard, byte for byte.
func (c *Client) Source(ctx context.Context, id string) ([]byte, error) {
	return c.download(ctx, path("standards", id, "source"))
}

// File is a file to import: Markdown, Excel, CSV, allocation.yaml, or a .zip of such.
type File struct {
	Name string `json:"name"`
	Data []byte `json:"base64"`
}

// Imported is what an import did, or would do.
type Imported struct {
	Done     bool           `json:"done"`
	Refused  bool           `json:"refused"` // of a preview
	Files    []ImportedFile `json:"files"`
	Problems []FileProblem  `json:"problems"`
}

// ImportedFile is what became, or would become, of one file.
type ImportedFile struct {
	Name     string `json:"name"`
	Change   string `json:"change"` // added, revised, unchanged, ignored, refused
	ID       string `json:"id"`     // of the standard
	Document string `json:"document"`
	Sector   string `json:"sector"` // of an allocation
}

type files struct {
	Files   []File `json:"files"`
	Preview bool   `json:"preview,omitempty"`
}

// Import imports files, all or none. A refusal is a *Problem with what is wrong in which file.
func (c *Client) Import(ctx context.Context, fs ...File) (Imported, error) {
	return post[Imported](ctx, c, path("standards", "import"), files{Files: fs})
}

// PreviewImport says what Import would do.
func (c *Client) PreviewImport(ctx context.Context, fs ...File) (Imported, error) {
	return post[Imported](ctx, c, path("standards", "import"), files{fs, true})
}

// Advance brings a standard into a state.
func (c *Client) Advance(ctx context.Context, id, to, comment string) (Document, error) {
	return post[Document](ctx, c, path("standards", id, "advance"), map[string]string{"to": to, "comment": comment})
}

// Report is how the standards of a sector answer the guideline.
type Report struct {
	Guideline string       `json:"guideline"`
	Sector    string       `json:"sector"`
	On        string       `json:"on"`
	Items     []ReportItem `json:"items"`
	Open      []string     `json:"open"`
}

// ReportItem is how the standards answer one item.
type ReportItem struct {
	ID    string `json:"id"`
	Title Text   `json:"title"`
	State string `json:"state"`
	Open  bool   `json:"open"`
}

// Report reports on a sector, with the in-house rules of an operator ("": nobody's).
func (c *Client) Report(ctx context.Context, sector, operator string) (Report, error) {
	return get[Report](ctx, c, path("sectors", sector, "report")+query("operator", operator))
}

// Allocation says which tier or document takes which item in a sector.
type Allocation struct {
	Sector  string      `json:"sector"`
	Decided string      `json:"decided"`
	Items   []Allotment `json:"items"`
}

// Allotment is where an item is put. Of Tier, Document and LeftOut (with a Reason) one is set, or none.
type Allotment struct {
	Item     string `json:"item,omitempty"`
	Tier     string `json:"tier,omitempty"`
	Document string `json:"document,omitempty"`
	LeftOut  bool   `json:"left_out,omitempty"`
	Reason   Text   `json:"reason"`
	Version  int    `json:"version"`
}

// Allocation reads the allocation of a sector.
func (c *Client) Allocation(ctx context.Context, sector string) (Allocation, error) {
	return get[Allocation](ctx, c, path("sectors", sector, "allocation"))
}

// Allot puts an item somewhere. The version is that of the allotment that was read, 0 where there was none.
func (c *Client) Allot(ctx context.Context, sector string, a Allotment) (Allotment, error) {
	item := a.Item
	a.Item = ""
	return put[Allotment](ctx, c, path("sectors", sector, "allocation", "items", item), a)
}
