package cascade

import (
	"errors"
	"fmt"
	"slices"
)

// Tally is what was seen in some runs of a plan. It keeps every value, so that
// quantiles are exact and the order of runs and merges does not matter.
type Tally struct {
	sys       *System
	seed      uint64
	mode      Mode
	spans     []span // runs that are counted, ascending
	unsettled int
	nodes     []sample
	downMin   []int64 // per run, summed over nodes
	userMin   []int64
	nodesDown []int64
}

// span is the runs from <= run < to.
type span struct{ from, to int }

// sample is what was seen of one node in the runs in which it was down.
type sample struct {
	first, down []uint32 // minutes
}

func newTally(sys *System, plan Plan) *Tally {
	return &Tally{sys: sys, seed: plan.Seed, mode: plan.Mode, nodes: make([]sample, len(sys.model.Nodes))}
}

// Runs is how many runs are counted.
func (t *Tally) Runs() int { return len(t.downMin) }

// rows hold a few runs, one after the other, before they are put behind the
// samples of each node: to visit the lists of every node in every run would
// cost as much again as a quarter of the run.
type rows struct {
	tally       *Tally
	most        int      // runs that the tally can come to hold
	filled      int      // rows in use
	first, down []uint32 // a row is a value for each node; down is 0 for one that was up
}

// rowsSize bounds the values in the rows, so that they stay in the cache for
// small systems and in memory for large ones.
const rowsSize = 1 << 20

func newRows(sys *System, plan Plan, most int) *rows {
	nodes := len(sys.model.Nodes)
	count := max(1, min(blockSize, rowsSize/max(1, nodes)))
	return &rows{tally: newTally(sys, plan), most: most, first: make([]uint32, count*nodes), down: make([]uint32, count*nodes)}
}

// count adds a run.
func (r *rows) count(engine runner) {
	t := r.tally
	nodes := len(t.nodes)
	first, down := r.first[r.filled*nodes:][:nodes], r.down[r.filled*nodes:][:nodes]
	var downMin, userMin, nodesDown int64
	engine.each(func(node int, from, minutes int32) {
		first[node], down[node] = uint32(from), uint32(minutes)
		downMin += int64(minutes)
		userMin += int64(minutes) * t.sys.model.Nodes[node].Users
		nodesDown++
	})
	t.downMin = append(t.downMin, downMin)
	t.userMin = append(t.userMin, userMin)
	t.nodesDown = append(t.nodesDown, nodesDown)
	if !engine.Settled() {
		t.unsettled++
	}
	if r.filled++; r.filled*nodes >= len(r.down) {
		r.flush()
	}
}

// flush moves the rows to the samples.
func (r *rows) flush() {
	nodes := len(r.tally.nodes)
	used := r.down[:r.filled*nodes]
	for node := range nodes {
		s := &r.tally.nodes[node]
		for i := node; i < len(used); i += nodes {
			if used[i] > 0 {
				s.add(r.first[i], used[i], r.most)
			}
		}
	}
	clear(used)
	r.filled = 0
}

// add doubles full lists, up to the length that they can come to have.
func (s *sample) add(first, down uint32, most int) {
	if n := len(s.down); n == cap(s.down) {
		more := min(max(n, 8), most-n)
		s.first, s.down = slices.Grow(s.first, more), slices.Grow(s.down, more)
	}
	s.first = append(s.first, first)
	s.down = append(s.down, down)
}

// Merge adds other runs of the same plan over the same model. It refuses runs
// that are counted already.
func (t *Tally) Merge(other *Tally) error {
	if t.seed != other.seed || t.mode != other.mode || t.sys.horizon != other.sys.horizon || len(t.nodes) != len(other.nodes) {
		return errors.New("the tallies come from different plans or models")
	}
	spans, err := mergeSpans(t.spans, other.spans)
	if err != nil {
		return err
	}
	t.spans = spans
	t.add(other)
	return nil
}

func (t *Tally) add(other *Tally) {
	t.unsettled += other.unsettled
	for i := range t.nodes {
		t.nodes[i].first = append(t.nodes[i].first, other.nodes[i].first...)
		t.nodes[i].down = append(t.nodes[i].down, other.nodes[i].down...)
	}
	t.downMin = append(t.downMin, other.downMin...)
	t.userMin = append(t.userMin, other.userMin...)
	t.nodesDown = append(t.nodesDown, other.nodesDown...)
}

// mergeSpans joins spans that touch.
func mergeSpans(a, b []span) ([]span, error) {
	all := slices.Concat(a, b)
	slices.SortFunc(all, func(x, y span) int { return x.from - y.from })
	joined := all[:0]
	for _, s := range all {
		last := len(joined) - 1
		switch {
		case last < 0 || s.from > joined[last].to:
			joined = append(joined, s)
		case s.from < joined[last].to:
			return nil, fmt.Errorf("run %d is counted in both tallies", s.from)
		default:
			joined[last].to = s.to
		}
	}
	return joined, nil
}
