package measureweb

import (
	"strings"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"kijun/internal/fault"
	"kijun/internal/guideline"
	"kijun/internal/lang"
	"kijun/internal/measure"
	"kijun/internal/standard"
	"kijun/internal/web/ui"
)

// item is one item in depth: what the guideline asks, and every clause with its text.
func (p Pages) item(r *ui.Request) (ui.Answer, error) {
	d, err := p.drawn(r)
	if err != nil {
		return nil, err
	}
	it, ok := d.Item(r.PathValue("item"))
	if !ok {
		return nil, fault.New(fault.NotFound, wordNoItem)
	}
	_, names, err := p.names(r, d.Operator)
	if err != nil {
		return nil, err
	}
	pg := page{drawing: d, r: r, names: names}
	title := d.title(it)
	return ui.Page{Title: title, Crumbs: []ui.Crumb{{To: r.To("measures") + query(d.View), Text: r.Say(wordTitle)}}, Body: []g.Node{
		ui.Head(title, ui.Print(r.Say(wordPrint))), pg.head(), pg.notes(), h.P(d.tag(it.CarriedOut)), d.axes(it),
		pg.asks(it), d.ladders(it, true), g.Map(standard.Tiers, func(t standard.Tier) g.Node { return pg.tier(it, t) }),
		g.If(it.Binding == "", ui.Empty(r.Say(wordNobodyAsks))), pg.turns(it)}}, nil
}

func (p page) asks(it measure.Item) g.Node {
	if it.ID == "" {
		return h.P(h.Class("note"), p.text(wordBeyondNote))
	}
	return h.Section(h.Class("panel"), h.H2(p.text(wordAsksTitle)), h.P(h.Class("meta"), g.Textf("%s ・ %s", it.Number, p.say(guideline.Kinds[it.Kind]))),
		h.P(p.text(it.Asks)),
		ui.Details(p.say(wordExamples), false, h.Ul(g.Map(it.Examples, func(t lang.Text) g.Node { return h.Li(p.text(t)) }))),
		h.P(ui.Link(p.r.To("guideline", "items", it.ID), p.text(wordToGuideline))))
}

func (p page) tier(it measure.Item, t standard.Tier) g.Node {
	entries := it.Tiers[t]
	if len(entries) == 0 {
		return nil
	}
	return h.Section(h.H2(p.text(standard.TierLabels[t])), g.Map(entries, p.whole))
}

// whole is a clause with all that it says.
func (p page) whole(e measure.Entry) g.Node {
	return h.Article(h.Class("clause"), h.H3(p.clauseLink(e.Clause), p.changed(e.Clause)),
		h.P(h.Class("meta"), g.Textf("%s　%s", p.say(e.Document.Title), e.Ref())),
		p.particulars(e), p.words(e.Clause), p.carriers(e))
}

func (p page) particulars(e measure.Entry) g.Node {
	var rows [][2]g.Node
	add := func(name lang.Text, value string) {
		if value != "" {
			rows = append(rows, [2]g.Node{p.text(name), g.Text(value)})
		}
	}
	word := e.Word
	if e.Level != "" {
		word += "（" + p.say(standard.LevelLabels[e.Level]) + "）"
	}
	add(wordWord, word)
	if len(e.Degree) > 0 {
		rows = append(rows, [2]g.Node{p.text(wordDegree), p.degree(e.Degree)})
	}
	if e.Phase != "" {
		add(wordPhase, p.say(standard.PhaseLabels[e.Phase]))
	}
	add(wordAddressee, e.Audience)
	add(wordApplies, e.Applies)
	if e.Actor != "operator" {
		add(wordNote, p.say(standard.ActorLabels[e.Actor]))
	}
	if e.Partly {
		add(wordCovers, p.say(wordPart))
	}
	if len(rows) == 0 {
		return nil
	}
	return ui.Facts(rows...)
}

// words are the text of a clause, or why it is not there.
func (p page) words(c *standard.Clause) g.Node {
	if !c.Withheld {
		return ui.Words(c.Text)
	}
	reason := c.Reason
	if reason == "" {
		reason = p.say(wordNoReason)
	}
	note := h.P(ui.Tag(ui.Plain, p.say(wordWithheld)), g.Text(" "+reason))
	if strings.TrimSpace(c.Text) == "" {
		return g.Group{note, h.P(h.Class("note"), p.text(wordNoText))}
	}
	return g.Group{note, ui.Words(c.Text)}
}

// carriers are the rules that carry a clause out, each with a word on whether it reaches it.
func (p page) carriers(e measure.Entry) g.Node {
	switch {
	case e.Document.Tier == standard.InHouse && len(e.Implements) > 0:
		return h.P(h.Class("meta"), g.Text(p.say(wordCarriesOut)+": "), g.Map(e.Implements, func(r standard.Ref) g.Node { return g.Text(r.String() + " ") }))
	case e.Document.Tier == standard.InHouse || e.Actor != "operator":
		return nil
	case len(e.By) == 0:
		return h.P(ui.Tag(ui.Bare, p.say(wordNotCarried)))
	}
	return h.Div(h.P(h.Strong(p.text(wordCarrier))), h.Ul(g.Map(e.By, func(by measure.Carrier) g.Node {
		return h.Li(p.clauseLink(by.Clause), h.Span(h.Class("meta"), g.Textf(" %s ", by.Ref())), p.weaker(by.Weaker))
	})))
}

// turns lead to the items before and behind, as in a booklet.
func (p page) turns(it measure.Item) g.Node {
	at := -1
	for i := range p.Items {
		if p.Items[i].ID == it.ID {
			at = i
		}
	}
	var before, behind g.Node
	switch {
	case at < 0 && len(p.Items) > 0:
		before = p.turn(wordPrevious, p.Items[len(p.Items)-1], "k")
	case at > 0:
		before = p.turn(wordPrevious, p.Items[at-1], "k")
	}
	if at >= 0 && at+1 < len(p.Items) {
		behind = p.turn(wordNext, p.Items[at+1], "j")
	}
	return g.Group{h.Nav(h.Class("turns"), g.Attr("aria-label", p.say(wordContents)), h.Div(before), h.Div(behind)),
		h.P(h.Class("note unprinted"), p.text(wordKeys))}
}

func (p page) turn(word lang.Text, it measure.Item, key string) g.Node {
	return g.Group{g.Text(p.say(word) + ": "), ui.KeyLink(p.drawing.item(id(it)), key, g.Text(p.title(it)))}
}
