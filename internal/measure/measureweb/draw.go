package measureweb

import (
	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"kijun/internal/guideline"
	"kijun/internal/lang"
	"kijun/internal/measure"
	"kijun/internal/standard"
	"kijun/internal/web/ui"
)

// drawing draws a sheet in one language: on a page, or in a file of its own.
type drawing struct {
	*measure.Sheet
	lang      lang.Lang
	catalogue *guideline.Catalogue
	changes   *measure.Changes                // nil: nobody looked before
	item      func(id string) string          // the address of an item; "beyond" is those that answer none
	clause    func(c *standard.Clause) string // the address of a clause, or ""
	most      int                             // clauses shown of one tier; 0: all
}

func (d drawing) say(t lang.Text) string  { return t.In(d.lang) }
func (d drawing) text(t lang.Text) g.Node { return g.Text(d.say(t)) }

func (d drawing) columns(names ...lang.Text) g.Node {
	return h.THead(h.Tr(g.Map(names, func(t lang.Text) g.Node { return h.Th(h.Scope("col"), d.text(t)) })))
}

// tones colour the answers, which stand in this order; their words stand beside every colour, and in the
// contents a mark does.
var tones = []struct {
	answer measure.CarriedOut
	tone   ui.Tone
	mark   string
}{{measure.Yes, ui.Good, "●"}, {measure.Partly, ui.Fair, "◐"}, {measure.No, ui.Bare, "○"}, {measure.NothingAsked, ui.Plain, "–"}}

func (d drawing) tag(c measure.CarriedOut) g.Node {
	for _, a := range tones {
		if a.answer == c {
			return ui.Tag(a.tone, d.say(measure.CarriedOutLabels[a.answer]))
		}
	}
	return nil
}

func (d drawing) summary() g.Node {
	count := d.Count()
	var shares []ui.Share
	for _, a := range tones {
		if a.answer != measure.NothingAsked || !d.Narrowed() {
			shares = append(shares, ui.Share{Label: d.say(measure.CarriedOutLabels[a.answer]), Tone: a.tone, Count: count[a.answer]})
		}
	}
	return ui.Bar(d.say(wordByItem), shares)
}

// id is what addresses call an item.
func id(it measure.Item) string {
	if it.ID == "" {
		return measure.BeyondID
	}
	return it.ID
}

func (d drawing) title(it measure.Item) string {
	if it.ID == "" {
		return d.say(measure.BeyondLabel)
	}
	return it.ID + " " + d.say(it.Title)
}

// openClauses is a table of the upper clauses that no in-house rule carries out.
func (d drawing) openClauses(open []measure.OpenClause) g.Node {
	return ui.Wide(d.say(wordOpen.With(len(open))), h.Table(d.columns(wordTier, wordHeading, wordWord, wordDegree, wordItem),
		h.TBody(g.Map(open, func(c measure.OpenClause) g.Node {
			return h.Tr(h.Td(d.text(standard.TierLabels[c.Document.Tier])), h.Th(h.Scope("row"), d.clauseLink(c.Clause), h.Div(h.Class("meta"), g.Text(c.Ref().String()))),
				h.Td(g.Text(c.Word)), h.Td(d.degree(c.Degree)), h.Td(g.Map(c.Items, d.itemLink)))
		}))))
}

func (d drawing) itemLink(item string) g.Node {
	if item == "" {
		return ui.Link(d.item(measure.BeyondID), d.text(wordBeyondShort))
	}
	return g.Group{ui.Link(d.item(item), g.Text(item)), g.Text(" ")}
}

func (d drawing) clauseLink(c *standard.Clause) g.Node {
	if to := d.clause(c); to != "" {
		return ui.Link(to, g.Text(c.Heading))
	}
	return g.Text(c.Heading)
}

func (d drawing) degree(degree standard.Degree) g.Node {
	return g.Map(measure.DegreeText(degree), func(t lang.Text) g.Node { return h.Div(d.text(t)) })
}

// axes says how binding an item is and how strong its word is: two things, apart.
func (d drawing) axes(it measure.Item) g.Node {
	force, word := wordNone, wordNone
	if it.Binding != "" {
		force = standard.TierLabels[it.Binding]
	}
	if it.Level != "" {
		word = standard.LevelLabels[it.Level]
	}
	return h.Dl(h.Class("axes"),
		h.Div(h.Dt(d.text(measure.ForceLabel)), h.Dd(d.text(force))),
		h.Div(h.Dt(d.text(measure.WordLabel)), h.Dd(d.text(word))))
}

// tiers puts the four tiers of an item beside each other. What met a filter is marked.
func (d drawing) tiers(m measure.Match, filtered bool) g.Node {
	return h.Div(h.Class("tiers"), g.Map(standard.Tiers, func(t standard.Tier) g.Node {
		entries := m.Tiers[t]
		if len(entries) == 0 {
			return h.Div(h.Class("tier silent"), h.H4(d.text(standard.TierLabels[t])), h.P(h.Class("note"), d.text(wordNone)))
		}
		shown := entries
		var more g.Node
		if d.most > 0 && len(entries) > d.most {
			shown = entries[:d.most]
			more = h.P(ui.Link(d.item(id(m.Item)), d.text(wordMore.With(len(entries)-d.most))))
		}
		return h.Div(h.Class("tier"), h.H4(d.text(standard.TierLabels[t])), h.Ul(g.Map(shown, func(e measure.Entry) g.Node {
			return d.entry(e, filtered && m.Met[e.Ref()])
		})), more)
	}))
}

func (d drawing) entry(e measure.Entry, met bool) g.Node {
	nodes := []g.Node{h.Strong(d.clauseLink(e.Clause)), h.Div(h.Class("meta"), g.Text(e.Ref().String()), d.changed(e.Clause))}
	if met {
		nodes = append([]g.Node{h.Class("met")}, append(nodes, h.Div(h.Class("meta"), d.text(wordMet)))...)
	}
	if e.Word != "" {
		nodes = append(nodes, h.Div(g.Textf("%s: %s", d.say(wordWord), e.Word)))
	}
	nodes = append(nodes, d.degree(e.Degree))
	if e.Withheld {
		nodes = append(nodes, h.Div(ui.Tag(ui.Plain, d.say(wordWithheld)), g.Text(" "+e.Reason)))
	}
	return h.Li(append(nodes, d.carried(e))...)
}

// changed marks what is new or different since the reader looked last.
func (d drawing) changed(c *standard.Clause) g.Node {
	if kind := d.changes.Of(c); kind != measure.Unchanged {
		return g.Group{g.Text(" "), ui.Tag(ui.Calm, d.say(measure.ChangeLabels[kind]))}
	}
	return nil
}

// carried says who carries an upper clause out, or what an in-house rule carries out.
func (d drawing) carried(e measure.Entry) g.Node {
	switch {
	case e.Document.Tier == standard.InHouse:
		return g.Map(e.Implements, func(r standard.Ref) g.Node { return h.Div(h.Class("meta"), g.Text("← "+d.named(r))) })
	case e.Actor != "operator":
		return h.Div(h.Class("meta"), d.text(standard.ActorLabels[e.Actor]))
	case len(e.By) == 0:
		return ui.Tag(ui.Bare, d.say(wordNotCarried))
	}
	return g.Map(e.By, func(by measure.Carrier) g.Node {
		return h.Div(h.Class("meta"), g.Textf("→ %s ", by.Heading), d.weaker(by.Weaker))
	})
}

// named is the heading of a clause that a reference names, else the reference itself.
func (d drawing) named(r standard.Ref) string {
	for _, doc := range d.Documents {
		if doc.ID != r.Document {
			continue
		}
		for _, c := range doc.Clauses() {
			if c.ID == r.Clause {
				return c.Heading
			}
		}
	}
	return r.String()
}

func (d drawing) weaker(weaker bool) g.Node {
	if !weaker {
		return nil
	}
	return ui.Tag(ui.Fair, d.say(wordWeaker))
}
