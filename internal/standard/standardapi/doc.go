// Package standardapi is the API of room standard: documents with their clauses and their exact source,
// import with every problem of every file, states, the report of a sector, and its allocation. Clauses,
// items and counts have the shapes of `kijun check --format json` (docs/formats.md).
package standardapi
