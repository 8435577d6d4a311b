package standardapi

import (
	"context"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"kijun/internal/access"
	"kijun/internal/api/rest"
	"kijun/internal/guideline"
	"kijun/internal/standard"
)

// Operations are the operations of the room.
type Operations struct {
	Standards *standard.Service
	Catalogue *guideline.Catalogue
	Now       func() time.Time
}

// mostSent is a body of files in base64.
const mostSent = standard.MaxUploadBytes/3*4 + 1<<20

// Mount mounts the operations.
func (o Operations) Mount(on huma.API) {
	open := rest.Open(on)
	rest.Get(open, "/standards", "list-standards", "List the standards that one may see, the most binding first", o.list)
	rest.Post(rest.Large(on, mostSent), "/standards/import", "import-standards", "Import files as drafts or as new revisions, all or none; or say what that would do", o.imported)
	rest.Get(open, "/standards/{id}", "get-standard", "Read a standard with its clauses", o.get)
	rest.Download(open, "/standards/{id}/source", "get-standard-source", "The Markdown byte for byte, or as Excel or CSV; a table or a text without what is withheld for the reader",
		[]string{"text/markdown", "text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}, o.source)
	rest.Get(on, "/standards/{id}/revisions", "list-standard-revisions", "List the revisions of one's own standard, the newest first", o.revisions)
	rest.Download(on, "/standards/{id}/revisions/{number}/source", "get-standard-revision", "The Markdown of a revision, byte for byte", []string{"text/markdown"}, o.revision)
	rest.Post(on, "/standards/{id}/advance", "advance-standard", "Bring a standard into its next state", o.advance)

	rest.Get(open, "/sectors/{sector}/report", "get-sector-report", "How the standards of a sector answer each item of the guideline", o.report)
	rest.Get(on, "/sectors/{sector}/allocation", "get-allocation", "Which tier or document takes which item in a sector", o.allocation)
	rest.Put(on, "/sectors/{sector}/allocation", "decide-allocation", "Say by whom and when the allocation was decided; a later day begins a new one with the same items", o.decide)
	rest.Download(on, "/sectors/{sector}/allocation/file", "get-allocation-file", "The allocation as allocation.yaml", []string{"application/yaml"}, o.allocationFile)
	rest.Put(on, "/sectors/{sector}/allocation/items/{item}", "allot-item", "Put an item to a tier or a document, or leave it out with a reason", o.allot)
	rest.Get(on, "/sectors/{sector}/allocation/items/{item}/history", "list-allotments", "Every allotment of an item, the latest first", o.allotments)
}

type listing struct {
	rest.From
	Sector string         `query:"sector" maxLength:"64" doc:"That count in this sector"`
	Tier   OptionalTier   `query:"tier"`
	Status OptionalStatus `query:"status"`
	Org    string         `query:"organisation" maxLength:"63" doc:"Whose record it is"`
	Words  string         `query:"words" maxLength:"500" doc:"All of which stand in the document"`
}

func (o Operations) list(ctx context.Context, a access.Actor, in *listing) (*rest.Body[rest.List[Standard]], error) {
	f := standard.Filter{Sector: in.Sector, Tier: standard.Tier(in.Tier), Status: string(in.Status), Org: in.Org, Words: in.Words}
	records, next, err := o.Standards.List(ctx, a, f, in.From.From)
	return rest.Page(records, next, err, newStandard)
}

// StandardID names a standard.
type StandardID struct {
	ID string `path:"id"`
}

func (o Operations) get(ctx context.Context, a access.Actor, in *StandardID) (*rest.Body[Document], error) {
	r, d, err := o.Standards.Get(ctx, a, in.ID)
	if err != nil {
		return nil, err
	}
	steps, err := o.Standards.Steps(ctx, a, in.ID)
	return rest.Answer(newDocument(r, d, steps), err)
}

type exporting struct {
	StandardID
	Form string `query:"form" enum:"md,xlsx,csv" default:"md"`
}

func (o Operations) source(ctx context.Context, a access.Actor, in *exporting) (*rest.File, error) {
	e, err := o.Standards.Export(ctx, a, in.ID, in.Form, rest.Of(ctx).Lang)
	return rest.Bytes(e.Name, e.Type, e.Data), err
}

func (o Operations) revisions(ctx context.Context, a access.Actor, in *StandardID) (*rest.Body[rest.List[Revision]], error) {
	_, rs, err := o.Standards.Revisions(ctx, a, in.ID)
	return rest.Page(rs, "", err, func(r standard.Revision) Revision {
		return Revision{r.Number, r.Name, r.Hash, r.Size, r.At.UTC(), r.By}
	})
}

type revisionID struct {
	StandardID
	Number int `path:"number" minimum:"1" maximum:"1000000"`
}

func (o Operations) revision(ctx context.Context, a access.Actor, in *revisionID) (*rest.File, error) {
	source, err := o.Standards.Source(ctx, a, in.ID, in.Number)
	return rest.Bytes(in.ID+".md", "text/markdown; charset=utf-8", source), err
}

type advancing struct {
	StandardID
	Body struct {
		To      NextStatus `json:"to"`
		Comment string     `json:"comment,omitempty" maxLength:"2000"`
	}
}

func (o Operations) advance(ctx context.Context, a access.Actor, in *advancing) (*rest.Body[Document], error) {
	if err := o.Standards.Advance(ctx, a, in.ID, string(in.Body.To), in.Body.Comment); err != nil {
		return nil, err
	}
	return o.get(ctx, a, &in.StandardID)
}
