package rest

import (
	"context"
	"log/slog"
	"strings"

	"kijun/internal/access"
	"kijun/internal/lang"
)

// Asking is who asks, with which token, in which language.
type Asking struct {
	Actor access.Actor
	Token string
	From  string // address
	Lang  lang.Lang
	Log   *slog.Logger // where what is internal goes
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
	if a.Log == nil {
		a.Log = slog.Default()
	}
	return a
}

// Accepted is the language that an Accept-Language header names first, else Japanese.
func Accepted(header string) lang.Lang {
	for part := range strings.SplitSeq(header, ",") {
		switch tag := strings.TrimSpace(part); {
		case strings.HasPrefix(tag, "ja"):
			return lang.JA
		case strings.HasPrefix(tag, "en"):
			return lang.EN
		}
	}
	return lang.JA
}
