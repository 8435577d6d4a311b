package dependency

import (
	"context"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"kijun/cascade"
)

func assess(t interface {
	Helper()
	Fatalf(string, ...any)
}, text string) *Report {
	t.Helper()
	m, ps := Parse("model", []byte(text))
	if m == nil {
		t.Fatalf("%+v", ps)
	}
	r, err := Assess(context.Background(), m, cascade.Plan{})
	if err != nil {
		t.Fatalf("%v", err)
	}
	return r
}

func TestOnBuffer(t *testing.T) {
	r := assess(t, `
horizon: 100m
nodes: [{id: a}, {id: b}, {id: c}, {id: v, users: 10}, {id: w, users: 5, sector: s}]
groups: [{owner: v, providers: [a, b], buffer: 20m}, {owner: v, providers: [c], buffer: 5m, refill: inf}, {owner: w, providers: [v], buffer: inf}]
hazards: [{node: a, at: 10m}, {node: b, at: 20m, repair: 5m}, {node: b, at: 30m, repair: 40m}, {node: c, at: 32m, repair: 3m}]`)
	v, _ := r.Find("v")
	w, _ := r.Find("w")
	// short 20-25, 30-35 on both buffers, 35-45 until the 20 minutes are used up
	if diff := cmp.Diff([]Span{{20, 25}, {30, 45}}, r.OnBuffer(v)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]Span{{45, 70}}, r.OnBuffer(w)); diff != "" {
		t.Error(diff)
	}
	want := []Load{{10, 0, map[string]int64{"": 0}}, {20, 0, map[string]int64{"": 0}}, {25, 0, map[string]int64{"": 0}}, {30, 0, map[string]int64{"": 0}},
		{32, 0, map[string]int64{"": 0}}, {35, 0, map[string]int64{"": 0}}, {45, 10, map[string]int64{"": 10}}, {70, 0, map[string]int64{"": 0}}}
	if diff := cmp.Diff(want, r.UsersDown()); diff != "" {
		t.Error(diff)
	}
}

// The area under the users over time is the users' lost minutes, whatever the model.
func TestUsersDownAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := anyModel(t)
		sys, err := cascade.New(m)
		if err != nil {
			t.Fatal(err)
		}
		if sys, err = sys.Medians(); err != nil {
			t.Fatal(err)
		}
		r, err := Assess(context.Background(), &Model{System: sys}, cascade.Plan{})
		if err != nil {
			t.Fatal(err)
		}
		area, lost := int64(0), int64(0)
		loads := r.UsersDown()
		for i, l := range loads {
			until := m.Horizon
			if i+1 < len(loads) {
				until = loads[i+1].At
			}
			area += l.Users * int64(until-l.At)
		}
		for node := range m.Nodes {
			lost += r.Course.UserMinutes(node)
			for _, s := range r.OnBuffer(node) {
				if slices.ContainsFunc(r.Course.Outages(node), func(o cascade.Outage) bool { return o.From < s.To && s.From < o.To }) {
					t.Fatalf("node %d is down and on a buffer at once: %v", node, s)
				}
			}
		}
		if area != lost {
			t.Fatalf("area %d, lost %d\n%+v", area, lost, m)
		}
	})
}
