package dependency

import (
	"slices"

	"kijun/cascade"
)

// Span is a half-open stretch of time within the horizon.
type Span struct{ From, To cascade.Minutes }

// OnBuffer are the times at which a node runs on a buffer: it is up, and some group of it is short.
func (r *Report) OnBuffer(node int) []Span {
	var short []Span
	m := r.Course.System().Model()
	for g := range m.Groups {
		if m.Groups[g].Owner == m.Nodes[node].ID {
			short = append(short, r.shortage(&m.Groups[g])...)
		}
	}
	return without(union(short), r.down(node))
}

// down are the outages of a node, cut at the horizon.
func (r *Report) down(node int) []Span {
	var spans []Span
	for _, o := range r.Course.Outages(node) {
		spans = append(spans, Span{o.From, min(o.To, r.Model.Model().Horizon)})
	}
	return spans
}

// shortage are the times at which fewer than k providers of a group are up.
func (r *Report) shortage(g *cascade.Group) []Span {
	type step struct {
		at  cascade.Minutes
		add int
	}
	var steps []step
	for _, id := range g.Providers {
		node, _ := r.Find(id)
		for _, s := range r.down(node) {
			steps = append(steps, step{s.From, -1}, step{s.To, 1})
		}
	}
	slices.SortFunc(steps, func(a, b step) int { return int(a.at - b.at) })
	var spans []Span
	up := len(g.Providers)
	for i, s := range steps {
		up += s.add
		if i+1 < len(steps) && up < g.K && steps[i+1].at > s.at {
			spans = append(spans, Span{s.at, steps[i+1].at})
		}
	}
	return spans
}

// union joins spans that overlap or touch.
func union(spans []Span) (joined []Span) {
	slices.SortFunc(spans, func(a, b Span) int { return int(a.From - b.From) })
	for _, s := range spans {
		if last := len(joined) - 1; last >= 0 && s.From <= joined[last].To {
			joined[last].To = max(joined[last].To, s.To)
		} else {
			joined = append(joined, s)
		}
	}
	return joined
}

// without cuts holes, which ascend and do not overlap, out of spans of the same kind.
func without(spans, holes []Span) (left []Span) {
	for _, s := range spans {
		for _, h := range holes {
			if h.To <= s.From || h.From >= s.To {
				continue
			}
			if h.From > s.From {
				left = append(left, Span{s.From, h.From})
			}
			s.From = h.To
		}
		if s.From < s.To {
			left = append(left, s)
		}
	}
	return left
}

// Load is how many users are without service from a time on, in all and by sector.
type Load struct {
	At       cascade.Minutes
	Users    int64
	BySector map[string]int64
}

// UsersDown are the loads at all times at which they change.
func (r *Report) UsersDown() []Load {
	change := map[cascade.Minutes]map[string]int64{}
	add := func(at cascade.Minutes, sector string, users int64) {
		if change[at] == nil {
			change[at] = map[string]int64{}
		}
		change[at][sector] += users
	}
	m := r.Model.Model()
	for node := range m.Nodes {
		for _, s := range r.down(node) {
			add(s.From, m.Nodes[node].Sector, m.Nodes[node].Users)
			if s.To < m.Horizon {
				add(s.To, m.Nodes[node].Sector, -m.Nodes[node].Users)
			}
		}
	}
	var times []cascade.Minutes
	for at := range change {
		times = append(times, at)
	}
	slices.Sort(times)
	loads, now := []Load{}, Load{BySector: map[string]int64{}}
	for _, at := range times {
		next := Load{at, now.Users, map[string]int64{}}
		for sector, users := range now.BySector {
			next.BySector[sector] = users
		}
		for sector, users := range change[at] {
			next.BySector[sector] += users
			next.Users += users
		}
		loads, now = append(loads, next), next
	}
	return loads
}
