package rest

import (
	"context"

	"kijun/internal/access"
	"kijun/internal/lang"
)

// Asking is who asks, with which token, in which language.
type Asking struct {
	Actor access.Actor
	Token string
	From  string // address
	Lang  lang.Lang
}

type askingKey struct{}

// With returns a context in which somebody asks.
func With(ctx context.Context, a Asking) context.Context {
	return context.WithValue(ctx, askingKey{}, a)
}

// Of returns who asks; anybody, in Japanese, where nobody was named.
func Of(ctx context.Context) Asking {
	a, ok := ctx.Value(askingKey{}).(Asking)
	if !ok {
		a.Lang = lang.JA
	}
	return a
}
