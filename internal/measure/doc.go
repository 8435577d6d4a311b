// Package measure answers the guideline's central question for one operator on one day: what should I
// do, and how far. For each item it puts the clauses of the four tiers side by side, keeps binding
// force (the tier) and the document's own word apart, lines the degrees up as a ladder, and names the
// in-house rule that carries each upper clause out, or that none does.
//
// It owns nothing: a [Sheet] is computed from a body of standards. A clause that asks the ministry or
// the sector to act is shown, but no rule of the operator has to carry it out.
//
// It imports standard and guideline. Start at sheet.go.
package measure
