package dependency

import (
	"context"
	"slices"

	"kijun/cascade"
)

// Report is all that is known of one scenario.
type Report struct {
	*Model
	Plan cascade.Plan

	// Course is how a certain scenario goes. An uncertain one is shown by the course in which every
	// distribution is at its median, and Typical is set.
	Course  *cascade.Result
	Typical bool

	Statistics *cascade.Statistics // of the plan's runs; nil without runs
	Breaches   []cascade.Breach    // of the course
	Declared   cascade.Declared
	Closed     cascade.Closed
	Points     []cascade.SinglePoint
	Remedies   []cascade.Remedy
	Savings    []cascade.Saving // what one more hour is worth, for the buffers that were used up
}

// Remedies and savings cost a run for each group and trial; above this many nodes they are left out.
const fewNodes = 2_000

// Assess computes all that a report shows. An uncertain model needs runs.
func Assess(ctx context.Context, m *Model, plan cascade.Plan) (*Report, error) {
	r := &Report{Model: m, Plan: plan, Typical: !m.Certain()}
	certain := m.System
	var err error
	if r.Typical {
		if certain, err = m.Medians(); err != nil {
			return nil, err
		}
	}
	if r.Course, err = cascade.Run(certain, plan.Mode); err != nil {
		return nil, err
	}
	if plan.Runs > 0 {
		if r.Statistics, err = cascade.MonteCarlo(ctx, m.System, plan); err != nil {
			return nil, err
		}
	}
	r.Breaches = r.Course.Breaches()
	r.Declared, r.Closed = cascade.CheckDeclared(m.System), cascade.CheckClosed(m.System)
	if r.Points, err = cascade.SinglePoints(ctx, certain); err != nil {
		return nil, err
	}
	if len(m.Model().Nodes) <= fewNodes {
		err = r.advise(ctx, certain)
	}
	return r, err
}

// advise finds what would have helped.
func (r *Report) advise(ctx context.Context, certain *cascade.System) (err error) {
	if r.Remedies, err = cascade.Remedies(ctx, r.Course); err != nil {
		return err
	}
	r.Savings, err = cascade.Sensitivity(ctx, certain, r.exhausted(), 60, cascade.Plan{Mode: r.Plan.Mode})
	slices.SortStableFunc(r.Savings, func(a, b cascade.Saving) int {
		switch {
		case a.UserMin > b.UserMin:
			return -1
		case a.UserMin < b.UserMin:
			return 1
		}
		return 0
	})
	return err
}

// exhausted are the groups, ascending, whose shortage brought their owner down.
func (r *Report) exhausted() []int {
	var groups []int
	for _, o := range r.Course.ByTime() {
		if o.Cause.Kind == cascade.ByInput {
			groups = append(groups, o.Cause.Group)
		}
	}
	slices.Sort(groups)
	return slices.Compact(groups)
}

// Sweep is a scenario with each of several buffers behind one group.
type Sweep struct {
	*Model
	Plan   cascade.Plan
	Group  int
	Points []cascade.SweepPoint
}

// Saved is how many user hours the i-th size saves on average over the one before it, for each hour of
// buffer.
func (s *Sweep) Saved(i int) float64 {
	a, b := s.Points[i-1], s.Points[i]
	return (a.UserMin.Mean - b.UserMin.Mean) / float64(b.Buffer-a.Buffer)
}
