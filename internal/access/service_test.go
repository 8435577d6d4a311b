package access_test

import (
	"errors"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"kijun/internal/access"
	"kijun/internal/db"
	"kijun/internal/db/dbtest"
	"kijun/internal/fault"
	"kijun/internal/lang"
	"kijun/internal/trail"
)

// house is a service over an empty database and a clock that the test moves.
type house struct {
	*access.Service
	d   *db.DB
	now time.Time
}

func open(d *db.DB) *house {
	h := &house{d: d, now: time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC)}
	h.Service = access.New(access.Options{DB: d, Now: func() time.Time { return h.now }, Random: rand.NewChaCha8([32]byte{7})})
	return h
}

// settle adds an organisation and one of its people, with a password.
func (h *house) settle(t *testing.T, org string, k access.Kind, sector string, role access.Role) access.Actor {
	t.Helper()
	ctx := t.Context()
	err := h.AddOrg(ctx, access.Installation(), access.Org{ID: org, Name: lang.Same(org), Standings: []access.Standing{{Kind: k, Sector: sector}}})
	if err != nil {
		t.Fatal(err)
	}
	id, err := h.AddPerson(ctx, access.Installation(), access.Person{Login: "Tarō@" + org, Name: "甲野 太郎"}, access.Membership{Org: org, Role: role}, "correct horse battery")
	if err != nil {
		t.Fatal(err)
	}
	a, err := h.ActorFor(ctx, id, org)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func (h *house) entries(t *testing.T) (leaves []string) {
	t.Helper()
	leaves, err := db.All(t.Context(), h.d, `SELECT leaf FROM trail_pending ORDER BY id`, nil, func(s *string) []any { return []any{s} })
	if err != nil {
		t.Fatal(err)
	}
	return leaves
}

func TestSignIn(t *testing.T) {
	dbtest.Run(t, db.Migrations(), func(t *testing.T, d *db.DB) {
		h, ctx := open(d), t.Context()
		want := h.settle(t, "water-works", access.Operator, "water", access.Officer)
		token, err := h.SignIn(ctx, " ＴＡＲŌ@water-works ", "correct horse battery", "10.0.0.1")
		if err != nil {
			t.Fatal(err)
		}
		got, err := h.Session(ctx, token)
		if err != nil || got.Person.ID != want.Person.ID || got.Org.ID != "water-works" || !got.Is(access.Operator) {
			t.Errorf("the session acts as %+v, %v", got, err)
		}
		h.now = h.now.Add(13 * time.Hour)
		if got, err := h.Session(ctx, token); err != nil || got.SignedIn() {
			t.Errorf("after its end the session acts as %+v, %v", got, err)
		}
		for _, token := range []string{"", "x", strings.Repeat("A", 43)} {
			if got, err := h.Session(ctx, token); err != nil || got.SignedIn() {
				t.Errorf("token %q acts as %+v, %v", token, got, err)
			}
		}
	})
}

func TestGuessingCostsTimeAndLocksNobodyElseOut(t *testing.T) {
	d := dbtest.SQLite(t)
	if err := d.Migrate(t.Context(), db.Migrations()); err != nil {
		t.Fatal(err)
	}
	h, ctx := open(d), t.Context()
	h.settle(t, "water-works", access.Operator, "water", access.Officer)
	for i := range 5 {
		if _, err := h.SignIn(ctx, "tarō@water-works", "wrong", "10.0.0.9"); !fault.Is(err, fault.Unauthenticated) {
			t.Fatalf("guess %d: %v", i, err)
		}
	}
	if _, err := h.SignIn(ctx, "tarō@water-works", "correct horse battery", "10.0.0.9"); !fault.Is(err, fault.Unavailable) {
		t.Errorf("the guesser got in: %v", err)
	}
	if _, err := h.SignIn(ctx, "tarō@water-works", "correct horse battery", "10.0.0.1"); err != nil {
		t.Errorf("the owner, from elsewhere, is locked out: %v", err)
	}
	h.now = h.now.Add(6 * time.Minute)
	if _, err := h.SignIn(ctx, "tarō@water-works", "correct horse battery", "10.0.0.9"); err != nil {
		t.Errorf("after the pause: %v", err)
	}
	if _, err := h.SignIn(ctx, "nobody@nowhere", "wrong", "10.0.0.9"); !fault.Is(err, fault.Unauthenticated) {
		t.Errorf("an unknown person is told apart: %v", err)
	}
}

// TestEveryActIsEntered: a change and a refusal are entries; a change that fails leaves neither.
func TestEveryActIsEntered(t *testing.T) {
	dbtest.Run(t, db.Migrations(), func(t *testing.T, d *db.DB) {
		h, ctx := open(d), t.Context()
		officer := h.settle(t, "water-works", access.Operator, "water", access.Officer)
		other := h.settle(t, "gas-works", access.Operator, "gas", access.Officer)
		before := len(h.entries(t))
		object := access.Object{Type: "check", Org: "water-works"}
		err := h.Do(ctx, officer, access.CheckRun, &object, func(*db.Tx) error {
			object.ID, object.Version = "c1", "v1"
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		if err := h.Do(ctx, officer, access.CheckRun, &object, func(*db.Tx) error { return errors.New("stop") }); err == nil {
			t.Error("a failed act passed")
		}
		if err := h.Do(ctx, other, access.CheckRun, &object, nil); !fault.Is(err, fault.NotFound) {
			t.Errorf("another's check is not hidden: %v", err)
		}
		if err := h.Do(ctx, other, access.CheckRun, &object, nil); !fault.Is(err, fault.NotFound) {
			t.Errorf("another's check is not hidden the second time: %v", err)
		}
		if err := h.Do(ctx, access.Actor{}, access.CheckRun, &object, nil); !fault.Is(err, fault.Unauthenticated) {
			t.Errorf("nobody: %v", err)
		}
		entries := h.entries(t)[before:]
		if len(entries) != 3 {
			t.Fatalf("%d entries, want the act and two refusals:\n%s", len(entries), strings.Join(entries, "\n"))
		}
		for i, want := range []string{`"act":"check.run","object":"check/c1","version":"v1","outcome":"done"`, `"outcome":"refused"`, `"actor":"","org":"","role":"","act":"check.run"`} {
			if !strings.Contains(entries[i], want) {
				t.Errorf("entry %d lacks %s: %s", i, want, entries[i])
			}
		}
		if _, err := trail.Seal(ctx, d); err != nil {
			t.Fatal(err)
		}
		if v, err := trail.Verify(ctx, d); err != nil || !v.OK() {
			t.Errorf("%+v, %v", v, err)
		}
	})
}

func TestAPersonSeesOneOrganisationAtATime(t *testing.T) {
	d := dbtest.SQLite(t)
	if err := d.Migrate(t.Context(), db.Migrations()); err != nil {
		t.Fatal(err)
	}
	h, ctx := open(d), t.Context()
	water := h.settle(t, "water-works", access.Operator, "water", access.Administrator)
	h.settle(t, "gas-works", access.Operator, "gas", access.Administrator)
	if err := h.ActAs(ctx, water, "token", "gas-works"); !fault.Is(err, fault.Forbidden) {
		t.Errorf("acting for a stranger: %v", err)
	}
	members, err := h.Members(ctx, water)
	if err != nil || len(members) != 1 || members[0].Login != "tarō@water-works" {
		t.Errorf("%+v, %v", members, err)
	}
	if _, err := h.AddPerson(ctx, water, access.Person{Login: "x", Name: "y"}, access.Membership{Org: "gas-works", Role: access.Viewer}, ""); !fault.Is(err, fault.NotFound) {
		t.Errorf("adding people elsewhere: %v", err)
	}
	_, err = h.AddPerson(ctx, water, access.Person{Login: "TARŌ@water-works"}, access.Membership{Org: "water-works", Role: "king"}, "short")
	var f *fault.Fault
	if !errors.As(err, &f) || len(f.Fields) != 3 {
		t.Errorf("a form with three faults: %+v", f)
	}
}

func TestSetUp(t *testing.T) {
	d := dbtest.SQLite(t)
	if err := d.Migrate(t.Context(), db.Migrations()); err != nil {
		t.Fatal(err)
	}
	h, ctx := open(d), t.Context()
	first := access.FirstOrg{Org: access.Org{ID: "mlit", Name: lang.Same("mlit"), Standings: []access.Standing{{Kind: access.Ministry, Sector: "water"}}},
		Person: access.Person{Login: "a", Name: "b"}, Password: "twelve letters"}
	if _, err := h.SetUp(ctx, first); !fault.Is(err, fault.Invalid) {
		t.Errorf("without a key: %v", err)
	}
	key, err := h.SetUpKey()
	if err != nil {
		t.Fatal(err)
	}
	first.Key = key
	token, err := h.SetUp(ctx, first)
	if err != nil {
		t.Fatal(err)
	}
	if a, err := h.Session(ctx, token); err != nil || a.Role != access.Administrator {
		t.Errorf("%+v, %v", a, err)
	}
	if _, err := h.SetUp(ctx, first); !fault.Is(err, fault.Forbidden) {
		t.Errorf("a second time: %v", err)
	}
}

// TestWhoFoundsWhom: a ministry adds operators of its sectors, and nobody raises itself above them.
func TestWhoFoundsWhom(t *testing.T) {
	d := dbtest.SQLite(t)
	if err := d.Migrate(t.Context(), db.Migrations()); err != nil {
		t.Fatal(err)
	}
	h, ctx := open(d), t.Context()
	ministry := h.settle(t, "mlit", access.Ministry, "water", access.Administrator)
	operator := h.settle(t, "water-works", access.Operator, "water", access.Administrator)
	found := func(a access.Actor, id string, k access.Kind, sector string) error {
		o := access.Org{ID: id, Name: lang.Same(id), Standings: []access.Standing{{Kind: k, Sector: sector}}}
		return h.Found(ctx, a, o, access.Person{Login: "admin@" + id, Name: "x"}, "twelve letters")
	}
	if err := found(ministry, "new-water", access.Operator, "water"); err != nil {
		t.Error(err)
	}
	if token, err := h.SignIn(ctx, "admin@new-water", "twelve letters", "x"); err != nil || token == "" {
		t.Errorf("its administrator cannot sign in: %v", err)
	}
	if err := found(ministry, "new-water", access.Operator, "water"); !fault.Is(err, fault.Invalid) {
		t.Errorf("the same name twice: %v", err)
	}
	for name, err := range map[string]error{
		"an operator of another's sector": found(ministry, "new-gas", access.Operator, "gas"),
		"a ministry":                      found(ministry, "other", access.Ministry, "water"),
		"the Cabinet Secretariat":         found(ministry, "cas", access.CabinetSecretariat, "water"),
		"by an operator":                  found(operator, "newer", access.Operator, "water"),
	} {
		if !fault.Is(err, fault.Forbidden) && !fault.Is(err, fault.NotFound) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
