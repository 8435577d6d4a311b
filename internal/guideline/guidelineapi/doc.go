// Package guidelineapi is the API of room guideline: editions and their items, sectors with their services,
// and the standards that are known to exist, as facts. It needs no sign-in.
package guidelineapi
