package api

import (
	"context"
	"encoding/json"
	"log/slog"
	"net"
	"net/http"
	"reflect"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"kijun/internal/access"
	"kijun/internal/api/rest"
)

// Sessions finds out who acts.
type Sessions interface {
	Session(ctx context.Context, token string) (access.Actor, error)
}

// API is the machinery on which the rooms' api faces mount their operations.
type API struct {
	huma.API
	Options
	mux *http.ServeMux
}

// Options are what an API needs from outside.
type Options struct {
	Sessions Sessions
	Cookie   string // name of the browser's session cookie
	Log      *slog.Logger
}

const description = "Safety standards of critical infrastructure: guideline, standards, measures, self-checks, submissions. " +
	"Sign in at /api/v1/sessions and send the token as a bearer token. Times are RFC 3339 in UTC, days are YYYY-MM-DD in Japan, " +
	"texts come in both languages, lists as items with next, and what is not there is left out or empty, never null unless it says so."

// New returns an API without operations.
func New(o Options) *API {
	mux := http.NewServeMux()
	config := huma.DefaultConfig("kijun", "1")
	config.Info.Description = description
	config.DocsPath, config.SchemasPath, config.CreateHooks = "", "", nil // its page loads from outside; no $schema in bodies
	config.OpenAPIPath = "/api/openapi"
	config.Formats = map[string]huma.Format{"application/json": rest.JSON, "json": rest.JSON}
	config.Components.Schemas = huma.NewMapRegistry("#/components/schemas/", schemaName)
	config.Components.Schemas.RegisterTypeAlias(reflect.TypeFor[json.Number](), reflect.TypeFor[float64]())
	config.Components.SecuritySchemes = map[string]*huma.SecurityScheme{"token": {Type: "http", Scheme: "bearer"}}
	return &API{API: humago.New(mux, config), Options: o, mux: mux}
}

// ServeHTTP answers for whoever the request's token names.
func (a *API) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	asking := rest.Asking{Token: a.token(r), Lang: rest.Accepted(r.Header.Get("Accept-Language")), Log: a.Log}
	asking.From, _, _ = net.SplitHostPort(r.RemoteAddr)
	ctx := rest.With(r.Context(), asking)
	defer a.recovering(ctx, w, r)
	if !clean(r) {
		refuse(ctx, w, errUnclean)
		return
	}
	var err error
	if asking.Actor, err = a.Sessions.Session(ctx, asking.Token); err != nil {
		refuse(ctx, w, err)
		return
	}
	r = r.Clone(rest.With(r.Context(), asking))
	r.Header.Del("Accept") // there is nothing but JSON, and files that say what they are
	if handler, pattern := a.mux.Handler(r); pattern == "" {
		a.missing(w, r, handler)
		return
	}
	a.mux.ServeHTTP(w, r)
}

func (a *API) token(r *http.Request) string {
	if token, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer "); ok {
		return token
	}
	if c, err := r.Cookie(a.Cookie); err == nil {
		return c.Value
	}
	return ""
}

// Describe returns the OpenAPI document, indented.
func (a *API) Describe() ([]byte, error) {
	out, err := json.MarshalIndent(a.OpenAPI(), "", "  ")
	return append(out, '\n'), err
}
