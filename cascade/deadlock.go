package cascade

import "slices"

// deadlocks finds who is stuck at the horizon and the knots that hold them.
func (r *Repair) deadlocks() (stuck []int, knots [][]int) {
	member := r.peel()
	for node, in := range member {
		if in {
			stuck = append(stuck, node)
		}
	}
	k := knotter{r: r, member: member, seen: make([]int32, len(r.nodes)), low: make([]int32, len(r.nodes))}
	for _, node := range stuck {
		k.visit(int32(node))
	}
	slices.SortFunc(k.knots, func(a, b []int) int { return a[0] - b[0] })
	return stuck, k.knots
}

// peel starts with all nodes that are down though repaired and takes away those
// that wait for nobody in the set alone, until only the stuck remain.
func (r *Repair) peel() []bool {
	member := make([]bool, len(r.nodes))
	var gone []int32
	for i := range r.nodes {
		n := &r.nodes[i]
		member[i] = !n.up && !n.damaged
		if !member[i] && !n.up {
			gone = append(gone, int32(i))
		}
	}
	hold := make([]int32, len(r.nodes)) // blocked groups that lie wholly in the set
	open := make([]bool, r.sys.groups)  // the group waits for someone outside
	for g := range int32(r.sys.groups) {
		if r.forbidsStart(g) {
			hold[r.sys.inputs[g].owner]++
		}
	}
	for i := range r.nodes {
		if member[i] && hold[i] == 0 { // in the middle of a restart
			member[i] = false
			gone = append(gone, int32(i))
		}
	}
	for len(gone) > 0 {
		node := gone[len(gone)-1]
		gone = gone[:len(gone)-1]
		for _, g := range r.sys.feeds.of(node) {
			if int(g) >= r.sys.groups || open[g] || !r.forbidsStart(g) {
				continue
			}
			open[g] = true
			owner := r.sys.inputs[g].owner
			if hold[owner]--; hold[owner] == 0 && member[owner] {
				member[owner] = false
				gone = append(gone, owner)
			}
		}
	}
	return member
}

// forbidsStart says that the group keeps its owner from starting.
func (r *Repair) forbidsStart(g int32) bool {
	return r.slack[g] < 0 && (!r.sys.inputs[g].start || r.stock[g].blocks)
}
