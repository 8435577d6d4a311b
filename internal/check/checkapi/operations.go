package checkapi

import (
	"context"

	"github.com/danielgtaylor/huma/v2"

	"kijun/internal/access"
	"kijun/internal/api/rest"
	"kijun/internal/check"
	"kijun/internal/clock"
)

// Operations are the operations of the room.
type Operations struct {
	Checks *check.Service
}

// Mount mounts the operations.
func (o Operations) Mount(on huma.API) {
	rest.Get(on, "/checks", "list-checks", "List one's organisation's self-checks, the newest fiscal year first", o.list)
	rest.Post(on, "/checks", "start-check", "Start a self-check from the measures", o.start)
	rest.Get(on, "/checks/{id}", "get-check", "Read a check with its counts", o.get)
	rest.Get(on, "/checks/{id}/parts", "get-check-parts", "How every item, group and document of a check stands", o.parts)
	rest.Post(on, "/checks/{id}/update", "update-check", "Bring a check up to the measures of today; no answer is lost", o.update)
	rest.Post(on, "/checks/{id}/close", "close-check", "Close a check; what is unanswered stays so", o.finish)
	rest.Post(on, "/checks/{id}/reopen", "reopen-check", "Open a closed check again, with the reason", o.reopen)
	o.mountAnswers(on)
	o.mountEvidence(on)
	o.mountSending(on)
}

func (o Operations) list(ctx context.Context, a access.Actor, in *rest.From) (*rest.Body[rest.List[Check]], error) {
	cs, next, err := o.Checks.List(ctx, a, in.From)
	return rest.Page(cs, next, err, newCheck)
}

type starting struct {
	Body struct {
		Sector string     `json:"sector" maxLength:"64"`
		Year   int        `json:"fiscal_year" doc:"The year in which it begins: 2026 is April 2026 to March 2027"`
		Title  string     `json:"title,omitempty" maxLength:"200"`
		On     clock.Date `json:"on,omitempty" format:"date" doc:"The day whose measures are asked; today, or the last day of a year that is over, when it is not given"`
		Carry  bool       `json:"carry,omitempty" doc:"Carry the answers of the newest earlier check forward, marked"`
	}
}

func (o Operations) start(ctx context.Context, a access.Actor, in *starting) (*rest.Body[WholeCheck], error) {
	b := in.Body
	id, err := o.Checks.Start(ctx, a, check.Start{Sector: b.Sector, Year: b.Year, Title: b.Title, On: b.On, Carry: b.Carry})
	return o.after(ctx, a, id, err)
}

// CheckID names a check, or in its place a piece of evidence.
type CheckID struct {
	ID string `path:"id"`
}

func (o Operations) get(ctx context.Context, a access.Actor, in *CheckID) (*rest.Body[WholeCheck], error) {
	return o.after(ctx, a, in.ID, nil)
}

// after is a check as it is after an act.
func (o Operations) after(ctx context.Context, a access.Actor, id string, err error) (*rest.Body[WholeCheck], error) {
	if err != nil {
		return nil, err
	}
	c, err := o.Checks.Get(ctx, a, id)
	if err != nil {
		return nil, err
	}
	steps, err := o.Checks.Steps(ctx, a, id)
	return rest.Answer(WholeCheck{newCheck(c), rest.Each(steps, newStep)}, err)
}

func (o Operations) parts(ctx context.Context, a access.Actor, in *CheckID) (*rest.Body[Parts], error) {
	counts, err := o.Checks.Counts(ctx, a, in.ID)
	out := Parts{Parts: map[string]Counts{}}
	for part, c := range counts {
		if part != "" {
			out.Parts[string(part)] = newCounts(c)
		}
	}
	return rest.Answer(out, err)
}

// Updated says what an update found.
type Updated struct {
	Added   int `json:"added"`
	Changed int `json:"changed"`
	Gone    int `json:"gone"`
	Back    int `json:"back"`
}

func (o Operations) update(ctx context.Context, a access.Actor, in *CheckID) (*rest.Body[Updated], error) {
	u, err := o.Checks.Update(ctx, a, in.ID)
	return rest.Answer(Updated(u), err)
}

type commenting struct {
	CheckID
	Body struct {
		Comment string `json:"comment" maxLength:"2000" doc:"For reopening it is needed"`
	}
}

func (o Operations) finish(ctx context.Context, a access.Actor, in *commenting) (*rest.Body[WholeCheck], error) {
	return o.after(ctx, a, in.ID, o.Checks.Close(ctx, a, in.ID, in.Body.Comment))
}

func (o Operations) reopen(ctx context.Context, a access.Actor, in *commenting) (*rest.Body[WholeCheck], error) {
	return o.after(ctx, a, in.ID, o.Checks.Reopen(ctx, a, in.ID, in.Body.Comment))
}
