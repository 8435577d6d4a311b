package dependencyweb

import (
	"fmt"
	"slices"
	"strconv"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"kijun/cascade"
	"kijun/internal/dependency"
	"kijun/internal/web/ui"
)

// timelineRows is how many nodes the timeline shows; the rest is counted.
const timelineRows = 300

// timeline is a row for each node that goes down: solid while it is down, thin while it restarts, hatched
// while it runs on a buffer, a line where its recovery time is over.
func (p scenario) timeline() g.Node {
	var order []int
	for _, o := range p.Course.ByTime() {
		if !slices.Contains(order, o.Node) {
			if len(order) == timelineRows {
				break
			}
			order = append(order, o.Node)
		}
	}
	if len(order) == 0 {
		return nil
	}
	rows := make([]g.Node, 0, len(order))
	for _, node := range order {
		rows = append(rows, p.timelineRow(node))
	}
	return g.Group{p.heading(wordTimeline),
		h.P(h.Class("note"), hatchPattern(), p.text(wordTimelineNote.With(dependency.Lasting(p.extent())))),
		h.Table(h.Class("bars"), h.Caption(p.text(wordTimeline)), p.columns(dependency.LabelNode, wordDownTimes, wordCourseOf), h.TBody(rows...)),
		p.causes(order)}
}

func (p scenario) timelineRow(node int) g.Node {
	var times []g.Node
	for _, o := range p.Course.Outages(node) {
		times = append(times, h.Div(g.Text(p.lasting(o.From)+" – "+p.back(o.To))))
	}
	return h.Tr(h.Th(h.Scope("row"), ui.Link("#why-"+strconv.Itoa(node), g.Text(p.node(node)))), h.Td(times...), h.Td(p.bar(node)))
}

// extent is the time that the bars show: the horizon, or less when all is over long before it.
func (p scenario) extent() cascade.Minutes {
	last := cascade.Minutes(1)
	for _, o := range p.Course.ByTime() {
		last = max(last, o.To)
	}
	return min(last, p.model.Horizon)
}

const barWidth = 1000

// bar draws the course of one node.
func (p scenario) bar(node int) g.Node {
	end := p.extent()
	at := func(m cascade.Minutes) int { return int(min(m, end) * barWidth / end) }
	var parts []g.Node
	for quarter := range 5 {
		parts = append(parts, line(quarter*barWidth/4, 0, 24, "1", "#949494"))
	}
	for _, s := range p.OnBuffer(node) {
		parts = append(parts, block(at(s.From), at(s.To), 2, 22, g.Attr("fill", "url(#hatch)"), g.Attr("stroke", "#1a1a1a")))
	}
	restart := p.model.Nodes[node].Restart.Median()
	for _, o := range p.Course.Outages(node) {
		from, to, ready := o.From, min(o.To, end), min(o.To, end)
		if o.To != cascade.Inf {
			ready = max(from, o.To-restart)
		}
		parts = append(parts, block(at(from), at(ready), 2, 22, h.Class("calm")), block(at(ready), at(to), 9, 15, h.Class("calm")))
	}
	if rto := p.model.Nodes[node].RTO; rto.Given() {
		if first := p.Course.Outages(node)[0].From; first+rto.Median() < end && rto.Median() != cascade.Inf {
			parts = append(parts, line(at(first+rto.Median()), 0, 24, "5", "#1a1a1a"))
		}
	}
	return drawing(24, parts...)
}

// drawing is a picture that says nothing that the text beside it does not: a screen reader skips it.
func drawing(height int, parts ...g.Node) g.Node {
	return g.El("svg", append([]g.Node{g.Attr("viewBox", fmt.Sprintf("0 0 %d %d", barWidth, height)), g.Attr("preserveAspectRatio", "none"),
		g.Attr("aria-hidden", "true")}, parts...)...)
}

// block is a filled rectangle of at least a hair's breadth.
func block(from, to, top, bottom int, look ...g.Node) g.Node {
	if to <= from {
		to = from + 2
	}
	return g.El("path", append(look, g.Attr("d", fmt.Sprintf("M%d %dH%dV%dH%dZ", from, top, to, bottom, from)))...)
}

func line(x, top, bottom int, width, colour string) g.Node {
	return g.El("path", g.Attr("d", fmt.Sprintf("M%d %dV%d", x, top, bottom)), g.Attr("stroke", colour), g.Attr("stroke-width", width), g.Attr("fill", "none"))
}

// hatchPattern is defined once; every bar on the page may use it.
func hatchPattern() g.Node {
	return g.El("svg", g.Attr("width", "0"), g.Attr("height", "0"), g.Attr("aria-hidden", "true"),
		g.El("pattern", h.ID("hatch"), g.Attr("width", "12"), g.Attr("height", "12"), g.Attr("patternUnits", "userSpaceOnUse"),
			g.El("path", g.Attr("d", "M0 12L12 0"), g.Attr("stroke", "#1a1a1a"), g.Attr("stroke-width", "2"))))
}

// causes is for each node the chain of causes of its outages, back to a hazard.
func (p scenario) causes(order []int) g.Node {
	nodes := []g.Node{h.H3(p.text(wordCauses))}
	for _, node := range order {
		nodes = append(nodes, h.Div(h.Class("clause"), h.ID("why-"+strconv.Itoa(node)), h.H4(g.Text(p.node(node))),
			g.Map(p.Course.Outages(node), func(o cascade.Outage) g.Node { return h.P(p.chain(o)...) })))
	}
	return g.Group(nodes)
}

// chain reads: 48 h ← water 24 h (buffer 24 h) ← power 0 h ← hazard 0.
func (p scenario) chain(o cascade.Outage) []g.Node {
	links := p.Course.Why(o)
	nodes := []g.Node{g.Text(p.lasting(o.From) + " – " + p.back(o.To))}
	for i, link := range links {
		if link.Cause.Kind == cascade.ByHazard {
			nodes = append(nodes, g.Text(" ← "+p.say(dependency.LabelHazard.With(link.Cause.Hazard))))
			continue
		}
		next := links[i+1]
		nodes = append(nodes, g.Text(" ← "), ui.Link("#why-"+strconv.Itoa(next.Node), g.Text(p.node(next.Node))), g.Text(" "+p.lasting(next.From)))
		if buffer := p.model.Groups[link.Cause.Group].Buffer.Median(); buffer > 0 {
			nodes = append(nodes, g.Text(" "+p.say(wordWithBuffer.With(dependency.Lasting(buffer)))))
		}
	}
	return nodes
}
