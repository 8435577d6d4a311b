package web

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"log/slog"
	"net/http"
	"slices"
	"strings"
	"time"

	"kijun/internal/access"
	"kijun/internal/lang"
	"kijun/internal/web/ui"
)

// Sessions finds out who acts.
type Sessions interface {
	Session(ctx context.Context, token string) (access.Actor, error)
	Now() time.Time
}

// Server serves pages. Mount on it, then use it as a handler.
type Server struct {
	mux      *http.ServeMux
	sessions Sessions
	frame    ui.Frame
	log      *slog.Logger
	assets   string // address prefix, with the hash of what is below
}

// Options are what a Server needs from outside.
type Options struct {
	Sessions Sessions
	Places   []ui.Place
	Log      *slog.Logger
	Demo     bool
}

// New returns a server with its assets and no pages yet.
func New(o Options) *Server {
	s := &Server{mux: http.NewServeMux(), sessions: o.Sessions, log: o.Log}
	s.serveAssets(ui.Assets())
	s.frame = ui.Frame{Assets: s.assets, Places: o.Places, Demo: o.Demo}
	s.mux.HandleFunc("GET /{$}", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "/"+string(preferred(r))+"/", http.StatusSeeOther)
	})
	s.mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) { s.missing(w, r) })
	return s
}

// Raw mounts a handler that is no page: the API, health checks.
func (s *Server) Raw(pattern string, h http.Handler) { s.mux.Handle(pattern, h) }

// Handler returns the server with everything that stands before it.
func (s *Server) Handler() http.Handler {
	guard := http.NewCrossOriginProtection()
	guard.SetDenyHandler(http.HandlerFunc(s.foreign))
	return s.recovering(s.secured(guard.Handler(s.mux)))
}

// preferred is the language a browser asks for, else Japanese.
func preferred(r *http.Request) lang.Lang {
	for part := range strings.SplitSeq(r.Header.Get("Accept-Language"), ",") {
		switch tag, _, _ := strings.Cut(strings.TrimSpace(part), ";"); {
		case strings.HasPrefix(tag, "ja"):
			return lang.JA
		case strings.HasPrefix(tag, "en"):
			return lang.EN
		}
	}
	return lang.JA
}

// serveAssets serves files under the hash of them all, so that browsers may keep them for ever.
func (s *Server) serveAssets(files map[string]string) {
	names := make([]string, 0, len(files))
	for name := range files {
		names = append(names, name)
	}
	slices.Sort(names)
	sum := sha256.New()
	for _, name := range names {
		sum.Write([]byte(files[name]))
	}
	s.assets = "/assets/" + hex.EncodeToString(sum.Sum(nil))[:16] + "/"
	types := map[string]string{"css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml"}
	for _, name := range names {
		_, extension, _ := strings.Cut(name, ".")
		serve := func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", types[extension])
			w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
			http.ServeContent(w, r, "", time.Time{}, strings.NewReader(files[name]))
		}
		s.mux.HandleFunc("GET "+s.assets+name, serve)
	}
	s.mux.HandleFunc("GET /favicon.ico", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, s.assets+"icon.svg", http.StatusSeeOther)
	})
}
