package ui

import (
	"fmt"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"
)

// Ladder is how far several say one should go in one metric, on one scale.
type Ladder struct {
	Metric string
	Line   float64 // where the strictest demand stands, from 0 to 1; below 0: nowhere
	Rungs  []Rung
}

// Rung is one row of a ladder: who says it, how far, and what is to be noted about it in words.
type Rung struct {
	Who   g.Node
	Limit string
	Note  g.Node
	Share float64 // of the scale, from 0 to 1
	Own   bool    // the reader's own, which is drawn apart
	Tone  Tone
}

// Ladders draws ladders under each other. The line of the strictest demand runs through all rungs of a
// ladder, so that a glance shows which ones reach it. The heads name the columns of who, limit and note.
func Ladders(caption string, heads [3]string, ladders []Ladder) g.Node {
	if len(ladders) == 0 {
		return nil
	}
	head := func(name string) g.Node { return h.Th(h.Scope("col"), g.Text(name)) }
	return h.Table(h.Class("rungs"), h.Caption(g.Text(caption)),
		h.THead(h.Tr(head(heads[0]), head(heads[1]), h.Td(h.Class("scale")), head(heads[2]))),
		g.Map(ladders, func(l Ladder) g.Node {
			return h.TBody(h.Tr(h.Th(h.Scope("rowgroup"), h.ColSpan("4"), h.Class("metric"), g.Text(l.Metric))),
				g.Map(l.Rungs, func(r Rung) g.Node { return r.row(l.Line) }))
		}))
}

func (r Rung) row(line float64) g.Node {
	class := "rung"
	if r.Own {
		class = "rung own"
	}
	return h.Tr(h.Class(class), h.Th(h.Scope("row"), r.Who), h.Td(h.Class("limit"), g.Text(r.Limit)),
		h.Td(h.Class("scale"), r.drawing(line)), h.Td(r.Note))
}

// drawing is a bar as long as the value, and the line across it, which a screen reader skips.
func (r Rung) drawing(line float64) g.Node {
	const width = 1000
	at := func(share float64) int { return max(8, int(share*(width-12))) }
	bar := g.El("rect", g.Attr("x", "0"), g.Attr("y", "7"), g.Attr("height", "10"), g.Attr("width", fmt.Sprint(at(r.Share))), h.Class(string(r.Tone)))
	var mark g.Node
	if line >= 0 {
		mark = g.El("rect", g.Attr("x", fmt.Sprint(at(line)-4)), g.Attr("y", "0"), g.Attr("height", "24"), g.Attr("width", "8"), h.Class("line"))
	}
	return g.El("svg", g.Attr("viewBox", fmt.Sprintf("0 0 %d 24", width)), g.Attr("preserveAspectRatio", "none"), g.Attr("aria-hidden", "true"), bar, mark)
}
