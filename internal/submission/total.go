package submission

import (
	"context"
	"strconv"

	"kijun/internal/access"
	"kijun/internal/clock"
	"kijun/internal/fault"
)

// Each calls do with every copy of a kind that counts and was sent to the actor's organisation, payload
// included. The whole reading is one entry of the trail; where nothing was sent there is none.
func (s *Service) Each(ctx context.Context, a access.Actor, kind string, do func(Copy) error) error {
	cs, err := listReceived(ctx, s.access.DB(), a, kind, clock.Day(s.access.Now()))
	if err != nil || len(cs) == 0 {
		return err
	}
	object := access.Object{Type: "submissions", ID: kind, To: a.Org.ID, Details: map[string]string{"read": "payloads", "copies": strconv.Itoa(len(cs))}}
	if err := s.access.Do(ctx, a, access.SubmissionRead, &object, nil); err != nil {
		return err
	}
	for _, c := range cs {
		if hash(c.Payload) != c.Hash {
			return fault.New(fault.Internal, wordBroken)
		}
		if err := do(c.seenBy(a)); err != nil {
			return err
		}
	}
	return nil
}

// Nameless is a copy as far as a sum over it needs.
type Nameless struct {
	Schema  string
	Payload []byte
	Sender  int // tells senders apart within one call, and says nothing else
}

// Totals calls do with every copy of a kind in the installation that counts: without id, title, sender or
// time, in an order that says nothing. A record that went to several addressees comes once. What do makes
// of it are sums; that a sum over few senders is not shown is up to who shows it.
func (s *Service) Totals(ctx context.Context, a access.Actor, kind string, do func(Nameless) error) error {
	if err := s.access.Check(ctx, a, access.SubmissionTotal, access.Object{Type: "submissions", ID: kind}); err != nil {
		return err
	}
	rows, err := listNameless(ctx, s.access.DB(), kind, clock.Day(s.access.Now()))
	if err != nil {
		return err
	}
	senders := map[string]int{}
	for _, r := range rows {
		if hash(r.Payload) != r.Hash {
			return fault.New(fault.Internal, wordBroken)
		}
		if senders[r.From] == 0 {
			senders[r.From] = len(senders) + 1
		}
		if err := do(Nameless{Schema: r.Schema, Payload: r.Payload, Sender: senders[r.From]}); err != nil {
			return err
		}
	}
	return nil
}
