package app

import (
	"bytes"
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"kijun/internal/cli"
	"kijun/internal/standard"
)

// TestTheAPISaysWhatTheCommandLineSays: the report of a sector is the JSON of `kijun check` over the same
// documents.
func TestTheAPISaysWhatTheCommandLineSays(t *testing.T) {
	c := shared(t)
	folder := t.TempDir()
	var list struct {
		Items []struct{ ID, Document string }
	}
	c.ask(t, owner, http.MethodGet, "/api/v1/standards?sector=gas&status=in-force", nil).into(t, &list)
	for _, s := range list.Items {
		if strings.Contains(s.Document, "-rules") {
			continue // rules of others, or of nobody here
		}
		source := c.ask(t, "officer@mihon-gas", http.MethodGet, "/api/v1/standards/"+s.ID+"/source", nil)
		write(t, filepath.Join(folder, s.Document+".md"), source.body)
	}
	if len(list.Items) < 3 {
		t.Fatalf("%d standards of the sector are in force", len(list.Items))
	}
	allocation := c.ask(t, owner, http.MethodGet, "/api/v1/sectors/gas/allocation/file", nil)
	write(t, filepath.Join(folder, standard.AllocationFile), allocation.body)

	api := tree(t, c.ask(t, owner, http.MethodGet, "/api/v1/sectors/gas/report", nil).body)
	command := tree(t, run(t, "check", "--sector", "gas", "--format", "json", "--on", "2026-11-24", folder))
	for _, key := range []string{"guideline", "sector", "operator", "on", "items", "summary", "open"} {
		if diff := cmp.Diff(withoutNull(command[key]), api[key]); diff != "" {
			t.Errorf("%s (-command line +API):\n%s", key, diff)
		}
	}
}

func write(t *testing.T, path string, data []byte) {
	t.Helper()
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

// run runs a command of the command line.
func run(t *testing.T, args ...string) []byte {
	t.Helper()
	var out, said bytes.Buffer
	code := cli.Main(args, cli.Env{In: strings.NewReader(""), Out: &out, Err: &said, Now: time.Now, Getenv: func(string) string { return "" }, Pages: pages(), Context: t.Context()})
	if code > 1 {
		t.Fatalf("%v: %d %s", args, code, said.String())
	}
	return out.Bytes()
}

func tree(t *testing.T, raw []byte) map[string]any {
	t.Helper()
	var v map[string]any
	if err := json.Unmarshal(raw, &v); err != nil {
		t.Fatalf("%v: %s", err, raw)
	}
	return v
}

// withoutNull takes away what the command line writes as null and the API leaves out.
func withoutNull(v any) any {
	switch v := v.(type) {
	case []any:
		for i := range v {
			v[i] = withoutNull(v[i])
		}
	case map[string]any:
		for k, x := range v {
			if x == nil {
				delete(v, k)
			} else {
				v[k] = withoutNull(x)
			}
		}
	}
	return v
}

// TestWithheldIsWithheldWithItsReason for whoever may not read it, wherever it stands.
func TestWithheldIsWithheldWithItsReason(t *testing.T) {
	c := shared(t)
	var list struct {
		Items []struct{ ID, Document string }
	}
	c.ask(t, "", http.MethodGet, "/api/v1/standards?status=in-force", nil).into(t, &list)
	found := 0
	for _, s := range list.Items {
		var d struct {
			Veil    string
			Clauses []struct {
				ID, Text, Reason string
				Withheld         bool
			}
		}
		c.ask(t, "", http.MethodGet, "/api/v1/standards/"+s.ID, nil).into(t, &d)
		source := c.ask(t, "", http.MethodGet, "/api/v1/standards/"+s.ID+"/source", nil)
		read, _ := standard.Parse("x.md", source.body, c.installation.catalogue)
		for i, clause := range d.Clauses {
			if !clause.Withheld {
				continue
			}
			found++
			if clause.Text != "" || clause.Reason == "" || d.Veil == "none" || strings.TrimSpace(read.Clauses()[i].Text) != "" {
				t.Errorf("%s#%s: %+v", s.Document, clause.ID, clause)
			}
		}
	}
	if found == 0 {
		t.Error("the demo nation withholds nothing")
	}
}
