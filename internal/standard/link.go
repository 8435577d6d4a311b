package standard

import "kijun/internal/lang"

// link checks what the documents say of each other.
func (b *Body) link() *Body {
	ps := problems(b.Problems)
	if len(b.Documents) == 0 && !HasErrors(ps) {
		ps.add(ruleNoDocument, Place{Line: 1, Column: 1})
	}
	b.index(&ps)
	ps.duplicateAllocations(b.Allocations)
	for _, d := range b.Documents {
		for _, c := range d.Clauses() {
			b.implemented(c, &ps)
		}
	}
	b.Problems = ps.sorted()
	return b
}

// index finds every clause by its reference; of two documents with one id the first counts.
func (b *Body) index(ps *problems) {
	b.clauses = map[Ref]*Clause{}
	first := map[string]*Document{}
	for _, d := range b.Documents {
		if o := first[d.ID]; o != nil && d.ID != "" {
			ps.add(ruleDuplicateID, d.front.id, d.ID, o.Path)
			continue
		}
		first[d.ID] = d
		for _, c := range d.Clauses() {
			if _, twice := b.clauses[c.Ref()]; !twice {
				b.clauses[c.Ref()] = c
			}
		}
	}
}

// implemented checks the upper clauses that an in-house rule says it carries out.
func (b *Body) implemented(c *Clause, ps *problems) {
	at := c.implementsAt
	for _, ref := range c.Implements {
		upper := b.Clause(ref)
		if upper == nil {
			ps.add(ruleImplements, at, ref.String(), hint(b.nearest(ref)))
			continue
		}
		if ours, theirs, weaker := c.Degree.weaker(upper.Degree); weaker {
			ps.add(ruleWeakerDegree, at, ref.String(), theirs.String(), ours.String())
		}
		if c.Level.WeakerThan(upper.Level) {
			ps.add(ruleWeakerLevel, at, ref.String(), upper.Word, c.Word)
		}
	}
}

// nearest returns the reference that was most likely meant, or "".
func (b *Body) nearest(ref Ref) string {
	var documents, clauses []string
	for _, d := range b.Documents {
		documents = append(documents, d.ID)
		if d.ID == ref.Document {
			for _, c := range d.Clauses() {
				clauses = append(clauses, c.ID)
			}
		}
	}
	if near := lang.Nearest(ref.Clause, clauses); near != "" {
		return ref.Document + "#" + near
	}
	if near := lang.Nearest(ref.Document, documents); near != "" && near != ref.Document {
		return near + "#" + ref.Clause
	}
	return ""
}
