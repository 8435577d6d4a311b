// Package overviewweb is the home page, by what the actor's organisation is, and the pages of a sector and of
// the nation. It holds no rule and no number of its own. Start at pages.go.
package overviewweb
