package check

import (
	"context"
	"fmt"
	"slices"
	"time"

	"kijun/internal/access"
	"kijun/internal/clock"
	"kijun/internal/db"
	"kijun/internal/fault"
	"kijun/internal/lang"
	"kijun/internal/submission"
)

// Sending is what a person decides when a summary is sent.
type Sending struct {
	To     string
	By     By
	Retain clock.Date // the last day on which the addressee may use it
	Seen   string     // hash of the payload that the person has looked at
}

// Sent is a summary that was sent.
type Sent struct {
	Copy string
	To   string
	At   time.Time
	By   string
}

// Parcel is what would leave: the summary, its bytes, and what they stand for.
type Parcel struct {
	Summary Summary
	Copy    submission.Copy // what Send would freeze; its Hash goes into Sending.Seen
}

var (
	wordParcel    = lang.Text{JA: "自己点検の集計（%s、%s）", EN: "Summary of a self-check (%s, %s)"}
	wordAddressee = lang.Text{JA: "この分野を所管する省庁から選んでください", EN: "choose a ministry that answers for the sector"}
	wordMoved     = lang.Text{JA: "確かめた後に点検の内容が変わりました。送る内容をもう一度確かめてください", EN: "the check has changed since you looked; look at what is sent once more"}
	wordTodo      = lang.Text{JA: "まだ回答が一つもないため、送る集計がありません", EN: "nothing is answered yet, so there is no summary to send"}
)

// Addressees are the ministries that answer for the sector of a check.
func (s *Service) Addressees(ctx context.Context, a access.Actor, c SelfCheck) ([]access.Org, error) {
	sectors := []string{c.Sector}
	if sector, ok := s.catalogue.Sector(c.Sector); ok && sector.Parent != "" {
		sectors = append(sectors, sector.Parent)
	}
	var found []access.Org
	for _, sector := range sectors {
		orgs, err := s.access.Orgs(ctx, a, access.Ministry, sector)
		if err != nil {
			return nil, err
		}
		for _, o := range orgs {
			if o.ID != c.Org && !slices.ContainsFunc(found, func(f access.Org) bool { return f.ID == o.ID }) {
				found = append(found, o)
			}
		}
	}
	return found, nil
}

// RetainUntil is the day that a form proposes: three years after the fiscal year ends.
func RetainUntil(year int) clock.Date { return clock.Date(fmt.Sprintf("%04d-03-31", year+4)) }

// Parcel returns exactly what Send would send, and sends nothing.
func (s *Service) Parcel(ctx context.Context, a access.Actor, id string, in Sending) (Parcel, error) {
	c, err := s.Get(ctx, a, id)
	if err != nil {
		return Parcel{}, err
	}
	return s.parcel(ctx, s.db(), a, c, in)
}

func (s *Service) parcel(ctx context.Context, from source, a access.Actor, c SelfCheck, in Sending) (Parcel, error) {
	sum, err := s.summary(ctx, from, c, in.By)
	if err != nil {
		return Parcel{}, err
	}
	if sum.All.Answered == 0 {
		return Parcel{}, fault.New(fault.Invalid, wordTodo)
	}
	to, err := s.Addressees(ctx, a, c)
	if err != nil {
		return Parcel{}, err
	}
	if !slices.ContainsFunc(to, func(o access.Org) bool { return o.ID == in.To }) {
		return Parcel{}, fault.InFields([]fault.Field{{Name: "to", Text: wordAddressee}})
	}
	last, err := loadLastSent(ctx, from, c.ID, in.To)
	if err != nil {
		return Parcel{}, err
	}
	frozen, err := submission.Preview(s.draft(c, sum, in, last), s.access.Now())
	return Parcel{sum, frozen}, err
}

func (s *Service) draft(c SelfCheck, sum Summary, in Sending, previous string) submission.Draft {
	sector := lang.Same(c.Sector)
	if found, ok := s.catalogue.Sector(c.Sector); ok {
		sector = found.Title
	}
	return submission.Draft{From: c.Org, To: in.To, Kind: SummaryKind, Schema: SummarySchema, Payload: sum.Payload(), Voluntary: true,
		Retain: in.Retain, Subject: c.ID, Title: wordParcel.With(c.YearLabel(), sector), Previous: previous}
}

// Send sends the summary that the person has looked at: a deliberate act of its own. A later summary of the
// same check to the same ministry replaces the earlier one.
func (s *Service) Send(ctx context.Context, a access.Actor, id string, in Sending) (copyID string, err error) {
	c, err := s.Get(ctx, a, id)
	if err != nil {
		return "", err
	}
	object := c.Object()
	copyID = s.access.NewID()
	return copyID, s.access.Do(ctx, a, access.CheckSend, &object, func(tx *db.Tx) error {
		c, err := loadCheck(ctx, tx, id)
		if err != nil {
			return err
		}
		p, err := s.parcel(ctx, tx, a, c, in)
		if err != nil {
			return err
		}
		if p.Copy.Hash != in.Seen {
			return fault.New(fault.Conflict, wordMoved)
		}
		now, by := s.nowBy(a)
		sent, err := submission.Send(ctx, tx, copyID, s.draft(c, p.Summary, in, p.Copy.Previous), by, now)
		if err != nil {
			return err
		}
		object.Version = "sha256:" + sent.Hash
		object.Details = map[string]string{"submission": sent.ID, "to": sent.To, "by": string(in.By)}
		return insertSent(ctx, tx, id, Sent{Copy: sent.ID, To: sent.To, At: now, By: by})
	})
}

// Sendings lists what was sent of a check, the newest first.
func (s *Service) Sendings(ctx context.Context, a access.Actor, id string) ([]Sent, error) {
	if _, err := s.Get(ctx, a, id); err != nil {
		return nil, err
	}
	return loadSent(ctx, s.db(), id)
}
