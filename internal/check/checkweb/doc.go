// Package checkweb is the pages of room check: the self-checks of one's organisation, a check as a table
// and one entry after the other by keyboard, evidence, workbooks, closing, and the sending of a summary
// with a preview of exactly what leaves. It holds no rule. Start at pages.go, then table.go and entry.go.
package checkweb
