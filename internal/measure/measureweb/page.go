package measureweb

import (
	"fmt"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"kijun/internal/clock"
	"kijun/internal/lang"
	"kijun/internal/measure"
	"kijun/internal/standard"
	"kijun/internal/web/ui"
)

// page is the sheet as a page.
type page struct {
	drawing
	r      *ui.Request
	filter measure.Filter
	found  []measure.Match
	ids    []string
	names  map[string]lang.Text
}

func (p Pages) sheet(r *ui.Request) (ui.Answer, error) {
	d, err := p.drawn(r)
	if err != nil {
		return nil, err
	}
	pg := page{drawing: d, r: r, filter: filter(r)}
	if pg.ids, pg.names, err = p.names(r, d.Operator); err != nil {
		return nil, err
	}
	pg.found = d.Pick(pg.filter, d.changes)
	return ui.Page{Title: r.Say(wordTitle), Body: []g.Node{
		ui.Head(r.Say(wordTitle), ui.Print(r.Say(wordPrint))), pg.head(), pg.notes(), pg.cards(), pg.form(), pg.body(),
	}}, nil
}

func (p page) head() g.Node {
	s, _ := p.catalogue.Sector(p.Sector)
	return ui.Facts(
		[2]g.Node{p.text(wordOperator), p.text(p.names[p.Operator])},
		[2]g.Node{p.text(wordSector), p.text(s.Title)},
		[2]g.Node{p.text(wordOn), p.text(lang.Day(p.On))},
		[2]g.Node{p.text(wordGuideline), p.text(p.Edition.Title)})
}

// notes say what this view leaves out.
func (p page) notes() g.Node {
	nodes := g.Group{h.P(h.Class("note"), p.text(wordAxes))}
	if p.View.Contractor {
		nodes = append(nodes, h.Div(h.Class("banner calm"), h.P(p.text(wordContractNote))))
	}
	if p.Operator != p.r.Actor.Org.ID {
		nodes = append(nodes, h.P(h.Class("note"), p.text(wordEngagedNote.With(p.names[p.Operator]))))
	}
	if p.View.Audience != "" {
		nodes = append(nodes, h.Div(h.Class("banner calm"), h.P(p.text(wordRoleNote.With(p.View.Audience)))))
	}
	return nodes
}

// cards are the whole sheet at a glance.
func (p page) cards() g.Node {
	return h.Div(h.Class("cards four"), p.howMuch(), p.stillOpen(), p.since(), p.phases())
}

func card(title string, body ...g.Node) g.Node {
	return h.Section(append([]g.Node{h.Class("card"), h.H2(g.Text(title))}, body...)...)
}

func (p page) howMuch() g.Node { return card(p.say(wordHowMuch), p.summary()) }

func (p page) stillOpen() g.Node {
	open := p.Open()
	if p.Speaking() == 0 {
		return card(p.say(wordStillOpen), h.P(p.text(wordNoStandards)))
	}
	if len(open) == 0 && p.weakItems() == 0 {
		return card(p.say(wordStillOpen), h.P(p.text(measure.AllCarried)))
	}
	body := []g.Node{h.P(h.Span(h.Class("big"), p.text(wordOpenCount.With(len(open))))), h.P(p.text(wordOpenSays))}
	if len(open) > 0 {
		to := "#open"
		if !p.filter.IsZero() { // the list is not on this page
			to = p.r.To("measures") + query(p.View) + to
		}
		body = append(body, h.P(ui.Link(to, p.text(wordSeeOpen))))
	}
	if n := p.weakItems(); n > 0 {
		body = append(body, h.P(ui.Link(p.r.With("state", "weaker"), p.text(wordWeakerCount.With(n)))))
	}
	return card(p.say(wordStillOpen), body...)
}

func (p page) weakItems() int { return len(p.Pick(measure.Filter{Weaker: true}, nil)) }

// since says what changed since the reader looked, and lets the reader say: seen.
func (p page) since() g.Node {
	c := p.changes
	mark := ui.Form(p.r.To("measures", "seen"), ui.Hidden("operator", p.Operator), ui.Hidden("sector", p.Sector), ui.Quiet(p.say(wordMark)))
	if c.Since.IsZero() {
		return card(p.say(wordSince), h.P(p.text(wordNeverSeen)), mark)
	}
	body := []g.Node{h.P(h.Class("note"), p.text(wordSinceDay.With(lang.Day(clock.Day(c.Since)))))}
	if c.None() {
		body = append(body, h.P(p.text(wordNothingNew)))
	} else {
		added, changed := c.Count(measure.Added), c.Count(measure.Changed)
		body = append(body, h.P(h.Strong(p.text(wordChangesCount.With(added, changed, len(c.Gone))))))
		if added+changed > 0 {
			body = append(body, h.P(ui.Link(p.r.With("state", "changed"), p.text(wordSeeChanged))))
		}
		if len(c.Gone) > 0 {
			body = append(body, ui.Details(p.say(wordGone), false, h.Ul(g.Map(c.Gone, func(x measure.Gone) g.Node {
				return h.Li(g.Text(x.Heading+" "), h.Span(h.Class("meta"), g.Text(x.Ref)))
			}))))
		}
	}
	return card(p.say(wordSince), append(body, mark)...)
}

// phases sets what is asked beside the operator's own rules.
func (p page) phases() g.Node {
	count := p.Phases()
	return card(p.say(wordPhases), h.Table(p.columns(wordPhase, wordAsked, wordOurs), h.TBody(g.Map(standard.Phases, func(ph string) g.Node {
		n := count[ph]
		return h.Tr(h.Th(h.Scope("row"), p.text(standard.PhaseLabels[ph])),
			h.Td(h.Class("number"), g.Text(fmt.Sprint(n[standard.Mandatory]+n[standard.Recommended]+n[standard.Industry]))),
			h.Td(h.Class("number"), g.Text(fmt.Sprint(n[standard.InHouse]))))
	}))), h.P(h.Class("note"), p.text(wordPhasesNote)))
}

// body is the contents beside the items, after what is open.
func (p page) body() g.Node {
	var items g.Group
	if open := p.Open(); len(open) > 0 && p.filter.IsZero() {
		items = append(items, h.Section(h.H2(h.ID("open"), p.text(wordOpen.With(len(open)))), p.openClauses(open)))
	}
	items = append(items, h.H2(p.text(wordByItem)), p.said())
	for _, m := range p.found {
		items = append(items, p.section(m))
	}
	return h.Div(h.Class("beside"), p.contents(), h.Div(items))
}

// said is what the filter found.
func (p page) said() g.Node {
	switch {
	case p.filter.IsZero():
		return nil
	case len(p.found) == 0:
		return ui.Empty(p.say(wordNothingFound), h.P(ui.Link(p.r.To("measures")+query(p.View), p.text(wordClear))))
	}
	clauses := map[standard.Ref]bool{}
	for _, m := range p.found {
		for ref := range m.Met {
			clauses[ref] = true
		}
	}
	return h.P(p.text(wordFound.With(len(p.found), len(clauses))), g.Text(" "), ui.Link(p.r.To("measures")+query(p.View), p.text(wordClear)))
}

func (p page) section(m measure.Match) g.Node {
	note := g.Node(nil)
	if m.ID == "" {
		note = h.P(h.Class("note"), p.text(wordBeyondNote))
	}
	return h.Section(h.Class("asked"),
		h.Div(h.Class("head"), h.H3(h.ID("item-"+id(m.Item)), ui.Link(p.item(id(m.Item)), g.Text(p.title(m.Item)))), p.tag(m.CarriedOut)),
		note, p.axes(m.Item), p.tiers(m, !p.filter.IsZero()), p.ladders(m.Item, false))
}

// contents lead to the items; the mark says what the tag there says in words.
func (p page) contents() g.Node {
	var rows []g.Node
	group := ""
	for _, m := range p.found {
		if m.Group != group && m.ID != "" {
			group = m.Group
			rows = append(rows, h.Li(h.Class("group"), p.text(p.Edition.GroupTitle(group))))
		}
		rows = append(rows, h.Li(ui.Link("#item-"+id(m.Item), h.Span(h.Class("mark"), p.mark(m.CarriedOut)), p.name(m.Item))))
	}
	return h.Nav(h.Class("contents"), g.Attr("aria-label", p.say(wordContents)), h.H2(p.text(wordContents)), h.Ul(rows...), p.legend())
}

func (p page) name(it measure.Item) g.Node {
	if it.ID == "" {
		return h.Span(p.text(measure.BeyondLabel))
	}
	return g.Group{h.Span(h.Class("id"), g.Text(it.ID)), h.Span(p.text(it.Title))}
}

func (p page) mark(c measure.CarriedOut) g.Node {
	for _, a := range tones {
		if a.answer == c {
			return g.Group{h.Span(g.Attr("aria-hidden", "true"), g.Text(a.mark)), h.Span(h.Class("unseen"), p.text(measure.CarriedOutLabels[c]))}
		}
	}
	return nil
}

func (p page) legend() g.Node {
	return h.P(h.Class("note"), g.Map(tones, func(a struct {
		answer measure.CarriedOut
		tone   ui.Tone
		mark   string
	}) g.Node {
		return g.Group{g.Textf("%s %s", a.mark, p.say(measure.CarriedOutLabels[a.answer])), h.Br()}
	}))
}
