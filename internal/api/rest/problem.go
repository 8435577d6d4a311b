package rest

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"kijun/internal/fault"
)

// Problem is an error as RFC 9457 has it.
type Problem struct {
	Status int     `json:"status" doc:"HTTP status"`
	Title  string  `json:"title" doc:"What kind of problem it is"`
	Detail string  `json:"detail,omitempty" doc:"Where, what was wrong, what is allowed"`
	Errors []Wrong `json:"errors,omitempty" doc:"What is wrong with which part of the input"`
}

// Wrong is one part of the input that cannot be taken. What was sent is not repeated.
type Wrong struct {
	Location string `json:"location" doc:"Where in the request, such as body.name"`
	Message  string `json:"message"`
}

func (p *Problem) Error() string { return p.Detail }

// GetStatus is the status of the answer.
func (p *Problem) GetStatus() int { return p.Status }

// ContentType makes JSON a problem document.
func (p *Problem) ContentType(string) string { return "application/problem+json" }

// Problems that the API's machinery finds take the same form as the rooms' faults.
func init() {
	huma.NewErrorWithContext = func(_ huma.Context, status int, message string, errs ...error) huma.StatusError {
		return machinery(status, message, errs...)
	}
	huma.NewError = machinery
}

func machinery(status int, message string, errs ...error) huma.StatusError {
	p := &Problem{Status: status, Title: http.StatusText(status), Detail: message}
	for _, err := range errs {
		var at huma.ErrorDetailer
		if errors.As(err, &at) {
			d := at.ErrorDetail()
			p.Errors = append(p.Errors, Wrong{Location: d.Location, Message: d.Message})
		}
	}
	return p
}

// problem turns an error into what the caller is told. What is internal goes to the log.
func problem(ctx context.Context, err error) error {
	f, l := fault.Of(err), Of(ctx).Lang
	if f.Kind == fault.Internal && ctx.Err() == nil {
		slog.ErrorContext(ctx, "internal", "err", fmt.Sprint(f.Cause))
	}
	p := &Problem{Status: f.Kind.Status(), Title: http.StatusText(f.Kind.Status()), Detail: f.Text.In(l)}
	for _, x := range f.Fields {
		p.Errors = append(p.Errors, Wrong{Location: "body." + x.Name, Message: x.Text.In(l)})
	}
	return p
}
