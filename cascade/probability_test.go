package cascade

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"testing"
)

// Case 7 and property P14: closed-form probabilities, each within four standard
// errors, with fixed seeds.

const runs = 20_000

func monteCarlo(t *testing.T, m Model, mode Mode, n int, seed uint64) *Statistics {
	t.Helper()
	stats, err := MonteCarlo(context.Background(), mustNew(t, m), Plan{Runs: n, Seed: seed, Mode: mode})
	if err != nil {
		t.Fatal(err)
	}
	return stats
}

func within4Sigma(t *testing.T, what string, got, want, sd float64, n int) {
	t.Helper()
	if band := 4 * sd / math.Sqrt(float64(n)); math.Abs(got-want) > band {
		t.Errorf("%s = %v, want %v +- %v", what, got, want, band)
	}
}

// batteryModel is case 7a: repair Exp(48 h) of the provider against a buffer.
func batteryModel(buffer Duration) Model {
	g := NewGroup("v", 1, "p")
	g.Buffer = buffer
	return Model{
		Horizon: 5000 * hour,
		Nodes:   []Node{{ID: "p"}, {ID: "v"}},
		Groups:  []Group{g},
		Hazards: []Hazard{{Node: "p", Repair: Exponential(48 * hour)}},
	}
}

func TestBatteryAgainstRepair(t *testing.T) {
	p := math.Exp(-.5)
	v := monteCarlo(t, batteryModel(hours(24)), WithRepair, runs, 1).Nodes[1]
	within4Sigma(t, "P(down)", v.PDown, p, math.Sqrt(p*(1-p)), runs)
	variance := 2*48*48*p - 29.1134716662*29.1134716662
	within4Sigma(t, "hours down", v.DownMin.Mean/hour, 29.1134716662, math.Sqrt(variance), runs)

	// With Exp buffers and repairs the race is won with the rates' share.
	race := monteCarlo(t, batteryModel(Exponential(24*hour)), WithRepair, runs, 2).Nodes[1]
	within4Sigma(t, "P(race)", race.PDown, 2./3, math.Sqrt(2./9), runs)

	never := batteryModel(hours(10_000))
	never.Groups[0].FailOnDemand = .25
	failed := monteCarlo(t, never, WithRepair, runs, 3).Nodes[1]
	within4Sigma(t, "P(fails on demand)", failed.PDown, .25, math.Sqrt(.25*.75), runs)
}

func TestSeriesChain(t *testing.T) {
	m := Model{Horizon: 72*hour + 1, Nodes: []Node{{ID: "0"}}, Hazards: []Hazard{{Node: "0"}}}
	for i := range 5 {
		g := NewGroup(fmt.Sprint(i+1), 1, fmt.Sprint(i))
		g.Buffer = Exponential(10 * hour)
		m.Nodes = append(m.Nodes, Node{ID: g.Owner})
		m.Groups = append(m.Groups, g)
	}
	const p = .8444843844
	tail := monteCarlo(t, m, FailureOnly, runs, 1).Nodes[5]
	within4Sigma(t, "P(tail fails in 72 h)", tail.PDown, p, math.Sqrt(p*(1-p)), runs)

	m.Horizon = 2000 * hour
	tail = monteCarlo(t, m, FailureOnly, runs, 1).Nodes[5]
	within4Sigma(t, "mean of the tail", 2000-tail.DownMin.Mean/hour, 50, 22.360679775, runs)
}

func TestKOfNLifetime(t *testing.T) {
	for _, test := range []struct {
		k, n     int
		mean, sd float64
	}{{2, 3, 83.3333333, 60.0925213}, {3, 5, 78.3333333, 46.2180821}} {
		for _, buffer := range []int64{0, 24} {
			m := Model{Horizon: 5000 * hour, Nodes: []Node{{ID: "v"}}}
			g := buffered(NewGroup("v", test.k), buffer)
			for i := range test.n {
				id := fmt.Sprint(i)
				m.Nodes = append(m.Nodes, Node{ID: id})
				m.Hazards = append(m.Hazards, Hazard{Node: id, At: Exponential(100 * hour)})
				g.Providers = append(g.Providers, id)
			}
			m.Groups = []Group{g}
			v := monteCarlo(t, m, FailureOnly, runs, 1).Nodes[0]
			what := fmt.Sprintf("life of %d of %d with %d h", test.k, test.n, buffer)
			within4Sigma(t, what, 5000-v.DownMin.Mean/hour, test.mean+float64(buffer), test.sd, runs)
		}
	}
}

// Case 7d: three machines that fail and are repaired for 2,000 years; two must
// run.
func TestRepairableSystem(t *testing.T) {
	const years = 2000
	r := rand.New(rand.NewPCG(7, 4))
	m := Model{
		Horizon: years * 8760 * hour,
		Nodes:   []Node{{ID: "a"}, {ID: "b"}, {ID: "c"}, {ID: "v"}},
		Groups:  []Group{NewGroup("v", 2, "a", "b", "c")},
	}
	for _, id := range []string{"a", "b", "c"} {
		for at := Minutes(0); ; {
			at += Minutes(r.ExpFloat64() * 1000 * hour)
			if at >= m.Horizon {
				break
			}
			repair := Minutes(math.Ceil(r.ExpFloat64() * 10 * hour))
			m.Hazards = append(m.Hazards, Hazard{Node: id, At: Fixed(at), Repair: Fixed(repair)})
			at += repair
		}
	}
	res := mustRun(t, m)
	if !res.Settled {
		t.Fatal("not settled")
	}
	outages := len(res.Outages(3))
	within4Sigma(t, "outages", float64(outages), .5101421818*years, math.Sqrt(.5101421818*years), 1)
	within4Sigma(t, "hours an outage", float64(res.Down(3))/hour/float64(outages), 5.0166667, 5.0166667, outages)
}

// P14: the 95 % interval holds the truth in about 95 % of computations.
func TestIntervalCoverage(t *testing.T) {
	truth, hits := math.Exp(-.5), 0
	sys := mustNew(t, batteryModel(hours(24)))
	for seed := range uint64(200) {
		stats, err := MonteCarlo(context.Background(), sys, Plan{Runs: 500, Seed: seed, Workers: 1})
		if err != nil {
			t.Fatal(err)
		}
		if low, high := stats.Nodes[1].Interval(500); low <= truth && truth <= high {
			hits++
		}
	}
	if hits < 182 || hits > 196 {
		t.Errorf("the interval holds the truth in %d of 200 computations", hits)
	}
}

// Every distribution has the mean and the median that it says, and its values
// never fall when the draw rises.
func TestDistributions(t *testing.T) {
	tests := []struct {
		name         string
		d            Duration
		mean, median float64
	}{
		{"constant", Fixed(90), 90, 90},
		{"exponential", Exponential(1000), 1000, 1000 * math.Ln2},
		{"uniform", Uniform(100, 300), 200, 200},
		{"triangular", Triangular(0, 0, 600), 200, 600 * (1 - math.Sqrt(.5))},
		{"triangular to the right", Triangular(0, 600, 600), 400, 600 * math.Sqrt(.5)},
		{"triangular point", Triangular(50, 50, 50), 50, 50},
		{"lognormal", Lognormal(100, .5), 100 * math.Exp(.125), 100},
	}
	for _, test := range tests {
		const n = 200_000
		sum, last := 0.0, 0.0
		for i := range n {
			x := test.d.at((float64(i) + .5) / n)
			if x < last {
				t.Fatalf("%s falls from %v to %v", test.name, last, x)
			}
			sum, last = sum+x, x
		}
		if mean := sum / n; math.Abs(mean-test.mean) > test.mean/1000 {
			t.Errorf("%s: mean %v, want %v", test.name, mean, test.mean)
		}
		if m := float64(test.d.Median()); math.Abs(m-test.median) > .5 {
			t.Errorf("%s: median %v, want %v", test.name, m, test.median)
		}
	}
	if up, down := roundUp(1.2), roundDown(1.8); up != 2 || down != 1 {
		t.Errorf("1.2 goes up to %d, 1.8 down to %d", up, down)
	}
}
