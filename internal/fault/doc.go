// Package fault is how kijun says that something did not work: a [Kind], which decides the HTTP
// status and the exit code, and a text for the person in both languages. What is internal stays in
// the wrapped error and never reaches a user. The table of kinds is in kind.go.
package fault
