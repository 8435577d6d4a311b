package cascade

// Failure computes when each node fails if nothing is ever repaired. It is a
// workspace: use one for many runs, but not from two goroutines at a time.
//
// A group becomes short when its j-th provider fails, j = n-k+1, and its owner
// fails one buffer later. Times are settled in ascending order, so each group
// needs one counter and each edge is touched once (Knuth 1977).
type Failure struct {
	sys   *System
	queue wheel
	dice  dice
	at    []int32 // per node: when it fails; the horizon means never
	slack []int32
	same  []int32 // nodes that fail at the present time and are not yet spread
}

// NewFailure makes a workspace for runs over the system.
func NewFailure(sys *System) *Failure {
	return &Failure{
		sys:   sys,
		queue: newWheel(sys.horizon),
		at:    make([]int32, len(sys.model.Nodes)),
		slack: make([]int32, len(sys.slack)),
	}
}

// Run computes the failure times of a certain system.
func (f *Failure) Run() error {
	if !f.sys.certain {
		return ErrUncertain
	}
	f.run(0)
	return nil
}

// RunDraw computes the failure times of one run of a computation with a seed.
func (f *Failure) RunDraw(seed uint64, run int) {
	f.run(newDice(seed, run))
}

// Lose computes the failure times when the given node is lost for good at 0 and
// there are no other hazards.
func (f *Failure) Lose(node int) error {
	if !f.sys.certain {
		return ErrUncertain
	}
	f.lose(int32(node))
	return nil
}

func (f *Failure) lose(node int32) {
	f.reset(0)
	f.hit(node, 0)
	f.spread()
}

// At is when the node fails, or [Inf] when it does not fail before the horizon.
func (f *Failure) At(node int) Minutes {
	if f.at[node] == f.sys.horizon {
		return Inf
	}
	return Minutes(f.at[node])
}

func (f *Failure) run(d dice) {
	f.reset(d)
	for i := range f.sys.hits {
		if t := f.sys.damageTime(i, d); t < f.sys.horizon {
			f.hit(f.sys.hits[i].node, t)
		}
	}
	f.spread()
}

func (f *Failure) reset(d dice) {
	f.dice = d
	copy(f.slack, f.sys.slack)
	for i := range f.at {
		f.at[i] = f.sys.horizon
	}
}

func (f *Failure) hit(node, t int32) {
	if t < f.at[node] {
		f.at[node] = t
		f.queue.push(t, uint32(node))
	}
}

func (f *Failure) spread() {
	for {
		t, entries, ok := f.queue.pop()
		if !ok {
			return
		}
		for _, entry := range entries {
			if f.at[entry] == t { // otherwise it has failed earlier
				f.fail(int32(entry), t)
			}
		}
		for len(f.same) > 0 {
			last := len(f.same) - 1
			node := f.same[last]
			f.same = f.same[:last]
			f.fail(node, t)
		}
	}
}

// fail takes a node from the providers that are up.
func (f *Failure) fail(node, t int32) {
	for _, g := range f.sys.feeds.of(node) {
		f.slack[g]--
		if f.slack[g] != -1 {
			continue
		}
		owner := f.sys.inputs[g].owner
		if f.at[owner] <= t {
			continue
		}
		switch end := t + f.sys.bufferTime(g, f.dice); {
		case end == t:
			f.at[owner] = t
			f.same = append(f.same, owner)
		case end < f.at[owner]:
			f.at[owner] = end
			f.queue.push(end, uint32(owner))
		}
	}
}
