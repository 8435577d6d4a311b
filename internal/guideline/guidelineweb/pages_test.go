package guidelineweb_test

import (
	"context"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"kijun/internal/access"
	"kijun/internal/guideline"
	"kijun/internal/guideline/guidelineweb"
	"kijun/internal/lang"
	"kijun/internal/web"
)

// door tells who comes with which token.
type door map[string]access.Actor

func (d door) Session(_ context.Context, token string) (access.Actor, error) { return d[token], nil }
func (d door) Now() time.Time                                                { return time.Date(2026, 11, 24, 1, 0, 0, 0, time.UTC) }

// shelf has one clause on p3.1, and a second one for whoever has signed in.
type shelf struct{}

func (shelf) Covering(_ context.Context, a access.Actor, item string) ([]guideline.Cover, error) {
	if item != "p3.1" {
		return nil, nil
	}
	open := guideline.Cover{Record: "rec1", Document: lang.Same("公開の基準"), Tier: lang.Same("①強制基準"), Sectors: []string{"water"}, Clause: "a5", Heading: "認証"}
	if !a.SignedIn() {
		return []guideline.Cover{open}, nil
	}
	return []guideline.Cover{open, {Record: "rec2", Document: lang.Same("分野の基準"), Tier: lang.Same("②推奨基準"), Clause: "c4", Heading: "権限", Partly: true}}, nil
}

func get(t *testing.T, path, token string) (int, string, string) {
	t.Helper()
	operator := access.Actor{Person: access.Person{ID: "p"}, Org: access.Org{ID: "o", Standings: []access.Standing{{Kind: access.Operator, Sector: "water"}}}, Role: access.Staff, Day: "2026-11-24"}
	s := web.New(web.Options{Sessions: door{"operator": operator}, Log: slog.New(slog.DiscardHandler)})
	guidelineweb.Pages{Catalogue: guideline.Builtin(), Standards: shelf{}}.Mount(s)
	r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, path, nil)
	if token != "" {
		r.AddCookie(&http.Cookie{Name: web.SessionCookie, Value: token})
	}
	rec := httptest.NewRecorder()
	s.Handler().ServeHTTP(rec, r)
	return rec.Code, rec.Body.String(), rec.Header().Get("Location")
}

var heading = regexp.MustCompile(`<h([1-6])[ >]`)

// TestEveryPage walks all items and sectors in both languages.
func TestEveryPage(t *testing.T) {
	c := guideline.Builtin()
	paths := map[string]string{"/guideline": "Ⅱ.6.(1).ア", "/guideline/sectors": "", "/guideline/schemes": ""}
	for _, it := range c.Latest().Items {
		paths["/guideline/items/"+it.ID] = it.Number
	}
	for _, s := range c.Sectors.Sectors {
		paths["/guideline/sectors/"+s.ID] = ""
	}
	for path, want := range paths {
		for _, l := range []string{"/ja", "/en"} {
			code, page, _ := get(t, l+path, "")
			if code != http.StatusOK || !strings.Contains(page, want) {
				t.Errorf("%s%s: %d", l, path, code)
			}
			if strings.Contains(page, "%!") || strings.Contains(page, ` style="`) || strings.Contains(page, `href="#"`) || strings.Count(page, "<h1") != 1 {
				t.Errorf("%s%s: a broken text, a style attribute or more than one h1", l, path)
			}
			last := 0
			for _, m := range heading.FindAllStringSubmatch(page, -1) {
				depth := int(m[1][0] - '0')
				if depth > last+1 {
					t.Errorf("%s%s: h%d follows h%d", l, path, depth, last)
				}
				last = depth
			}
		}
	}
}

func TestSearchOnThePage(t *testing.T) {
	for words, want := range map[string]string{"ＩＰｖ６": "/ja/guideline/items/f5.1", "zzzz": "その言葉をすべて含む項目はありません", "<script>": "&lt;script&gt;"} {
		_, page, _ := get(t, "/ja/guideline?words="+url.QueryEscape(words), "")
		if !strings.Contains(page, want) {
			t.Errorf("%q: the page lacks %s", words, want)
		}
		if strings.Contains(page, "/ja/guideline/items/p1.1") {
			t.Errorf("%q: the page lists other items", words)
		}
	}
}

func TestAnItem(t *testing.T) {
	if code, _, to := get(t, "/ja/guideline/items/2.6.1.c.a", ""); code != http.StatusSeeOther || to != "/ja/guideline/items/p3.1" {
		t.Errorf("a slug leads to %d %s", code, to)
	}
	if code, _, _ := get(t, "/ja/guideline/items/p9.9", ""); code != http.StatusNotFound {
		t.Errorf("an unknown item: %d", code)
	}
	_, page, _ := get(t, "/ja/guideline/items/p3.1", "")
	for _, want := range []string{"要検討事項", "PR.", "A.8", `href="/public/ja/standards/rec1#a5"`} {
		if !strings.Contains(page, want) {
			t.Errorf("for anybody it lacks %s", want)
		}
	}
	if strings.Contains(page, "rec2") || strings.Contains(page, "/measures/") {
		t.Error("anybody sees what is for others")
	}
	_, page, _ = get(t, "/ja/guideline/items/p3.1", "operator")
	for _, want := range []string{`href="/ja/standards/rec2#c4"`, `href="/ja/measures/p3.1"`, "一部"} {
		if !strings.Contains(page, want) {
			t.Errorf("for an operator it lacks %s", want)
		}
	}
	_, page, _ = get(t, "/en/guideline/items/u1.1", "")
	for _, want := range []string{"as needed", "endeavours", "Critical infrastructure sector"} {
		if !strings.Contains(page, want) {
			t.Errorf("a follow-up act lacks %s", want)
		}
	}
}

func TestASector(t *testing.T) {
	_, page, _ := get(t, "/ja/guideline/sectors/water", "")
	for _, want := range []string{"国土交通省", "厚生労働省", "令和6年4月1日", "水道セプター", "出典未確認", "検証レベル", "事実だけの一覧です"} {
		if !strings.Contains(page, want) {
			t.Errorf("water lacks %s", want)
		}
	}
	_, page, _ = get(t, "/ja/guideline/sectors/finance", "")
	if !strings.Contains(page, `href="/ja/guideline/sectors/banking"`) {
		t.Error("finance does not lead to its parts")
	}
	if code, _, _ := get(t, "/ja/guideline/sectors/nowhere", ""); code != http.StatusNotFound {
		t.Errorf("an unknown sector: %d", code)
	}
}

// TestTheTiersOfTheListHaveNames: the list names its tiers by their place among the known ones.
func TestTheTiersOfTheListHaveNames(t *testing.T) {
	for _, s := range guideline.Builtin().Sectors.Sectors {
		if _, page, _ := get(t, "/en/guideline/sectors/"+s.ID, ""); len(guideline.Builtin().KnownStandards(s.ID)) > 0 && !strings.Contains(page, "Facts only, no text") {
			t.Errorf("%s lacks its list", s.ID)
		}
	}
}
