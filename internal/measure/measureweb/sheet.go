package measureweb

import (
	"io"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"kijun/internal/guideline"
	"kijun/internal/lang"
	"kijun/internal/measure"
	"kijun/internal/standard"
	"kijun/internal/web/ui"
)

// sheet renders one sheet in one language.
type sheet struct {
	*measure.Sheet
	lang      lang.Lang
	catalogue *guideline.Catalogue
}

// Sheet returns the writer of sheets as self-contained HTML files.
func Sheet(c *guideline.Catalogue) func(io.Writer, *measure.Sheet, lang.Lang) error {
	return func(w io.Writer, s *measure.Sheet, l lang.Lang) error {
		p := sheet{s, l, c}
		return ui.Report(w, l, p.say(wordTitle)+" "+p.Operator, p.head(), p.summary(), p.openClauses(),
			h.H2(p.text(wordByItem)), g.Map(p.Items, p.item), p.beyond())
	}
}

func (p sheet) say(t lang.Text) string  { return t.In(p.lang) }
func (p sheet) text(t lang.Text) g.Node { return g.Text(p.say(t)) }

func (p sheet) head() g.Node {
	s, _ := p.catalogue.Sector(p.Sector)
	return h.Header(h.H1(p.text(wordTitle)), ui.Facts(
		[2]g.Node{p.text(wordOperator), g.Text(p.Operator)},
		[2]g.Node{p.text(wordSector), p.text(s.Title)},
		[2]g.Node{p.text(wordOn), p.text(lang.Day(p.On))},
		[2]g.Node{p.text(wordGuideline), p.text(p.Edition.Title)},
	), h.P(h.Class("note"), p.text(wordAxes)))
}

// tones colour the answers, which stand in this order; their words stand beside every colour.
var tones = []struct {
	answer measure.CarriedOut
	tone   ui.Tone
}{{measure.Yes, ui.Good}, {measure.Partly, ui.Fair}, {measure.No, ui.Bare}, {measure.NothingAsked, ui.Plain}}

func (p sheet) tag(c measure.CarriedOut) g.Node {
	for _, a := range tones {
		if a.answer == c {
			return ui.Tag(a.tone, p.say(measure.CarriedOutLabels[a.answer]))
		}
	}
	return nil
}

func (p sheet) summary() g.Node {
	shares := make([]ui.Share, len(tones))
	for i, a := range tones {
		shares[i] = ui.Share{Label: p.say(measure.CarriedOutLabels[a.answer]), Tone: a.tone}
		for _, it := range p.Items {
			if it.CarriedOut == a.answer {
				shares[i].Count++
			}
		}
	}
	return ui.Bar(p.say(wordByItem), shares)
}

// openClauses lists the upper clauses that no in-house rule carries out, each once.
func (p sheet) openClauses() g.Node {
	seen := map[*standard.Clause]bool{}
	var rows []g.Node
	for _, it := range append(p.Items, p.Beyond) {
		for _, c := range it.Open {
			if seen[c] {
				continue
			}
			seen[c] = true
			rows = append(rows, h.Tr(h.Td(p.text(standard.TierLabels[c.Document.Tier])), h.Th(h.Scope("row"), h.Class("id"), g.Text(c.Ref().String())),
				h.Td(g.Text(c.Heading)), h.Td(g.Text(c.Word)), h.Td(g.Text(c.Degree.String())), h.Td(p.itemLink(it))))
		}
	}
	if len(rows) == 0 {
		return h.P(h.Class("lead"), p.text(measure.AllCarried))
	}
	var head []g.Node
	for _, t := range []lang.Text{wordTier, wordClause, wordHeading, wordWord, wordDegree, wordItem} {
		head = append(head, h.Th(h.Scope("col"), p.text(t)))
	}
	return g.Group{h.H2(p.text(wordOpen.With(len(rows)))),
		ui.Wide(p.say(wordOpen.With(len(rows))), h.Table(h.THead(h.Tr(head...)), h.TBody(rows...)))}
}

func (p sheet) itemLink(it measure.Item) g.Node {
	if it.ID == "" {
		return p.text(measure.BeyondLabel)
	}
	return ui.Link("#item-"+it.ID, g.Text(it.ID))
}

func (p sheet) beyond() g.Node {
	if p.Beyond.Binding == "" {
		return nil
	}
	return h.Section(h.Class("asked"), h.H3(p.text(measure.BeyondLabel)), h.P(h.Class("note"), p.text(wordBeyondNote)), p.tiers(p.Beyond))
}

// item shows what the four tiers ask under one item, side by side.
func (p sheet) item(it measure.Item) g.Node {
	force := p.say(wordNone)
	if it.Binding != "" {
		force = p.say(standard.TierLabels[it.Binding])
	}
	word := p.say(wordNone)
	if it.Level != "" {
		word = p.say(standard.LevelLabels[it.Level])
	}
	return h.Section(h.Class("asked"),
		h.H3(h.ID("item-"+it.ID), g.Textf("%s %s ", it.ID, p.say(it.Title)), p.tag(it.CarriedOut)),
		h.P(h.Class("meta"), g.Textf("%s: %s ／ %s: %s", p.say(measure.ForceLabel), force, p.say(measure.WordLabel), word)),
		p.tiers(it), p.ladders(it))
}

func (p sheet) tiers(it measure.Item) g.Node {
	return h.Div(h.Class("tiers"), g.Map(standard.Tiers, func(t standard.Tier) g.Node {
		entries := it.Tiers[t]
		if len(entries) == 0 {
			return h.Div(h.Class("tier"), h.H4(p.text(standard.TierLabels[t])), h.P(h.Class("note"), p.text(wordNone)))
		}
		return h.Div(h.Class("tier"), h.H4(p.text(standard.TierLabels[t])), h.Ul(g.Map(entries, p.entry)))
	}))
}

func (p sheet) entry(e measure.Entry) g.Node {
	nodes := []g.Node{h.Strong(g.Text(e.Heading)), h.Div(h.Class("meta"), g.Text(e.Ref().String()))}
	if e.Word != "" {
		nodes = append(nodes, h.Div(g.Textf("%s: %s", p.say(wordWord), e.Word)))
	}
	if len(e.Degree) > 0 {
		nodes = append(nodes, h.Div(g.Textf("%s: %s", p.say(wordDegree), e.Degree.String())))
	}
	if e.Withheld {
		nodes = append(nodes, h.Div(ui.Tag(ui.Plain, p.say(wordWithheld)), g.Text(" "+e.Reason)))
	}
	return h.Li(append(nodes, p.carried(e))...)
}

// carried says who carries an upper clause out, or what an in-house rule carries out.
func (p sheet) carried(e measure.Entry) g.Node {
	switch {
	case e.Document.Tier == standard.InHouse:
		return g.Map(e.Implements, func(r standard.Ref) g.Node { return h.Div(h.Class("meta"), g.Text("← "+r.String())) })
	case e.Actor != "operator":
		return h.Div(h.Class("meta"), p.text(standard.ActorLabels[e.Actor]))
	case len(e.By) == 0:
		return ui.Tag(ui.Bare, p.say(wordNotCarried))
	}
	return g.Map(e.By, func(by measure.Carrier) g.Node {
		mark := g.Node(nil)
		if by.Weaker {
			mark = ui.Tag(ui.Fair, p.say(wordWeaker))
		}
		return h.Div(h.Class("meta"), g.Textf("→ %s ", by.Ref()), mark)
	})
}

// ladders shows how far each tier goes, in its own writing.
func (p sheet) ladders(it measure.Item) g.Node {
	if len(it.Ladders) == 0 {
		return nil
	}
	return h.Ul(h.Class("ladder"), g.Map(it.Ladders, func(l measure.Ladder) g.Node {
		return h.Li(h.Strong(g.Text(l.Metric)), g.Text(" "), g.Map(l.Rungs, func(r measure.Rung) g.Node {
			tone, weaker := ui.Calm, ""
			if r.Weaker {
				tone, weaker = ui.Fair, " "+p.say(wordWeaker)
			}
			return g.Group{ui.Tag(tone, p.say(standard.TierLabels[r.Document.Tier])+" "+r.Limit()+weaker), g.Text(" ")}
		}))
	}))
}
