package rest

import (
	"context"
	"errors"
	"fmt"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"kijun/internal/fault"
	"kijun/internal/lang"
)

// Problem is an error as RFC 9457 has it; its type is about:blank.
type Problem struct {
	Status   int           `json:"status" minimum:"400" maximum:"599" doc:"HTTP status"`
	Title    string        `json:"title" doc:"What kind of problem it is"`
	Detail   string        `json:"detail,omitempty" doc:"Where, what was wrong, what is allowed; in the language of Accept-Language"`
	Errors   []Wrong       `json:"errors,omitempty" doc:"What is wrong with which part of the input"`
	Problems []FileProblem `json:"problems,omitempty" doc:"Of files that were sent: what is wrong with them"`
	Current  any           `json:"current,omitempty" doc:"Of a conflict: the record as it is now"`
}

// Wrong is one part of the input that cannot be taken. What was sent is not repeated.
type Wrong struct {
	Location string `json:"location" doc:"Where in the request, such as body.name"`
	Message  string `json:"message"`
}

// FileProblem is one thing that is wrong, or doubtful, in a file that was sent.
type FileProblem struct {
	Path     string    `json:"path" doc:"Name of the file"`
	Line     int       `json:"line"`
	Column   int       `json:"column" doc:"From 1, in code points"`
	Rule     string    `json:"rule" doc:"Id of the rule, see docs/formats.md"`
	Severity string    `json:"severity" enum:"error,warning"`
	Message  lang.Text `json:"message"`
}

func (p *Problem) Error() string { return p.Detail }

// GetStatus is the status of the answer.
func (p *Problem) GetStatus() int { return p.Status }

// ContentType makes JSON a problem document.
func (p *Problem) ContentType(string) string { return "application/problem+json" }

// more is an error with what the caller should have beside it.
type more struct {
	error
	problems []FileProblem
	current  any
}

func (m *more) Unwrap() error { return m.error }

// WithProblems is err with what is wrong with the files that were sent.
func WithProblems(err error, ps []FileProblem) error { return &more{error: err, problems: ps} }

// WithCurrent is a conflict with the record as it is now.
func WithCurrent(err error, record any) error { return &more{error: err, current: record} }

// problem turns an error into what the caller is told. What is internal goes to the log.
func problem(ctx context.Context, err error) error {
	p := Tell(ctx, err)
	if p.Status == http.StatusUnauthorized {
		return huma.ErrorWithHeaders(p, http.Header{"Www-Authenticate": {"Bearer"}})
	}
	return p
}

// Tell is problem for an answer outside an operation.
func Tell(ctx context.Context, err error) *Problem {
	f, asking := fault.Of(err), Of(ctx)
	if f.Kind == fault.Internal && ctx.Err() == nil {
		asking.Log.ErrorContext(ctx, "internal", "err", fmt.Sprint(f.Cause))
	}
	p := &Problem{Status: f.Kind.Status(), Title: http.StatusText(f.Kind.Status()), Detail: f.Text.In(asking.Lang)}
	for _, x := range f.Fields {
		p.Errors = append(p.Errors, Wrong{Location: "body." + x.Name, Message: x.Text.In(asking.Lang)})
	}
	var m *more
	if errors.As(err, &m) {
		p.Problems, p.Current = m.problems, m.current
	}
	return p
}

// write answers with an error before an operation is reached.
func write(api huma.API, ctx huma.Context, err error) {
	p := Tell(ctx.Context(), err)
	if p.Status == http.StatusUnauthorized {
		ctx.SetHeader("WWW-Authenticate", "Bearer")
	}
	ctx.SetHeader("Content-Type", p.ContentType(""))
	ctx.SetStatus(p.Status)
	if err := api.Marshal(ctx.BodyWriter(), "application/json", p); err != nil {
		Of(ctx.Context()).Log.WarnContext(ctx.Context(), "an answer broke off", "err", err)
	}
}
