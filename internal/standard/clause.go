package standard

import (
	"strings"

	"kijun/internal/guideline"
)

// actors who can be asked to carry out a clause; none means the operator.
var actors = []string{"ministry", "sector", "operator"}

// clause reads the attributes of a section; nil where they make it no clause.
func (p *docParser) clause(d *Document, s *Section) *Clause {
	at := func(a *Attribute) Place { return Place{Path: p.path, Line: s.Place.Line, Column: a.column} }
	if !isClause(s.Attributes) {
		for i := range s.Attributes {
			p.add(ruleWithoutEffect, at(&s.Attributes[i]), s.Attributes[i].Key)
		}
		return nil
	}
	if s.ID == "" {
		p.add(ruleClauseNeedsID, s.Place)
		return nil
	}
	c := &Clause{Document: d, ID: s.ID, Heading: s.Heading, Actor: "operator", Place: s.Place}
	for i := range s.Attributes {
		a := &s.Attributes[i]
		p.clauseAttribute(c, a.Key, strings.TrimSpace(a.Value), at(a))
	}
	return c
}

func isClause(as []Attribute) bool {
	for _, k := range clauseKeys {
		if attribute(as, k) != nil {
			return true
		}
	}
	return false
}

func (p *docParser) clauseAttribute(c *Clause, key, value string, at Place) {
	switch key {
	case "covers":
		c.Covers = p.covers(value, at)
	case "level":
		p.level(c, value, at)
	case "degree":
		var ok bool
		if c.Degree, ok = parseDegree(value); !ok {
			p.add(ruleDegree, at, value)
		}
	case "actor":
		if value != "" && p.allowed("actor", value, at, actors) {
			c.Actor = value
		}
	case "phase":
		if value != "" && p.allowed("phase", value, at, Phases) {
			c.Phase = value
		}
	case "audience":
		c.Audience = value
	case "applies":
		c.Applies = value
	case "source":
		c.Source = value
	case "withheld":
		if c.Withheld, c.Reason = true, value; value == "" {
			p.add(ruleWithheldSilent, at)
		}
	case "implements":
		c.Implements, c.implementsAt = p.implements(c.Document, value, at), at
	}
}

func (p *docParser) covers(value string, at Place) []Coverage {
	var covers []Coverage
	seen := map[string]bool{}
	for _, part := range strings.Fields(value) {
		item, how, qualified := strings.Cut(part, ":")
		if qualified && how != "full" && how != "partly" {
			p.add(ruleBadCoverage, at, part)
			continue
		}
		it, known := p.edition.ByID(item)
		if !known {
			p.add(ruleUnknownItem, at, item, p.edition.ID, hint(p.edition.Nearest(item)))
			continue
		}
		if seen[item] {
			p.add(ruleCoveredTwice, at, item)
			continue
		}
		if it.Kind == guideline.FollowUp {
			p.add(ruleFollowUpItem, at, item)
		}
		seen[item] = true
		covers = append(covers, Coverage{Item: item, Partly: how == "partly"})
	}
	return covers
}

func (p *docParser) level(c *Clause, word string, at Place) {
	level, ok := c.Document.word(word)
	if !ok {
		words := make([]string, len(c.Document.Levels))
		for i, l := range c.Document.Levels {
			words[i] = l.Word
		}
		p.add(ruleUnknownLevel, at, word, meant(word, words))
		return
	}
	c.Word, c.Level = word, level
}

func (p *docParser) implements(d *Document, value string, at Place) []Ref {
	if d.Tier != InHouse {
		p.add(ruleNotInHouse, at)
	}
	var refs []Ref
	for _, part := range strings.Fields(value) {
		document, clause, _ := strings.Cut(part, "#")
		if !validID(document) || !validID(clause) {
			p.add(ruleBadReference, at, part)
			continue
		}
		refs = append(refs, Ref{document, clause})
	}
	return refs
}
