package accessweb

import (
	"net"
	"net/http"
	"slices"
	"strings"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"kijun/internal/access"
	"kijun/internal/fault"
	"kijun/internal/guideline"
	"kijun/internal/lang"
	"kijun/internal/web/ui"
)

// Pages are the pages of the room.
type Pages struct {
	Access    *access.Service
	Catalogue *guideline.Catalogue
	Cookie    string // name of the session's cookie
}

// Mount mounts the pages.
func (p Pages) Mount(on ui.Routes) {
	on.Open("GET /sign-in", p.signIn)
	on.Open("POST /sign-in", p.signInPosted)
	on.Open("POST /sign-in/demo", p.signInDemo)
	on.Open("GET /set-up", p.setUp)
	on.Open("POST /set-up", p.setUpPosted)
	on.Handle("POST /act-as", p.actAs)
	on.Handle("POST /sign-out", p.signOut)
	on.Handle("GET /people", p.people)
	on.Handle("POST /people", p.addPerson)
	on.Handle("GET /organisations", p.organisations)
	on.Handle("POST /organisations", p.found)
}

func (p Pages) signIn(r *ui.Request) (ui.Answer, error) { return p.signInPage(r, nil) }

func (p Pages) signInPage(r *ui.Request, wrong error) (ui.Answer, error) {
	empty, err := p.Access.Empty(r.Context())
	if err != nil {
		return nil, err
	}
	if empty {
		return ui.Redirect{To: r.To("set-up")}, nil
	}
	characters, err := p.Access.Characters(r.Context())
	if err != nil {
		return nil, err
	}
	memberships, err := p.Access.Memberships(r.Context(), r.Actor)
	if err != nil {
		return nil, err
	}
	names, err := p.Access.Names(r.Context(), orgsOf(memberships))
	if err != nil {
		return nil, err
	}
	page := ui.Page{Title: r.Say(wordSignIn), Body: []g.Node{h.H1(r.Text(wordSignIn)), openToAll(r), p.others(r, memberships, names)}}
	if wrong != nil {
		page.Status = fault.Of(wrong).Kind.Status()
	}
	if len(characters) > 0 {
		page.Body = append(page.Body, p.cast(r, characters))
	}
	page.Body = append(page.Body, passwordForm(r, wrong, len(characters) > 0))
	return page, nil
}

// openToAll leads to what can be read without signing in.
func openToAll(r *ui.Request) g.Node {
	return h.P(r.Text(wordOpenToAll), g.Text(" "), ui.Link("/public"+r.To("standards"), r.Text(wordPublished)), r.Text(wordComma), ui.Link(r.To("guideline"), r.Text(wordGuideline)))
}

func orgsOf(ms []access.Membership) []string {
	var ids []string
	for _, m := range ms {
		ids = append(ids, m.Org)
	}
	return ids
}

func passwordForm(r *ui.Request, wrong error, second bool) g.Node {
	return h.Section(
		g.If(second, h.H2(r.Text(wordWithPassword))),
		ui.Form(r.To("sign-in"), r.Faults(wrong),
			r.Field(ui.Field{Name: "login", Label: r.Say(wordLogin), Value: r.Value("login"), Required: true, More: []g.Node{h.AutoComplete("username")}}),
			r.Field(ui.Field{Name: "password", Label: r.Say(wordPassword), Type: "password", Required: true, More: []g.Node{h.AutoComplete("current-password")}}),
			ui.Hidden("next", r.Value("next")), ui.Submit(r.Say(wordSignIn))))
}

func (p Pages) signInPosted(r *ui.Request) (ui.Answer, error) {
	token, err := p.Access.SignIn(r.Context(), r.Value("login"), r.FormValue("password"), address(r.Request))
	if err != nil {
		return p.signInPage(r, err)
	}
	return p.enter(r, token)
}

// address is where a request comes from, without its port.
func address(r *http.Request) string {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		return r.RemoteAddr
	}
	return host
}

func (p Pages) signInDemo(r *ui.Request) (ui.Answer, error) {
	token, err := p.Access.SignInDemo(r.Context(), r.Value("person"))
	if err != nil {
		return nil, err
	}
	return p.enter(r, token)
}

// enter sets the session's cookie and leads on to where the person wanted to go.
func (p Pages) enter(r *ui.Request, token string) (ui.Answer, error) {
	to := r.Value("next")
	for _, l := range []lang.Lang{lang.JA, lang.EN} { // the person may have changed the language meanwhile
		if rest, ok := strings.CutPrefix(to, "/"+string(l)+"/"); ok {
			to = r.Root + "/" + rest
		}
	}
	if !strings.HasPrefix(to, r.Root+"/") {
		to = r.To("")
	}
	return ui.Redirect{To: to, Cookie: p.cookie(r, token)}, nil
}

func (p Pages) cookie(r *ui.Request, token string) *http.Cookie {
	c := &http.Cookie{Name: p.Cookie, Value: token, Path: "/", HttpOnly: true, SameSite: http.SameSiteLaxMode, Secure: r.TLS != nil}
	if token == "" {
		c.MaxAge = -1
	}
	return c
}

func (p Pages) token(r *ui.Request) string {
	c, err := r.Cookie(p.Cookie)
	if err != nil {
		return ""
	}
	return c.Value
}

func (p Pages) actAs(r *ui.Request) (ui.Answer, error) {
	if err := p.Access.ActAs(r.Context(), r.Actor, p.token(r), r.Value("org")); err != nil {
		return nil, err
	}
	return ui.Redirect{To: r.To("")}, nil
}

func (p Pages) signOut(r *ui.Request) (ui.Answer, error) {
	if err := p.Access.SignOut(r.Context(), r.Actor, p.token(r)); err != nil {
		return nil, err
	}
	return ui.Redirect{To: r.To("sign-in"), Notice: wordSignedOut, Cookie: p.cookie(r, "")}, nil
}

// others offers the person's other organisations.
func (p Pages) others(r *ui.Request, ms []access.Membership, names map[string]lang.Text) g.Node {
	ms = slices.DeleteFunc(ms, func(m access.Membership) bool { return m.Org == r.Actor.Org.ID })
	if len(ms) == 0 {
		return nil
	}
	return h.Section(h.H2(r.Text(wordActFor)), h.Ul(h.Class("cast"), g.Map(ms, func(m access.Membership) g.Node {
		return h.Li(ui.Form(r.To("act-as"), ui.Hidden("org", m.Org),
			ui.Quiet(r.Say(names[m.Org])+"　"+r.Say(access.RoleLabels[m.Role]))))
	})))
}
