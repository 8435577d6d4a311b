package guidelineweb

import (
	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"kijun/internal/guideline"
	"kijun/internal/lang"
	"kijun/internal/web/ui"
)

// schemes shows what standards name and how malfunctions are classed.
func (p Pages) schemes(r *ui.Request) (ui.Answer, error) {
	s := p.Catalogue.Schemes
	return ui.Page{Title: r.Say(wordSchemes), Body: []g.Node{
		ui.Head(r.Say(wordSchemes), ui.Print(r.Say(wordPrint))),
		tabs(r, r.To("guideline", "schemes")),
		h.H2(h.ID("threats"), r.Text(wordThreats)), h.P(h.Class("note"), r.Text(wordExamplesNote)), classes(r, s.Threats, true),
		h.H2(h.ID("objects"), r.Text(wordObjects)), h.P(h.Class("note"), r.Text(wordExamplesNote)), classes(r, s.Objects, true),
		p.dated(r, "causes", wordCauses, s.Causes), p.dated(r, "events", wordEvents, s.Events),
	}}, nil
}

// classes lists classes with their examples and children; named gives each its place on the page.
func classes(r *ui.Request, cs []guideline.Class, named bool) g.Node {
	return h.Ul(g.Map(cs, func(c guideline.Class) g.Node {
		return h.Li(g.If(named, h.ID(c.ID)), h.Strong(r.Text(c.Title)),
			g.If(len(c.Examples) > 0, h.Ul(g.Map(c.Examples, func(t lang.Text) g.Node { return h.Li(r.Text(t)) }))),
			children(r, c.Children))
	}))
}

func children(r *ui.Request, cs []guideline.Class) g.Node {
	if len(cs) == 0 {
		return nil
	}
	return classes(r, cs, false)
}

// dated shows schemes that replaced each other, the newest first.
func (p Pages) dated(r *ui.Request, id string, title lang.Text, schemes []guideline.ClassScheme) g.Node {
	nodes := g.Group{h.H2(h.ID(id), r.Text(title))}
	for i := len(schemes) - 1; i >= 0; i-- {
		s := schemes[i]
		nodes = append(nodes, ui.Details(r.Say(s.Title)+"　"+span(r, s.From, s.Until), i == len(schemes)-1,
			h.P(h.Class("meta"), g.Textf("%s: %s", r.Say(wordCertainty), r.Say(guideline.CertaintyLabels[s.Certainty]))), note(r, s.Note), classes(r, s.Classes, false)))
	}
	return nodes
}
