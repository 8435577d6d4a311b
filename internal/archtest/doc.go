// Package archtest holds the import map of kijun and its house rules as tests. A new arrow is a
// decision record in docs/adr first, and then a line in map_test.go.
package archtest
