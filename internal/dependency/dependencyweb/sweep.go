package dependencyweb

import (
	"io"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"kijun/cascade"
	"kijun/internal/dependency"
	"kijun/internal/lang"
	"kijun/internal/web/ui"
)

// Sweep writes what each size of a buffer leads to as one HTML file.
func Sweep(w io.Writer, s *dependency.Sweep, l lang.Lang) error {
	p := page{l, s.Model.Model()}
	grp := p.model.Groups[s.Group]
	owner, _ := s.Find(grp.Owner)
	most := 1.0
	for _, x := range s.Points {
		most = max(most, x.UserMin.Mean)
	}
	var rows []g.Node
	for i, x := range s.Points {
		saved := ""
		if i > 0 && x.Buffer != cascade.Inf {
			saved = p.say(wordDecimal.With(s.Saved(i)))
		}
		rows = append(rows, h.Tr(h.Th(h.Scope("row"), g.Text(p.lasting(x.Buffer))), p.percents("%.1f %%", 100*x.PDown), p.cell(p.lasting(cascade.Minutes(x.Owner.Mean+.5))),
			p.cell(dependency.Digits(int64(x.UserMin.Mean/60))), p.cell(saved),
			h.Td(drawing(24, block(0, int(x.UserMin.Mean/most*barWidth), 2, 22, h.Class("calm"))))))
	}
	return ui.Report(w, l, p.say(wordTitleSweep), h.H1(p.text(wordTitleSweep)),
		h.P(h.Class("lead"), p.text(wordSweepOf.With(p.node(owner), p.providers(grp)))),
		h.Table(h.Class("bars"), h.Caption(p.text(wordTitleSweep)), p.columns(dependency.LabelBuffer, dependency.LabelPDown, dependency.LabelDownMean, dependency.LabelUserHours, dependency.LabelSaved, dependency.LabelUserHours), h.TBody(rows...)))
}

// Inoperability writes what a loss leads to in an input-output table as one HTML file.
func Inoperability(w io.Writer, o *dependency.Inoperability, l lang.Lang) error {
	p := page{lang: l}
	var rows []g.Node
	for i, id := range o.Sectors {
		rows = append(rows, h.Tr(h.Th(h.Scope("row"), g.Text(id)), p.percents("%.4f", o.Outside[i]), p.percents("%.4f", o.Q[i]),
			p.percents("%.4f", o.OverallDependency[i]), p.percents("%.4f", o.OverallInfluence[i]),
			h.Td(drawing(24, block(0, int(o.Capped[i]*barWidth), 2, 22, h.Class("calm"))))))
	}
	body := []g.Node{h.H1(p.text(wordTitleIIM)), p.note(wordIIMNote.With(o.Radius)), h.Table(h.Class("bars"), h.Caption(p.text(wordTitleIIM)),
		p.columns(dependency.LabelSector, dependency.LabelOutside, dependency.LabelInoperability, dependency.LabelDependency, dependency.LabelInfluence, dependency.LabelInoperability), h.TBody(rows...))}
	if o.Steps > 0 {
		body = append(body, p.path(o))
	}
	return ui.Report(w, l, p.say(wordTitleIIM), body...)
}

func (p page) path(o *dependency.Inoperability) g.Node {
	head := []g.Node{h.Th(h.Scope("col"), p.text(dependency.LabelStep))}
	for _, id := range o.Sectors {
		head = append(head, h.Th(h.Scope("col"), g.Text(id)))
	}
	var rows []g.Node
	row := func(name string, q []float64) {
		cells := []g.Node{h.Th(h.Scope("row"), g.Text(name))}
		for _, v := range q {
			cells = append(cells, p.percents("%.4f", v))
		}
		rows = append(rows, h.Tr(cells...))
	}
	for k, q := range o.Path {
		if k <= 10 || k%10 == 0 || k == o.Steps {
			row(p.say(wordInteger.With(k)), q)
		}
	}
	row(p.say(dependency.LabelIntegral), o.Integral)
	return g.Group{p.heading(dependency.LabelPath), p.table(dependency.LabelPath, h.THead(h.Tr(head...)), rows)}
}
