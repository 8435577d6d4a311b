// Package submissionapi is the API of room submission: what one's organisation received and sent, what was
// sent byte for byte, and the steps of receiving, returning, accepting and withdrawing.
package submissionapi
