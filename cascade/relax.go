package cascade

import (
	"fmt"
	"slices"
)

// relaxer solves the rules that have no closed order: it goes over all nodes
// again and again, each time with the newest values (Gauss-Seidel), upwards
// from the own losses, so it comes to the smallest solution.
type relaxer struct {
	sys  *System
	own  []float64
	rule Rule
	sort []float64
}

const (
	sweepLimit = 100_000
	precision  = 1e-13
)

func (s *relaxer) solve() ([]float64, error) {
	loss := slices.Clone(s.own)
	for range sweepLimit {
		if s.sweep(loss) < precision {
			for i := range loss {
				loss[i] = min(loss[i], 1)
			}
			return loss, nil
		}
	}
	return nil, fmt.Errorf("%s losses have not come to rest after %d sweeps", s.rule, sweepLimit)
}

// sweep renews every loss once and tells the largest change.
func (s *relaxer) sweep(loss []float64) (change float64) {
	for node := range loss {
		q := s.loss(int32(node), s.own[node], loss)
		change = max(change, q-loss[node])
		loss[node] = q
	}
	return change
}

func (s *relaxer) loss(node int32, own float64, loss []float64) float64 {
	kept, sum := 1-own, own
	for _, g := range s.sys.owned.of(node) {
		q := s.sys.model.Groups[g].Strength * s.groupLoss(g, loss)
		kept *= 1 - q
		sum += q
	}
	if s.rule == NoisyOr {
		return 1 - kept
	}
	return sum
}

// groupLoss is the loss of the k-th best provider.
func (s *relaxer) groupLoss(g int32, loss []float64) float64 {
	k := s.sys.model.Groups[g].K
	if k == 0 {
		return 0
	}
	s.sort = s.sort[:0]
	for _, provider := range s.sys.providers.of(g) {
		s.sort = append(s.sort, loss[provider])
	}
	if k == len(s.sort) {
		return slices.Max(s.sort)
	}
	slices.Sort(s.sort)
	return s.sort[k-1]
}

// stable says that losses of 1 everywhere, passed on without own losses, are
// all below 1 after some steps. Since the rule is monotone and homogeneous, its
// spectral radius is then below 1.
func (s *relaxer) stable() bool {
	const steps = 10_000
	loss := slices.Repeat([]float64{1}, len(s.own))
	next := make([]float64, len(loss))
	for range steps {
		for node := range next {
			next[node] = s.loss(int32(node), 0, loss)
		}
		loss, next = next, loss
		if len(loss) == 0 || slices.Max(loss) < 1 {
			return true
		}
	}
	return false
}
