package cascade

import (
	"context"
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
)

// Plan says how an uncertain system is sampled.
type Plan struct {
	Runs    int
	Seed    uint64
	Mode    Mode
	Workers int // 0: one for each processor; the results do not depend on it

	// Progress, if set, is called now and then with the number of runs that are
	// done, never by two goroutines at a time.
	Progress func(done int)
}

// MonteCarlo samples the system and returns the statistics over all runs. When
// ctx ends it returns its error.
func MonteCarlo(ctx context.Context, sys *System, plan Plan) (*Statistics, error) {
	tally, err := Sample(ctx, sys, plan, 0, plan.Runs)
	if err != nil {
		return nil, err
	}
	return tally.Statistics(), nil
}

// Sample does the runs from <= run < to of a plan. Tallies of other runs of the
// same plan, wherever they were made, may be merged into it.
func Sample(ctx context.Context, sys *System, plan Plan, from, to int) (*Tally, error) {
	if from < 0 || to <= from || to > plan.Runs {
		return nil, fmt.Errorf("runs %d to %d of %d: allowed: at least one run within the plan", from, to, plan.Runs)
	}
	s := sampling{ctx: ctx, sys: sys, plan: plan, from: from, to: to}
	s.next.Store(int64(from))
	workers := plan.Workers
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	tallies := make([]*Tally, min(workers, to-from))
	var group sync.WaitGroup
	for i := range tallies {
		group.Go(func() { tallies[i] = s.work() })
	}
	group.Wait()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	total := tallies[0]
	for _, t := range tallies[1:] {
		total.add(t)
	}
	total.spans = []span{{from, to}}
	return total, nil
}

// blockSize is how many runs a worker takes at a time.
const blockSize = 32

// sampling is the runs of one call of Sample, shared by its workers.
type sampling struct {
	ctx  context.Context
	sys  *System
	plan Plan
	from int
	to   int
	next atomic.Int64

	mu   sync.Mutex
	done int
}

// runner is an engine that does one run and tells what happened to each node.
type runner interface {
	run(dice)
	// each yields the nodes that were down, in ascending order: when first, and
	// for how many minutes in all.
	each(yield func(node int, first, down int32))
	Settled() bool
}

func (s *sampling) engine() runner {
	if s.plan.Mode == FailureOnly {
		return NewFailure(s.sys)
	}
	return NewRepair(s.sys)
}

func (s *sampling) work() *Tally {
	engine := s.engine()
	rows := newRows(s.sys, s.plan, s.to-s.from)
	for {
		from := int(s.next.Add(blockSize)) - blockSize
		to := min(from+blockSize, s.to)
		for run := from; run < to; run++ {
			if s.ctx.Err() != nil {
				return rows.tally
			}
			engine.run(newDice(s.plan.Seed, run))
			rows.count(engine)
		}
		if from >= s.to {
			rows.flush()
			return rows.tally
		}
		s.report(to - from)
	}
}

func (s *sampling) report(runs int) {
	if s.plan.Progress == nil {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.done += runs
	s.plan.Progress(s.done)
}

func (r *Repair) each(yield func(node int, first, down int32)) {
	for i := range r.nodes {
		if n := &r.nodes[i]; n.total > 0 {
			yield(i, n.first, n.total)
		}
	}
}

func (f *Failure) each(yield func(node int, first, down int32)) {
	for i, t := range f.at {
		if t < f.sys.horizon {
			yield(i, t, f.sys.horizon-t)
		}
	}
}

// Settled is always true: without repair nothing happens twice.
func (f *Failure) Settled() bool { return true }
