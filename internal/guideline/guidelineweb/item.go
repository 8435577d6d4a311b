package guidelineweb

import (
	"strings"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"kijun/internal/access"
	"kijun/internal/fault"
	"kijun/internal/guideline"
	"kijun/internal/lang"
	"kijun/internal/web/ui"
)

// item is one item: what it asks, examples, references, and what standards say of it. Whoever types its
// printed number or slug gets there as well.
func (p Pages) item(r *ui.Request) (ui.Answer, error) {
	e := p.Catalogue.Latest()
	it, ok := e.Item(r.PathValue("item"))
	if !ok {
		return nil, fault.New(fault.NotFound, wordNoItem.With(r.PathValue("item")))
	}
	if it.ID != r.PathValue("item") {
		return ui.Redirect{To: r.To("guideline", "items", it.ID)}, nil
	}
	covers, err := p.Standards.Covering(r.Context(), r.Actor, it.ID)
	if err != nil {
		return nil, err
	}
	title := it.ID + " " + r.Say(it.Title)
	return ui.Page{Title: title, Crumbs: []ui.Crumb{{To: r.To("guideline"), Text: r.Say(wordGuideline)}}, Body: []g.Node{
		ui.Head(title, ui.Print(r.Say(wordPrint))),
		p.facts(r, e, it),
		h.H2(r.Text(wordAsks)), h.P(both(r, it.Asks)), p.prompts(r, it),
		h.H2(r.Text(wordExamples)), h.Ul(g.Map(it.Examples, func(t lang.Text) g.Node { return h.Li(r.Text(t)) })),
		references(r, it), p.covering(r, it, covers), turns(r, e, it),
	}}, nil
}

func (p Pages) facts(r *ui.Request, e *guideline.Edition, it guideline.Item) g.Node {
	rows := [][2]g.Node{
		{r.Text(wordKind), r.Text(guideline.Kinds[it.Kind])},
		{r.Text(wordNumber), g.Text(it.Number)},
		{r.Text(wordSlug), g.Text(it.Slug)},
		{r.Text(wordGroup), r.Text(e.GroupTitle(it.Group))},
	}
	if it.Kind == guideline.FollowUp {
		rows = append(rows, [][2]g.Node{
			{r.Text(wordActor), r.Text(e.ActorTitle(it.Actor))},
			{r.Text(wordPeriod), r.Text(guideline.Periods[it.Period])},
			{r.Text(wordModal), r.Text(guideline.Modals[it.Modal])},
		}...)
	}
	return g.Group{ui.Facts(rows...), h.P(h.Class("note"), r.Text(kindNotes[it.Kind])), h.P(h.Class("note"), r.Text(wordOwnWords))}
}

// prompts are the members of a scheme that a standard may name under the item.
func (p Pages) prompts(r *ui.Request, it guideline.Item) g.Node {
	classes := map[string][]guideline.Class{"objects": p.Catalogue.Schemes.Objects, "threats": p.Catalogue.Schemes.Threats}[it.Prompts]
	if len(classes) == 0 {
		return nil
	}
	return g.Group{h.P(r.Text(wordPrompts)), h.Ul(g.Map(classes, func(c guideline.Class) g.Node {
		return h.Li(ui.Link(r.To("guideline", "schemes")+"#"+c.ID, r.Text(c.Title)))
	}))}
}

func references(r *ui.Request, it guideline.Item) g.Node {
	if len(it.References.CSF)+len(it.References.ISO27001) == 0 {
		return nil
	}
	return g.Group{h.H2(r.Text(wordReferences)), h.P(h.Class("note"), r.Text(wordReferencesNote)), ui.Facts(
		[2]g.Node{g.Text("NIST CSF 2.0"), g.Text(strings.Join(it.References.CSF, ", "))},
		[2]g.Node{g.Text("ISO/IEC 27001:2022"), g.Text(strings.Join(it.References.ISO27001, ", "))})}
}

// covering lists the clauses of standards in force that cover the item.
func (p Pages) covering(r *ui.Request, it guideline.Item, covers []guideline.Cover) g.Node {
	if it.Kind == guideline.FollowUp {
		return nil
	}
	nodes := g.Group{h.H2(h.ID("standards"), r.Text(wordCovering)), h.P(h.Class("note"), r.Text(wordCoveringNote))}
	if len(covers) == 0 {
		nodes = append(nodes, ui.Empty(r.Say(wordNothingCovers)))
	} else {
		nodes = append(nodes, ui.Wide(r.Say(wordCovering), h.Table(h.THead(h.Tr(ui.Columns(r, wordSector, wordTier, wordDocument, wordClause, wordExtent))),
			h.TBody(g.Map(covers, func(c guideline.Cover) g.Node { return p.cover(r, c) })))))
	}
	if r.Actor.Is(access.Operator) {
		nodes = append(nodes, h.P(ui.ButtonLink(r.To("measures", it.ID), r.Say(wordToMeasure))))
	}
	return nodes
}

func (p Pages) cover(r *ui.Request, c guideline.Cover) g.Node {
	extent := wordFull
	if c.Partly {
		extent = wordPartly
	}
	to := r.To("standards", c.Record)
	if !r.Actor.SignedIn() {
		to = "/public" + to
	}
	return h.Tr(h.Td(g.Text(p.sectorNames(r, c.Sectors))), h.Td(r.Text(c.Tier)), h.Td(ui.Link(to, r.Text(c.Document))),
		h.Th(h.Scope("row"), ui.Link(to+"#"+c.Clause, g.Text(c.Heading))), h.Td(r.Text(extent)))
}

func (p Pages) sectorNames(r *ui.Request, ids []string) string {
	if len(ids) == 0 {
		return r.Say(wordEverySector)
	}
	var names []string
	for _, id := range ids {
		s, _ := p.Catalogue.Sector(id)
		names = append(names, r.Say(s.Title))
	}
	return strings.Join(names, r.Say(wordComma))
}

// turns lead to the items before and behind.
func turns(r *ui.Request, e *guideline.Edition, it guideline.Item) g.Node {
	var before, behind g.Node
	for i, x := range e.Items {
		if x.ID != it.ID {
			continue
		}
		if i > 0 {
			before = turn(r, wordPrevious, e.Items[i-1], "k")
		}
		if i+1 < len(e.Items) {
			behind = turn(r, wordNext, e.Items[i+1], "j")
		}
	}
	return h.Nav(h.Class("turns unprinted"), g.Attr("aria-label", r.Say(wordTurns)), h.Div(before), h.Div(behind))
}

func turn(r *ui.Request, word lang.Text, it guideline.Item, key string) g.Node {
	return g.Group{g.Text(r.Say(word) + ": "), ui.KeyLink(r.To("guideline", "items", it.ID), key, g.Text(it.ID+" "+r.Say(it.Title)))}
}
