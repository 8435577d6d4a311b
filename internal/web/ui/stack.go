package ui

import (
	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"
)

// Stack is one row of stacked bars: shares of a whole, or a note that says why there are none.
type Stack struct {
	Label  g.Node
	Shares []Share
	Note   string
}

// Stacks draws a bar for each row, all of one length, with every number in words beside it. Head names the
// rows, what the bars show is the label.
func Stacks(label, head string, rows []Stack) g.Node {
	return h.Table(h.Class("stacks"), h.THead(h.Tr(h.Th(h.Scope("col"), g.Text(head)), h.Th(h.Scope("col"), g.Text(label)))),
		h.TBody(g.Map(rows, func(s Stack) g.Node {
			return h.Tr(h.Th(h.Scope("row"), s.Label), h.Td(s.draw()))
		})))
}

func (s Stack) draw() g.Node {
	total := 0
	for _, sh := range s.Shares {
		total += sh.Count
	}
	if total == 0 {
		return h.Span(h.Class("note"), g.Text(s.Note))
	}
	return g.Group{barDrawing(s.Shares, total), h.Ul(h.Class("legend"), g.Map(s.Shares, legendItem)), g.If(s.Note != "", h.Div(h.Class("note"), g.Text(s.Note)))}
}

// legendItem is one share in words with the colour that it has in the bar.
func legendItem(s Share) g.Node {
	return h.Li(h.Span(h.Class("key "+string(s.Tone)), g.Attr("aria-hidden", "true")), g.Textf("%s %d", s.Label, s.Count))
}
