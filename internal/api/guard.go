package api

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"runtime/debug"
	"strings"
	"unicode/utf8"

	"kijun/internal/api/rest"
	"kijun/internal/fault"
	"kijun/internal/lang"
)

var (
	errUnclean  = fault.New(fault.Invalid, lang.Text{JA: "アドレスに、UTF-8 として読めない文字か NUL が入っています", EN: "the address has characters that are not UTF-8, or a NUL"})
	errNoPath   = fault.New(fault.NotFound, lang.Text{JA: "そのアドレスはありません。/api/openapi.json を見てください", EN: "there is no such address; see /api/openapi.json"})
	errNoMethod = lang.Text{JA: "そのアドレスでは、この操作はできません", EN: "this address does not take that method"}
)

// clean reports whether what the address says can be text in a database.
func clean(r *http.Request) bool {
	query, err := url.QueryUnescape(r.URL.RawQuery)
	return err == nil && isText(r.URL.Path) && isText(query)
}

func isText(s string) bool { return utf8.ValidString(s) && !strings.ContainsRune(s, 0) }

// refuse answers with an error outside an operation.
func refuse(ctx context.Context, w http.ResponseWriter, err error) {
	writeProblem(ctx, w, rest.Tell(ctx, err))
}

func writeProblem(ctx context.Context, w http.ResponseWriter, p *rest.Problem) {
	w.Header().Set("Content-Type", p.ContentType(""))
	w.WriteHeader(p.Status)
	if err := json.NewEncoder(w).Encode(p); err != nil {
		rest.Of(ctx).Log.WarnContext(ctx, "an answer broke off", "err", err)
	}
}

// missing answers where no operation is, in the form of all errors. Why tells what the router would say.
func (a *API) missing(w http.ResponseWriter, r *http.Request, why http.Handler) {
	said := verdict{header: http.Header{}}
	why.ServeHTTP(&said, r)
	if said.status != http.StatusMethodNotAllowed {
		refuse(r.Context(), w, errNoPath)
		return
	}
	w.Header().Set("Allow", said.header.Get("Allow"))
	writeProblem(r.Context(), w, &rest.Problem{Status: said.status, Title: http.StatusText(said.status), Detail: errNoMethod.In(rest.Of(r.Context()).Lang)})
}

// verdict keeps the status and the headers of an answer, and nothing else.
type verdict struct {
	header http.Header
	status int
}

func (v *verdict) Header() http.Header         { return v.header }
func (v *verdict) WriteHeader(status int)      { v.status = status }
func (v *verdict) Write(b []byte) (int, error) { return len(b), nil }

// recovering turns a panic into a problem and a line of the log.
func (a *API) recovering(ctx context.Context, w http.ResponseWriter, r *http.Request) {
	cause := recover()
	if cause == nil {
		return
	}
	if cause == http.ErrAbortHandler { //nolint:errorlint // net/http compares it in the same way
		panic(cause)
	}
	refuse(ctx, w, fmt.Errorf("panic at %s: %v\n%s", r.URL.Path, cause, debug.Stack()))
}
