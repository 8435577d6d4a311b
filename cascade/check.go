package cascade

import "math"

// checker collects everything that is wrong with a model.
type checker struct {
	model  *Model
	index  map[string]int32
	faults Faults

	list   int32   // serial number of the list of providers being checked
	listed []int32 // per node, the last list that named it
}

func (c *checker) add(part Part, i int, field string, item int, kind FaultKind, args ...any) {
	c.faults = append(c.faults, newFault(part, i, field, item, kind, args...))
}

func (c *checker) check() error {
	if h := c.model.Horizon; h <= 0 || h > MaxHorizon {
		c.add(InHorizon, 0, "", -1, BadHorizon, h, MaxHorizon)
	}
	c.checkNodes()
	for i := range c.model.Groups {
		c.checkGroup(i, &c.model.Groups[i])
	}
	for i := range c.model.Hazards {
		c.checkHazard(i, &c.model.Hazards[i])
	}
	for i, need := range c.model.RepairNeeds {
		c.checkID(InRepairNeeds, i, "node", -1, need.Node)
		c.checkProviders(InRepairNeeds, i, need.Providers, need.K)
	}
	if len(c.faults) > 0 {
		return c.faults
	}
	return nil
}

func (c *checker) checkNodes() {
	c.index = make(map[string]int32, len(c.model.Nodes))
	c.listed = make([]int32, len(c.model.Nodes))
	var users int64
	limit := math.MaxInt64 / int64(max(1, min(c.model.Horizon, MaxHorizon)))
	for i := range c.model.Nodes {
		n := &c.model.Nodes[i]
		if first, twice := c.index[n.ID]; twice {
			c.add(InNodes, i, "id", -1, DuplicateID, n.ID, first)
		} else if n.ID == "" {
			c.add(InNodes, i, "id", -1, MissingID)
		}
		c.index[n.ID] = int32(i)
		c.checkNode(i, n)
		if n.Users > 0 && users <= limit {
			if users += min(n.Users, limit+1); users > limit {
				c.add(InNodes, i, "users", -1, TooManyUsers, limit)
			}
		}
	}
}

func (c *checker) checkNode(i int, n *Node) {
	c.checkDuration(InNodes, i, "restart", n.Restart)
	c.checkDuration(InNodes, i, "own_repair", n.OwnRepair)
	c.checkCertain(i, "rto", n.RTO)
	c.checkCertain(i, "level.tau", n.Level.Tau)
	if n.Users < 0 {
		c.add(InNodes, i, "users", -1, Negative, n.Users)
	}
	if n.Level.Users < 0 {
		c.add(InNodes, i, "level.users", -1, Negative, n.Level.Users)
	}
	if t := n.Level.Theta; !(t >= 0 && t <= 1) {
		c.add(InNodes, i, "level.theta", -1, NotAShare, t)
	}
}

func (c *checker) checkGroup(i int, g *Group) {
	c.checkID(InGroups, i, "owner", -1, g.Owner)
	c.checkProviders(InGroups, i, g.Providers, g.K)
	c.checkDuration(InGroups, i, "buffer", g.Buffer)
	if g.Refill < 0 || g.Refill > MaxRefill && g.Refill != RefillAtOnce {
		c.add(InGroups, i, "refill", -1, BadRefill, g.Refill, MaxRefill)
	}
	if p := g.FailOnDemand; !(p >= 0 && p <= 1) {
		c.add(InGroups, i, "p_fail_on_demand", -1, NotAShare, p)
	}
	if s := g.Strength; !(s > 0 && s <= 1) {
		c.add(InGroups, i, "strength", -1, BadStrength, s)
	}
}

func (c *checker) checkHazard(i int, h *Hazard) {
	c.checkDuration(InHazards, i, "at", h.At)
	c.checkDuration(InHazards, i, "repair", h.Repair)
	switch empty := h.Select == (Selection{}); {
	case h.Node != "" && !empty:
		c.add(InHazards, i, "select", -1, HitTwice)
	case h.Node != "":
		c.checkID(InHazards, i, "node", -1, h.Node)
	case empty:
		c.add(InHazards, i, "node", -1, NothingHit)
	case !c.selectsAny(h.Select):
		c.add(InHazards, i, "select", -1, NothingSelected, h.Select.Sector, h.Select.Region, h.Select.Kind)
	}
}

func (c *checker) selectsAny(s Selection) bool {
	for i := range c.model.Nodes {
		if s.takes(c.model.Nodes[i]) {
			return true
		}
	}
	return false
}

func (c *checker) checkProviders(part Part, i int, providers []string, k int) {
	if k < 0 || k > len(providers) {
		c.add(part, i, "k", -1, BadK, k, len(providers), len(providers))
	}
	c.list++
	for j, id := range providers {
		node, known := c.checkID(part, i, "providers", j, id)
		if !known {
			continue
		}
		if c.listed[node] == c.list {
			c.add(part, i, "providers", j, DuplicateProvider, id)
		}
		c.listed[node] = c.list
	}
}

func (c *checker) checkID(part Part, i int, field string, item int, id string) (int32, bool) {
	node, known := c.index[id]
	if !known {
		c.add(part, i, field, item, UnknownNode, id)
	}
	return node, known
}

func (c *checker) checkDuration(part Part, i int, field string, d Duration) {
	if kind, args := d.fault(); kind != "" {
		c.add(part, i, field, -1, kind, args...)
	}
}

func (c *checker) checkCertain(i int, field string, d Duration) {
	c.checkDuration(InNodes, i, field, d)
	if !d.Certain() {
		c.add(InNodes, i, field, -1, MustBeCertain)
	}
}
