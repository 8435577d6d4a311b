package cascade

// log records one run: every outage with its cause. Runs that only count do
// without it.
type log struct {
	outages    []Outage // in the order in which they begin
	open       []int32  // per node: its last outage
	hazard     []int32  // per node: the first hazard in the file that hit it ...
	hazardAt   []int32  // ... at this time
	shortSince []int32  // per group
	rounds     []int32  // per node: in which round of its instant it fell
	round      int32
	roundEnd   int
	mark       []mark
	path       []int32
}

func newLog(sys *System) *log {
	nodes := len(sys.model.Nodes)
	l := &log{
		open:       make([]int32, nodes),
		hazard:     make([]int32, nodes),
		hazardAt:   make([]int32, nodes),
		shortSince: make([]int32, sys.groups),
		rounds:     make([]int32, nodes),
		mark:       make([]mark, nodes),
	}
	for i := range l.hazardAt {
		l.hazardAt[i] = -1
	}
	return l
}

// damage notes that a hazard hit the node at t.
func (l *log) damage(node, hazard, t int32) {
	if l.hazardAt[node] == t {
		hazard = min(hazard, l.hazard[node])
	}
	l.hazard[node], l.hazardAt[node] = hazard, t
}

// begin opens an outage; its cause is named later.
func (l *log) begin(node, t int32) {
	l.open[node] = int32(len(l.outages))
	l.outages = append(l.outages, Outage{Node: int(node), From: Minutes(t), To: Inf})
}

func (l *log) end(node, t int32) {
	l.outages[l.open[node]].To = Minutes(t)
}

// countRounds is called for each fallen node in turn. A round ends where the
// list ended when its first node was reached.
func (l *log) countRounds(fallen []int32, i int) {
	switch i {
	case 0:
		l.round, l.roundEnd = 0, len(fallen)
	case l.roundEnd:
		l.round, l.roundEnd = l.round+1, len(fallen)
	}
	l.rounds[fallen[i]] = l.round
}
