package cascade

import "context"

// SweepPoint is what one size of a buffer leads to.
type SweepPoint struct {
	Buffer  Minutes
	PDown   float64 // of the group's owner
	Owner   Spread  // minutes that the owner is down
	DownMin Spread  // minutes down, over all nodes
	UserMin Spread
}

// Sweep computes the system with each of the given buffers behind one group. An
// uncertain system is sampled by the plan, every point with the same draws; a
// certain one is run once.
func Sweep(ctx context.Context, sys *System, group int, buffers []Minutes, plan Plan) ([]SweepPoint, error) {
	points := make([]SweepPoint, 0, len(buffers))
	for _, buffer := range buffers {
		changed, err := sys.WithBuffer(group, Fixed(buffer))
		if err != nil {
			return nil, err
		}
		stats, err := sampleOrRun(ctx, changed, plan)
		if err != nil {
			return nil, err
		}
		owner := stats.Nodes[sys.inputs[group].owner]
		points = append(points, SweepPoint{buffer, owner.PDown, owner.DownMin, stats.DownMin, stats.UserMin})
	}
	return points, nil
}

// Saving is what a longer buffer behind one group is worth.
type Saving struct {
	Group int
	// DownMin and UserMin are the outage and user minutes saved, on average over
	// the runs, for each minute of buffer added.
	DownMin, UserMin float64
}

// Sensitivity adds a step to the buffer of each given group in turn and
// compares with the system as it is, run by run with the same draws. Uncertain
// and infinite buffers are left out: they have no length to add to.
func Sensitivity(ctx context.Context, sys *System, groups []int, step Minutes, plan Plan) ([]Saving, error) {
	base, err := sampleOrRun(ctx, sys, plan)
	if err != nil {
		return nil, err
	}
	var savings []Saving
	for _, group := range groups {
		if err := sys.knownGroup(group); err != nil {
			return nil, err
		}
		buffer := sys.model.Groups[group].Buffer
		if !buffer.Certain() || buffer.a == Inf {
			continue
		}
		points, err := Sweep(ctx, sys, group, []Minutes{buffer.a + step}, plan)
		if err != nil {
			return nil, err
		}
		savings = append(savings, Saving{
			Group:   group,
			DownMin: (base.DownMin.Mean - points[0].DownMin.Mean) / float64(step),
			UserMin: (base.UserMin.Mean - points[0].UserMin.Mean) / float64(step),
		})
	}
	return savings, nil
}

func sampleOrRun(ctx context.Context, sys *System, plan Plan) (*Statistics, error) {
	if sys.certain {
		plan.Runs, plan.Workers, plan.Progress = 1, 1, nil
	}
	return MonteCarlo(ctx, sys, plan)
}
