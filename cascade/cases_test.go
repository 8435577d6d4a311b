package cascade

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The numbered cases are those of the reference cases for this engine. Cases 1
// to 3 are in package iim, 4, 5 and 9 in networks_test.go, 7 in
// probability_test.go. Case 10 is observations to compare scenarios with, not
// tests.

const hour = 60

func hours(h int64) Duration { return Fixed(Minutes(h * hour)) }

func buffered(g Group, h int64) Group {
	g.Buffer = hours(h)
	return g
}

// miniTokyo is the network of case 8 with its power cut for 96 hours.
func miniTokyo() Model {
	return Model{
		Horizon: 500 * hour,
		Nodes: []Node{
			{ID: "P"}, {ID: "P2"}, {ID: "T", Restart: hours(2)}, {ID: "M", Restart: hours(1)}, {ID: "W", Restart: hours(6)},
			{ID: "D", Restart: hours(4)}, {ID: "D2"}, {ID: "H", Users: 10}, {ID: "B", Restart: hours(1)},
		},
		Groups: []Group{
			buffered(NewGroup("T", 1, "P"), 72),
			buffered(NewGroup("M", 1, "P"), 3),
			NewGroup("M", 1, "T"),
			buffered(NewGroup("W", 1, "P"), 24),
			buffered(NewGroup("W", 1, "T"), 48),
			buffered(NewGroup("D", 1, "P", "P2"), 72),
			buffered(NewGroup("D", 1, "W"), 12),
			buffered(NewGroup("H", 1, "P"), 72),
			buffered(NewGroup("H", 1, "W"), 24),
			NewGroup("B", 1, "D", "D2"),
			NewGroup("B", 1, "T"),
		},
		Hazards: []Hazard{{Node: "P", Repair: hours(96)}},
	}
}

// blackStart is case 8C: power cannot be started without telecom.
func blackStart() Model {
	m := miniTokyo()
	needsTelecom := NewGroup("P", 1, "T")
	needsTelecom.Buffer = Fixed(Inf)
	m.Groups = append(m.Groups, needsTelecom)
	return m
}

// inHours are all outages; an end of -1 is one that does not come.
func inHours(res *Result) map[string][2]int {
	all := map[string][2]int{}
	for id, list := range intervals(res) {
		o := [2]int{int(list[0][0] / hour), -1}
		if list[0][1] != Inf {
			o[1] = int(list[0][1] / hour)
		}
		all[id] = o
	}
	return all
}

func TestMiniTokyo(t *testing.T) {
	secondLost := miniTokyo()
	secondLost.Hazards = append(secondLost.Hazards, Hazard{Node: "D2"})
	tests := []struct {
		name  string
		model Model
		want  map[string][2]int
	}{
		{"8A", miniTokyo(), map[string][2]int{
			"P": {0, 96}, "T": {72, 98}, "M": {3, 99}, "W": {24, 104}, "D": {36, 108}, "H": {48, 104}, "B": {72, 99}}},
		{"8B", secondLost, map[string][2]int{
			"P": {0, 96}, "T": {72, 98}, "M": {3, 99}, "W": {24, 104}, "D": {36, 108}, "H": {48, 104}, "B": {36, 109}, "D2": {0, -1}}},
		{"8C", blackStart(), map[string][2]int{
			"P": {0, -1}, "T": {72, -1}, "M": {3, -1}, "W": {24, -1}, "D": {36, -1}, "H": {48, -1}, "B": {72, -1}}},
	}
	for _, test := range tests {
		if diff := cmp.Diff(test.want, inHours(mustRun(t, test.model))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
}

func TestBlackStartDeadlock(t *testing.T) {
	res := mustRun(t, blackStart())
	if diff := cmp.Diff([]int{0, 2, 3, 4, 5, 7, 8}, res.Stuck); diff != "" {
		t.Errorf("stuck: %s", diff)
	}
	if diff := cmp.Diff([][]int{{0, 2}}, res.Deadlocks); diff != "" {
		t.Errorf("knots: %s", diff)
	}
	remedies, err := Remedies(t.Context(), res)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]Remedy{{Group: 11, StartOnBuffer: true, Buffer: Inf}}, remedies); diff != "" {
		t.Errorf("remedies: %s", diff)
	}
}

// The chain of causes of the hospital: water after 24 hours, power before it.
func TestWhyTheHospitalIsDown(t *testing.T) {
	res := mustRun(t, miniTokyo())
	chain := res.Why(res.Outages(7)[0])
	var got []Cause
	for _, o := range chain {
		got = append(got, o.Cause)
	}
	want := []Cause{{ByInput, -1, 8, 4}, {ByInput, -1, 3, 0}, {ByHazard, 0, -1, -1}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if lost := res.UserMinutes(7); lost != 10*56*hour {
		t.Errorf("%d user minutes, want %d", lost, 10*56*hour)
	}
}

// Case 11: the static bound equals the simulated returns of case 8A; with a
// black start nothing can be promised.
func TestClosedRTO(t *testing.T) {
	want := []Minutes{96, 0, 98, 99, 104, 108, 0, 104, 99}
	for i := range want {
		want[i] *= hour
	}
	if diff := cmp.Diff(want, CheckClosed(mustNew(t, miniTokyo())).Back); diff != "" {
		t.Errorf("8A: %s", diff)
	}
	for i, back := range CheckClosed(mustNew(t, blackStart())).Back {
		if fails := want[i] > 0; fails != (back == Inf) {
			t.Errorf("8C: node %d is back at %d", i, back)
		}
	}
}

// Two nodes that wait for each other do not return together, as a naive fixed
// point would say.
func TestClosedRTOOnALoop(t *testing.T) {
	m := Model{
		Horizon: 100 * hour,
		Nodes:   []Node{{ID: "X"}, {ID: "Y"}},
		Groups:  []Group{buffered(NewGroup("X", 1, "Y"), 6), buffered(NewGroup("Y", 1, "X"), 5)},
		Hazards: []Hazard{{Node: "Y", Repair: hours(9)}},
	}
	if diff := cmp.Diff(map[string][2]int{"X": {6, -1}, "Y": {0, -1}}, inHours(mustRun(t, m))); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]Minutes{Inf, Inf}, CheckClosed(mustNew(t, m)).Back); diff != "" {
		t.Error(diff)
	}
}

// "Bank 4 h, telecom 24 h, battery 3 h, restart 1 h: at least 22 h."
func TestDeclaredRTO(t *testing.T) {
	m := Model{
		Horizon: 100 * hour,
		Nodes: []Node{
			{ID: "bank", RTO: hours(4), Restart: hours(1)}, {ID: "telecom", RTO: hours(24)}, {ID: "power", RTO: hours(2)},
			{ID: "shop", RTO: hours(24)}, {ID: "silent"}, {ID: "depot", RTO: hours(1)},
		},
		Groups: []Group{
			buffered(NewGroup("bank", 1, "telecom"), 3),
			buffered(NewGroup("bank", 1, "power"), 3),           // back before the battery is empty
			NewGroup("shop", 1, "telecom", "power"),             // one of them is back after 2 hours
			NewGroup("depot", 1, "silent"),                      // nothing is declared
			buffered(NewGroup("depot", 1, "silent", "bank"), 4), // an outage of just the buffer bites
		},
	}
	got := CheckDeclared(mustNew(t, m))
	want := Declared{
		Contradictions: []Contradiction{{
			Node: 0, RTO: 4 * hour, Implied: 22 * hour, Begin: 3 * hour, End: 25 * hour, Restart: hour,
			Groups: []GroupReturn{{0, 3 * hour, 24 * hour, 1}},
		}},
		Unstated: []int{3},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// Case 6: the risk of a chain.
func TestChainRisk(t *testing.T) {
	risks, total := ChainRisk([]float64{.8, .5, .4}, []float64{3, 5, 8})
	for i, want := range []float64{2.4, 2.0, 1.28} {
		if math.Abs(risks[i]-want) > 1e-12 {
			t.Errorf("link %d: %v, want %v", i, risks[i], want)
		}
	}
	if math.Abs(total-5.68) > 1e-12 {
		t.Errorf("total %v, want 5.68", total)
	}
}
