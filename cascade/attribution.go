package cascade

// Attribution says which cause an outage is counted under.
type Attribution uint8

const (
	// ToRoot counts an outage under the node whose damage it goes back to.
	ToRoot Attribution = iota
	// ToProvider counts it under the node whose loss brought it about.
	ToProvider
)

// Blame is the user minutes that a node's users lost and the node they are
// counted under; both are the same for a node that was damaged itself.
type Blame struct {
	Node, Cause int
	UserMin     int64
}

// Blames splits all user minutes lost between two times over their causes: one
// entry an outage, in the order in which outages begin. The sum over all
// entries is the sum of user minutes, so any table made of them adds up.
func (r *Result) Blames(from, to Minutes, by Attribution) []Blame {
	from, to = max(from, 0), min(to, r.sys.model.Horizon)
	roots := r.roots()
	var blames []Blame
	for i := range r.log {
		o := &r.log[i]
		length := o.length(to) - o.length(from)
		if length <= 0 {
			continue
		}
		cause := int(roots[i])
		if by == ToProvider {
			cause = o.Node
			if o.Cause.Kind == ByInput {
				cause = o.Cause.Provider
			}
		}
		blames = append(blames, Blame{o.Node, cause, r.sys.model.Nodes[o.Node].Users * int64(length)})
	}
	return blames
}

// roots is per outage in the log the node that was damaged at the end of its
// chain of causes.
func (r *Result) roots() []int32 {
	roots := make([]int32, len(r.log))
	for i := range roots {
		roots[i] = -1
	}
	var path []int32
	for i := range r.log {
		path = path[:0]
		at := int32(i)
		for roots[at] < 0 && r.log[at].parent >= 0 {
			path = append(path, at)
			at = r.log[at].parent
		}
		if roots[at] < 0 {
			roots[at] = int32(r.log[at].Node)
		}
		for _, p := range path {
			roots[p] = roots[at]
		}
	}
	return roots
}

// BySector adds blames up: the row is the sector that lost, the column the
// sector it is counted under.
func (r *Result) BySector(blames []Blame) map[[2]string]int64 {
	table := map[[2]string]int64{}
	nodes := r.sys.model.Nodes
	for _, b := range blames {
		table[[2]string{nodes[b.Node].Sector, nodes[b.Cause].Sector}] += b.UserMin
	}
	return table
}
