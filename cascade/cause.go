package cascade

// CauseKind says whether a node was hit itself or lost an input.
type CauseKind uint8

// The kinds of cause.
const (
	ByHazard CauseKind = iota
	ByInput
)

func (k CauseKind) String() string {
	if k == ByHazard {
		return "hazard"
	}
	return "input"
}

// Cause is why an outage began. Of several causes at one instant it is the
// first in the order of the file: a hazard before inputs, then the lowest
// group, then the first provider of its list among those whose loss made the
// group short. Where this choice would make nodes the cause of each other, the
// nodes of that circle name an input that was lost before them.
type Cause struct {
	Kind     CauseKind
	Hazard   int // place in the model; -1 for an input
	Group    int // place in the model; -1 for a hazard
	Provider int // node whose loss made the group short; -1 for a hazard
}

// nameCauses opens an outage for every node that fell at this instant.
func (r *Repair) nameCauses() {
	for _, node := range r.fallen {
		r.log.begin(node, r.now)
	}
	for _, node := range r.fallen {
		r.nameCause(node, false)
	}
	r.breakCircles()
}

// nameCause sets the cause of the node's open outage. If earlier, it looks only
// at what had been lost before the node fell, so no circle can close.
func (r *Repair) nameCause(node int32, earlier bool) {
	l := r.log
	outage := &l.outages[l.open[node]]
	if l.hazardAt[node] == r.now {
		outage.Cause = Cause{ByHazard, int(l.hazard[node]), -1, -1}
		outage.parent = -1
		return
	}
	for _, g := range r.sys.owned.of(node) {
		if !r.exhausted(g) || earlier && !r.shortBefore(g, node) {
			continue
		}
		provider := r.culprit(g, node, earlier)
		outage.Cause = Cause{ByInput, -1, int(g), int(provider)}
		outage.parent = l.open[provider]
		return
	}
}

// exhausted says that the group is short and its buffer is empty.
func (r *Repair) exhausted(g int32) bool {
	return r.slack[g] < 0 && (r.sys.inputs[g].buffer == 0 || r.levelNow(g) == 0)
}

// shortBefore says that the providers lost before the node fell were enough to
// make the group short.
func (r *Repair) shortBefore(g, node int32) bool {
	slack := r.sys.slack[g]
	for _, provider := range r.sys.providers.of(g) {
		if r.lostBefore(provider, node) {
			slack--
		}
	}
	return slack < 0
}

// lostBefore says that the provider fell at an earlier instant than the node,
// or in an earlier round of the same one.
func (r *Repair) lostBefore(provider, node int32) bool {
	p := &r.nodes[provider]
	return !p.up && (p.since < r.now || r.log.rounds[provider] < r.log.rounds[node])
}

// culprit is the first provider that fell when the group became short. If all
// of those are back and others hold the group short, it is the first that is
// down.
func (r *Repair) culprit(g, node int32, earlier bool) int32 {
	first := int32(-1)
	for _, provider := range r.sys.providers.of(g) {
		p := &r.nodes[provider]
		if p.up || earlier && !r.lostBefore(provider, node) {
			continue
		}
		if p.since == r.log.shortSince[g] {
			return provider
		}
		if first < 0 {
			first = provider
		}
	}
	return first
}

// mark is how far the search for circles has come with a node.
type mark uint8

const (
	unseen mark = iota
	onPath
	rooted // its causes lead to a hazard or to an earlier instant
)

// breakCircles makes the causes named at this instant lead out of it.
func (r *Repair) breakCircles() {
	for _, node := range r.fallen {
		r.log.mark[node] = unseen
	}
	for _, node := range r.fallen {
		for !r.walk(node) {
		}
	}
}

// walk follows the causes from a node. If they run in a circle it names earlier
// causes for the circle and returns false: the walk must be taken again.
func (r *Repair) walk(start int32) bool {
	l := r.log
	l.path = l.path[:0]
	for node := start; ; node = r.sameInstant(node) {
		if node < 0 || l.mark[node] == rooted {
			r.markPath(rooted)
			return true
		}
		if l.mark[node] == onPath {
			r.markPath(unseen)
			r.renameCircle(node)
			return false
		}
		l.mark[node] = onPath
		l.path = append(l.path, node)
	}
}

// sameInstant is the node that was named as the cause and fell at this instant
// too, or -1.
func (r *Repair) sameInstant(node int32) int32 {
	parent := r.log.outages[r.log.open[node]].parent
	if parent < 0 || r.log.outages[parent].From < Minutes(r.now) {
		return -1
	}
	return int32(r.log.outages[parent].Node)
}

// renameCircle names earlier causes for the end of the path, from first on.
func (r *Repair) renameCircle(first int32) {
	path := r.log.path
	for i := len(path) - 1; ; i-- {
		r.nameCause(path[i], true)
		if path[i] == first {
			return
		}
	}
}

func (r *Repair) markPath(m mark) {
	for _, node := range r.log.path {
		r.log.mark[node] = m
	}
}
