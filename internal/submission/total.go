package submission

import (
	"context"
	"slices"
	"strconv"

	"kijun/internal/access"
	"kijun/internal/clock"
	"kijun/internal/fault"
)

// Each calls do with every copy of a kind that counts and was sent to the actor's organisation. The whole
// reading is one entry of the trail; where nothing was sent there is none. The payload is nil where the
// caller knows the content of that hash already.
func (s *Service) Each(ctx context.Context, a access.Actor, kind string, knows func(hash string) bool, do func(Copy) error) error {
	rows, err := listReceived(ctx, s.access.DB(), a, kind, clock.Day(s.access.Now()))
	if err != nil || len(rows) == 0 {
		return err
	}
	object := access.Object{Type: "submissions", ID: kind, To: a.Org.ID, Details: map[string]string{"read": "payloads", "copies": strconv.Itoa(len(rows))}}
	if err := s.access.Do(ctx, a, access.SubmissionRead, &object, nil); err != nil {
		return err
	}
	for some := range slices.Chunk(rows, payloadsAtOnce) {
		if err := s.fillPayloads(ctx, some, knows); err != nil {
			return err
		}
		for i := range some {
			if err := do(some[i].copy().seenBy(a)); err != nil {
				return err
			}
		}
	}
	return nil
}

// Nameless is a copy as far as a sum over it needs.
type Nameless struct {
	Schema  string
	Hash    string // of the payload: the same content has the same hash
	Payload []byte // nil where the caller knows the content of that hash already
	Sender  int    // tells senders apart within one call, and says nothing else
}

// Totals calls do with every copy of a kind in the installation that counts: without id, title, sender or
// time, in an order that says nothing. A record that went to several addressees comes once. What was frozen
// never changes, so a caller that keeps what it made of a payload says that it knows the hash, and is
// spared the payload. What do makes of it are sums; that a sum over few senders is not shown is up to who
// shows it.
func (s *Service) Totals(ctx context.Context, a access.Actor, kind string, knows func(hash string) bool, do func(Nameless) error) error {
	if err := s.access.Check(ctx, a, access.SubmissionTotal, access.Object{Type: "submissions", ID: kind}); err != nil {
		return err
	}
	rows, err := listNameless(ctx, s.access.DB(), kind, clock.Day(s.access.Now()))
	if err != nil {
		return err
	}
	senders := map[string]int{}
	for some := range slices.Chunk(rows, payloadsAtOnce) {
		if err := s.fillPayloads(ctx, some, knows); err != nil {
			return err
		}
		for _, r := range some {
			if senders[r.From] == 0 {
				senders[r.From] = len(senders) + 1
			}
			if err := do(Nameless{Schema: r.Schema, Hash: r.Hash, Payload: r.Payload, Sender: senders[r.From]}); err != nil {
				return err
			}
		}
	}
	return nil
}

// payloadsAtOnce is how many payloads a sum holds in memory.
const payloadsAtOnce = 200

// fillPayloads reads the payloads of rows that the caller does not know.
func (s *Service) fillPayloads(ctx context.Context, rows []row, knows func(string) bool) error {
	at := map[string]int{}
	for i, r := range rows {
		if !knows(r.Hash) {
			at[r.ID] = i
		}
	}
	payloads, err := loadPayloads(ctx, s.access.DB(), at)
	if err != nil {
		return err
	}
	for _, p := range payloads {
		if hash(p.Payload) != rows[at[p.ID]].Hash {
			return fault.New(fault.Internal, wordBroken)
		}
		rows[at[p.ID]].Payload = p.Payload
	}
	return nil
}
