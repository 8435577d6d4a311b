// Package standard is the room of the safety standards: documents in four tiers, their clauses,
// their decisions on the items of the guideline, the allocation of a sector, and the state of every
// item over a body of documents.
//
// Words: tier, clause, level (what a document's own word comes to), degree (how far), decision,
// allocation. The file format that people write is described in docs/formats.md; its rules, with their
// ids, are the table in rules.go.
//
// Bytes go one way: [Parse] turns one file into a [Document] and problems, [Read] turns files and folders
// into a [Body] and checks what they say of each other, [Body.Select] keeps what counts for a sector, an
// operator and a day, and [Body.Check] judges every item. [Format] writes a document back; [ToSheet] and
// [FromSheet] take it to Excel and CSV and back without loss.
//
// Invariants: all problems of a body come in one run, each with its place; the order of files changes
// nothing; one more full clause never opens an item; formatting is idempotent and loses nothing.
// It imports guideline and the kernel. Start at document.go, then state.go.
package standard
