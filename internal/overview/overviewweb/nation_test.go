package overviewweb_test

import (
	"io"
	"log/slog"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"kijun/examples"
	"kijun/internal/access"
	"kijun/internal/blob"
	"kijun/internal/check"
	"kijun/internal/db"
	"kijun/internal/db/dbtest"
	"kijun/internal/guideline"
	"kijun/internal/lang"
	"kijun/internal/measure"
	"kijun/internal/overview"
	"kijun/internal/overview/overviewweb"
	"kijun/internal/standard"
	"kijun/internal/submission"
	"kijun/internal/web"
)

// nation is a small nation around the water sector, with its pages.
type nation struct {
	*testing.T
	overview.Rooms
	db      *db.DB
	now     time.Time
	handler http.Handler
	actors  map[string]access.Actor
	tokens  map[string]string
	records map[string]string // of documents
}

var orgs = []access.Org{
	{ID: "cas", Name: lang.Text{JA: "内閣官房（見本）", EN: "Cabinet Secretariat (sample)"}, Standings: []access.Standing{{Kind: access.CabinetSecretariat}}},
	{ID: "mlit", Name: lang.Text{JA: "国土交通省（見本）", EN: "MLIT (sample)"}, Standings: []access.Standing{{Kind: access.Ministry, Sector: "water"}}},
	{ID: "mihon-water-association", Name: lang.Text{JA: "見本水道協会", EN: "Mihon Waterworks Association"}, Standings: []access.Standing{{Kind: access.Association, Sector: "water"}}},
	{ID: "mihon-water", Name: lang.Text{JA: "見本水道", EN: "Mihon Water"}, Kana: "ミホンスイドウ", Standings: []access.Standing{{Kind: access.Operator, Sector: "water"}}},
	{ID: "kita-water", Name: lang.Text{JA: "北見本水道", EN: "Kita Water"}, Kana: "キタミホンスイドウ", Standings: []access.Standing{{Kind: access.Operator, Sector: "water"}}},
	{ID: "mihon-cho", Name: lang.Text{JA: "見本町", EN: "Town of Mihon"}, Kana: "ミホンチョウ", Autonomous: true, Standings: []access.Standing{{Kind: access.Operator, Sector: "water"}}},
	{ID: "mihon-gas", Name: lang.Text{JA: "見本ガス", EN: "Mihon Gas"}, Kana: "ミホンガス", Standings: []access.Standing{{Kind: access.Operator, Sector: "gas"}}},
	{ID: "mihon-keiso", Name: lang.Text{JA: "見本計装", EN: "Mihon Instrumentation"}, Standings: []access.Standing{{Kind: access.Contractor}}},
	{ID: "idle", Name: lang.Text{JA: "見本無職", EN: "Mihon Idle"}, Standings: []access.Standing{{Kind: access.Contractor}}},
}

func newNation(t *testing.T) *nation {
	n := &nation{T: t, db: dbtest.SQLite(t), now: time.Date(2026, 11, 24, 1, 0, 0, 0, time.UTC), actors: map[string]access.Actor{}, tokens: map[string]string{}, records: map[string]string{}}
	if err := n.db.Migrate(t.Context(), db.Migrations()); err != nil {
		t.Fatal(err)
	}
	n.Catalogue = guideline.Builtin()
	n.Access = access.New(access.Options{DB: n.db, Now: func() time.Time { return n.now }, Random: rand.NewChaCha8([32]byte{3}), Demo: true})
	n.Standards = standard.NewService(n.Access, n.Catalogue)
	n.Measures = measure.NewService(n.Access, n.Standards, n.Catalogue)
	n.Submissions = submission.New(n.Access)
	n.Checks = check.NewService(n.Access, n.Measures, blob.InDatabase(n.db), n.Catalogue)
	for _, o := range orgs {
		if err := n.Access.AddOrg(t.Context(), access.Installation(), o); err != nil {
			t.Fatal(err)
		}
	}
	e := access.Engagement{Org: "mihon-keiso", Client: "mihon-water"}
	if err := n.Access.Engage(t.Context(), access.Installation(), e); err != nil {
		t.Fatal(err)
	}
	for _, o := range orgs {
		n.join(o.ID)
	}
	server := web.New(web.Options{Sessions: n.Access, Log: slog.New(slog.NewTextHandler(io.Discard, nil))})
	overviewweb.Pages{Overview: overview.New(n.Rooms), Catalogue: n.Catalogue}.Mount(server)
	n.handler = server.Handler()
	return n
}

func (n *nation) join(org string) {
	id, err := n.Access.AddPerson(n.Context(), access.Installation(), access.Person{Login: org, Name: "人"}, access.Membership{Org: org, Role: access.Officer}, "")
	if err != nil {
		n.Fatal(err)
	}
	if n.actors[org], err = n.Access.ActorFor(n.Context(), id, org); err != nil {
		n.Fatal(err)
	}
	if n.tokens[org], err = n.Access.SignInDemo(n.Context(), id); err != nil {
		n.Fatal(err)
	}
}

// enact brings files of the sample into force.
func (n *nation) enact(org string, names ...string) {
	n.Helper()
	var files []standard.Upload
	for _, name := range names {
		data, err := examples.Water.ReadFile("water/" + name)
		if err != nil {
			n.Fatal(err)
		}
		files = append(files, standard.Upload{Name: path.Join("water", name), Data: data})
	}
	done, err := n.Standards.Import(n.Context(), n.actors[org], files)
	if err != nil {
		n.Fatalf("%v %+v", err, done.Problems)
	}
	for _, f := range done.Files {
		if f.Record == "" {
			continue
		}
		n.records[f.Document] = f.Record
		for _, to := range []string{standard.InConsultation, standard.Decided, standard.InForce} {
			if to == standard.InConsultation && f.Tier == standard.InHouse {
				continue
			}
			if err := n.Standards.Advance(n.Context(), n.actors[org], f.Record, to, ""); err != nil {
				n.Fatal(err)
			}
		}
	}
}

// whole brings the whole sample into force.
func (n *nation) whole() {
	n.Helper()
	n.enact("mlit", "water-ordinance.md", "water-guideline.md", "allocation.yaml")
	n.enact("mihon-water-association", "water-association.md")
	n.enact("mihon-water", "mihon-water-rules.md")
}

func (n *nation) get(who, address string) string {
	n.Helper()
	r := httptest.NewRequest("GET", address, nil)
	r.AddCookie(&http.Cookie{Name: web.SessionCookie, Value: n.tokens[who]})
	w := httptest.NewRecorder()
	n.handler.ServeHTTP(w, r)
	if w.Code != http.StatusOK {
		n.Fatalf("%s for %s: %d", address, who, w.Code)
	}
	page := w.Body.String()
	n.sound(address, page)
	return page
}

var (
	headings  = regexp.MustCompile(`<h([1-6])[ >]`)
	fragments = regexp.MustCompile(` href="#([^"]+)"`)
)

// sound holds what every page keeps to: one h1, headings in order, links that lead somewhere, whole sentences.
func (n *nation) sound(address, page string) {
	n.Helper()
	last := 0
	for i, m := range headings.FindAllStringSubmatch(page, -1) {
		level := int(m[1][0] - '0')
		if level > last+1 || (level == 1) != (i == 0) {
			n.Errorf("%s: an h%d follows an h%d", address, level, last)
		}
		last = level
	}
	for _, m := range fragments.FindAllStringSubmatch(page, -1) {
		if strings.Count(page, ` id="`+m[1]+`"`) != 1 {
			n.Errorf("%s: #%s leads nowhere, or to two places", address, m[1])
		}
	}
	if strings.Contains(page, "%!") {
		n.Errorf("%s: a text was filled wrongly: %s", address, page[strings.Index(page, "%!"):][:60])
	}
}

func (n *nation) holds(page string, wanted bool, texts ...string) {
	n.Helper()
	for _, text := range texts {
		if strings.Contains(page, text) != wanted {
			n.Errorf("the page holds %q: %v", text, !wanted)
		}
	}
}

// inOrder reports whether texts stand on the page one after the other.
func inOrder(page string, texts ...string) bool {
	at := make([]int, len(texts))
	for i, text := range texts {
		at[i] = strings.Index(page, text)
	}
	return slices.IsSorted(at) && at[0] >= 0
}

// check lets an operator check itself, answer some entries with yes and one with no, and send the summary.
func (n *nation) check(org string, year, yes int, by check.By) (checkID, copyID string) {
	n.Helper()
	a, ctx := n.actors[org], n.Context()
	id, err := n.Checks.Start(ctx, a, check.Start{Sector: "water", Year: year})
	if err != nil {
		n.Fatal(err)
	}
	entries, _, err := n.Checks.Entries(ctx, a, id, check.Filter{}, "")
	if err != nil || len(entries) <= yes {
		n.Fatal(len(entries), err)
	}
	for i, e := range entries[:yes+1] {
		answer := e.Answer
		answer.InPlace, answer.InOperation, answer.Effective = check.Yes, check.Yes, check.Yes
		if i == yes {
			answer.InPlace = check.No
		}
		if _, err := n.Checks.Answer(ctx, a, id, e.Number, answer, e.Version); err != nil {
			n.Fatal(err)
		}
	}
	return id, n.send(org, id, by)
}

func (n *nation) send(org, checkID string, by check.By) (copyID string) {
	n.Helper()
	a, in := n.actors[org], check.Sending{To: "mlit", By: by, Retain: check.RetainUntil(2026)}
	parcel, err := n.Checks.Parcel(n.Context(), a, checkID, in)
	if err != nil {
		n.Fatal(err)
	}
	in.Seen = parcel.Copy.Hash
	copyID, err = n.Checks.Send(n.Context(), a, checkID, in)
	if err != nil {
		n.Fatal(err)
	}
	return copyID
}
