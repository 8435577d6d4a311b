package cascade

import (
	"cmp"
	"slices"
)

// Contradiction is a node that cannot keep its declared recovery time, because
// of what its own providers have declared.
type Contradiction struct {
	Node     int
	RTO      Minutes
	Implied  Minutes // the outage that the declared times imply; Inf: no return
	Begin    Minutes // when the first biting group brings the node down
	End      Minutes // when the node is back
	Restart  Minutes
	Groups   []GroupReturn // the groups that bite
	Deciding int           // place in Groups of the one that ends last
}

// GroupReturn is when enough providers of a group are back.
type GroupReturn struct {
	Group    int
	Buffer   Minutes
	Return   Minutes // when the k-th provider is back
	Provider int     // that provider
}

// Declared is what [CheckDeclared] found.
type Declared struct {
	// Contradictions, the most minutes missing first.
	Contradictions []Contradiction
	// Unstated are groups of which too few providers declare a recovery time to
	// tell when the input is back. They are judged neither way.
	Unstated []int
}

// CheckDeclared compares every declared RTO with those of the node's own
// providers: each provider may be out from 0 until its own RTO. Restart times
// and buffers count at their medians.
func CheckDeclared(sys *System) Declared {
	var d Declared
	for g := range sys.model.Groups {
		if _, _, known := sys.declaredReturn(int32(g)); !known {
			d.Unstated = append(d.Unstated, g)
		}
	}
	for i := range sys.model.Nodes {
		rto := sys.model.Nodes[i].RTO
		if !rto.Given() {
			continue
		}
		c := sys.implied(i)
		if len(c.Groups) > 0 && c.Implied > rto.a {
			c.RTO = rto.a
			d.Contradictions = append(d.Contradictions, c)
		}
	}
	slices.SortStableFunc(d.Contradictions, func(a, b Contradiction) int {
		return cmp.Compare(b.Implied-b.RTO, a.Implied-a.RTO)
	})
	return d
}

// implied is the outage of a node that follows from its groups.
func (s *System) implied(node int) Contradiction {
	c := Contradiction{Node: node, Begin: Inf, Restart: s.model.Nodes[node].Restart.Median()}
	for _, g := range s.owned.of(int32(node)) {
		back, provider, known := s.declaredReturn(g)
		buffer := s.model.Groups[g].Buffer.Median()
		if !known || back == 0 || back < buffer || buffer == Inf {
			continue
		}
		c.Groups = append(c.Groups, GroupReturn{int(g), buffer, back, provider})
		c.Begin = min(c.Begin, buffer)
		if back > c.Groups[c.Deciding].Return {
			c.Deciding = len(c.Groups) - 1
		}
	}
	if len(c.Groups) > 0 {
		c.End = plus(c.Groups[c.Deciding].Return, c.Restart)
		c.Implied = c.End
		if c.End != Inf {
			c.Implied -= c.Begin
		}
	}
	return c
}

// declaredReturn is the k-th smallest declared RTO among a group's providers.
// It is known if at least k of them declare one: the others could only bring
// the input back sooner.
func (s *System) declaredReturn(g int32) (back Minutes, provider int, known bool) {
	k := s.model.Groups[g].K
	if k == 0 {
		return 0, -1, true
	}
	var stated []int32
	for _, p := range s.providers.of(g) {
		if s.model.Nodes[p].RTO.Given() {
			stated = append(stated, p)
		}
	}
	if len(stated) < k {
		return 0, -1, false
	}
	slices.SortStableFunc(stated, func(a, b int32) int {
		return cmp.Compare(s.model.Nodes[a].RTO.a, s.model.Nodes[b].RTO.a)
	})
	last := stated[k-1]
	return s.model.Nodes[last].RTO.a, int(last), true
}

// plus adds durations; anything with Inf is Inf.
func plus(a, b Minutes) Minutes {
	if a == Inf || b == Inf {
		return Inf
	}
	return a + b
}
