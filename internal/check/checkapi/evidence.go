package checkapi

import (
	"bytes"
	"context"

	"github.com/danielgtaylor/huma/v2"

	"kijun/internal/access"
	"kijun/internal/api/rest"
	"kijun/internal/check"
	"kijun/internal/clock"
)

func (o Operations) mountEvidence(on huma.API) {
	rest.Get(on, "/evidence", "list-evidence", "List one's organisation's evidence, the newest first", o.evidence)
	rest.Download(on, "/evidence/{id}/file", "get-evidence-file", "The file, as it was attached", []string{"application/octet-stream"}, o.file)
	rest.Post(rest.Large(on, check.MaxEvidence), "/checks/{id}/entries/{number}/evidence", "attach-evidence", "Keep a file, which is the body as it is, as evidence of an entry", o.attach)
	rest.Put(on, "/checks/{id}/entries/{number}/evidence/{evidence}", "link-evidence", "Link evidence that there is to an entry", o.link)
	rest.Delete(on, "/checks/{id}/entries/{number}/evidence/{evidence}", "unlink-evidence", "Take evidence from an entry; the file stays with the organisation", o.unlink)
}

type looking struct {
	rest.From
	Words string `query:"words" maxLength:"500" doc:"All of which stand in the title or the name"`
}

func (o Operations) evidence(ctx context.Context, a access.Actor, in *looking) (*rest.Body[rest.List[Evidence]], error) {
	es, next, err := o.Checks.AllEvidence(ctx, a, in.Words, in.From.From)
	return rest.Page(es, next, err, newEvidence)
}

func (o Operations) file(ctx context.Context, a access.Actor, in *CheckID) (*rest.File, error) {
	e, body, err := o.Checks.OpenEvidence(ctx, a, in.ID)
	return &rest.File{Name: e.Name, Type: "application/octet-stream", Body: body}, err
}

type attaching struct {
	EntryID
	Name      string     `query:"name" required:"true" maxLength:"200" doc:"Of the file"`
	Title     string     `query:"title" maxLength:"200" doc:"The name when it is not given"`
	Effective clock.Date `query:"effective" format:"date" doc:"From when it counts"`
	Expires   clock.Date `query:"expires" format:"date" doc:"The last day on which it counts"`
	RawBody   []byte
}

func (o Operations) attach(ctx context.Context, a access.Actor, in *attaching) (*rest.Body[Evidence], error) {
	e, err := o.Checks.Attach(ctx, a, in.ID, in.Number, check.Upload{Title: in.Title, Name: in.Name, Effective: in.Effective, Expires: in.Expires, Body: bytes.NewReader(in.RawBody)})
	return rest.Answer(newEvidence(e), err)
}

type linking struct {
	EntryID
	Evidence string `path:"evidence"`
}

func (o Operations) link(ctx context.Context, a access.Actor, in *linking) (*rest.Nothing, error) {
	return rest.Done(o.Checks.Link(ctx, a, in.ID, in.Number, in.Evidence))
}

func (o Operations) unlink(ctx context.Context, a access.Actor, in *linking) (*rest.Nothing, error) {
	return rest.Done(o.Checks.Unlink(ctx, a, in.ID, in.Number, in.Evidence))
}
