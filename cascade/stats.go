package cascade

import (
	"math"
	"math/big"
	"slices"
)

// Statistics are what is known after many runs. Quantiles are by nearest rank
// over all runs: the p-quantile of n runs is the ceil(p*n)-th smallest value.
type Statistics struct {
	Runs      int
	Unsettled int // runs that were given up; see [Repair.Settled]
	Nodes     []NodeStatistics
	DownMin   Spread // node minutes in a run, over all nodes
	UserMin   Spread // user minutes in a run
	NodesDown Spread // nodes that were ever down in a run
}

// NodeStatistics are those of one node.
type NodeStatistics struct {
	DownRuns  int       // runs in which the node was down
	PDown     float64   // their share
	FirstDown Quantiles // a run without an outage counts as Inf
	DownMin   Spread    // a run without an outage counts as 0
}

// Quantiles of a time; Inf is never.
type Quantiles struct{ P10, P50, P90 Minutes }

// Spread is a mean with quantiles.
type Spread struct {
	Mean          float64
	P10, P50, P90 int64
}

// Statistics of the runs in the tally.
func (t *Tally) Statistics() *Statistics {
	s := &Statistics{
		Runs:      t.Runs(),
		Unsettled: t.unsettled,
		Nodes:     make([]NodeStatistics, len(t.nodes)),
		DownMin:   spreadOf(t.downMin),
		UserMin:   spreadOf(t.userMin),
		NodesDown: spreadOf(t.nodesDown),
	}
	for i := range t.nodes {
		s.Nodes[i] = t.nodes[i].statistics(t.Runs())
	}
	return s
}

func (s *sample) statistics(runs int) NodeStatistics {
	p10, p50, p90 := rank(10, runs), rank(50, runs), rank(90, runs)
	up := runs - len(s.down) // these runs count as 0 and stand in front
	first := selectRanks(s.first, [3]int{p10, p50, p90})
	down := selectRanks(s.down, [3]int{p10 - up, p50 - up, p90 - up})
	var sum uint64
	for _, v := range s.down {
		sum += uint64(v)
	}
	orNever := func(place int, v uint32) Minutes {
		if place >= len(s.first) {
			return Inf
		}
		return Minutes(v)
	}
	return NodeStatistics{
		DownRuns:  len(s.down),
		PDown:     float64(len(s.down)) / float64(runs),
		FirstDown: Quantiles{orNever(p10, first[0]), orNever(p50, first[1]), orNever(p90, first[2])},
		DownMin:   Spread{float64(sum) / float64(runs), int64(down[0]), int64(down[1]), int64(down[2])},
	}
}

// Interval is the 95 % interval (Wilson 1927) of the probability of an outage.
func (n NodeStatistics) Interval(runs int) (low, high float64) {
	const z = 1.959963984540054
	total := float64(runs)
	mid := (n.PDown + z*z/(2*total)) / (1 + z*z/total)
	half := z / (1 + z*z/total) * math.Sqrt(n.PDown*(1-n.PDown)/total+z*z/(4*total*total))
	return max(0, min(mid-half, n.PDown)), min(1, max(mid+half, n.PDown)) // rounding must not cut PDown off
}

// rank is the place, from 0, of a percentile by nearest rank.
func rank(percent, runs int) int {
	return (runs*percent+99)/100 - 1
}

func spreadOf(values []int64) Spread {
	sorted := slices.Sorted(slices.Values(values))
	sum := new(big.Int)
	for _, v := range sorted {
		sum.Add(sum, big.NewInt(v))
	}
	mean, _ := new(big.Rat).SetFrac(sum, big.NewInt(int64(len(sorted)))).Float64()
	return Spread{mean, sorted[rank(10, len(sorted))], sorted[rank(50, len(sorted))], sorted[rank(90, len(sorted))]}
}
