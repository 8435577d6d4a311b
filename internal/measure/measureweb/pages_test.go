package measureweb_test

import (
	"io"
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
	"kijun/internal/measure/measureweb"
	"kijun/internal/web"
)

// site is a server of the room's pages over the small world.
type site struct {
	*testing.T
	*measuretest.World
	handler http.Handler
}

func open(t *testing.T) site {
	t.Helper()
	d := dbtest.SQLite(t)
	if err := d.Migrate(t.Context(), db.Migrations()); err != nil {
		t.Fatal(err)
	}
	w := measuretest.New(t, d, rand.NewChaCha8([32]byte{9}))
	s := web.New(web.Options{Sessions: w.Access, Log: slog.New(slog.DiscardHandler)})
	measureweb.Pages{Measures: w.Measures, Access: w.Access, Catalogue: guideline.Builtin()}.Mount(s)
	return site{t, w, s.Handler()}
}

// ask sends a request as somebody of an organisation ("": nobody) and returns the status and the page.
func (s site) ask(method, path, org string, form url.Values) (int, string, http.Header) {
	s.Helper()
	r := httptest.NewRequestWithContext(s.Context(), method, path, strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	if org != "" {
		s.As(s, org, access.Staff)
		token, err := s.Access.SignInDemoAs(s.Context(), string(access.Staff)+"@"+org)
		if err != nil {
			s.Fatal(err)
		}
		r.AddCookie(&http.Cookie{Name: web.SessionCookie, Value: token})
	}
	rec := httptest.NewRecorder()
	s.handler.ServeHTTP(rec, r)
	body, err := io.ReadAll(rec.Result().Body)
	if err != nil {
		s.Fatal(err)
	}
	return rec.Code, string(body), rec.Header()
}

func (s site) get(path, org string) string {
	s.Helper()
	code, page, _ := s.ask("GET", path, org, nil)
	if code != http.StatusOK {
		s.Fatalf("GET %s as %s: %d", path, org, code)
	}
	return page
}

var (
	fragment = regexp.MustCompile(` href="#([^"]+)"`)
	heading  = regexp.MustCompile(`<h([1-6])[ >]`)
)

// sound checks what every page has to be.
func (s site) sound(name, page string) {
	s.Helper()
	for _, m := range fragment.FindAllStringSubmatch(page, -1) {
		if strings.Count(page, ` id="`+m[1]+`"`) != 1 {
			s.Errorf("%s: #%s leads nowhere, or to two places", name, m[1])
		}
	}
	if strings.Contains(page, ` style="`) || strings.Contains(page, "%!") || strings.Contains(page, `href="#"`) {
		s.Errorf("%s: a style attribute, a broken text or a refused address", name)
	}
	last := 0
	for _, m := range heading.FindAllStringSubmatch(page, -1) {
		depth := int(m[1][0] - '0')
		if depth > last+1 {
			s.Errorf("%s: h%d follows h%d", name, depth, last)
		}
		last = depth
	}
	if strings.Count(page, "<h1") != 1 {
		s.Errorf("%s: %d h1", name, strings.Count(page, "<h1"))
	}
}

func TestPagesOfTheOperator(t *testing.T) {
	s := open(t)
	for path, want := range map[string][]string{
		"/ja/measures?sector=water":                   {"何をすべきか・どの程度すべきか", "組織 mihon-water", "実施する内規がない規定（5件）", "item-f5.1", "48時間以内", "最も厳しい求め", "ここまで見た", `href="/ja/standards/`},
		"/en/measures?sector=water":                   {"What to do, and how far", "Org mihon-water", "within 48 h", "strictest demand", "Binding force"},
		"/ja/measures?sector=gas":                     {"まだ登録されていません"},
		"/ja/measures?sector=water&state=open":        {"条件に当てはまります", "条件を外す"},
		"/ja/measures?sector=water&words=ﾊﾞｯｸｱｯﾌﾟ":    {"条件に当てはまる規定"},
		"/ja/measures?sector=water&words=zzzz":        {"条件に当てはまる規定はありません"},
		"/ja/measures?sector=water&role=契約担当":         {"「契約担当」に宛てた規定"},
		"/ja/measures?sector=water&contractor=yes":    {"委託先に関わる規定だけ"},
		"/ja/measures/f1.1?sector=water":              {"指針が求めること", "前の項目", "/ja/guideline/items/f1.1", "③業界標準・ガイドライン"},
		"/en/measures/p4.4?sector=water":              {"withheld", "Next item"},
		"/ja/measures/beyond?sector=water&role=":      {"指針の項目によらない規定"},
		"/ja/measures?sector=water&tier=mandatory":    {"条件に当てはまります"},
		"/ja/measures?sector=water&phase=recover":     {"条件に当てはまります"},
		"/ja/measures?sector=water&level=should":      {"条件に当てはまります"},
		"/ja/measures?sector=water&force=recommended": {"条件に当てはまります"},
		"/ja/measures?sector=water&group=f3":          {"item-f3.1"},
		"/ja/measures?sector=water&state=weaker":      {"求めより弱い"},
		"/ja/measures?sector=water&state=changed":     {"条件に当てはまる規定はありません"},
		"/ja/measures?operator=mihon-water&sector=":   {"水道", "ガス"},
	} {
		path = strings.NewReplacer("ﾊﾞｯｸｱｯﾌﾟ", url.QueryEscape("ﾊﾞｯｸｱｯﾌﾟ"), "契約担当", url.QueryEscape("契約担当")).Replace(path)
		page := s.get(path, "mihon-water")
		s.sound(path, page)
		for _, w := range want {
			if !strings.Contains(page, w) {
				t.Errorf("%s lacks %q", path, w)
			}
		}
	}
	if page := s.get("/ja/measures?sector=water&group=f3", "mihon-water"); strings.Contains(page, `id="item-p1.1"`) {
		t.Error("a filter by group shows other groups")
	}
	for _, path := range []string{"/ja/measures/x9.9?sector=water", "/ja/measures?operator=other-water"} {
		if code, _, _ := s.ask("GET", path, "mihon-water", nil); code != http.StatusNotFound {
			t.Errorf("%s: %d", path, code)
		}
	}
}

// TestAContractorsPages: its client's sheet, without what does not concern it, and nobody else's.
func TestAContractorsPages(t *testing.T) {
	s := open(t)
	for _, path := range []string{"/ja/measures", "/ja/measures?sector=water", "/ja/measures/p4.4?sector=water", "/ja/measures/f3.1?sector=water", "/ja/measures/beyond?sector=water"} {
		code, page, _ := s.ask("GET", path, "mihon-keiso", nil)
		for _, secret := range []string{"mihon-water-rules#r20", "残留塩素を手分析", "みほん浄水場に4人", "この条の本文は公開しない"} {
			if strings.Contains(page, secret) {
				t.Errorf("%s (%d) shows %q", path, code, secret)
			}
		}
	}
	if page := s.get("/ja/measures/f3.1?sector=water", "mihon-keiso"); !strings.Contains(page, "契約担当は、選定のとき") || strings.Contains(page, `name="contractor"`) {
		t.Error("it does not see the rule about itself, or may choose to see more")
	}
	if page := s.get("/ja/measures?sector=water", "mihon-keiso"); strings.Contains(page, `id="item-p2.1"`) || !strings.Contains(page, `id="item-f3.1"`) {
		t.Error("it is shown items that say nothing to it, or not those that do")
	}
	if page := s.get("/ja/measures?sector=water", "mihon-kansa"); !strings.Contains(page, "mihon-water-rules#r20") {
		t.Error("the audit firm does not see all rules")
	}
	if code, _, _ := s.ask("GET", "/ja/measures", "onlooker", nil); code != http.StatusNotFound {
		t.Errorf("an onlooker: %d", code)
	}
	if code, _, head := s.ask("GET", "/ja/measures", "", nil); code != http.StatusSeeOther || !strings.HasPrefix(head.Get("Location"), "/ja/sign-in") {
		t.Errorf("nobody: %d %s", code, head.Get("Location"))
	}
}

func TestMarkAsSeen(t *testing.T) {
	s := open(t)
	form := url.Values{"operator": {"mihon-water"}, "sector": {"water"}}
	code, _, head := s.ask("POST", "/ja/measures/seen", "mihon-water", form)
	if code != http.StatusSeeOther || !strings.HasPrefix(head.Get("Location"), "/ja/measures?") {
		t.Fatalf("%d %s", code, head.Get("Location"))
	}
	if page := s.get("/ja/measures?sector=water", "mihon-water"); !strings.Contains(page, "変わったものはありません") {
		t.Error("the look is not remembered")
	}
	if code, _, _ := s.ask("POST", "/ja/measures/seen", "other-water", form); code != http.StatusNotFound {
		t.Errorf("another operator: %d", code)
	}
}
