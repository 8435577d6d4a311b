//go:build e2e

// Package browser drives Chromium for the browser tests and for the screenshot tool: it is the only
// package that knows chromedp and the protocol below it.
//
// Words: a tab has cookies and storage of its own; a locator says which element is meant; an act is what
// a person does to an element; a complaint is what the browser says is wrong with a page.
//
// Every act waits until its element is there, alone, visible, enabled and not covered, and gives up after
// the tab's patience with the reason that stood last. The browser reaches this machine only.
//
// It imports nothing of kijun. Start at tab.go.
package browser
