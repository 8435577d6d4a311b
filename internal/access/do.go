package access

import (
	"context"
	"strings"
	"time"

	"kijun/internal/db"
	"kijun/internal/fault"
	"kijun/internal/lang"
	"kijun/internal/trail"
)

var (
	wordNotFound  = lang.Text{JA: "見つかりません", EN: "not found"}
	wordForbidden = lang.Text{JA: "この操作をする権限がありません（役割: %s）", EN: "your role (%s) does not allow this"}
	wordSignIn    = lang.Text{JA: "サインインしてください", EN: "sign in first"}
)

// Do is the one way to change anything: it checks the rule table, runs change in a transaction, appends
// the entry of the trail as its last statement and commits. Change may fill the object's id, version and
// details; it may be run again, so it changes nothing outside the transaction. A nil change is a read
// that is worth an entry: of withheld or personal data, or an export.
func (s *Service) Do(ctx context.Context, a Actor, act Action, o *Object, change func(*db.Tx) error) error {
	if err := s.Check(ctx, a, act, *o); err != nil {
		return err
	}
	return s.db.Write(ctx, func(tx *db.Tx) error {
		if change != nil {
			if err := change(tx); err != nil {
				return err
			}
		}
		return trail.Append(ctx, tx, s.entry(a, act, *o, trail.Done))
	})
}

// Check refuses what the rule table does not allow, and enters the refusal. An object that the actor may
// not even read is not found.
func (s *Service) Check(ctx context.Context, a Actor, act Action, o Object) error {
	if Can(a, act, o) {
		return nil
	}
	if s.refusals.first(a.Person.ID+" "+string(act), s.now()) {
		err := s.db.Write(ctx, func(tx *db.Tx) error {
			return trail.Append(ctx, tx, s.entry(a, act, o, trail.Refused))
		})
		if err != nil {
			return err
		}
	}
	switch {
	case !a.SignedIn():
		return fault.New(fault.Unauthenticated, wordSignIn)
	case !Can(a, act.read(), o):
		return fault.New(fault.NotFound, wordNotFound)
	}
	return fault.New(fault.Forbidden, wordForbidden.With(RoleLabels[a.Role]))
}

// read is the action that makes an object of the same room exist for an actor.
func (act Action) read() Action {
	room, _, _ := strings.Cut(string(act), ".")
	return Action(room + ".read")
}

func (s *Service) entry(a Actor, act Action, o Object, outcome trail.Outcome) *trail.Entry {
	return &trail.Entry{At: s.now(), Actor: a.Person.ID, Org: a.Org.ID, Role: string(a.Role), Act: string(act),
		Object: o.name(), Version: o.Version, Outcome: outcome, Details: o.Details}
}

// refusalPause is how long further refusals of the same act by the same person go without an entry.
const refusalPause = time.Minute
