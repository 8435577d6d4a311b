package overviewweb

import (
	"fmt"
	"strings"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"kijun/internal/lang"
	"kijun/internal/overview"
	"kijun/internal/submission"
	"kijun/internal/web/ui"
)

// received is for the ministry that answers for the sector: sums of what was sent, and who sent.
func (p sectorPage) received() g.Node {
	if !p.Answers {
		return nil
	}
	nodes := g.Group{h.H2(p.r.Text(wordSums)), h.P(h.Class("note"), p.r.Text(wordSumsNote))}
	if len(p.Sent) == 0 {
		return append(nodes, ui.Empty(p.r.Say(wordNothingSent)), p.unread())
	}
	newest := p.Years[0]
	year := lang.FiscalYear(newest.Year)
	nodes = append(nodes, h.P(h.Class("lead"), p.r.Text(wordSentBy.With(year, newest.Organisations, p.Operators))),
		stacks(p.r, year, newest.Tally), p.unread())
	if len(p.Years) > 1 {
		nodes = append(nodes, h.H3(p.r.Text(wordByYear)), p.years())
	}
	return append(nodes, h.H3(p.r.Text(wordByItem.With(year))), p.byItem(newest), h.H3(p.r.Text(wordSenders.With(len(p.Sent)))), p.senders())
}

func (p sectorPage) unread() g.Node {
	if p.Unread == 0 {
		return nil
	}
	return h.P(h.Class("note"), p.r.Text(wordUnread.With(p.Unread)))
}

// stacks shows the three answers of a tally.
func stacks(r *ui.Request, year lang.Text, t overview.Tally) g.Node {
	rows := make([]ui.Stack, len(questions))
	for i, q := range questions {
		rows[i] = ui.Stack{Label: r.Text(q.title), Shares: answerShares(r, q.of(t))}
	}
	return g.Group{ui.Stacks(r.Say(wordAnswersOf.With(year)), r.Say(wordQuestion), rows),
		g.If(t.NotApplicable > 0, h.P(h.Class("note"), r.Text(wordNotApplicable.With(t.NotApplicable, t.Entries))))}
}

// years compares fiscal years: each answer of all that sent in that year.
func (p sectorPage) years() g.Node {
	var nodes g.Group
	for _, q := range questions {
		var rows []ui.Stack
		for _, s := range p.Years {
			rows = append(rows, ui.Stack{Label: p.r.Text(wordYearOf.With(lang.FiscalYear(s.Year), s.Organisations)), Shares: answerShares(p.r, q.of(s.Tally))})
		}
		nodes = append(nodes, ui.Stacks(p.r.Say(q.title), p.r.Say(wordYear), rows))
	}
	return nodes
}

// byItem counts the answers under each item, in the order of the guideline.
func (p sectorPage) byItem(s overview.Sum) g.Node {
	if len(s.Items) == 0 {
		return h.P(p.r.Text(wordNoItems))
	}
	head := []lang.Text{wordItem, wordName, wordEntries}
	for _, q := range questions {
		head = append(head, q.title)
	}
	var rows g.Group
	for _, it := range p.Report.Items {
		t, ok := s.Items[it.ID]
		if !ok {
			continue
		}
		cells := g.Group{h.Th(h.Scope("row"), h.Class("id"), ui.Link("#item-"+it.ID, g.Text(it.ID))), h.Td(p.r.Text(it.Title)),
			h.Td(h.Class("number"), g.Textf("%d", t.Entries-t.NotApplicable))}
		for _, q := range questions {
			cells = append(cells, h.Td(g.Text(inWords(p.r, q.of(t)))))
		}
		rows = append(rows, h.Tr(cells))
	}
	note := g.Node(nil)
	if s.ByGroup > 0 {
		note = h.P(h.Class("note"), p.r.Text(wordSomeByGroup.With(s.ByGroup)))
	}
	return g.Group{note, ui.Wide(p.r.Say(wordByItem.With(lang.FiscalYear(s.Year))), h.Table(h.THead(h.Tr(ui.Columns(p.r, head...))), h.TBody(rows)))}
}

// inWords are the answers that were given, with their numbers.
func inWords(r *ui.Request, a overview.Answer) string {
	var parts []string
	for _, s := range answerShares(r, a) {
		if s.Count > 0 {
			parts = append(parts, fmt.Sprintf("%s %d", s.Label, s.Count))
		}
	}
	return strings.Join(parts, r.Say(wordAnd))
}

// senders lists who sent what and when, by the reading of the names; the list shows no result.
func (p sectorPage) senders() g.Node {
	return g.Group{h.P(h.Class("note"), p.r.Text(wordSendersNote)),
		ui.Wide(p.r.Say(wordSums), h.Table(h.THead(h.Tr(ui.Columns(p.r, wordOperator, wordYear, wordSentAt, wordState, wordWhat))),
			h.TBody(g.Map(p.Sent, func(s overview.Sent) g.Node {
				advice := g.Node(nil)
				if s.Org.Autonomous {
					advice = g.Group{g.Text(" "), ui.Tag(ui.Plain, p.r.Say(wordAdvice))}
				}
				return h.Tr(h.Th(h.Scope("row"), p.r.Text(s.Org.Name), advice), h.Td(p.r.Text(lang.FiscalYear(s.Year))), h.Td(p.r.Text(submission.Moment(s.Copy.Sent))),
					h.Td(p.r.Text(submission.StateLabels[s.State])), h.Td(ui.Link(p.r.To("submissions", s.ID), p.r.Text(s.Title))))
			}))))}
}
