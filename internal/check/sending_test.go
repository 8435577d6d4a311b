package check_test

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"kijun/internal/access"
	"kijun/internal/check"
	"kijun/internal/fault"
	"kijun/internal/submission"
)

func (w *world) sending(id string) check.Sending {
	w.Helper()
	in := check.Sending{To: "mlit", By: check.ByItem, Retain: check.RetainUntil(2026)}
	p, err := w.s.Parcel(w.Context(), w.officer, id, in)
	w.must(err)
	in.Seen = p.Copy.Hash
	return in
}

func TestASummaryIsSentAsItWasLookedAt(t *testing.T) {
	run(t, func(w *world) {
		ctx, id := t.Context(), w.small()
		w.answer(id, "law#b", func(a *check.Answer) { allYes(a); a.Note, a.Severity = "秘密のメモ", check.Low })
		w.answer(id, "own#r2", func(a *check.Answer) { a.NotApplicable, a.Reason = true, "秘密の理由" })
		in := w.sending(id)
		p, err := w.s.Parcel(ctx, w.officer, id, in)
		w.must(err)
		copyID, err := w.s.Send(ctx, w.officer, id, in)
		w.must(err)
		posted := submission.New(w.access)
		got, err := posted.Open(ctx, w.actor("mlit", access.Officer), copyID)
		w.must(err)
		if !bytes.Equal(got.Payload, p.Summary.Payload()) || got.Hash != in.Seen || !got.Voluntary || got.Retain != "2030-03-31" || got.Subject != "" {
			t.Errorf("sent %+v", got)
		}
		for _, secret := range []string{"秘密", "law#b", "own", "mihon-water", id, w.officer.Person.ID, "条"} {
			if bytes.Contains(got.Payload, []byte(secret)) {
				t.Errorf("%q leaves in the payload", secret)
			}
		}
		read, err := check.ReadSummary(got.Payload)
		w.must(err)
		if diff := cmp.Diff(p.Summary, read); diff != "" {
			t.Errorf("(-sent +read):\n%s", diff)
		}
		if read.All.Entries != 6 || read.All.InPlace != (check.SummaryAnswers{Yes: 1, Unanswered: 4}) || read.All.NotApplicable != 1 || len(read.Rows) != 4 {
			t.Errorf("%+v", read)
		}
		w.now = w.now.Add(time.Minute)
		w.answer(id, "law#a", allYes)
		in = w.sending(id)
		again, err := w.s.Send(ctx, w.officer, id, in)
		w.must(err)
		first, err := posted.Get(ctx, w.officer, copyID)
		w.must(err)
		if first.Replaced != again {
			t.Errorf("the later summary did not replace the earlier: %+v", first)
		}
		if sent, err := w.s.Sendings(ctx, w.officer, id); err != nil || len(sent) != 2 || sent[0].Copy != again {
			t.Errorf("sent %+v, %v", sent, err)
		}
	})
}

func TestWhatIsNotSent(t *testing.T) {
	run(t, func(w *world) {
		ctx, id := t.Context(), w.small()
		_, err := w.s.Parcel(ctx, w.officer, id, check.Sending{To: "mlit", By: check.ByItem, Retain: "2030-03-31"})
		w.want(fault.Invalid, err) // nothing is answered
		w.answer(id, "law#a", allYes)
		in := w.sending(id)
		send := func(a access.Actor, change func(*check.Sending)) error {
			in := in
			change(&in)
			_, err := w.s.Send(ctx, a, id, in)
			return err
		}
		same := func(*check.Sending) {}
		w.want(fault.Forbidden, send(w.staff, same))
		w.want(fault.Forbidden, send(w.actor("mihon-water", access.Manager), same))
		w.want(fault.NotFound, send(w.other, same))
		w.want(fault.Invalid, send(w.officer, func(in *check.Sending) { in.To = "mihon-town" }))
		w.want(fault.Invalid, send(w.officer, func(in *check.Sending) { in.By = "clause" }))
		w.want(fault.Invalid, send(w.officer, func(in *check.Sending) { in.Retain = "" }))
		w.want(fault.Conflict, send(w.officer, func(in *check.Sending) { in.By = check.ByGroup }))
		w.answer(id, "law#b", allYes)
		w.want(fault.Conflict, send(w.officer, same))
		if sent, err := w.s.Sendings(ctx, w.officer, id); err != nil || len(sent) != 0 {
			t.Errorf("sent %+v, %v", sent, err)
		}
	})
}

func TestOnlySummariesAreRead(t *testing.T) {
	w := newWorld(t, sqlite(t))
	id := w.small()
	w.answer(id, "law#a", allYes)
	sum, err := w.s.Summary(t.Context(), w.officer, id, check.ByGroup)
	w.must(err)
	if _, err := check.ReadSummary(sum.Payload()); err != nil {
		t.Fatal(err)
	}
	for name, spoil := range map[string]func(*check.Summary){
		"schema":     func(s *check.Summary) { s.Schema = "check-summary/2" },
		"negative":   func(s *check.Summary) { s.All.Carried = -1 },
		"no sum":     func(s *check.Summary) { s.All.InPlace.Yes++ },
		"work":       func(s *check.Summary) { s.Rows[0].Work.Done++ },
		"more parts": func(s *check.Summary) { s.All.Answered = s.All.Entries + 1 },
	} {
		bad := sum
		bad.Rows = append([]check.SummaryRows(nil), sum.Rows...)
		spoil(&bad)
		if _, err := check.ReadSummary(bad.Payload()); !fault.Is(err, fault.Invalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
	with := strings.Replace(string(sum.Payload()), `"schema"`, `"operator": "mihon-water", "schema"`, 1)
	if _, err := check.ReadSummary([]byte(with)); !fault.Is(err, fault.Invalid) {
		t.Errorf("an unknown key: %v", err)
	}
}

// TestASummaryHasNoRoomForWords: every string of the schema is one of a few known ones.
func TestASummaryHasNoRoomForWords(t *testing.T) {
	known := map[string]bool{"schema": true, "guideline": true, "sector": true, "state": true, "on": true, "by": true, "id": true}
	var walk func(reflect.Type)
	walk = func(typ reflect.Type) {
		switch typ.Kind() {
		case reflect.Slice:
			walk(typ.Elem())
		case reflect.Struct:
			for i := range typ.NumField() {
				f := typ.Field(i)
				if name, _, _ := strings.Cut(f.Tag.Get("json"), ","); f.Type.Kind() == reflect.String && !known[name] {
					t.Errorf("%s.%s could carry words out", typ.Name(), f.Name)
				}
				walk(f.Type)
			}
		}
	}
	walk(reflect.TypeFor[check.Summary]())
	if _, err := json.Marshal(check.Summary{}); err != nil {
		t.Error(err)
	}
}
