package measure

import (
	"math/big"
	"slices"
	"strings"

	"kijun/internal/standard"
)

// Ladder is how far the tiers go in one metric, on one scale.
type Ladder struct {
	Metric string
	Unit   string // the finest unit that any of them uses
	Rungs  []Rung
}

// Rung is what one clause says in the metric of its ladder.
type Rung struct {
	*standard.Clause
	standard.Statement          // as written
	Value              *big.Rat // in the unit of the ladder
	Weaker             bool     // an in-house rule that falls short of an upper rung
}

// ladders lines up the degrees of the entries, which come with the most binding first. What is
// measured in units that do not compare stands on ladders of its own.
func ladders(entries []Entry) []Ladder {
	var ls []Ladder
	for _, e := range entries {
		for _, st := range e.Degree {
			if st.Metric != "" {
				l := find(&ls, st)
				l.Rungs = append(l.Rungs, Rung{Clause: e.Clause, Statement: st})
			}
		}
	}
	for i := range ls {
		ls[i].settle()
	}
	return ls
}

func find(ls *[]Ladder, st standard.Statement) *Ladder {
	for i := range *ls {
		l := &(*ls)[i]
		if l.Metric == st.Metric && standard.Comparable(l.Unit, st.Unit) {
			if standard.Finer(st.Unit, l.Unit) {
				l.Unit = st.Unit
			}
			return l
		}
	}
	*ls = append(*ls, Ladder{Metric: st.Metric, Unit: st.Unit})
	return &(*ls)[len(*ls)-1]
}

// settle puts the values on the ladder's scale and marks the weaker in-house rungs.
func (l *Ladder) settle() {
	for i := range l.Rungs {
		r := &l.Rungs[i]
		r.Value = r.In(l.Unit)
		if r.Document.Tier != standard.InHouse {
			continue
		}
		for _, upper := range l.Rungs {
			if upper.Document.Tier != standard.InHouse && r.Statement.WeakerThan(upper.Statement) {
				r.Weaker = true
			}
		}
	}
}

// Steps returns the rungs with the strictest first: the shortest time where a clause says "at most", the
// greatest share where it says "at least". Equal ones stay with the most binding first.
func (l Ladder) Steps() []Rung {
	steps := slices.Clone(l.Rungs)
	if len(steps) == 0 || steps[0].Op == standard.Exactly {
		return steps
	}
	less := steps[0].Op == standard.AtMost
	slices.SortStableFunc(steps, func(a, b Rung) int {
		if less {
			return a.Value.Cmp(b.Value)
		}
		return b.Value.Cmp(a.Value)
	})
	return steps
}

// Strictest returns the strictest rung that an upper tier sets; ok is false where in-house rules alone speak.
func (l Ladder) Strictest() (r Rung, ok bool) {
	for _, r := range l.Steps() {
		if r.Document.Tier != standard.InHouse {
			return r, true
		}
	}
	return Rung{}, false
}

// Decimal writes a value with at most four decimals.
func Decimal(v *big.Rat) string {
	s := v.FloatString(4)
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}
