package standard

import (
	"slices"

	"go.yaml.in/yaml/v4"
)

// frontMatter is the YAML head of a file as it was written, and the places later checks speak of.
type frontMatter struct {
	root *yaml.Node
	id   Place
}

// frontKeys in their canonical order.
var frontKeys = []string{
	"id", "title", "tier", "sectors", "operator", "issuer", "edition", "guideline", "status", "effective",
	"next_review", "levels", "publication", "legal_basis", "cited_by", "objects", "threats", "services",
	"evaluation", "decisions",
}

// Words that front matter may use.
var (
	publications = []string{"public", "shared", "partly", "withheld"}
	choices      = []string{string(ChoseCovered), string(ChosePartly), string(ChoseLeftOut), string(ChoseFolded), string(ChoseConsidering)}
)

// readFront fills d from its front matter.
func (r *yamlReader) readFront(root *yaml.Node, d *Document) {
	d.front.root = root
	d.front.id = Place{Path: r.path, Line: root.Line + r.above, Column: 1}
	d.Guideline, d.Publication = r.edition.ID, publications[0]
	if n := child(root, "guideline"); n != nil {
		r.guideline(n, &d.Guideline) // decisions are read against it
	}
	r.mapping("front matter", root, r.frontFields(d))
	r.required(root, "id", "title", "tier")
	r.contradictions(root, d)
}

func (r *yamlReader) frontFields(d *Document) []field {
	ids := func(name string, to *[]string, allowed []string) func(*yaml.Node) {
		return func(n *yaml.Node) {
			r.list(name, n, func(w string, n *yaml.Node) {
				if r.allowed(name, w, r.place(n), allowed) {
					*to = append(*to, w)
				}
			})
		}
	}
	read := map[string]func(*yaml.Node){
		"id":          func(n *yaml.Node) { d.front.id = r.place(n); r.id("id", n, &d.ID) },
		"title":       func(n *yaml.Node) { r.text("title", n, &d.Title) },
		"tier":        func(n *yaml.Node) { r.oneOf("tier", n, tierWords(), (*string)(&d.Tier)) },
		"sectors":     func(n *yaml.Node) { r.sectors(n, d) },
		"operator":    func(n *yaml.Node) { r.id("operator", n, &d.Operator) },
		"issuer":      func(n *yaml.Node) { r.word("issuer", n, &d.Issuer) },
		"edition":     func(n *yaml.Node) { r.word("edition", n, &d.Edition) },
		"guideline":   func(*yaml.Node) {},
		"status":      func(n *yaml.Node) { r.oneOf("status", n, statuses, &d.Status) },
		"effective":   func(n *yaml.Node) { r.date("effective", n, &d.Effective) },
		"next_review": func(n *yaml.Node) { r.date("next_review", n, &d.NextReview) },
		"levels":      func(n *yaml.Node) { r.levels(n, d) },
		"publication": func(n *yaml.Node) { r.oneOf("publication", n, publications, &d.Publication) },
		"legal_basis": func(n *yaml.Node) { r.text("legal_basis", n, &d.LegalBasis) },
		"cited_by":    func(n *yaml.Node) { r.citedBy(n, d) },
		"objects":     ids("objects", &d.Objects, r.catalogue.ObjectIDs()),
		"threats":     ids("threats", &d.Threats, r.catalogue.ThreatIDs()),
		"services": func(n *yaml.Node) {
			r.list("services", n, func(w string, _ *yaml.Node) { d.Services = append(d.Services, w) })
		},
		"evaluation": func(n *yaml.Node) { r.text("evaluation", n, &d.Evaluation) },
		"decisions":  func(n *yaml.Node) { r.decisions(n, d) },
	}
	fields := make([]field, len(frontKeys))
	for i, k := range frontKeys {
		fields[i] = field{k, read[k]}
	}
	return fields
}

func tierWords() []string {
	words := make([]string, len(Tiers))
	for i, t := range Tiers {
		words[i] = string(t)
	}
	return words
}

func (r *yamlReader) sectors(n *yaml.Node, d *Document) {
	r.list("sectors", n, func(w string, n *yaml.Node) {
		if r.sector(w, n) {
			d.Sectors = append(d.Sectors, w)
		}
	})
}

func (r *yamlReader) levels(n *yaml.Node, d *Document) {
	if n.Kind != yaml.MappingNode {
		r.wrong("levels", n, shapeMapping)
		return
	}
	r.pairs(n, func(key, value *yaml.Node) {
		var l string
		r.oneOf("levels: "+key.Value, value, []string{string(Must), string(Should), string(May)}, &l)
		d.Levels = append(d.Levels, LevelWord{Word: key.Value, Level: Level(l)})
	})
}

func (r *yamlReader) citedBy(n *yaml.Node, d *Document) {
	r.each("cited_by", n, func(n *yaml.Node) {
		var c Citation
		r.mapping("cited_by", n, []field{
			{"document", func(n *yaml.Node) { r.word("document", n, &c.Document) }},
			{"effect", func(n *yaml.Node) { r.text("effect", n, &c.Effect) }},
		})
		r.required(n, "document")
		d.CitedBy = append(d.CitedBy, c)
	})
}

// each calls read for every element of a list.
func (r *yamlReader) each(name string, n *yaml.Node, read func(*yaml.Node)) {
	if n.Kind != yaml.SequenceNode {
		r.wrong(name, n, shapeList)
		return
	}
	for _, e := range n.Content {
		read(e)
	}
}

func (r *yamlReader) decisions(n *yaml.Node, d *Document) {
	r.each("decisions", n, func(n *yaml.Node) {
		dec := Decision{Place: r.place(n)}
		r.mapping("decisions", n, []field{
			{"item", func(n *yaml.Node) { r.item(n, &dec.Item) }},
			{"decision", func(n *yaml.Node) { r.oneOf("decision", n, choices, (*string)(&dec.Choice)) }},
			{"into", func(n *yaml.Node) { r.into(n, &dec.Into) }},
			{"reason", func(n *yaml.Node) { r.text("reason", n, &dec.Reason) }},
			{"decided", func(n *yaml.Node) { r.date("decided", n, &dec.Decided) }},
		})
		if n.Kind != yaml.MappingNode {
			return
		}
		r.required(n, "item", "decision")
		r.decision(n, dec)
		if slices.ContainsFunc(d.Decisions, func(o Decision) bool { return o.Item == dec.Item && o.Item != "" }) {
			r.add(ruleDecidedTwice, dec.Place, dec.Item)
			return
		}
		if dec.Item != "" && dec.Choice != "" {
			d.Decisions = append(d.Decisions, dec)
		}
	})
}

func (r *yamlReader) into(n *yaml.Node, to *string) {
	if r.word("into", n, to); *to == "" {
		return
	}
	if _, ok := r.edition.ByID(*to); ok {
		return
	}
	r.add(ruleInto, r.place(n), *to, r.edition.ID, hint(r.edition.Nearest(*to)))
}

// decision checks what the parts of one decision say of each other.
func (r *yamlReader) decision(n *yaml.Node, d Decision) {
	switch into := child(n, "into"); {
	case d.Choice == ChoseFolded && into == nil:
		r.add(ruleIntoMissing, d.Place)
	case d.Choice == ChoseFolded && d.Into == d.Item && d.Item != "":
		r.add(ruleIntoItself, r.place(into), d.Item)
	case d.Choice != ChoseFolded && into != nil:
		r.add(ruleIntoExtra, r.place(into))
	}
	if d.Choice == ChoseLeftOut && d.Reason.IsZero() {
		r.add(ruleNoReason, d.Place)
	}
}

func (r *yamlReader) contradictions(root *yaml.Node, d *Document) {
	if d.NextReview != "" && d.Effective != "" && d.NextReview < d.Effective {
		r.add(ruleDates, r.place(child(root, "next_review")), d.NextReview, d.Effective)
	}
	if d.Tier == InHouse && d.Operator == "" {
		r.add(ruleNoOperator, d.front.id)
	}
}
