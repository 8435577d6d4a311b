package cascade

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// P8: the stuck set and the knots are those of their definitions, found
// naively from the referee's last minute.
func TestStuckByDefinition(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := drawnBy(t).model()
		res := mustRun(t, m)
		f := newReferee(m)
		in := f.stuck()
		var stuck []int
		for v := range in {
			if in[v] {
				stuck = append(stuck, v)
			}
		}
		same(t, "stuck", stuck, res.Stuck)
		same(t, "knots", f.knots(in), res.Deadlocks)
	})
}

// blocks says that the group keeps its owner from starting at the end.
func (f *referee) blocks(g int) bool {
	group := f.m.Groups[g]
	return f.count(f.up, group.Providers) < group.K && !(group.StartOnBuffer && f.level[g] > 0)
}

func (f *referee) stuck() []bool {
	in := make([]bool, len(f.up))
	for v := range in {
		in[v] = !f.up[v] && !f.damaged[v]
	}
	for again := true; again; {
		again = false
		for v := range in {
			if in[v] && !f.waitsInside(v, in) {
				in[v], again = false, true
			}
		}
	}
	return in
}

// waitsInside says that some blocked group of v misses only nodes of the set.
func (f *referee) waitsInside(v int, in []bool) bool {
	for g, group := range f.m.Groups {
		outside := func(p string) bool { return !f.up[f.id[p]] && !in[f.id[p]] }
		if f.id[group.Owner] == v && f.blocks(g) && !slices.ContainsFunc(group.Providers, outside) {
			return true
		}
	}
	return false
}

// knots are the sets of nodes that reach each other by waiting.
func (f *referee) knots(in []bool) (knots [][]int) {
	n := len(in)
	reach := make([][]bool, n)
	for v := range reach {
		reach[v] = make([]bool, n)
	}
	for g, group := range f.m.Groups {
		for _, p := range group.Providers {
			if in[f.id[group.Owner]] && in[f.id[p]] && f.blocks(g) {
				reach[f.id[group.Owner]][f.id[p]] = true
			}
		}
	}
	for k := range n {
		for i := range n {
			for j := range n {
				reach[i][j] = reach[i][j] || reach[i][k] && reach[k][j]
			}
		}
	}
	done := make([]bool, n)
	for v := range n {
		var knot []int
		for w := range n {
			if !done[v] && reach[v][w] && reach[w][v] {
				knot = append(knot, w)
			}
		}
		for _, w := range knot {
			done[w] = true
		}
		if len(knot) > 0 {
			knots = append(knots, knot)
		}
	}
	return knots
}

// P8: applying the remedies frees every node that was stuck.
func TestRemediesFree(t *testing.T) {
	found := 0
	for seed := range uint64(3000 * scale()) {
		res := mustRun(t, seeded(seed).model())
		remedies, err := Remedies(t.Context(), res)
		if err != nil {
			t.Fatal(err)
		}
		if len(remedies) == 0 {
			continue
		}
		found++
		m := deep(*res.sys.Model())
		for _, r := range remedies {
			m.Groups[r.Group].StartOnBuffer = r.StartOnBuffer
			m.Groups[r.Group].Buffer = Fixed(r.Buffer)
		}
		if still := mustRun(t, m).Stuck; len(still) > 0 {
			t.Fatalf("seed %d: %v are stuck after %+v", seed, still, remedies)
		}
	}
	if found < 50 {
		t.Errorf("only %d models had remedies", found)
	}
}

// X falls after 6 hours, Y is repaired after 9 and has 2 hours of its buffer
// left: to start on it is enough.
func TestLeastRemedy(t *testing.T) {
	m := Model{
		Horizon: 100 * hour,
		Nodes:   []Node{{ID: "X"}, {ID: "Y"}},
		Groups:  []Group{buffered(NewGroup("X", 1, "Y"), 6), buffered(NewGroup("Y", 1, "X"), 5)},
		Hazards: []Hazard{{Node: "Y", Repair: hours(9)}},
	}
	remedies, err := Remedies(t.Context(), mustRun(t, m))
	if err != nil {
		t.Fatal(err)
	}
	want := []Remedy{{Group: 1, StartOnBuffer: true, Buffer: 5 * hour}}
	if diff := cmp.Diff(want, remedies); diff != "" {
		t.Error(diff)
	}
}

// Without a buffer to start on, the remedy says to the minute how much it takes:
// Y must last the 3 hours from the fall of X to its own repair.
func TestLeastBuffer(t *testing.T) {
	m := Model{
		Horizon: 100 * hour,
		Nodes:   []Node{{ID: "X"}, {ID: "Y"}},
		Groups:  []Group{buffered(NewGroup("X", 1, "Y"), 6), NewGroup("Y", 1, "X")},
		Hazards: []Hazard{{Node: "Y", Repair: hours(9)}},
	}
	remedies, err := Remedies(t.Context(), mustRun(t, m))
	if err != nil {
		t.Fatal(err)
	}
	// The other way round X would need 3 hours and a minute more than it has.
	want := []Remedy{{Group: 0, StartOnBuffer: true, Buffer: 9*hour + 1}}
	if diff := cmp.Diff(want, remedies); diff != "" {
		t.Error(diff)
	}
}
