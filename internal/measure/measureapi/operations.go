package measureapi

import (
	"context"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"kijun/internal/access"
	"kijun/internal/api/rest"
	"kijun/internal/clock"
	"kijun/internal/measure"
	"kijun/internal/standard"
)

// Operations are the operations of the room.
type Operations struct {
	Measures *measure.Service
}

// Mount mounts the operations.
func (o Operations) Mount(on huma.API) {
	rest.Get(on, "/measures", "get-measures", "What an operator should do, and how far", o.sheet)
	rest.Get(on, "/measures/changes", "get-measure-changes", "What changed on a sheet since one marked it as seen", o.changes)
	rest.Post(on, "/measures/mark", "mark-measures", "Remember that one has seen a sheet as it is", o.mark)
}

type viewing struct {
	Operator   string     `query:"operator" maxLength:"63" doc:"Whose sheet; one's own organisation, or the first that engages it, when it is not given"`
	Sector     string     `query:"sector" maxLength:"64" doc:"The operator's first when it is not given"`
	Audience   string     `query:"audience" maxLength:"200" doc:"A role in the operator, as the clauses call it"`
	Contractor bool       `query:"contractor" doc:"Only what concerns contractors; a contractor gets nothing else anyway"`
	On         clock.Date `query:"on" format:"date" doc:"Day; today when it is not given"`
}

func (in *viewing) view() measure.View {
	return measure.View{Operator: in.Operator, Sector: in.Sector, Audience: in.Audience, Contractor: in.Contractor, On: in.On}
}

func (o Operations) sheet(ctx context.Context, a access.Actor, in *viewing) (*rest.Body[Sheet], error) {
	s, err := o.Measures.Sheet(ctx, a, in.view())
	if err != nil {
		return nil, err
	}
	return rest.Answer(newSheet(s), nil)
}

// Changes are the differences between a sheet and what one saw of it last.
type Changes struct {
	Since   time.Time `json:"since,omitzero" doc:"When one marked the sheet; missing: never, and then nothing counts as changed"`
	New     []Ref     `json:"new"`
	Changed []Ref     `json:"changed"`
	Gone    []Gone    `json:"gone"`
}

// Gone is a clause that is not there any more.
type Gone struct {
	Clause  string `json:"clause" doc:"document#clause"`
	Heading string `json:"heading"`
}

func (o Operations) changes(ctx context.Context, a access.Actor, in *viewing) (*rest.Body[Changes], error) {
	s, err := o.Measures.Sheet(ctx, a, in.view())
	if err != nil {
		return nil, err
	}
	c, err := o.Measures.Changes(ctx, a, s)
	if err != nil {
		return nil, err
	}
	out := Changes{Since: c.Since, New: []Ref{}, Changed: []Ref{}, Gone: rest.Each(c.Gone, func(g measure.Gone) Gone { return Gone{g.Ref, g.Heading} })}
	if !out.Since.IsZero() {
		out.Since = out.Since.UTC()
	}
	for _, clause := range s.Clauses() {
		switch c.Of(clause) {
		case measure.Added:
			out.New = append(out.New, newRef(clause))
		case measure.Changed:
			out.Changed = append(out.Changed, newRef(clause))
		}
	}
	return rest.Answer(out, nil)
}

type marking struct {
	Body struct {
		Operator string `json:"operator,omitempty" maxLength:"63" doc:"As in get-measures"`
		Sector   string `json:"sector,omitempty" maxLength:"64"`
	}
}

func (o Operations) mark(ctx context.Context, a access.Actor, in *marking) (*rest.Nothing, error) {
	s, err := o.Measures.Sheet(ctx, a, measure.View{Operator: in.Body.Operator, Sector: in.Body.Sector})
	if err != nil {
		return nil, err
	}
	return rest.Done(o.Measures.Mark(ctx, a, s))
}

func newRef(c *standard.Clause) Ref { return Ref(c.Ref()) }
