package rest

import (
	"context"
	"net/http"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"kijun/internal/access"
)

// Handler answers one operation for an actor. I is the request with huma's tags, O the answer.
type Handler[I, O any] func(context.Context, access.Actor, *I) (*O, error)

// Get mounts an operation that reads. Path stands below /api/v1; its first part is the room.
func Get[I, O any](api huma.API, path, id, summary string, h Handler[I, O]) {
	mount(api, http.MethodGet, path, id, summary, h)
}

// Post mounts an operation that does something.
func Post[I, O any](api huma.API, path, id, summary string, h Handler[I, O]) {
	mount(api, http.MethodPost, path, id, summary, h)
}

// Put mounts an operation that replaces something.
func Put[I, O any](api huma.API, path, id, summary string, h Handler[I, O]) {
	mount(api, http.MethodPut, path, id, summary, h)
}

func mount[I, O any](api huma.API, method, path, id, summary string, h Handler[I, O]) {
	room, _, _ := strings.Cut(strings.TrimPrefix(path, "/"), "/")
	huma.Register(api, huma.Operation{
		OperationID: id, Method: method, Path: "/api/v1" + path, Summary: summary, Tags: []string{room},
		MaxBodyBytes: 32 << 20, Security: []map[string][]string{{"token": {}}},
	}, func(ctx context.Context, in *I) (*O, error) {
		out, err := h(ctx, Of(ctx).Actor, in)
		if err != nil {
			return nil, problem(ctx, err)
		}
		return out, nil
	})
}

// Body is an answer with a JSON body.
type Body[T any] struct{ Body T }

// Answer is v as the body of an answer.
func Answer[T any](v T, err error) (*Body[T], error) {
	if err != nil {
		return nil, err
	}
	return &Body[T]{v}, nil
}

// Nothing is a request or an answer without content.
type Nothing struct{}

// Done is the answer to an act that has nothing to say.
func Done(err error) (*Nothing, error) {
	if err != nil {
		return nil, err
	}
	return &Nothing{}, nil
}

// List is a page of a list. Next is given as from to ask for the next page; "" on the last.
type List[T any] struct {
	Items []T    `json:"items"`
	Next  string `json:"next,omitempty" doc:"Give it as ?from= to read on"`
}

// Page is an answer with a page of a list.
func Page[T any](items []T, next string, err error) (*Body[List[T]], error) {
	if items == nil {
		items = []T{}
	}
	return Answer(List[T]{items, next}, err)
}
