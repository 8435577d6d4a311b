package standard

import (
	"slices"

	"kijun/internal/guideline"
	"kijun/internal/lang"
)

// Report is how a body of standards answers the guideline.
type Report struct {
	*Selection
	Items    []ItemReport
	Summary  Summary
	Problems []Problem
}

// ItemReport is how the standards answer one item.
type ItemReport struct {
	guideline.Item
	State   State
	Open    bool
	Clauses []Coverer
	Reason  lang.Text // why left out, folded or still under consideration
	Into    string    // the item that takes a folded one in
	By      string    // who takes a delegated one: in-house, or a document
	Missing []string  // objects or threats that no document states; prompts, no failures
}

// Summary counts the items by kind and state, and the clauses by phase.
type Summary struct {
	Kinds  map[guideline.Kind]Count
	Phases map[string]int
}

// Count counts items by state.
type Count map[State]int

// Total is the number of items counted.
func (c Count) Total() int {
	n := 0
	for _, k := range c {
		n += k
	}
	return n
}

// Check answers, for every item that standards answer, how the body stands to it.
func (b *Body) Check(q Question, c *guideline.Catalogue) *Report {
	s := b.Select(q, c)
	r := &Report{Selection: s, Problems: b.Problems, Summary: Summary{Kinds: map[guideline.Kind]Count{}, Phases: map[string]int{}}}
	j := newJudge(s)
	for _, it := range s.Edition.Asked() {
		v := j.verdict(it.ID)
		r.Items = append(r.Items, ItemReport{
			Item: it, State: v.state, Open: v.open(it.Kind, q.Strict), Clauses: j.clauses[it.ID],
			Reason: v.reason, Into: v.into, By: v.by, Missing: s.missing(it.Prompts, c),
		})
		r.Summary.count(it.Kind, v.state)
	}
	for _, cl := range s.Clauses() {
		if cl.Phase != "" {
			r.Summary.Phases[cl.Phase]++
		}
	}
	return r
}

func (s *Summary) count(k guideline.Kind, st State) {
	if s.Kinds[k] == nil {
		s.Kinds[k] = Count{}
	}
	s.Kinds[k][st]++
}

// missing lists the protected objects and threats of the guideline that no document states.
func (s *Selection) missing(prompts string, c *guideline.Catalogue) []string {
	var all []string
	var stated func(*Document) []string
	switch prompts {
	case "objects":
		all, stated = c.ObjectIDs(), func(d *Document) []string { return d.Objects }
	case "threats":
		all, stated = c.ThreatIDs(), func(d *Document) []string { return d.Threats }
	}
	return slices.DeleteFunc(slices.Clone(all), func(id string) bool {
		return slices.ContainsFunc(s.Documents, func(d *Document) bool { return slices.Contains(stated(d), id) })
	})
}

// Open returns the ids of the items that are open.
func (r *Report) Open() []string {
	var ids []string
	for _, it := range r.Items {
		if it.Open {
			ids = append(ids, it.ID)
		}
	}
	return ids
}

// WhereToAnswer is the place that a person who wants to close an open item would look at first: the
// clause that covers it partly, the decision on it, else the head of the first document.
func (r *Report) WhereToAnswer(it ItemReport) Place {
	if len(it.Clauses) > 0 {
		return it.Clauses[0].Place
	}
	for _, d := range r.Documents {
		for _, dec := range d.Decisions {
			if dec.Item == it.ID {
				return dec.Place
			}
		}
	}
	if allotted, ok := r.Allocation.Item(it.ID); ok {
		return allotted.Place
	}
	if len(r.Documents) > 0 {
		return r.Documents[0].front.id
	}
	return Place{}
}
