package cli

import (
	"fmt"

	"kijun/cascade"
	"kijun/internal/dependency"
	"kijun/internal/fault"
)

type cascadeCmd struct {
	Run     cascadeRunCmd     `cmd:""`
	Rto     cascadeRTOCmd     `cmd:"" name:"rto"`
	Spof    cascadeSpofCmd    `cmd:""`
	Sweep   cascadeSweepCmd   `cmd:""`
	Iim     cascadeIIMCmd     `cmd:""`
	Convert cascadeConvertCmd `cmd:""`
}

// sampling are the flags of every command that draws uncertain values.
type sampling struct {
	Runs    int
	Seed    uint64 `default:"1"`
	Workers int
}

// plan checks the flags; what a model needs is checked by needsRuns.
func (s *sampling) plan(r *run, mode cascade.Mode) (cascade.Plan, error) {
	if s.Runs < 0 || s.Runs > maxRuns {
		return cascade.Plan{}, fault.New(fault.Invalid, wordBadRuns.With(s.Runs, maxRuns))
	}
	if s.Workers < 0 || s.Workers > maxWorkers {
		return cascade.Plan{}, fault.New(fault.Invalid, wordBadWorkers.With(s.Workers, maxWorkers))
	}
	return cascade.Plan{Runs: s.Runs, Seed: s.Seed, Mode: mode, Workers: s.Workers, Progress: r.progress(s.Runs)}, nil
}

const (
	maxRuns    = 10_000_000
	maxWorkers = 1024
)

// progress writes how many runs are done over one line of the terminal; in a pipe it is silent.
func (r *run) progress(total int) func(done int) {
	if !r.Terminal || total == 0 {
		return nil
	}
	shown := -1
	return func(done int) {
		if percent := done * 100 / total; percent != shown {
			shown = percent
			fmt.Fprintf(r.Err, "\r%s", r.say(wordProgress.With(done, total)))
		}
		if done == total {
			fmt.Fprint(r.Err, "\r\x1b[K")
		}
	}
}

// model reads a model file. What is wrong with it is written, and ends the command.
func (r *run) model(path, format string) (*dependency.Model, error) {
	m, ps := dependency.ReadFile(path, r.In)
	if m == nil {
		return nil, r.modelProblems(ps, format)
	}
	return m, nil
}

// needsRuns refuses a model without one certain course.
func (r *run) needsRuns(m *dependency.Model, runs int, format string) error {
	if runs == 0 && len(m.Uncertain) > 0 {
		return r.modelProblems(m.Uncertain, format)
	}
	return nil
}

type cascadeRunCmd struct {
	Model string `arg:""`
	sampling
	Mode   string `enum:"repair,failure,max-loss,noisy-or,additive" default:"repair"`
	Format string `enum:"text,json,html" default:"text"`
}

// engineModes are those that follow a scenario over time.
var engineModes = map[string]cascade.Mode{"repair": cascade.WithRepair, "failure": cascade.FailureOnly}

// lossRules are the modes that know levels of service but no time.
var lossRules = map[string]cascade.Rule{"max-loss": cascade.MaxLoss, "noisy-or": cascade.NoisyOr, "additive": cascade.Additive}

// Run follows a scenario. A verification level that is breached ends it with errNo.
func (c *cascadeRunCmd) Run(r *run) error {
	m, err := r.model(c.Model, c.Format)
	if err != nil {
		return err
	}
	if rule, ok := lossRules[c.Mode]; ok {
		return c.losses(r, m, rule)
	}
	plan, err := c.plan(r, engineModes[c.Mode])
	if err == nil {
		err = r.needsRuns(m, plan.Runs, c.Format)
	}
	switch {
	case err != nil:
		return err
	case c.Format == "html":
		return c.page(r, m, plan)
	case plan.Runs > 0:
		return c.statistics(r, m, plan)
	}
	res, err := cascade.Run(m.System, plan.Mode)
	if err != nil {
		return err
	}
	breaches := res.Breaches()
	if c.Format == "json" {
		err = writeJSON(r.Out, newCourseJSON(res, breaches))
	} else {
		err = r.courseText(res, breaches)
	}
	if err == nil && len(breaches) > 0 {
		return errNo
	}
	return err
}

func (c *cascadeRunCmd) statistics(r *run, m *dependency.Model, plan cascade.Plan) error {
	stats, err := cascade.MonteCarlo(r.Context, m.System, plan)
	if err != nil {
		return err
	}
	if c.Format == "json" {
		return writeJSON(r.Out, newStatisticsJSON(m, plan, stats))
	}
	return r.statisticsText(m, plan, stats)
}

func (c *cascadeRunCmd) page(r *run, m *dependency.Model, plan cascade.Plan) error {
	report, err := dependency.Assess(r.Context, m, plan)
	if err != nil {
		return err
	}
	if err := r.Pages.Scenario(r.Out, report, r.lang); err != nil {
		return err
	}
	if len(report.Breaches) > 0 && !report.Typical {
		return errNo
	}
	return nil
}

func (c *cascadeRunCmd) losses(r *run, m *dependency.Model, rule cascade.Rule) error {
	switch {
	case c.Runs != 0:
		return fault.New(fault.Invalid, wordNoRunsHere.With(c.Mode))
	case c.Format == "html":
		return fault.New(fault.Invalid, wordNoPageHere.With(c.Mode))
	}
	l, err := newLossesJSON(m, rule)
	if err != nil {
		return err
	}
	if c.Format == "json" {
		err = writeJSON(r.Out, l)
	} else {
		err = r.lossesText(m, l)
	}
	if err == nil && l.below() {
		return errNo
	}
	return err
}
