package cascade

// crew is the own repair of a node that has repair needs. Its clock runs only
// while they are met; the progress made is kept. Between two instants the rate
// is that of the state after the first, so clocks are set when all falls and
// rises of an instant are done.
type crew struct {
	missing int32 // repair needs that are short
	left    int32 // minutes of work left, at since or while it stands still
	since   int32
	running bool
	listed  bool // stands in recrew
}

func (c *crew) leftAt(t int32) int32 {
	if c.running {
		return c.left - (t - c.since)
	}
	return c.left
}

// addWork puts damage on a node. Works on one node go on side by side, so only
// the longest counts.
func (r *Repair) addWork(node, minutes int32) {
	c := &r.crew[node]
	c.left = max(c.leftAt(r.now), minutes)
	c.running = false
	if c.left == 0 {
		r.repairAt(node, r.now)
		return
	}
	r.nodes[node].repair = r.sys.horizon
	r.list(node)
}

func (r *Repair) needLost(node int32) {
	r.crew[node].missing++
	r.list(node)
}

func (r *Repair) needMet(node int32) {
	r.crew[node].missing--
	r.list(node)
}

func (r *Repair) list(node int32) {
	if c := &r.crew[node]; !c.listed {
		c.listed = true
		r.recrew = append(r.recrew, node)
	}
}

// settleCrews starts and stops the repair clocks after an instant.
func (r *Repair) settleCrews() {
	for _, node := range r.recrew {
		c := &r.crew[node]
		c.listed = false
		n := &r.nodes[node]
		switch {
		case !n.damaged:
		case c.running && c.missing > 0:
			c.left, c.running = c.leftAt(r.now), false
			n.repair = r.sys.horizon
		case !c.running && c.missing == 0:
			c.since, c.running = r.now, true
			r.repairAt(node, r.after(c.left))
		}
	}
	r.recrew = r.recrew[:0]
}
