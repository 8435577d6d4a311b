package check_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"kijun/internal/access"
	"kijun/internal/check"
	"kijun/internal/fault"
)

const law = `## あ {#a covers="p3.1" level="遵守" degree="復旧 <= 24h"}

本文

## い {#b covers="p3.1 f3.1" level="推奨"}

## 国 {#m covers="p3.1" actor="ministry"}

## 他 {#x level="遵守"}`

const rules = `## 一 {#r1 implements="law#a"}

## 二 {#r2 covers="p2.1"}

## 三 {#r3 implements="nowhere#n"}`

func (w *world) small() string {
	w.standards(doc("law", "mandatory", law), doc("own", "in-house", strings.ReplaceAll(rules, "nowhere#n", "law#x")))
	return w.start(2026, false)
}

func TestAnEntryAClauseThatAsksTheOperator(t *testing.T) {
	run(t, func(w *world) {
		id := w.small()
		es := w.entries(id, check.Filter{})
		if got, want := refs(es), " own#r2 law#a law#b own#r1 law#x own#r3"; got != want {
			t.Errorf("entries are%s, want%s", got, want)
		}
		for _, part := range []struct {
			part check.Part
			want string
		}{{"item:p3.1", " law#a law#b own#r1"}, {"group:f3", " law#b"}, {"item:beyond", " law#x own#r3"}, {"document:own", " own#r2 own#r1 own#r3"}, {"item:none", ""}} {
			if got := refs(w.entries(id, check.Filter{Part: part.part})); got != part.want {
				t.Errorf("%s has%s, want%s", part.part, got, part.want)
			}
			counts, err := w.s.Counts(t.Context(), w.officer, id)
			w.must(err)
			if got, want := counts[part.part].Entries, strings.Count(part.want, "#"); got != want {
				t.Errorf("%s counts %d, want %d", part.part, got, want)
			}
		}
		e := w.entry(id, "law#a")
		want := check.Snapshot{Ref: e.Ref, Document: e.Document, Items: []string{"p3.1"}, Tier: "mandatory", Word: "遵守", Level: "must", Degree: "復旧 <= 24h", Heading: "あ", Text: "本文"}
		if diff := cmp.Diff(want, e.Snapshot); diff != "" || e.Document.JA != "law" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	})
}

func TestWordsAreFoundHoweverTheyAreTyped(t *testing.T) {
	run(t, func(w *world) {
		w.standards(doc("law", "mandatory", "## バックアップ 100% {#a covers=\"p3.1\"}\n\nログを取る。\n\n## い_ろ {#b covers=\"p3.1\"}"))
		id := w.start(2026, false)
		for words, want := range map[string]string{"ﾊﾞｯｸｱｯﾌﾟ": " law#a", "ばっくあっぷ ろぐ": " law#a", "LAW": " law#a law#b", "ばっく い_": "", "%": " law#a", "_": " law#b", `\`: ""} {
			if got := refs(w.entries(id, check.Filter{Words: words})); got != want {
				t.Errorf("%q finds%s, want%s", words, got, want)
			}
		}
	})
}

func TestAnsweringMovesTheCounts(t *testing.T) {
	run(t, func(w *world) {
		id := w.small()
		if got, want := w.counts(id), (check.Counts{Entries: 6, Work: check.WorkTally{NotStarted: 6}, Severity: check.SeverityTally{None: 6}}); got != want {
			t.Errorf("at first %+v, want %+v", got, want)
		}
		e := w.answer(id, "law#b", func(a *check.Answer) {
			a.InPlace, a.InOperation, a.Effective, a.Work, a.Severity, a.Note = check.Yes, check.Partly, check.No, check.UnderWay, check.High, " 覚え \r\n書き"
		})
		if e.AnsweredBy != w.staff.Person.ID || !e.AnsweredAt.Equal(w.now) || e.Note != "覚え \n書き" || e.Version != 2 {
			t.Errorf("saved as %+v", e)
		}
		want := check.Counts{Entries: 6, Answered: 1, Gaps: 1, InPlace: check.Tally{Yes: 1}, InOperation: check.Tally{Partly: 1}, Effective: check.Tally{No: 1},
			Work: check.WorkTally{NotStarted: 5, UnderWay: 1}, Severity: check.SeverityTally{None: 5, High: 1}}
		if got := w.counts(id); got != want {
			t.Errorf("then %+v, want %+v", got, want)
		}
		w.answer(id, "law#b", func(a *check.Answer) { a.NotApplicable, a.Reason = true, "対象の設備がない" })
		got := w.counts(id)
		if got.NotApplicable != 1 || got.Gaps != 0 || got.Answered != 1 || got.Applicable() != 5 || got.InPlace.Open(got) != 5 {
			t.Errorf("set aside: %+v", got)
		}
		w.answer(id, "law#b", func(a *check.Answer) { a.NotApplicable = false })
		if got := w.counts(id); got != want {
			t.Errorf("back: %+v, want %+v", got, want)
		}
	})
}

func TestAnAnswerThatCannotBeTaken(t *testing.T) {
	run(t, func(w *world) {
		id := w.small()
		for name, spoil := range map[string]func(*check.Answer){
			"in-place": func(a *check.Answer) { a.InPlace = "perhaps" },
			"work":     func(a *check.Answer) { a.Work = "" },
			"severity": func(a *check.Answer) { a.Severity = "fatal" },
			"reason":   func(a *check.Answer) { a.NotApplicable, a.Reason = true, " \n" },
			"note":     func(a *check.Answer) { a.Note = "a\xffb" },
		} {
			e := w.entry(id, "law#a")
			spoil(&e.Answer)
			_, err := w.s.Answer(t.Context(), w.staff, id, e.Number, e.Answer, e.Version)
			if f := fault.Of(err); f.Kind != fault.Invalid || len(f.Fields) != 1 || f.Fields[0].Name != name {
				t.Errorf("%s: %+v", name, f)
			}
		}
		if got := w.counts(id).Answered; got != 0 {
			t.Errorf("%d are answered", got)
		}
	})
}

func TestTwoAtOnce(t *testing.T) {
	run(t, func(w *world) {
		id := w.small()
		e := w.entry(id, "law#a")
		w.answer(id, "law#a", allYes)
		e.InPlace = check.No
		_, err := w.s.Answer(t.Context(), w.officer, id, e.Number, e.Answer, e.Version)
		w.want(fault.Conflict, err)
		var c *check.Conflict
		if !errors.As(err, &c) || c.Theirs.InPlace != check.Yes || c.Mine.InPlace != check.No || c.By != w.staff.Person.Name {
			t.Fatalf("the conflict does not say who and what: %+v", c)
		}
		if text := fault.Of(err).Text.JA; !strings.Contains(text, w.staff.Person.Name) || !strings.Contains(text, "10:00") || !strings.Contains(text, "整備 はい") {
			t.Errorf("the text does not say who, when and what: %s", text)
		}
		if got := w.entry(id, "law#a").InPlace; got != check.Yes {
			t.Errorf("the later save overwrote: %s", got)
		}
	})
}

func TestABranchIsSetAsideAndTakenBack(t *testing.T) {
	run(t, func(w *world) {
		id := w.small()
		w.answer(id, "law#a", allYes)
		w.answer(id, "law#b", func(a *check.Answer) { a.NotApplicable, a.Reason = true, "自分の理由" })
		before := w.counts(id)
		part := check.ItemPart("p3.1")
		_, err := w.s.SetAside(t.Context(), w.staff, id, part, "  ")
		w.want(fault.Invalid, err)
		_, err = w.s.SetAside(t.Context(), w.staff, id, "items:p3.1", "x")
		w.want(fault.Invalid, err)
		_, err = w.s.TakeBack(t.Context(), w.staff, id, "")
		w.want(fault.Invalid, err)
		n, err := w.s.SetAside(t.Context(), w.staff, id, part, "浄水場を持たない")
		w.must(err)
		if got := w.counts(id); n != 2 || got.NotApplicable != 3 || got.InPlace.Yes != 0 {
			t.Errorf("%d entries were set aside: %+v", n, got)
		}
		if e := w.entry(id, "law#b"); e.Answer.Reason != "自分の理由" || e.Branch != "" {
			t.Errorf("the branch took over what was set aside for itself: %+v", e.Answer)
		}
		n, err = w.s.TakeBack(t.Context(), w.staff, id, part)
		w.must(err)
		if got := w.counts(id); n != 2 || got != before {
			t.Errorf("%d came back: %+v, want %+v", n, got, before)
		}
		if e := w.entry(id, "law#a"); e.Effective != check.Yes || e.Answer.Reason != "" {
			t.Errorf("the answer did not come back: %+v", e.Answer)
		}
	})
}

func TestLastYearIsCarriedForwardAndMarked(t *testing.T) {
	run(t, func(w *world) {
		w.standards(doc("law", "mandatory", law))
		first := w.start(2025, true)
		w.answer(first, "law#a", allYes)
		w.answer(first, "law#b", func(a *check.Answer) { a.Note = "途中" })
		w.now = w.now.Add(time.Hour)
		w.standards(doc("law", "mandatory", strings.Replace(law, "24h", "12h", 1)))
		id := w.start(2026, true)
		c, err := w.s.Get(t.Context(), w.officer, id)
		w.must(err)
		if c.Previous != first || c.Counts.Carried != 2 || c.Counts.Answered != 1 || c.Counts.Changed != 1 {
			t.Errorf("started as %+v", c)
		}
		if got, want := refs(w.entries(id, check.Filter{Show: check.ShowCarried})), " law#a law#b"; got != want {
			t.Errorf("carried:%s", got)
		}
		if e := w.entry(id, "law#a"); !e.Changed || e.AnsweredBy != w.staff.Person.ID || e.AnsweredAt.Equal(w.now) {
			t.Errorf("carried as %+v", e)
		}
		if e := w.answer(id, "law#a", func(*check.Answer) {}); e.Carried || e.Changed || e.Effective != check.Yes {
			t.Errorf("a saved answer is confirmed: %+v", e)
		}
		n, err := w.s.Confirm(t.Context(), w.staff, id, check.DocumentPart("law"))
		w.must(err)
		if got := w.counts(id); n != 1 || got.Carried != 0 {
			t.Errorf("%d were confirmed: %+v", n, got)
		}
		if e := w.entry(id, "law#b"); e.Note != "途中" || !e.AnsweredAt.Equal(w.now) {
			t.Errorf("confirmed as %+v", e)
		}
	})
}

func TestUpdateLosesNoAnswer(t *testing.T) {
	run(t, func(w *world) {
		id := w.small()
		w.answer(id, "law#a", allYes)
		w.answer(id, "own#r1", allYes)
		stale := w.entry(id, "law#a")
		w.standards(doc("law", "mandatory", strings.Replace(law, "本文", "新しい本文", 1)+"\n\n## 新 {#n covers=\"s1\"}"))
		u, err := w.s.Update(t.Context(), w.officer, id)
		w.must(err)
		if want := (check.Updated{Added: 1, Changed: 1, Gone: 3}); u != want {
			t.Errorf("updated %+v, want %+v", u, want)
		}
		if got, want := refs(w.entries(id, check.Filter{})), " law#n law#a law#b law#x own#r2(gone) own#r1(gone) own#r3(gone)"; got != want {
			t.Errorf("entries are%s, want%s", got, want)
		}
		if e := w.entry(id, "law#a"); e.Text != "新しい本文" || !e.Changed || e.Effective != check.Yes {
			t.Errorf("law#a is %+v", e)
		}
		_, err = w.s.Answer(t.Context(), w.staff, id, stale.Number, stale.Answer, stale.Version)
		w.want(fault.Conflict, err)
		if got := w.counts(id); got.Entries != 4 || got.Gone != 3 || got.Answered != 1 {
			t.Errorf("counts are %+v", got)
		}
		w.standards(doc("law", "mandatory", law), doc("own", "in-house", strings.ReplaceAll(rules, "nowhere#n", "law#x")))
		u, err = w.s.Update(t.Context(), w.officer, id)
		w.must(err)
		if want := (check.Updated{Changed: 1, Gone: 1, Back: 3}); u != want {
			t.Errorf("updated %+v, want %+v", u, want)
		}
		if e := w.entry(id, "own#r1"); e.Gone || e.Effective != check.Yes {
			t.Errorf("own#r1 came back as %+v", e)
		}
		if u, err = w.s.Update(t.Context(), w.officer, id); err != nil || !u.Nothing() {
			t.Errorf("a second update finds %+v, %v", u, err)
		}
	})
}

func TestAClosedCheckIsOnlyRead(t *testing.T) {
	run(t, func(w *world) {
		id := w.small()
		w.want(fault.Forbidden, w.s.Close(t.Context(), w.staff, id, ""))
		w.must(w.s.Close(t.Context(), w.officer, id, "終わった"))
		e := w.entry(id, "law#a")
		_, err := w.s.Answer(t.Context(), w.staff, id, e.Number, e.Answer, e.Version)
		w.want(fault.Conflict, err)
		_, err = w.s.SetAside(t.Context(), w.staff, id, "item:p3.1", "理由")
		w.want(fault.Conflict, err)
		_, err = w.s.Update(t.Context(), w.officer, id)
		w.want(fault.Conflict, err)
		_, err = w.s.Attach(t.Context(), w.staff, id, e.Number, upload("a.txt", "text"))
		w.want(fault.Conflict, err)
		w.want(fault.Invalid, w.s.Reopen(t.Context(), w.officer, id, " "))
		w.must(w.s.Reopen(t.Context(), w.officer, id, "漏れがあった"))
		w.want(fault.Conflict, w.s.Reopen(t.Context(), w.officer, id, "もう一度"))
		w.answer(id, "law#a", allYes)
		steps, err := w.s.Steps(t.Context(), w.officer, id)
		w.must(err)
		var got []string
		for _, st := range steps {
			got = append(got, st.Act+" "+st.Comment)
		}
		if diff := cmp.Diff([]string{"start ", "close 終わった", "reopen 漏れがあった"}, got); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	})
}

func TestNobodyElseFindsACheck(t *testing.T) {
	run(t, func(w *world) {
		id := w.small()
		number := w.entry(id, "law#a").Number
		evidence, err := w.s.Attach(t.Context(), w.staff, id, number, upload("a.txt", "text"))
		w.must(err)
		ctx := t.Context()
		theirs, err := w.s.Start(ctx, w.other, check.Start{Sector: "water", Year: 2026})
		w.must(err)
		for _, a := range []access.Actor{w.other, w.actor("mlit", access.Officer), {}} {
			if list, _, err := w.s.List(ctx, a, ""); err != nil || len(list) > 0 && list[0].ID == id || len(list) > 1 {
				t.Errorf("%s lists %+v, %v", a.Org.ID, list, err)
			}
			if list, _, err := w.s.AllEvidence(ctx, a, "", ""); err != nil || len(list) != 0 {
				t.Errorf("%s lists evidence %+v, %v", a.Org.ID, list, err)
			}
			_, _, openErr := w.s.OpenEvidence(ctx, a, evidence.ID)
			kind := fault.NotFound
			if !a.SignedIn() {
				kind = fault.Unauthenticated
			}
			for i, err := range []error{
				second(w.s.Get(ctx, a, id)), second(w.s.Steps(ctx, a, id)), second(w.s.Counts(ctx, a, id)),
				third(w.s.Entries(ctx, a, id, check.Filter{}, "")), fourth(w.s.Entry(ctx, a, id, number, check.Filter{})),
				second(w.s.Answer(ctx, a, id, number, check.Answer{Work: check.WorkDone, Severity: check.NoGap}, 1)),
				second(w.s.SetAside(ctx, a, id, "item:p3.1", "x")), second(w.s.TakeBack(ctx, a, id, "item:p3.1")), second(w.s.Confirm(ctx, a, id, "")),
				second(w.s.Update(ctx, a, id)), w.s.Close(ctx, a, id, ""), w.s.Reopen(ctx, a, id, "x"),
				second(w.s.EvidenceOf(ctx, a, id, number)), second(w.s.Attach(ctx, a, id, number, upload("b.txt", "b"))),
				w.s.Link(ctx, a, id, number, evidence.ID), w.s.Unlink(ctx, a, id, number, evidence.ID), openErr,
			} {
				if !fault.Is(err, kind) {
					t.Errorf("%s, call %d: %v", a.Org.ID, i, err)
				}
			}
		}
		w.want(fault.NotFound, w.s.Link(ctx, w.other, theirs, 1, evidence.ID))
	})
}

func TestWhoMayStartWhat(t *testing.T) {
	run(t, func(w *world) {
		w.standards(doc("law", "mandatory", law))
		try := func(a access.Actor, in check.Start) error {
			_, err := w.s.Start(t.Context(), a, in)
			return err
		}
		w.want(fault.Forbidden, try(w.staff, check.Start{Sector: "water", Year: 2026}))
		w.want(fault.Invalid, try(w.officer, check.Start{Sector: "gas", Year: 2026}))
		w.want(fault.Invalid, try(w.officer, check.Start{Sector: "water", Year: 2027}))
		w.want(fault.Invalid, try(w.actor("mlit", access.Officer), check.Start{Sector: "water", Year: 2026}))
		w.must(try(w.officer, check.Start{Sector: "water", Year: 2026}))
		w.want(fault.Invalid, try(w.officer, check.Start{Sector: "water", Year: 2026}))
		w.must(try(w.officer, check.Start{Sector: "water", Year: 2026, Title: "二回目"}))
		w.standards(doc("law", "mandatory", "## 国 {#m covers=\"p3.1\" actor=\"ministry\"}"))
		w.want(fault.Invalid, try(w.other, check.Start{Sector: "water", Year: 2026}))
	})
}

func second[T any](_ T, err error) error                 { return err }
func third[T, U any](_ T, _ U, err error) error          { return err }
func fourth[T, U, V any](_ T, _ U, _ V, err error) error { return err }
