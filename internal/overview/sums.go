package overview

import (
	"cmp"
	"context"
	"slices"

	"kijun/internal/access"
	"kijun/internal/check"
	"kijun/internal/submission"
)

// Fewest is how many organisations a sum without names has at least.
const Fewest = 3

// Kind is the kind of submission that is summed.
const Kind = check.SummaryKind

// Answer counts what one of the three questions was answered.
type Answer struct{ Yes, Partly, No, Open int }

// Total is how many entries the question was asked of.
func (a Answer) Total() int { return a.Yes + a.Partly + a.No + a.Open }

func (a *Answer) add(b Answer) {
	a.Yes, a.Partly, a.No, a.Open = a.Yes+b.Yes, a.Partly+b.Partly, a.No+b.No, a.Open+b.Open
}

// Tally counts the entries of self-checks and their answers.
type Tally struct {
	Entries       int
	NotApplicable int
	InPlace       Answer
	InOperation   Answer
	Effective     Answer
}

func (t *Tally) add(b Tally) {
	t.Entries += b.Entries
	t.NotApplicable += b.NotApplicable
	t.InPlace.add(b.InPlace)
	t.InOperation.add(b.InOperation)
	t.Effective.add(b.Effective)
}

// Sum is what the summaries of one fiscal year add up to.
type Sum struct {
	Year          int // fiscal year
	Organisations int
	Tally
	Items   map[string]Tally
	ByGroup int // of the organisations, those whose summaries say nothing of single items
}

// adding is a sum under way.
type adding struct {
	sum     Sum
	senders map[string]bool
}

// sums adds up summaries by sector and fiscal year.
type sums map[sumKey]*adding

type sumKey struct {
	sector string
	year   int
}

func (ss sums) add(sector string, sender string, s summary) {
	key := sumKey{sector, s.year}
	a := ss[key]
	if a == nil {
		a = &adding{Sum{Year: s.year, Items: map[string]Tally{}}, map[string]bool{}}
		ss[key] = a
	}
	a.sum.Tally.add(s.total)
	for id, t := range s.items {
		sum := a.sum.Items[id]
		sum.add(t)
		a.sum.Items[id] = sum
	}
	if len(s.items) == 0 {
		a.sum.ByGroup++
	}
	a.senders[sender] = true
	a.sum.Organisations = len(a.senders)
}

// years returns the sums of a sector, the newest year first.
func (ss sums) years(sector string) []Sum {
	var out []Sum
	for key, a := range ss {
		if key.sector == sector {
			out = append(out, a.sum)
		}
	}
	slices.SortFunc(out, func(a, b Sum) int { return cmp.Compare(b.Year, a.Year) })
	return out
}

// listedSectors are, by the id of every sector, the one of the guideline's scheme that it is or belongs to.
func (s *Service) listedSectors() map[string]string {
	out := map[string]string{}
	for _, l := range s.Listed() {
		for _, of := range s.Catalogue.Sectors.Sectors {
			if s.Catalogue.Related(of.ID, l.ID) {
				out[of.ID] = l.ID
			}
		}
	}
	return out
}

// Sent is one summary that a ministry received, as its list shows it: who and when, no result.
type Sent struct {
	Org  access.Org
	Year int
	submission.Copy
}

// receivedSums adds up what the actor's organisation received in a sector, and lists it by the reading of
// the senders' names.
func (s *Service) receivedSums(ctx context.Context, a access.Actor, sector string) (years []Sum, sent []Sent, unread int, err error) {
	adds, read := sums{}, s.reader()
	err = s.Submissions.Each(ctx, a, Kind, read.knows, func(c submission.Copy) error {
		sum, err := read.one(c.Schema, c.Hash, c.Payload)
		switch {
		case err != nil: // it came from outside and keeps to no schema that is known here
			unread++
		case s.Catalogue.Related(sum.sector, sector):
			adds.add(sector, c.From, sum)
			c.Payload = nil
			sent = append(sent, Sent{Org: access.Org{ID: c.From}, Year: sum.year, Copy: c})
		}
		return nil
	})
	if err == nil {
		err = s.nameSenders(ctx, a, sent)
	}
	return adds.years(sector), sent, unread, err
}

// nameSenders fills in who sent, and sorts: by reading, then by year. Never by what was answered.
func (s *Service) nameSenders(ctx context.Context, a access.Actor, sent []Sent) error {
	if len(sent) == 0 {
		return nil
	}
	orgs, err := s.Access.Orgs(ctx, a, access.Operator, "")
	if err != nil {
		return err
	}
	byID := map[string]access.Org{}
	for _, o := range orgs {
		byID[o.ID] = o
	}
	for i := range sent {
		o, ok := byID[sent[i].From]
		if !ok { // no operator today
			if o, err = s.Access.Org(ctx, a, sent[i].From); err != nil {
				return err
			}
		}
		sent[i].Org = o
	}
	slices.SortFunc(sent, func(a, b Sent) int {
		return cmp.Or(cmp.Compare(a.Org.Kana, b.Org.Kana), cmp.Compare(a.Org.ID, b.Org.ID), cmp.Compare(b.Year, a.Year), cmp.Compare(a.ID, b.ID))
	})
	return nil
}
