package cascade

// Repair follows a system over time with buffers, restarts and repairs. It is a
// workspace: use one for many runs, but not from two goroutines at a time.
//
// Time jumps from instant to instant. At each one, first everything falls that
// must (the greatest fixed point below the nodes that were up), then everything
// rises that can (the least fixed point above the rest). Ups never cause downs,
// so two passes are enough, and neither depends on the order of the work.
type Repair struct {
	sys   *System
	queue wheel
	dice  dice
	now   int32
	nodes []state
	slack []int32 // per group: providers up minus k; below 0 the group is short
	stock []stock // per group
	crew  []crew  // per node, when any has a repair need

	fallen   []int32 // nodes that fell at this instant, in rounds
	risen    []int32 // nodes that rose at this instant
	repaired []int32 // nodes damaged at this instant whose repair takes no time
	recrew   []int32 // nodes whose repair may stop or go on after this instant

	lasting     bool // no repair ever ends
	transitions int
	limit       int // of transitions; see Settled
	log         *log
}

// state is what the engine knows of a node. The horizon stands for never.
type state struct {
	unmet   int32 // groups that forbid a start, plus one while damaged
	since   int32 // when it last fell
	restart int32 // when the running restart will be done
	repair  int32 // when the running repair will be done
	first   int32 // when its first outage began
	total   int32 // minutes in outages that are over
	up      bool
	damaged bool
}

// Kinds of event. An entry of the queue is a kind and the place of a hit, a
// group or a node. Stale entries are known by the state that they meet.
const (
	damage uint32 = iota << kindShift
	bufferEmpty
	repairDone
	restartDone

	kindShift = 30
	kindMask  = 3 << kindShift
)

// transitionsPerNode bounds a run in which a pulse runs round a loop. It holds
// beside a floor, so that small models always reach their horizon.
const (
	transitionsPerNode = 64
	transitionsFloor   = 1 << 20
)

// NewRepair makes a workspace for runs over the system.
func NewRepair(sys *System) *Repair {
	r := &Repair{
		sys:   sys,
		queue: newWheel(sys.horizon),
		nodes: make([]state, len(sys.model.Nodes)),
		slack: make([]int32, len(sys.slack)),
		stock: make([]stock, sys.groups),
		limit: max(transitionsFloor, transitionsPerNode*(len(sys.model.Nodes)+len(sys.hits))),
	}
	if sys.needsRepair != nil {
		r.crew = make([]crew, len(sys.model.Nodes))
	}
	return r
}

// Run follows a certain system.
func (r *Repair) Run() error {
	if !r.sys.certain {
		return ErrUncertain
	}
	r.run(0)
	return nil
}

// RunDraw follows one run of a computation with a seed.
func (r *Repair) RunDraw(seed uint64, run int) {
	r.run(newDice(seed, run))
}

// First is when the node's first outage begins, or [Inf].
func (r *Repair) First(node int) Minutes {
	if r.nodes[node].first == r.sys.horizon {
		return Inf
	}
	return Minutes(r.nodes[node].first)
}

// Down is how long the node is down within the horizon.
func (r *Repair) Down(node int) Minutes {
	return Minutes(r.nodes[node].total)
}

// Settled says that the run was followed to its horizon. A run with more
// transitions than a bound is given up: nodes then count as they stood.
func (r *Repair) Settled() bool { return r.transitions <= r.limit }

func (r *Repair) run(d dice) {
	r.reset(d)
	for i := range r.sys.hits {
		if t := r.sys.damageTime(i, d); t < r.sys.horizon {
			r.queue.push(t, damage|uint32(i))
		}
	}
	for r.Settled() {
		t, events, ok := r.queue.pop()
		if !ok {
			break
		}
		r.now = t
		r.instant(events)
	}
	r.queue.clear()
	r.close()
}

func (r *Repair) reset(d dice) {
	r.dice, r.transitions = d, 0
	never := r.sys.horizon
	for i := range r.nodes {
		r.nodes[i] = state{restart: never, repair: -1, first: never, up: true}
	}
	for i := range r.stock {
		r.stock[i] = stock{level: untouched}
	}
	copy(r.slack, r.sys.slack)
	clear(r.crew)
}

// instant moves the system over one point in time.
func (r *Repair) instant(events []uint32) {
	r.fallen, r.risen, r.repaired = r.fallen[:0], r.risen[:0], r.repaired[:0]
	r.fallEvents(events)
	r.spreadFalls()
	if r.log != nil {
		r.nameCauses()
	}
	r.riseEvents(events)
	r.spreadRises()
	if r.crew != nil {
		r.settleCrews()
	}
}

func (r *Repair) fallEvents(events []uint32) {
	for _, event := range events {
		i := int32(event &^ kindMask)
		switch event & kindMask {
		case damage:
			r.hit(i)
		case bufferEmpty:
			r.runDry(i)
		}
	}
}

func (r *Repair) riseEvents(events []uint32) {
	for _, event := range events {
		i := int32(event &^ kindMask)
		switch event & kindMask {
		case repairDone:
			r.mendIfDue(i)
		case restartDone:
			if n := &r.nodes[i]; !n.up && n.restart == r.now {
				r.rise(i)
			}
		}
	}
	for _, node := range r.repaired {
		r.mendIfDue(node)
	}
}

func (r *Repair) mendIfDue(node int32) {
	if n := &r.nodes[node]; n.damaged && n.repair == r.now {
		r.mend(node)
	}
}

// hit damages a node. Damages overlap: the node is whole when the last is.
func (r *Repair) hit(i int32) {
	node := r.sys.hits[i].node
	n := &r.nodes[node]
	if !n.damaged {
		n.damaged = true
		r.block(n)
	}
	if r.log != nil {
		r.log.damage(node, r.sys.hits[i].hazard, r.now)
	}
	if n.up {
		r.fall(node)
	}
	minutes := r.sys.horizon
	if !r.lasting {
		minutes = r.sys.repairTime(int(i), r.dice)
	}
	if r.crew != nil && r.sys.needsRepair[node] {
		r.addWork(node, minutes)
		return
	}
	if end := r.after(minutes); end > n.repair {
		r.repairAt(node, end)
	}
}

// repairAt sets the time at which the node will be whole.
func (r *Repair) repairAt(node, t int32) {
	r.nodes[node].repair = t
	switch {
	case t == r.now:
		r.repaired = append(r.repaired, node)
	case t < r.sys.horizon:
		r.queue.push(t, repairDone|uint32(node))
	}
}

func (r *Repair) mend(node int32) {
	r.nodes[node].damaged = false
	if r.crew != nil {
		r.crew[node].left, r.crew[node].running = 0, false
	}
	r.unblock(node)
}

// block forbids the node's start for one more reason and ends a restart.
func (r *Repair) block(n *state) {
	n.unmet++
	n.restart = r.sys.horizon
}

// unblock takes one reason away; without any left the node starts.
func (r *Repair) unblock(node int32) {
	n := &r.nodes[node]
	n.unmet--
	if n.unmet > 0 || n.up {
		return
	}
	minutes := r.sys.restartTime(node, r.dice)
	if minutes == 0 {
		r.rise(node)
		return
	}
	if n.restart = r.after(minutes); n.restart < r.sys.horizon {
		r.queue.push(n.restart, restartDone|uint32(node))
	}
}

// after is the time that many minutes from now, or the horizon.
func (r *Repair) after(minutes int32) int32 {
	return min(r.now+minutes, r.sys.horizon)
}

func (r *Repair) fall(node int32) {
	n := &r.nodes[node]
	n.up, n.since = false, r.now
	r.fallen = append(r.fallen, node)
	r.transitions++
}

// rise brings a node up. An outage without length is not counted, but its
// dependents have seen it.
func (r *Repair) rise(node int32) {
	n := &r.nodes[node]
	n.up = true
	n.count(r.now)
	r.risen = append(r.risen, node)
	if r.log != nil {
		r.log.end(node, r.now)
	}
}

func (n *state) count(end int32) {
	if end > n.since {
		n.first = min(n.first, n.since)
		n.total += end - n.since
	}
}

// spreadFalls works through the fallen in rounds: the queue grows behind the
// reader, so every node of a round comes before those that fall because of it.
func (r *Repair) spreadFalls() {
	for i := 0; i < len(r.fallen); i++ {
		if r.log != nil {
			r.log.countRounds(r.fallen, i)
		}
		for _, g := range r.sys.feeds.of(r.fallen[i]) {
			if r.slack[g]--; r.slack[g] == -1 {
				r.shorten(g)
			}
		}
	}
}

func (r *Repair) spreadRises() {
	for i := 0; i < len(r.risen); i++ {
		for _, g := range r.sys.feeds.of(r.risen[i]) {
			if r.slack[g]++; r.slack[g] == 0 {
				r.satisfy(g)
			}
		}
	}
}

// close counts the outages that last beyond the horizon.
func (r *Repair) close() {
	for i := range r.nodes {
		if n := &r.nodes[i]; !n.up {
			n.count(r.sys.horizon)
		}
	}
}
