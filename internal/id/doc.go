// Package id makes the identifiers of records: 26 letters and digits that sort by the time they were
// made and carry no meaning. Clock and chance are handed in. Organisations and documents that people
// write about have names of their own instead.
package id
