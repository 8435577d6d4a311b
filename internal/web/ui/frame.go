package ui

import (
	_ "embed"
	"io"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"kijun/internal/access"
	"kijun/internal/lang"
)

//go:embed kijun.js
var script string

// Assets are the files that pages load, by their names.
func Assets() map[string]string {
	return map[string]string{"kijun.css": tokens + styles, "kijun.js": script, "icon.svg": icon}
}

const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#0017c1"/><path d="M7 9h18M7 16h18M7 23h11" stroke="#fff" stroke-width="3" stroke-linecap="round"/></svg>`

// Place is an entry of the main navigation: Path below the language, such as /standards.
type Place struct {
	Path string
	Text lang.Text
	For  func(access.Actor) bool // nil: for everybody who has signed in
}

// Frame is what surrounds every page.
type Frame struct {
	Assets string // address prefix of the assets
	Places []Place
	Notice lang.Text
	Demo   bool
}

var (
	wordProduct = lang.Text{JA: "基準 kijun", EN: "kijun"}
	wordTagline = lang.Text{JA: "重要インフラの安全基準等", EN: "safety standards of critical infrastructure"}
	wordSkip    = lang.Text{JA: "本文へ", EN: "Skip to content"}
	wordMain    = lang.Text{JA: "メニュー", EN: "Main menu"}
	wordYouAre  = lang.Text{JA: "現在地", EN: "You are here"}
	wordSignOut = lang.Text{JA: "サインアウト", EN: "Sign out"}
	wordSignIn  = lang.Text{JA: "サインイン", EN: "Sign in"}
	wordDemo    = lang.Text{JA: "見本の国です。組織も人も文書も架空のもので、止めると消えます。", EN: "This is the demo nation. Its organisations, people and documents are fictional, and it is gone when you stop it."}
	wordPrinted = lang.Text{JA: "基準 kijun　%s　%s", EN: "kijun　%s　%s"}
	wordActFor  = lang.Text{JA: "別の立場で使う", EN: "Act for another organisation"}
	otherTongue = map[lang.Lang]string{lang.JA: "English", lang.EN: "日本語"}
	otherLang   = map[lang.Lang]lang.Lang{lang.JA: lang.EN, lang.EN: lang.JA}
)

// Write writes a page inside the frame.
func (f Frame) Write(w io.Writer, r *Request, p Page) error {
	return h.Doctype(h.HTML(h.Lang(string(r.Lang)),
		h.Head(
			h.Meta(h.Charset("utf-8")),
			h.Meta(h.Name("viewport"), h.Content("width=device-width, initial-scale=1")),
			headLink("icon", f.Assets+"icon.svg"), headLink("stylesheet", f.Assets+"kijun.css"),
			h.Script(h.Src(f.Assets+"kijun.js"), h.Defer()),
			h.TitleEl(g.Text(p.Title+" - "+r.Say(wordProduct))),
		),
		h.Body(
			h.A(h.Href("#main"), h.Class("skip"), g.Text(r.Say(wordSkip))),
			f.header(r), f.navigation(r),
			h.Main(h.ID("main"), h.TabIndex("-1"), crumbs(r, p), f.notice(r), g.Group(p.Body)),
			f.footer(r),
		),
	)).Render(w)
}

func (f Frame) header(r *Request) g.Node {
	return h.Header(h.Class("top"),
		h.Div(h.Class("brand"), Link(r.To(), g.Text(r.Say(wordProduct))), h.Span(h.Class("tagline"), g.Text(r.Say(wordTagline)))),
		h.Div(h.Class("who"), f.who(r), f.language(r)))
}

func (f Frame) who(r *Request) g.Node {
	if !r.Actor.SignedIn() {
		return Link("/"+string(r.Lang)+"/sign-in", g.Text(r.Say(wordSignIn)))
	}
	return g.Group{
		h.Span(h.Class("actor"), h.Span(h.Class("org"), g.Text(r.Say(r.Actor.Org.Name))), g.Text(" "),
			g.Text(r.Actor.Person.Name), g.Text("（"+r.Say(access.RoleLabels[r.Actor.Role])+"）")),
		Link(r.To("sign-in"), g.Text(r.Say(wordActFor))),
		Form(r.To("sign-out"), h.Button(h.Type("submit"), h.Class("plain"), g.Text(r.Say(wordSignOut)))),
	}
}

// language leads to the same page in the other language.
func (f Frame) language(r *Request) g.Node {
	other := otherLang[r.Lang]
	path := r.URL.RequestURI()
	root := r.Root
	if len(path) >= len(root) && path[:len(root)] == root {
		path = root[:len(root)-len(r.Lang)] + string(other) + path[len(root):]
	} else {
		path = "/" + string(other) + "/"
	}
	if r.Method != "GET" {
		path = root[:len(root)-len(r.Lang)] + string(other) + "/"
	}
	return h.A(h.Href(local(path)), h.Lang(string(other)), h.Class("language"), g.Text(otherTongue[r.Lang]))
}

func (f Frame) navigation(r *Request) g.Node {
	if !r.Actor.SignedIn() {
		return nil
	}
	var items []g.Node
	for _, p := range f.Places {
		if p.For != nil && !p.For(r.Actor) {
			continue
		}
		to := r.Root + p.Path
		here := r.URL.Path == to || p.Path != "/" && len(r.URL.Path) > len(to) && r.URL.Path[:len(to)+1] == to+"/"
		items = append(items, h.Li(h.A(h.Href(to), g.If(here, g.Attr("aria-current", "page")), g.Text(r.Say(p.Text)))))
	}
	return h.Nav(h.Class("main"), g.Attr("aria-label", r.Say(wordMain)), h.Ul(items...))
}

func crumbs(r *Request, p Page) g.Node {
	if len(p.Crumbs) == 0 {
		return nil
	}
	return h.Nav(h.Class("crumbs"), g.Attr("aria-label", r.Say(wordYouAre)), h.Ol(
		g.Map(p.Crumbs, func(c Crumb) g.Node { return h.Li(Link(c.To, g.Text(c.Text))) }),
		h.Li(g.Attr("aria-current", "page"), g.Text(p.Title))))
}

func (f Frame) notice(r *Request) g.Node {
	if f.Notice.IsZero() {
		return nil
	}
	return h.Div(h.Class("banner done"), g.Attr("role", "status"), h.P(r.Text(f.Notice)))
}

func (f Frame) footer(r *Request) g.Node {
	return h.Footer(h.Class("bottom"),
		g.If(f.Demo, h.P(r.Text(wordDemo))),
		h.P(h.Class("printed"), r.Text(wordPrinted.With(lang.Day(r.Today()), r.Actor.Org.Name))))
}
