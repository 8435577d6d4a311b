package ui

import (
	_ "embed"
	"io"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"kijun/internal/lang"
)

//go:embed tokens.css
var tokens string

//go:embed ui.css
var styles string

// Report writes a page that is one self-contained file: to be mailed, archived and printed. Its policy
// lets it load and run nothing.
func Report(w io.Writer, l lang.Lang, title string, body ...g.Node) error {
	return h.Doctype(h.HTML(h.Lang(string(l)),
		h.Head(
			h.Meta(h.Charset("utf-8")),
			h.Meta(h.Name("viewport"), h.Content("width=device-width, initial-scale=1")),
			h.Meta(g.Attr("http-equiv", "Content-Security-Policy"), h.Content("default-src 'none'; style-src 'unsafe-inline'; img-src data:")),
			headLink("icon", "data:,"),
			h.TitleEl(g.Text(title)),
			h.StyleEl(g.Raw(tokens+styles)),
		),
		h.Body(h.Main(body...)),
	)).Render(w)
}

// headLink is a link element of the head.
func headLink(rel, href string) g.Node { return g.El("link", h.Rel(rel), h.Href(href)) }
