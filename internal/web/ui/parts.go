package ui

import (
	"fmt"
	"net/url"
	"strings"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"kijun/internal/lang"
)

// Link is a link to a local path, a fragment, an https or a mail address. Any other address is written
// as the text alone.
func Link(href string, text ...g.Node) g.Node {
	if !safe(href) {
		return g.Group(text)
	}
	return h.A(append([]g.Node{h.Href(href)}, text...)...)
}

// safe reports whether a browser reads raw as one of the addresses that Link allows.
func safe(raw string) bool {
	odd := func(r rune) bool { return r <= ' ' || r == 0x7f || r == '\\' }
	if strings.ContainsFunc(raw, odd) || strings.HasPrefix(raw, "//") {
		return false
	}
	if strings.HasPrefix(raw, "/") || strings.HasPrefix(raw, "#") {
		return true
	}
	u, err := url.Parse(raw)
	return err == nil && (u.Scheme == "https" && u.Host != "" || u.Scheme == "mailto")
}

// Tone is the colour of a tag or bar; the words beside it say the same.
type Tone string

// The tones.
const (
	Plain Tone = "plain"
	Good  Tone = "good"
	Fair  Tone = "fair"
	Bare  Tone = "bare" // nothing there yet; no red lamp
	Calm  Tone = "calm"
)

// Tag is a short state in a box.
func Tag(t Tone, text string) g.Node { return h.Span(h.Class("tag "+string(t)), g.Text(text)) }

// Words marks text that came from a document: it keeps its line breaks.
func Words(text string) g.Node { return h.Div(h.Class("words"), g.Text(text)) }

// Share is one part of a bar.
type Share struct {
	Label string
	Count int
	Tone  Tone
}

// Bar draws shares as one bar with a legend that gives every number in words.
func Bar(label string, shares []Share) g.Node {
	total := 0
	for _, s := range shares {
		total += s.Count
	}
	return h.Figure(h.Class("bar"), g.Attr("aria-label", label), barDrawing(shares, total),
		h.Ul(h.Class("legend"), g.Map(shares, func(s Share) g.Node {
			return h.Li(h.Span(h.Class("key "+string(s.Tone)), g.Attr("aria-hidden", "true")), g.Textf("%s %d", s.Label, s.Count))
		})))
}

// barDrawing is the picture beside the legend, which a screen reader skips.
func barDrawing(shares []Share, total int) g.Node {
	const width = 1000
	var parts []g.Node
	at := 0
	for _, s := range shares {
		if s.Count > 0 {
			w := s.Count * width / total
			parts = append(parts, g.El("rect", g.Attr("x", fmt.Sprint(at)), g.Attr("y", "0"), g.Attr("height", "24"), g.Attr("width", fmt.Sprint(w)), h.Class(string(s.Tone))))
			at += w
		}
	}
	return g.El("svg", append([]g.Node{g.Attr("viewBox", fmt.Sprintf("0 0 %d 24", width)), g.Attr("preserveAspectRatio", "none"), g.Attr("aria-hidden", "true")}, parts...)...)
}

// Bars draws one row a share, each as long as its count is to the greatest.
func Bars(label string, shares []Share) g.Node {
	most := 1
	for _, s := range shares {
		most = max(most, s.Count)
	}
	return h.Table(h.Class("bars"), g.Attr("aria-label", label), h.TBody(g.Map(shares, func(s Share) g.Node {
		return h.Tr(h.Th(h.Scope("row"), g.Text(s.Label)), h.Td(h.Class("number"), g.Textf("%d", s.Count)),
			h.Td(barDrawing([]Share{s, {Count: most - s.Count, Tone: Plain}}, most)))
	})))
}

// Wide lets a table scroll sideways on a narrow screen.
func Wide(label string, table g.Node) g.Node {
	return h.Div(h.Class("wide"), g.Attr("role", "region"), g.Attr("aria-label", label), g.Attr("tabindex", "0"), table)
}

// Facts is a list of names and values.
func Facts(rows ...[2]g.Node) g.Node {
	return h.Dl(h.Class("facts"), g.Map(rows, func(r [2]g.Node) g.Node {
		return h.Div(h.Dt(r[0]), h.Dd(r[1]))
	}))
}

// Both is a text whose halves a person typed.
func Both(ja, en string) lang.Text { return lang.Text{JA: ja, EN: en} }

// Columns are the heads of a table's columns.
func Columns(r *Request, names ...lang.Text) g.Node {
	return g.Map(names, func(t lang.Text) g.Node { return h.Th(h.Scope("col"), r.Text(t)) })
}

// Details is a part that opens and closes under its summary.
func Details(summary string, open bool, body ...g.Node) g.Node {
	return h.Details(append([]g.Node{g.If(open, g.Attr("open")), h.Summary(g.Text(summary))}, body...)...)
}

// Empty says that a list has nothing yet, and what to do about it.
func Empty(text string, next ...g.Node) g.Node {
	return h.Div(append([]g.Node{h.Class("empty"), h.P(g.Text(text))}, next...)...)
}

// Head is the heading of a page with what can be done there beside it.
func Head(title string, actions ...g.Node) g.Node {
	return h.Div(h.Class("head"), h.H1(g.Text(title)), g.If(len(actions) > 0, h.Div(append([]g.Node{h.Class("actions")}, actions...)...)))
}

// Tabs are views of one thing; the address of the current one is here.
func Tabs(label, here string, tabs ...Crumb) g.Node {
	return h.Nav(h.Class("tabs"), g.Attr("aria-label", label), h.Ul(g.Map(tabs, func(t Crumb) g.Node {
		return h.Li(h.A(h.Href(local(t.To)), g.If(t.To == here, g.Attr("aria-current", "page")), g.Text(t.Text)))
	})))
}

// Progress is how much of something is done, in words and as a bar.
func Progress(label string, done, of int) g.Node {
	return h.Div(h.Class("progress"), h.Span(g.Textf("%s %d / %d", label, done, of)),
		g.If(of > 0, barDrawing([]Share{{Count: done, Tone: Good}, {Count: max(of-done, 0), Tone: Plain}}, max(of, 1))))
}

// Print is a button that prints the page; without a script it is not there.
func Print(label string) g.Node {
	return h.Button(h.Type("button"), h.Class("button quiet"), g.Attr("data-print"), g.Attr("hidden"), g.Text(label))
}

// Heat is the class of a cell whose number is a share of most: 0 to 4, drawn ever darker.
func Heat(n, most int) string {
	if most <= 0 || n <= 0 {
		return "heat-0"
	}
	return fmt.Sprintf("heat-%d", 1+min(3, n*4/(most+1)))
}

// Pager leads to the next page of a list; next is "" on the last.
func Pager(r *Request, next string) g.Node {
	if next == "" {
		return nil
	}
	return h.P(h.Class("pager"), Link(r.With("from", next), r.Text(wordNext)))
}

var wordNext = lang.Text{JA: "次のページ", EN: "Next page"}
