package accessweb

import (
	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"kijun/internal/access"
	"kijun/internal/fault"
	"kijun/internal/web/ui"
)

func (p Pages) people(r *ui.Request) (ui.Answer, error) { return p.peoplePage(r, nil) }

func (p Pages) peoplePage(r *ui.Request, wrong error) (ui.Answer, error) {
	members, err := p.Access.Members(r.Context(), r.Actor)
	if err != nil {
		return nil, err
	}
	rows := g.Map(members, func(m access.Member) g.Node {
		return h.Tr(h.Th(h.Scope("row"), g.Text(m.Name)), h.Td(g.Text(m.Kana)), h.Td(g.Text(m.Login)), h.Td(r.Text(access.RoleLabels[m.Role])))
	})
	page := ui.Page{Title: r.Say(wordPeople), Body: []g.Node{h.H1(r.Text(wordPeople)), h.P(r.Text(wordPeopleHint.With(r.Actor.Org.Name))),
		h.P(ui.Link(r.To("organisations"), r.Text(wordOrganisations))),
		ui.Wide(r.Say(wordPeople), h.Table(h.THead(h.Tr(ui.Columns(r, wordName, wordKana, wordLogin, wordRole))), h.TBody(rows)))}}
	if access.Can(r.Actor, access.PeopleManage, access.Object{Org: r.Actor.Org.ID}) {
		page.Body = append(page.Body, h.H2(r.Text(wordAddPerson)), p.personForm(r, wrong))
	}
	if wrong != nil {
		page.Status = fault.Of(wrong).Kind.Status()
	}
	return page, nil
}

func (p Pages) personForm(r *ui.Request, wrong error) g.Node {
	var roles []ui.Option
	for _, role := range access.Roles {
		roles = append(roles, ui.Option{Value: string(role), Text: r.Say(access.RoleLabels[role])})
	}
	return ui.Form(r.To("people"), r.Faults(wrong),
		p.field(r, wrong, ui.Field{Name: "name", Label: r.Say(wordName), Required: true}),
		p.field(r, wrong, ui.Field{Name: "kana", Label: r.Say(wordKana)}),
		p.field(r, wrong, ui.Field{Name: "login", Label: r.Say(wordLogin), Required: true}),
		p.field(r, wrong, ui.Field{Name: "role", Label: r.Say(wordRole), Required: true, Options: roles}),
		p.field(r, wrong, ui.Field{Name: "password", Label: r.Say(wordPassword), Hint: r.Say(wordPasswordHint), Type: "password", Required: true}),
		ui.Submit(r.Say(wordAdd)))
}

func (p Pages) addPerson(r *ui.Request) (ui.Answer, error) {
	person := access.Person{Login: r.Value("login"), Name: r.Value("name"), Kana: r.Value("kana")}
	_, err := p.Access.AddPerson(r.Context(), r.Actor, person,
		access.Membership{Org: r.Actor.Org.ID, Role: access.Role(r.Value("role"))}, r.FormValue("password"))
	if fault.Is(err, fault.Invalid) {
		return p.peoplePage(r, err)
	}
	if err != nil {
		return nil, err
	}
	return ui.Redirect{To: r.To("people"), Notice: wordAdded.With(person.Name)}, nil
}
