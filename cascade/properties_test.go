package cascade

import (
	"context"
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// deep copies what the tests change.
func deep(m Model) Model {
	m = m.clone()
	m.RepairNeeds = slices.Clone(m.RepairNeeds)
	for i := range m.Groups {
		m.Groups[i].Providers = slices.Clone(m.Groups[i].Providers)
	}
	return m
}

// intervals are the outages of each node by its id.
func intervals(res *Result) map[string][][2]Minutes {
	all := map[string][][2]Minutes{}
	for v := range res.down {
		for _, o := range res.Outages(v) {
			id := res.sys.model.Nodes[v].ID
			all[id] = append(all[id], [2]Minutes{o.From, o.To})
		}
	}
	return all
}

// moved is what intervals become when every time t is mapped.
func moved(all map[string][][2]Minutes, by func(Minutes) Minutes) map[string][][2]Minutes {
	to := map[string][][2]Minutes{}
	for id, list := range all {
		for _, o := range list {
			if o[1] != Inf {
				o[1] = by(o[1])
			}
			to[id] = append(to[id], [2]Minutes{by(o[0]), o[1]})
		}
	}
	return to
}

func same(t *rapid.T, what string, want, got any) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Fatalf("%s (-want +got):\n%s", what, diff)
	}
}

func shuffle[T any](c chooser, list []T) {
	for i := len(list) - 1; i > 0; i-- {
		j := c(i + 1)
		list[i], list[j] = list[j], list[i]
	}
}

// P2: the order in which a model is written does not matter.
func TestOrderDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawnBy(t)
		m := c.model()
		other := deep(m)
		shuffle(c, other.Nodes)
		shuffle(c, other.Groups)
		shuffle(c, other.Hazards)
		shuffle(c, other.RepairNeeds)
		for i := range other.Groups {
			shuffle(c, other.Groups[i].Providers)
		}
		first, second := mustRun(t, m), mustRun(t, other)
		same(t, "outages", intervals(first), intervals(second))
		same(t, "stuck", names(first, first.Stuck), names(second, second.Stuck))
		if len(first.Deadlocks) != len(second.Deadlocks) {
			t.Fatalf("%d and %d knots", len(first.Deadlocks), len(second.Deadlocks))
		}
	})
}

func names(res *Result, nodes []int) []string {
	ids := []string{}
	for _, node := range nodes {
		ids = append(ids, res.sys.model.Nodes[node].ID)
	}
	slices.Sort(ids)
	return ids
}

// P3: the failure engine finds the first outages of the full engine when no
// repair ever ends.
func TestFailureEngineAgrees(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := drawnBy(t).model()
		sys := mustNew(t, m)
		f := NewFailure(sys)
		if err := f.Run(); err != nil {
			t.Fatal(err)
		}
		res, err := Run(sys, FailureOnly)
		if err != nil {
			t.Fatal(err)
		}
		for i := range m.Hazards {
			m.Hazards[i].Repair = Fixed(Inf)
		}
		never := mustRun(t, m)
		for v := range m.Nodes {
			want := Inf
			if outages := never.Outages(v); len(outages) > 0 {
				want = outages[0].From
			}
			if got := f.At(v); got != want {
				t.Fatalf("node %d fails at %d, want %d", v, got, want)
			}
		}
		same(t, "mode failure", intervals(never), intervals(res))
	})
}

// improvements each make one thing in the model better.
var improvements = map[string]func(c chooser, m *Model){
	"damage later": func(c chooser, m *Model) {
		h := &m.Hazards[c(len(m.Hazards))]
		if x := Minutes(1 + c(5)); h.Repair.Given() {
			h.At, h.Repair = Fixed(h.At.a+min(x, h.Repair.a)), Fixed(max(0, h.Repair.a-x))
		}
	},
	"no damage": func(c chooser, m *Model) { i := c(len(m.Hazards)); m.Hazards = slices.Delete(m.Hazards, i, i+1) },
	"shorter repair": func(c chooser, m *Model) {
		h := &m.Hazards[c(len(m.Hazards))]
		h.Repair = shorter(c, h.Repair.or(Fixed(20)))
	},
	"larger buffer": func(c chooser, m *Model) {
		g := &m.Groups[c(len(m.Groups))]
		g.Buffer = Fixed(plus(g.Buffer.a, Minutes(1+c(5))))
	},
	"endless buffer": func(c chooser, m *Model) { m.Groups[c(len(m.Groups))].Buffer = Fixed(Inf) },
	"faster refill": func(c chooser, m *Model) {
		g := &m.Groups[c(len(m.Groups))]
		g.Refill = min(g.Refill, 5000) + Refill(c(1500))
	},
	"instant refill": func(c chooser, m *Model) { m.Groups[c(len(m.Groups))].Refill = RefillAtOnce },
	"restart":        func(c chooser, m *Model) { n := &m.Nodes[c(len(m.Nodes))]; n.Restart = shorter(c, n.Restart) },
	"lower k":        func(c chooser, m *Model) { g := &m.Groups[c(len(m.Groups))]; g.K = max(0, g.K-1) },
	"extra provider": func(c chooser, m *Model) {
		g := &m.Groups[c(len(m.Groups))]
		if id := m.Nodes[c(len(m.Nodes))].ID; !slices.Contains(g.Providers, id) {
			g.Providers = append(g.Providers, id)
		}
	},
	"start on buffer": func(c chooser, m *Model) { m.Groups[c(len(m.Groups))].StartOnBuffer = true },
	"group removed":   func(c chooser, m *Model) { i := c(len(m.Groups)); m.Groups = slices.Delete(m.Groups, i, i+1) },
	"need removed": func(c chooser, m *Model) {
		if n := len(m.RepairNeeds); n > 0 {
			i := c(n)
			m.RepairNeeds = slices.Delete(m.RepairNeeds, i, i+1)
		}
	},
}

func shorter(c chooser, d Duration) Duration {
	if d.a == Inf {
		return Fixed(Minutes(c(20)))
	}
	return Fixed(d.a - min(d.a, Minutes(1+c(5))))
}

// Monotonicity: no improvement makes any node worse at any minute. "Shorter
// refill" keeps an instant refill as it is.
func TestImprovementsNeverHarm(t *testing.T) {
	for name, improve := range improvements {
		t.Run(name, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				c := drawnBy(t)
				m := c.model()
				better := deep(m)
				if improve(c, &better); name == "faster refill" {
					for i := range m.Groups {
						if m.Groups[i].Refill == RefillAtOnce {
							better.Groups[i].Refill = RefillAtOnce
						}
					}
				}
				if name == "shorter repair" && len(m.Hazards) > 0 {
					capRepairs(&m, better)
				}
				neverWorse(t, history(mustRun(t, m)), history(mustRun(t, better)))
			})
		})
	}
}

// capRepairs gives hazards without a repair of their own the one that the
// improvement started from.
func capRepairs(m *Model, better Model) {
	for i := range m.Hazards {
		if !m.Hazards[i].Repair.Given() && better.Hazards[i].Repair.Given() {
			m.Hazards[i].Repair = Fixed(20)
		}
	}
}

func neverWorse(t *rapid.T, base, better [][]bool) {
	t.Helper()
	for minute := range base {
		for v, up := range base[minute] {
			if up && !better[minute][v] {
				t.Fatalf("node %d is worse at minute %d", v, minute)
			}
		}
	}
}

// E1: if fuel burned only while the owner runs, a second outage could save fuel
// and make the owner better off. It burns by the clock, so it does not.
func TestFuelBurnsByTheClock(t *testing.T) {
	m := Model{Horizon: 60, Nodes: []Node{{ID: "power"}, {ID: "telecom"}, {ID: "v"}}}
	fuel := NewGroup("v", 1, "power")
	fuel.Buffer, fuel.StartOnBuffer = Fixed(10), true
	m.Groups = []Group{fuel, NewGroup("v", 1, "telecom")}
	m.Hazards = []Hazard{{Node: "power", Repair: Fixed(15)}}
	alone := intervals(mustRun(t, m))["v"]
	m.Hazards = append(m.Hazards, Hazard{Node: "telecom", Repair: Fixed(8)})
	both := intervals(mustRun(t, m))["v"]
	if diff := cmp.Diff([][][2]Minutes{{{10, 15}}, {{0, 8}, {10, 15}}}, [][][2]Minutes{alone, both}); diff != "" {
		t.Error(diff)
	}
}

// P4: time has no zero and no unit.
func TestShiftAndScale(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawnBy(t)
		m := c.model()
		for i := range m.Groups { // parts of a minute do not scale
			m.Groups[i].Refill = []Refill{0, 1000, 3000, RefillAtOnce}[c(4)]
		}
		base := intervals(mustRun(t, m))

		x := Minutes(1 + c(100))
		shifted := deep(m)
		shifted.Horizon += x
		for i := range shifted.Hazards {
			shifted.Hazards[i].At.a += x
		}
		same(t, "shifted", moved(base, func(m Minutes) Minutes { return m + x }), intervals(mustRun(t, shifted)))

		k := Minutes(2 + c(2000)) // reaches into later windows of the queue
		same(t, "scaled", moved(base, func(m Minutes) Minutes { return m * k }), intervals(mustRun(t, scaled(m, k))))
	})
}

func scaled(m Model, k Minutes) Model {
	m = deep(m)
	m.Horizon *= k
	times := func(d *Duration) {
		if d.a != Inf {
			d.a *= k
		}
	}
	for i := range m.Nodes {
		times(&m.Nodes[i].Restart)
		times(&m.Nodes[i].OwnRepair)
	}
	for i := range m.Groups {
		times(&m.Groups[i].Buffer)
	}
	for i := range m.Hazards {
		times(&m.Hazards[i].At)
		times(&m.Hazards[i].Repair)
	}
	return m
}

// P4: without buffers a lost node takes exactly its closure with it; with
// endless buffers only damage counts.
func TestExtremeBuffers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawnBy(t)
		m := c.model()
		m.Hazards = []Hazard{{Node: m.Nodes[0].ID, Repair: Fixed(Inf)}}
		for i := range m.Groups {
			m.Groups[i].Buffer = Fixed(0)
		}
		res := mustRun(t, m)
		var down []int
		for v := 1; v < len(m.Nodes); v++ {
			if outages := res.Outages(v); len(outages) > 0 && outages[0].From == 0 {
				down = append(down, v)
			}
		}
		same(t, "closure", res.sys.Affected(0), down)

		for i := range m.Groups {
			m.Groups[i].Buffer = Fixed(Inf)
		}
		same(t, "endless", map[string][][2]Minutes{m.Nodes[0].ID: {{0, Inf}}}, intervals(mustRun(t, m)))
	})
}

// P5: more buffer on the only input moves the failure by exactly as much, or
// removes it.
func TestBufferMovesFailure(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawnBy(t)
		m := c.model()
		m.Nodes = append(m.Nodes, Node{ID: "last"})
		g := NewGroup("last", 1, m.Nodes[c(len(m.Nodes)-1)].ID)
		first := func(buffer Minutes) Minutes {
			g.Buffer = Fixed(buffer)
			with := deep(m)
			with.Groups = append(with.Groups, g)
			f := NewFailure(mustNew(t, with))
			if err := f.Run(); err != nil {
				t.Fatal(err)
			}
			return f.At(len(m.Nodes) - 1)
		}
		buffer, x := Minutes(c(10)), Minutes(1+c(20))
		before, after := first(buffer), first(buffer+x)
		if want := plus(before, x); after != want && !(want >= m.Horizon && after == Inf) {
			t.Fatalf("fails at %d, with %d more at %d", before, x, after)
		}
	})
}

// P6: a node is down only while it is damaged, or an input is missing, or
// within its restart time after either.
func TestOutagesHaveGrounds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := drawnBy(t).model()
		m.RepairNeeds = nil
		res := mustRun(t, m)
		for v, node := range m.Nodes {
			for _, o := range res.Outages(v) {
				for at := o.From; at < min(o.To, m.Horizon); at++ {
					grounds := false
					for back := Minutes(0); back <= node.Restart.a && back <= at; back++ {
						grounds = grounds || disturbed(res, v, at-back)
					}
					if !grounds {
						t.Fatalf("node %d is down at %d without grounds", v, at)
					}
				}
			}
		}
	})
}

// disturbed says that the node is damaged or lacks an input at some moment of
// the instant t.
func disturbed(res *Result, v int, t Minutes) bool {
	m := res.sys.model
	for _, h := range res.sys.hits {
		if int(h.node) == v && Minutes(h.at) <= t && t <= Minutes(h.at)+Minutes(h.repair) {
			return true
		}
	}
	for g, group := range m.Groups {
		if group.Owner != m.Nodes[v].ID {
			continue
		}
		up := 0
		for _, p := range res.sys.providers.of(int32(g)) {
			down := false
			for _, o := range res.log {
				down = down || o.Node == int(p) && o.From <= t && t <= o.To
			}
			if !down {
				up++
			}
		}
		if up < group.K {
			return true
		}
	}
	return false
}

// P7: every outage has a chain of earlier causes that ends at a hazard.
func TestEveryOutageHasACause(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		res := mustRun(t, drawnBy(t).model())
		for v := range res.down {
			for _, o := range res.Outages(v) {
				checkChain(t, res, o)
			}
		}
	})
}

func checkChain(t *rapid.T, res *Result, o Outage) {
	for steps := 0; o.parent >= 0; steps++ {
		if steps > len(res.log) {
			t.Fatalf("the causes of %+v run in a circle", o)
		}
		c := o.Cause
		group := res.sys.model.Groups[c.Group]
		provider := res.log[o.parent]
		if group.Owner != res.sys.model.Nodes[o.Node].ID || provider.Node != c.Provider || c.Kind != ByInput || c.Hazard != -1 {
			t.Fatalf("cause %+v of %+v does not fit its parent %+v", c, o, provider)
		}
		if !slices.Contains(group.Providers, res.sys.model.Nodes[c.Provider].ID) || provider.From > o.From || provider.To < o.From {
			t.Fatalf("cause %+v of %+v: the provider was not down", c, o)
		}
		o = provider
	}
	isRoot := func(h hit) bool {
		return int(h.node) == o.Node && int(h.hazard) == o.Cause.Hazard && Minutes(h.at) == o.From
	}
	if o.Cause.Kind != ByHazard || o.Cause.Group != -1 || !slices.ContainsFunc(res.sys.hits, isRoot) {
		t.Fatalf("root %+v is no hazard", o)
	}
}

// P9: every attribution adds up to the user minutes lost, in every window.
func TestBlamesAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawnBy(t)
		res := mustRun(t, c.model())
		horizon := res.sys.model.Horizon
		var want int64
		for v := range res.down {
			want += res.UserMinutes(v)
		}
		cut := Minutes(c(int(horizon)))
		for _, by := range []Attribution{ToRoot, ToProvider} {
			all := res.BySector(res.Blames(0, horizon, by))
			early, late := res.BySector(res.Blames(0, cut, by)), res.BySector(res.Blames(cut, Inf, by))
			var sum int64
			for cell, minutes := range all {
				sum += minutes
				if early[cell]+late[cell] != minutes {
					t.Fatalf("cell %v: %d and %d are not %d", cell, early[cell], late[cell], minutes)
				}
			}
			if sum != want {
				t.Fatalf("blames add up to %d, want %d", sum, want)
			}
		}
	})
}

// P9: up and down time fill the horizon.
func TestDownTimeIsTheSumOfOutages(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		res := mustRun(t, drawnBy(t).model())
		rows := history(res)
		for v := range res.down {
			down := Minutes(0)
			for _, row := range rows {
				if !row[v] {
					down++
				}
			}
			if down != res.Down(v) {
				t.Fatalf("node %d: %d minutes down, outages say %d", v, res.Down(v), down)
			}
		}
	})
}

// P11: the three rules bound each other, and max-loss of certain damage along
// full strength is the closure.
func TestRulesAreOrdered(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawnBy(t)
		m := c.model()
		for i := range m.Groups {
			m.Groups[i].Strength /= 10
		}
		sys := mustNew(t, m)
		own := make([]float64, len(m.Nodes))
		for i := range own {
			own[i] = float64(c(11)) / 20
		}
		var losses [3][]float64
		for rule := MaxLoss; rule <= Additive; rule++ {
			var err error
			if losses[rule], err = Losses(sys, own, rule); err == ErrUnstable {
				t.Skip("unstable")
			} else if err != nil {
				t.Fatal(err)
			}
		}
		for v := range own {
			a, b, s := losses[MaxLoss][v], losses[NoisyOr][v], losses[Additive][v]
			if !(own[v] <= a && a <= b+1e-12 && b <= s+1e-9 && s <= 1) {
				t.Fatalf("node %d: own %v, max %v, noisy %v, additive %v", v, own[v], a, b, s)
			}
		}
	})
}

// P12: two hazards together are never better than one of them.
func TestUnionOfHazards(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawnBy(t)
		m := c.model()
		both := history(mustRun(t, m))
		one := deep(m)
		one.Hazards = m.Hazards[:c(len(m.Hazards)+1)]
		neverWorse(t, both, history(mustRun(t, one)))
	})
}

// P13: the closed bound holds for the worst shock it is made for.
func TestClosedBound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := drawnBy(t).model()
		m.Horizon = 1000
		for i := range m.Hazards {
			m.Hazards[i].At = Fixed(0)
		}
		for i := range m.Nodes {
			m.Nodes[i].RTO = m.Nodes[i].OwnRepair.or(Fixed(Minutes(i)))
			m.Nodes[i].OwnRepair = m.Nodes[i].RTO
		}
		for i := range m.Hazards {
			m.Hazards[i].Repair = Duration{}
		}
		res := mustRun(t, m)
		bound := CheckClosed(res.sys)
		for v := range m.Nodes {
			for _, o := range res.Outages(v) {
				if !bound.Fails[v] || o.To > bound.Back[v] {
					t.Fatalf("node %d is out in [%d,%d); the bound is %v, %d", v, o.From, o.To, bound.Fails[v], bound.Back[v])
				}
			}
		}
	})
}

// P10: quantiles are in order and counts add up.
func TestQuantilesAreOrdered(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawnBy(t)
		sys := mustNew(t, uncertain(c, c.model()))
		stats, err := MonteCarlo(context.Background(), sys, Plan{Runs: 1 + c(40), Seed: uint64(c(1000)), Workers: 1})
		if err != nil {
			t.Fatal(err)
		}
		var mean float64
		for _, n := range stats.Nodes {
			f, d := n.FirstDown, n.DownMin
			if f.P10 > f.P50 || f.P50 > f.P90 || d.P10 > d.P50 || d.P50 > d.P90 || n.DownRuns > stats.Runs {
				t.Fatalf("%+v", n)
			}
			if low, high := n.Interval(stats.Runs); !(0 <= low && low <= n.PDown && n.PDown <= high && high <= 1) {
				t.Fatalf("interval %v to %v around %v", low, high, n.PDown)
			}
			mean += d.Mean
		}
		if math.Abs(mean-stats.DownMin.Mean) > 1e-6 {
			t.Fatalf("means add up to %v, want %v", mean, stats.DownMin.Mean)
		}
	})
}

// uncertain makes some durations of a model uncertain.
func uncertain(c chooser, m Model) Model {
	vary := func(d Duration) Duration {
		switch mean := min(d.a, 19) + 1; c(6) {
		case 0:
			return Exponential(mean)
		case 1:
			return Uniform(0, mean)
		case 2:
			return Triangular(0, 1, mean)
		case 3:
			return Lognormal(mean, 0.5)
		}
		return d
	}
	for i := range m.Nodes {
		m.Nodes[i].Restart = vary(m.Nodes[i].Restart)
	}
	for i := range m.Groups {
		m.Groups[i].Buffer = vary(m.Groups[i].Buffer)
		m.Groups[i].FailOnDemand = float64(c(3)) / 4
	}
	for i := range m.Hazards {
		m.Hazards[i].At = vary(m.Hazards[i].At)
		m.Hazards[i].Repair = vary(m.Hazards[i].Repair.or(Fixed(5)))
	}
	return m
}
