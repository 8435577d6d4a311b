package cascade

// referee follows a model minute by minute, straight from the definitions and
// sharing nothing with the engine but the model: at every minute the largest set
// that may go on running, then the smallest that may be started on top of it.
type referee struct {
	m        Model
	id       map[string]int
	up       []bool
	damaged  []bool      // per node, in the up step
	work     [][]Minutes // per node: repair work left, one entry a damage
	ready    []Minutes   // per node: since when it may start; -1: it may not
	level    []int64     // per group: thousandths of a minute
	history  [][]bool    // per minute and node: up after that minute's steps
	blinked  []bool      // per node: fell at this minute
	clocking []bool      // per node: repair needs were met after the last minute
}

func newReferee(m Model) *referee {
	n := len(m.Nodes)
	f := &referee{m: m, id: map[string]int{}, up: make([]bool, n), damaged: make([]bool, n), work: make([][]Minutes, n),
		ready: make([]Minutes, n), level: make([]int64, len(m.Groups)), clocking: make([]bool, n)}
	for i, node := range m.Nodes {
		f.id[node.ID], f.up[i], f.ready[i], f.clocking[i] = i, true, -1, true
	}
	for g, group := range m.Groups {
		f.level[g] = thousand(group.Buffer.a)
	}
	for t := Minutes(0); t < m.Horizon; t++ {
		f.minute(t)
		f.history = append(f.history, append([]bool(nil), f.up...))
	}
	return f
}

func thousand(m Minutes) int64 {
	if m > 1e12 {
		return 1e15
	}
	return int64(m) * 1000
}

func (f *referee) count(x []bool, providers []string) (up int) {
	for _, p := range providers {
		if x[f.id[p]] {
			up++
		}
	}
	return up
}

// may says whether all groups of v hold for the set x, to run or to start.
func (f *referee) may(v int, x []bool, start bool) bool {
	for g, group := range f.m.Groups {
		if f.id[group.Owner] != v || f.count(x, group.Providers) >= group.K {
			continue
		}
		if f.level[g] <= 0 || start && !group.StartOnBuffer {
			return false
		}
	}
	return true
}

func (f *referee) minute(t Minutes) {
	f.flow(t)
	hit := f.hits(t)
	f.downStep(hit)
	f.blinked = make([]bool, len(f.up))
	for v := range f.up { // whatever does not hold now breaks a restart
		if hit[v] || f.damaged[v] || !f.may(v, f.up, true) {
			f.blinked[v] = true
		}
	}
	f.upStep(t)
	for v := range f.up {
		f.clocking[v] = true
		for _, need := range f.m.RepairNeeds {
			if f.id[need.Node] == v && f.count(f.up, need.Providers) < need.K {
				f.clocking[v] = false
			}
		}
	}
}

// flow lets one minute pass: buffers and repair clocks move at the rates of the
// state after the last minute.
func (f *referee) flow(t Minutes) {
	if t == 0 {
		return
	}
	for g, group := range f.m.Groups {
		full := thousand(group.Buffer.a)
		if f.count(f.up, group.Providers) < group.K {
			f.level[g] = max(0, f.level[g]-1000)
		} else if group.Refill == RefillAtOnce {
			f.level[g] = full
		} else {
			f.level[g] = min(full, f.level[g]+int64(group.Refill))
		}
	}
	for v := range f.work {
		for i := range f.work[v] {
			if f.clocking[v] && f.work[v][i] != Inf {
				f.work[v][i] = max(0, f.work[v][i]-1)
			}
		}
	}
}

// hits adds the damages of this minute.
func (f *referee) hits(t Minutes) []bool {
	hit := make([]bool, len(f.up))
	for _, h := range f.m.Hazards {
		for v, node := range f.m.Nodes {
			if h.At.a != t || h.Node != node.ID && (h.Node != "" || !h.Select.takes(node)) {
				continue
			}
			repair := Inf
			if h.Repair.Given() {
				repair = h.Repair.a
			} else if node.OwnRepair.Given() {
				repair = node.OwnRepair.a
			}
			f.work[v], hit[v] = append(f.work[v], repair), true
		}
	}
	return hit
}

func (f *referee) downStep(hit []bool) {
	for again := true; again; {
		again = false
		for v := range f.up {
			if f.up[v] && (hit[v] || !f.may(v, f.up, false)) {
				f.up[v], again = false, true
			}
		}
	}
}

func (f *referee) upStep(t Minutes) {
	for v := range f.up {
		f.damaged[v] = false
		for _, left := range f.work[v] {
			f.damaged[v] = f.damaged[v] || left > 0
		}
		if f.blinked[v] {
			f.ready[v] = -1
		}
	}
	for again := true; again; {
		again = false
		for v, node := range f.m.Nodes {
			if f.up[v] || f.damaged[v] || !f.may(v, f.up, true) {
				continue
			}
			if f.ready[v] < 0 {
				f.ready[v] = t
			}
			if node.Restart.a != Inf && t-f.ready[v] >= node.Restart.a {
				f.up[v], again = true, true
			}
		}
	}
	for v := range f.up {
		if f.up[v] {
			f.ready[v] = -1
		}
	}
}
