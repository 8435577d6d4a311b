package accessweb

import (
	"strings"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"kijun/internal/access"
	"kijun/internal/fault"
	"kijun/internal/web/ui"
)

func (p Pages) organisations(r *ui.Request) (ui.Answer, error) { return p.organisationsPage(r, nil) }

func (p Pages) organisationsPage(r *ui.Request, wrong error) (ui.Answer, error) {
	kind, sector := access.Kind(r.URL.Query().Get("of")), r.URL.Query().Get("in")
	orgs, err := p.Access.Orgs(r.Context(), r.Actor, kind, sector)
	if err != nil {
		return nil, err
	}
	page := ui.Page{Title: r.Say(wordOrganisations), Body: []g.Node{h.H1(r.Text(wordOrganisations)), h.P(r.Text(wordOrganisationsHint)),
		ui.Filter(r.To("organisations"),
			r.Field(ui.Field{Name: "of", Label: r.Say(wordKind), Value: string(kind), Options: append([]ui.Option{{Text: r.Say(wordAll)}}, kindOptions(r)...)}),
			r.Field(ui.Field{Name: "in", Label: r.Say(wordSector), Value: sector, Options: sectorOptions(r, p.Catalogue)}), ui.Submit(r.Say(wordShow))),
		p.orgTable(r, orgs)}}
	if access.Can(r.Actor, access.OrgManage, access.Object{Sectors: r.Actor.Sectors(access.Ministry)}) {
		page.Body = append(page.Body, h.H2(r.Text(wordFound)), h.P(r.Text(wordFoundHint)), p.foundForm(r, wrong))
	}
	if wrong != nil {
		page.Status = fault.Of(wrong).Kind.Status()
	}
	return page, nil
}

func (p Pages) orgTable(r *ui.Request, orgs []access.Org) g.Node {
	if len(orgs) == 0 {
		return ui.Empty(r.Say(wordNoOrgs))
	}
	return ui.Wide(r.Say(wordOrganisations), h.Table(h.THead(h.Tr(ui.Columns(r, wordName2, wordShort, wordStands, wordPrefecture))), h.TBody(g.Map(orgs, func(o access.Org) g.Node {
		return h.Tr(h.Th(h.Scope("row"), r.Text(o.Name)), h.Td(h.Class("id"), g.Text(o.ID)), h.Td(g.Text(p.stands(r, o))), h.Td(g.Text(o.Prefecture)))
	}))))
}

// stands says what an organisation is today, and in which sectors.
func (p Pages) stands(r *ui.Request, o access.Org) string {
	var parts []string
	for _, k := range access.Kinds {
		if !o.Is(k, r.Today()) {
			continue
		}
		var in []string
		for _, id := range o.Sectors(k, r.Today()) {
			if s, ok := p.Catalogue.Sector(id); ok {
				in = append(in, r.Say(s.Title))
			}
		}
		part := r.Say(access.KindLabels[k])
		if len(in) > 0 {
			part += r.Say(wordIn.With(strings.Join(in, r.Say(wordComma))))
		}
		parts = append(parts, part)
	}
	return strings.Join(parts, r.Say(wordComma))
}

func (p Pages) foundForm(r *ui.Request, wrong error) g.Node {
	return ui.Form(r.To("organisations"), r.Faults(wrong),
		p.field(r, wrong, ui.Field{Name: "name_ja", Label: r.Say(wordOrgJA), Required: true}),
		p.field(r, wrong, ui.Field{Name: "name_en", Label: r.Say(wordOrgEN)}),
		p.field(r, wrong, ui.Field{Name: "kana", Label: r.Say(wordOrgKana)}),
		p.field(r, wrong, ui.Field{Name: "id", Label: r.Say(wordOrgID), Hint: r.Say(wordOrgIDHint), Required: true}),
		p.field(r, wrong, ui.Field{Name: "kind", Label: r.Say(wordKind), Required: true, Options: kindOptions(r)}),
		p.field(r, wrong, ui.Field{Name: "sector", Label: r.Say(wordSector), Hint: r.Say(wordSectorHint), Options: sectorOptions(r, p.Catalogue)}),
		p.field(r, wrong, ui.Field{Name: "prefecture", Label: r.Say(wordPrefecture)}),
		p.field(r, wrong, ui.Field{Name: "person", Label: r.Say(wordPerson), Required: true}),
		p.field(r, wrong, ui.Field{Name: "login", Label: r.Say(wordLogin), Required: true}),
		p.field(r, wrong, ui.Field{Name: "password", Label: r.Say(wordFirstPassword), Hint: r.Say(wordPasswordHint), Type: "password", Required: true}),
		ui.Submit(r.Say(wordAdd)))
}

func (p Pages) found(r *ui.Request) (ui.Answer, error) {
	o := orgOf(r)
	err := p.Access.Found(r.Context(), r.Actor, o, access.Person{Login: r.Value("login"), Name: r.Value("person")}, r.FormValue("password"))
	if fault.Is(err, fault.Invalid) {
		return p.organisationsPage(r, err)
	}
	if err != nil {
		return nil, err
	}
	return ui.Redirect{To: r.To("organisations"), Notice: wordAdded.With(o.Name)}, nil
}

// orgOf is the organisation that a form describes.
func orgOf(r *ui.Request) access.Org {
	return access.Org{ID: r.Value("id"), Name: ui.Both(r.Value("name_ja"), r.Value("name_en")), Kana: r.Value("kana"), Prefecture: r.Value("prefecture"),
		Standings: []access.Standing{{Kind: access.Kind(r.Value("kind")), Sector: r.Value("sector")}}}
}
