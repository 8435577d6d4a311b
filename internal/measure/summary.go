package measure

import (
	"slices"

	"kijun/internal/standard"
)

// OpenClause is an upper clause that no in-house rule carries out, and the items that it stands under.
type OpenClause struct {
	*standard.Clause
	Items []string // "": beyond the guideline
}

// Open lists the upper clauses that no in-house rule carries out, each once.
func (s *Sheet) Open() []OpenClause {
	var open []OpenClause
	at := map[*standard.Clause]int{}
	for _, it := range append(slices.Clone(s.Items), s.Beyond) {
		for _, c := range it.Open {
			i, known := at[c]
			if !known {
				i = len(open)
				at[c] = i
				open = append(open, OpenClause{Clause: c})
			}
			open[i].Items = append(open[i].Items, it.ID)
		}
	}
	return open
}

// Count counts the items by how far the operator's rules carry them out.
func (s *Sheet) Count() map[CarriedOut]int {
	n := map[CarriedOut]int{}
	for _, it := range s.Items {
		n[it.CarriedOut]++
	}
	return n
}

// Phases counts the clauses on the sheet by phase and tier, each clause once.
func (s *Sheet) Phases() map[string]map[standard.Tier]int {
	n := map[string]map[standard.Tier]int{}
	counted := map[*standard.Clause]bool{}
	for _, it := range append(slices.Clone(s.Items), s.Beyond) {
		for _, e := range it.entries() {
			if e.Phase == "" || counted[e.Clause] {
				continue
			}
			counted[e.Clause] = true
			if n[e.Phase] == nil {
				n[e.Phase] = map[standard.Tier]int{}
			}
			n[e.Phase][e.Document.Tier]++
		}
	}
	return n
}

// Speaking is the number of clauses on the sheet, each once, as far as they concern an item or stand
// beyond the guideline.
func (s *Sheet) Speaking() int {
	counted := map[*standard.Clause]bool{}
	for _, it := range append(slices.Clone(s.Items), s.Beyond) {
		for _, e := range it.entries() {
			counted[e.Clause] = true
		}
	}
	return len(counted)
}

// Item returns an item of the sheet; "beyond" is what answers no item of the guideline.
func (s *Sheet) Item(id string) (Item, bool) {
	if id == BeyondID {
		return s.Beyond, s.Beyond.Binding != ""
	}
	i := slices.IndexFunc(s.Items, func(it Item) bool { return it.ID == id })
	if i < 0 {
		return Item{}, false
	}
	return s.Items[i], true
}

// BeyondID is what addresses call the clauses beyond the items of the guideline.
const BeyondID = "beyond"
