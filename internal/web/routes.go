package web

import (
	"encoding/base64"
	"encoding/json"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"kijun/internal/access"
	"kijun/internal/fault"
	"kijun/internal/lang"
	"kijun/internal/web/ui"
)

// Cookies of the application. The prefix would need TLS, which a closed network may not have.
const (
	SessionCookie = "kijun-session"
	noticeCookie  = "kijun-notice"
)

// formLimit is the most bytes that a form without files may have.
const formLimit = 2 << 20

// languages in which every page is mounted.
var languages = []lang.Lang{lang.JA, lang.EN}

// Handle mounts a page for whoever has signed in.
func (s *Server) Handle(pattern string, h ui.Handler) { s.mount(pattern, "/", formLimit, signedIn(h)) }

// Upload mounts a page whose body may have up to most bytes.
func (s *Server) Upload(pattern string, most int64, h ui.Handler) {
	s.mount(pattern, "/", most, signedIn(h))
}

// Open mounts a page that needs no sign-in.
func (s *Server) Open(pattern string, h ui.Handler) { s.mount(pattern, "/", formLimit, h) }

// Public mounts a page for everybody below /public/.
func (s *Server) Public(pattern string, h ui.Handler) {
	s.mount(pattern, "/public/", formLimit, func(r *ui.Request) (ui.Answer, error) {
		r.Actor = access.Actor{Day: r.Today()}
		answer, err := h(r)
		if fault.Is(err, fault.Unauthenticated) { // signing in would change nothing here
			err = fault.New(fault.NotFound, wordMissing)
		}
		return answer, err
	})
}

func signedIn(h ui.Handler) ui.Handler {
	return func(r *ui.Request) (ui.Answer, error) {
		if r.Actor.SignedIn() {
			return h(r)
		}
		next := ""
		if r.Method == http.MethodGet {
			next = "?next=" + url.QueryEscape(r.URL.RequestURI())
		}
		if r.Wants("saved") {
			return nil, fault.New(fault.Unauthenticated, wordSignInAgain)
		}
		return ui.Redirect{To: r.To("sign-in") + next}, nil
	}
}

var wordSignInAgain = lang.Text{JA: "サインインの期限が切れました。別の窓でサインインし直すと、続けて保存できます", EN: "your sign-in ran out; sign in again in another window to go on saving"}

func (s *Server) mount(pattern, under string, most int64, h ui.Handler) {
	method, path, found := strings.Cut(pattern, " ")
	if !found {
		panic("a pattern without a method: " + pattern)
	}
	for _, l := range languages {
		root := under + string(l)
		s.mux.HandleFunc(method+" "+root+path, func(w http.ResponseWriter, r *http.Request) {
			r.Body = http.MaxBytesReader(w, r.Body, most)
			s.serve(w, s.request(r, l, root), h)
		})
	}
}

// serve answers one request.
func (s *Server) serve(w http.ResponseWriter, r *ui.Request, h ui.Handler) {
	if c, err := r.Cookie(SessionCookie); err == nil {
		if r.Actor, err = s.sessions.Session(r.Context(), c.Value); err != nil {
			s.refuse(w, r, err)
			return
		}
	}
	if r.Method != http.MethodGet && !strings.HasPrefix(r.Header.Get("Content-Type"), "multipart/") {
		if err := r.ParseForm(); err != nil {
			s.refuse(w, r, badForm(err))
			return
		}
	}
	answer, err := h(r)
	if err != nil {
		s.refuse(w, r, err)
		return
	}
	s.write(w, r, answer)
}

var (
	wordBadForm  = lang.Text{JA: "送られた内容が読めません", EN: "what was sent cannot be read"}
	wordTooLarge = lang.Text{JA: "送られた内容が大きすぎます（上限は %d バイト）", EN: "what was sent is too large (the limit is %d bytes)"}
)

func badForm(err error) error {
	if limit, ok := tooLarge(err); ok {
		return fault.New(fault.TooLarge, wordTooLarge.With(limit)).Because(err)
	}
	return fault.New(fault.Invalid, wordBadForm).Because(err)
}

// write writes what a handler returned.
func (s *Server) write(w http.ResponseWriter, r *ui.Request, answer ui.Answer) {
	switch a := answer.(type) {
	case ui.Page:
		frame := s.frame
		frame.Notice = takeNotice(w, r)
		html(w, a.Status)
		s.wrote(r, frame.Write(w, r, a))
	case ui.Fragment:
		w.Header().Set("Vary", "Kijun-Fragment")
		html(w, a.Status)
		s.wrote(r, a.Body.Render(w))
	case ui.Saved:
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(status(a.Status))
		s.wrote(r, json.NewEncoder(w).Encode(a))
	case ui.Redirect:
		leaveNotice(w, a.Notice)
		if a.Cookie != nil {
			http.SetCookie(w, a.Cookie)
		}
		http.Redirect(w, r.Request, local(a.To, r.Root+"/"), http.StatusSeeOther)
	case ui.File:
		s.writeFile(w, r, a)
	}
}

// wrote notes that an answer could not be written. Somebody who left is no news.
func (s *Server) wrote(r *ui.Request, err error) {
	if err != nil && r.Context().Err() == nil {
		s.log.WarnContext(r.Context(), "write an answer", "path", r.URL.Path, "err", err)
	}
}

func html(w http.ResponseWriter, code int) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status(code))
}

func status(code int) int {
	if code == 0 {
		return http.StatusOK
	}
	return code
}

// local keeps a redirect inside the application.
func local(to, otherwise string) string {
	if !strings.HasPrefix(to, "/") || strings.HasPrefix(to, "//") || strings.ContainsAny(to, "\\\r\n\t") {
		return otherwise
	}
	return to
}

func (s *Server) writeFile(w http.ResponseWriter, r *ui.Request, f ui.File) {
	if c, ok := f.Body.(io.Closer); ok {
		defer func() { s.wrote(r, c.Close()) }()
	}
	head := w.Header()
	head.Set("Content-Type", f.Type)
	head.Set("Content-Disposition", "attachment; filename*=UTF-8''"+url.PathEscape(f.Name))
	head.Set("Content-Security-Policy", "sandbox; default-src 'none'")
	if f.Size > 0 {
		head.Set("Content-Length", strconv.FormatInt(f.Size, 10))
	}
	_, err := io.Copy(w, f.Body)
	s.wrote(r, err)
}

// A notice waits in a cookie for the page that a redirect leads to. It is only ever shown as text.
func leaveNotice(w http.ResponseWriter, t lang.Text) {
	if t.IsZero() {
		return
	}
	raw, err := json.Marshal(t)
	if err != nil {
		return // two strings always marshal
	}
	http.SetCookie(w, &http.Cookie{Name: noticeCookie, Value: base64.RawURLEncoding.EncodeToString(raw), Path: "/", MaxAge: 60,
		HttpOnly: true, SameSite: http.SameSiteLaxMode})
}

func takeNotice(w http.ResponseWriter, r *ui.Request) (t lang.Text) {
	c, err := r.Cookie(noticeCookie)
	if err != nil {
		return t
	}
	http.SetCookie(w, &http.Cookie{Name: noticeCookie, Path: "/", MaxAge: -1, HttpOnly: true, SameSite: http.SameSiteLaxMode})
	raw, err := base64.RawURLEncoding.DecodeString(c.Value)
	if err != nil || json.Unmarshal(raw, &t) != nil {
		return lang.Text{}
	}
	return t
}
