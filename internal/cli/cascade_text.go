package cli

import (
	"fmt"
	"io"
	"strings"

	"kijun/cascade"
	"kijun/internal/dependency"
	"kijun/internal/lang"
	"kijun/internal/standard"
)

// modelProblems writes what is wrong with a model file and returns the end of the command.
func (r *run) modelProblems(ps []dependency.Problem, format string) error {
	if format == "json" {
		if err := writeJSON(r.Out, newModelProblemsJSON(ps, r.lang)); err != nil {
			return err
		}
		return errProblems
	}
	if err := r.writeModelProblems(r.Err, ps); err != nil {
		return err
	}
	return errProblems
}

// writeModelProblems writes one line a problem: file:line:column: error: element: message [rule].
func (r *run) writeModelProblems(w io.Writer, ps []dependency.Problem) error {
	for _, p := range ps {
		in := p.In
		if in != "" {
			in += ": "
		}
		if _, err := fmt.Fprintf(w, "%s:%d:%d: %s: %s%s [%s]\n", p.Path, p.Line, p.Column,
			r.say(severityWords[standard.Error]), in, r.say(p.Message), p.Rule.ID); err != nil {
			return err
		}
	}
	return nil
}

// lasting is a length of time in the person's language.
func (r *run) lasting(m cascade.Minutes) string { return r.say(dependency.Lasting(m)) }

// never writes a time, or that it does not come within the horizon.
func (r *run) never(m cascade.Minutes) string {
	if m == cascade.Inf {
		return r.say(dependency.LabelNever)
	}
	return r.lasting(m)
}

// named is a node by its id and, where it has one, its name.
func named(m *cascade.Model, node int) string {
	n := &m.Nodes[node]
	if n.Name == "" || n.Name == n.ID {
		return n.ID
	}
	return n.ID + " " + n.Name
}

// headings writes the first row of a table.
func (r *run) headings(t *table, names ...lang.Text) {
	cells := make([]cell, len(names))
	for i, n := range names {
		cells[i] = cell{r.say(n), bold}
	}
	t.row(cells...)
}

func (r *run) courseText(res *cascade.Result, breaches []cascade.Breach) error {
	m := res.System().Model()
	outages := res.ByTime()
	down, users := 0, int64(0)
	for node := range m.Nodes {
		if res.Down(node) > 0 {
			down++
		}
		users += res.UserMinutes(node)
	}
	fmt.Fprintf(r.Out, "%s\n", r.say(wordCourse.With(r.lasting(m.Horizon), len(m.Nodes), down, dependency.Digits(users/60))))
	t := table{colour: r.Colour}
	if len(outages) > 0 {
		r.headings(&t, wordFrom, wordTo, wordLength, dependency.LabelNode, wordWhy)
	}
	for _, o := range outages {
		t.row(cell{text: r.lasting(o.From)}, cell{text: r.back(o.To)}, cell{text: r.lasting(min(o.To, m.Horizon) - o.From)},
			cell{text: named(m, o.Node)}, cell{text: r.why(res, o)})
	}
	if err := t.write(r.Out); err != nil {
		return err
	}
	for _, b := range breaches {
		fmt.Fprintf(r.Out, "%s\n", r.say(wordBreach.With(named(m, b.Node), dependency.Lasting(b.At), dependency.Lasting(b.Remaining))))
	}
	return r.deadlockText(res)
}

// back is the end of an outage.
func (r *run) back(to cascade.Minutes) string {
	if to == cascade.Inf {
		return r.say(dependency.LabelNotBack)
	}
	return r.lasting(to)
}

// chainLength is how many links of a chain of causes a line of text shows.
const chainLength = 5

// why tells the chain of causes of an outage back to the hazard.
func (r *run) why(res *cascade.Result, o cascade.Outage) string {
	m := res.System().Model()
	chain := res.Why(o)
	var links []string
	for i, link := range chain[1:] {
		if i == chainLength && len(chain) > chainLength+2 {
			links = append(links, "…", fmt.Sprintf("%s (%s)", m.Nodes[chain[len(chain)-1].Node].ID, r.lasting(chain[len(chain)-1].From)))
			break
		}
		links = append(links, fmt.Sprintf("%s (%s)", m.Nodes[link.Node].ID, r.lasting(link.From)))
	}
	links = append(links, r.say(dependency.LabelHazard.With(chain[len(chain)-1].Cause.Hazard)))
	return "← " + strings.Join(links, " ← ")
}

func (r *run) deadlockText(res *cascade.Result) error {
	m := res.System().Model()
	for _, knot := range res.Deadlocks {
		fmt.Fprintf(r.Out, "%s\n", r.say(dependency.LabelKnot.With(strings.Join(idsOf(m, knot), ", "))))
	}
	if len(res.Stuck) > 0 {
		fmt.Fprintf(r.Out, "%s\n", r.say(dependency.LabelStuck.With(strings.Join(idsOf(m, res.Stuck), ", "))))
	}
	if !res.Settled {
		fmt.Fprintf(r.Out, "%s\n", r.say(dependency.LabelUnsettled.With(dependency.Lasting(res.StoppedAt))))
	}
	return nil
}

func (r *run) statisticsText(m *dependency.Model, plan cascade.Plan, s *cascade.Statistics) error {
	fmt.Fprintf(r.Out, "%s\n", r.say(wordStatistics.With(dependency.Lasting(m.Model().Horizon), s.Runs, plan.Seed)))
	t := table{colour: r.Colour}
	r.headings(&t, dependency.LabelNode, dependency.LabelPDown, dependency.LabelFirstDown, dependency.LabelDownMean, dependency.LabelDownRange)
	for i, n := range s.Nodes {
		if n.DownRuns == 0 {
			continue
		}
		low, high := n.Interval(s.Runs)
		t.row(cell{text: named(m.Model(), i)}, cell{text: fmt.Sprintf("%.1f %% (%.1f–%.1f)", 100*n.PDown, 100*low, 100*high)},
			cell{text: r.never(n.FirstDown.P10) + " – " + r.never(n.FirstDown.P50) + " – " + r.never(n.FirstDown.P90)},
			cell{text: r.lasting(cascade.Minutes(n.DownMin.Mean + .5))}, cell{text: r.spread(n.DownMin)})
	}
	if err := t.write(r.Out); err != nil {
		return err
	}
	fmt.Fprintf(r.Out, "%s\n", r.say(dependency.LabelTotals.With(dependency.Digits(int64(s.UserMin.Mean/60)),
		dependency.Digits(s.UserMin.P10/60), dependency.Digits(s.UserMin.P50/60), dependency.Digits(s.UserMin.P90/60))))
	if s.Unsettled > 0 {
		fmt.Fprintf(r.Out, "%s\n", r.say(wordUnsettledRuns.With(s.Unsettled)))
	}
	return nil
}

func (r *run) spread(s cascade.Spread) string {
	return r.lasting(cascade.Minutes(s.P10)) + " – " + r.lasting(cascade.Minutes(s.P50)) + " – " + r.lasting(cascade.Minutes(s.P90))
}

func (r *run) lossesText(m *dependency.Model, l lossesJSON) error {
	fmt.Fprintf(r.Out, "%s\n", r.say(wordLosses.With(l.Mode)))
	t := table{colour: r.Colour}
	r.headings(&t, dependency.LabelNode, wordOwnLoss, wordLoss, wordUsersLost, wordBelow)
	for i, n := range l.Nodes {
		if n.Loss == 0 {
			continue
		}
		below := ""
		if n.BelowLevel {
			below = r.say(wordYes)
		}
		t.row(cell{text: named(m.Model(), i)}, cell{text: fmt.Sprintf("%.1f %%", 100*n.Own)}, cell{text: fmt.Sprintf("%.1f %%", 100*n.Loss)},
			cell{text: fmt.Sprintf("%.0f", n.UsersLost)}, cell{text: below})
	}
	return t.write(r.Out)
}
