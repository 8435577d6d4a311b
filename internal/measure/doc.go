// Package measure answers the guideline's central question for one operator on one day: what should I
// do, and how far. For each item it puts the clauses of the four tiers side by side, keeps binding
// force (the tier) and the document's own word apart, lines the degrees up as a ladder, and names the
// in-house rule that carries each upper clause out, or that none does.
//
// Words: sheet (all of it for one operator), view (whose, for which role in it, or for contractors),
// changes (what differs from the sheet that somebody saw last). A [Sheet] is computed from a body of
// standards by [New]; [Service.Sheet] takes the body from the room standard. A clause that asks the
// ministry or the sector to act is shown, but no rule of the operator has to carry it out.
//
// Invariants: a contractor sees of its client's rules what concerns contractors, an audit firm all of
// them; both see no withheld text, and of the upper tiers what is open to them anyway. A filter narrows
// what is shown and never what counts as carried out.
//
// Table: measure_seen, what a person saw last. It imports standard, guideline, access and db. Start at
// sheet.go, then service.go.
package measure
