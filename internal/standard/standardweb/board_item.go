package standardweb

import (
	"fmt"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"kijun/internal/clock"
	"kijun/internal/fault"
	"kijun/internal/lang"
	"kijun/internal/standard"
	"kijun/internal/web/ui"
)

// item is one item of the board: what the guideline asks, where it stands, the form, the history.
func (b Board) item(r *ui.Request) (ui.Answer, error) { return b.itemPage(r, nil, nil) }

// itemPage shows an item; tried is what somebody entered that could not be taken, and wrong why.
func (b Board) itemPage(r *ui.Request, tried *standard.Allotment, wrong error) (ui.Answer, error) {
	l, err := b.laid(r)
	if err != nil {
		return nil, err
	}
	at := -1
	for i, it := range l.Items {
		if it.ID == r.PathValue("item") {
			at = i
		}
	}
	if at < 0 {
		return nil, fault.New(fault.NotFound, wordNoSuchItem.With(r.PathValue("item")))
	}
	history, err := b.Standards.AllotmentHistory(r.Context(), r.Actor, l.sector.ID, l.Items[at].ID)
	if err != nil {
		return nil, err
	}
	if err := b.names(l, history); err != nil {
		return nil, err
	}
	it := l.Items[at]
	title := it.ID + " " + l.say(it.Title)
	page := ui.Page{Title: title, Crumbs: []ui.Crumb{
		{To: r.To("sectors", l.sector.ID), Text: l.say(l.sector.Title)}, {To: l.to() + "#item-" + it.ID, Text: l.say(wordBoardShort)}},
		Body: []g.Node{h.H1(g.Text(title)), r.Faults(wrong), l.asks(it), l.stands(it), l.form(it, at, tried, wrong), l.history(history), l.turns(at)}}
	if wrong != nil {
		page.Status = fault.Of(wrong).Kind.Status()
	}
	return page, nil
}

func (l *laid) asks(it standard.ItemReport) g.Node {
	return h.Section(h.Class("panel"), h.H2(l.text(wordAsks)), h.P(l.text(it.Asks)), h.P(ui.Link(l.r.To("guideline", "items", it.ID), l.text(wordToTheItem))))
}

// stands says where the item stands now: its state, and what each tier says.
func (l *laid) stands(it standard.ItemReport) g.Node {
	return h.Section(h.H2(l.text(wordWhereItStands)), h.P(l.tag(it)), l.why(it),
		h.Div(h.Class("tiers"), g.Map(standard.Tiers, func(t standard.Tier) g.Node {
			said := l.cell(it, t)
			if len(said) == 0 {
				return h.Div(h.Class("tier silent"), h.H3(l.text(standard.TierLabels[t])), h.P(h.Class("note"), l.text(wordSaysNothing)))
			}
			return h.Div(h.Class("tier"), h.H3(l.text(standard.TierLabels[t])), said)
		})))
}

// why is what a state rests on where no clause answers.
func (l *laid) why(it standard.ItemReport) g.Node {
	switch {
	case it.State == standard.Folded:
		return h.P(ui.Link(l.to(it.Into), l.text(wordInto.With(it.Into))))
	case it.State == standard.Delegated && it.By == string(standard.InHouse):
		return h.P(l.text(wordToInHouse))
	case it.State == standard.Delegated:
		return h.P(l.text(wordToDocument.With(it.By)))
	case !it.Reason.IsZero():
		return h.BlockQuote(ui.Words(l.say(it.Reason)))
	}
	return nil
}

// form is where the ministry says where the item goes. Whoever may not sees where it goes.
func (l *laid) form(it standard.ItemReport, at int, tried *standard.Allotment, wrong error) g.Node {
	row := l.rows[it.ID]
	if !l.edits {
		return h.Section(h.H2(l.text(wordAllotment)), h.P(l.allotted(row)))
	}
	now := row.Allotment
	var theirs g.Node
	if tried != nil {
		now = *tried
		if fault.Is(wrong, fault.Conflict) {
			theirs = h.Div(h.Class("banner calm"), h.P(h.Strong(l.text(wordNowItSays))), h.P(l.allotted(row)), h.P(l.text(wordSaveAgain)))
		}
	}
	next := ""
	if at+1 < len(l.Items) {
		next = l.Items[at+1].ID
	}
	options := []ui.Option{{Value: toNowhere, Text: l.say(wordNotYet)}}
	for _, t := range standard.Tiers {
		options = append(options, ui.Option{Value: string(t), Text: l.say(standard.TierLabels[t])})
	}
	options = append(options, ui.Option{Value: toDocument, Text: l.say(wordOneDocument)}, ui.Option{Value: toLeftOut, Text: l.say(wordLeaveOutItem)})
	chosen := choiceOf(now)
	if tried != nil {
		chosen = l.r.Value("to")
	}
	field := func(f ui.Field) g.Node {
		f.Fault = l.r.FaultOf(wrong, f.Name)
		return l.r.Field(f)
	}
	return h.Section(h.H2(l.text(wordAllotment)), theirs, ui.Form(l.to(it.ID),
		ui.Hidden("version", fmt.Sprint(row.Version)), ui.Hidden("next", next),
		field(ui.Field{Name: "to", Label: l.say(wordWhoTakesIt), Radio: true, Options: options, Value: chosen}),
		field(ui.Field{Name: "document", Label: l.say(wordWhichDocument), Hint: l.say(wordWhichDocumentHint), Value: now.Document, More: []g.Node{g.Attr("list", "documents")}}),
		h.DataList(h.ID("documents"), g.Map(l.Documents, func(d *standard.Document) g.Node { return h.Option(h.Value(d.ID), l.text(d.Title)) })),
		l.r.Field(ui.Field{ID: "f-reason", Name: "reason_ja", Label: l.say(wordWhyLeftOutJA), Hint: l.say(wordWhyLeftOutHint), Value: now.Reason.JA, Rows: 3, Fault: l.r.FaultOf(wrong, "reason")}),
		field(ui.Field{Name: "reason_en", Label: l.say(wordWhyLeftOutEN), Value: now.Reason.EN, Rows: 3}),
		h.Div(h.Class("actions"), ui.Submit(l.say(wordSave)), g.If(next != "", ui.Quiet(l.say(wordSaveAndNext), h.Name("then"), h.Value("next"))))))
}

// history is who put the item where, the latest first.
func (l *laid) history(rows []standard.AllotmentRow) g.Node {
	if len(rows) == 0 {
		return nil
	}
	return h.Section(h.H2(l.text(wordAllotHistory)), ui.Wide(l.say(wordAllotHistory), h.Table(h.THead(h.Tr(ui.Columns(l.r, wordWhen, wordAllotment, wordExaminer))),
		h.TBody(g.Map(rows, func(row standard.AllotmentRow) g.Node {
			return h.Tr(h.Th(h.Scope("row"), l.text(lang.Day(clock.Day(row.Examined))), g.Text(" "+row.Examined.In(clock.Japan).Format("15:04"))), h.Td(l.allotted(row)),
				h.Td(l.text(l.orgs[row.ExaminedOrg]), h.Div(h.Class("meta"), g.Text(l.people[row.ExaminedBy]))))
		})))))
}

// turns lead to the items before and behind.
func (l *laid) turns(at int) g.Node {
	turn := func(i int, word lang.Text, key string) g.Node {
		if i < 0 || i >= len(l.Items) {
			return h.Div()
		}
		it := l.Items[i]
		return h.Div(g.Text(l.say(word)+": "), ui.KeyLink(l.to(it.ID), key, g.Text(it.ID+" "+l.say(it.Title))))
	}
	return h.Nav(h.Class("turns unprinted"), g.Attr("aria-label", l.say(wordOtherItemsOf)), turn(at-1, wordItemBefore, "k"), turn(at+1, wordItemBehind, "j"))
}
