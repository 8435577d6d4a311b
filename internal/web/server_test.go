package web_test

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"
	"time"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"kijun/internal/access"
	"kijun/internal/fault"
	"kijun/internal/lang"
	"kijun/internal/web"
	"kijun/internal/web/ui"
)

// people knows one session.
type people struct{}

func (people) Now() time.Time { return time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC) }

func (people) Session(_ context.Context, token string) (access.Actor, error) {
	if token != "good" {
		return access.Actor{}, nil
	}
	return access.Actor{Person: access.Person{ID: "p", Name: "甲野 <一郎>"}, Org: access.Org{ID: "o", Name: lang.Text{JA: "見本水道", EN: "Mihon Water"}}, Role: access.Officer}, nil
}

func site(t *testing.T) http.Handler {
	t.Helper()
	s := web.New(web.Options{Sessions: people{}, Log: slog.New(slog.DiscardHandler), Places: []ui.Place{{Path: "/things", Text: lang.Text{JA: "もの", EN: "Things"}}}})
	s.Handle("GET /things", func(r *ui.Request) (ui.Answer, error) {
		return ui.Page{Title: r.Say(lang.Text{JA: "もの", EN: "Things"}), Body: []g.Node{h.H1(g.Text("もの"))}}, nil
	})
	s.Handle("POST /things", func(r *ui.Request) (ui.Answer, error) {
		return ui.Redirect{To: r.Value("to"), Notice: lang.Text{JA: "<b>保存</b>しました", EN: "saved"}}, nil
	})
	s.Handle("GET /broken", func(*ui.Request) (ui.Answer, error) { return nil, fmt.Errorf("pq: password %s", "secret") })
	s.Handle("GET /panics", func(*ui.Request) (ui.Answer, error) { panic("secret") })
	s.Handle("GET /missing", func(*ui.Request) (ui.Answer, error) {
		return nil, fault.New(fault.NotFound, lang.Text{JA: "文書がありません", EN: "no such document"})
	})
	s.Handle("GET /file", func(*ui.Request) (ui.Answer, error) {
		return ui.File{Name: "証拠 \"1\"\r\n.html", Type: "application/octet-stream", Body: strings.NewReader("<script>"), Size: 8}, nil
	})
	s.Public("GET /things", func(r *ui.Request) (ui.Answer, error) {
		return ui.Page{Title: "public", Body: []g.Node{h.H1(g.Text("signed in: "), g.Textf("%v", r.Actor.SignedIn()))}}, nil
	})
	return s.Handler()
}

func ask(t *testing.T, method, path, body string, headers ...string) *http.Response {
	t.Helper()
	r := httptest.NewRequest(method, path, strings.NewReader(body))
	r.AddCookie(&http.Cookie{Name: web.SessionCookie, Value: "good"})
	if method == http.MethodPost {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	site(t).ServeHTTP(w, r)
	return w.Result()
}

func text(t *testing.T, res *http.Response) string {
	t.Helper()
	var b strings.Builder
	if err := res.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestAPageInBothLanguages(t *testing.T) {
	for _, l := range []string{"ja", "en"} {
		res := ask(t, "GET", "/"+l+"/things?a=1", "")
		page := text(t, res)
		if res.StatusCode != 200 {
			t.Fatalf("%s: %s", l, res.Status)
		}
		other := map[string]string{"ja": "en", "en": "ja"}[l]
		for _, want := range []string{`<html lang="` + l + `">`, `href="/` + other + `/things?a=1"`, `aria-current="page"`, "甲野 &lt;一郎&gt;", "kijun.css", "kijun.js"} {
			if !strings.Contains(page, want) {
				t.Errorf("%s lacks %s", l, want)
			}
		}
		if found := regexp.MustCompile(`(?i) style=|<style|<script>|javascript:|https?://`).FindString(page); found != "" {
			t.Errorf("%s has %s, which the policy forbids or a closed network cannot load", l, found)
		}
		policy := res.Header.Get("Content-Security-Policy")
		if !strings.Contains(policy, "default-src 'none'") || strings.Contains(policy, "unsafe") || res.Header.Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%s: %v", l, res.Header)
		}
	}
}

func TestWhoHasNotSignedInIsLedThere(t *testing.T) {
	res := ask(t, "GET", "/ja/things?a=1", "", "Cookie", "")
	if res.StatusCode != http.StatusSeeOther || res.Header.Get("Location") != "/ja/sign-in?next=%2Fja%2Fthings%3Fa%3D1" {
		t.Errorf("%s to %s", res.Status, res.Header.Get("Location"))
	}
	res = ask(t, "POST", "/ja/things", "", "Cookie", "", "Kijun-Fragment", "saved")
	if res.StatusCode != http.StatusUnauthorized || res.Header.Get("Content-Type") != "application/json" {
		t.Errorf("autosave: %s %s", res.Status, res.Header.Get("Content-Type"))
	}
}

func TestAPublicPageKnowsNobody(t *testing.T) {
	for _, l := range []string{"ja", "en"} {
		if page := text(t, ask(t, "GET", "/public/"+l+"/things", "")); !strings.Contains(page, "signed in: false") || !strings.Contains(page, `href="/public/`+map[string]string{"ja": "en", "en": "ja"}[l]+`/things"`) {
			t.Errorf("%s: %s", l, page)
		}
	}
}

func TestErrorsTellAPersonNothingOfTheInside(t *testing.T) {
	for path, want := range map[string]int{"/ja/broken": 500, "/en/panics": 500, "/ja/missing": 404, "/en/nowhere": 404, "/nowhere": 404} {
		res := ask(t, "GET", path, "")
		page := text(t, res)
		if res.StatusCode != want || strings.Contains(page, "secret") || strings.Contains(page, "password") || !strings.Contains(page, "<h1>") {
			t.Errorf("%s: %s\n%s", path, res.Status, page)
		}
	}
	if page := text(t, ask(t, "GET", "/ja/missing", "")); !strings.Contains(page, "文書がありません") {
		t.Error("the person is not told what was not found")
	}
}

func TestRedirectsStayInside(t *testing.T) {
	for to, want := range map[string]string{"/ja/things": "/ja/things", "//evil.example": "/ja/", "https://evil.example": "/ja/", `/\evil.example`: "/ja/", "": "/ja/", "/ja/%0d%0ax": "/ja/%0d%0ax"} {
		res := ask(t, "POST", "/ja/things", "to="+strings.ReplaceAll(strings.ReplaceAll(to, "%", "%25"), "\\", "%5C"))
		if got := res.Header.Get("Location"); res.StatusCode != http.StatusSeeOther || got != want {
			t.Errorf("%q leads to %q (%s)", to, got, res.Status)
		}
	}
}

func TestANoticeIsShownOnceAsText(t *testing.T) {
	res := ask(t, "POST", "/ja/things", "to=/ja/things")
	page := ask(t, "GET", "/ja/things", "", "Cookie", web.SessionCookie+"=good; "+strings.SplitN(res.Header.Get("Set-Cookie"), ";", 2)[0])
	body := text(t, page)
	if !strings.Contains(body, "&lt;b&gt;保存&lt;/b&gt;しました") || !strings.Contains(page.Header.Get("Set-Cookie"), "Max-Age=0") {
		t.Errorf("%v\n%s", page.Header, body)
	}
}

func TestRequestsFromOtherSitesAreRefused(t *testing.T) {
	for name, headers := range map[string][]string{
		"fetch metadata": {"Sec-Fetch-Site", "cross-site"},
		"origin":         {"Origin", "https://evil.example"},
	} {
		if res := ask(t, "POST", "/ja/things", "to=/ja/things", headers...); res.StatusCode != http.StatusForbidden {
			t.Errorf("%s: %s", name, res.Status)
		}
	}
}

func TestTooMuchIsRefused(t *testing.T) {
	res := ask(t, "POST", "/en/things", "to="+strings.Repeat("x", 3<<20))
	if page := text(t, res); res.StatusCode != http.StatusRequestEntityTooLarge || !strings.Contains(page, "2097152") {
		t.Errorf("%s", res.Status)
	}
}

func TestAFileIsAnAttachment(t *testing.T) {
	res := ask(t, "GET", "/ja/file", "")
	if got := res.Header.Get("Content-Disposition"); !strings.HasPrefix(got, "attachment; filename*=UTF-8''") || strings.ContainsAny(got, "\r\n\"") {
		t.Errorf("%q", got)
	}
	if !strings.Contains(res.Header.Get("Content-Security-Policy"), "sandbox") {
		t.Error("a file is not in a sandbox")
	}
}

func TestAssetsMayBeKept(t *testing.T) {
	page := text(t, ask(t, "GET", "/ja/things", ""))
	for _, m := range regexp.MustCompile(`"(/assets/[^"]+)"`).FindAllStringSubmatch(page, -1) {
		res := ask(t, "GET", m[1], "")
		if res.StatusCode != 200 || !strings.Contains(res.Header.Get("Cache-Control"), "immutable") {
			t.Errorf("%s: %s %s", m[1], res.Status, res.Header.Get("Cache-Control"))
		}
	}
}
