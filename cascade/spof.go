package cascade

import (
	"cmp"
	"context"
	"slices"
)

// SinglePoint is a node whose loss alone brings others down.
type SinglePoint struct {
	Node  int
	Nodes int   // other nodes that fail if it stays lost and all buffers run out
	Users int64 // their users

	// After buffers, within the horizon: when the first other node fails, how
	// many do, and the user minutes that are lost. A point whose effect lies
	// behind a long buffer is not like one that bites at once.
	FirstMin    Minutes
	NodesInTime int
	UserMin     int64
}

// SinglePoints loses each node in turn, for good and alone; the model's hazards
// play no part. It returns the nodes that take others with them, the most user
// minutes first, then the most users, then in the order of the file. It returns
// [ErrUncertain] for a model with distributions.
func SinglePoints(ctx context.Context, sys *System) ([]SinglePoint, error) {
	if !sys.certain {
		return nil, ErrUncertain
	}
	closure := newClosure(sys)
	failure := NewFailure(sys)
	var points []SinglePoint
	for node := range sys.model.Nodes {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		lost := closure.of(int32(node))
		if len(lost) == 0 {
			continue
		}
		p := SinglePoint{Node: node, Nodes: len(lost), FirstMin: Inf}
		failure.lose(int32(node))
		for _, other := range lost {
			p.count(failure, int(other))
		}
		points = append(points, p)
	}
	slices.SortStableFunc(points, func(a, b SinglePoint) int {
		return cmp.Or(cmp.Compare(b.UserMin, a.UserMin), cmp.Compare(b.Users, a.Users))
	})
	return points, nil
}

func (p *SinglePoint) count(f *Failure, other int) {
	users := f.sys.model.Nodes[other].Users
	p.Users += users
	t := f.at[other]
	if t >= f.sys.horizon {
		return
	}
	p.NodesInTime++
	p.FirstMin = min(p.FirstMin, Minutes(t))
	p.UserMin += users * int64(f.sys.horizon-t)
}

// Affected are the other nodes, ascending, that fail when a node stays lost and
// all buffers run out. An infinite buffer counts as none.
func (s *System) Affected(node int) []int {
	var nodes []int
	for _, other := range newClosure(s).of(int32(node)) {
		nodes = append(nodes, int(other))
	}
	slices.Sort(nodes)
	return nodes
}

// closure finds what falls with a node when buffers do not count. What a search
// has changed it puts back, so a search costs only what it finds.
type closure struct {
	sys   *System
	slack []int32
	lost  []bool
	queue []int32
}

func newClosure(sys *System) *closure {
	return &closure{sys: sys, slack: slices.Clone(sys.slack), lost: make([]bool, len(sys.model.Nodes))}
}

// of is valid until the next call.
func (c *closure) of(node int32) []int32 {
	c.queue = append(c.queue[:0], node)
	c.lost[node] = true
	for i := 0; i < len(c.queue); i++ {
		for _, g := range c.sys.feeds.of(c.queue[i]) {
			c.slack[g]--
			owner := c.sys.inputs[g].owner
			if c.slack[g] == -1 && int(g) < c.sys.groups && !c.lost[owner] {
				c.lost[owner] = true
				c.queue = append(c.queue, owner)
			}
		}
	}
	for _, lost := range c.queue {
		c.lost[lost] = false
		for _, g := range c.sys.feeds.of(lost) {
			c.slack[g]++
		}
	}
	return c.queue[1:]
}
