package ui

import (
	"fmt"
	"net/url"
	"strings"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"
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
