package cli

import (
	"fmt"
	"strconv"
	"strings"

	"kijun/cascade"
	"kijun/internal/dependency"
	"kijun/internal/fault"
)

type cascadeSweepCmd struct {
	Model string `arg:""`
	sampling
	Group  string `required:""`
	Buffer string `required:""`
	Step   string `default:"6h"`
	Format string `enum:"text,json,html" default:"text"`
}

// The JSON of `kijun cascade sweep`, documented in docs/formats.md.
type (
	sweepJSON struct {
		Group  int              `json:"group"`
		Owner  string           `json:"owner"`
		Runs   int              `json:"runs"`
		Seed   uint64           `json:"seed"`
		Points []sweepPointJSON `json:"points"`
	}
	sweepPointJSON struct {
		Buffer  *cascade.Minutes `json:"buffer_min"`
		PDown   float64          `json:"p_down"`
		Owner   spreadJSON       `json:"owner_down_min"`
		DownMin spreadJSON       `json:"down_min"`
		UserMin spreadJSON       `json:"user_min"`
	}
)

// Run computes the scenario with each size of one buffer.
func (c *cascadeSweepCmd) Run(r *run) error {
	m, err := r.model(c.Model, c.Format)
	if err != nil {
		return err
	}
	plan, err := c.plan(r, cascade.WithRepair)
	if err == nil {
		err = r.needsRuns(m, plan.Runs, c.Format)
	}
	if err != nil {
		return err
	}
	plan.Progress = nil
	group, err := chosenGroup(m.Model(), c.Group)
	if err != nil {
		return err
	}
	buffers, err := c.buffers()
	if err != nil {
		return err
	}
	points, err := cascade.Sweep(r.Context, m.System, group, buffers, plan)
	if err != nil {
		return err
	}
	s := &dependency.Sweep{Model: m, Plan: plan, Group: group, Points: points}
	switch c.Format {
	case "json":
		return writeJSON(r.Out, newSweepJSON(s))
	case "html":
		return r.Pages.Sweep(r.Out, s, r.lang)
	}
	return r.sweepText(s)
}

// chosenGroup is a group by its number, or by its owner where that has only one.
func chosenGroup(m *cascade.Model, name string) (int, error) {
	if n, err := strconv.Atoi(name); err == nil && n >= 0 && n < len(m.Groups) {
		return n, nil
	}
	var owned []string
	last := -1
	for g := range m.Groups {
		if m.Groups[g].Owner == name {
			owned = append(owned, fmt.Sprintf("%d (%s)", g, strings.Join(m.Groups[g].Providers, ", ")))
			last = g
		}
	}
	switch len(owned) {
	case 0:
		return 0, fault.New(fault.Invalid, wordNoGroup.With(name, len(m.Groups)-1))
	case 1:
		return last, nil
	}
	return 0, fault.New(fault.Invalid, wordManyGroups.With(name, strings.Join(owned, "; ")))
}

// maxPoints bounds the sizes of one sweep.
const maxPoints = 10_000

// buffers are the sizes from --buffer A..B in steps, or the one that it names.
func (c *cascadeSweepCmd) buffers() ([]cascade.Minutes, error) {
	first, last, ranged := strings.Cut(c.Buffer, "..")
	from, ok := dependency.ParseMinutes(first)
	to, also := from, ok
	if ranged {
		to, also = dependency.ParseMinutes(last)
	}
	if !ok || !also || from > to || ranged && to == cascade.Inf {
		return nil, fault.New(fault.Invalid, wordBadBuffer.With(c.Buffer))
	}
	step, ok := dependency.ParseMinutes(c.Step)
	if !ok || step <= 0 || step == cascade.Inf || (to-from)/step >= maxPoints {
		return nil, fault.New(fault.Invalid, wordBadStep.With(c.Step, maxPoints))
	}
	var sizes []cascade.Minutes
	for b := from; b < to; b += step {
		sizes = append(sizes, b)
	}
	return append(sizes, to), nil
}

func newSweepJSON(s *dependency.Sweep) sweepJSON {
	out := sweepJSON{s.Group, s.Model.Model().Groups[s.Group].Owner, s.Plan.Runs, s.Plan.Seed, []sweepPointJSON{}}
	for _, p := range s.Points {
		out.Points = append(out.Points, sweepPointJSON{finite(p.Buffer), p.PDown, spreadJSON(p.Owner), spreadJSON(p.DownMin), spreadJSON(p.UserMin)})
	}
	return out
}

func (r *run) sweepText(s *dependency.Sweep) error {
	m := s.Model.Model()
	g := m.Groups[s.Group]
	node, _ := s.Model.Find(g.Owner)
	fmt.Fprintf(r.Out, "%s\n", r.say(wordSweep.With(s.Group, named(m, node), strings.Join(g.Providers, ", "))))
	t := table{colour: r.Colour}
	r.headings(&t, dependency.LabelBuffer, dependency.LabelPDown, dependency.LabelDownMean, dependency.LabelUserHours, dependency.LabelSaved)
	for i, p := range s.Points {
		saved := ""
		if i > 0 && p.Buffer != cascade.Inf {
			saved = fmt.Sprintf("%.1f", s.Saved(i))
		}
		t.row(cell{text: r.lasting(p.Buffer)}, cell{text: fmt.Sprintf("%.1f %%", 100*p.PDown)},
			cell{text: r.lasting(cascade.Minutes(p.Owner.Mean + .5))}, cell{text: dependency.Digits(int64(p.UserMin.Mean / 60))}, cell{text: saved})
	}
	return t.write(r.Out)
}
