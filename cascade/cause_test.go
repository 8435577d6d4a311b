package cascade

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Of several causes at one instant the first in the order of the file is named.
func TestFirstCauseInTheFile(t *testing.T) {
	at := func(node string, t Minutes) Hazard { return Hazard{Node: node, At: Fixed(t)} }
	tests := []struct {
		name    string
		groups  []Group
		hazards []Hazard
		want    Cause // of v
	}{
		{"hazard before input", []Group{NewGroup("v", 1, "a")}, []Hazard{at("a", 5), at("v", 5)}, Cause{ByHazard, 1, -1, -1}},
		{"first of two hazards", nil, []Hazard{at("a", 5), at("v", 5), at("v", 5)}, Cause{ByHazard, 1, -1, -1}},
		{"first group", []Group{NewGroup("v", 1, "b"), NewGroup("v", 1, "a")}, []Hazard{at("a", 5), at("b", 5)}, Cause{ByInput, -1, 0, 2}},
		{"first provider of the list", []Group{NewGroup("v", 1, "b", "a")}, []Hazard{at("a", 5), at("b", 5)}, Cause{ByInput, -1, 0, 2}},
		{"the provider that made it short", []Group{NewGroup("v", 1, "a", "b")}, []Hazard{at("a", 3), at("b", 5)}, Cause{ByInput, -1, 0, 2}},
		{"a later link of the same instant", []Group{NewGroup("v", 1, "b"), NewGroup("v", 1, "a"), NewGroup("b", 1, "a")},
			[]Hazard{at("a", 5)}, Cause{ByInput, -1, 0, 2}},
		{"no circle", []Group{NewGroup("v", 1, "b"), NewGroup("b", 1, "v"), NewGroup("v", 1, "a"), NewGroup("b", 1, "a")},
			[]Hazard{at("a", 5)}, Cause{ByInput, -1, 2, 1}},
		{"not itself", []Group{NewGroup("v", 1, "v"), NewGroup("v", 1, "a")}, []Hazard{at("a", 5)}, Cause{ByInput, -1, 1, 1}},
	}
	for _, test := range tests {
		res := mustRun(t, Model{
			Horizon: 10, Nodes: []Node{{ID: "v"}, {ID: "a"}, {ID: "b"}},
			Groups: test.groups, Hazards: test.hazards,
		})
		if diff := cmp.Diff(test.want, res.Outages(0)[0].Cause); diff != "" {
			t.Errorf("%s: %s", test.name, diff)
		}
	}
}

// An outage of no length is not reported, but what it brought about is, and
// the chain of causes goes through it.
func TestOutageOfNoLength(t *testing.T) {
	m := Model{
		Horizon: 50,
		Nodes:   []Node{{ID: "a"}, {ID: "b", Restart: Fixed(3)}},
		Groups:  []Group{NewGroup("b", 1, "a")},
		Hazards: []Hazard{{Node: "a", At: Fixed(5), Repair: Fixed(0)}},
	}
	res := mustRun(t, m)
	if diff := cmp.Diff(map[string][][2]Minutes{"b": {{5, 8}}}, intervals(res)); diff != "" {
		t.Error(diff)
	}
	if chain := res.Why(res.Outages(1)[0]); len(chain) != 2 || chain[1].Node != 0 || chain[1].To != 5 {
		t.Errorf("chain %+v", chain)
	}
}

func TestBreaches(t *testing.T) {
	m := miniTokyo()
	m.Nodes[7].Level = Level{Theta: .5, Tau: hours(10), Users: 9}   // H: down for 56 h, 10 users
	m.Nodes[0].Level = Level{Theta: .5, Tau: hours(1), Users: 0}    // P: nobody uses it directly
	m.Nodes[2].Level = Level{Theta: .5, Tau: hours(26), Users: 100} // T: too few users
	m.Nodes[4].Users, m.Nodes[4].Level = 5, Level{Theta: 1, Tau: hours(80)}
	got := mustRun(t, m).Breaches()
	if len(got) != 1 || got[0].Node != 7 || got[0].At != 58*hour || got[0].UserMin != 560*hour || got[0].Remaining != 46*hour {
		t.Errorf("%+v", got)
	}
}
