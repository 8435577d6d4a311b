package standard_test

import (
	"bytes"
	"context"
	"io/fs"
	"math/rand/v2"
	"path"
	"sync"
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
)

// nation is an installation with the organisations that the tests need.
type nation struct {
	*standard.Service
	access *access.Service
	db     *db.DB
}

// testNation calls test with an installation on each engine.
func testNation(t *testing.T, test func(*testing.T, *nation)) {
	t.Helper()
	dbtest.Run(t, db.Migrations(), func(t *testing.T, d *db.DB) { test(t, newNation(t, d)) })
}

func newNation(t testing.TB, d *db.DB) *nation {
	t.Helper()
	now := time.Date(2026, 11, 24, 9, 0, 0, 0, clock.Japan)
	n := &nation{db: d}
	var mu sync.Mutex
	clockwork := func() time.Time {
		mu.Lock()
		defer mu.Unlock()
		now = now.Add(time.Second)
		return now
	}
	n.access = access.New(access.Options{DB: d, Now: clockwork, Random: rand.NewChaCha8([32]byte{1})})
	n.Service = standard.NewService(n.access, guideline.Builtin())
	for _, o := range orgs() {
		if err := n.access.AddOrg(context.Background(), access.Installation(), o); err != nil {
			t.Fatal(err)
		}
	}
	return n
}

func orgs() []access.Org {
	org := func(id string, k access.Kind, sector string) access.Org {
		return access.Org{ID: id, Name: lang.Same(id), Standings: []access.Standing{{Kind: k, Sector: sector}}}
	}
	return []access.Org{
		org("mlit", access.Ministry, "water"), org("meti", access.Ministry, "electricity"), org("nisc", access.CabinetSecretariat, ""),
		org("mihon-water-association", access.Association, "water"),
		org("mihon-water", access.Operator, "water"), org("other-water", access.Operator, "water"), org("mihon-power", access.Operator, "electricity"),
	}
}

// as is somebody who acts for an organisation in a role.
func as(t testing.TB, org string, role access.Role) access.Actor {
	t.Helper()
	for _, o := range orgs() {
		if o.ID == org {
			return access.Actor{Person: access.Person{ID: "p-" + org + "-" + string(role)}, Org: o, Role: role, Day: "2026-11-24"}
		}
	}
	t.Fatalf("there is no organisation %s", org)
	return access.Actor{}
}

func anybody() access.Actor { return access.Actor{Day: "2026-11-24"} }

// water are the sample files of the water sector by name.
func water(t testing.TB, names ...string) []standard.Upload {
	t.Helper()
	var files []standard.Upload
	for _, name := range names {
		data, err := fs.ReadFile(examples.Water, path.Join("water", name))
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, standard.Upload{Name: name, Data: data})
	}
	return files
}

// private are files that are published to nobody.
func private(files []standard.Upload) []standard.Upload {
	for i := range files {
		files[i].Data = bytes.Replace(files[i].Data, []byte("\npublication: partly\n"), []byte("\n"), 1)
	}
	return files
}

// imports imports files and returns the ids of their records.
func (n *nation) imports(t testing.TB, a access.Actor, files ...standard.Upload) []string {
	t.Helper()
	done, err := n.Import(t.Context(), a, files)
	if err != nil {
		t.Fatal(err, done.Problems)
	}
	var ids []string
	for _, f := range done.Files {
		ids = append(ids, f.Record)
	}
	return ids
}

// brings takes a record through states.
func (n *nation) brings(t testing.TB, a access.Actor, id string, states ...string) {
	t.Helper()
	for _, st := range states {
		if err := n.Advance(t.Context(), a, id, st, ""); err != nil {
			t.Fatal(err)
		}
	}
}

// whole is the water sector with all of its documents in force.
func (n *nation) whole(t testing.TB) (guideline, ordinance, association, rules string) {
	t.Helper()
	mlit, jwwa, op := as(t, "mlit", access.Officer), as(t, "mihon-water-association", access.Officer), as(t, "mihon-water", access.Officer)
	upper := n.imports(t, mlit, water(t, "allocation.yaml", "water-guideline.md", "water-ordinance.md")...)
	guideline, ordinance = upper[1], upper[2]
	association = n.imports(t, jwwa, water(t, "water-association.md")...)[0]
	rules = n.imports(t, op, private(water(t, "mihon-water-rules.md"))...)[0]
	n.brings(t, mlit, guideline, standard.InConsultation, standard.Decided, standard.InForce)
	n.brings(t, mlit, ordinance, standard.InConsultation, standard.Decided, standard.InForce)
	n.brings(t, jwwa, association, standard.InConsultation, standard.Decided, standard.InForce)
	n.brings(t, op, rules, standard.Decided, standard.InForce)
	return guideline, ordinance, association, rules
}
