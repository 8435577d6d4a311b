package measuretest

import (
	"bytes"
	"io"
	"io/fs"
	"path"
	"testing"
	"time"

	"kijun/examples"
	"kijun/internal/access"
	"kijun/internal/clock"
	"kijun/internal/db"
	"kijun/internal/guideline"
	"kijun/internal/lang"
	"kijun/internal/measure"
	"kijun/internal/standard"
)

// World is the installation. Every look at its clock moves it on by a second.
type World struct {
	DB        *db.DB
	Access    *access.Service
	Standards *standard.Service
	Measures  *measure.Service

	orgs   map[string]access.Org
	people map[string]access.Actor
}

// New fills a migrated database; ids and tokens come from random.
func New(t testing.TB, d *db.DB, random io.Reader) *World {
	t.Helper()
	now := time.Date(2026, 11, 24, 9, 0, 0, 0, clock.Japan)
	a := access.New(access.Options{DB: d, Now: func() time.Time { now = now.Add(time.Second); return now }, Random: random, Demo: true})
	c := guideline.Builtin()
	std := standard.NewService(a, c)
	w := &World{DB: d, Access: a, Standards: std, Measures: measure.NewService(a, std, c), orgs: map[string]access.Org{}, people: map[string]access.Actor{}}
	w.found(t, "mlit", access.Ministry, "water")
	w.found(t, "mihon-water-association", access.Association, "water")
	w.found(t, "mihon-water", access.Operator, "water", "gas")
	w.found(t, "other-water", access.Operator, "water")
	w.found(t, "mihon-keiso", access.Contractor, "")
	w.found(t, "mihon-kansa", access.Auditor, "")
	w.found(t, "onlooker", access.Contractor, "")
	for _, org := range []string{"mihon-keiso", "mihon-kansa"} {
		done(t, a.Engage(t.Context(), access.Installation(), access.Engagement{Org: org, Client: "mihon-water"}))
	}
	w.enact(t, "mlit", "allocation.yaml", "water-ordinance.md", "water-guideline.md")
	w.enact(t, "mihon-water-association", "water-association.md")
	w.enact(t, "mihon-water", "mihon-water-rules.md")
	return w
}

func done(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func (w *World) found(t testing.TB, id string, k access.Kind, sectors ...string) {
	t.Helper()
	o := access.Org{ID: id, Name: lang.Text{JA: "組織 " + id, EN: "Org " + id}}
	for _, s := range sectors {
		o.Standings = append(o.Standings, access.Standing{Kind: k, Sector: s})
	}
	done(t, w.Access.AddOrg(t.Context(), access.Installation(), o))
	w.orgs[id] = o
}

// As is somebody of an organisation in a role, the same person every time.
func (w *World) As(t testing.TB, org string, role access.Role) access.Actor {
	t.Helper()
	login := string(role) + "@" + org
	if a, known := w.people[login]; known {
		return a
	}
	id, err := w.Access.AddPerson(t.Context(), access.Installation(), access.Person{Login: login, Name: "甲野 " + org}, access.Membership{Org: org, Role: role}, "")
	done(t, err)
	a, err := w.Access.ActorFor(t.Context(), id, org)
	done(t, err)
	w.people[login] = a
	return a
}

// enact imports sample files of the water sector and brings the documents among them into force. In-house
// rules are published to nobody.
func (w *World) enact(t testing.TB, org string, names ...string) {
	t.Helper()
	var files []standard.Upload
	for _, name := range names {
		data, err := fs.ReadFile(examples.Water, path.Join("water", name))
		done(t, err)
		if name == "mihon-water-rules.md" {
			data = bytes.Replace(data, []byte("\npublication: partly\n"), []byte("\n"), 1)
		}
		files = append(files, standard.Upload{Name: name, Data: data})
	}
	w.Enact(t, org, files...)
}

// Enact imports files and brings the documents among them into force.
func (w *World) Enact(t testing.TB, org string, files ...standard.Upload) {
	t.Helper()
	officer := w.As(t, org, access.Officer)
	imported, err := w.Standards.Import(t.Context(), officer, files)
	if err != nil {
		t.Fatal(err, imported.Problems)
	}
	for _, f := range imported.Files {
		if f.Record == "" {
			continue
		}
		states := []string{standard.InConsultation, standard.Decided, standard.InForce}
		if f.Tier == standard.InHouse {
			states = states[1:]
		}
		for _, to := range states {
			done(t, w.Standards.Advance(t.Context(), officer, f.Record, to, ""))
		}
	}
}
