// Package ui holds the components that pages are made of: the frame of a page, tags, counts, bars, and
// the style sheet. Colours only repeat what words say; everything reads on paper and at 320 px.
//
// Text is escaped by gomponents; addresses go through [Link], and no other package writes raw HTML.
// The values in tokens.css follow the Digital Agency Design System (MIT licence). Start at page.go.
package ui
