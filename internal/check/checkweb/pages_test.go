package checkweb_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"math/rand/v2"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"kijun/internal/access"
	"kijun/internal/blob"
	"kijun/internal/check"
	"kijun/internal/check/checkweb"
	"kijun/internal/db"
	"kijun/internal/db/dbtest"
	"kijun/internal/guideline"
	"kijun/internal/lang"
	"kijun/internal/measure"
	"kijun/internal/standard"
	"kijun/internal/submission"
	"kijun/internal/web"
)

// site is the pages over an installation of an operator, its ministry and another operator.
type site struct {
	testing.TB
	access  *access.Service
	checks  *check.Service
	handler http.Handler
	body    *standard.Body
	actors  map[string]access.Actor
	tokens  map[string]string
	now     time.Time
}

// Sheet makes the site say what an operator should do, from its body of standards.
func (s *site) Sheet(_ context.Context, _ access.Actor, v measure.View) (*measure.Sheet, error) {
	return measure.New(s.body, standard.Question{Sector: v.Sector, Operator: v.Operator, On: v.On}, guideline.Builtin()), nil
}

func newSite(t testing.TB) *site {
	s := &site{TB: t, tokens: map[string]string{}, actors: map[string]access.Actor{}, now: time.Date(2026, 11, 24, 1, 0, 0, 0, time.UTC)}
	d := dbtest.SQLite(t)
	s.must(d.Migrate(t.Context(), db.Migrations()))
	s.access = access.New(access.Options{DB: d, Now: func() time.Time { return s.now }, Random: rand.NewChaCha8([32]byte{3}), Demo: true})
	for id, kind := range map[string]access.Kind{"mihon-water": access.Operator, "mihon-town": access.Operator, "mlit": access.Ministry} {
		o := access.Org{ID: id, Name: lang.Text{JA: id + "の名前", EN: "Name of " + id}, Standings: []access.Standing{{Kind: kind, Sector: "water"}}}
		s.must(s.access.AddOrg(t.Context(), access.Installation(), o))
		s.join(id, access.Officer)
		s.join(id, access.Staff)
	}
	files, err := blob.InFolder(t.TempDir())
	s.must(err)
	s.body = standard.Read([]string{"../../../examples/water"}, guideline.Builtin())
	s.checks = check.NewService(s.access, s, files, guideline.Builtin())
	server := web.New(web.Options{Sessions: s.access, Log: slog.New(slog.NewTextHandler(io.Discard, nil))})
	checkweb.Pages{Checks: s.checks, Access: s.access, Catalogue: guideline.Builtin()}.Mount(server)
	s.handler = server.Handler()
	return s
}

func (s *site) must(err error) {
	s.Helper()
	if err != nil {
		s.Fatal(err)
	}
}

func (s *site) join(org string, role access.Role) {
	login := string(role) + "@" + org
	id, err := s.access.AddPerson(s.Context(), access.Installation(), access.Person{Login: login, Name: "人 " + login}, access.Membership{Org: org, Role: role}, "")
	s.must(err)
	s.tokens[login], err = s.access.SignInDemo(s.Context(), id)
	s.must(err)
	s.actors[login], err = s.access.ActorFor(s.Context(), id, org)
	s.must(err)
}

const (
	officer = "officer@mihon-water"
	staff   = "staff@mihon-water"
	other   = "officer@mihon-town"
)

func (s *site) start() string {
	s.Helper()
	id, err := s.checks.Start(s.Context(), s.actors[officer], check.Start{Sector: "water", Year: 2026})
	s.must(err)
	return id
}

// answer is what the server said.
type answer struct {
	*httptest.ResponseRecorder
	text string
}

func (s *site) do(who string, r *http.Request, header ...string) answer {
	s.Helper()
	r.AddCookie(&http.Cookie{Name: web.SessionCookie, Value: s.tokens[who]})
	for i := 0; i+1 < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	s.handler.ServeHTTP(w, r)
	return answer{w, w.Body.String()}
}

func (s *site) get(who, path string) answer {
	return s.do(who, httptest.NewRequest("GET", path, nil))
}

func (s *site) post(who, path string, form url.Values, header ...string) answer {
	return s.do(who, httptest.NewRequest("POST", path, strings.NewReader(form.Encode())), append([]string{"Content-Type", "application/x-www-form-urlencoded"}, header...)...)
}

func (s *site) upload(who, path, name string, content []byte, fields url.Values) answer {
	s.Helper()
	var b bytes.Buffer
	form := multipart.NewWriter(&b)
	f, err := form.CreateFormFile("file", name)
	s.must(err)
	_, err = f.Write(content)
	s.must(err)
	for k := range fields {
		s.must(form.WriteField(k, fields.Get(k)))
	}
	s.must(form.Close())
	return s.do(who, httptest.NewRequest("POST", path, &b), "Content-Type", form.FormDataContentType())
}

// has expects a status and texts.
func (s *site) has(a answer, code int, texts ...string) {
	s.Helper()
	if a.Code != code {
		s.Fatalf("status %d, want %d: %s", a.Code, code, a.text)
	}
	for _, t := range texts {
		if !strings.Contains(a.text, t) {
			s.Errorf("no %q in %s", t, a.text)
		}
	}
}

func TestFromStartToSending(t *testing.T) {
	s := newSite(t)
	s.has(s.get(staff, "/ja/checks"), 200, "自己点検はまだありません")
	started := s.post(officer, "/ja/checks", url.Values{"year": {"2026"}, "sector": {"water"}, "carry": {"yes"}})
	s.has(started, 303)
	at := started.Header().Get("Location")
	id := at[strings.LastIndex(at, "/")+1:]
	s.has(s.get(staff, at), 200, "令和8年度 自己点検", "回答済み 0 /", "第1条 趣旨", "id=\"e1\"", "表で答える")
	s.has(s.get(staff, "/en/checks/"+id), 200, "Self-check FY2026", "In place", "Contents")
	s.has(s.get(staff, at+"/entries/1"), 200, "data-key=\"1\"", "data-key=\"9\"", "保存して次へ", "キー操作")

	row := s.post(staff, at+"/entries/1?show=unanswered", url.Values{"version": {"1"}, "in-place": {"yes"}, "in-operation": {"partly"}, "effective": {"yes"}, "then": {"table"}})
	s.has(row, 303)
	if got := row.Header().Get("Location"); got != at+"?show=unanswered#e1" {
		t.Errorf("saved rows lead to %s", got)
	}
	s.has(s.get(staff, at+"?show=gaps"), 200, "回答済み 1 /", "id=\"e1\"")

	s.has(s.post(staff, at+"/branch?in=document:water-association", url.Values{"do": {"set-aside"}}), 422, "対象外とする理由を入力してください")
	s.has(s.post(staff, at+"/branch?in=document:water-association", url.Values{"do": {"set-aside"}, "reason": {"協会に入っていない"}}), 303)
	s.has(s.get(staff, at+"?show=not-applicable"), 200, "協会に入っていない")

	s.has(s.get(staff, at+"/sending"), 200, "送れるのは統括責任者です", "送り元の名前", "check-summary/1")
	page := s.get(officer, at+"/sending")
	s.has(page, 200, "任意の提供", "取り下げても")
	seen := regexp.MustCompile(`name="seen" value="([0-9a-f]+)"`).FindStringSubmatch(page.text)
	if seen == nil {
		t.Fatal("no form to send")
	}
	form := url.Values{"to": {"mlit"}, "by": {"item"}, "retain": {"2030-03-31"}, "seen": {"otherwise"}}
	s.has(s.post(officer, at+"/sending", form), 409, "もう一度確かめてください")
	form.Set("seen", seen[1])
	sent := s.post(officer, at+"/sending", form)
	s.has(sent, 303)
	copyID := sent.Header().Get("Location")[len("/ja/submissions/"):]
	got, err := submission.New(s.access).Open(t.Context(), s.actors["officer@mlit"], copyID)
	s.must(err)
	if !strings.Contains(strings.ReplaceAll(page.text, "&#34;", `"`), string(got.Payload)) {
		t.Error("what was sent is not what the page showed")
	}
	s.has(s.get(staff, at+"/closing"), 200, "まだ残っているもの", "完了と再開ができるのは")
	s.has(s.post(officer, at+"/closing", url.Values{"state": {"open"}, "comment": {"以上"}}), 303)
	s.has(s.get(staff, at+"/entries/1"), 200, "この自己点検は完了しています", "運用 一部")
	s.has(s.post(officer, at+"/closing", url.Values{"state": {"closed"}}), 422, "再開する理由を入力してください")
}

func TestAutosaveSaysWhatItDid(t *testing.T) {
	s := newSite(t)
	at := "/ja/checks/" + s.start() + "/entries/2"
	fetch := []string{"Kijun-Fragment", "saved"}
	var saved struct {
		Version, Message string
		Fields, Parts    map[string]string
	}
	read := func(a answer) {
		saved.Version, saved.Message, saved.Fields, saved.Parts = "", "", nil, nil
		s.must(json.Unmarshal([]byte(a.text), &saved))
	}
	ok := s.post(staff, at, url.Values{"version": {"1"}, "whole": {"1"}, "in-place": {"yes"}, "in-operation": {"yes"}, "effective": {"no"}, "work": {"waiting"}, "severity": {"high"}, "note": {"確認"}}, fetch...)
	if read(ok); ok.Code != 200 || saved.Version != "2" || !strings.Contains(saved.Parts["tally"], "回答済み 1 /") || !strings.Contains(saved.Parts["m2"], "待ち") {
		t.Errorf("%d %s", ok.Code, ok.text)
	}
	late := s.post(officer, at, url.Values{"version": {"1"}, "whole": {"1"}, "in-place": {"no"}, "work": {"done"}, "severity": {"none"}}, fetch...)
	if read(late); late.Code != 409 || !strings.Contains(saved.Message, "人 staff@mihon-water") || !strings.Contains(saved.Message, "有効性 いいえ") {
		t.Errorf("%d %s", late.Code, late.text)
	}
	silent := s.post(staff, at, url.Values{"version": {"2"}, "whole": {"1"}, "work": {"done"}, "severity": {"none"}, "not-applicable": {"yes"}}, fetch...)
	if read(silent); silent.Code != 422 || saved.Fields["reason"] == "" {
		t.Errorf("%d %s", silent.Code, silent.text)
	}
	s.has(s.post(officer, at, url.Values{"version": {"1"}, "whole": {"1"}, "in-place": {"no"}, "work": {"done"}, "severity": {"none"}, "note": {"<b>私の</b>"}}), 409,
		"保存されている回答（人 staff@mihon-water", "&lt;b&gt;私の&lt;/b&gt;", `name="version" value="2"`)
	s.has(s.post(officer, at, url.Values{"version": {"2"}, "whole": {"1"}, "work": {"done"}, "severity": {"none"}, "not-applicable": {"yes"}, "note": {"残す"}, "then": {"stay"}}), 422, "残す", "checked")
}

func TestEvidenceIsAnAttachment(t *testing.T) {
	s := newSite(t)
	at := "/ja/checks/" + s.start() + "/entries/3"
	s.has(s.upload(staff, at+"/evidence", "x.html", nil, nil), 422, "ファイルの中身が空です")
	s.has(s.upload(staff, at+"/evidence", "記録.html", []byte("<script>alert(1)</script>"), url.Values{"title": {"<i>記録</i>"}, "expires": {"2026-01-31"}}), 303)
	page := s.get(staff, at)
	s.has(page, 200, "&lt;i&gt;記録&lt;/i&gt;", "期限切れ", "を外す")
	link := regexp.MustCompile(`/ja/evidence/([0-9a-z]+)`).FindStringSubmatch(page.text)
	file := s.get(staff, link[0])
	s.has(file, 200, "<script>")
	if h := file.Header(); h.Get("Content-Type") != "application/octet-stream" || !strings.HasPrefix(h.Get("Content-Disposition"), "attachment") || h.Get("X-Content-Type-Options") != "nosniff" {
		t.Errorf("served as %v", h)
	}
	s.has(s.get(other, link[0]), 404)
	s.has(s.post(staff, at[:len(at)-1]+"4/link", url.Values{"evidence": {link[1]}}), 303)
	s.has(s.post(staff, at[:len(at)-1]+"4/link", url.Values{"evidence": {link[1]}}), 409, "すでにこの規定に付いています")
	s.has(s.post(staff, at+"/unlink", url.Values{"evidence": {link[1]}}), 303)
	s.has(s.get(staff, "/en/evidence?q=記録"), 200, "expired", "until 31 January 2026")
	if a := s.get(other, "/ja/evidence"); strings.Contains(a.text, "記録.html") {
		t.Error("another operator sees the evidence")
	}
}

func TestAWorkbookIsLookedAtFirst(t *testing.T) {
	s := newSite(t)
	at := "/ja/checks/" + s.start()
	s.has(s.get(staff, at+"/workbook"), 200, "書き出す", "取り込めるのは")
	book := s.get(officer, at+"/workbook.xlsx")
	s.has(book, 200)
	if name := book.Header().Get("Content-Disposition"); !strings.Contains(name, url.PathEscape("令和8年度 自己点検.xlsx")) {
		t.Errorf("the workbook is called %s", name)
	}
	s.has(s.upload(officer, at+"/workbook", "a.xlsx", book.Body.Bytes(), nil), 200, "変わるところがありません")
	s.has(s.upload(officer, at+"/workbook", "a.xlsx", []byte("x"), nil), 422, "読めません")
	s.has(s.upload(staff, at+"/workbook", "a.xlsx", book.Body.Bytes(), nil), 403)
	s.has(s.post(officer, at+"/workbook/apply", url.Values{"file": {"x"}}), 404)
	s.has(s.get(officer, at+"/data.csv"), 200, "\ufeffid,number")
}

func TestNobodyElseSeesAPage(t *testing.T) {
	s := newSite(t)
	id := s.start()
	for _, who := range []string{other, "officer@mlit"} {
		for _, page := range []string{"", "/entries/1", "/workbook", "/workbook.xlsx", "/data.csv", "/closing", "/sending"} {
			s.has(s.get(who, "/ja/checks/"+id+page), 404)
		}
		for _, act := range []string{"/update", "/branch?in=item:p1.1", "/entries/1", "/entries/1/link", "/entries/1/unlink", "/workbook/apply", "/closing", "/sending"} {
			s.has(s.post(who, "/ja/checks/"+id+act, url.Values{"reason": {"x"}, "version": {"1"}, "comment": {"x"}}), 404)
		}
		if a := s.get(who, "/ja/checks"); strings.Contains(a.text, id) {
			t.Errorf("%s lists it", who)
		}
	}
	s.has(s.get(staff, "/ja/checks/"+id+"/entries/x"), 404)
	s.has(s.get(staff, "/ja/checks/"+id+"?show=ranking"), 422)
	s.has(s.get(staff, "/ja/checks/"+id+"?in=nonsense"), 422)
	s.has(s.get(staff, "/ja/checks/"+id+"?from=nonsense"), 422)
	s.has(s.get("", "/ja/checks/"+id), 303)
}

// large is a site with a check of 1,800 entries.
func large(t testing.TB) (*site, string) {
	s := newSite(t)
	items := guideline.Builtin().Latest().Asked()
	var b strings.Builder
	fmt.Fprintf(&b, "---\nid: law\ntitle: {ja: 水道分野における情報セキュリティ基準, en: Law}\ntier: mandatory\nsectors: [water]\neffective: 2024-04-01\nlevels: {遵守: must}\n---\n\n")
	for i := range 1_800 {
		fmt.Fprintf(&b, "## 第%d条 制御系の遠隔保守に用いる回線の認証と記録 {#c%d covers=\"%s\" level=\"遵守\" degree=\"復旧 <= %dh\"}\n\n%s\n\n", i, i, items[i%len(items)].ID, 1+i%72,
			strings.Repeat("遠隔保守に用いる回線は、利用者ごとに認証し、利用の記録を残す。", 6))
	}
	path := filepath.Join(t.TempDir(), "law.md")
	s.must(os.WriteFile(path, []byte(b.String()), 0o600))
	s.body = standard.Read([]string{path}, guideline.Builtin())
	return s, "/ja/checks/" + s.start()
}

func TestALargeCheckIsSmallToOpen(t *testing.T) {
	s, at := large(t)
	a := s.get(staff, at)
	s.has(a, 200, "次のページ", "0 / 1800")
	if n := len(a.text); n > 300_000 {
		t.Errorf("the page has %d bytes, more than 300,000", n)
	}
}

func BenchmarkOpen(b *testing.B) {
	s, at := large(b)
	for b.Loop() {
		if a := s.get(staff, at); a.Code != 200 {
			b.Fatal(a.Code)
		}
	}
	b.ReportMetric(float64(len(s.get(staff, at).text)), "bytes/page")
}
