package dependencyweb

import (
	"fmt"
	"io"
	"slices"
	"strings"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"kijun/cascade"
	"kijun/internal/dependency"
	"kijun/internal/lang"
	"kijun/internal/web/ui"
)

// page is what every report needs to say anything.
type page struct {
	lang  lang.Lang
	model *cascade.Model
}

func (p page) say(t lang.Text) string                  { return t.In(p.lang) }
func (p page) text(t lang.Text) g.Node                 { return g.Text(p.say(t)) }
func (p page) lasting(m cascade.Minutes) string        { return p.say(dependency.Lasting(m)) }
func (p page) heading(t lang.Text) g.Node              { return h.H2(p.text(t)) }
func (p page) note(t lang.Text) g.Node                 { return h.P(h.Class("note"), p.text(t)) }
func (p page) percents(format string, a ...any) g.Node { return h.Td(g.Textf(format, a...)) }
func (p page) digits(n int) g.Node                     { return p.cell(dependency.Digits(int64(n))) }
func (p page) cell(s string) g.Node                    { return h.Td(g.Text(s)) }
func (p page) columns(names ...lang.Text) g.Node {
	return h.THead(h.Tr(g.Map(names, func(t lang.Text) g.Node { return h.Th(h.Scope("col"), p.text(t)) })))
}

// table is a table that scrolls sideways where it must.
func (p page) table(name lang.Text, head g.Node, rows []g.Node) g.Node {
	return ui.Wide(p.say(name), h.Table(h.Caption(p.text(name)), head, h.TBody(rows...)))
}

// never is a time, or that it does not come.
func (p page) never(m cascade.Minutes) string {
	if m == cascade.Inf {
		return p.say(dependency.LabelNever)
	}
	return p.lasting(m)
}

// back is the end of an outage.
func (p page) back(m cascade.Minutes) string {
	if m == cascade.Inf {
		return p.say(dependency.LabelNotBack)
	}
	return p.lasting(m)
}

// node is a node by name, with its id where they differ.
func (p page) node(i int) string {
	n := &p.model.Nodes[i]
	if n.Name == "" || n.Name == n.ID {
		return n.ID
	}
	return n.Name + " (" + n.ID + ")"
}

func (p page) nodes(list []int) string {
	var names []string
	for _, i := range list {
		names = append(names, p.node(i))
	}
	return strings.Join(names, p.say(wordComma))
}

// scenario renders one report in one language.
type scenario struct {
	page
	*dependency.Report
}

// Scenario writes the report of a scenario as one self-contained HTML file.
func Scenario(w io.Writer, r *dependency.Report, l lang.Lang) error {
	p := scenario{page{l, r.Model.Model()}, r}
	return ui.Report(w, l, p.say(wordTitle), p.head(), p.headline(), p.timeline(), p.chances(), p.matrices(), p.users(),
		p.regions(), p.recovery(r.Declared, r.Closed), p.points(r.Points), p.savings(), p.deadlocks(), p.quality())
}

func (p scenario) head() g.Node {
	count := func(n int) g.Node { return g.Text(fmt.Sprint(n)) }
	facts := [][2]g.Node{
		{p.text(wordHorizon), g.Text(p.lasting(p.model.Horizon))},
		{p.text(wordNodes), count(len(p.model.Nodes))}, {p.text(wordGroups), count(len(p.model.Groups))}, {p.text(wordHazards), count(len(p.model.Hazards))},
	}
	if p.Statistics != nil {
		facts = append(facts, [2]g.Node{p.text(wordRuns), g.Textf("%d (seed %d)", p.Statistics.Runs, p.Plan.Seed)})
	}
	return h.Header(h.H1(p.text(wordTitle)), ui.Facts(facts...))
}

// headline says in a few sentences what fails first, whose level is breached, when it is worst and when all
// are back.
func (p scenario) headline() g.Node {
	outages := p.Course.ByTime()
	if len(outages) == 0 {
		return h.P(h.Class("lead"), p.text(wordNothingDown))
	}
	sentences := []lang.Text{p.firstDown(outages)}
	if len(p.Breaches) > 0 {
		first := slices.MinFunc(p.Breaches, func(a, b cascade.Breach) int { return int(a.At - b.At) })
		sentences = append(sentences, wordBreachLead.With(len(p.Breaches), p.node(first.Node), dependency.Lasting(first.At)))
	}
	worst, last := dependency.Load{}, cascade.Minutes(0)
	for _, load := range p.UsersDown() {
		if load.Users > worst.Users {
			worst = load
		}
	}
	for _, o := range outages {
		last = max(last, o.To)
	}
	if worst.Users > 0 {
		sentences = append(sentences, wordWorst.With(dependency.Lasting(worst.At), dependency.Digits(worst.Users)))
	}
	if last == cascade.Inf {
		sentences = append(sentences, wordNotAllBack)
	} else {
		sentences = append(sentences, wordAllBack.With(dependency.Lasting(last)))
	}
	nodes := []g.Node{h.P(h.Class("lead"), g.Map(sentences, func(t lang.Text) g.Node { return g.Text(p.say(t)) }))}
	if p.Typical {
		nodes = append(nodes, p.note(wordTypical))
	}
	if !p.Course.Settled {
		nodes = append(nodes, p.note(dependency.LabelUnsettled.With(dependency.Lasting(p.Course.StoppedAt))))
	}
	return g.Group(nodes)
}

// firstDown names what is hit first and what goes down first because of it.
func (p scenario) firstDown(outages []cascade.Outage) lang.Text {
	for _, o := range outages {
		if o.Cause.Kind == cascade.ByInput {
			return wordFirstThen.With(p.node(outages[0].Node), dependency.Lasting(outages[0].From), p.node(o.Node), dependency.Lasting(o.From))
		}
	}
	return wordFirstOnly.With(p.node(outages[0].Node), dependency.Lasting(outages[0].From))
}
