package accessweb

import (
	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"kijun/internal/access"
	"kijun/internal/fault"
	"kijun/internal/guideline"
	"kijun/internal/web/ui"
)

// setUp is the first page of an empty installation. Its address holds a secret that the console printed.
func (p Pages) setUp(r *ui.Request) (ui.Answer, error) { return p.setUpPage(r, nil), nil }

func (p Pages) setUpPage(r *ui.Request, wrong error) ui.Answer {
	page := ui.Page{Title: r.Say(wordSetUp), Body: []g.Node{h.H1(r.Text(wordSetUp)), h.P(r.Text(wordSetUpHint)),
		ui.Form(r.To("set-up"), r.Faults(wrong),
			p.field(r, wrong, ui.Field{Name: "key", Label: r.Say(wordKey), Hint: r.Say(wordKeyHint), Required: true}),
			p.field(r, wrong, ui.Field{Name: "name_ja", Label: r.Say(wordOrgJA), Required: true}),
			p.field(r, wrong, ui.Field{Name: "name_en", Label: r.Say(wordOrgEN)}),
			p.field(r, wrong, ui.Field{Name: "id", Label: r.Say(wordOrgID), Hint: r.Say(wordOrgIDHint), Required: true}),
			p.field(r, wrong, ui.Field{Name: "kind", Label: r.Say(wordKind), Required: true, Options: kindOptions(r)}),
			p.field(r, wrong, ui.Field{Name: "sector", Label: r.Say(wordSector), Hint: r.Say(wordSectorHint), Options: sectorOptions(r, p.Catalogue)}),
			p.field(r, wrong, ui.Field{Name: "person", Label: r.Say(wordPerson), Required: true}),
			p.field(r, wrong, ui.Field{Name: "login", Label: r.Say(wordLogin), Required: true}),
			p.field(r, wrong, ui.Field{Name: "password", Label: r.Say(wordPassword), Hint: r.Say(wordPasswordHint), Type: "password", Required: true}),
			ui.Submit(r.Say(wordBegin)))}}
	if wrong != nil {
		page.Status = fault.Of(wrong).Kind.Status()
	}
	return page
}

// field fills a field with what was typed and with what is wrong with it.
func (p Pages) field(r *ui.Request, wrong error, f ui.Field) g.Node {
	f.Value, f.Fault = r.Value(f.Name), r.FaultOf(wrong, f.Name)
	return r.Field(f)
}

func kindOptions(r *ui.Request) []ui.Option {
	var os []ui.Option
	for _, k := range access.Kinds {
		os = append(os, ui.Option{Value: string(k), Text: r.Say(access.KindLabels[k])})
	}
	return os
}

func sectorOptions(r *ui.Request, c *guideline.Catalogue) []ui.Option {
	os := []ui.Option{{Value: "", Text: r.Say(wordNoSector)}}
	for _, s := range c.Sectors.Sectors {
		os = append(os, ui.Option{Value: s.ID, Text: r.Say(s.Title)})
	}
	return os
}

func (p Pages) setUpPosted(r *ui.Request) (ui.Answer, error) {
	token, err := p.Access.SetUp(r.Context(), access.FirstOrg{
		Key:    r.Value("key"),
		Org:    orgOf(r),
		Person: access.Person{Login: r.Value("login"), Name: r.Value("person")}, Password: r.FormValue("password"),
	})
	if fault.Is(err, fault.Invalid) || fault.Is(err, fault.Forbidden) {
		return p.setUpPage(r, err), nil
	}
	if err != nil {
		return nil, err
	}
	return p.enter(r, token)
}
