package submissionweb_test

import (
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"kijun/internal/access"
	"kijun/internal/db"
	"kijun/internal/db/dbtest"
	"kijun/internal/lang"
	"kijun/internal/submission"
	"kijun/internal/submission/submissionweb"
	"kijun/internal/web"
	"kijun/internal/web/ui"
)

// site is the pages over an installation of a ministry, an operator and an onlooker.
type site struct {
	*testing.T
	db      *db.DB
	access  *access.Service
	handler http.Handler
	tokens  map[string]string
	now     time.Time
}

func newSite(t *testing.T) *site {
	s := &site{T: t, db: dbtest.SQLite(t), tokens: map[string]string{}, now: time.Date(2026, 11, 24, 1, 0, 0, 0, time.UTC)}
	if err := s.db.Migrate(t.Context(), db.Migrations()); err != nil {
		t.Fatal(err)
	}
	s.access = access.New(access.Options{DB: s.db, Now: func() time.Time { return s.now }, Random: rand.NewChaCha8([32]byte{2}), Demo: true})
	for id, kind := range map[string]access.Kind{"mihon-water": access.Operator, "mlit": access.Ministry, "onlooker": access.Operator} {
		o := access.Org{ID: id, Name: lang.Text{JA: id + "の名前", EN: "Name of " + id}, Standings: []access.Standing{{Kind: kind, Sector: "water"}}}
		if err := s.access.AddOrg(t.Context(), access.Installation(), o); err != nil {
			t.Fatal(err)
		}
		s.join(id, access.Officer)
		s.join(id, access.Staff)
	}
	server := web.New(web.Options{Sessions: s.access, Log: slog.New(slog.NewTextHandler(io.Discard, nil))})
	submissionweb.Pages{Submissions: submission.New(s.access), Access: s.access, Records: map[string]string{"check-summary": "checks"},
		Renders: map[string]submissionweb.Render{"check-summary/1": render}}.Mount(server)
	s.handler = server.Handler()
	return s
}

// render draws the number of a payload.
func render(r *ui.Request, payload []byte) (g.Node, error) {
	var p struct{ Answers int }
	if err := json.Unmarshal(payload, &p); err != nil || p.Answers == 0 {
		return nil, errors.Join(errors.New("no answers"), err)
	}
	return h.P(g.Textf("answers in words: %d", p.Answers)), nil
}

func (s *site) join(org string, role access.Role) {
	login := string(role) + "@" + org
	id, err := s.access.AddPerson(s.Context(), access.Installation(), access.Person{Login: login, Name: "人 " + login}, access.Membership{Org: org, Role: role}, "")
	if err != nil {
		s.Fatal(err)
	}
	if s.tokens[login], err = s.access.SignInDemo(s.Context(), id); err != nil {
		s.Fatal(err)
	}
}

func (s *site) send(payload, previous string) string {
	d := submission.Draft{From: "mihon-water", To: "mlit", Kind: "check-summary", Schema: "check-summary/1", Payload: []byte(payload), Voluntary: true,
		Retain: "2029-03-31", Subject: "check-17", Title: lang.Text{JA: "点検の集計", EN: "Summary of a check"}, Previous: previous}
	id := s.access.NewID()
	if err := s.db.Write(s.Context(), func(tx *db.Tx) error {
		_, err := submission.Send(s.Context(), tx, id, d, "nobody", s.now)
		return err
	}); err != nil {
		s.Fatal(err)
	}
	return id
}

// do sends a request as somebody; a nil form is a GET.
func (s *site) do(who, path string, form url.Values) *httptest.ResponseRecorder {
	r := httptest.NewRequest("GET", path, nil)
	if form != nil {
		r = httptest.NewRequest("POST", path, strings.NewReader(form.Encode()))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	if token := s.tokens[who]; token != "" {
		r.AddCookie(&http.Cookie{Name: web.SessionCookie, Value: token})
	}
	w := httptest.NewRecorder()
	s.handler.ServeHTTP(w, r)
	return w
}

func (s *site) get(who, path string) string {
	s.Helper()
	w := s.do(who, path, nil)
	if w.Code != http.StatusOK {
		s.Fatalf("%s: %d", path, w.Code)
	}
	return w.Body.String()
}

func holds(t *testing.T, page string, wanted bool, texts ...string) {
	t.Helper()
	for _, text := range texts {
		if strings.Contains(page, text) != wanted {
			t.Errorf("the page holds %q: %v", text, !wanted)
		}
	}
}

func TestAListInBothLanguages(t *testing.T) {
	s := newSite(t)
	holds(t, s.get("officer@mlit", "/ja/submissions"), true, "まだ何も届いていません")
	holds(t, s.get("officer@mihon-water", "/en/submissions"), true, "Nothing was sent yet", `href="/en/checks"`)
	id := s.send(`{"Answers": 3}`, "")
	holds(t, s.get("officer@mlit", "/ja/submissions"), true, "点検の集計", "mihon-waterの名前", "送付済み", "任意の提供", "令和11年3月31日", "令和8年11月24日（2026年） 10:00", `href="/ja/submissions/`+id)
	holds(t, s.get("staff@mihon-water", "/en/submissions"), true, "Summary of a check", "Name of mlit", "given voluntarily", "31 March 2029")
	holds(t, s.get("staff@mihon-water", "/en/submissions?view=received"), false, id)
	holds(t, s.get("officer@onlooker", "/ja/submissions?view=received"), false, id)
	holds(t, s.get("officer@mlit", "/ja/submissions?state=accepted"), false, id)
}

func TestOneCopy(t *testing.T) {
	s := newSite(t)
	id := s.send(`{"Answers": 3}`, "")
	theirs := s.get("officer@mlit", "/ja/submissions/"+id)
	holds(t, theirs, true, "answers in words: 3", "{&#34;Answers&#34;: 3}", "check-summary/1", "受領", "人 officer@mlit", "/accept", "/return")
	holds(t, theirs, false, "check-17", "/withdraw", "人 nobody")
	ours := s.get("officer@mihon-water", "/en/submissions/"+id)
	holds(t, ours, true, `href="/en/checks/check-17"`, "does not erase", "/withdraw", "received")
	holds(t, ours, false, "/accept", "/return", "officer@mlit")
	holds(t, s.get("staff@mlit", "/ja/submissions/"+id), false, "<textarea")
	for _, path := range []string{"/ja/submissions/" + id, "/ja/submissions/" + id + "/payload", "/ja/submissions/" + s.access.NewID()} {
		if w := s.do("officer@onlooker", path, nil); w.Code != http.StatusNotFound || strings.Contains(w.Body.String(), "点検の集計") {
			t.Errorf("%s for a third organisation: %d", path, w.Code)
		}
	}
	if w := s.do("officer@mlit", "/ja/submissions/"+id+"/payload", nil); w.Body.String() != `{"Answers": 3}` || !strings.Contains(w.Header().Get("Content-Disposition"), "attachment") {
		t.Errorf("%q, %v", w.Body, w.Header())
	}
}

func TestAPayloadThatCannotBeRead(t *testing.T) {
	s := newSite(t)
	odd := s.get("officer@mlit", "/en/submissions/"+s.send(`{"Answers": "<script>alert(1)</script>"}`, ""))
	holds(t, odd, true, "does not keep to its schema", "&lt;script&gt;alert(1)")
	holds(t, odd, false, "<script>alert")
	holds(t, s.get("officer@mlit", "/en/submissions/"+s.send("\xff\xfe", "")), true, "too large, or no text")
}

func TestReturningAndAccepting(t *testing.T) {
	s := newSite(t)
	first := s.send(`{"Answers": 3}`, "")
	s.get("officer@mlit", "/ja/submissions/"+first)
	empty := s.do("officer@mlit", "/ja/submissions/"+first+"/return", url.Values{"version": {"2"}, "comment": {" "}})
	if empty.Code != http.StatusUnprocessableEntity {
		t.Errorf("returned without a reason: %d", empty.Code)
	}
	holds(t, empty.Body.String(), true, `href="#f-comment"`, `id="f-comment"`, "入力してください")
	stale := s.do("officer@mlit", "/ja/submissions/"+first+"/return", url.Values{"version": {"1"}, "comment": {"書きかけの理由"}})
	if stale.Code != http.StatusConflict {
		t.Errorf("a stale version: %d", stale.Code)
	}
	holds(t, stale.Body.String(), true, "書きかけの理由", "人 officer@mlitが")
	if w := s.do("staff@mlit", "/ja/submissions/"+first+"/return", url.Values{"version": {"2"}, "comment": {"x"}}); w.Code != http.StatusForbidden {
		t.Errorf("staff returned it: %d", w.Code)
	}
	if w := s.do("officer@mlit", "/ja/submissions/"+first+"/return", url.Values{"version": {"2"}, "comment": {"年度が違う"}}); w.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	holds(t, s.get("officer@mihon-water", "/ja/submissions/"+first), true, "年度が違う", "差し戻されました")
	second := s.send(`{"Answers": 4}`, first)
	holds(t, s.get("officer@mlit", "/ja/submissions/"+first), true, "新しい版", second)
	late := s.do("officer@mlit", "/ja/submissions/"+first+"/accept", url.Values{"version": {"3"}})
	if late.Code != http.StatusConflict {
		t.Errorf("accepted a replaced version: %d", late.Code)
	}
	holds(t, late.Body.String(), true, `role="alert"`)
	holds(t, s.get("officer@mlit", "/ja/submissions/"+second), true, "answers in words: 4", first)
	if w := s.do("officer@mlit", "/ja/submissions/"+second+"/accept", url.Values{"version": {"2"}, "comment": {"確認しました"}}); w.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	holds(t, s.get("staff@mihon-water", "/en/submissions/"+second), true, "accepted", "確認しました")
}

func TestWithdrawingSaysThatItDoesNotErase(t *testing.T) {
	s := newSite(t)
	id := s.send(`{"Answers": 3}`, "")
	if w := s.do("officer@mihon-water", "/ja/submissions/"+id+"/withdraw", url.Values{"version": {"1"}}); w.Code != http.StatusSeeOther {
		t.Fatalf("%d", w.Code)
	}
	holds(t, s.get("officer@mihon-water", "/ja/submissions/"+id), true, "相手が受け取った内容は消えていません")
	theirs := s.get("officer@mlit", "/ja/submissions/"+id)
	holds(t, theirs, true, "取り下げました", "answers in words: 3")
	holds(t, theirs, false, "/accept")
}
