package api

import (
	"context"
	"encoding/json"
	"net"
	"net/http"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"kijun/internal/access"
	"kijun/internal/api/rest"
	"kijun/internal/lang"
)

// Sessions finds out who acts.
type Sessions interface {
	Session(ctx context.Context, token string) (access.Actor, error)
}

// API is the machinery on which the rooms' api faces mount their operations.
type API struct {
	huma.API
	mux      *http.ServeMux
	sessions Sessions
	cookie   string
}

// New returns an API without operations. Cookie is the name of the browser's session cookie.
func New(sessions Sessions, cookie string) *API {
	mux := http.NewServeMux()
	config := huma.DefaultConfig("kijun", "1")
	config.Info.Description = "Safety standards of critical infrastructure: guideline, standards, measures, self-checks, submissions. " +
		"Sign in at /api/v1/sessions and send the token as a bearer token."
	config.DocsPath, config.SchemasPath, config.CreateHooks = "", "", nil // its page loads from outside; no $schema in bodies
	config.OpenAPIPath = "/api/openapi"
	config.Components.SecuritySchemes = map[string]*huma.SecurityScheme{"token": {Type: "http", Scheme: "bearer"}}
	return &API{API: humago.New(mux, config), mux: mux, sessions: sessions, cookie: cookie}
}

// ServeHTTP answers for whoever the request's token names.
func (a *API) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	token := a.token(r)
	actor, err := a.sessions.Session(r.Context(), token)
	if err != nil {
		http.Error(w, `{"status":503,"title":"Service Unavailable"}`, http.StatusServiceUnavailable)
		return
	}
	from, _, _ := net.SplitHostPort(r.RemoteAddr)
	l := lang.JA
	if strings.HasPrefix(r.Header.Get("Accept-Language"), "en") {
		l = lang.EN
	}
	a.mux.ServeHTTP(w, r.WithContext(rest.With(r.Context(), rest.Asking{Actor: actor, Token: token, From: from, Lang: l})))
}

func (a *API) token(r *http.Request) string {
	if token, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer "); ok {
		return token
	}
	if c, err := r.Cookie(a.cookie); err == nil {
		return c.Value
	}
	return ""
}

// Describe returns the OpenAPI document, indented.
func (a *API) Describe() ([]byte, error) {
	out, err := json.MarshalIndent(a.OpenAPI(), "", "  ")
	return append(out, '\n'), err
}
