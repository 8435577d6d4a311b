package measureweb

import (
	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"kijun/internal/access"
	"kijun/internal/lang"
	"kijun/internal/standard"
	"kijun/internal/web/ui"
)

// form chooses whose sheet it is and which of its items are shown. It asks for the same page again, so it
// works without a script and its address can be kept.
func (p page) form() g.Node {
	return ui.Filter(p.r.To("measures"), p.forWhom(), p.which())
}

func (p page) forWhom() g.Node {
	var fields []g.Node
	if len(p.ids) > 1 {
		fields = append(fields, p.choose("operator", wordOperator, p.Operator, options(p.ids, func(id string) string { return p.say(p.names[id]) })...))
	} else {
		fields = append(fields, ui.Hidden("operator", p.Operator))
	}
	if len(p.Sectors) > 1 {
		fields = append(fields, p.choose("sector", wordSector, p.Sector, options(p.Sectors, func(id string) string {
			s, _ := p.catalogue.Sector(id)
			return p.say(s.Title)
		})...))
	}
	if roles := p.roles(); len(roles) > 0 {
		everybody := ui.Option{Text: p.say(wordEverybody)}
		fields = append(fields, p.choose("role", wordAudience, p.View.Audience, append([]ui.Option{everybody}, options(roles, func(s string) string { return s })...)...))
	}
	if access.Can(p.r.Actor, access.MeasureAll, access.Object{Org: p.Operator}) {
		fields = append(fields, ui.Tick("contractor", "yes", p.say(wordContractor), p.View.Contractor))
	}
	return h.FieldSet(h.Class("conditions"), h.Legend(p.text(wordFor)), g.Group(fields))
}

// roles are those to choose from; the chosen one stays among them when no clause addresses it any more.
func (p page) roles() []string {
	for _, role := range p.Audiences {
		if role == p.View.Audience {
			return p.Audiences
		}
	}
	if p.View.Audience == "" {
		return p.Audiences
	}
	return append([]string{p.View.Audience}, p.Audiences...)
}

func (p page) which() g.Node {
	all := ui.Option{Text: p.say(wordAll)}
	groups := []ui.Option{all}
	for _, gr := range p.Edition.Groups {
		for _, it := range p.Edition.Asked() {
			if it.Group == gr.ID {
				groups = append(groups, ui.Option{Value: gr.ID, Text: p.say(gr.Title)})
				break
			}
		}
	}
	return h.FieldSet(h.Class("conditions"), h.Legend(p.text(wordWhich)),
		p.choose("group", wordGroup, p.filter.Group, groups...),
		p.choose("force", wordBinding, string(p.filter.Binding), p.labelled(standard.Tiers, standard.TierLabels)...),
		p.choose("tier", wordClauseTier, string(p.filter.Tier), p.labelled(standard.Tiers, standard.TierLabels)...),
		p.choose("level", wordLevel, string(p.filter.Level), all,
			ui.Option{Value: string(standard.Must), Text: p.say(standard.LevelLabels[standard.Must])},
			ui.Option{Value: string(standard.Should), Text: p.say(standard.LevelLabels[standard.Should])},
			ui.Option{Value: string(standard.May), Text: p.say(standard.LevelLabels[standard.May])}),
		p.choose("phase", wordPhase, p.filter.Phase, append([]ui.Option{all}, options(standard.Phases, func(ph string) string { return p.say(standard.PhaseLabels[ph]) })...)...),
		p.choose("state", wordState, p.r.Value("state"), all,
			ui.Option{Value: "open", Text: p.say(wordOnlyOpen)}, ui.Option{Value: "weaker", Text: p.say(wordOnlyWeaker)}, ui.Option{Value: "changed", Text: p.say(wordOnlyChanged)}),
		p.r.Field(ui.Field{Name: "words", Label: p.say(wordWords), Value: p.filter.Words, Type: "search"}),
		ui.Submit(p.say(wordShow)), g.If(!p.filter.IsZero(), ui.Link(p.r.To("measures")+query(p.View), p.text(wordClear))))
}

func (p page) choose(name string, label lang.Text, value string, options ...ui.Option) g.Node {
	return p.r.Field(ui.Field{Name: name, Label: p.say(label), Value: value, Options: options})
}

func (p page) labelled(tiers []standard.Tier, labels map[standard.Tier]lang.Text) []ui.Option {
	out := []ui.Option{{Text: p.say(wordAll)}}
	for _, t := range tiers {
		out = append(out, ui.Option{Value: string(t), Text: p.say(labels[t])})
	}
	return out
}

func options(values []string, text func(string) string) []ui.Option {
	out := make([]ui.Option, len(values))
	for i, v := range values {
		out[i] = ui.Option{Value: v, Text: text(v)}
	}
	return out
}
