package standardweb_test

import (
	"bytes"
	"context"
	"io"
	"io/fs"
	"log/slog"
	"math/rand/v2"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/textproto"
	"net/url"
	"path"
	"strings"
	"testing"
	"time"

	"kijun/examples"
	"kijun/internal/access"
	"kijun/internal/clock"
	"kijun/internal/db"
	"kijun/internal/db/dbtest"
	"kijun/internal/guideline"
	"kijun/internal/lang"
	"kijun/internal/standard"
	"kijun/internal/standard/standardweb"
	"kijun/internal/web"
)

// site is an installation with a few organisations, served.
type site struct {
	*standard.Service
	access *access.Service
	server *httptest.Server
	people map[string]string // ids by organisation
}

var siteOrgs = []access.Org{
	{ID: "mlit", Name: lang.Text{JA: "見本国土省", EN: "Sample Land Ministry"}, Standings: []access.Standing{{Kind: access.Ministry, Sector: "water"}}},
	{ID: "mihon-water", Name: lang.Text{JA: "みほん市水道局", EN: "Mihon City Waterworks"}, Standings: []access.Standing{{Kind: access.Operator, Sector: "water"}}},
	{ID: "mihon-power", Name: lang.Text{JA: "みほん電力", EN: "Mihon Power"}, Standings: []access.Standing{{Kind: access.Operator, Sector: "electricity"}}},
}

func newSite(t testing.TB) *site {
	t.Helper()
	d := dbtest.SQLite(t)
	ctx := context.Background()
	if err := d.Migrate(ctx, db.Migrations()); err != nil {
		t.Fatal(err)
	}
	now := time.Date(2026, 11, 24, 9, 0, 0, 0, clock.Japan)
	clockwork := func() time.Time { now = now.Add(time.Second); return now }
	s := &site{people: map[string]string{}}
	s.access = access.New(access.Options{DB: d, Now: clockwork, Random: rand.NewChaCha8([32]byte{1}), Demo: true})
	s.Service = standard.NewService(s.access, guideline.Builtin())
	for _, o := range siteOrgs {
		if err := s.access.AddOrg(ctx, access.Installation(), o); err != nil {
			t.Fatal(err)
		}
		id, err := s.access.AddPerson(ctx, access.Installation(), access.Person{Login: o.ID, Name: "責任者 花子"}, access.Membership{Org: o.ID, Role: access.Officer}, "")
		if err != nil {
			t.Fatal(err)
		}
		s.people[o.ID] = id
	}
	server := web.New(web.Options{Sessions: s.access, Log: slog.New(slog.DiscardHandler)})
	standardweb.Pages{Standards: s.Service, Access: s.access, Catalogue: guideline.Builtin()}.Mount(server)
	s.server = httptest.NewServer(server.Handler())
	t.Cleanup(s.server.Close)
	return s
}

// visitor is a browser of somebody of an organisation; "": nobody.
type visitor struct {
	t      testing.TB
	site   *site
	cookie string
}

func (s *site) visitor(t testing.TB, org string) *visitor {
	t.Helper()
	v := &visitor{t: t, site: s}
	if org != "" {
		var err error
		if v.cookie, err = s.access.SignInDemo(context.Background(), s.people[org]); err != nil {
			t.Fatal(err)
		}
	}
	return v
}

// actor is who the visitor is.
func (v *visitor) actor() access.Actor {
	v.t.Helper()
	a, err := v.site.access.Session(context.Background(), v.cookie)
	if err != nil {
		v.t.Fatal(err)
	}
	return a
}

func (v *visitor) do(method, to, kind string, body io.Reader, head ...string) (int, string) {
	v.t.Helper()
	req, err := http.NewRequest(method, v.site.server.URL+to, body)
	if err != nil {
		v.t.Fatal(err)
	}
	if kind != "" {
		req.Header.Set("Content-Type", kind)
	}
	for i := 0; i+1 < len(head); i += 2 {
		req.Header.Set(head[i], head[i+1])
	}
	if v.cookie != "" {
		req.AddCookie(&http.Cookie{Name: web.SessionCookie, Value: v.cookie})
	}
	client := http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	res, err := client.Do(req)
	if err != nil {
		v.t.Fatal(err)
	}
	defer res.Body.Close()
	text, err := io.ReadAll(res.Body)
	if err != nil {
		v.t.Fatal(err)
	}
	if at := res.Header.Get("Location"); at != "" {
		return res.StatusCode, at
	}
	return res.StatusCode, string(text)
}

// get opens a page.
func (v *visitor) get(to string) string {
	v.t.Helper()
	code, page := v.do("GET", to, "", nil)
	if code != 200 {
		v.t.Fatalf("GET %s: %d %s", to, code, page)
	}
	return page
}

// post sends a form.
func (v *visitor) post(to string, form url.Values, head ...string) (int, string) {
	v.t.Helper()
	return v.do("POST", to, "application/x-www-form-urlencoded", strings.NewReader(form.Encode()), head...)
}

// upload sends files as a folder.
func (v *visitor) upload(to string, values url.Values, files ...standard.Upload) (int, string) {
	v.t.Helper()
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	for name, vs := range values {
		for _, value := range vs {
			if err := w.WriteField(name, value); err != nil {
				v.t.Fatal(err)
			}
		}
	}
	for _, f := range files {
		head := textproto.MIMEHeader{"Content-Disposition": {`form-data; name="folder"; filename="` + f.Name + `"`}, "Content-Type": {"text/markdown"}}
		part, err := w.CreatePart(head)
		if err != nil {
			v.t.Fatal(err)
		}
		if _, err := part.Write(f.Data); err != nil {
			v.t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		v.t.Fatal(err)
	}
	return v.do("POST", to, w.FormDataContentType(), &b)
}

// water are sample files of the water sector, in their folder.
func water(t testing.TB, names ...string) []standard.Upload {
	t.Helper()
	var files []standard.Upload
	for _, name := range names {
		data, err := fs.ReadFile(examples.Water, path.Join("water", name))
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, standard.Upload{Name: "water/" + name, Data: data})
	}
	return files
}
