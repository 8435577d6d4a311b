package check

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"strings"

	"kijun/internal/access"
	"kijun/internal/db"
	"kijun/internal/fault"
	"kijun/internal/lang"
	"kijun/internal/submission"
)

// Conflict is a stale save: somebody answered the entry after the writer had read it. It unwraps to a
// fault that says who, when and what.
type Conflict struct {
	Theirs Entry // as it is stored
	Mine   Answer
	By     string // name of who answered
	fault  *fault.Fault
}

func (c *Conflict) Error() string { return c.fault.Error() }
func (c *Conflict) Unwrap() error { return c.fault }

var (
	wordConflict = lang.Text{JA: "%sさんが%sに先に変えました（%s）。内容を確かめて、もう一度保存してください", EN: "%s changed this first, at %s (%s); look at it and save again"}
	wordReworded = lang.Text{JA: "規定の文が新しくなりました。読み直して、もう一度保存してください", EN: "the clause reads differently now; read it again and save again"}
	wordSomebody = lang.Text{JA: "ほかの人", EN: "somebody else"}
)

// conflict tells who was first.
func (s *Service) conflict(ctx context.Context, theirs Entry, mine Answer) error {
	names, err := s.access.PersonNames(ctx, []string{theirs.AnsweredBy})
	if err != nil {
		return err
	}
	c := &Conflict{Theirs: theirs, Mine: mine, By: names[theirs.AnsweredBy]}
	if theirs.Changed { // an answer would have taken the mark away
		c.fault = fault.New(fault.Conflict, wordReworded)
		return c
	}
	who := lang.Same(c.By)
	if c.By == "" {
		who = wordSomebody
	}
	c.fault = fault.New(fault.Conflict, wordConflict.With(who, submission.Moment(theirs.AnsweredAt), theirs.Answer.Words()))
	return c
}

// Words says an answer in one line.
func (a Answer) Words() lang.Text {
	if a.NotApplicable {
		return NotApplicableLabel
	}
	var ja, en []string
	for i, j := range a.judgements() {
		q, l := QuestionLabels[Questions[i]], JudgementLabels[j]
		ja, en = append(ja, q.JA+" "+l.JA), append(en, q.EN+": "+l.EN)
	}
	return lang.Text{JA: strings.Join(ja, "、"), EN: strings.Join(en, ", ")}
}

// Answer stores an answer to an entry that the writer read at a version, confirms what was carried, and
// returns the entry as it is then. A stale version is a *Conflict.
func (s *Service) Answer(ctx context.Context, a access.Actor, id string, number int, answer Answer, version int) (Entry, error) {
	answer = answer.tidy()
	if err := answer.check(); err != nil {
		return Entry{}, err
	}
	var saved Entry
	err := s.change(ctx, a, access.CheckAnswer, id, func(tx *db.Tx, c SelfCheck, o *access.Object) error {
		before, err := loadEntry(ctx, tx, id, number)
		if err != nil {
			return err
		}
		saved = before
		if before.Version != version {
			return &stale{before, answer}
		}
		counts := changes{}
		if saved, err = s.put(ctx, tx, c, before, answer, a, counts); err != nil {
			return err
		}
		*o = saved.object(c)
		return counts.store(ctx, tx, id)
	})
	var st *stale
	if errors.As(err, &st) {
		return saved, s.conflict(ctx, st.theirs, st.mine)
	}
	return saved, err
}

// stale ends a transaction in which a version was not the one that was read.
type stale struct {
	theirs Entry
	mine   Answer
}

func (*stale) Error() string { return "stale version" }

// put stores one answer inside an act.
func (s *Service) put(ctx context.Context, tx *db.Tx, c SelfCheck, before Entry, answer Answer, a access.Actor, counts changes) (Entry, error) {
	after := before
	after.Answer, after.Carried, after.Changed, after.Version = answer, false, false, before.Version+1
	after.AnsweredAt, after.AnsweredBy = s.nowBy(a)
	if !answer.NotApplicable || answer.Reason != before.Answer.Reason {
		after.Branch = ""
	}
	found, err := updateAnswer(ctx, tx, after, before.Version)
	if err != nil {
		return Entry{}, err
	}
	if !found {
		return Entry{}, fmt.Errorf("entry %d of check %s is not at version %d", before.Number, c.ID, before.Version)
	}
	counts.note(before.parts(s.edition(c)), &before, &after)
	return after, nil
}

// SetAside says of everything under a part that it is not applicable, with the reason. What is so
// already keeps its own reason. It returns how many entries changed.
func (s *Service) SetAside(ctx context.Context, a access.Actor, id string, part Part, reason string) (int, error) {
	example := fresh()
	example.NotApplicable, example.Reason = true, reason
	example = example.tidy()
	if err := cmp.Or(part.check(), example.check()); err != nil {
		return 0, err
	}
	return s.branch(ctx, a, id, branchAct{name: "set-aside", filter: Filter{Part: part, only: "NOT e.gone AND NOT e.aside"},
		set: []column{{"aside", true}, {"aside_why", example.Reason}, {"branch", part}},
		do: func(e *Entry) {
			e.NotApplicable, e.Answer.Reason, e.Branch = true, example.Reason, part
		}})
}

// TakeBack undoes SetAside for a part: what was not applicable for itself stays so, and every answer is
// what it was.
func (s *Service) TakeBack(ctx context.Context, a access.Actor, id string, part Part) (int, error) {
	if err := part.check(); err != nil {
		return 0, err
	}
	return s.branch(ctx, a, id, branchAct{name: "take-back", filter: Filter{Part: part, only: "e.aside", branch: part},
		set: []column{{"aside", false}, {"aside_why", ""}, {"branch", ""}},
		do: func(e *Entry) {
			e.NotApplicable, e.Answer.Reason, e.Branch = false, "", ""
		}})
}

// Confirm confirms the answers under a part, or of the whole check, that were carried forward.
func (s *Service) Confirm(ctx context.Context, a access.Actor, id string, part Part) (int, error) {
	return s.branch(ctx, a, id, branchAct{name: "confirm", filter: Filter{Part: part, Show: ShowCarried},
		set: []column{{"changed", false}}, do: func(e *Entry) { e.Changed = false }})
}

// branchAct is one change to everything that a filter lets through.
type branchAct struct {
	name   string
	filter Filter
	set    []column     // beside who, when and that nothing is carried any more
	do     func(*Entry) // the same in memory, for the counts
}

func (s *Service) branch(ctx context.Context, a access.Actor, id string, b branchAct) (n int, err error) {
	if err := b.filter.check(); err != nil {
		return 0, err
	}
	err = s.change(ctx, a, access.CheckAnswer, id, func(tx *db.Tx, c SelfCheck, o *access.Object) error {
		found, err := loadEntries(ctx, tx, id, b.filter)
		if err != nil {
			return err
		}
		now, by := s.nowBy(a)
		set := append([]column{{"carried", false}, {"answered_at", micros(now)}, {"answered_by", by}}, b.set...)
		changed, err := changeMany(ctx, tx, id, b.filter, set)
		if err != nil {
			return err
		}
		if n = len(found); int(changed) != n {
			return fmt.Errorf("%s: %d entries were read and %d changed", b.name, n, changed)
		}
		counts := changes{}
		for _, before := range found {
			after := before
			after.Carried = false
			b.do(&after)
			counts.note(before.parts(s.edition(c)), &before, &after)
		}
		o.Details = map[string]string{"branch": b.name, "part": string(b.filter.Part), "entries": fmt.Sprint(n)}
		return counts.store(ctx, tx, id)
	})
	return n, err
}
