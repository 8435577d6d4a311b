package cascade

import (
	"math"
	"slices"
)

// New checks the model and compiles it. The error is [Faults]: everything that
// is wrong, in the order of the file. New keeps the model's slices; the caller
// must not change them afterwards.
func New(model Model) (*System, error) {
	c := checker{model: &model}
	if err := c.check(); err != nil {
		return nil, err
	}
	s := &System{
		model:   model,
		index:   c.index,
		horizon: int32(model.Horizon),
		groups:  len(model.Groups),
	}
	s.layOutInputs()
	s.layOutNodes()
	s.layOutBuffers()
	s.layOutHits()
	s.certain = s.nothingDrawn()
	return s, nil
}

// clone copies what a change may write to.
func (m *Model) clone() Model {
	c := *m
	c.Nodes = slices.Clone(m.Nodes)
	c.Groups = slices.Clone(m.Groups)
	c.Hazards = slices.Clone(m.Hazards)
	return c
}

// eachGroup yields groups and then repair needs, which count as groups.
func (s *System) eachGroup(yield func(g int32, owner string, providers []string, k int)) {
	for i := range s.model.Groups {
		g := &s.model.Groups[i]
		yield(int32(i), g.Owner, g.Providers, g.K)
	}
	for i := range s.model.RepairNeeds {
		n := &s.model.RepairNeeds[i]
		yield(int32(s.groups+i), n.Node, n.Providers, n.K)
	}
}

func (s *System) layOutInputs() {
	count := s.groups + len(s.model.RepairNeeds)
	s.slack = make([]int32, count)
	s.inputs = make([]input, count)
	edges := 0
	s.eachGroup(func(g int32, owner string, providers []string, k int) {
		s.slack[g] = int32(len(providers) - k)
		s.inputs[g].owner = s.index[owner]
		edges += len(providers)
	})
	s.providers = lists{make([]int32, 1, count+1), make([]int32, 0, edges)}
	s.eachGroup(func(_ int32, _ string, providers []string, _ int) {
		for _, id := range providers {
			s.providers.items = append(s.providers.items, s.index[id])
		}
		s.providers.start = append(s.providers.start, int32(len(s.providers.items)))
	})
	nodes := len(s.model.Nodes)
	s.feeds = gather(nodes, func(yield func(list, item int32)) {
		for g := range int32(count) {
			for _, provider := range s.providers.of(g) {
				yield(provider, g)
			}
		}
	})
	s.owned = gather(nodes, func(yield func(list, item int32)) {
		for g := range int32(s.groups) {
			yield(s.inputs[g].owner, g)
		}
	})
}

func (s *System) layOutNodes() {
	s.restart = make([]int32, len(s.model.Nodes))
	for i := range s.model.Nodes {
		n := &s.model.Nodes[i]
		if n.Restart.Certain() {
			s.restart[i] = within(n.Restart.a, s.model.Horizon)
			continue
		}
		if s.restartLots == nil {
			s.restartLots = make([]lot, len(s.model.Nodes))
		}
		s.restart[i] = drawn
		s.restartLots[i] = lot{n.Restart, keyOf(fieldRestart, n.ID)}
	}
	if len(s.model.RepairNeeds) > 0 {
		s.needsRepair = make([]bool, len(s.model.Nodes))
		for _, need := range s.model.RepairNeeds {
			s.needsRepair[s.index[need.Node]] = true
		}
	}
}

func (s *System) layOutBuffers() {
	for g := s.groups; g < len(s.inputs); g++ {
		s.inputs[g].buffer = s.horizon // a repair need brings no one down
	}
	s.bufferLots = nil
	if slices.ContainsFunc(s.model.Groups, func(g Group) bool { return !g.certain() }) {
		s.bufferLots = make([]bufferLot, s.groups)
	}
	names := naming{}
	for i := range s.model.Groups {
		g := &s.model.Groups[i]
		in := &s.inputs[i]
		in.start, in.refill = g.StartOnBuffer, int32(min(g.Refill, atOnce))
		in.buffer = within(g.Buffer.a, s.model.Horizon)
		if s.bufferLots == nil {
			continue
		}
		if name := names.group(g); !g.certain() {
			in.buffer = drawn
			s.bufferLots[i] = bufferLot{lot{g.Buffer, keyOf(fieldBuffer, name)}, g.FailOnDemand, keyOf(fieldDemand, name)}
		}
	}
}

// certain says that each run sees the same buffer.
func (g Group) certain() bool {
	return g.Buffer.Certain() && (g.FailOnDemand == 0 || g.Buffer.a == 0)
}

func (s *System) layOutHits() {
	names := naming{}
	for i := range s.model.Hazards {
		h := &s.model.Hazards[i]
		name := names.hazard(h)
		if h.Node != "" {
			s.addHit(i, s.index[h.Node], name)
			continue
		}
		for n := range s.model.Nodes {
			if h.Select.takes(s.model.Nodes[n]) {
				s.addHit(i, int32(n), name)
			}
		}
	}
}

// addHit lays out the damage of a hazard to one node. The time is drawn once for
// the whole hazard, since it is one event; each node draws its own repair.
func (s *System) addHit(hazard int, node int32, name string) {
	h := &s.model.Hazards[hazard]
	n := &s.model.Nodes[node]
	repair := h.Repair.or(n.OwnRepair).or(Fixed(Inf))
	one := hit{
		node: node, hazard: int32(hazard), latest: math.Inf(1), key: keyOf(fieldAt, name),
		at:     within(h.At.a, s.model.Horizon),
		repair: within(repair.a, s.model.Horizon),
	}
	if !h.At.Certain() {
		one.at, one.latest = drawn, h.At.below(float64(s.model.Horizon)+1)
	} else if one.at >= s.horizon {
		return
	}
	if !repair.Certain() {
		one.repair = drawn
	}
	s.hits = append(s.hits, one)
	s.hitLots = append(s.hitLots, hitLot{h.At, lot{repair, keyOf(fieldRepair, name, n.ID)}})
}

func (s *System) nothingDrawn() bool {
	return s.restartLots == nil && s.bufferLots == nil &&
		!slices.ContainsFunc(s.hits, func(h hit) bool { return h.at == drawn || h.repair == drawn })
}
