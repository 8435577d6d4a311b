package rest

import (
	"context"
	"net/http"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"kijun/internal/access"
	"kijun/internal/fault"
	"kijun/internal/lang"
)

// Handler answers one operation for an actor. I is the request with huma's tags, O the answer.
type Handler[I, O any] func(context.Context, access.Actor, *I) (*O, error)

// Get mounts an operation that reads. Path stands below /api/v1; its first part is the room.
func Get[I, O any](api huma.API, path, id, summary string, h Handler[I, O]) {
	mount(api, operation(api, http.MethodGet, path, id, summary), h)
}

// Post mounts an operation that does something.
func Post[I, O any](api huma.API, path, id, summary string, h Handler[I, O]) {
	mount(api, operation(api, http.MethodPost, path, id, summary), h)
}

// Put mounts an operation that replaces something.
func Put[I, O any](api huma.API, path, id, summary string, h Handler[I, O]) {
	mount(api, operation(api, http.MethodPut, path, id, summary), h)
}

// Delete mounts an operation that takes something away.
func Delete[I, O any](api huma.API, path, id, summary string, h Handler[I, O]) {
	mount(api, operation(api, http.MethodDelete, path, id, summary), h)
}

// mounting is an API with what holds for the operations mounted on it.
type mounting struct {
	huma.API
	open bool
	most int64
}

// on returns what holds on an api.
func on(api huma.API) mounting {
	if m, ok := api.(mounting); ok {
		return m
	}
	return mounting{API: api, most: 1 << 20}
}

// Open returns an API whose operations need no sign-in.
func Open(api huma.API) huma.API {
	m := on(api)
	m.open = true
	return m
}

// Large returns an API whose operations take a body of up to most bytes.
func Large(api huma.API, most int64) huma.API {
	m := on(api)
	m.most = most
	return m
}

var wordSignIn = lang.Text{JA: "サインインしてください", EN: "sign in first"}

func operation(api huma.API, method, path, id, summary string) huma.Operation {
	m := on(api)
	room, _, _ := strings.Cut(strings.TrimPrefix(path, "/"), "/")
	o := huma.Operation{
		OperationID: id, Method: method, Path: "/api/v1" + path, Summary: summary, Tags: []string{room},
		MaxBodyBytes: m.most + 1, BodyReadTimeout: time.Minute, Security: []map[string][]string{{"token": {}}},
		RejectUnknownQueryParameters: true, // a filter that is misspelt would show more than was asked for
	}
	if m.open {
		o.Security = []map[string][]string{{}, {"token": {}}}
		return o
	}
	o.Middlewares = huma.Middlewares{func(ctx huma.Context, next func(huma.Context)) { // before a body is read
		if Of(ctx.Context()).Actor.SignedIn() {
			next(ctx)
			return
		}
		write(m.API, ctx, fault.New(fault.Unauthenticated, wordSignIn))
	}}
	return o
}

func mount[I, O any](api huma.API, o huma.Operation, h Handler[I, O]) {
	huma.Register(on(api).API, o, func(ctx context.Context, in *I) (*O, error) {
		out, err := h(ctx, Of(ctx).Actor, in)
		if err != nil {
			return nil, problem(ctx, err)
		}
		return out, nil
	})
}
