package standardweb

import (
	"fmt"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"kijun/internal/lang"
	"kijun/internal/standard"
	"kijun/internal/web/ui"
)

// matrix is items by documents; every mark leads to the clause or to the reason.
func (p report) matrix() g.Node {
	head := []g.Node{h.Th(h.Scope("col"), p.text(wordItem)), h.Th(h.Scope("col"), h.Class("name"), p.text(wordName)), h.Th(h.Scope("col"), h.Class("state"), p.text(wordState))}
	for _, d := range p.Documents {
		head = append(head, h.Th(h.Scope("col"), p.text(standard.TierLabels[d.Tier]), h.Br(), ui.Link("#"+anchor(d.ID), g.Text(d.ID))))
	}
	head = append(head, h.Th(h.Scope("col"), p.text(wordReason)))
	var rows []g.Node
	group := ""
	for _, it := range p.Items {
		if it.Group != group {
			group = it.Group
			rows = append(rows, h.Tr(h.Class("group"), h.Th(h.Scope("colgroup"), h.ColSpan(fmt.Sprint(len(head))), p.text(p.Edition.GroupTitle(group)))))
		}
		rows = append(rows, p.matrixRow(it))
	}
	return g.Group{h.H2(p.text(wordMatrix)), h.P(h.Class("note"), p.text(wordMatrixNote)),
		ui.Wide(p.say(wordMatrix), h.Table(h.Class("matrix"), h.THead(h.Tr(head...)), h.TBody(rows...)))}
}

func (p report) matrixRow(it standard.ItemReport) g.Node {
	cells := []g.Node{
		h.Th(h.Scope("row"), h.Class("id"), h.ID("item-"+it.ID), g.Text(it.ID)),
		h.Td(p.text(it.Title), h.Br(), h.Span(h.Class("meta"), g.Text(it.Number))),
		h.Td(p.tag(it)),
	}
	covering := map[*standard.Document][]standard.Coverer{}
	for _, c := range it.Clauses {
		covering[c.Document] = append(covering[c.Document], c)
	}
	for _, d := range p.Documents {
		cells = append(cells, h.Td(h.Class("cell"), p.marks(covering[d]), p.decision(it, d)))
	}
	return h.Tr(append(cells, h.Td(p.because(it)))...)
}

// marks are the clauses of one document that cover an item.
func (p report) marks(cs []standard.Coverer) g.Node {
	return g.Map(cs, func(c standard.Coverer) g.Node {
		mark := wordFull
		if c.Partly {
			mark = wordPartly
		}
		return h.Div(ui.Link("#"+anchor(c.Document.ID, c.ID), g.Text(p.say(mark)+" "+c.ID)))
	})
}

// decision links what a document decided about an item to the reason.
func (p report) decision(it standard.ItemReport, d *standard.Document) g.Node {
	for _, dec := range d.Decisions {
		if dec.Item == it.ID {
			return h.Div(ui.Link("#"+anchor(d.ID, "decision", it.ID), p.text(choiceWords[dec.Choice])))
		}
	}
	return nil
}

var choiceWords = map[standard.Choice]lang.Text{
	standard.ChoseCovered:     {JA: "規定すると決定", EN: "decided: covered"},
	standard.ChosePartly:      {JA: "一部規定すると決定", EN: "decided: partly"},
	standard.ChoseLeftOut:     {JA: "規定しないと決定", EN: "decided: left out"},
	standard.ChoseFolded:      {JA: "他の項目に包含", EN: "folded"},
	standard.ChoseConsidering: {JA: "検討中", EN: "under consideration"},
}

// because says what a state rests on where no clause answers, and what no document states.
func (p report) because(it standard.ItemReport) g.Node {
	var nodes g.Group
	switch {
	case it.State == standard.Folded:
		nodes = append(nodes, ui.Link("#item-"+it.Into, p.text(wordInto.With(it.Into))))
	case it.State == standard.Delegated && it.By == string(standard.InHouse):
		nodes = append(nodes, p.text(wordToInHouse))
	case it.State == standard.Delegated:
		nodes = append(nodes, p.text(wordToDocument.With(it.By)))
	case !it.Reason.IsZero():
		nodes = append(nodes, ui.Words(p.say(it.Reason)))
	}
	if len(it.Missing) > 0 {
		nodes = append(nodes, h.Div(p.text(wordMissing), h.Ul(g.Map(it.Missing, func(id string) g.Node {
			return h.Li(p.text(p.catalogue.ClassTitle(id)))
		}))))
	}
	return nodes
}
