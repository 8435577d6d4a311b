//go:build e2e

package e2e

import (
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"
)

// marker stands in everything that one organisation keeps to itself in this test.
const marker = "隔離の試験の目印"

// TestNobodySeesWhatWasNotSent: what an organisation has neither published nor sent is on no page of anybody
// else's, by whatever address of the rooms it is asked for. The API has a test of the same kind of its own.
func TestNobodySeesWhatWasNotSent(t *testing.T) {
	base := demo(t)
	owned := keep(t, base)
	owner := newClient(t, base, "officer@mihon-water")
	for _, r := range allRoutes(t) { // the test means something only if its owner gets there
		if path, mine := owned.path(r); mine && r.method == http.MethodGet {
			if status, said := owner.ask(r.method, "/ja"+path+"?form=md", "", nil); status != http.StatusOK && !r.public {
				t.Errorf("%s for its owner: %d %.200s", path, status, said)
			}
		}
	}
	others := []string{"officer@kita-water", "manager@mlit", "officer@cas", "officer@mihon-water-association", "manager@mihon-keiso", "auditor@mihon-electricity", nobody}
	for _, login := range others {
		t.Run(login, func(t *testing.T) {
			c := newClient(t, base, login)
			for _, r := range allRoutes(t) {
				c.hidden(r, owned, login)
			}
			c.lists(login)
		})
	}
	ministry := newClient(t, base, "manager@mlit")
	if status, said := ministry.ask(http.MethodGet, "/ja/submissions/"+owned["submissions"], "", nil); status != http.StatusOK || strings.Contains(said, owned["checks"]) {
		t.Errorf("the ministry sees more than the summary: %d", status)
	}
	if status, said := owner.ask(http.MethodGet, "/ja/checks/"+owned["checks"]+"/entries/1", "", nil); status != http.StatusOK || !strings.Contains(said, marker) {
		t.Errorf("the owner no longer sees its answer: %d", status)
	}
}

// keepsakes are ids of what an organisation owns, by the first part of their addresses.
type keepsakes map[string]string

// keep makes what one organisation keeps to itself, and sends one summary.
func keep(t *testing.T, base string) keepsakes {
	t.Helper()
	c := newClient(t, base, "officer@mihon-water")
	var check, evidence, preview, sent struct{ ID, SHA256, Submission string }
	c.do(http.MethodPost, "/checks", map[string]any{"sector": "water", "fiscal_year": newestYear(c), "title": marker}, &check)
	c.do(http.MethodPut, "/checks/"+check.ID+"/entries/1/answer", map[string]any{"in_place": "yes", "in_operation": "no", "effective": "partly",
		"work": "waiting", "severity": "high", "note": marker, "version": 1}, &struct{}{})
	c.do(http.MethodPost, "/checks/"+check.ID+"/entries/1/evidence?name=x.txt&title="+url.QueryEscape(marker), []byte(marker), &evidence)
	c.do(http.MethodGet, "/checks/"+check.ID+"/parcel?to=mlit&retain=2099-03-31", nil, &preview)
	c.do(http.MethodPost, "/checks/"+check.ID+"/send", map[string]any{"to": "mlit", "by": "item", "retain": "2099-03-31", "seen": preview.SHA256}, &sent)
	rules := strings.NewReplacer("id: mihon-water-rules", "id: mihon-water-kept", "管理規程（見本）", marker).Replace(water(t, "mihon-water-rules.md"))
	var done struct{ Files []struct{ ID string } }
	c.do(http.MethodPost, "/standards/import", map[string]any{"files": []map[string]string{{"name": "kept.md", "text": rules}}}, &done)
	return keepsakes{"checks": check.ID, "evidence": evidence.ID, "submissions": sent.Submission, "standards": done.Files[0].ID}
}

// newestYear is the fiscal year of the newest check that the demo nation has.
func newestYear(c client) int {
	var checks struct {
		Items []struct {
			FiscalYear int `json:"fiscal_year"`
		}
	}
	c.do(http.MethodGet, "/checks", nil, &checks)
	if len(checks.Items) == 0 {
		c.t.Fatal("the demo nation has no checks")
	}
	return checks.Items[0].FiscalYear
}

// form is what the forms of the rooms may hold, so that a request is refused for its id and nothing else.
var form = url.Values{"version": {"1"}, "do": {"up 1 x"}, "to": {"in-force"}, "state": {"open"}, "comment": {"x"}, "reason": {"x"}, "whole": {"1"},
	"in-place": {"yes"}, "evidence": {"x"}, "by": {"item"}, "retain": {"2099-03-31"}, "seen": {"x"}, "file": {"x"}, "heading": {"x"}, "text": {"x"}, "decision": {"left-out"}}

var wildcard = regexp.MustCompile(`\{\w+\}`)

// path is a route with the ids of what is owned, if the route is about one record of an organisation.
func (k keepsakes) path(r route) (string, bool) {
	parts := strings.Split(r.path, "/")
	if len(parts) < 3 || parts[2] != "{id}" {
		return "", false
	}
	values := map[string]string{"{id}": k[parts[1]], "{entry}": "1", "{at}": "1", "{item}": "p1.1", "{any}": "accept"}
	return wildcard.ReplaceAllStringFunc(r.path, func(name string) string { return values[name] }), values["{id}"] != ""
}

// hidden asks for what is owned by somebody else. It is not there, whatever one wants to do with it.
func (c client) hidden(r route, owned keepsakes, login string) {
	c.t.Helper()
	path, mine := owned.path(r)
	if !mine || login == "manager@mlit" && strings.HasPrefix(r.path, "/submissions/") {
		return // it was sent to them
	}
	for _, root := range []string{"/ja", "/en"} {
		want := http.StatusNotFound
		if r.public {
			root = "/public" + root
		} else if login == nobody {
			want = http.StatusSeeOther // to the sign-in page
		}
		kind, body := "application/x-www-form-urlencoded", []byte(form.Encode())
		if r.upload {
			kind, body = "multipart/form-data; boundary=x", []byte("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x.txt\"\r\n\r\nx\r\n--x--\r\n")
		}
		if r.method == http.MethodGet {
			body = nil
		}
		if status, said := c.ask(r.method, root+path, kind, body); status != want || strings.Contains(said, marker) {
			c.t.Errorf("%s %s%s: %d, %.300s", r.method, root, path, status, said)
		}
	}
}

// lists looks for what is owned by somebody else in every page that lists or counts.
func (c client) lists(login string) {
	c.t.Helper()
	for _, r := range allRoutes(c.t) {
		if r.method != http.MethodGet {
			continue
		}
		path := wildcard.ReplaceAllStringFunc(r.path, func(name string) string {
			return map[string]string{"{sector}": "water", "{item}": "p1.1", "{id}": "mihon-water"}[name]
		})
		for _, root := range []string{"/ja", "/public/ja"} {
			for _, query := range []string{"", "?operator=mihon-water&sector=water", "?words=" + url.QueryEscape(marker), "?q=" + url.QueryEscape(marker)} {
				status, said := c.ask(r.method, root+strings.ReplaceAll(path, "/{$}", "/")+query, "", nil)
				if shown := strings.ReplaceAll(said, fmt.Sprintf("value=\"%s\"", marker), ""); strings.Contains(shown, marker) || status >= 500 {
					c.t.Errorf("%s%s: %d, and shows what is somebody else's", path, query, status)
				}
			}
		}
	}
	if login == nobody || login == "manager@mihon-keiso" { // who works for the organisation is told what to do there
		return
	}
	for _, path := range []string{"/measures", "/measures/p1.1"} {
		if status, _ := c.ask(http.MethodGet, "/ja"+path+"?operator=mihon-water&sector=water", "", nil); status != http.StatusNotFound {
			c.t.Errorf("%s: %d for what another should do", path, status)
		}
	}
}
