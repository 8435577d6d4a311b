// Package checkapi is the API of room check: self-checks, their entries and answers, evidence, and the
// summary that may leave the organisation, with a preview of exactly what leaves.
package checkapi
