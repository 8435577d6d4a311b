package cascade

import (
	"context"
	"reflect"
	"testing"

	"pgregory.net/rapid"
)

// Each single point is what the engine itself says of a model with that one damage: in the end with all
// buffers gone, and within the horizon with the buffers as they are.
func TestSinglePointsByDefinition(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := drawnBy(t).model()
		sys := mustNew(t, m)
		points, err := SinglePoints(context.Background(), sys)
		if err != nil {
			t.Fatalf("%v", err)
		}
		found := map[int]SinglePoint{}
		for i, p := range points {
			found[p.Node] = p
			if i > 0 && points[i-1].UserMin < p.UserMin {
				t.Fatalf("point %d is not in order", i)
			}
		}
		for node := range m.Nodes {
			if want := loseAlone(t, m, node); want.Nodes == 0 {
				if _, listed := found[node]; listed {
					t.Fatalf("node %d takes nobody down, but is listed", node)
				}
			} else if found[node] != want {
				t.Fatalf("node %d: %+v, want %+v\n%+v", node, found[node], want, m)
			}
		}
	})
}

// loseAlone runs the whole engine twice on a model in which only one node is lost.
func loseAlone(t fataler, m Model, node int) SinglePoint {
	alone := deep(m)
	alone.Hazards, alone.RepairNeeds = []Hazard{{Node: m.Nodes[node].ID, Repair: Fixed(Inf)}}, nil
	inTime := mustRun(t, alone)
	for g := range alone.Groups {
		alone.Groups[g].Buffer = Duration{}
	}
	inTheEnd := mustRun(t, alone)
	p := SinglePoint{Node: node, FirstMin: Inf}
	for other := range m.Nodes {
		if other == node || inTheEnd.Down(other) == 0 {
			continue
		}
		p.Nodes++
		p.Users += m.Nodes[other].Users
		if outages := inTime.Outages(other); len(outages) > 0 {
			p.NodesInTime++
			p.FirstMin = min(p.FirstMin, outages[0].From)
			p.UserMin += inTime.UserMinutes(other)
		}
	}
	return p
}

// A sweep is the model with each buffer, run by itself; under common random numbers more buffer never costs.
func TestSweepIsTheModelWithEachBuffer(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawnBy(t)
		m := c.model()
		if c.oneIn(2) {
			m = uncertain(c, m)
		}
		sys := mustNew(t, m)
		group, buffers, plan := c(len(m.Groups)), []Minutes{0, Minutes(1 + c(5)), 9, Inf}, Plan{Runs: 8, Seed: 3, Workers: 1}
		points, err := Sweep(context.Background(), sys, group, buffers, plan)
		if err != nil {
			t.Fatalf("%v", err)
		}
		for i, p := range points {
			changed := deep(m)
			for g := range changed.Groups { // draws keep their names
				changed.Groups[g].Buffer = m.Groups[g].Buffer
			}
			changed.Groups[group].Buffer = Fixed(buffers[i])
			want, err := sampleOrRun(context.Background(), mustNew(t, changed), plan)
			if err != nil {
				t.Fatalf("%v", err)
			}
			owner, _ := sys.Find(m.Groups[group].Owner)
			if got := (SweepPoint{buffers[i], want.Nodes[owner].PDown, want.Nodes[owner].DownMin, want.DownMin, want.UserMin}); !reflect.DeepEqual(p, got) {
				t.Fatalf("buffer %d: %+v, want %+v", buffers[i], p, got)
			}
			if i > 0 && (p.UserMin.Mean > points[i-1].UserMin.Mean || p.PDown > points[i-1].PDown) {
				t.Fatalf("more buffer harms: %+v, then %+v", points[i-1], p)
			}
		}
	})
}

// What one more minute of buffer saves is the difference between two runs.
func TestSensitivity(t *testing.T) {
	m := batteryModel(Fixed(24 * hour))
	m.Hazards[0].Repair = Fixed(48 * hour)
	m.Nodes[1].Users = 7
	savings, err := Sensitivity(context.Background(), mustNew(t, m), []int{0}, hour, Plan{})
	if err != nil || len(savings) != 1 || savings[0] != (Saving{0, 1, 7}) {
		t.Errorf("%+v, %v", savings, err)
	}
}
