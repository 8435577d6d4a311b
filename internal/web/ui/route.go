package ui

import (
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"

	g "maragu.dev/gomponents"

	"kijun/internal/access"
	"kijun/internal/clock"
	"kijun/internal/lang"
)

// Routes is where room faces mount their pages. A pattern is one of http.ServeMux without the language:
// "GET /standards/{id}" answers at /ja/standards/… and /en/standards/….
type Routes interface {
	// Handle mounts a page for whoever has signed in.
	Handle(pattern string, h Handler)
	// Open mounts a page that needs no sign-in, below /ja/ and /en/ like the others.
	Open(pattern string, h Handler)
	// Public mounts a page for everybody, below /public/ja/ and /public/en/. Its actor is anybody, always.
	Public(pattern string, h Handler)
	// Upload is Handle with a body of up to most bytes, such as a form with files.
	Upload(pattern string, most int64, h Handler)
}

// Handler answers one request. What it returns as an error becomes an error page; a form that has to be
// filled in again is a Page with the fields' faults and no error.
type Handler func(*Request) (Answer, error)

// Request is a request for a page: who asks, in which language, when.
type Request struct {
	*http.Request
	Lang  lang.Lang
	Actor access.Actor
	Now   time.Time
	Root  string // "/ja", or "/public/ja" on a public page
}

// Say returns a text in the language of the request.
func (r *Request) Say(t lang.Text) string { return t.In(r.Lang) }

// Text is a text in the language of the request as a node.
func (r *Request) Text(t lang.Text) g.Node { return g.Text(t.In(r.Lang)) }

// Today is the day in Japan.
func (r *Request) Today() clock.Date { return clock.Day(r.Now) }

// To is the address of a page in the language of the request. Parts are escaped and joined with slashes:
// r.To("standards", id) is /ja/standards/….
func (r *Request) To(parts ...string) string {
	escaped := make([]string, len(parts))
	for i, p := range parts {
		escaped[i] = url.PathEscape(p)
	}
	return r.Root + "/" + strings.Join(escaped, "/")
}

// With is the address of this page with its query changed: pairs of names and values; an empty value
// takes a name away.
func (r *Request) With(pairs ...string) string {
	q := r.URL.Query()
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i+1] == "" {
			q.Del(pairs[i])
		} else {
			q.Set(pairs[i], pairs[i+1])
		}
	}
	if len(q) == 0 {
		return r.URL.Path
	}
	return r.URL.Path + "?" + q.Encode()
}

// Value is a value of the form or the query without white space around it.
func (r *Request) Value(name string) string { return strings.TrimSpace(r.FormValue(name)) }

// Wants reports whether the page's own script asks, for the named fragment, and not a person for a page.
func (r *Request) Wants(fragment string) bool { return r.Header.Get("Kijun-Fragment") == fragment }

// Answer is what a handler returns: a Page, a Fragment, a Redirect, a File or a Saved.
type Answer interface{ answer() }

// Page is a whole page inside the frame.
type Page struct {
	Title  string
	Status int // 0 is 200; 422 for a form with faults, 409 for a conflict
	Crumbs []Crumb
	Body   []g.Node
}

// Crumb is one step of the way to a page.
type Crumb struct{ To, Text string }

// Fragment is a part of a page for the page's own script. The same address answers with a whole page
// when a person asks, so the answer varies on the header.
type Fragment struct {
	Status int
	Body   g.Node
}

// Redirect leads to another page of the application, with a notice shown there once.
type Redirect struct {
	To     string
	Notice lang.Text
	Cookie *http.Cookie // of the session, set or taken away
}

// File is a download. It is always an attachment.
type File struct {
	Name string // may be Japanese
	Type string
	Body io.Reader
	Size int64 // 0: not known
}

// Saved answers autosave: the new version of the record, or with Status 409 or 422 what to tell the person.
type Saved struct {
	Status  int               `json:"-"`
	Version string            `json:"version,omitempty"`
	Message string            `json:"message,omitempty"`
	Fields  map[string]string `json:"fields,omitempty"`
	Parts   map[string]string `json:"parts,omitempty"` // texts of the page to renew, by the id of their element
}

func (Page) answer()     {}
func (Fragment) answer() {}
func (Redirect) answer() {}
func (File) answer()     {}
func (Saved) answer()    {}
