// Package web is the server of pages: it mounts what the room faces bring, in both languages, finds out
// who asks, draws the frame around a page, and turns faults into error pages. It also sets what every
// answer needs to be safe: a content security policy without inline code, protection against requests
// from other sites, limits on sizes and times.
//
// It imports no room but access. A room face gets a [ui.Routes] from it and never sees it. Start at
// server.go.
package web
