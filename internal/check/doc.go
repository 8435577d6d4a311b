// Package check is the room of the self-checks: an operator asks itself, clause by clause, whether what
// it should do is in place, in operation and effective.
//
// Words: a [SelfCheck] belongs to an operator, a sector and a fiscal year; an [Entry] is one clause that
// asks something of the operator, or one of its own rules, as it read when the check took it in; an
// [Answer] has three judgements, and apart from them the work status and the severity of the gap. Not
// applicable needs a reason and may be set for a branch (an item, a group of items, a document). What
// last year's check answered is carried forward and marked until somebody confirms it. [Evidence]
// belongs to the operator, is kept once by its content and linked to any entries. A [Summary] is what
// may leave the operator, as a deliberate act.
//
// A check is one snapshot: [Service.Update] brings in what changed in the measures and loses no answer.
// An entry stands under parts: the items it answers, their groups, its document. Filters, branches and
// counts are all by part.
//
// Invariants: counts are changed in the transaction of the answer and equal a recount at any time;
// no answer is overwritten that its writer has not seen (versions); a closed check changes no more; a
// workbook is taken in by hidden ids and its stamp, whole or not at all.
//
// Tables: check_check, check_step, check_entry, check_part, check_count, check_evidence, check_link,
// check_sending. It imports measure, standard, guideline, access, submission, blob and the kernel. Start
// at answer.go, entry.go and counts.go, then service.go.
package check
