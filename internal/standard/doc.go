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
// On the database a [Record] is an edition of a document with its revisions and the steps of its state;
// the Markdown of a revision is the truth, byte for byte, and the columns are made from it. [Service] lists
// them, imports, edits, brings them from draft into force, and keeps the allocation of each sector with who
// examined which item. [Service.Body] hands the other rooms what counts for a sector and an operator.
//
// Tables: standard_record, standard_sector, standard_revision, standard_step, standard_allocation,
// standard_allotment, standard_allotment_step.
//
// Invariants: a revision that is stored has no error; who may not read a withheld text gets it neither in
// a document nor through search nor in a download; after the decision a text does not change; all problems
// of a body come in one run, each with its place; the order of files changes nothing; one more full clause
// never opens an item; formatting is idempotent and loses nothing.
// It imports guideline, access, db, page and the kernel. Start at document.go, then state.go, then service.go.
package standard
