package cascade

import (
	"context"
	"slices"
)

// Remedy is a change of one group that would have helped against a deadlock.
type Remedy struct {
	Group         int
	StartOnBuffer bool    // let the owner start on the buffer
	Buffer        Minutes // the buffer that it takes; as it is, or longer
}

// Remedies looks for changes after which no node of the result is stuck. It
// tries every blocked group of the knots: first the ability to start on the
// buffer as it is, then with the shortest buffer that suffices. If one change is
// enough the smallest is returned alone: the least buffer to add, then the
// first group. Otherwise it takes, one after the other, the change that frees
// most. That set need not be the smallest. The list is empty when nothing is
// stuck, or when no such change helps.
func Remedies(ctx context.Context, result *Result) ([]Remedy, error) {
	var chosen []Remedy
	sys := result.sys
	for stuck := result; len(stuck.Stuck) > 0; {
		best, next, err := bestRemedy(ctx, sys, stuck, result.mode)
		if err != nil || next == nil {
			return nil, err
		}
		chosen = append(chosen, best)
		sys, stuck = next.sys, next
	}
	return chosen, nil
}

// bestRemedy is the single change that leaves the fewest stuck.
func bestRemedy(ctx context.Context, sys *System, stuck *Result, mode Mode) (best Remedy, after *Result, err error) {
	fewest := len(stuck.Stuck)
	for _, g := range knotGroups(sys, stuck) {
		if err := ctx.Err(); err != nil {
			return best, nil, err
		}
		remedy, res, err := shortestBuffer(sys, g, mode)
		if err != nil {
			return best, nil, err
		}
		left := len(res.Stuck)
		if left < fewest || left == fewest && after != nil && remedy.added(sys) < best.added(sys) {
			fewest, best, after = left, remedy, res
		}
	}
	return best, after, nil
}

// added is how much buffer the remedy costs.
func (r Remedy) added(sys *System) Minutes {
	if has := sys.model.Groups[r.Group].Buffer.a; r.Buffer > has {
		return r.Buffer - has
	}
	return 0
}

// knotGroups are the groups, ascending, through which members of the knots wait
// for stuck nodes.
func knotGroups(sys *System, res *Result) []int {
	var groups []int
	for _, knot := range res.Deadlocks {
		for _, node := range knot {
			for _, g := range sys.owned.of(int32(node)) {
				waits := func(p int32) bool { return slices.Contains(knot, int(p)) }
				if slices.ContainsFunc(sys.providers.of(g), waits) {
					groups = append(groups, int(g))
				}
			}
		}
	}
	slices.Sort(groups)
	return groups
}

// shortestBuffer finds the smallest buffer, not below the present one, with
// which a start on it frees as many as an endless one would. More buffer never
// frees fewer, so the search halves.
func shortestBuffer(sys *System, g int, mode Mode) (Remedy, *Result, error) {
	has := sys.model.Groups[g].Buffer.a
	run := func(buffer Minutes) (*Result, error) {
		changed, err := sys.withGroup(g, func(g *Group) { g.Buffer, g.StartOnBuffer = Fixed(buffer), true })
		if err != nil {
			return nil, err
		}
		return Run(changed, mode)
	}
	ideal, err := run(Inf)
	if err != nil {
		return Remedy{}, nil, err
	}
	low, high, res := min(has, sys.model.Horizon), sys.model.Horizon, ideal
	for low < high {
		mid := (low + high) / 2
		at, err := run(mid)
		if err != nil {
			return Remedy{}, nil, err
		}
		if len(at.Stuck) <= len(ideal.Stuck) {
			high, res = mid, at
		} else {
			low = mid + 1
		}
	}
	buffer := high
	if has > high {
		buffer = has
	}
	return Remedy{g, true, buffer}, res, nil
}
