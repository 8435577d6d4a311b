package overview

import (
	"fmt"
	"sync"

	"kijun/internal/check"
)

// summary is one summary as far as the sums need it.
type summary struct {
	sector string
	year   int
	total  Tally
	items  map[string]Tally // none where the sender told groups only
}

// readSummary reads what was sent. Payloads come from outside: one that keeps to no schema, or with numbers
// that contradict each other, is an error.
func readSummary(payload []byte) (summary, error) {
	sent, err := check.ReadSummary(payload)
	if err != nil {
		return summary{}, err
	}
	s := summary{sector: sent.Sector, year: sent.Year, total: tallyOf(sent.All)}
	if sent.By == check.ByItem {
		s.items = make(map[string]Tally, len(sent.Rows))
		for _, r := range sent.Rows {
			s.items[r.ID] = tallyOf(r.SummaryRow)
		}
	}
	return s, nil
}

func tallyOf(r check.SummaryRow) Tally {
	answer := func(a check.SummaryAnswers) Answer { return Answer{a.Yes, a.Partly, a.No, a.Unanswered} }
	return Tally{Entries: r.Entries, NotApplicable: r.NotApplicable, InPlace: answer(r.InPlace), InOperation: answer(r.InOperation), Effective: answer(r.Effective)}
}

// mostRead is how many summaries stay read: some 20 MB.
const mostRead = 5_000

// readings keeps what was read of payloads by their hash: what was frozen never changes. It is safe for use
// by several goroutines.
type readings struct {
	mu     sync.Mutex
	byHash map[string]reading
}

type reading struct {
	summary
	err error
}

func (rs *readings) find(hash string) (reading, bool) {
	rs.mu.Lock()
	defer rs.mu.Unlock()
	r, ok := rs.byHash[hash]
	return r, ok
}

func (rs *readings) keep(hash string, r reading) {
	rs.mu.Lock()
	defer rs.mu.Unlock()
	for old := range rs.byHash { // whichever: beyond the limit some are read again each time
		if len(rs.byHash) < mostRead {
			break
		}
		delete(rs.byHash, old)
	}
	rs.byHash[hash] = r
}

// reader reads payloads for one sum. It holds on to what it said it knows.
type reader struct {
	*readings
	found map[string]reading
}

func (s *Service) reader() reader { return reader{&s.readings, map[string]reading{}} }

// knows reports whether the content of a hash was read before.
func (r reader) knows(hash string) bool {
	got, ok := r.find(hash)
	if ok {
		r.found[hash] = got
	}
	return ok
}

// one is what a payload says, as it was read before or now.
func (r reader) one(schema, hash string, payload []byte) (summary, error) {
	if known, ok := r.found[hash]; ok {
		return known.summary, known.err
	}
	return r.read(schema, hash, payload)
}

// read reads a payload, and keeps what it read.
func (rs *readings) read(schema, hash string, payload []byte) (summary, error) {
	if schema != check.SummarySchema {
		return summary{}, fmt.Errorf("schema %q", schema)
	}
	s, err := readSummary(payload)
	rs.keep(hash, reading{s, err})
	return s, err
}
