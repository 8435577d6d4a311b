package app

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
)

// FuzzAPI sends anything to any operation as somebody who may do much: none answers with a failure of ours,
// and every answer is as the document says.
func FuzzAPI(f *testing.F) {
	c, err := nation()
	if err != nil {
		f.Fatal(err)
	}
	operations := c.operations()
	for i, o := range operations {
		body := ""
		if s := o.body(); s != nil {
			body = string(asJSON(c.example(s)))
		}
		f.Add(uint(i), "x", "on=2026-04-01&words=x", body)
		f.Add(uint(i), "1", "from=WzEsMSwieCJd&sector=water", body)
	}
	f.Fuzz(func(t *testing.T, i uint, id, query, body string) {
		o := operations[i%uint(len(operations))]
		if o.path == "/api/v1/sessions/end" || o.path == "/api/v1/sessions/act-as" {
			t.Skip("it would end the session of the others")
		}
		address := o.withIDs(func(string) string { return id }) + "?" + query
		if _, err := url.ParseRequestURI(address); err != nil || strings.ContainsAny(address, "\r\n") {
			t.Skip("no address")
		}
		r, err := http.NewRequestWithContext(t.Context(), o.method, address, strings.NewReader(body))
		if err != nil {
			t.Skip("no request")
		}
		r.Header.Set("Authorization", "Bearer "+c.token(t, "officer@mihon-water"))
		w := httptest.NewRecorder()
		c.api.ServeHTTP(w, r)
		if w.Code >= 500 {
			t.Errorf("%s: %d %s", o.name(), w.Code, w.Body)
		}
		if w.Code < 300 || w.Code >= 400 { // the router cleans some paths
			if err := c.holds(r, answer{w.Code, w.Header(), w.Body.Bytes()}); err != nil {
				t.Errorf("%s %s: %d %v", o.method, address, w.Code, err)
			}
		}
	})
}
