package access

import (
	"context"
	"math/rand/v2"
	"slices"
	"testing"
	"testing/fstest"

	"kijun/internal/clock"
	"kijun/internal/db"
	"kijun/internal/db/dbtest"
)

const day clock.Date = "2026-11-24"

// pick draws from a few names, so that they often meet.
func pick[T any](r *rand.Rand, from ...T) T { return from[r.IntN(len(from))] }

func randomActor(r *rand.Rand) Actor {
	if r.IntN(8) == 0 {
		return Actor{Day: day}
	}
	a := Actor{Person: Person{ID: "p"}, Day: day, Role: pick(r, Roles...), Org: Org{ID: pick(r, "a", "b", "c")}}
	for range r.IntN(3) {
		a.Org.Standings = append(a.Org.Standings, Standing{Kind: pick(r, Kinds...), Sector: pick(r, "", "water", "gas"),
			Since: pick[clock.Date](r, "", "2027-01-01"), Until: pick[clock.Date](r, "", "2025-01-01")})
	}
	for range r.IntN(2) {
		a.Clients = append(a.Clients, pick(r, "a", "b", "c"))
	}
	return a
}

func randomObject(r *rand.Rand) Object {
	o := Object{Org: pick(r, "", "a", "b", "c"), To: pick(r, "", "a", "b"), Audience: pick(r, OwnOrg, SectorOnly, Public)}
	for _, s := range []string{"water", "gas"} {
		if r.IntN(2) == 0 {
			o.Sectors = append(o.Sectors, s)
		}
	}
	return o
}

// rowsMigration is a list as a room might have it.
var rowsMigration = fstest.MapFS{"1_rows.sql": {Data: []byte(`-- +goose Up
CREATE TABLE thing (n {{int}} PRIMARY KEY, org TEXT NOT NULL, sent_to TEXT NOT NULL, audience TEXT NOT NULL) {{strict}};
CREATE TABLE thing_sector (thing {{int}} NOT NULL, sector TEXT NOT NULL) {{strict}};
`)}}

// TestScopeSaysOfEveryRowWhatCanSaysOfItsObject holds the two faces of the rule table together, on random
// actors and objects in real databases, for every action.
func TestScopeSaysOfEveryRowWhatCanSaysOfItsObject(t *testing.T) {
	dbtest.Run(t, rowsMigration, func(t *testing.T, d *db.DB) {
		r, ctx := rand.New(rand.NewPCG(1, 2)), t.Context()
		objects := make([]Object, 60)
		for i := range objects {
			objects[i] = randomObject(r)
		}
		if err := d.Write(ctx, func(tx *db.Tx) error { return insertObjects(ctx, tx, objects) }); err != nil {
			t.Fatal(err)
		}
		columns := Columns{Org: "t.org", To: "t.sent_to", Audience: "t.audience", Sector: "SELECT 1 FROM thing_sector WHERE thing = t.n"}
		for range 120 {
			a := randomActor(r)
			for _, act := range actions() {
				var want []int
				for i, o := range objects {
					if Can(a, act, o) {
						want = append(want, i)
					}
				}
				var p db.Params
				got, err := db.All(ctx, d, `SELECT t.n FROM thing t WHERE `+Scope(a, act, columns, &p)+` ORDER BY t.n`, p, func(n *int) []any { return []any{n} })
				if err != nil {
					t.Fatal(err)
				}
				if !slices.Equal(got, want) {
					t.Fatalf("%s for %+v: the list has %v, the rule table allows %v", act, a, got, want)
				}
			}
		}
	})
}

func insertObjects(ctx context.Context, tx *db.Tx, objects []Object) error {
	for i, o := range objects {
		if _, err := tx.Exec(ctx, `INSERT INTO thing (n, org, sent_to, audience) VALUES ($1, $2, $3, $4)`, i, o.Org, o.To, o.Audience); err != nil {
			return err
		}
		for _, s := range o.Sectors {
			if _, err := tx.Exec(ctx, `INSERT INTO thing_sector (thing, sector) VALUES ($1, $2)`, i, s); err != nil {
				return err
			}
		}
	}
	return nil
}

// actions of the rule table, each once.
func actions() []Action {
	var as []Action
	for _, r := range rules {
		if !slices.Contains(as, r.action) {
			as = append(as, r.action)
		}
	}
	return as
}

// TestWhoMayDoWhat tells the rule table as stories.
func TestWhoMayDoWhat(t *testing.T) {
	org := func(id string, k Kind, sectors ...string) Org {
		o := Org{ID: id, Standings: []Standing{{Kind: k}}}
		for _, s := range sectors {
			o.Standings = append(o.Standings, Standing{Kind: k, Sector: s})
		}
		return o
	}
	person := func(o Org, role Role, clients ...string) Actor {
		return Actor{Person: Person{ID: "p"}, Org: o, Role: role, Day: day, Clients: clients}
	}
	water, gas := org("water-works", Operator, "water"), org("gas-works", Operator, "gas")
	ministry, cabinet := org("mlit", Ministry, "water"), org("cas", CabinetSecretariat)
	check := Object{Type: "check", ID: "1", Org: "water-works", Sectors: []string{"water"}}
	sent := Object{Type: "submission", ID: "1", Org: "water-works", To: "mlit", Sectors: []string{"water"}}
	guide := Object{Type: "standard", ID: "1", Org: "mlit", Sectors: []string{"water"}, Audience: SectorOnly}
	for _, story := range []struct {
		name string
		a    Actor
		act  Action
		o    Object
		want bool
	}{
		{"staff answer their own check", person(water, Staff), CheckAnswer, check, true},
		{"a viewer does not", person(water, Viewer), CheckAnswer, check, false},
		{"an auditor reads it", person(water, AuditorRole), CheckRead, check, true},
		{"an auditor writes nothing", person(water, AuditorRole), CheckRun, check, false},
		{"only an officer sends it", person(water, Manager), CheckSend, check, false},
		{"another operator does not see it", person(gas, Officer), CheckRead, check, false},
		{"nor does the ministry", person(ministry, Officer), CheckRead, check, false},
		{"nor the Cabinet Secretariat", person(cabinet, Officer), CheckRead, check, false},
		{"nor a contractor", person(org("c", Contractor), Officer, "water-works"), CheckRead, check, false},
		{"but a contractor sees what its client should do", person(org("c", Contractor), Staff, "water-works"), MeasureRead, Object{Org: "water-works"}, true},
		{"and not what others should", person(org("c", Contractor), Staff, "water-works"), MeasureRead, Object{Org: "gas-works"}, false},
		{"but not all of the client's rules", person(org("c", Contractor), Staff, "water-works"), MeasureAll, Object{Org: "water-works"}, false},
		{"which its audit firm reads", person(org("f", Auditor), Staff, "water-works"), MeasureAll, Object{Org: "water-works"}, true},
		{"of its own clients only", person(org("f", Auditor), Staff, "water-works"), MeasureAll, Object{Org: "gas-works"}, false},
		{"the ministry reads what was sent to it", person(ministry, Manager), SubmissionRead, sent, true},
		{"and answers it", person(ministry, Manager), SubmissionAnswer, sent, true},
		{"the sender cannot accept its own", person(water, Officer), SubmissionAnswer, sent, false},
		{"the Cabinet Secretariat sees sums only", person(cabinet, Officer), SubmissionRead, sent, false},
		{"and those it sees", person(cabinet, Viewer), SubmissionTotal, Object{}, true},
		{"a shared standard is for its sector", person(water, Staff), StandardRead, guide, true},
		{"and not for another", person(gas, Staff), StandardRead, guide, false},
		{"nor for the public", Actor{Day: day}, StandardRead, guide, false},
		{"nobody edits another's standard", person(water, Officer), StandardEdit, guide, false},
		{"an ended standing counts no more", person(Org{ID: "old", Standings: []Standing{{Kind: Ministry, Sector: "water", Until: "2024-03-31"}}}, Officer), AllocationEdit, Object{Sectors: []string{"water"}}, false},
		{"nobody is nobody's owner", Actor{Day: day}, CheckRead, Object{}, false},
	} {
		t.Run(story.name, func(t *testing.T) {
			if got := Can(story.a, story.act, story.o); got != story.want {
				t.Errorf("%s: %v", story.act, got)
			}
		})
	}
}

func TestEveryRuleIsReadable(t *testing.T) {
	for _, act := range actions() {
		if act.read() != act && !slices.Contains(actions(), act.read()) && act.read() != "session.read" {
			t.Errorf("%s has no %s: it would be found by nobody", act, act.read())
		}
	}
	for _, k := range Kinds {
		if KindLabels[k].JA == "" || KindLabels[k].EN == "" {
			t.Errorf("kind %s has no label", k)
		}
	}
	for _, role := range Roles {
		if RoleLabels[role].JA == "" || RoleLabels[role].EN == "" {
			t.Errorf("role %s has no label", role)
		}
	}
}
