// Package guidelineweb is the pages of room guideline: the items with a search, one item with what standards
// say of it, the catalogue of sectors, and the schemes of classes. The guideline is public, so nobody has to
// sign in. It holds no rule. Start at pages.go.
package guidelineweb
