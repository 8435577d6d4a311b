//go:build e2e

package e2e

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// client speaks to the program without a browser, as somebody of the demo nation or, without a token, as
// nobody. It follows no redirects.
type client struct {
	t     *testing.T
	base  string
	token string
}

func newClient(t *testing.T, base, login string) client {
	t.Helper()
	c := client{t: t, base: base}
	if login != nobody {
		c.token = session(t, base, login)
	}
	return c
}

// ask sends a request and gives the status and what came.
func (c client) ask(method, path, kind string, body []byte) (int, string) {
	c.t.Helper()
	r, err := http.NewRequestWithContext(c.t.Context(), method, c.base+path, bytes.NewReader(body))
	if err != nil {
		c.t.Fatal(err)
	}
	r.Header.Set("Content-Type", kind)
	if c.token != "" {
		r.Header.Set("Cookie", "kijun-session="+c.token)
	}
	res, err := http.DefaultTransport.RoundTrip(r)
	if err != nil {
		c.t.Fatal(err)
	}
	defer res.Body.Close()
	said, err := io.ReadAll(res.Body)
	if err != nil {
		c.t.Fatal(err)
	}
	return res.StatusCode, string(said)
}

// do asks the API for what has to succeed and decodes the answer.
func (c client) do(method, path string, body, into any) {
	c.t.Helper()
	kind, raw := "application/octet-stream", []byte(nil)
	switch b := body.(type) {
	case nil:
	case []byte:
		raw = b
	default:
		var err error
		if raw, err = json.Marshal(b); err != nil {
			c.t.Fatal(err)
		}
		kind = "application/json"
	}
	status, said := c.ask(method, "/api/v1"+path, kind, raw)
	if status != http.StatusOK {
		c.t.Fatalf("%s %s: %d %s", method, path, status, said)
	}
	if err := json.Unmarshal([]byte(said), into); err != nil {
		c.t.Fatalf("%s %s: %v in %s", method, path, err, said)
	}
}

// water reads a file of the sample sector of waterworks.
func water(t *testing.T, name string) string {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join("../examples/water", name))
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

// nextEdition is a sample document as an edition that the demo nation does not have yet.
func nextEdition(t *testing.T, name string) string {
	t.Helper()
	text := water(t, name)
	head, rest, found := strings.Cut(text, "\nedition: ")
	_, tail, ended := strings.Cut(rest, "\n")
	if !found || !ended {
		t.Fatalf("%s has no edition", name)
	}
	return head + "\nedition: \"77\"\n" + tail
}

// draft imports a new edition of a sample document and gives the id of its record.
func draft(t *testing.T, base, login, name string) string {
	t.Helper()
	var done struct{ Files []struct{ ID string } }
	newClient(t, base, login).do(http.MethodPost, "/standards/import",
		map[string]any{"files": []map[string]string{{"name": name, "text": nextEdition(t, name)}}}, &done)
	if len(done.Files) != 1 || done.Files[0].ID == "" {
		t.Fatalf("%s was not imported: %v", name, done)
	}
	return done.Files[0].ID
}
