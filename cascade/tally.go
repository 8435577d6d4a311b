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

func (t *Tally) count(engine runner) {
	var downMin, userMin, nodesDown int64
	engine.each(func(node int, first, down int32) {
		n := &t.nodes[node]
		n.first = append(n.first, uint32(first))
		n.down = append(n.down, uint32(down))
		downMin += int64(down)
		userMin += int64(down) * t.sys.model.Nodes[node].Users
		nodesDown++
	})
	t.downMin = append(t.downMin, downMin)
	t.userMin = append(t.userMin, userMin)
	t.nodesDown = append(t.nodesDown, nodesDown)
	if !engine.Settled() {
		t.unsettled++
	}
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
