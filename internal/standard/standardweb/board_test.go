package standardweb_test

import (
	"log/slog"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"kijun/internal/access"
	"kijun/internal/db"
	"kijun/internal/db/dbtest"
	"kijun/internal/guideline"
	"kijun/internal/measure/measuretest"
	"kijun/internal/standard"
	"kijun/internal/standard/standardweb"
	"kijun/internal/web"
)

// boardSite serves the allocation board over the small world of the water sector.
type boardSite struct {
	*testing.T
	*measuretest.World
	handler http.Handler
}

func openBoard(t *testing.T) boardSite {
	t.Helper()
	d := dbtest.SQLite(t)
	if err := d.Migrate(t.Context(), db.Migrations()); err != nil {
		t.Fatal(err)
	}
	w := measuretest.New(t, d, rand.NewChaCha8([32]byte{4}))
	s := web.New(web.Options{Sessions: w.Access, Log: slog.New(slog.DiscardHandler)})
	standardweb.Board{Standards: w.Standards, Access: w.Access, Catalogue: guideline.Builtin()}.Mount(s)
	return boardSite{t, w, s.Handler()}
}

// ask sends a request as somebody ("role@org"; "": nobody).
func (s boardSite) ask(method, path, who string, form url.Values) (int, string, http.Header) {
	s.Helper()
	r := httptest.NewRequestWithContext(s.Context(), method, path, strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	if role, org, ok := strings.Cut(who, "@"); ok {
		s.As(s, org, access.Role(role))
		token, err := s.Access.SignInDemoAs(s.Context(), who)
		if err != nil {
			s.Fatal(err)
		}
		r.AddCookie(&http.Cookie{Name: web.SessionCookie, Value: token})
	}
	rec := httptest.NewRecorder()
	s.handler.ServeHTTP(rec, r)
	return rec.Code, rec.Body.String(), rec.Header()
}

const board = "/ja/sectors/water/allocation"

var versionOf = regexp.MustCompile(`name="version" value="(\d+)"`)

// version is that of the row on an item's page.
func (s boardSite) version(item string) string {
	s.Helper()
	_, page, _ := s.ask("GET", board+"/"+item, "officer@mlit", nil)
	m := versionOf.FindStringSubmatch(page)
	if m == nil {
		s.Fatalf("the page of %s has no version", item)
	}
	return m[1]
}

func TestTheBoard(t *testing.T) {
	s := openBoard(t)
	for _, who := range []string{"officer@mlit", "staff@mihon-water"} {
		for _, l := range []string{"/ja", "/en"} {
			code, page, _ := s.ask("GET", l+"/sectors/water/allocation", who, nil)
			if code != http.StatusOK {
				t.Fatalf("%s: %d", who, code)
			}
			sound(t, l+" "+who, page)
			if n := strings.Count(page, ` id="item-`); n != 29 {
				t.Errorf("%d items, want 24 and 5 statements", n)
			}
		}
	}
	_, page, _ := s.ask("GET", board, "officer@mlit", nil)
	for _, want := range []string{"水道分野の割当表", "令和8年2月20日", "水道分野の安全基準等に関する検討会", "割当て先", "未検討", "組織 mlit", "甲野 mlit", "決定日と決定者を書く", `href="/ja/standards/`} {
		if !strings.Contains(page, want) {
			t.Errorf("the ministry's board lacks %s", want)
		}
	}
	_, page, _ = s.ask("GET", board, "staff@mihon-water", nil)
	if strings.Contains(page, "決定日と決定者を書く") || strings.Contains(page, "甲野 mlit") || !strings.Contains(page, "組織 mlit") {
		t.Error("an operator may decide, or reads the names of the ministry's people, or not the ministry's")
	}
	if code, _, _ := s.ask("GET", "/ja/sectors/nowhere/allocation", "officer@mlit", nil); code != http.StatusNotFound {
		t.Errorf("a sector that is not there: %d", code)
	}
	if code, _, _ := s.ask("GET", board, "", nil); code != http.StatusSeeOther {
		t.Errorf("nobody: %d", code)
	}
	if code, page, _ := s.ask("GET", "/ja/sectors/gas/allocation", "officer@mlit", nil); code != http.StatusOK || !strings.Contains(page, "割当てはまだありません") {
		t.Errorf("a sector without an allocation: %d", code)
	}
}

func TestAllotOnThePage(t *testing.T) {
	s := openBoard(t)
	first := s.version("p1.3")
	form := url.Values{"to": {"left-out"}, "reason_ja": {"公開の情報しか扱わないため"}, "version": {first}, "next": {"p2.1"}, "then": {"next"}}
	if code, _, head := s.ask("POST", board+"/p1.3", "manager@mlit", form); code != http.StatusSeeOther || head.Get("Location") != board+"/p2.1" {
		t.Fatalf("%d %s", code, head.Get("Location"))
	}
	code, page, _ := s.ask("GET", board+"/p1.3", "officer@mlit", nil)
	for _, want := range []string{"公開の情報しか扱わないため", "変更の記録", "規定しない（理由あり）"} {
		if !strings.Contains(page, want) {
			t.Errorf("%d: the item lacks %s", code, want)
		}
	}
	sound(t, "item", page)
	form.Set("to", string(standard.Industry))
	code, page, _ = s.ask("POST", board+"/p1.3", "officer@mlit", form) // with the version from before
	if code != http.StatusConflict || !strings.Contains(page, "いまの内容") || !strings.Contains(page, "公開の情報しか扱わないため") || !strings.Contains(page, `value="industry" checked`) {
		t.Errorf("a conflict: %d, or theirs and ours are not both there", code)
	}
	form.Set("version", versionOf.FindStringSubmatch(page)[1])
	form.Del("then")
	if code, _, head := s.ask("POST", board+"/p1.3", "officer@mlit", form); code != http.StatusSeeOther || head.Get("Location") != board+"#item-p1.3" {
		t.Errorf("saving over it: %d %s", code, head.Get("Location"))
	}
}

func TestWhatTheBoardRefuses(t *testing.T) {
	s := openBoard(t)
	for _, tt := range []struct {
		who  string
		form url.Values
		want int
		says string
	}{
		{"officer@mlit", url.Values{"to": {"left-out"}, "version": {"0"}}, http.StatusUnprocessableEntity, "規定しない理由を書いてください"},
		{"officer@mlit", url.Values{"to": {"document"}, "version": {"0"}}, http.StatusUnprocessableEntity, "文書のIDを書いてください"},
		{"officer@mlit", url.Values{"to": {"upstairs"}, "version": {"0"}}, http.StatusUnprocessableEntity, "どれか一つを選んでください"},
		{"staff@mlit", url.Values{"to": {"industry"}, "version": {"0"}}, http.StatusForbidden, ""},
		{"officer@mihon-water", url.Values{"to": {"industry"}, "version": {"0"}}, http.StatusForbidden, ""},
		{"officer@mihon-water-association", url.Values{"to": {"industry"}, "version": {"0"}}, http.StatusForbidden, ""},
	} {
		code, page, _ := s.ask("POST", board+"/p1.3", tt.who, tt.form)
		if code != tt.want || !strings.Contains(page, tt.says) {
			t.Errorf("%s %v: %d", tt.who, tt.form, code)
		}
		if code == http.StatusUnprocessableEntity {
			sound(t, "refused", page)
		}
	}
	if code, _, _ := s.ask("GET", board+"/x1", "officer@mlit", nil); code != http.StatusNotFound {
		t.Errorf("an item that is not there: %d", code)
	}
}

func TestTheDecisionAndTheFile(t *testing.T) {
	s := openBoard(t)
	if code, page, _ := s.ask("POST", board+"/decided", "officer@mlit", url.Values{"decided": {"2025-01-01"}, "by_ja": {"検討会"}}); code != http.StatusUnprocessableEntity || !strings.Contains(page, "より後の日") {
		t.Errorf("an earlier day: %d", code)
	}
	if code, _, _ := s.ask("POST", board+"/decided", "officer@mlit", url.Values{"decided": {"2026-11-20"}, "by_ja": {"第2回検討会"}}); code != http.StatusSeeOther {
		t.Errorf("a later day: %d", code)
	}
	code, file, head := s.ask("GET", board+"/file", "staff@mihon-water", nil)
	if code != http.StatusOK || !strings.Contains(head.Get("Content-Disposition"), "attachment") {
		t.Fatalf("the file: %d", code)
	}
	a, problems := standard.ParseAllocation("allocation.yaml", []byte(file), guideline.Builtin())
	if len(problems) > 0 || a.Decided != "2026-11-20" || a.By.JA != "第2回検討会" || len(a.Items) != 20 {
		t.Errorf("%v %+v", problems, a)
	}
	if code, _, _ := s.ask("POST", board+"/decided", "officer@mihon-water", url.Values{"decided": {"2026-11-21"}}); code != http.StatusForbidden {
		t.Errorf("an operator decides: %d", code)
	}
}
