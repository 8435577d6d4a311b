// Package client calls the HTTP API of kijun: sign in, import standards, see what to do, answer a
// self-check, send a summary and receive it. Its types are its own; what it does not know of an answer it
// passes over, so that it works with later versions of the API, too.
//
// Every call takes a context and returns what the API said, or a [*Problem]. A [Client] acts for one
// session and may be used by several goroutines. It imports nothing of kijun. Start at client.go; docs/api.md
// has the same calls with curl.
package client
