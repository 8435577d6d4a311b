package dependency

import (
	"errors"
	"regexp"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"kijun/internal/lang"
)

// maxBytes is the largest file that is read.
const maxBytes = 50_000_000

// yamlReader turns YAML nodes into values and notes a problem, with its place, for each that it cannot.
type yamlReader struct {
	problems
	path string
	in   string          // the list element that is being read, such as groups[3]
	bad  map[string]bool // elements that have a problem
}

// load parses the bytes of a file into a mapping; nil when that failed.
func (r *yamlReader) load(data []byte) *yaml.Node {
	whole := Place{r.path, 1, 1}
	switch {
	case len(data) > maxBytes:
		r.add(ruleTooLarge, whole, "", maxBytes)
		return nil
	case !utf8.Valid(data):
		r.add(ruleNotUTF8, whole, "")
		return nil
	}
	var doc yaml.Node
	if err := yaml.Load(joinSurrogates(data), &doc); err != nil {
		r.broken(err)
		return nil
	}
	root := doc.Content[0]
	if root.Kind != yaml.MappingNode {
		r.add(ruleBrokenYAML, r.place(root), "", lang.Text{JA: "「項目名: 値」の形ではありません", EN: "not a list of `key: value`"})
		return nil
	}
	if n := aliased(root); n != nil {
		r.add(ruleBrokenYAML, r.place(n), "", lang.Text{JA: "参照（& と *）は使えません", EN: "anchors and aliases (& and *) are not allowed"})
		return nil
	}
	return root
}

// surrogates are the escapes of a JSON string; a pair stands for one character beyond the first 65,536.
var surrogates = regexp.MustCompile(`\\(?:u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})|[^u])`)

// joinSurrogates writes pairs of escapes, which JSON has and YAML has not, as the one escape of YAML.
func joinSurrogates(data []byte) []byte {
	if !strings.HasPrefix(strings.TrimLeft(string(data[:min(len(data), 100)]), "\ufeff \t\r\n"), "{") {
		return data
	}
	return surrogates.ReplaceAllFunc(data, func(escape []byte) []byte {
		if len(escape) != len(`\ud83d\ude00`) {
			return escape
		}
		return joined(string(escape[2:6]), string(escape[8:12]))
	})
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
	at := Place{Path: r.path, Line: max(e.Mark.Line, 1), Column: max(e.Mark.Column, 1)}
	r.add(ruleBrokenYAML, at, "", lang.Same(strings.TrimPrefix(e.Message, "yaml: ")))
}

func (r *yamlReader) place(n *yaml.Node) Place { return Place{r.path, n.Line, n.Column} }

// wrong notes that the value of a key breaks a rule.
func (r *yamlReader) wrong(key string, n *yaml.Node, rule *Rule, args ...any) {
	in := r.element(key)
	if r.bad == nil {
		r.bad = map[string]bool{}
	}
	r.bad[in] = true
	r.add(rule, r.place(n), in, args...)
}

// element is the path of a key of what is being read.
func (r *yamlReader) element(key string) string {
	if r.in == "" || key == "" {
		return r.in + key
	}
	return r.in + "." + key
}
