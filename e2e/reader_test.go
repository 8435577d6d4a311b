//go:build e2e

package e2e

import (
	"bytes"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kijun/client"
)

// reader speaks to the program without a browser, as somebody of the demo nation or, without a token, as
// nobody. It follows no redirects.
type reader struct {
	t     *testing.T
	base  string
	token string
}

func read(t *testing.T, base, login string) reader {
	t.Helper()
	c := reader{t: t, base: base}
	if login != nobody {
		c.token = session(t, base, login)
	}
	return c
}

// ask sends a request and gives the status and what came.
func (c reader) ask(method, path, kind string, body []byte) (int, string) {
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

// api calls the API as somebody of the demo nation.
func api(t *testing.T, base, login string) *client.Client {
	t.Helper()
	c := client.New(base, nil)
	if err := c.SignInDemo(t.Context(), login); err != nil {
		t.Fatalf("%s cannot sign in: %v", login, err)
	}
	return c
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
	done, err := api(t, base, login).Import(t.Context(), client.File{Name: name, Data: []byte(nextEdition(t, name))})
	if err != nil || len(done.Files) != 1 || done.Files[0].ID == "" {
		t.Fatalf("%s was not imported: %v, %v", name, done, err)
	}
	return done.Files[0].ID
}
