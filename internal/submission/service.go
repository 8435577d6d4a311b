package submission

import (
	"context"
	"strconv"

	"kijun/internal/access"
	"kijun/internal/clock"
	"kijun/internal/db"
	"kijun/internal/fault"
	"kijun/internal/lang"
	"kijun/internal/page"
)

// Service is the room's use cases.
type Service struct{ access *access.Service }

// New returns the service.
func New(a *access.Service) *Service { return &Service{access: a} }

// Filter narrows a list.
type Filter struct {
	State   State
	Kind    string
	Subject string // of one's own record; for what one sent
}

// Sent lists what the actor's organisation sent, the newest first, without payloads.
func (s *Service) Sent(ctx context.Context, a access.Actor, f Filter, from string) (cs []Copy, next string, err error) {
	return s.list(ctx, a, "c.from_org", f, from)
}

// Received lists what was sent to the actor's organisation, the newest first, without payloads.
func (s *Service) Received(ctx context.Context, a access.Actor, f Filter, from string) (cs []Copy, next string, err error) {
	f.Subject = "" // the sender's own affair
	return s.list(ctx, a, "c.to_org", f, from)
}

func (s *Service) list(ctx context.Context, a access.Actor, end string, f Filter, from string) ([]Copy, string, error) {
	after, err := page.Parse(from, page.Number, page.Text)
	if err != nil {
		return nil, "", err
	}
	cs, err := list(ctx, s.access.DB(), a, end, f, after, page.Default+1)
	if err != nil {
		return nil, "", err
	}
	for i := range cs {
		cs[i] = cs[i].seenBy(a)
	}
	shown, next := page.Cut(cs, page.Default, func(c Copy) page.Cursor { return page.Cursor{db.Micros(c.Sent), c.ID} })
	return shown, next, nil
}

// seenBy takes away what only the sender may know.
func (c Copy) seenBy(a access.Actor) Copy {
	if a.Org.ID != c.From {
		c.Subject = ""
	}
	return c
}

// Counts are how many copies stand in which state; replaced ones do not count.
type Counts struct{ Sent, Received map[State]int }

// Counts counts what the actor's organisation sent and received.
func (s *Service) Counts(ctx context.Context, a access.Actor) (c Counts, err error) {
	if c.Sent, err = count(ctx, s.access.DB(), a, "c.from_org"); err != nil {
		return Counts{}, err
	}
	c.Received, err = count(ctx, s.access.DB(), a, "c.to_org")
	return c, err
}

// Get returns a copy with its steps, without its payload.
func (s *Service) Get(ctx context.Context, a access.Actor, id string) (Copy, error) {
	c, err := load(ctx, s.access.DB(), id)
	if err != nil {
		return Copy{}, err
	}
	if err := s.access.Check(ctx, a, access.SubmissionRead, c.object()); err != nil {
		return Copy{}, err
	}
	return c.seenBy(a), nil
}

var wordBroken = lang.Text{JA: "保存された内容が、送られたときの指紋（SHA-256）と一致しません。内容は表示しません。管理者に連絡してください",
	EN: "what is stored no longer matches the hash (SHA-256) of what was sent, and is not shown; tell the administrator"}

// Open returns a copy with its payload. Reading what another organisation sent is an entry of the trail,
// and the first reading by somebody who may answer for the addressee receives it. After the day of
// retention the addressee gets the copy without its payload.
func (s *Service) Open(ctx context.Context, a access.Actor, id string) (Copy, error) {
	c, err := s.Get(ctx, a, id)
	if err != nil {
		return Copy{}, err
	}
	if a.Org.ID != c.From {
		if c.Ended(clock.Day(s.access.Now())) {
			return c, nil
		}
		if c, err = s.enter(ctx, a, c); err != nil {
			return Copy{}, err
		}
	}
	if c.Payload, err = loadPayload(ctx, s.access.DB(), id); err != nil {
		return Copy{}, err
	}
	if hash(c.Payload) != c.Hash {
		return Copy{}, fault.New(fault.Internal, wordBroken)
	}
	return c, nil
}

// enter puts the reading into the trail: as the receipt, if it is that.
func (s *Service) enter(ctx context.Context, a access.Actor, c Copy) (Copy, error) {
	if c.May(a, Received) {
		err := s.step(ctx, a, c, Received, "")
		if err != nil && !fault.Is(err, fault.Conflict) {
			return Copy{}, err
		}
		if err == nil {
			return s.Get(ctx, a, c.ID)
		}
		if c, err = s.Get(ctx, a, c.ID); err != nil { // somebody else was first
			return Copy{}, err
		}
	}
	object := c.object()
	object.Details = map[string]string{"read": "payload"}
	return c, s.access.Do(ctx, a, access.SubmissionRead, &object, nil)
}

// Receive notes that the addressee has the copy, without reading it.
func (s *Service) Receive(ctx context.Context, a access.Actor, id string, version int) error {
	return s.to(ctx, a, id, version, Received, "", false)
}

// Return asks the sender for a better version, and says why.
func (s *Service) Return(ctx context.Context, a access.Actor, id string, version int, comment string) error {
	return s.to(ctx, a, id, version, Returned, comment, true)
}

// Accept takes the copy as it is.
func (s *Service) Accept(ctx context.Context, a access.Actor, id string, version int, comment string) error {
	return s.to(ctx, a, id, version, Accepted, comment, false)
}

// Withdraw marks the copy as withdrawn by its sender. It stays where it is.
func (s *Service) Withdraw(ctx context.Context, a access.Actor, id string, version int, comment string) error {
	return s.to(ctx, a, id, version, Withdrawn, comment, false)
}

func (s *Service) to(ctx context.Context, a access.Actor, id string, version int, to State, said string, needed bool) error {
	c, err := load(ctx, s.access.DB(), id)
	if err != nil {
		return err
	}
	if err := s.access.Check(ctx, a, actionTo[to], c.object()); err != nil {
		return err
	}
	if said, err = comment(said, needed); err != nil {
		return err
	}
	if c.Version != version {
		return s.conflict(ctx, a, c)
	}
	if !c.open(to) {
		return fault.New(fault.Conflict, wordNotNow.With(StateLabels[c.State], StateLabels[to]))
	}
	return s.step(ctx, a, c, to, said)
}

// step brings a copy to a state, if it still is as c says.
func (s *Service) step(ctx context.Context, a access.Actor, c Copy, to State, said string) error {
	object := c.object()
	object.Details = map[string]string{"to": string(to), "step": strconv.Itoa(c.Version + 1)}
	st := Step{State: to, At: s.access.Now(), Person: a.Person.ID, Org: a.Org.ID, Comment: said}
	return s.access.Do(ctx, a, actionTo[to], &object, func(tx *db.Tx) error {
		n, err := move(ctx, tx, c, st)
		if err == nil && n == 0 {
			err = fault.New(fault.Conflict, wordMeanwhile)
		}
		return err
	})
}

var (
	wordNotNow    = lang.Text{JA: "いまの状態（%s）からは「%s」にできません", EN: "in its present state (%s) it cannot become %s"}
	wordMeanwhile = lang.Text{JA: "ほかの人が先に状態を変えました。ページを開き直してください", EN: "somebody else changed its state first; open the page again"}
	wordChangedBy = lang.Text{JA: "%sが %s に「%s」にしました。ページを開き直して、内容を確かめてください", EN: "%s changed this at %s (%s); open the page again and look at it"}
)

// conflict says who changed the copy since the actor looked at it, and when.
func (s *Service) conflict(ctx context.Context, a access.Actor, c Copy) error {
	last := c.Steps[len(c.Steps)-1]
	names, err := s.access.Names(ctx, []string{last.Org})
	if err != nil {
		return err
	}
	who := names[last.Org]
	if last.Org == a.Org.ID {
		people, err := s.access.PersonNames(ctx, []string{last.Person})
		if err != nil {
			return err
		}
		who = lang.Same(people[last.Person])
	}
	return fault.New(fault.Conflict, wordChangedBy.With(who, Moment(last.At), StateLabels[last.State]))
}
