// Package lang holds what a person reads: a text in Japanese and English, the choice between them,
// dates as each language writes them, and the nearest word to a mistyped one.
//
// Japanese is the authority and English is complete: a [Text] with one half missing does not pass
// the tests of the room that owns it. Start at text.go.
package lang
