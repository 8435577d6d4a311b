// Package submission holds what crosses the border of an organisation: copies that one organisation chose
// to send to another, frozen as they were on the day.
//
// Words: copy (what was sent), payload (its bytes), schema (what the payload says it is, such as
// check-summary/1), addressee, version (a later copy that replaces an earlier one), retention (the day up to
// which the addressee may use it).
//
// A copy is [Sent], then received, returned with a comment, or accepted by its addressee, and may be
// withdrawn by its sender. Who did each step, and when, stays. Withdrawing marks a copy; it does not erase
// what was received. A draft is not here: until it is sent it is the sender's own.
//
// Invariants: the payload is stored as given, never decoded and encoded again, and its hash is checked
// whenever it is read; only sender and addressee learn that a copy exists; what the sender's own record is
// called goes to the sender only; reading a payload of somebody else is an entry of the trail; after the
// day of retention nobody but the sender reads a payload. Sums count what stands: the newest version,
// neither returned nor withdrawn, within its retention. The Cabinet Secretariat gets payloads for sums
// without id, title, sender or time ([Service.Totals]).
//
// [Send] takes the transaction of the room whose record is sent; that room asks access for its own action.
// It knows no schema: submissionweb gets a renderer for each from the wiring.
//
// Tables: submission_copy, submission_payload, submission_step. It imports access, db, page and the kernel. Start at copy.go,
// then send.go and service.go.
package submission
