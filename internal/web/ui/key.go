package ui

import (
	g "maragu.dev/gomponents"
)

// KeyLink is a link that a key follows when nobody is typing; [Link] says which addresses it takes.
func KeyLink(href, key string, text ...g.Node) g.Node {
	return Link(href, append([]g.Node{g.Attr("data-key", key)}, text...)...)
}
