package measure

import (
	"slices"

	"kijun/internal/guideline"
	"kijun/internal/standard"
)

// Sheet is what an operator should do, and how far, on a day.
type Sheet struct {
	*standard.Selection
	Items    []Item
	Beyond   Item // the clauses that answer no item of the guideline; its ID is ""
	Problems []standard.Problem

	// Of a sheet that the service made.
	View      View
	Sectors   []string // in which the operator stands
	Audiences []string // the roles that clauses address, those with the most clauses first

	seen map[string]digest
}

// Item is what the four tiers ask under one item of the guideline.
type Item struct {
	guideline.Item
	Tiers      map[standard.Tier][]Entry
	Binding    standard.Tier  // the most binding tier that speaks; "": none
	Level      standard.Level // the strongest word that the upper tiers use, or in-house rules where they alone speak
	Ladders    []Ladder
	CarriedOut CarriedOut
	Open       []*standard.Clause // upper clauses that no in-house rule carries out
}

// Entry is a clause under an item.
type Entry struct {
	*standard.Clause
	Covers bool // false: listed because it carries out a clause of the item
	Partly bool
	By     []Carrier // the in-house rules that carry out an upper clause
}

// Carrier is an in-house rule that carries out an upper clause.
type Carrier struct {
	*standard.Clause
	Weaker bool // its degree or its word falls short of the upper clause
}

// CarriedOut says whether the operator's rules carry out what the upper tiers ask under an item.
type CarriedOut string

// The answers.
const (
	Yes          CarriedOut = "yes"
	Partly       CarriedOut = "partly"
	No           CarriedOut = "no"
	NothingAsked CarriedOut = "nothing-asked"
)

// New computes the sheet of q.Operator over a body of standards.
func New(b *standard.Body, q standard.Question, c *guideline.Catalogue) *Sheet {
	s := &Sheet{Selection: b.Select(q, c), Problems: b.Problems}
	g := gather(s.Selection)
	for _, it := range s.Edition.Asked() {
		s.Items = append(s.Items, g.item(it))
	}
	s.Beyond = g.item(guideline.Item{})
	return s
}

// gathered are the clauses of a selection by the item they cover and by the clause they carry out.
type gathered struct {
	covering map[string][]standard.Coverer // "": those that cover none
	carriers map[standard.Ref][]*standard.Clause
}

func gather(s *standard.Selection) gathered {
	g := gathered{map[string][]standard.Coverer{}, map[standard.Ref][]*standard.Clause{}}
	for _, c := range s.Clauses() {
		for _, cov := range c.Covers {
			g.covering[cov.Item] = append(g.covering[cov.Item], standard.Coverer{Clause: c, Partly: cov.Partly})
		}
		for _, ref := range c.Implements {
			g.carriers[ref] = append(g.carriers[ref], c)
		}
		if len(c.Covers) == 0 && len(c.Implements) == 0 {
			g.covering[""] = append(g.covering[""], standard.Coverer{Clause: c})
		}
	}
	return g
}

func (g gathered) item(it guideline.Item) Item {
	out := Item{Item: it, Tiers: map[standard.Tier][]Entry{}}
	for _, c := range g.covering[it.ID] {
		out.add(Entry{Clause: c.Clause, Covers: true, Partly: c.Partly, By: g.by(c.Clause)})
	}
	for _, t := range standard.Tiers[:3] {
		for _, e := range out.Tiers[t] {
			for _, by := range e.By {
				out.add(Entry{Clause: by.Clause})
			}
		}
	}
	out.judge()
	return out
}

// add lists a clause under its tier, once.
func (it *Item) add(e Entry) {
	tier := e.Document.Tier
	if !slices.ContainsFunc(it.Tiers[tier], func(o Entry) bool { return o.Clause == e.Clause }) {
		it.Tiers[tier] = append(it.Tiers[tier], e)
	}
}

// by returns the in-house rules that carry out a clause.
func (g gathered) by(upper *standard.Clause) []Carrier {
	var by []Carrier
	for _, c := range g.carriers[upper.Ref()] {
		by = append(by, Carrier{Clause: c, Weaker: c.WeakerThan(upper)})
	}
	return by
}

// judge fills in what follows from the clauses.
func (it *Item) judge() {
	asked, carried := 0, 0
	for _, t := range standard.Tiers {
		for _, e := range it.Tiers[t] {
			if it.Binding == "" {
				it.Binding = t
			}
			if asks := t != standard.InHouse || it.Binding == standard.InHouse; asks && (it.Level == "" || it.Level.WeakerThan(e.Level)) {
				it.Level = e.Level
			}
			switch {
			case t == standard.InHouse || e.Actor != "operator":
			case len(e.By) > 0:
				asked, carried = asked+1, carried+1
			default:
				asked++
				it.Open = append(it.Open, e.Clause)
			}
		}
	}
	it.CarriedOut = carriedOut(asked, carried)
	it.Ladders = ladders(it.entries())
}

func carriedOut(asked, carried int) CarriedOut {
	switch {
	case asked == 0:
		return NothingAsked
	case carried == asked:
		return Yes
	case carried == 0:
		return No
	}
	return Partly
}

// entries returns the clauses of the item, the most binding first.
func (it *Item) entries() []Entry {
	var es []Entry
	for _, t := range standard.Tiers {
		es = append(es, it.Tiers[t]...)
	}
	return es
}
