package submission_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"kijun/internal/access"
	"kijun/internal/clock"
	"kijun/internal/db"
	"kijun/internal/db/dbtest"
	"kijun/internal/fault"
	"kijun/internal/lang"
	"kijun/internal/submission"
)

// world is a small installation: two operators, two ministries, the Cabinet Secretariat, an onlooker.
type world struct {
	*testing.T
	db     *db.DB
	now    time.Time
	access *access.Service
	s      *submission.Service
}

func newWorld(t *testing.T, d *db.DB) *world {
	w := &world{T: t, db: d, now: time.Date(2026, 11, 24, 1, 0, 0, 0, time.UTC)}
	w.access = access.New(access.Options{DB: d, Now: func() time.Time { return w.now }, Random: rand.NewChaCha8([32]byte{1})})
	w.s = submission.New(w.access)
	for id, kind := range map[string]access.Kind{"mihon-water": access.Operator, "mihon-gas": access.Operator, "mhlw": access.Ministry,
		"meti": access.Ministry, "nisc": access.CabinetSecretariat, "onlooker": access.Operator} {
		o := access.Org{ID: id, Name: lang.Same(id), Standings: []access.Standing{{Kind: kind, Sector: "water"}}}
		if err := w.access.AddOrg(t.Context(), access.Installation(), o); err != nil {
			t.Fatal(err)
		}
	}
	return w
}

// actor is a new person of an organisation.
func (w *world) actor(org string, role access.Role) access.Actor {
	w.Helper()
	login := org + "-" + string(role) + "-" + w.access.NewID()
	id, err := w.access.AddPerson(w.Context(), access.Installation(), access.Person{Login: login, Name: login}, access.Membership{Org: org, Role: role}, "")
	if err != nil {
		w.Fatal(err)
	}
	a, err := w.access.ActorFor(w.Context(), id, org)
	if err != nil {
		w.Fatal(err)
	}
	return a
}

func draft() submission.Draft {
	return submission.Draft{From: "mihon-water", To: "mhlw", Kind: "check-summary", Schema: "check-summary/1", Payload: []byte("{\"a\": 1,\r\n \"a\":2}\xff"),
		Voluntary: true, Retain: "2029-03-31", Subject: "check-1", Title: lang.Text{JA: "自己点検のまとめ", EN: "Summary of a self-check"}}
}

// send sends a draft as the room of its record would.
func (w *world) send(d submission.Draft) submission.Copy {
	w.Helper()
	c, err := w.trySend(w.Context(), d)
	if err != nil {
		w.Fatal(err)
	}
	return c
}

func (w *world) trySend(ctx context.Context, d submission.Draft) (c submission.Copy, err error) {
	w.now = w.now.Add(time.Minute)
	id := w.access.NewID()
	err = w.db.Write(ctx, func(tx *db.Tx) (err error) {
		c, err = submission.Send(ctx, tx, id, d, "somebody", w.now)
		return err
	})
	return c, err
}

func (w *world) open(a access.Actor, id string) submission.Copy {
	w.Helper()
	c, err := w.s.Open(w.Context(), a, id)
	if err != nil {
		w.Fatal(err)
	}
	return c
}

func (w *world) entries(act string) (n int) {
	w.Helper()
	leaves, err := db.All(w.Context(), w.db, `SELECT leaf FROM trail_pending`, nil, func(b *[]byte) []any { return []any{b} })
	if err != nil {
		w.Fatal(err)
	}
	for _, l := range leaves {
		if bytes.Contains(l, []byte(`"act":"`+act+`"`)) {
			n++
		}
	}
	return n
}

func run(t *testing.T, test func(w *world)) {
	dbtest.Run(t, db.Migrations(), func(t *testing.T, d *db.DB) { test(newWorld(t, d)) })
}

func want(t *testing.T, err error, k fault.Kind) {
	t.Helper()
	if !fault.Is(err, k) {
		t.Errorf("want a fault of kind %d, got %v", k, err)
	}
}

func TestWhatWasSentIsKeptByteForByte(t *testing.T) {
	run(t, func(w *world) {
		d := draft()
		sum := sha256.Sum256(d.Payload)
		preview, err := submission.Preview(d, w.now)
		if err != nil {
			w.Fatal(err)
		}
		sent := w.send(d)
		sent.Payload[0] = 'x' // whoever sent it may go on with the bytes
		got := w.open(w.actor("mhlw", access.Viewer), sent.ID)
		if !bytes.Equal(got.Payload, d.Payload) || got.Hash != hex.EncodeToString(sum[:]) || got.Hash != preview.Hash || got.Size != len(d.Payload) {
			w.Errorf("sent %q (%s), got %q (%s)", d.Payload, preview.Hash, got.Payload, got.Hash)
		}
		if err := w.db.Write(w.Context(), func(tx *db.Tx) error {
			_, err := tx.Exec(w.Context(), `UPDATE submission_payload SET payload = $1`, []byte("changed"))
			return err
		}); err != nil {
			w.Fatal(err)
		}
		_, err = w.s.Open(w.Context(), w.actor("mhlw", access.Officer), sent.ID)
		want(t, err, fault.Internal)
	})
}

func TestOnlySenderAndAddresseeLearnThatItExists(t *testing.T) {
	run(t, func(w *world) {
		c := w.send(draft())
		for _, org := range []string{"onlooker", "mihon-gas", "meti", "nisc"} {
			for _, role := range access.Roles {
				a := w.actor(org, role)
				_, err := w.s.Get(w.Context(), a, c.ID)
				want(t, err, fault.NotFound)
				_, err = w.s.Open(w.Context(), a, c.ID)
				want(t, err, fault.NotFound)
				want(t, w.s.Accept(w.Context(), a, c.ID, 1, ""), fault.NotFound)
				want(t, w.s.Return(w.Context(), a, c.ID, 1, ""), fault.NotFound)
				want(t, w.s.Withdraw(w.Context(), a, c.ID, 1, ""), fault.NotFound)
				if n := w.listed(a); n != 0 {
					w.Errorf("%s of %s sees %d in lists", role, org, n)
				}
				if err := w.s.Each(w.Context(), a, c.Kind, unknown, func(submission.Copy) error { w.Errorf("%s reads it for a sum", org); return nil }); err != nil {
					w.Error(err)
				}
			}
		}
		_, err := w.s.Get(w.Context(), access.Actor{}, c.ID)
		want(t, err, fault.Unauthenticated)
		if n := w.listed(w.actor("mihon-water", access.Viewer)) + w.listed(w.actor("mhlw", access.Viewer)); n != 2 {
			w.Errorf("sender and addressee see %d, want one each", n)
		}
	})
}

func (w *world) listed(a access.Actor) int {
	w.Helper()
	sent, _, err := w.s.Sent(w.Context(), a, submission.Filter{}, "")
	if err != nil {
		w.Fatal(err)
	}
	received, _, err := w.s.Received(w.Context(), a, submission.Filter{}, "")
	if err != nil {
		w.Fatal(err)
	}
	return len(sent) + len(received)
}

func TestTheSendersOwnRecordIsForTheSender(t *testing.T) {
	run(t, func(w *world) {
		c := w.send(draft())
		reader, sender := w.actor("mhlw", access.Officer), w.actor("mihon-water", access.Officer)
		got, err := w.s.Get(w.Context(), reader, c.ID)
		list, _, err2 := w.s.Received(w.Context(), reader, submission.Filter{Subject: "no such record"}, "")
		if err != nil || err2 != nil || got.Subject != "" || w.open(reader, c.ID).Subject != "" || len(list) != 1 || list[0].Subject != "" {
			w.Errorf("the addressee learns %q %+v %v %v", got.Subject, list, err, err2)
		}
		if own := w.open(sender, c.ID); own.Subject != "check-1" {
			w.Errorf("the sender sees %q", own.Subject)
		}
	})
}

func TestFirstReadingReceives(t *testing.T) {
	run(t, func(w *world) {
		c := w.send(draft())
		sender, viewer, officer := w.actor("mihon-water", access.Officer), w.actor("mhlw", access.Viewer), w.actor("mhlw", access.Officer)
		w.open(sender, c.ID)
		if n := w.entries("submission.read"); n != 0 {
			w.Errorf("%d entries for reading one's own", n)
		}
		if got := w.open(viewer, c.ID); got.State != submission.Sent || w.entries("submission.read") != 1 {
			w.Errorf("a viewer's reading: %s, %d entries", got.State, w.entries("submission.read"))
		}
		got := w.open(officer, c.ID)
		if got.State != submission.Received || got.Version != 2 || got.Steps[1].Person != officer.Person.ID || got.Steps[1].Org != "mhlw" || !got.Steps[1].At.Equal(w.now) {
			w.Errorf("%+v", got)
		}
		if again := w.open(officer, c.ID); again.Version != 2 || w.entries("submission.answer") != 1 || w.entries("submission.read") != 2 {
			w.Errorf("read again: version %d, %d answers, %d readings", again.Version, w.entries("submission.answer"), w.entries("submission.read"))
		}
	})
}

func TestReturnedReplacedAccepted(t *testing.T) {
	run(t, func(w *world) {
		first := w.send(draft())
		officer, staff := w.actor("mhlw", access.Officer), w.actor("mhlw", access.Staff)
		want(t, w.s.Accept(w.Context(), staff, first.ID, 1, ""), fault.Forbidden)
		want(t, w.s.Return(w.Context(), officer, first.ID, 1, "  "), fault.Invalid)
		want(t, w.s.Return(w.Context(), officer, first.ID, 1, strings.Repeat("あ", submission.MaxComment+1)), fault.Invalid)
		if err := w.s.Return(w.Context(), officer, first.ID, 1, " 年度が違います "); err != nil {
			w.Fatal(err)
		}
		err := w.s.Accept(w.Context(), officer, first.ID, 1, "")
		want(t, err, fault.Conflict)
		if !strings.Contains(err.Error(), officer.Person.Name) || !strings.Contains(err.Error(), "returned") {
			w.Errorf("who and what is missing: %v", err)
		}
		next := draft()
		next.Previous, next.Payload = first.ID, []byte("{}")
		second := w.send(next)
		old := w.open(w.actor("mihon-water", access.Viewer), first.ID)
		if old.Replaced != second.ID || old.Steps[1].Comment != "年度が違います" || old.State != submission.Returned {
			w.Errorf("%+v", old)
		}
		want(t, w.s.Accept(w.Context(), officer, first.ID, 2, ""), fault.Conflict)
		if err := w.s.Accept(w.Context(), officer, second.ID, 1, ""); err != nil {
			w.Error(err)
		}
		want(t, w.s.Return(w.Context(), officer, second.ID, 2, "late"), fault.Conflict)
		counts, err := w.s.Counts(w.Context(), officer)
		if err != nil || len(counts.Received) != 1 || counts.Received[submission.Accepted] != 1 || len(counts.Sent) != 0 {
			w.Errorf("%+v, %v", counts, err)
		}
	})
}

func TestOnlyOnesOwnLatestVersionIsReplaced(t *testing.T) {
	run(t, func(w *world) {
		first := w.send(draft())
		for name, change := range map[string]func(*submission.Draft){
			"another's":            func(d *submission.Draft) { d.From = "mihon-gas" },
			"to somebody else":     func(d *submission.Draft) { d.To = "meti" },
			"another kind":         func(d *submission.Draft) { d.Kind = "report" },
			"one that is not here": func(d *submission.Draft) { d.Previous = "nothing" },
		} {
			d := draft()
			d.Previous = first.ID
			change(&d)
			_, err := w.trySend(w.Context(), d)
			if !fault.Is(err, fault.Conflict) {
				w.Errorf("%s: %v", name, err)
			}
		}
		d := draft()
		d.Previous = first.ID
		w.send(d)
		_, err := w.trySend(w.Context(), d)
		want(t, err, fault.Conflict)
		if n := w.listed(w.actor("mhlw", access.Viewer)); n != 2 {
			w.Errorf("%d copies, want 2: a refused one left something", n)
		}
	})
}

func TestWithdrawnStays(t *testing.T) {
	run(t, func(w *world) {
		c := w.send(draft())
		manager, officer, reader := w.actor("mihon-water", access.Manager), w.actor("mihon-water", access.Officer), w.actor("mhlw", access.Officer)
		want(t, w.s.Withdraw(w.Context(), manager, c.ID, 1, ""), fault.Forbidden)
		want(t, w.s.Withdraw(w.Context(), reader, c.ID, 1, ""), fault.Forbidden)
		if err := w.s.Withdraw(w.Context(), officer, c.ID, 1, "誤送付"); err != nil {
			w.Fatal(err)
		}
		got := w.open(reader, c.ID)
		if got.State != submission.Withdrawn || !bytes.Equal(got.Payload, draft().Payload) || got.Steps[1].Comment != "誤送付" {
			w.Errorf("%+v", got)
		}
		if n := w.listed(reader); n != 1 {
			w.Errorf("the addressee sees %d", n)
		}
		want(t, w.s.Accept(w.Context(), reader, c.ID, 2, ""), fault.Conflict)
		if sum := w.sum("check-summary"); len(sum) != 0 {
			w.Errorf("it still counts: %v", sum)
		}
	})
}

// nothing is what a caller knows that keeps nothing.
func nothing(string) bool { return false }

// sum returns the payloads that the Cabinet Secretariat gets for sums.
func (w *world) sum(kind string) (payloads []string) {
	w.Helper()
	err := w.s.Totals(w.Context(), w.actor("nisc", access.Viewer), kind, nothing, func(n submission.Nameless) error {
		payloads = append(payloads, string(n.Payload))
		return nil
	})
	if err != nil {
		w.Fatal(err)
	}
	slices.Sort(payloads)
	return payloads
}

func TestSumsCountWhatStands(t *testing.T) {
	run(t, func(w *world) {
		put := func(from, to, subject, payload, previous string) submission.Copy {
			d := draft()
			d.From, d.To, d.Subject, d.Payload, d.Previous = from, to, subject, []byte(payload), previous
			return w.send(d)
		}
		officer := w.actor("mhlw", access.Officer)
		v1 := put("mihon-water", "mhlw", "a", "water 1", "")
		put("mihon-water", "mhlw", "a", "water 2", v1.ID)
		put("mihon-water", "meti", "a", "water to the other ministry", "")
		put("mihon-gas", "mhlw", "b", "gas", "")
		back := put("mihon-gas", "mhlw", "c", "returned", "")
		if err := w.s.Return(w.Context(), officer, back.ID, 1, "why"); err != nil {
			w.Fatal(err)
		}
		short := draft()
		short.Retain, short.Payload, short.Subject = "2026-11-24", []byte("until today"), "d"
		ending := w.send(short)
		other := draft()
		other.Kind, other.Payload = "report", []byte("another kind")
		w.send(other)

		if got, want := strings.Join(w.sum("check-summary"), "|"), "gas|until today|water to the other ministry"; got != want {
			w.Errorf("the nation sums %s, want %s", got, want)
		}
		if got, want := w.each(officer), "mihon-gas gas|mihon-water water 2|mihon-water until today"; got != want {
			w.Errorf("the ministry sums %s, want %s", got, want)
		}
		if n := w.entries("submission.read"); n != 1 {
			w.Errorf("%d entries for one reading", n)
		}
		w.now = w.now.AddDate(0, 0, 1)
		if got, want := w.each(officer), "mihon-gas gas|mihon-water water 2"; got != want {
			w.Errorf("after the retention: %s, want %s", got, want)
		}
		if got := w.open(officer, ending.ID); got.Payload != nil || !got.Ended(clock.Day(w.now)) || got.State != submission.Sent {
			w.Errorf("after the retention the addressee reads %q", got.Payload)
		}
		if got := w.open(w.actor("mihon-water", access.Viewer), ending.ID); string(got.Payload) != "until today" {
			w.Errorf("the sender reads %q", got.Payload)
		}
	})
}

func (w *world) each(a access.Actor) string {
	w.Helper()
	var got []string
	if err := w.s.Each(w.Context(), a, "check-summary", unknown, func(c submission.Copy) error {
		if !c.Stands(clock.Day(w.now)) || c.Subject != "" {
			w.Errorf("%+v", c)
		}
		got = append(got, c.From+" "+string(c.Payload))
		return nil
	}); err != nil {
		w.Fatal(err)
	}
	return strings.Join(got, "|")
}

func TestWhatIsKnownIsNotReadAgain(t *testing.T) {
	run(t, func(w *world) {
		d := draft()
		known := w.send(d)
		d.Subject, d.Payload, d.From = "b", []byte("new"), "mihon-gas"
		w.send(d)
		var got []submission.Nameless
		knows := func(hash string) bool { return hash == known.Hash }
		if err := w.s.Totals(w.Context(), w.actor("nisc", access.Viewer), "check-summary", knows, func(n submission.Nameless) error {
			got = append(got, n)
			return nil
		}); err != nil || len(got) != 2 || got[0].Sender == got[1].Sender || got[0].Hash > got[1].Hash {
			w.Fatal(got, err)
		}
		for _, n := range got {
			if (n.Hash == known.Hash) != (n.Payload == nil) {
				w.Errorf("%+v", n)
			}
		}
	})
}

func TestOnlyTheNationTotals(t *testing.T) {
	run(t, func(w *world) {
		w.send(draft())
		for _, org := range []string{"mhlw", "mihon-water", "onlooker"} {
			err := w.s.Totals(w.Context(), w.actor(org, access.Officer), "check-summary", nothing, func(submission.Nameless) error { w.Error("read"); return nil })
			want(t, err, fault.NotFound)
		}
	})
}

func TestADraftThatCannotBeSent(t *testing.T) {
	run(t, func(w *world) {
		for name, change := range map[string]func(*submission.Draft){
			"to":      func(d *submission.Draft) { d.To = "" },
			"retain":  func(d *submission.Draft) { d.Retain = "2026-11-23" },
			"payload": func(d *submission.Draft) { d.Payload = nil },
			"title":   func(d *submission.Draft) { d.Title.EN = "" },
			"schema":  func(d *submission.Draft) { d.Schema = "" },
			"from":    func(d *submission.Draft) { d.From = "" },
		} {
			d := draft()
			change(&d)
			_, err := w.trySend(w.Context(), d)
			if f := fault.Of(err); f.Kind != fault.Invalid || len(f.Fields) != 1 || f.Fields[0].Name != name {
				w.Errorf("%s: %+v", name, f)
			}
		}
		for _, change := range []func(*submission.Draft){
			func(d *submission.Draft) { d.To = d.From },
			func(d *submission.Draft) { d.Retain = "" },
			func(d *submission.Draft) { d.Retain = "2030-02-31" },
		} {
			d := draft()
			change(&d)
			_, err := w.trySend(w.Context(), d)
			want(t, err, fault.Invalid)
		}
		d := draft()
		d.Payload = make([]byte, submission.MaxPayload+1)
		_, err := w.trySend(w.Context(), d)
		want(t, err, fault.TooLarge)
		if n := w.listed(w.actor("mhlw", access.Viewer)); n != 0 {
			w.Errorf("%d were sent", n)
		}
	})
}

func TestListsPage(t *testing.T) {
	run(t, func(w *world) {
		for i := range 120 {
			d := draft()
			d.Subject = fmt.Sprint(i)
			if i%3 == 0 {
				d.Kind = "report"
			}
			w.send(d)
		}
		reader := w.actor("mhlw", access.Viewer)
		seen := map[string]bool{}
		var last time.Time
		for from, pages := "", 1; ; pages++ {
			cs, next, err := w.s.Received(w.Context(), reader, submission.Filter{Kind: "check-summary", State: submission.Sent}, from)
			if err != nil {
				w.Fatal(err)
			}
			for _, c := range cs {
				if seen[c.ID] || !last.IsZero() && c.Sent.After(last) || c.Payload != nil {
					w.Errorf("%s twice, out of order or with its payload", c.ID)
				}
				seen[c.ID], last = true, c.Sent
			}
			if from = next; from == "" {
				if pages != 2 || len(seen) != 80 {
					w.Errorf("%d pages, %d copies", pages, len(seen))
				}
				break
			}
		}
		own, _, err := w.s.Sent(w.Context(), w.actor("mihon-water", access.Staff), submission.Filter{Subject: "7"}, "")
		if err != nil || len(own) != 1 {
			w.Errorf("%d of one record, %v", len(own), err)
		}
		_, _, err = w.s.Sent(w.Context(), reader, submission.Filter{}, "nonsense")
		want(t, err, fault.Invalid)
	})
}

// TestTwoAtOnce: of two who answer the same version, one is told.
func TestTwoAtOnce(t *testing.T) {
	run(t, func(w *world) {
		c := w.send(draft())
		answers := make(chan error)
		for _, a := range []access.Actor{w.actor("mhlw", access.Officer), w.actor("mhlw", access.Manager)} {
			go func() { answers <- w.s.Accept(context.Background(), a, c.ID, 1, "") }()
		}
		one, two := <-answers, <-answers
		if (one == nil) == (two == nil) || !fault.Is(one, fault.Conflict) && !fault.Is(two, fault.Conflict) {
			w.Errorf("%v and %v", one, two)
		}
	})
}

// unknown asks for every payload.
func unknown(string) bool { return false }
