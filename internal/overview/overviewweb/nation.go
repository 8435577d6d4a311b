package overviewweb

import (
	"fmt"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"kijun/internal/guideline"
	"kijun/internal/lang"
	"kijun/internal/overview"
	"kijun/internal/standard"
	"kijun/internal/web/ui"
)

// nationPage draws the page of the nation for one request.
type nationPage struct {
	*overview.Nation
	r         *ui.Request
	catalogue *guideline.Catalogue
}

func (p Pages) nation(r *ui.Request) (ui.Answer, error) {
	n, err := p.Overview.Nation(r.Context(), r.Actor)
	if err != nil {
		return nil, err
	}
	page := nationPage{n, r, p.Catalogue}
	return ui.Page{Title: r.Say(wordNation), Body: []g.Node{ui.Head(r.Say(wordNation), ui.Print(r.Say(wordPrint))),
		ui.Facts([2]g.Node{r.Text(wordGuideline), r.Text(p.Catalogue.Latest().Title)}, [2]g.Node{r.Text(wordOn), r.Text(lang.Day(r.Today()))}),
		h.P(h.Class("note"), r.Text(wordNationNote)), page.states(), page.matrix(), page.sums()}}, nil
}

// states is a bar of the items for examination for each sector.
func (p nationPage) states() g.Node {
	rows := make([]ui.Stack, len(p.States))
	for i, s := range p.States {
		rows[i] = ui.Stack{Label: ui.Link(p.r.To("sectors", s.Sector.ID), p.r.Text(s.Sector.Title)), Note: p.r.Say(wordNoneVisible)}
		if len(s.Report.Documents) > 0 {
			rows[i].Shares = stateShares(p.r, guideline.Examine, s.Examined())
			rows[i].Note = ""
		}
	}
	return g.Group{h.H2(p.r.Text(wordStatesOfSectors)), ui.Stacks(p.r.Say(guideline.Kinds[guideline.Examine]), p.r.Say(wordSector), rows)}
}

// matrix is items by sectors; every cell leads to the row of the item on the sector's page.
func (p nationPage) matrix() g.Node {
	head := g.Group{h.Th(h.Scope("col"), p.r.Text(wordItem)), h.Th(h.Scope("col"), h.Class("name"), p.r.Text(wordName))}
	for _, s := range p.States {
		head = append(head, h.Th(h.Scope("col"), ui.Link(p.r.To("sectors", s.Sector.ID), p.r.Text(s.Sector.Title))))
	}
	edition := p.catalogue.Latest()
	var rows g.Group
	group := ""
	for _, it := range edition.Asked() {
		if it.Group != group {
			group = it.Group
			rows = append(rows, h.Tr(h.Class("group"), h.Th(h.Scope("colgroup"), h.ColSpan(fmt.Sprint(len(p.States)+2)), p.r.Text(edition.GroupTitle(group)))))
		}
		rows = append(rows, p.matrixRow(it))
	}
	return g.Group{h.H2(p.r.Text(wordNationMatrix)), h.P(h.Class("note"), p.r.Text(wordNationMatrixNote)),
		ui.Wide(p.r.Say(wordNationMatrix), h.Table(h.Class("matrix narrow"), h.THead(h.Tr(head)), h.TBody(rows)))}
}

func (p nationPage) matrixRow(it guideline.Item) g.Node {
	cells := g.Group{h.Th(h.Scope("row"), h.Class("id"), ui.Link(guidelineAt(p.r, it.ID), g.Text(it.ID))), h.Td(p.r.Text(it.Title))}
	for _, s := range p.States {
		if len(s.Report.Documents) == 0 {
			cells = append(cells, h.Td(h.Class("cell"), ui.Link(p.r.To("sectors", s.Sector.ID), p.r.Text(wordNoDocument))))
			continue
		}
		state := s.Item(it.ID)
		cells = append(cells, h.Td(h.Class("cell"), ui.Link(itemAt(p.r, s.Sector.ID, it.ID), ui.Tag(itemTone(state), p.r.Say(shortState(state))))))
	}
	return h.Tr(cells)
}

// sums are for the Cabinet Secretariat: what organisations sent, added up over each sector, without names.
func (p nationPage) sums() g.Node {
	if p.Sums == nil {
		return nil
	}
	nodes := g.Group{h.H2(p.r.Text(wordNationSums)), h.P(h.Class("note"), p.r.Text(wordNationSumsNote.With(overview.Fewest)))}
	if p.Sums.Unread > 0 {
		nodes = append(nodes, h.P(h.Class("note"), p.r.Text(wordUnread.With(p.Sums.Unread))))
	}
	if len(p.Sums.Years) == 0 {
		return append(nodes, ui.Empty(p.r.Say(wordNothingSentNation)))
	}
	for _, q := range questions {
		var rows []ui.Stack
		for _, y := range p.Sums.Years {
			row := ui.Stack{Label: p.r.Text(lang.FiscalYear(y.Year)), Note: p.r.Say(wordAllFew)}
			if y.Sectors > 0 {
				row = ui.Stack{Label: p.r.Text(wordNationYear.With(lang.FiscalYear(y.Year), y.Organisations, y.Sectors)), Shares: answerShares(p.r, q.of(y.Tally))}
			}
			rows = append(rows, row)
		}
		nodes = append(nodes, h.H3(p.r.Text(wordByYearOf.With(q.title))), ui.Stacks(p.r.Say(q.title), p.r.Say(wordYear), rows))
	}
	return append(nodes, h.H3(p.r.Text(wordBySector)), p.bySector())
}

// bySector is sectors by years. A cell says how many said yes of how many asked, or why it does not.
func (p nationPage) bySector() g.Node {
	head := g.Group{h.Th(h.Scope("col"), p.r.Text(wordSector))}
	for _, y := range p.Sums.Years {
		head = append(head, h.Th(h.Scope("col"), p.r.Text(lang.FiscalYear(y.Year))))
	}
	return g.Group{h.P(h.Class("note"), p.r.Text(wordBySectorNote)), ui.Wide(p.r.Say(wordBySector), h.Table(h.Class("matrix"), h.THead(h.Tr(head)),
		h.TBody(g.Map(p.Sums.Sectors, func(s overview.SectorTotals) g.Node {
			sector, _ := p.catalogue.Sector(s.Sector)
			cells := g.Group{h.Th(h.Scope("row"), ui.Link(p.r.To("sectors", s.Sector), p.r.Text(sector.Title)))}
			for _, c := range s.Years {
				cells = append(cells, h.Td(h.Class("cell"), p.cell(c)))
			}
			return h.Tr(cells)
		}))))}
}

func (p nationPage) cell(c overview.Cell) g.Node {
	switch {
	case c.Few:
		return h.Span(h.Class("note"), p.r.Text(wordFew.With(overview.Fewest)))
	case c.Organisations == 0:
		return h.Span(h.Class("note"), p.r.Text(wordNoneSent))
	}
	nodes := g.Group{h.Div(h.Strong(p.r.Text(wordOrganisations.With(c.Organisations))))}
	for _, q := range questions {
		a := q.of(c.Tally)
		nodes = append(nodes, h.Div(g.Text(p.r.Say(wordYesOf.With(q.title, a.Yes, a.Total())))))
	}
	return nodes
}

// shortState names a state in a narrow cell.
func shortState(it standard.ItemReport) lang.Text {
	if it.State == standard.LeftOutItem && it.Reason.IsZero() {
		return wordLeftOutSilently
	}
	return shortStates[it.State]
}
