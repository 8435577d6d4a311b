package standard

import (
	"slices"

	"kijun/internal/guideline"
	"kijun/internal/lang"
)

// State is how a body of standards stands to one item of the guideline.
type State string

// The states, in the order in which the first that holds is taken.
const (
	Covered     State = "covered"
	Partly      State = "partly"
	Folded      State = "folded"
	Delegated   State = "delegated"
	LeftOutItem State = "left-out"
	Considering State = "considering"
	NotExamined State = "not-examined"
)

// States in their order.
var States = []State{Covered, Partly, Folded, Delegated, LeftOutItem, Considering, NotExamined}

// Coverer is a clause and how it covers an item.
type Coverer struct {
	*Clause
	Partly bool
}

// judge answers the state of each item over a selection.
type judge struct {
	*Selection
	clauses   map[string][]Coverer
	decisions map[string][]Decision
}

func newJudge(s *Selection) *judge {
	j := &judge{Selection: s, clauses: map[string][]Coverer{}, decisions: map[string][]Decision{}}
	for _, d := range s.Documents {
		for _, dec := range d.Decisions {
			j.decisions[dec.Item] = append(j.decisions[dec.Item], dec)
		}
		for _, c := range d.Clauses() {
			for _, cov := range c.Covers {
				j.clauses[cov.Item] = append(j.clauses[cov.Item], Coverer{c, cov.Partly})
			}
		}
	}
	return j
}

// verdict is the state of an item and what it rests on.
type verdict struct {
	state  State
	reason lang.Text
	into   string // of folded
	by     string // of delegated: in-house, or the document
}

func (j *judge) verdict(item string) verdict {
	if v := j.byClauses(item); v.state != "" {
		return v
	}
	for _, d := range j.chosen(item, ChoseFolded) {
		if j.foldHolds(d) {
			return verdict{state: Folded, reason: d.Reason, into: d.Into}
		}
	}
	return j.unfolded(item)
}

func (j *judge) byClauses(item string) verdict {
	cs := j.clauses[item]
	switch {
	case slices.ContainsFunc(cs, func(c Coverer) bool { return !c.Partly }):
		return verdict{state: Covered}
	case len(cs) > 0:
		return verdict{state: Partly}
	}
	return verdict{}
}

// foldHolds reports whether the item that takes another in has an answer of its own. A fold of its own
// is none: else one more clause further on could turn its answer into a fold, and open what it took in.
func (j *judge) foldHolds(d Decision) bool {
	if j.byClauses(d.Into).state != "" {
		return true
	}
	into := j.unfolded(d.Into)
	return into.state == Delegated || into.state == LeftOutItem && !into.reason.IsZero()
}

// unfolded is the verdict where neither a clause nor a fold answers.
func (j *judge) unfolded(item string) verdict {
	allotted, _ := j.Allocation.Item(item)
	if by, ok := j.delegated(allotted); ok {
		return verdict{state: Delegated, by: by}
	}
	left := j.chosen(item, ChoseLeftOut)
	if allotted.LeftOut || len(left) > 0 {
		return verdict{state: LeftOutItem, reason: firstReason(allotted.Reason, left)}
	}
	if under := j.chosen(item, ChoseConsidering); len(under) > 0 {
		return verdict{state: Considering, reason: firstReason(lang.Text{}, under)}
	}
	return verdict{state: NotExamined}
}

// delegated reports whether the allocation leaves the item to somebody who is not here to answer.
// Where an operator is named, what is left to in-house rules is for its rules to answer.
func (j *judge) delegated(t Allotment) (by string, ok bool) {
	if t.Tier == InHouse && j.Operator == "" {
		return string(InHouse), true
	}
	return t.Document, t.Document != "" && !j.given[t.Document]
}

func (j *judge) chosen(item string, c Choice) []Decision {
	var ds []Decision
	for _, d := range j.decisions[item] {
		if d.Choice == c {
			ds = append(ds, d)
		}
	}
	return ds
}

func firstReason(first lang.Text, ds []Decision) lang.Text {
	for _, d := range ds {
		if first.IsZero() {
			first = d.Reason
		}
	}
	return first
}

// open reports whether a verdict leaves the item open.
func (v verdict) open(kind guideline.Kind, strict bool) bool {
	if kind == guideline.Reference || kind == guideline.Statement && !strict {
		return false
	}
	switch v.state {
	case Partly, Considering, NotExamined:
		return true
	}
	return v.state == LeftOutItem && v.reason.IsZero()
}
