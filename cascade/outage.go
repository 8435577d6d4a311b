package cascade

import "slices"

// Mode says what a computation takes into account.
type Mode uint8

const (
	// WithRepair follows repairs, restarts and refills.
	WithRepair Mode = iota
	// FailureOnly takes every damage as lasting: it tells when each node fails.
	FailureOnly
)

// Outage is a half-open interval [From, To) in which a node is down.
type Outage struct {
	Node     int
	From, To Minutes // To is Inf unless the node is up again before the horizon
	Cause    Cause

	parent int32 // place in the log of the provider's outage; -1 for a hazard
}

// Result is the course of one certain scenario.
type Result struct {
	// Stuck are the nodes, ascending, that are down at the horizon though they
	// are repaired, and that only wait for each other.
	Stuck []int
	// Deadlocks are the knots of the stuck set: circles of waiting, each
	// ascending, ordered by their first node. All other stuck nodes hang on them.
	Deadlocks [][]int
	// Settled is false when the run was given up because its outages did not
	// come to an end; StoppedAt is then the time it had reached.
	Settled   bool
	StoppedAt Minutes

	sys    *System
	mode   Mode
	log    []Outage
	byNode lists // per node: its outages in log, without those of no length
	down   []Minutes
}

// Run follows a certain system to its horizon. It returns [ErrUncertain] for a
// model with distributions.
func Run(sys *System, mode Mode) (*Result, error) {
	r := NewRepair(sys)
	r.log = newLog(sys)
	r.lasting = mode == FailureOnly
	if err := r.Run(); err != nil {
		return nil, err
	}
	res := r.result()
	res.mode = mode
	return res, nil
}

func (r *Repair) result() *Result {
	res := &Result{
		Settled:   r.Settled(),
		StoppedAt: Minutes(r.now),
		sys:       r.sys,
		log:       r.log.outages,
		down:      make([]Minutes, len(r.nodes)),
	}
	for i := range res.down {
		res.down[i] = r.Down(i)
	}
	res.byNode = gather(len(r.nodes), func(yield func(list, item int32)) {
		for i, outage := range res.log {
			if outage.From < outage.To {
				yield(int32(outage.Node), int32(i))
			}
		}
	})
	res.Stuck, res.Deadlocks = r.deadlocks()
	return res
}

// System is what the result was computed from.
func (r *Result) System() *System { return r.sys }

// Outages are the outages of a node in ascending order. Those without length,
// in which a node fell and rose at one instant, are left out.
func (r *Result) Outages(node int) []Outage {
	places := r.byNode.of(int32(node))
	outages := make([]Outage, len(places))
	for i, place := range places {
		outages[i] = r.log[place]
	}
	return outages
}

// Down is how long the node is down before the horizon.
func (r *Result) Down(node int) Minutes { return r.down[node] }

// UserMinutes is the node's users times the minutes they go without it.
func (r *Result) UserMinutes(node int) int64 {
	return r.sys.model.Nodes[node].Users * int64(r.down[node])
}

// Why is the chain of causes of an outage: the outage itself, the provider's
// outage that brought it about, and so on back to a hazard. Outages without
// length may stand in between.
func (r *Result) Why(outage Outage) []Outage {
	chain := []Outage{outage}
	for outage.parent >= 0 {
		outage = r.log[outage.parent]
		chain = append(chain, outage)
	}
	return chain
}

// length is the part of an outage before the given time.
func (o *Outage) length(until Minutes) Minutes {
	return max(0, min(o.To, until)-min(o.From, until))
}

// ByTime are all outages with a length in the order in which they begin; those
// that begin together in the order of the file.
func (r *Result) ByTime() []Outage {
	all := make([]Outage, 0, len(r.log))
	for node := range r.down {
		all = append(all, r.Outages(node)...)
	}
	slices.SortStableFunc(all, func(a, b Outage) int { return int(min(max(a.From-b.From, -1), 1)) })
	return all
}
