package cascade

import (
	"container/heap"
	"slices"
)

// Closed bounds when each node is back for good after the worst single shock:
// every node that the model's hazards damage is damaged at 0.
type Closed struct {
	// Back is per node: 0 for a node that never fails, Inf for one that can
	// never return, so that the declared times are impossible together.
	Back []Minutes
	// Fails says per node whether it may fail at all.
	Fails []bool
	// Rounds is how often the set of nodes that may fail had to grow.
	Rounds int
}

// CheckClosed carries the declared times through the whole network. The own
// repair of a damaged node takes its declared RTO; where none is declared, the
// longest repair of the hazards that hit it. Uncertain durations count at
// their medians.
//
// A return needs a start, as in the engine: a node is settled only when its
// inputs are, in ascending order of time, so nodes that wait for each other are
// never taken to return together.
func CheckClosed(sys *System) Closed {
	c := newCloser(sys)
	for changed := true; changed; {
		c.rounds++
		c.settle()
		changed = c.grow()
	}
	return Closed{c.back, c.fails, c.rounds}
}

type closer struct {
	sys    *System
	own    []Minutes // per node: its own repair; 0 without own damage
	fails  []bool
	back   []Minutes
	ready  []Minutes // per node: the latest return among its inputs so far
	open   []int32   // per node: groups and repair needs that are not yet back
	slack  []int32   // per group: providers that must still return
	needed []Minutes // per node: when its repair can go on for good
	queue  returns
	rounds int
}

func newCloser(sys *System) *closer {
	n := len(sys.model.Nodes)
	c := &closer{
		sys: sys, own: make([]Minutes, n), fails: make([]bool, n), back: make([]Minutes, n),
		ready: make([]Minutes, n), open: make([]int32, n), slack: make([]int32, len(sys.slack)), needed: make([]Minutes, n),
	}
	for i := range sys.hits {
		node := sys.hits[i].node
		repair := sys.hitLots[i].repair.duration.Median()
		if rto := sys.model.Nodes[node].RTO; rto.Given() {
			repair = rto.a
		}
		c.own[node] = max(c.own[node], repair)
		c.fails[node] = true
	}
	return c
}

// settle finds the return of every node that may fail, given who else may.
func (c *closer) settle() {
	clear(c.ready)
	clear(c.needed)
	clear(c.open)
	c.queue = c.queue[:0]
	for g := range c.slack {
		if c.slack[g] = c.down(int32(g)) - c.sys.slack[g]; c.slack[g] > 0 && c.counts(g) {
			c.open[c.sys.inputs[g].owner]++
		}
	}
	for node := range c.back {
		c.back[node] = 0
		if c.fails[node] {
			c.back[node] = Inf
			c.offer(int32(node))
		}
	}
	for len(c.queue) > 0 {
		next := heap.Pop(&c.queue).(arrival)
		c.back[next.node] = next.at
		c.release(next.node, next.at)
	}
}

// down is how many providers of a group may fail.
func (c *closer) down(g int32) (count int32) {
	for _, provider := range c.sys.providers.of(g) {
		if c.fails[provider] {
			count++
		}
	}
	return count
}

// counts says that a group delays its owner; a repair need does so only while
// there is something to repair.
func (c *closer) counts(g int) bool {
	return g < c.sys.groups || c.own[c.sys.inputs[g].owner] > 0
}

// offer queues a node once all its inputs are back.
func (c *closer) offer(node int32) {
	if !c.fails[node] || c.open[node] > 0 {
		return
	}
	done := max(c.ready[node], plus(c.needed[node], c.own[node]))
	if at := plus(done, c.sys.model.Nodes[node].Restart.Median()); at != Inf {
		heap.Push(&c.queue, arrival{at, node})
	}
}

func (c *closer) release(node int32, at Minutes) {
	for _, g := range c.sys.feeds.of(node) {
		if c.slack[g]--; c.slack[g] != 0 || !c.counts(int(g)) {
			continue
		}
		owner := c.sys.inputs[g].owner
		if int(g) >= c.sys.groups {
			c.needed[owner] = max(c.needed[owner], at)
		} else {
			c.ready[owner] = max(c.ready[owner], at)
		}
		c.open[owner]--
		c.offer(owner)
	}
}

// grow adds the nodes with a group that can outlast its buffer. It asks who may
// fail, not whether the return is after 0: an outage of no length bites too.
func (c *closer) grow() (changed bool) {
	for g := range c.sys.model.Groups {
		owner := c.sys.inputs[g].owner
		if c.fails[owner] {
			continue
		}
		buffer := c.sys.model.Groups[g].Buffer.Median()
		if c.down(int32(g)) > c.sys.slack[g] && buffer != Inf && c.groupBack(int32(g)) >= buffer {
			c.fails[owner], changed = true, true
		}
	}
	return changed
}

// groupBack is when the k-th provider of a group is back.
func (c *closer) groupBack(g int32) Minutes {
	k := c.sys.model.Groups[g].K
	if k == 0 {
		return 0
	}
	times := make([]Minutes, 0, 8)
	for _, provider := range c.sys.providers.of(g) {
		times = append(times, c.back[provider])
	}
	slices.Sort(times)
	return times[k-1]
}

// arrival is a node that is back at a time.
type arrival struct {
	at   Minutes
	node int32
}

// returns is a heap of arrivals, the earliest first.
type returns []arrival

func (r returns) Len() int           { return len(r) }
func (r returns) Less(i, j int) bool { return r[i].at < r[j].at }
func (r returns) Swap(i, j int)      { r[i], r[j] = r[j], r[i] }
func (r *returns) Push(x any)        { *r = append(*r, x.(arrival)) }
func (r *returns) Pop() any {
	last := len(*r) - 1
	x := (*r)[last]
	*r = (*r)[:last]
	return x
}
