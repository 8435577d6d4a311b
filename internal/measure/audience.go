package measure

import (
	"cmp"
	"slices"
	"strings"

	"kijun/internal/lang"
	"kijun/internal/standard"
)

// A clause says whom it addresses in words of its own: 「経営層、契約担当」. Each of them is a role in the operator.

// roles splits the words of one clause.
func roles(audience string) []string {
	return strings.FieldsFunc(audience, func(r rune) bool { return strings.ContainsRune("、，,・/／;；\n\t", r) })
}

// audiences returns every role that clauses address, those with the most clauses first.
func audiences(cs []*standard.Clause) []string {
	count := map[string]int{}
	for _, c := range cs {
		for _, role := range roles(c.Audience) {
			if role = strings.TrimSpace(role); role != "" {
				count[role]++
			}
		}
	}
	names := make([]string, 0, len(count))
	for name := range count {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int { return cmp.Or(count[b]-count[a], cmp.Compare(a, b)) })
	return names
}

// addresses reports whether a clause addresses a role.
func addresses(c *standard.Clause, role string) bool {
	role = lang.Fold(role)
	return slices.ContainsFunc(roles(c.Audience), func(r string) bool { return lang.Fold(r) == role })
}

// contractorWords are what clauses call somebody who works for the operator.
var contractorWords = []string{"委託先", "受託者", "請負者", "contractor", "supplier"}

// outsourcing is the group of the guideline's items about work that others do.
const outsourcing = "f3."

// forContractors reports whether a clause is about the work of contractors, or addresses them.
func forContractors(c *standard.Clause) bool {
	audience := lang.Fold(c.Audience)
	return slices.ContainsFunc(contractorWords, func(w string) bool { return strings.Contains(audience, lang.Fold(w)) }) ||
		slices.ContainsFunc(c.Covers, func(cov standard.Coverage) bool { return strings.HasPrefix(cov.Item, outsourcing) })
}

// concerning returns the clauses that concern contractors: those about them, the in-house rules that carry
// such a clause out, and what a rule about them carries out.
func concerning(cs []*standard.Clause) map[standard.Ref]bool {
	about, keep := map[standard.Ref]bool{}, map[standard.Ref]bool{}
	for _, c := range cs {
		if forContractors(c) {
			about[c.Ref()], keep[c.Ref()] = true, true
		}
	}
	for _, c := range cs {
		for _, upper := range c.Implements {
			if about[c.Ref()] {
				keep[upper] = true
			}
			if about[upper] {
				keep[c.Ref()] = true
			}
		}
	}
	return keep
}

// keepAudience narrows the sheet down to what addresses a role: its clauses, what they carry out, and the
// rules that carry them out.
func (s *Sheet) keepAudience(role string) {
	direct, keep := map[standard.Ref]bool{}, map[standard.Ref]bool{}
	for _, c := range s.Clauses() {
		if addresses(c, role) {
			direct[c.Ref()], keep[c.Ref()] = true, true
		}
	}
	for _, c := range s.Clauses() {
		for _, upper := range c.Implements {
			if direct[c.Ref()] {
				keep[upper] = true
			}
			if direct[upper] {
				keep[c.Ref()] = true
			}
		}
	}
	for i := range s.Items {
		s.Items[i].narrow(keep)
	}
	s.Beyond.narrow(keep)
}

// narrow keeps some clauses of an item. What carries them out, and what is weaker, stays as it was found.
func (it *Item) narrow(keep map[standard.Ref]bool) {
	ladders := it.Ladders
	for t, es := range it.Tiers {
		it.Tiers[t] = slices.DeleteFunc(es, func(e Entry) bool { return !keep[e.Ref()] })
	}
	it.Binding, it.Level, it.Open = "", "", nil
	it.judge()
	it.Ladders = nil
	for _, l := range ladders {
		l.Rungs = slices.DeleteFunc(slices.Clone(l.Rungs), func(r Rung) bool { return !keep[r.Ref()] })
		if len(l.Rungs) > 0 {
			it.Ladders = append(it.Ladders, l)
		}
	}
}
