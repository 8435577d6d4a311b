package checkweb

import (
	"strconv"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"kijun/internal/check"
	"kijun/internal/guideline"
	"kijun/internal/lang"
	"kijun/internal/web/ui"
)

// Summary draws a payload of schema check-summary/1 in words; whoever received one reads it so.
func (p Pages) Summary(r *ui.Request, payload []byte) (g.Node, error) {
	s, err := check.ReadSummary(payload)
	if err != nil {
		return nil, err
	}
	return p.drawSummary(r, s), nil
}

func (p Pages) drawSummary(r *ui.Request, s check.Summary) g.Node {
	edition := p.edition(s.Guideline)
	return g.Group{
		ui.Facts([2]g.Node{r.Text(wordYear), r.Text(lang.FiscalYear(s.Year))}, [2]g.Node{r.Text(wordSector), r.Text(p.sector(s.Sector))},
			[2]g.Node{r.Text(wordState), r.Text(check.StateLabels[s.State])}, [2]g.Node{r.Text(wordAsOf), r.Text(lang.Day(s.On))}),
		h.H3(r.Text(wordAnswersByPart)), h.P(h.Class("note"), r.Text(wordCountedTwice)), summaryAnswers(r, edition, s),
		h.H3(r.Text(wordWorkByPart)), summaryWork(r, edition, s)}
}

// division names a row of a summary.
func division(e *guideline.Edition, by check.By, id string) lang.Text {
	if by == check.ByGroup {
		return groupName(e, id)
	}
	return itemName(e, id)
}

// summaryTable draws numbers under headings that span them, a row for the whole and for each part.
func summaryTable(r *ui.Request, e *guideline.Edition, s check.Summary, label lang.Text, heads []head, numbers func(check.SummaryRow) []int) g.Node {
	over, under := g.Group{h.Th(h.RowSpan("2"), h.Scope("col"), r.Text(wordPart))}, g.Group{}
	for _, hd := range heads {
		over = append(over, h.Th(h.ColSpan(strconv.Itoa(len(hd.under))), h.Scope("colgroup"), r.Text(hd.over)))
		under = append(under, g.Map(hd.under, func(t lang.Text) g.Node { return h.Th(h.Scope("col"), r.Text(t)) }))
	}
	line := func(name lang.Text, row check.SummaryRow) g.Node {
		return h.Tr(h.Th(h.Scope("row"), r.Text(name)), g.Map(numbers(row), func(n int) g.Node { return h.Td(h.Class("number"), g.Textf("%d", n)) }))
	}
	return ui.Wide(r.Say(label), h.Table(h.Class("numbers"), h.THead(h.Tr(over), h.Tr(under)), h.TBody(line(wordTotal, s.All),
		g.Map(s.Rows, func(row check.SummaryRows) g.Node { return line(division(e, s.By, row.ID), row.SummaryRow) }))))
}

// head is a heading over several columns.
type head struct {
	over  lang.Text
	under []lang.Text
}

func summaryAnswers(r *ui.Request, e *guideline.Edition, s check.Summary) g.Node {
	heads := []head{{wordHowMany, []lang.Text{wordTotal, check.NotApplicableLabel, wordCarriedShort}}}
	for _, q := range check.Questions {
		heads = append(heads, head{check.QuestionLabels[q], []lang.Text{check.JudgementLabels[check.Yes], check.JudgementLabels[check.Partly], check.JudgementLabels[check.No], check.JudgementLabels[check.Unanswered]}})
	}
	return summaryTable(r, e, s, wordAnswersByPart, heads, func(row check.SummaryRow) []int {
		numbers := []int{row.Entries, row.NotApplicable, row.Carried}
		for _, a := range []check.SummaryAnswers{row.InPlace, row.InOperation, row.Effective} {
			numbers = append(numbers, a.Yes, a.Partly, a.No, a.Unanswered)
		}
		return numbers
	})
}

func summaryWork(r *ui.Request, e *guideline.Edition, s check.Summary) g.Node {
	heads := []head{{over: check.WorkLabel}, {over: check.SeverityLabel}}
	for _, w := range check.Works {
		heads[0].under = append(heads[0].under, check.WorkLabels[w])
	}
	for _, v := range check.Severities {
		heads[1].under = append(heads[1].under, check.SeverityLabels[v])
	}
	return summaryTable(r, e, s, wordWorkByPart, heads, func(row check.SummaryRow) []int {
		w, v := row.Work, row.Severity
		return []int{w.NotStarted, w.UnderWay, w.Waiting, w.Done, v.None, v.Low, v.Medium, v.High}
	})
}
