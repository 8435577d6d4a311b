// Package submissionweb is the pages of room submission: what the organisation received and sent, one copy
// with what was sent in words and byte for byte, and the steps of returning, accepting and withdrawing. It
// holds no rule and knows no schema: what a payload says in words is drawn by a [Render] from the wiring.
// Start at list.go, then copy.go.
package submissionweb
