package overviewweb

import (
	"fmt"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"kijun/internal/lang"
	"kijun/internal/standard"
	"kijun/internal/web/ui"
)

// matrix is items by documents; every mark leads to the clause, the decision or the allocation.
func (p sectorPage) matrix() g.Node {
	if len(p.Report.Documents) == 0 {
		return nil
	}
	head := g.Group{h.Th(h.Scope("col"), p.r.Text(wordItem)), h.Th(h.Scope("col"), h.Class("name"), p.r.Text(wordName)), h.Th(h.Scope("col"), h.Class("state"), p.r.Text(wordState))}
	for _, d := range p.Report.Documents {
		head = append(head, h.Th(h.Scope("col"), p.r.Text(standard.TierLabels[d.Tier]), h.Br(), p.title(d)))
	}
	head = append(head, h.Th(h.Scope("col"), p.r.Text(wordAllocation)), h.Th(h.Scope("col"), p.r.Text(wordReason)))
	var rows g.Group
	group := ""
	for _, it := range p.Report.Items {
		if it.Group != group {
			group = it.Group
			rows = append(rows, h.Tr(h.Class("group"), h.Th(h.Scope("colgroup"), h.ColSpan(fmt.Sprint(len(head))), p.r.Text(p.Report.Edition.GroupTitle(group)))))
		}
		rows = append(rows, p.matrixRow(it))
	}
	return g.Group{h.H2(p.r.Text(wordMatrix)), h.P(h.Class("note"), p.r.Text(wordMatrixNote)),
		ui.Wide(p.r.Say(wordMatrix), h.Table(h.Class("matrix"), h.THead(h.Tr(head)), h.TBody(rows)))}
}

func (p sectorPage) matrixRow(it standard.ItemReport) g.Node {
	cells := g.Group{
		h.Th(h.Scope("row"), h.Class("id"), h.ID("item-"+it.ID), ui.Link(guidelineAt(p.r, it.ID), g.Text(it.ID))),
		h.Td(p.r.Text(it.Title), h.Br(), h.Span(h.Class("meta"), g.Text(it.Number))),
		h.Td(ui.Tag(itemTone(it), p.r.Say(standard.StateLabel(it.State, it.Reason)))),
	}
	for _, d := range p.Report.Documents {
		cells = append(cells, h.Td(h.Class("cell"), p.marks(it, d), p.decision(it, d)))
	}
	return h.Tr(append(cells, h.Td(h.Class("cell"), p.allotment(it.ID)), h.Td(p.because(it)))...)
}

// marks are the clauses of one document that cover an item.
func (p sectorPage) marks(it standard.ItemReport, d *standard.Document) g.Node {
	var nodes g.Group
	for _, c := range it.Clauses {
		if c.Document.ID != d.ID {
			continue
		}
		mark := p.r.Say(wordFullMark)
		if c.Partly {
			mark = p.r.Say(wordPartlyMark)
		}
		nodes = append(nodes, h.Div(p.into(d, c.ID, mark+" "+c.ID)))
	}
	return nodes
}

// into leads into a document, where the page knows its record.
func (p sectorPage) into(d *standard.Document, fragment, text string) g.Node {
	record, ok := p.Records[d.ID]
	if !ok {
		return g.Text(text)
	}
	return ui.Link(clauseAt(p.r, record, fragment), g.Text(text))
}

// decision leads to what a document decided about an item.
func (p sectorPage) decision(it standard.ItemReport, d *standard.Document) g.Node {
	for _, dec := range d.Decisions {
		if dec.Item == it.ID {
			return h.Div(p.into(d, decisionsAt, p.r.Say(standard.ChoiceLabels[dec.Choice])))
		}
	}
	return nil
}

// allotment says where the allocation puts an item.
func (p sectorPage) allotment(item string) g.Node {
	t, ok := p.Report.Allocation.Item(item)
	text := lang.Text{}
	switch {
	case !ok:
		return h.Span(h.Class("note"), p.r.Text(wordUnplaced))
	case t.LeftOut:
		text = wordPlacedNowhere
	case t.Document != "":
		text = lang.Same(t.Document)
	default:
		text = standard.TierLabels[t.Tier]
	}
	return ui.Link(allocationAt(p.r, p.Sector.Sector.ID)+"#item-"+item, p.r.Text(text))
}

// because says what a state rests on where no clause answers.
func (p sectorPage) because(it standard.ItemReport) g.Node {
	var nodes g.Group
	switch {
	case it.State == standard.Folded:
		nodes = append(nodes, ui.Link("#item-"+it.Into, p.r.Text(wordInto.With(it.Into))))
	case it.State == standard.Delegated && it.By == string(standard.InHouse):
		nodes = append(nodes, p.r.Text(wordToInHouse))
	case it.State == standard.Delegated:
		nodes = append(nodes, p.r.Text(wordToDocument.With(it.By)))
	case !it.Reason.IsZero():
		nodes = append(nodes, ui.Words(p.r.Say(it.Reason)))
	}
	if len(it.Missing) > 0 {
		nodes = append(nodes, h.Div(h.Class("note"), p.r.Text(wordMissing), h.Ul(g.Map(it.Missing, func(id string) g.Node {
			return h.Li(p.r.Text(p.catalogue.ClassTitle(id)))
		}))))
	}
	return nodes
}
