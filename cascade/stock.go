package cascade

// stock is the content of a group's buffer. It drains by the clock while the
// group is short, whether or not the owner runs; that keeps the model monotone.
type stock struct {
	level  int64 // thousandths of a minute, at since; or untouched
	since  int32 // when the group last became short or satisfied
	blocks bool  // the owner may start on it, but it is empty
}

const (
	untouched = -1   // still full
	perMinute = 1000 // thousandths drained in a minute
)

// shorten follows from the loss of a provider that was needed.
func (r *Repair) shorten(g int32) {
	in := &r.sys.inputs[g]
	if int(g) >= r.sys.groups {
		r.needLost(in.owner)
		return
	}
	if r.log != nil {
		r.log.shortSince[g] = r.now
	}
	n := &r.nodes[in.owner]
	left := r.minutesLeft(g, in)
	if left > 0 && in.start {
		r.expectEmpty(g, left)
		return
	}
	if in.start {
		r.stock[g].blocks = true
	}
	r.block(n)
	switch {
	case !n.up:
	case left == 0:
		r.fall(in.owner)
	default:
		r.expectEmpty(g, left)
	}
}

// satisfy follows from the return of the last provider that was missing.
func (r *Repair) satisfy(g int32) {
	in := &r.sys.inputs[g]
	if int(g) >= r.sys.groups {
		r.needMet(in.owner)
		return
	}
	if in.buffer != 0 {
		r.drain(g)
	}
	if in.start {
		if !r.stock[g].blocks {
			return
		}
		r.stock[g].blocks = false
	}
	r.unblock(in.owner)
}

// runDry acts on a buffer that may have become empty.
func (r *Repair) runDry(g int32) {
	if r.slack[g] >= 0 || r.levelNow(g) > 0 {
		return // stale: there was supply in between
	}
	in := &r.sys.inputs[g]
	n := &r.nodes[in.owner]
	if in.start && !r.stock[g].blocks {
		r.stock[g].blocks = true
		r.block(n)
	}
	if n.up {
		r.fall(in.owner)
	}
}

func (r *Repair) expectEmpty(g, left int32) {
	if t := r.after(left); t < r.sys.horizon {
		r.queue.push(t, bufferEmpty|uint32(g))
	}
}

// minutesLeft brings the stock of a group that becomes short up to date and
// tells after how many whole minutes it is empty.
func (r *Repair) minutesLeft(g int32, in *input) int32 {
	if in.buffer == 0 {
		return 0
	}
	s := &r.stock[g]
	if s.level == untouched {
		s.level = int64(r.sys.bufferTime(g, r.dice)) * perMinute
	} else if in.refill > 0 {
		r.refill(g, in)
	}
	s.since = r.now
	return int32((s.level + perMinute - 1) / perMinute)
}

// refill adds what came back since the group was satisfied. It divides rather
// than multiplies, so that no rate overflows.
func (r *Repair) refill(g int32, in *input) {
	s := &r.stock[g]
	full := int64(r.sys.bufferTime(g, r.dice)) * perMinute
	elapsed, missing := int64(r.now-s.since), full-s.level
	if in.refill == atOnce || elapsed > missing/int64(in.refill) {
		s.level = full
		return
	}
	s.level += elapsed * int64(in.refill)
}

// drain brings the stock of a group that was short up to date.
func (r *Repair) drain(g int32) {
	s := &r.stock[g]
	s.level = r.levelNow(g)
	s.since = r.now
}

func (r *Repair) levelNow(g int32) int64 {
	s := &r.stock[g]
	return max(0, s.level-int64(r.now-s.since)*perMinute)
}
