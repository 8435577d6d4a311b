package standard

import (
	"errors"
	"fmt"
	"strings"

	"go.yaml.in/yaml/v4"

	"kijun/internal/clock"
	"kijun/internal/guideline"
	"kijun/internal/lang"
)

// yamlReader turns YAML nodes into values and notes a problem, with its place, for each that it cannot.
type yamlReader struct {
	problems
	path      string
	above     int // lines of the file above the YAML text
	edition   *guideline.Edition
	catalogue *guideline.Catalogue
}

// load parses one YAML mapping; nil when that failed.
func (r *yamlReader) load(text string) *yaml.Node {
	var doc yaml.Node
	if err := yaml.Load([]byte(text), &doc); err != nil {
		r.broken(err)
		return nil
	}
	root := doc.Content[0]
	if root.Kind != yaml.MappingNode {
		r.add(ruleBrokenYAML, r.place(root), lang.Text{JA: "「項目名: 値」の形ではありません", EN: "not a list of `key: value`"})
		return nil
	}
	if n := aliased(root); n != nil {
		r.add(ruleBrokenYAML, r.place(n), lang.Text{JA: "参照（& と *）は使えません", EN: "anchors and aliases (& and *) are not allowed"})
		return nil
	}
	root.HeadComment, root.FootComment = doc.HeadComment+root.HeadComment, root.FootComment+doc.FootComment
	return root
}

// aliased returns a node that refers to another, or nil. Values stand where they are read.
func aliased(n *yaml.Node) *yaml.Node {
	if n.Kind == yaml.AliasNode || n.Anchor != "" {
		return n
	}
	for _, c := range n.Content {
		if a := aliased(c); a != nil {
			return a
		}
	}
	return nil
}

// broken notes each complaint of the YAML library at its place.
func (r *yamlReader) broken(err error) {
	var many *yaml.LoadErrors
	var one *yaml.LoadError
	switch {
	case errors.As(err, &many):
		for _, e := range many.Errors {
			r.brokenAt(e)
		}
	case errors.As(err, &one):
		r.brokenAt(one)
	default:
		r.brokenAt(&yaml.LoadError{Message: err.Error()})
	}
}

func (r *yamlReader) brokenAt(e *yaml.LoadError) {
	at := Place{Path: r.path, Line: max(e.Mark.Line, 1) + r.above, Column: max(e.Mark.Column, 1)}
	r.add(ruleBrokenYAML, at, lang.Same(e.Message))
}

func (r *yamlReader) place(n *yaml.Node) Place {
	return Place{Path: r.path, Line: n.Line + r.above, Column: n.Column}
}

// field reads one key of a mapping.
type field struct {
	key  string
	read func(*yaml.Node)
}

// mapping reads the keys of n by fields; what is unknown or stands twice is a problem.
func (r *yamlReader) mapping(name string, n *yaml.Node, fields []field) {
	if n.Kind != yaml.MappingNode {
		r.wrong(name, n, shapeMapping)
		return
	}
	keys := make([]string, len(fields))
	for i, f := range fields {
		keys[i] = f.key
	}
	r.pairs(n, func(key, value *yaml.Node) {
		for _, f := range fields {
			if f.key == key.Value {
				f.read(value)
				return
			}
		}
		r.add(ruleUnknownKey, r.place(key), key.Value, meant(key.Value, keys))
	})
}

// pairs calls each for every key of a mapping and notes keys that stand twice.
func (r *yamlReader) pairs(n *yaml.Node, each func(key, value *yaml.Node)) {
	seen := map[string]bool{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		if seen[key.Value] {
			r.add(ruleDuplicateKey, r.place(key), key.Value)
			continue
		}
		seen[key.Value] = true
		each(key, n.Content[i+1])
	}
}

// The shapes that a value can have.
var (
	shapeMapping = lang.Text{JA: " {キー: 値} の形", EN: "a mapping {key: value}"}
	shapeList    = lang.Text{JA: " [値, 値] の形", EN: "a list [value, value]"}
	shapeWord    = lang.Text{JA: "一つの値", EN: "a single value"}
	shapeText    = lang.Text{JA: "文字列か {ja: …, en: …} ", EN: "a text or {ja: …, en: …}"}
)

func (r *yamlReader) wrong(name string, n *yaml.Node, shape lang.Text) {
	r.add(ruleWrongShape, r.place(n), name, shape)
}

func (r *yamlReader) word(name string, n *yaml.Node, to *string) {
	if n.Kind != yaml.ScalarNode {
		r.wrong(name, n, shapeWord)
		return
	}
	*to = strings.TrimSpace(n.Value)
}

// list reads a list of words, or one word.
func (r *yamlReader) list(name string, n *yaml.Node, each func(string, *yaml.Node)) {
	nodes := n.Content
	switch n.Kind {
	case yaml.ScalarNode:
		nodes = []*yaml.Node{n}
	case yaml.SequenceNode:
	default:
		r.wrong(name, n, shapeList)
		return
	}
	for _, e := range nodes {
		var w string
		if r.word(name, e, &w); w != "" {
			each(w, e)
		}
	}
}

// text reads a text in both languages; a bare string is Japanese.
func (r *yamlReader) text(name string, n *yaml.Node, to *lang.Text) {
	switch n.Kind {
	case yaml.ScalarNode:
		to.JA = strings.TrimSpace(n.Value)
	case yaml.MappingNode:
		r.mapping(name, n, []field{
			{"ja", func(n *yaml.Node) { r.word("ja", n, &to.JA) }},
			{"en", func(n *yaml.Node) { r.word("en", n, &to.EN) }},
		})
	default:
		r.wrong(name, n, shapeText)
	}
}

func (r *yamlReader) date(name string, n *yaml.Node, to *clock.Date) {
	var w string
	if r.word(name, n, &w); w == "" {
		return
	}
	d, ok := clock.ParseDate(w)
	if !ok {
		r.add(ruleBadDate, r.place(n), w)
		return
	}
	*to = d
}

// oneOf reads a word that must be among allowed.
func (r *yamlReader) oneOf(name string, n *yaml.Node, allowed []string, to *string) {
	var w string
	if r.word(name, n, &w); w == "" {
		return
	}
	if r.allowed(name, w, r.place(n), allowed) {
		*to = w
	}
}

// allowed notes a problem unless w is among the allowed values of name.
func (ps *problems) allowed(name, w string, at Place, allowed []string) bool {
	for _, a := range allowed {
		if a == w {
			return true
		}
	}
	ps.add(ruleUnknownWord, at, name, w, meant(w, allowed), strings.Join(allowed, ", "))
	return false
}

func (r *yamlReader) id(name string, n *yaml.Node, to *string) {
	var w string
	if r.word(name, n, &w); w == "" {
		return
	}
	if !validID(w) {
		r.add(ruleBadID, r.place(n), w)
		return
	}
	*to = w
}

// item reads the id of an item of the guideline.
func (r *yamlReader) item(n *yaml.Node, to *string) {
	var w string
	if r.word("item", n, &w); w == "" {
		return
	}
	if _, ok := r.edition.ByID(w); !ok {
		r.add(ruleUnknownItem, r.place(n), w, r.edition.ID, hint(r.edition.Nearest(w)))
		return
	}
	*to = w
}

func (r *yamlReader) sector(w string, n *yaml.Node) bool {
	if _, ok := r.catalogue.Sector(w); !ok {
		r.add(ruleUnknownSector, r.place(n), w, hint(r.catalogue.NearestSector(w)))
		return false
	}
	return true
}

// guideline reads the id of a guideline edition, and makes it the edition of what follows.
func (r *yamlReader) guideline(n *yaml.Node, to *string) {
	var w string
	if r.word("guideline", n, &w); w == "" {
		return
	}
	e, ok := r.catalogue.Edition(w)
	if !ok {
		r.add(ruleUnknownGuide, r.place(n), w, meant(w, r.catalogue.EditionIDs()))
		return
	}
	*to, r.edition = w, e
}

// child returns the value of key in a mapping, or nil.
func child(n *yaml.Node, key string) *yaml.Node {
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return n.Content[i+1]
		}
	}
	return nil
}

// required notes a missing key at the start of the mapping.
func (r *yamlReader) required(n *yaml.Node, keys ...string) {
	for _, k := range keys {
		if v := child(n, k); v == nil || v.Kind == yaml.ScalarNode && strings.TrimSpace(v.Value) == "" {
			r.add(ruleMissingKey, Place{Path: r.path, Line: n.Line + r.above, Column: 1}, k)
		}
	}
}

// dump writes a node as YAML text.
func dump(n *yaml.Node) (string, error) {
	out, err := yaml.Dump(n, yaml.WithV4Defaults(), yaml.WithLineWidth(-1), yaml.WithQuotePreference(yaml.QuoteDouble))
	if err != nil {
		return "", fmt.Errorf("write YAML: %w", err)
	}
	return string(out), nil
}
