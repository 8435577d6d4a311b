package ui

import (
	g "maragu.dev/gomponents"
)

// Here is a link of a list of places; the one of the page itself is marked as the current one.
func Here(href string, here bool, text ...g.Node) g.Node {
	if here {
		text = append([]g.Node{g.Attr("aria-current", "page")}, text...)
	}
	return Link(href, text...)
}
