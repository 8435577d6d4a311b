package measure

import (
	"slices"
	"strings"

	"kijun/internal/lang"
	"kijun/internal/standard"
)

// Filter picks items: those with a clause that meets every condition. The zero Filter picks all.
type Filter struct {
	Group   string        // of the guideline
	Binding standard.Tier // of the item: the most binding tier that speaks
	Tier    standard.Tier // of the clause
	Level   standard.Level
	Phase   string
	Words   string // all of which stand in the clause or in the item's title
	Open    bool   // no in-house rule carries it out
	Weaker  bool   // an in-house rule that falls short
	Changed bool   // since the actor looked last
}

// IsZero reports whether the filter picks all.
func (f Filter) IsZero() bool { return f == Filter{} }

// Match is an item with the clauses that met the filter.
type Match struct {
	Item
	Met map[standard.Ref]bool
}

// Narrowed reports whether the sheet is one for a role or for contractors.
func (s *Sheet) Narrowed() bool { return s.View.Contractor || s.View.Audience != "" }

// Pick returns the items that meet the filter in their order, those beyond the guideline last. Without a
// filter they come whole, also where nobody asks anything, unless the sheet is a narrowed one.
func (s *Sheet) Pick(f Filter, c *Changes) []Match {
	var out []Match
	for _, it := range append(slices.Clone(s.Items), s.Beyond) {
		if it.Binding == "" && (it.ID == "" || s.Narrowed()) {
			continue
		}
		m := Match{Item: it, Met: map[standard.Ref]bool{}}
		if !f.IsZero() && (f.Group != "" && f.Group != it.Group || f.Binding != "" && f.Binding != it.Binding) {
			continue
		}
		for _, e := range it.entries() {
			if f.meets(&it, e, c) {
				m.Met[e.Ref()] = true
			}
		}
		if len(m.Met) > 0 || f.onlyItems() {
			out = append(out, m)
		}
	}
	return out
}

// onlyItems reports whether the filter asks nothing of the clauses.
func (f Filter) onlyItems() bool {
	f.Group, f.Binding = "", ""
	return f.IsZero()
}

func (f Filter) meets(it *Item, e Entry, c *Changes) bool {
	switch {
	case f.Tier != "" && f.Tier != e.Document.Tier,
		f.Level != "" && f.Level != e.Level,
		f.Phase != "" && f.Phase != e.Phase,
		f.Open && !slices.Contains(it.Open, e.Clause),
		f.Weaker && !it.weaker(e),
		f.Changed && c.Of(e.Clause) == Unchanged:
		return false
	}
	return f.Words == "" || containsAll(strings.Join([]string{e.Heading, e.Text, e.Word, e.Degree.String(), e.Audience, e.Applies,
		e.Ref().String(), it.ID, it.Title.JA, it.Title.EN}, "\n"), f.Words)
}

func containsAll(text, words string) bool {
	text = lang.Fold(text)
	for _, w := range strings.Fields(lang.Fold(words)) {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}

// weaker reports whether an entry is an in-house rule that falls short of what it carries out, or an upper
// clause that such a rule carries out.
func (it *Item) weaker(e Entry) bool {
	if e.Document.Tier != standard.InHouse {
		return slices.ContainsFunc(e.By, func(by Carrier) bool { return by.Weaker })
	}
	return slices.ContainsFunc(it.entries(), func(upper Entry) bool {
		return slices.ContainsFunc(upper.By, func(by Carrier) bool { return by.Weaker && by.Clause == e.Clause })
	})
}
