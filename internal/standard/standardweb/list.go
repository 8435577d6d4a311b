package standardweb

import (
	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"kijun/internal/access"
	"kijun/internal/lang"
	"kijun/internal/standard"
	"kijun/internal/web/ui"
)

// list is the list of the standards that the actor may see.
func (p Pages) list(r *ui.Request) (ui.Answer, error) {
	f := standard.Filter{Sector: r.Value("sector"), Tier: standard.Tier(r.Value("tier")), Status: r.Value("state"), Words: r.Value("words")}
	if r.Value("own") != "" && r.Actor.SignedIn() {
		f.Org = r.Actor.Org.ID
	}
	records, next, err := p.Standards.List(r.Context(), r.Actor, f, r.Value("from"))
	if err != nil {
		return nil, err
	}
	orgs := make([]string, len(records))
	for i, rec := range records {
		orgs[i] = rec.Org
	}
	names, err := p.Access.Names(r.Context(), orgs)
	if err != nil {
		return nil, err
	}
	page := ui.Page{Title: r.Say(wordStandards), Body: []g.Node{ui.Head(r.Say(wordStandards), importLink(r)), h.P(h.Class("note"), r.Text(listNote(r))), p.filter(r)}}
	if len(records) == 0 {
		page.Body = append(page.Body, emptyList(r, f))
		return page, nil
	}
	page.Body = append(page.Body, p.table(r, records, names), ui.Pager(r, next))
	return page, nil
}

func listNote(r *ui.Request) lang.Text {
	if r.Actor.SignedIn() {
		return wordListNote
	}
	return wordPublicNote
}

func importLink(r *ui.Request) g.Node {
	if !access.Can(r.Actor, access.StandardEdit, access.Object{Org: r.Actor.Org.ID}) {
		return nil
	}
	return ui.ButtonLink(r.To("standards", "import"), r.Say(wordImport))
}

func emptyList(r *ui.Request, f standard.Filter) g.Node {
	if (f != standard.Filter{}) {
		return ui.Empty(r.Say(wordNoMatch), h.P(ui.Link(r.URL.Path, r.Text(wordShowAll))))
	}
	if importLink(r) != nil {
		return ui.Empty(r.Say(wordNoStandards), h.P(importLink(r)))
	}
	return ui.Empty(r.Say(wordNonePublished))
}

func (p Pages) filter(r *ui.Request) g.Node {
	all := ui.Option{Text: r.Say(wordAll)}
	sectors, tiers, states := []ui.Option{all}, []ui.Option{all}, []ui.Option{all}
	for _, s := range p.Catalogue.Sectors.Sectors {
		sectors = append(sectors, ui.Option{Value: s.ID, Text: r.Say(s.Title)})
	}
	for _, t := range standard.Tiers {
		tiers = append(tiers, ui.Option{Value: string(t), Text: r.Say(standard.TierLabels[t])})
	}
	for _, s := range []string{standard.Draft, standard.InConsultation, standard.Decided, standard.InForce, standard.Superseded} {
		states = append(states, ui.Option{Value: s, Text: r.Say(standard.StatusLabels[s])})
	}
	own := g.Node(nil)
	if r.Actor.SignedIn() {
		own = ui.Tick("own", "yes", r.Say(wordOwnOnly), r.Value("own") != "")
	}
	return ui.Filter(r.URL.Path,
		r.Field(ui.Field{Name: "words", Label: r.Say(wordWords), Value: r.Value("words"), Type: "search"}),
		r.Field(ui.Field{Name: "sector", Label: r.Say(wordSector), Value: r.Value("sector"), Options: sectors}),
		r.Field(ui.Field{Name: "tier", Label: r.Say(wordTier), Value: r.Value("tier"), Options: tiers}),
		r.Field(ui.Field{Name: "state", Label: r.Say(wordState), Value: r.Value("state"), Options: states}),
		own, ui.Quiet(r.Say(wordNarrow)))
}

func (p Pages) table(r *ui.Request, records []standard.Record, names map[string]lang.Text) g.Node {
	return ui.Wide(r.Say(wordStandards), h.Table(
		h.THead(h.Tr(ui.Columns(r, wordTier, wordName, wordEdition, wordState, wordSector, wordOwner, wordEffective, wordNextReview, wordClauseCount))),
		h.TBody(g.Map(records, func(rec standard.Record) g.Node {
			return h.Tr(h.Td(r.Text(standard.TierLabels[rec.Tier])),
				h.Th(h.Scope("row"), ui.Link(r.To("standards", rec.ID), r.Text(rec.Title)), h.Div(h.Class("meta"), g.Text(rec.Document))),
				h.Td(g.Text(rec.Edition)), h.Td(stateTag(r, rec.Status), publication(r, rec)), h.Td(g.Text(p.sectorNames(r, rec.Sectors))),
				h.Td(g.Text(orgName(r, names, rec.Org))), h.Td(h.Class("id"), g.Text(string(rec.Effective))), h.Td(h.Class("id"), g.Text(string(rec.NextReview))),
				h.Td(h.Class("number"), g.Textf("%d", rec.Clauses)))
		}))))
}

// publication says who may have a document that is not simply public.
func publication(r *ui.Request, rec standard.Record) g.Node {
	if rec.Publication == standard.PublicationPublic {
		return nil
	}
	return h.Div(h.Class("meta"), r.Text(standard.PublicationLabels[rec.Publication]))
}
