package dependencyweb

import (
	"fmt"
	"io"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"kijun/cascade"
	"kijun/internal/dependency"
	"kijun/internal/lang"
	"kijun/internal/web/ui"
)

// RTO writes the comparison of declared recovery times as one HTML file.
func RTO(w io.Writer, m *dependency.Model, d cascade.Declared, c cascade.Closed, l lang.Lang) error {
	p := page{l, m.Model()}
	return ui.Report(w, l, p.say(wordTitleRTO), h.H1(p.text(wordTitleRTO)), p.recovery(d, c))
}

// recovery lists the contradictions, the most time missing first, and when each node is back at the latest.
func (p page) recovery(d cascade.Declared, c cascade.Closed) g.Node {
	nodes := []g.Node{p.heading(wordRecovery)}
	if len(d.Contradictions) == 0 {
		nodes = append(nodes, h.P(p.text(wordNoContradiction)))
	} else {
		nodes = append(nodes, h.Ul(g.Map(d.Contradictions, func(x cascade.Contradiction) g.Node {
			return h.Li(p.text(dependency.Contradicts(p.model, x)))
		})))
	}
	if len(d.Unstated) > 0 {
		nodes = append(nodes, p.note(dependency.LabelUnstated.With(len(d.Unstated))))
	}
	var rows []g.Node
	for i, back := range c.Back {
		if rto := p.model.Nodes[i].RTO; c.Fails[i] && (rto.Given() || back == cascade.Inf) {
			declared := ""
			if rto.Given() {
				declared = p.lasting(rto.Median())
			}
			rows = append(rows, h.Tr(h.Th(h.Scope("row"), g.Text(p.node(i))), p.cell(declared), p.cell(p.back(back))))
		}
	}
	if len(rows) > 0 {
		nodes = append(nodes, p.table(wordClosed, p.columns(dependency.LabelNode, dependency.LabelRTO, dependency.LabelBackAt), rows))
	}
	if dependency.NeverBack(p.model, c) {
		nodes = append(nodes, h.P(p.text(dependency.LabelImpossible)))
	}
	return g.Group(nodes)
}

// SinglePoints writes the single points of failure as one HTML file.
func SinglePoints(w io.Writer, m *dependency.Model, points []cascade.SinglePoint, l lang.Lang) error {
	p := page{l, m.Model()}
	return ui.Report(w, l, p.say(wordTitleSpof), h.H1(p.text(wordTitleSpof)), p.points(points))
}

// pointsShown is how many single points a page lists.
const pointsShown = 100

func (p page) points(points []cascade.SinglePoint) g.Node {
	if len(points) == 0 {
		return g.Group{p.heading(wordPoints), h.P(p.text(wordNoPoints))}
	}
	var rows []g.Node
	for _, x := range points[:min(len(points), pointsShown)] {
		n := &p.model.Nodes[x.Node]
		rows = append(rows, h.Tr(h.Th(h.Scope("row"), g.Text(p.node(x.Node))), p.cell(p.group(n.Sector)), p.digits(x.Nodes), p.digits(x.NodesInTime),
			p.cell(p.never(x.FirstMin)), p.cell(dependency.Digits(x.Users)), p.cell(dependency.Digits(x.UserMin/60))))
	}
	nodes := g.Group{p.heading(wordPoints), p.note(wordPointsNote),
		p.table(wordPoints, p.columns(dependency.LabelNode, dependency.LabelSector, dependency.LabelTakes, dependency.LabelInTime, dependency.LabelFirst, dependency.LabelUsers, dependency.LabelUserHours), rows)}
	if more := len(points) - pointsShown; more > 0 {
		nodes = append(nodes, p.note(wordMore.With(more)))
	}
	return nodes
}

// savings says what one more hour of each buffer that ran out is worth.
func (p scenario) savings() g.Node {
	var rows []g.Node
	for _, s := range p.Savings {
		grp := p.model.Groups[s.Group]
		owner, _ := p.Find(grp.Owner)
		rows = append(rows, h.Tr(h.Th(h.Scope("row"), g.Text(p.node(owner))), p.cell(p.providers(grp)), p.cell(p.lasting(grp.Buffer.Median())),
			h.Td(g.Textf("%.1f", s.DownMin)), p.cell(dependency.Digits(int64(s.UserMin+.5)))))
	}
	if len(rows) == 0 {
		return nil
	}
	return g.Group{h.H3(p.text(wordSavings)), p.note(wordSavingsNote),
		p.table(wordSavings, p.columns(dependency.LabelNode, wordInput, dependency.LabelBuffer, wordSavedDown, wordSavedUsers), rows)}
}

// providers names what a group needs.
func (p page) providers(grp cascade.Group) string {
	names := ""
	for i, id := range grp.Providers {
		if i > 0 {
			names += p.say(wordComma)
		}
		names += id
	}
	if len(grp.Providers) > 1 {
		return p.say(wordKOfN.With(names, grp.K, len(grp.Providers)))
	}
	return names
}

// deadlocks says who waits for whom, and the smallest remedy.
func (p scenario) deadlocks() g.Node {
	if len(p.Course.Stuck) == 0 {
		return nil
	}
	nodes := []g.Node{p.heading(wordDeadlocks)}
	for _, knot := range p.Course.Deadlocks {
		nodes = append(nodes, h.P(p.text(dependency.LabelKnot.With(p.nodes(knot)))))
	}
	nodes = append(nodes, h.P(p.text(dependency.LabelStuck.With(p.nodes(p.Course.Stuck)))))
	if len(p.Remedies) > 0 {
		nodes = append(nodes, h.P(p.text(wordRemedies)), h.Ul(g.Map(p.Remedies, func(r cascade.Remedy) g.Node {
			grp := p.model.Groups[r.Group]
			owner, _ := p.Find(grp.Owner)
			return h.Li(p.text(wordRemedy.With(p.node(owner), p.providers(grp), dependency.Lasting(r.Buffer))))
		})))
	}
	return g.Group(nodes)
}

// chances are the results of many runs.
func (p scenario) chances() g.Node {
	if p.Statistics == nil {
		return nil
	}
	var rows []g.Node
	for i, n := range p.Statistics.Nodes {
		if n.DownRuns == 0 {
			continue
		}
		low, high := n.Interval(p.Statistics.Runs)
		rows = append(rows, h.Tr(h.Th(h.Scope("row"), g.Text(p.node(i))), p.percents("%.1f %% (%.1f–%.1f)", 100*n.PDown, 100*low, 100*high),
			p.cell(p.never(n.FirstDown.P10)+" – "+p.never(n.FirstDown.P50)+" – "+p.never(n.FirstDown.P90)),
			p.cell(p.lasting(cascade.Minutes(n.DownMin.Mean+.5))),
			p.cell(p.lasting(cascade.Minutes(n.DownMin.P10))+" – "+p.lasting(cascade.Minutes(n.DownMin.P50))+" – "+p.lasting(cascade.Minutes(n.DownMin.P90)))))
	}
	u := p.Statistics.UserMin
	return g.Group{p.heading(wordChances), p.note(wordChancesNote.With(p.Statistics.Runs, p.Plan.Seed)),
		h.P(p.text(dependency.LabelTotals.With(dependency.Digits(int64(u.Mean/60)), dependency.Digits(u.P10/60), dependency.Digits(u.P50/60), dependency.Digits(u.P90/60)))),
		p.table(wordChances, p.columns(dependency.LabelNode, dependency.LabelPDown, dependency.LabelFirstDown, dependency.LabelDownMean, dependency.LabelDownRange), rows)}
}

// quality says what stands behind the figures, and what the model does not do.
func (p scenario) quality() g.Node {
	count := func(n int) g.Node { return g.Text(fmt.Sprint(n)) }
	return g.Group{p.heading(wordQuality), ui.Facts([2]g.Node{p.text(wordUncertain), count(len(p.Uncertain))},
		[2]g.Node{p.text(wordNoBuffer), count(p.withoutBuffer())}), p.note(wordLimits)}
}

func (p scenario) withoutBuffer() (count int) {
	for _, grp := range p.model.Groups {
		if !grp.Buffer.Given() {
			count++
		}
	}
	return count
}
