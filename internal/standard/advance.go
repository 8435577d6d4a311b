package standard

import (
	"context"
	"slices"
	"strings"

	"kijun/internal/access"
	"kijun/internal/db"
	"kijun/internal/fault"
	"kijun/internal/lang"
)

// next lists the states that may follow a state. In-house rules need no consultation.
var next = map[string][]string{
	Draft:          {InConsultation, Decided},
	InConsultation: {Decided},
	Decided:        {InForce},
	InForce:        {Superseded},
}

// MayBecome returns the states that a record may be brought into next.
func (r *Record) MayBecome() []string {
	if r.Status == Draft && r.Tier != InHouse {
		return []string{InConsultation}
	}
	return next[r.Status]
}

// ActionTo is what the rule table asks of whoever brings a record into a state.
func ActionTo(status string) access.Action {
	if status == InConsultation {
		return access.StandardEdit
	}
	return access.StandardDecide
}

var (
	wordNoStep     = lang.Text{JA: "「%s」の文書を「%s」にすることはできません。できるのは: %s", EN: "a document that is %q cannot become %q; it can become: %s"}
	wordMoved      = lang.Text{JA: "ほかの人が先に状態を変えました。今は「%s」です", EN: "somebody else changed the state; it is %q now"}
	wordReplacedBy = lang.Text{JA: "第%s版の施行に伴う", EN: "edition %s came into force"}
	wordNothing    = lang.Text{JA: "なし", EN: "nothing"}
)

// Advance brings a record into another state: draft, in consultation, decided, in force, superseded. The
// edition that was in force is superseded in the same act.
func (s *Service) Advance(ctx context.Context, a access.Actor, id, to, comment string) error {
	r, err := s.record(ctx, a, id)
	if err != nil {
		return err
	}
	from := r.Status
	if !slices.Contains(r.MayBecome(), to) {
		return fault.New(fault.Invalid, wordNoStep.With(StatusLabels[from], statusLabel(to), statusLabels(r.MayBecome())))
	}
	o := r.Object()
	o.Details = map[string]string{"from": from, "to": to}
	return s.access.Do(ctx, a, ActionTo(to), &o, func(tx *db.Tx) error {
		if err := s.step(ctx, tx, a, &r, from, to, strings.TrimSpace(comment)); err != nil {
			return err
		}
		if to == InForce {
			return s.supersede(ctx, tx, a, &r)
		}
		return nil
	})
}

// step brings one record from one state into another.
func (s *Service) step(ctx context.Context, tx *db.Tx, a access.Actor, r *Record, from, to, comment string) error {
	moved := *r
	moved.Status, moved.Audience = to, audience(r.Tier, r.Publication, to)
	moved.Changed, moved.ChangedBy = s.access.Now(), a.Person.ID
	ok, err := setStatus(ctx, tx, &moved, from)
	if err != nil {
		return err
	}
	if !ok {
		now, err := loadRecord(ctx, tx, r.ID)
		if err != nil {
			return err
		}
		return fault.New(fault.Conflict, wordMoved.With(StatusLabels[now.Status]))
	}
	return insertStep(ctx, tx, r.ID, to, moved.Changed, moved.ChangedBy, comment)
}

// supersede ends the editions of the document that were in force before.
func (s *Service) supersede(ctx context.Context, tx *db.Tx, a access.Actor, r *Record) error {
	editions, err := sameDocument(ctx, tx, r.within(), r.Document)
	if err != nil {
		return err
	}
	for _, old := range editions {
		if old.ID == r.ID || old.Status != InForce {
			continue
		}
		if err := s.step(ctx, tx, a, &old, InForce, Superseded, wordReplacedBy.With(r.Edition).JA); err != nil {
			return err
		}
	}
	return nil
}

func statusLabel(status string) lang.Text {
	if t, ok := StatusLabels[status]; ok {
		return t
	}
	return lang.Same(status)
}

func statusLabels(statuses []string) lang.Text {
	if len(statuses) == 0 {
		return wordNothing
	}
	var ja, en []string
	for _, st := range statuses {
		ja, en = append(ja, StatusLabels[st].JA), append(en, StatusLabels[st].EN)
	}
	return lang.Text{JA: strings.Join(ja, "、"), EN: strings.Join(en, ", ")}
}
