//go:build e2e

package e2e

import (
	"embed"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

//go:embed testdata
var testdata embed.FS

// TestFormJourney goes once through everything a step can be.
func TestFormJourney(t *testing.T) {
	sent := map[string]string{}
	p := open(t, serve(t, sent))
	p.Go("/form.html")
	p.Accessible()
	p.Fill(field("氏名"), "水野 花")
	p.Fill(field("備考"), "消す")
	p.Fill(field("備考"), "")
	p.Type("one")
	p.Press("Enter")
	p.Type("two")
	p.Fill(field("期日"), "2026-11-24")
	p.Choose(field("層"), "推奨基準")
	p.Click(checkbox("確かめました"))
	p.Click(radio("する"))
	p.Upload(file("添付"), written(t, "basis.md", "# 基準"))
	p.Follow(button("送る"))
	p.At("/sent")
	p.See("受け付けました")
	want := map[string]string{"name": "水野 花", "words": "one\r\ntwo", "day": "2026-11-24", "tier": "2", "agreed": "yes", "open": "yes", "file": "# 基準<nil>"}
	for name, value := range want {
		if sent[name] != value {
			t.Errorf("%s arrived as %q, want %q", name, sent[name], value)
		}
	}
	p.Back()
	p.Gone("受け付けました")
	if got := p.Text(heading("申込み")); got != "申込み" {
		t.Errorf("the heading reads %q", got)
	}
	p.Gone("開くと読めます")
	p.Click(summary("補足"))
	p.See("開くと読めます")
	p.Follow(link("もう一度"))
	p.Gone("開くと読めます")
	p.Screenshot("form", 320, 1366)
}

// TestConversion: what is under conversion reaches the page as such, and the final text once.
func TestConversion(t *testing.T) {
	p := open(t, serve(t, nil))
	p.Go("/form.html")
	p.Focus(field("検索"))
	for _, s := range []string{"k", "け", "けい", "けいえい"} {
		p.Compose(s)
	}
	p.Commit("経営")
	p.See("「経営」変換中")
	p.Gone("変換中0回")
	if got := p.Value(field("検索")); got != "経営" {
		t.Errorf("the field holds %q", got)
	}
}

// TestLocatorsAreStrict: a step that could mean two things, or nothing, says so.
func TestLocatorsAreStrict(t *testing.T) {
	p := open(t, serve(t, nil))
	p.Go("/form.html")
	p.tab.Patience = time.Second
	p.Click(button("控え").Nth(2))
	for what, err := range map[string]error{
		"there are 2":              p.tab.Click(button("控え")),
		`"送る", "控え"`:               p.tab.Click(button("おくる")),
		"there are only 2":         p.tab.Click(button("控え").Nth(3)),
		"there is none":            p.tab.Click(css("#nothing")),
		"no such option":           p.tab.Choose(field("層"), "第五の層"),
		"it takes no files":        p.tab.Upload(field("氏名"), "x"),
		`there is no key "Return"`: p.tab.Press("Return"),
	} {
		if err == nil || !strings.Contains(err.Error(), what) {
			t.Errorf("got %v, want an error that says %s", err, what)
		}
	}
}

// TestComplaints: a page with every fault is caught at every fault, and one that expects its missing
// picture is not told of it.
func TestComplaints(t *testing.T) {
	p := open(t, serve(t, nil))
	p.Go("/faults.html")
	p.Wait("all faults", `document.querySelector("img").complete`)
	said, err := p.tab.Complaints()
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"thrown and not caught", "rejected and not caught", "said in the console 7", "status 404: ", "Content Security Policy"} {
		if n := count(said, want); n != 1 {
			t.Errorf("%d complaints say %q, want one", n, want)
		}
	}
	if len(said) != 5 {
		t.Errorf("want 5 complaints: %q", said)
	}
	if got := len(eval[[]string](p, outside)); got != 0 {
		t.Errorf("a wide window is not wide enough: %d", got)
	}
	p.Resize(320, 768)
	if got := eval[[]string](p, outside); count(got, `class="wide"`) != 1 {
		t.Errorf("what is too wide is not named: %q", got)
	}
	p.Expect(http.StatusNotFound)
	p.Reload()
	if said, err = p.tab.Complaints(); err != nil || count(said, "status") != 0 {
		t.Errorf("complains of what is expected: %q, %v", said, err)
	}
	p.Go("/form.html")
}

// TestAxeFinds: the rules are really applied.
func TestAxeFinds(t *testing.T) {
	p := open(t, serve(t, nil))
	p.Expect(http.StatusNotFound)
	p.Go("/faults.html")
	if _, err := p.tab.Complaints(); err != nil { // TestComplaints looks at them
		t.Fatal(err)
	}
	found, err := p.tab.Axe(axeSource(t))
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, f := range found {
		ids = append(ids, f.ID)
	}
	for _, want := range []string{"document-title", "html-has-lang", "image-alt", "landmark-one-main"} {
		if !slices.Contains(ids, want) {
			t.Errorf("axe does not find %s, only %q", want, ids)
		}
	}
}

// TestTabsAreStrangers: what one person is given no other has.
func TestTabsAreStrangers(t *testing.T) {
	base := serve(t, nil)
	hana, ken := open(t, base), open(t, base)
	hana.must(hana.tab.SetCookie(base, "session", "hana"))
	for p, want := range map[*page]string{hana: "session=hana", ken: ""} {
		p.Go("/form.html")
		if got := eval[string](p, "document.cookie"); got != want {
			t.Errorf("the cookies are %q, want %q", got, want)
		}
	}
	if got := ken.Requests("/form.js"); len(got) != 1 {
		t.Errorf("the requests for the script are %q", got)
	}
}

// serve serves testdata under the policy of the product, and notes in sent what its form sends.
func serve(t *testing.T, sent map[string]string) string {
	t.Helper()
	mux := http.NewServeMux()
	pages := func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", "default-src 'self'; img-src 'self' data:; form-action 'self'")
		http.ServeFileFS(w, r, testdata, "testdata"+r.URL.Path)
	}
	mux.HandleFunc("GET /", pages)
	mux.HandleFunc("POST /sent", func(w http.ResponseWriter, r *http.Request) {
		if err := r.ParseMultipartForm(1 << 20); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		for name := range r.MultipartForm.Value {
			sent[name] = r.FormValue(name)
		}
		if f, _, err := r.FormFile("file"); err == nil {
			content, err := io.ReadAll(f)
			sent["file"] = fmt.Sprintf("%s%v", content, err)
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		io.WriteString(w, `<!doctype html><html lang="ja"><title>申込み</title><link rel="icon" href="data:,"><p>受け付けました`)
	})
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server.URL
}

// written writes a file to upload.
func written(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func count(all []string, part string) (n int) {
	for _, s := range all {
		if strings.Contains(s, part) {
			n++
		}
	}
	return n
}
