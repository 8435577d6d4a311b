package app

import (
	"net/http"
	"strings"
	"testing"
)

// owned are records that are nobody's business but their owner's: by the beginning of the paths that name them.
type owned map[string]string

// owner is whose records they are.
const owner = "officer@mihon-water"

// keepToOneself makes, for the owner, one of everything that is its own, and returns their ids.
func keepToOneself(t *testing.T, c *contract) owned {
	t.Helper()
	draft := strings.NewReplacer("id: mihon-water-rules", "id: mihon-water-draft").Replace(sample(t, "water/mihon-water-rules.md"))
	var imported struct {
		Files []struct{ ID string }
	}
	as := func(method, path string, body any, into any) {
		t.Helper()
		a := c.ask(t, owner, method, path, body)
		if a.status != http.StatusOK {
			t.Fatalf("%s %s: %d %s", method, path, a.status, a.body)
		}
		a.into(t, into)
	}
	as("POST", "/api/v1/standards/import", map[string]any{"files": []any{map[string]any{"name": "draft.md", "text": draft}}}, &imported)
	var check, evidence, sent struct{ ID, Submission string }
	as("POST", "/api/v1/checks", map[string]any{"sector": "water", "fiscal_year": 2026, "title": "隔離の試験"}, &check)
	as("POST", "/api/v1/checks/"+check.ID+"/entries/1/evidence?name=secret.txt", []byte("what only the owner knows"), &evidence)
	answer := map[string]any{"in_place": "yes", "in_operation": "no", "effective": "partly", "work": "waiting", "severity": "high", "note": "秘密のメモ", "version": 1}
	as("PUT", "/api/v1/checks/"+check.ID+"/entries/1/answer", answer, &struct{}{})
	var to struct{ Items []struct{ ID string } }
	as("GET", "/api/v1/checks/"+check.ID+"/addressees", nil, &to)
	parcel := "/api/v1/checks/" + check.ID + "/parcel?retain=2030-03-31&to=" + to.Items[0].ID
	var preview struct{ SHA256 string }
	as("GET", parcel, nil, &preview)
	as("POST", "/api/v1/checks/"+check.ID+"/send", map[string]any{"to": to.Items[0].ID, "by": "item", "retain": "2030-03-31", "seen": preview.SHA256}, &sent)
	return owned{"/api/v1/standards/": imported.Files[0].ID, "/api/v1/checks/": check.ID, "/api/v1/evidence/": evidence.ID, "/api/v1/submissions/": sent.Submission}
}

// TestNobodyElseGetsAnything: for everybody else, what an organisation has not sent or published is not
// there, by whatever operation they ask, and no list has it.
func TestNobodyElseGetsAnything(t *testing.T) {
	c := shared(t)
	records := keepToOneself(t, c)
	before := c.everything(t, records)
	for _, other := range []string{"officer@kita-water", "officer@mihon-gas", "manager@mihon-keiso", "manager@mihon-kansa", "officer@mihon-water-association", "officer@cas", "officer@fsa"} {
		for _, o := range c.operations() {
			c.hides(t, other, o, records)
		}
	}
	if after := c.everything(t, records); after != before {
		t.Error("somebody else changed something")
	}
}

func (c *contract) hides(t *testing.T, other string, o operation, records owned) {
	t.Helper()
	named := false
	path, body := c.sample(o, func(name string) string {
		switch name {
		case "id":
			for prefix, id := range records {
				if strings.HasPrefix(o.path, prefix) {
					named = true
					return id
				}
			}
		case "evidence":
			return records["/api/v1/evidence/"]
		case "sector":
			return "water"
		case "item":
			return "p2.1"
		case "edition":
			return "shishin-3"
		}
		return "1"
	})
	if o.path == "/api/v1/sessions/end" || o.path == "/api/v1/organisations/{id}" {
		return
	}
	if !named && o.method != http.MethodGet {
		return
	}
	a := c.ask(t, other, o.method, path, body)
	if named && a.status != http.StatusNotFound {
		t.Errorf("%s asks %s: %d %s", other, o.name(), a.status, a.body)
	}
	for _, id := range records {
		if strings.Contains(string(a.body), id) || strings.Contains(string(a.body), "秘密のメモ") {
			t.Errorf("%s reads of %s in %s", other, id, o.name())
		}
	}
}

// everything is all that the owner reads of the records.
func (c *contract) everything(t *testing.T, records owned) string {
	t.Helper()
	var all strings.Builder
	for _, o := range c.operations() {
		for prefix, id := range records {
			if o.method != http.MethodGet || !strings.HasPrefix(o.path, prefix) || strings.Contains(o.path, "workbook") {
				continue
			}
			path, _ := c.sample(o, func(name string) string {
				if name == "id" {
					return id
				}
				return "1"
			})
			if strings.Contains(path, "parcel") {
				continue
			}
			a := c.ask(t, owner, o.method, path, nil)
			if a.status != http.StatusOK {
				t.Errorf("the owner asks %s: %d %s", o.name(), a.status, a.body)
			}
			all.Write(a.body)
		}
	}
	return all.String()
}
