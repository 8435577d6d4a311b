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

// Sheet returns the writer of sheets as self-contained HTML files.
func Sheet(c *guideline.Catalogue) func(io.Writer, *measure.Sheet, lang.Lang) error {
	return func(w io.Writer, s *measure.Sheet, l lang.Lang) error {
		d := drawing{Sheet: s, lang: l, catalogue: c, item: func(id string) string { return "#item-" + id }, clause: func(*standard.Clause) string { return "" }}
		return ui.Report(w, l, d.say(wordTitle)+" "+d.Operator, d.reportHead(), d.summary(), d.reportOpen(),
			h.H2(d.text(wordByItem)), g.Map(d.Pick(measure.Filter{}, nil), d.asked))
	}
}

func (d drawing) reportHead() g.Node {
	s, _ := d.catalogue.Sector(d.Sector)
	return h.Header(h.H1(d.text(wordTitle)), ui.Facts(
		[2]g.Node{d.text(wordOperator), g.Text(d.Operator)},
		[2]g.Node{d.text(wordSector), d.text(s.Title)},
		[2]g.Node{d.text(wordOn), d.text(lang.Day(d.On))},
		[2]g.Node{d.text(wordGuideline), d.text(d.Edition.Title)},
	), h.P(h.Class("note"), d.text(wordAxes)))
}

// reportOpen lists what no in-house rule carries out.
func (d drawing) reportOpen() g.Node {
	open := d.Open()
	if len(open) == 0 {
		return h.P(h.Class("lead"), d.text(measure.AllCarried))
	}
	return g.Group{h.H2(d.text(wordOpen.With(len(open)))), d.openClauses(open)}
}

// asked shows what the four tiers ask under one item, side by side.
func (d drawing) asked(m measure.Match) g.Node {
	note := g.Node(nil)
	if m.ID == "" {
		note = h.P(h.Class("note"), d.text(wordBeyondNote))
	}
	return h.Section(h.Class("asked"), h.H3(h.ID("item-"+id(m.Item)), g.Text(d.title(m.Item)+" "), d.tag(m.CarriedOut)),
		note, d.axes(m.Item), d.tiers(m, false), d.ladders(m.Item, false))
}
