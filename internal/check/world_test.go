package check_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"kijun/internal/access"
	"kijun/internal/blob"
	"kijun/internal/check"
	"kijun/internal/db"
	"kijun/internal/db/dbtest"
	"kijun/internal/fault"
	"kijun/internal/guideline"
	"kijun/internal/lang"
	"kijun/internal/measure"
	"kijun/internal/standard"
)

// world is a small installation: two operators and the ministry of one sector.
type world struct {
	testing.TB
	db      *db.DB
	now     time.Time
	access  *access.Service
	files   *blob.Store
	body    *standard.Body // what the sheets are made of
	s       *check.Service
	officer access.Actor // of mihon-water
	staff   access.Actor
	other   access.Actor // an officer of another operator
}

// Sheet makes the world say what an operator should do, from its body of standards.
func (w *world) Sheet(_ context.Context, _ access.Actor, v measure.View) (*measure.Sheet, error) {
	return measure.New(w.body, standard.Question{Sector: v.Sector, Operator: v.Operator, On: v.On}, guideline.Builtin()), nil
}

func newWorld(t testing.TB, d *db.DB) *world {
	w := &world{TB: t, db: d, now: time.Date(2026, 11, 24, 1, 0, 0, 0, time.UTC)}
	w.access = access.New(access.Options{DB: d, Now: func() time.Time { return w.now }, Random: rand.NewChaCha8([32]byte{1})})
	for id, kind := range map[string]access.Kind{"mihon-water": access.Operator, "mihon-town": access.Operator, "mlit": access.Ministry} {
		o := access.Org{ID: id, Name: lang.Same(id), Standings: []access.Standing{{Kind: kind, Sector: "water"}}}
		w.must(w.access.AddOrg(t.Context(), access.Installation(), o))
	}
	files, err := blob.InFolder(t.TempDir())
	w.must(err)
	w.files, w.s = files, check.NewService(w.access, w, files, guideline.Builtin())
	w.body = standard.Read([]string{"../../examples/water"}, guideline.Builtin())
	w.officer, w.staff = w.actor("mihon-water", access.Officer), w.actor("mihon-water", access.Staff)
	w.other = w.actor("mihon-town", access.Officer)
	return w
}

func run(t *testing.T, test func(w *world)) {
	dbtest.Run(t, db.Migrations(), func(t *testing.T, d *db.DB) { test(newWorld(t, d)) })
}

func (w *world) must(err error) {
	w.Helper()
	if err != nil {
		w.Fatal(err)
	}
}

// want expects a fault of a kind.
func (w *world) want(k fault.Kind, err error) {
	w.Helper()
	if !fault.Is(err, k) {
		w.Errorf("want a fault of kind %d, got %v", k, err)
	}
}

func (w *world) actor(org string, role access.Role) access.Actor {
	w.Helper()
	login := org + "-" + string(role) + "-" + w.access.NewID()
	id, err := w.access.AddPerson(w.Context(), access.Installation(), access.Person{Login: login, Name: login}, access.Membership{Org: org, Role: role}, "")
	w.must(err)
	a, err := w.access.ActorFor(w.Context(), id, org)
	w.must(err)
	return a
}

// doc is a document of the water sector.
func doc(id, tier, headings string) string {
	operator := ""
	if tier == "in-house" {
		operator = "operator: mihon-water\n"
	}
	return fmt.Sprintf("---\nid: %s\ntitle: {ja: %s, en: %s}\ntier: %s\nsectors: [water]\n%seffective: 2024-04-01\nlevels: {遵守: must, 推奨: should}\n---\n\n%s\n", id, id, id, tier, operator, headings)
}

// standards makes documents the body of the world.
func (w *world) standards(documents ...string) {
	w.Helper()
	dir := w.TempDir()
	for i, d := range documents {
		w.must(os.WriteFile(filepath.Join(dir, fmt.Sprintf("%d.md", i)), []byte(d), 0o600))
	}
	if w.body = standard.Read([]string{dir}, guideline.Builtin()); standard.HasErrors(w.body.Problems) {
		w.Fatal(w.body.Problems)
	}
}

func (w *world) start(year int, carry bool) string {
	w.Helper()
	id, err := w.s.Start(w.Context(), w.officer, check.Start{Sector: "water", Year: year, Carry: carry})
	w.must(err)
	return id
}

// entries are all entries of a check that a filter lets through.
func (w *world) entries(id string, f check.Filter) []check.Entry {
	w.Helper()
	var all []check.Entry
	for from := ""; ; {
		es, next, err := w.s.Entries(w.Context(), w.officer, id, f, from)
		w.must(err)
		if all = append(all, es...); next == "" {
			return all
		}
		from = next
	}
}

// refs are the clauses of entries in one line.
func refs(es []check.Entry) (s string) {
	for _, e := range es {
		s += " " + e.Ref.String()
		if e.Gone {
			s += "(gone)"
		}
	}
	return s
}

func (w *world) entry(id, ref string) check.Entry {
	w.Helper()
	for _, e := range w.entries(id, check.Filter{}) {
		if e.Ref.String() == ref {
			e, _, _, err := w.s.Entry(w.Context(), w.officer, id, e.Number, check.Filter{})
			w.must(err)
			return e
		}
	}
	w.Fatalf("no entry %s", ref)
	return check.Entry{}
}

// answer answers an entry as it stands.
func (w *world) answer(id, ref string, change func(*check.Answer)) check.Entry {
	w.Helper()
	e := w.entry(id, ref)
	change(&e.Answer)
	e, err := w.s.Answer(w.Context(), w.staff, id, e.Number, e.Answer, e.Version)
	w.must(err)
	return e
}

func allYes(a *check.Answer) { a.InPlace, a.InOperation, a.Effective = check.Yes, check.Yes, check.Yes }

func (w *world) counts(id string) check.Counts {
	w.Helper()
	c, err := w.s.Get(w.Context(), w.officer, id)
	w.must(err)
	return c.Counts
}
