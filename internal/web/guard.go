package web

import (
	"fmt"
	"net/http"
	"runtime/debug"

	"kijun/internal/fault"
	"kijun/internal/lang"
	"kijun/internal/web/ui"
)

// policy lets a page load its own style sheet, script and pictures, and nothing from anywhere else.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
	"form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// secured sets the headers that every answer has.
func (s *Server) secured(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		head := w.Header()
		head.Set("Content-Security-Policy", policy)
		head.Set("X-Content-Type-Options", "nosniff")
		head.Set("Referrer-Policy", "same-origin")
		head.Set("Cross-Origin-Opener-Policy", "same-origin")
		head.Set("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
		head.Set("Cache-Control", "no-store")
		next.ServeHTTP(w, r)
	})
}

// recovering turns a panic into an error page and a line of the log.
func (s *Server) recovering(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			cause := recover()
			if cause == nil {
				return
			}
			if cause == http.ErrAbortHandler { //nolint:errorlint // net/http compares it in the same way
				panic(cause)
			}
			s.log.ErrorContext(r.Context(), "panic", "path", r.URL.Path, "cause", fmt.Sprint(cause), "stack", string(debug.Stack()))
			s.refuse(w, s.request(r, preferred(r), "/"+string(preferred(r))), fmt.Errorf("panic: %v", cause))
		}()
		next.ServeHTTP(w, r)
	})
}

var wordForeign = lang.Text{
	JA: "別のサイトから送られた操作のため、受け付けませんでした。ページを開き直してやり直してください",
	EN: "this request came from another site and was not accepted; open the page again and retry"}

func (s *Server) foreign(w http.ResponseWriter, r *http.Request) {
	l := preferred(r)
	s.refuse(w, s.request(r, l, "/"+string(l)), fault.New(fault.Forbidden, wordForeign))
}

// request is a request by anybody.
func (s *Server) request(r *http.Request, l lang.Lang, root string) *ui.Request {
	return &ui.Request{Request: r, Lang: l, Root: root, Now: s.sessions.Now()}
}
