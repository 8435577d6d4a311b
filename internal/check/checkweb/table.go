package checkweb

import (
	"strconv"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"kijun/internal/access"
	"kijun/internal/check"
	"kijun/internal/clock"
	"kijun/internal/guideline"
	"kijun/internal/lang"
	"kijun/internal/standard"
	"kijun/internal/submission"
	"kijun/internal/web/ui"
)

// table is a check as a table.
type table struct {
	r         *ui.Request
	check     check.SelfCheck
	edition   *guideline.Edition
	filter    check.Filter
	counts    map[check.Part]check.Counts
	documents []check.Source
	entries   []check.Entry
	back      string // the query of this page, which saved rows come back to
	answers   bool   // the actor may answer
}

func (p Pages) table(r *ui.Request) (ui.Answer, error) { return p.tablePage(r, nil) }

func (p Pages) tablePage(r *ui.Request, wrong error) (ui.Answer, error) {
	c, err := p.open(r)
	if err != nil {
		return nil, err
	}
	t := table{r: r, check: c, edition: p.edition(c.Guideline), filter: filterOf(r), answers: may(r, access.CheckAnswer, c)}
	if r.URL.RawQuery != "" {
		t.back = "?" + r.URL.RawQuery
	}
	ctx := r.Context()
	if t.counts, err = p.Checks.Counts(ctx, r.Actor, c.ID); err != nil {
		return nil, err
	}
	if t.documents, err = p.Checks.Documents(ctx, r.Actor, c.ID); err != nil {
		return nil, err
	}
	var next string
	if t.entries, next, err = p.Checks.Entries(ctx, r.Actor, c.ID, t.filter, r.URL.Query().Get("from")); err != nil {
		return nil, err
	}
	names, err := p.people(r, c.StartedBy, c.ClosedBy, c.ChangedBy)
	if err != nil {
		return nil, err
	}
	return p.whole(r, c, lang.Text{}, wrong, p.facts(r, c, names), t.glance(),
		h.Div(h.Class("beside"), t.contents(), h.Div(h.Class("text"), t.form(), r.Faults(wrong), t.branch(), t.rows(), ui.Pager(r, next), p.updateForm(r, c)))), nil
}

func (p Pages) facts(r *ui.Request, c check.SelfCheck, names map[string]string) g.Node {
	rows := [][2]g.Node{
		{r.Text(wordYear), r.Text(c.YearLabel())}, {r.Text(wordSector), r.Text(p.sector(c.Sector))}, {r.Text(wordState), stateTag(r, c)},
		{r.Text(wordStarted), g.Group{r.Text(lang.Day(clock.Day(c.Started))), g.Text("　" + names[c.StartedBy])}},
	}
	if c.State == check.Closed {
		rows = append(rows, [2]g.Node{r.Text(wordClosedOn), g.Group{r.Text(lang.Day(clock.Day(c.Closed))), g.Text("　" + names[c.ClosedBy])}})
	} else {
		rows = append(rows, [2]g.Node{r.Text(wordChangedOn), g.Group{r.Text(submission.Moment(c.Changed)), g.Text("　" + names[c.ChangedBy])}})
	}
	if c.Previous != "" {
		rows = append(rows, [2]g.Node{r.Text(wordPrevious), ui.Link(r.To("checks", c.Previous), r.Text(wordLastYears))})
	}
	return ui.Facts(rows...)
}

// tallyText says how far a check is, in the element that autosave renews.
func tallyText(c check.Counts) lang.Text {
	return wordTally.With(c.Answered, c.Entries, c.Carried, c.Gaps, c.NotApplicable)
}

// glance is the whole check in a few numbers.
func (t table) glance() g.Node {
	c := t.check.Counts
	r := t.r
	rows := make([]ui.Stack, len(check.Questions))
	for i, tally := range []check.Tally{c.InPlace, c.InOperation, c.Effective} {
		rows[i] = ui.Stack{Label: r.Text(check.QuestionLabels[check.Questions[i]]), Note: r.Say(wordNothingApplies), Shares: shares(r, tally, c)}
		if c.Applicable() > 0 {
			rows[i].Note = ""
		}
	}
	return h.Section(h.P(h.Class("lead"), h.ID("tally"), r.Text(tallyText(c))),
		ui.Details(r.Say(wordInNumbers), false, ui.Stacks(r.Say(wordAnswers), r.Say(wordQuestion), rows), t.workTable()))
}

func shares(r *ui.Request, t check.Tally, c check.Counts) []ui.Share {
	label := func(j check.Judgement) string { return r.Say(check.JudgementLabels[j]) }
	return []ui.Share{{Label: label(check.Yes), Count: t.Yes, Tone: ui.Good}, {Label: label(check.Partly), Count: t.Partly, Tone: ui.Fair},
		{Label: label(check.No), Count: t.No, Tone: ui.Calm}, {Label: label(check.Unanswered), Count: t.Open(c), Tone: ui.Bare}}
}

func (t table) workTable() g.Node {
	c, r := t.check.Counts, t.r
	share := func(text lang.Text, n int) ui.Share { return ui.Share{Label: r.Say(text), Count: n, Tone: ui.Calm} }
	w, v := c.Work, c.Severity
	return g.Group{
		h.H2(r.Text(check.WorkLabel)), ui.Bars(r.Say(check.WorkLabel), []ui.Share{share(check.WorkLabels[check.NotStarted], w.NotStarted),
			share(check.WorkLabels[check.UnderWay], w.UnderWay), share(check.WorkLabels[check.Waiting], w.Waiting), share(check.WorkLabels[check.WorkDone], w.Done)}),
		h.H2(r.Text(check.SeverityLabel)), ui.Bars(r.Say(check.SeverityLabel), []ui.Share{share(check.SeverityLabels[check.High], v.High),
			share(check.SeverityLabels[check.Medium], v.Medium), share(check.SeverityLabels[check.Low], v.Low), share(check.SeverityLabels[check.NoGap], v.None)})}
}

// updateForm brings the check up to the measures of today.
func (p Pages) updateForm(r *ui.Request, c check.SelfCheck) g.Node {
	if !may(r, access.CheckRun, c) {
		return nil
	}
	return h.Div(h.Class("unprinted"), ui.Details(r.Say(wordUpdate), false, ui.Form(r.To("checks", c.ID, "update"), h.P(r.Text(wordUpdateHint)), ui.Quiet(r.Say(wordUpdateNow)))))
}

func (p Pages) update(r *ui.Request) (ui.Answer, error) {
	u, err := p.Checks.Update(r.Context(), r.Actor, r.PathValue("id"))
	if err != nil {
		return nil, err
	}
	notice := wordUpdated.With(u.Added, u.Changed, u.Gone, u.Back)
	if u.Nothing() {
		notice = wordUpToDate
	}
	return ui.Redirect{To: r.To("checks", r.PathValue("id")), Notice: notice}, nil
}

// form narrows the table down.
func (t table) form() g.Node {
	r := t.r
	var shows []ui.Option
	for _, s := range check.Shows {
		shows = append(shows, ui.Option{Value: string(s), Text: fmtCount(r, check.ShowLabels[s], t.counts[t.filter.Part], s)})
	}
	form := ui.Filter(r.To("checks", t.check.ID),
		g.If(t.filter.Part != "", ui.Hidden("in", string(t.filter.Part))),
		r.Field(ui.Field{Name: "show", Label: r.Say(wordShow), Options: shows, Value: string(t.filter.Show)}),
		r.Field(ui.Field{Name: "q", Label: r.Say(wordWords), Type: "search", Value: t.filter.Words}),
		ui.Submit(r.Say(wordNarrow)))
	if t.filter.IsZero() {
		return form
	}
	return g.Group{form, h.P(h.Class("unprinted"), ui.Link(r.To("checks", t.check.ID), r.Text(wordShowAll)))}
}

// fmtCount is a filter with how many it finds, where that is counted.
func fmtCount(r *ui.Request, label lang.Text, c check.Counts, s check.Show) string {
	counted := map[check.Show]int{check.Everything: c.Entries + c.Gone, check.ShowOpen: c.Unanswered(), check.ShowCarried: c.Carried, check.ShowGaps: c.Gaps,
		check.ShowAside: c.NotApplicable, check.ShowChanged: c.Changed, check.ShowGone: c.Gone}
	n, ok := counted[s]
	if !ok {
		return r.Say(label)
	}
	return r.Say(label) + "（" + strconv.Itoa(n) + "）"
}

// rows are the entries under the headings of their items.
func (t table) rows() g.Node {
	r := t.r
	if len(t.entries) == 0 {
		return ui.Empty(r.Say(wordNoneFound), h.P(ui.Link(r.To("checks", t.check.ID), r.Text(wordShowAll))))
	}
	body := g.Group{}
	heading := lang.Text{}
	for _, e := range t.entries {
		if over := t.heading(e); over != heading {
			heading = over
			body = append(body, h.Tr(h.Class("group"), role("row"), h.Th(h.ColSpan("3"), h.Scope("colgroup"), role("rowheader"), r.Text(over))))
		}
		body = append(body, t.row(e))
	}
	return ui.Wide(r.Say(wordEntries), h.Table(h.Class("answers"), role("table"), h.THead(role("rowgroup"), h.Tr(role("row"), ui.Columns(r, wordNumber, wordClause, wordAnswers))), h.TBody(role("rowgroup"), body)))
}

// role keeps a table a table for a screen reader where the style sheet stacks its cells.
func role(name string) g.Node { return g.Attr("role", name) }

// heading is what an entry stands under: the item, within its group.
func (t table) heading(e check.Entry) lang.Text {
	if e.Gone {
		return check.ShowLabels[check.ShowGone]
	}
	kind, id := t.filter.Part.Split()
	if kind == "item" {
		return itemName(t.edition, id)
	}
	return itemName(t.edition, e.Items[0])
}

func (t table) row(e check.Entry) g.Node {
	n := strconv.Itoa(e.Number)
	r := t.r
	return h.Tr(h.ID("e"+n), role("row"), h.Td(h.Class("id"), role("cell"), g.Text(n)),
		h.Th(h.Scope("row"), role("rowheader"), ui.Link(r.To("checks", t.check.ID, "entries", n)+query(t.filter), g.Text(e.Heading)),
			h.Span(h.Class("meta"), g.Text(meta(r, e)))),
		h.Td(role("cell"), t.answer(e, n)))
}

// meta says in one line what kind of clause it is.
func meta(r *ui.Request, e check.Entry) string {
	line := r.Say(e.Document) + "　" + r.Say(standard.TierLabels[e.Tier])
	if e.Word != "" {
		line += "　" + e.Word
	}
	if e.Degree != "" {
		line += "　" + e.Degree
	}
	return line
}
