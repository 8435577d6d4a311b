package check

import (
	"context"
	"time"

	"kijun/internal/access"
	"kijun/internal/db"
	"kijun/internal/fault"
	"kijun/internal/lang"
)

var (
	wordReopenReason = lang.Text{JA: "再開する理由を入力してください", EN: "give the reason for reopening it"}
	wordNotClosed    = lang.Text{JA: "この自己点検は実施中です", EN: "this self-check is open"}
)

// Close closes a check; from then on it is only read. What is unanswered stays so: the page shows it first.
func (s *Service) Close(ctx context.Context, a access.Actor, id, comment string) error {
	comment, err := tidyComment(comment)
	if err != nil {
		return err
	}
	return s.change(ctx, a, access.CheckRun, id, func(tx *db.Tx, c SelfCheck, o *access.Object) error {
		c.State, c.Closed, c.ClosedBy = Closed, c.Changed, c.ChangedBy
		o.Details = map[string]string{"state": string(Closed)}
		if err := updateCheck(ctx, tx, c); err != nil {
			return err
		}
		return insertStep(ctx, tx, id, Step{At: c.Closed, By: c.ClosedBy, Act: stepClose, Comment: comment})
	})
}

// Reopen opens a closed check again, with the reason.
func (s *Service) Reopen(ctx context.Context, a access.Actor, id, reason string) error {
	c, err := s.Get(ctx, a, id)
	if err != nil {
		return err
	}
	if reason, err = tidyComment(reason); err != nil {
		return err
	}
	if reason == "" {
		return fault.InFields([]fault.Field{{Name: "comment", Text: wordReopenReason}})
	}
	object := c.Object()
	object.Details = map[string]string{"state": string(Open)}
	return s.access.Do(ctx, a, access.CheckRun, &object, func(tx *db.Tx) error {
		c, err := loadCheck(ctx, tx, id)
		if err != nil {
			return err
		}
		if c.State != Closed {
			return fault.New(fault.Conflict, wordNotClosed)
		}
		now, by := s.nowBy(a)
		c.State, c.Closed, c.ClosedBy, c.Changed, c.ChangedBy = Open, time.Time{}, "", now, by
		if err := updateCheck(ctx, tx, c); err != nil {
			return err
		}
		return insertStep(ctx, tx, id, Step{At: now, By: by, Act: stepReopen, Comment: reason})
	})
}

// tidyComment reads what a person says with a step.
func tidyComment(comment string) (string, error) {
	comment = tidyText(comment)
	return comment, fault.InFields(appendText(nil, "comment", comment, maxReason))
}
