package cascade

import (
	"context"
	"math/rand/v2"
	"strconv"
	"sync"
	"testing"
	"time"
)

// The goals of the specification, each with the ratio to a plain breadth-first
// search over the same arrays in the same process. Run them with
//
//	go test -run '^$' -bench . ./cascade

// network is a random model with five edges and two groups a node. A fifth of
// the nodes need nothing.
type network struct {
	nodes   int
	damaged float64 // share of nodes that are hit
	weak    float64 // share of groups that need all their providers
	random  bool    // times are distributions
}

const days = 24 * 60

func (n network) system(tb testing.TB) *System {
	r := rand.New(rand.NewPCG(7, uint64(n.nodes)))
	m := Model{Horizon: 30 * days}
	for i := range n.nodes {
		m.Nodes = append(m.Nodes, Node{ID: strconv.Itoa(i), Users: 100, Restart: Fixed(Minutes(r.IntN(240)))})
	}
	for i := range 2 * n.nodes { // the last fifth of the nodes owns none
		m.Groups = append(m.Groups, n.group(r, m.Nodes, m.Nodes[i*2/5].ID))
	}
	for _, node := range m.Nodes {
		n.addHazard(r, &m, node.ID)
	}
	return mustNew(tb, m)
}

func (n network) group(r *rand.Rand, nodes []Node, owner string) Group {
	g := NewGroup(owner, 1)
	for range 2 + r.IntN(2) {
		if id := nodes[r.IntN(len(nodes))].ID; firstPlace(g.Providers, id) < 0 {
			g.Providers = append(g.Providers, id)
		}
	}
	if r.Float64() < n.weak {
		g.K = len(g.Providers)
	}
	hours := Minutes(r.IntN(72))
	if hours > 24 {
		g.Buffer = Fixed((hours - 24) * 60)
		if n.random {
			g.Buffer = Triangular((hours-24)*30, (hours-24)*60, (hours-24)*90)
		}
	}
	return g
}

func (n network) addHazard(r *rand.Rand, m *Model, id string) {
	if n.random {
		mean := 5 * days / n.damaged
		m.Hazards = append(m.Hazards, Hazard{Node: id, At: Exponential(Minutes(mean)), Repair: Lognormal(2*days, 1)})
	} else if r.Float64() < n.damaged {
		m.Hazards = append(m.Hazards, Hazard{Node: id, At: Fixed(Minutes(r.IntN(5 * days))), Repair: Fixed(Minutes(r.IntN(8 * days)))})
	}
}

func firstPlace(list []string, id string) int {
	for i, other := range list {
		if other == id {
			return i
		}
	}
	return -1
}

// built keeps the large systems: every benchmark is entered several times.
var built sync.Map

func (n network) shared(b *testing.B) *System {
	if sys, ok := built.Load(n); ok {
		return sys.(*System)
	}
	sys := n.system(b)
	built.Store(n, sys)
	return sys
}

var (
	collapse = network{nodes: 1_000_000, damaged: 0.15, weak: 0.35}
	tenth    = network{nodes: 1_000_000, damaged: 0.036, weak: 0.15}

	smallCollapse = network{nodes: 10_000, damaged: 0.025, weak: 0.35, random: true}
	smallTenth    = network{nodes: 10_000, damaged: 0.008, weak: 0.15, random: true}
)

// breadthFirst walks the graph from the nodes that are hit and returns how many
// it reached.
func breadthFirst(sys *System, seen []bool, queue []int32) int {
	clear(seen)
	queue = queue[:0]
	visit := func(node int32) {
		if !seen[node] {
			seen[node] = true
			queue = append(queue, node)
		}
	}
	for i := range sys.hits {
		visit(sys.hits[i].node)
	}
	for i := 0; i < len(queue); i++ {
		for _, g := range sys.feeds.of(queue[i]) {
			visit(sys.inputs[g].owner)
		}
	}
	return len(queue)
}

// besideBFS measures run and then a breadth-first search, and reports the ratio.
func besideBFS(b *testing.B, sys *System, engine runner, run func(i int)) {
	run(0) // warm up
	b.ReportAllocs()
	b.ResetTimer()
	for i := range b.N {
		run(i)
	}
	b.StopTimer()
	own := b.Elapsed().Seconds() / float64(b.N)
	down := 0
	engine.each(func(int, int32, int32) { down++ })
	seen, queue := make([]bool, len(sys.model.Nodes)), make([]int32, 0, len(sys.model.Nodes))
	start := time.Now()
	for range b.N {
		breadthFirst(sys, seen, queue)
	}
	bfs := time.Since(start).Seconds() / float64(b.N)
	b.ReportMetric(own/bfs, "x-bfs")
	b.ReportMetric(100*float64(down)/float64(len(sys.model.Nodes)), "%down")
}

func BenchmarkG1FailureTimes(b *testing.B) {
	sys := collapse.shared(b)
	f := NewFailure(sys)
	besideBFS(b, sys, f, func(int) { f.run(0) })
}

func BenchmarkG2Repair(b *testing.B) {
	for name, n := range map[string]network{"collapse": collapse, "tenth": tenth} {
		b.Run(name, func(b *testing.B) {
			sys := n.shared(b)
			r := NewRepair(sys)
			besideBFS(b, sys, r, func(int) { r.run(0) })
		})
	}
}

func BenchmarkG3RepairRun(b *testing.B) {
	for name, n := range map[string]network{"collapse": smallCollapse, "tenth": smallTenth} {
		b.Run(name, func(b *testing.B) {
			sys := n.shared(b)
			r := NewRepair(sys)
			besideBFS(b, sys, r, func(i int) { r.run(newDice(1, i)) })
		})
	}
}

func BenchmarkG4FailureRun(b *testing.B) {
	sys := smallCollapse.shared(b)
	f := NewFailure(sys)
	besideBFS(b, sys, f, func(i int) { f.run(newDice(1, i)) })
}

// BenchmarkMonteCarlo is all of G3 and G4: 10,000 runs with their statistics.
func BenchmarkMonteCarlo(b *testing.B) {
	jobs := []struct {
		name string
		n    network
		mode Mode
	}{
		{"repair/collapse", smallCollapse, WithRepair},
		{"repair/tenth", smallTenth, WithRepair},
		{"failure/collapse", smallCollapse, FailureOnly},
	}
	for _, job := range jobs {
		b.Run(job.name, func(b *testing.B) {
			sys := job.n.shared(b)
			for b.Loop() {
				if _, err := MonteCarlo(context.Background(), sys, Plan{Runs: 10_000, Seed: 1, Mode: job.mode, Workers: 2}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
