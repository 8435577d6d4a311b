//go:build e2e

package e2e

import (
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"kijun/client"
)

// marker stands in everything that one organisation keeps to itself in this test.
const marker = "隔離の試験の目印"

// TestNobodySeesWhatWasNotSent: what an organisation has neither published nor sent is on no page of anybody
// else's, by whatever address of the rooms it is asked for. The API has a test of the same kind of its own.
func TestNobodySeesWhatWasNotSent(t *testing.T) {
	base := demo(t)
	owned := keep(t, base)
	owner := read(t, base, "officer@mihon-water")
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
			c := read(t, base, login)
			for _, r := range allRoutes(t) {
				c.hidden(r, owned, login)
			}
			c.lists(login)
		})
	}
	ministry := read(t, base, "manager@mlit")
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
	ctx, c := t.Context(), api(t, base, "officer@mihon-water")
	must := func(what string, err error) {
		t.Helper()
		if err != nil {
			t.Fatalf("%s: %v", what, err)
		}
	}
	before, err := client.All(c.Checks(ctx))
	must("list the checks", err)
	check, err := c.StartCheck(ctx, client.Start{Sector: "water", Year: before[0].Year, Title: marker})
	must("start a check", err)
	_, err = c.Answer(ctx, check.ID, 1, client.Answer{InPlace: "yes", InOperation: "no", Effective: "partly", Work: "waiting", Severity: "high", Note: marker}, 1)
	must("answer", err)
	evidence, err := c.Attach(ctx, check.ID, 1, client.Attachment{Name: "x.txt", Title: marker, Data: []byte(marker)})
	must("attach", err)
	to := client.Sending{To: "mlit", By: "item", Retain: "2099-03-31"}
	parcel, err := c.PreviewSending(ctx, check.ID, to)
	must("look at what is sent", err)
	to.Seen = parcel.Hash
	sent, err := c.Send(ctx, check.ID, to)
	must("send", err)
	rules := strings.NewReplacer("id: mihon-water-rules", "id: mihon-water-kept", "管理規程（見本）", marker).Replace(water(t, "mihon-water-rules.md"))
	done, err := c.Import(ctx, client.File{Name: "kept.md", Data: []byte(rules)})
	must("import rules", err)
	return keepsakes{"checks": check.ID, "evidence": evidence.ID, "submissions": sent, "standards": done.Files[0].ID}
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
func (c reader) hidden(r route, owned keepsakes, login string) {
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
func (c reader) lists(login string) {
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
