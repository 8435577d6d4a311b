package check

import (
	"context"
	"errors"
	"fmt"

	"kijun/internal/access"
	"kijun/internal/db"
	"kijun/internal/fault"
	"kijun/internal/lang"
)

// Filled is an answer to an entry that was read at a version.
type Filled struct {
	Number  int
	Version int
	Answer  Answer
}

var wordNoEntry = lang.Text{JA: "%d番の規定は、この自己点検にありません", EN: "there is no entry %d in this self-check"}

// Fill stores many answers in one act. One that is wrong or stale keeps all from being stored; a stale one
// is a *Conflict.
func (s *Service) Fill(ctx context.Context, a access.Actor, id string, answers []Filled) error {
	for i := range answers {
		answers[i].Answer = answers[i].Answer.tidy()
		if err := answers[i].Answer.check(); err != nil {
			return err
		}
	}
	err := s.change(ctx, a, access.CheckAnswer, id, func(tx *db.Tx, c SelfCheck, o *access.Object) error {
		es, err := loadEntries(ctx, tx, id, Filter{})
		if err != nil {
			return err
		}
		o.Details = map[string]string{"entries": fmt.Sprint(len(answers))}
		return s.fill(ctx, tx, c, a, es, answers)
	})
	var st *stale
	if errors.As(err, &st) {
		return s.conflict(ctx, st.theirs, st.mine)
	}
	return err
}

func (s *Service) fill(ctx context.Context, tx *db.Tx, c SelfCheck, a access.Actor, es []Entry, answers []Filled) error {
	byNumber := make(map[int]Entry, len(es))
	for _, e := range es {
		byNumber[e.Number] = e
	}
	counts := changes{}
	for _, f := range answers {
		before, known := byNumber[f.Number]
		switch {
		case !known:
			return fault.New(fault.NotFound, wordNoEntry.With(f.Number))
		case before.Version != f.Version:
			return &stale{before, f.Answer}
		}
		if _, err := s.put(ctx, tx, c, before, f.Answer, a, counts); err != nil {
			return err
		}
	}
	return counts.store(ctx, tx, c.ID)
}
