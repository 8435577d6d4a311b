package cascade

import "math"

// System is a checked model, laid out for computing. It never changes, so any
// number of goroutines may use it.
//
// A repair need is laid out as one more group behind the groups of the model:
// both count providers that are up, and only what follows from a shortage
// differs.
type System struct {
	model   Model
	index   map[string]int32
	horizon int32

	groups    int      // groups of the model; ids from here on are repair needs
	inputs    []input  // per group
	slack     []int32  // per group: providers up minus k, when all are up
	feeds     lists    // per node: groups that it is a provider of
	providers lists    // per group: its providers, in the order of the file
	owned     lists    // per node: its groups, ascending
	restart   []int32  // per node; drawn when negative
	hits      []hit    // per hazard and node that it damages
	hitLots   []hitLot // beside hits

	restartLots []lot       // per node, when any restart is uncertain
	bufferLots  []bufferLot // per group, when any buffer is uncertain
	needsRepair []bool      // per node: it has a repair need; nil when none has
	certain     bool        // nothing is drawn
}

// input is what stands behind a group: whom it serves, and how long that node
// lasts without it.
type input struct {
	owner  int32
	buffer int32 // minutes; the horizon stands for inf; drawn when negative
	refill int32 // thousandths of a minute per minute of supply; or atOnce
	start  bool  // the owner may start on the buffer
}

const atOnce = math.MaxInt32

// bufferLot draws a buffer: it may not be there at all, or last for a drawn
// time.
type bufferLot struct {
	lot
	fail      float64
	demandKey uint64
}

// hit is the damage that one hazard does to one node. What only a rare draw
// needs lies apart in hitLot, since every run reads every hit.
type hit struct {
	node, hazard int32
	at, repair   int32   // minutes; drawn when negative
	latest       float64 // a draw above this share comes after the horizon
	key          uint64  // of the time
}

type hitLot struct {
	at     Duration
	repair lot
}

// drawn marks a value that each run draws for itself.
const drawn = -1

// Model is the checked model. It must not be changed.
func (s *System) Model() *Model { return &s.model }

// Find is the place of a node in the model.
func (s *System) Find(id string) (int, bool) {
	i, ok := s.index[id]
	return int(i), ok
}

// Certain says whether the model holds no distributions and no buffer that may
// fail on demand, so that one run tells everything.
func (s *System) Certain() bool { return s.certain }

// Medians is the same system with every distribution at its median and every
// buffer there when it is needed: one plausible course of events.
func (s *System) Medians() (*System, error) {
	m := s.model.clone()
	for i := range m.Nodes {
		settle(&m.Nodes[i].Restart)
		settle(&m.Nodes[i].OwnRepair)
	}
	for i := range m.Groups {
		settle(&m.Groups[i].Buffer)
		m.Groups[i].FailOnDemand = 0
	}
	for i := range m.Hazards {
		settle(&m.Hazards[i].At)
		settle(&m.Hazards[i].Repair)
	}
	return New(m)
}

func settle(d *Duration) {
	if !d.Certain() {
		*d = Fixed(d.Median())
	}
}

// lists are many short lists laid end to end.
type lists struct {
	start []int32
	items []int32
}

func (l *lists) of(i int32) []int32 { return l.items[l.start[i]:l.start[i+1]] }

// gather makes lists from pairs of list number and item. each must yield the
// same pairs on both calls; it keeps their order inside a list.
func gather(count int, each func(yield func(list, item int32))) lists {
	start := make([]int32, count+1)
	each(func(list, _ int32) { start[list+1]++ })
	for i := range count {
		start[i+1] += start[i]
	}
	items := make([]int32, start[count])
	next := make([]int32, count)
	copy(next, start)
	each(func(list, item int32) {
		items[next[list]] = item
		next[list]++
	})
	return lists{start, items}
}
