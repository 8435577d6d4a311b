package cascade

import (
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// pair is a sound model for tests to spoil.
func pair() Model {
	return Model{
		Horizon: 100,
		Nodes:   []Node{{ID: "a", Sector: "power"}, {ID: "b", Users: 5}},
		Groups:  []Group{NewGroup("b", 1, "a")},
		Hazards: []Hazard{{Node: "a"}},
	}
}

func TestFaults(t *testing.T) {
	tests := []struct {
		path  string
		spoil func(m *Model)
	}{
		{"horizon", func(m *Model) { m.Horizon = 0 }},
		{"horizon", func(m *Model) { m.Horizon = MaxHorizon + 1 }},
		{"horizon", func(m *Model) { m.Horizon = Inf }},
		{"nodes[1].id", func(m *Model) { m.Nodes[1].ID = "a"; m.Groups = nil }},
		{"nodes[1].id", func(m *Model) { m.Nodes[1].ID = ""; m.Groups = nil }},
		{"nodes[0].users", func(m *Model) { m.Nodes[0].Users = -1 }},
		{"nodes[1].users", func(m *Model) { m.Nodes[0].Users, m.Nodes[1].Users = math.MaxInt64/101, math.MaxInt64/101 }},
		{"nodes[0].restart", func(m *Model) { m.Nodes[0].Restart = Fixed(-1) }},
		{"nodes[0].own_repair", func(m *Model) { m.Nodes[0].OwnRepair = Exponential(0) }},
		{"nodes[0].rto", func(m *Model) { m.Nodes[0].RTO = Exponential(5) }},
		{"nodes[0].level.tau", func(m *Model) { m.Nodes[0].Level.Tau = Uniform(1, 2) }},
		{"nodes[0].level.theta", func(m *Model) { m.Nodes[0].Level.Theta = 1.5 }},
		{"nodes[0].level.users", func(m *Model) { m.Nodes[0].Level.Users = -1 }},
		{"groups[0].owner", func(m *Model) { m.Groups[0].Owner = "x" }},
		{"groups[0].providers[1]", func(m *Model) { m.Groups[0].Providers = []string{"a", "x"} }},
		{"groups[0].providers[1]", func(m *Model) { m.Groups[0].Providers = []string{"a", "a"} }},
		{"groups[0].k", func(m *Model) { m.Groups[0].K = 2 }},
		{"groups[0].k", func(m *Model) { m.Groups[0].K = -1 }},
		{"groups[0].buffer", func(m *Model) { m.Groups[0].Buffer = Fixed(MaxDuration + 1) }},
		{"groups[0].buffer", func(m *Model) { m.Groups[0].Buffer = Uniform(5, 4) }},
		{"groups[0].buffer", func(m *Model) { m.Groups[0].Buffer = Triangular(1, 5, 4) }},
		{"groups[0].buffer", func(m *Model) { m.Groups[0].Buffer = Lognormal(0, 1) }},
		{"groups[0].buffer", func(m *Model) { m.Groups[0].Buffer = Lognormal(5, math.NaN()) }},
		{"groups[0].buffer", func(m *Model) { m.Groups[0].Buffer = Exponential(Inf) }},
		{"groups[0].refill", func(m *Model) { m.Groups[0].Refill = -1 }},
		{"groups[0].refill", func(m *Model) { m.Groups[0].Refill = MaxRefill + 1 }},
		{"groups[0].p_fail_on_demand", func(m *Model) { m.Groups[0].FailOnDemand = math.NaN() }},
		{"groups[0].strength", func(m *Model) { m.Groups[0].Strength = 0 }},
		{"groups[0].strength", func(m *Model) { m.Groups[0].Strength = 1.1 }},
		{"hazards[0].node", func(m *Model) { m.Hazards[0].Node = "x" }},
		{"hazards[0].node", func(m *Model) { m.Hazards[0].Node = "" }},
		{"hazards[0].select", func(m *Model) { m.Hazards[0].Select.Sector = "power" }},
		{"hazards[0].select", func(m *Model) { m.Hazards[0] = Hazard{Select: Selection{Sector: "power", Kind: "x"}} }},
		{"hazards[0].at", func(m *Model) { m.Hazards[0].At = Fixed(-5) }},
		{"hazards[0].repair", func(m *Model) { m.Hazards[0].Repair = Fixed(-5) }},
		{"repair_needs[0].node", func(m *Model) { m.RepairNeeds = []RepairNeed{{"x", []string{"a"}, 1}} }},
		{"repair_needs[0].providers[0]", func(m *Model) { m.RepairNeeds = []RepairNeed{{"a", []string{"x"}, 1}} }},
		{"repair_needs[0].k", func(m *Model) { m.RepairNeeds = []RepairNeed{{"a", nil, 1}} }},
	}
	for _, test := range tests {
		m := pair()
		test.spoil(&m)
		_, err := New(m)
		var faults Faults
		if !errors.As(err, &faults) || len(faults) != 1 || faults[0].Path() != test.path || faults[0].Problem == "" {
			t.Errorf("want one fault at %s, got: %v", test.path, err)
		}
	}
}

func TestAllFaultsAtOnce(t *testing.T) {
	m := pair()
	m.Groups[0].Owner, m.Groups[0].K, m.Hazards[0].Node = "x", 9, "y"
	_, err := New(m)
	want := []string{
		`groups[0].owner: "x" is no node of this model`,
		`groups[0].k: 9 of 1 providers; allowed: 0 to 1`,
		`hazards[0].node: "y" is no node of this model`,
	}
	if diff := cmp.Diff(strings.Join(want, "\n"), err.Error()); diff != "" {
		t.Error(diff)
	}
}

func TestSmallestModels(t *testing.T) {
	if res := mustRun(t, Model{Horizon: 1}); len(res.ByTime()) != 0 || len(res.Stuck) != 0 {
		t.Error("a model without nodes has outages")
	}
	always := pair()
	always.Groups[0].K = 0
	if diff := cmp.Diff(map[string][][2]Minutes{"a": {{0, Inf}}}, intervals(mustRun(t, always))); diff != "" {
		t.Errorf("k = 0: %s", diff)
	}
	none := pair()
	none.Groups[0] = NewGroup("b", 0)
	if diff := cmp.Diff(map[string][][2]Minutes{"a": {{0, Inf}}}, intervals(mustRun(t, none))); diff != "" {
		t.Errorf("no providers: %s", diff)
	}
}

// A node that provides for itself stays up, and stays down: it is a knot alone.
func TestSelfProvider(t *testing.T) {
	m := pair()
	m.Groups = []Group{NewGroup("a", 1, "a")}
	m.Hazards[0].Repair = Fixed(5)
	m.Hazards[0].At = Fixed(10)
	res := mustRun(t, m)
	if diff := cmp.Diff(map[string][][2]Minutes{"a": {{10, Inf}}}, intervals(res)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([][]int{{0}}, res.Deadlocks); diff != "" {
		t.Error(diff)
	}
}

// A time at or after the horizon does not exist: an outage that ends there has
// no end.
func TestHorizonCuts(t *testing.T) {
	for repair, end := range map[Minutes]Minutes{98: 98, 99: 99, 100: Inf, 101: Inf, Inf: Inf} {
		m := pair()
		m.Hazards[0].Repair = Fixed(repair)
		res := mustRun(t, m)
		want := map[string][][2]Minutes{"a": {{0, end}}, "b": {{0, end}}}
		if diff := cmp.Diff(want, intervals(res)); diff != "" {
			t.Errorf("repair %d: %s", repair, diff)
		}
		if down := res.Down(1); down != min(repair, 100) {
			t.Errorf("repair %d: down for %d", repair, down)
		}
	}
	late := pair()
	late.Hazards[0].At = Fixed(100)
	if len(mustRun(t, late).ByTime()) != 0 {
		t.Error("a hazard at the horizon counts")
	}
}

// The longest horizon and the longest durations do not overflow.
func TestLongTimes(t *testing.T) {
	m := pair()
	m.Horizon = MaxHorizon
	m.Groups[0].Buffer = Fixed(MaxHorizon - 10)
	m.Groups[0].Refill = MaxRefill
	m.Hazards = []Hazard{
		{Node: "a", At: Fixed(1), Repair: Fixed(1)},
		{Node: "a", At: Fixed(3), Repair: Fixed(MaxDuration)},
	}
	want := map[string][][2]Minutes{"a": {{1, 2}, {3, Inf}}, "b": {{MaxHorizon - 7, Inf}}}
	if diff := cmp.Diff(want, intervals(mustRun(t, m))); diff != "" {
		t.Error(diff)
	}
}

// A pulse that runs round a loop for ever is given up and said to be.
func TestPulseDoesNotSettle(t *testing.T) {
	m := Model{Horizon: MaxHorizon, Nodes: []Node{{ID: "a", Restart: Fixed(1)}, {ID: "b", Restart: Fixed(1)}}}
	m.Groups = []Group{NewGroup("b", 1, "a"), NewGroup("a", 1, "b")}
	for i := range m.Groups {
		m.Groups[i].Buffer, m.Groups[i].Refill, m.Groups[i].StartOnBuffer = Fixed(1), RefillAtOnce, true
	}
	m.Hazards = []Hazard{{Node: "a", Repair: Fixed(0)}}
	res := mustRun(t, m)
	if res.Settled || res.StoppedAt >= m.Horizon {
		t.Errorf("settled: %v, at %d, %d outages", res.Settled, res.StoppedAt, len(res.log))
	}
}

func TestMedians(t *testing.T) {
	m := batteryModel(Exponential(24 * hour))
	m.Nodes[1].Restart = Uniform(10, 20)
	m.Groups[0].FailOnDemand = .5
	sys := mustNew(t, m)
	if _, err := Run(sys, WithRepair); !errors.Is(err, ErrUncertain) {
		t.Errorf("an uncertain model was run once: %v", err)
	}
	typical, err := sys.Medians()
	if err != nil {
		t.Fatal(err)
	}
	res, err := Run(typical, WithRepair)
	if err != nil {
		t.Fatal(err)
	}
	half := func(mean float64) Minutes { return Minutes(math.Round(mean * hour * math.Ln2)) }
	want := map[string][][2]Minutes{"p": {{0, half(48)}}, "v": {{half(24), half(48) + 15}}}
	if diff := cmp.Diff(want, intervals(res)); diff != "" {
		t.Error(diff)
	}
}
