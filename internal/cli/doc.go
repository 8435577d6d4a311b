// Package cli is kijun on the command line: it reads the flags, asks the rooms, and writes what they
// answer as text, JSON, CSV, Markdown or SARIF. It holds no rule of a room.
//
// Each command is one struct with a Run method in a file of its own name; its help, in both languages,
// is in usage.go. Exit codes are those of package fault: 0 yes, 1 no, 2 input or usage, 3 internal.
// Start at cli.go.
package cli
