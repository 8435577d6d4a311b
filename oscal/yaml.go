package oscal

import (
	"bytes"
	"strconv"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// maxAliased limits the values that all aliases of one YAML file together may stand for: a file of
// a kilobyte can otherwise stand for billions.
const maxAliased = 100_000

// parseYAML reads one YAML document into the same tree as JSON. It works on YAML nodes, because
// decoding would lose the order of members and turn 1.10 into 1.1.
func parseYAML(data []byte) (any, *Error) {
	if !utf8.Valid(data) {
		return nil, fail(Encoding)
	}
	if tooManyNodes(data) {
		return nil, fail(TooMany, maxValues)
	}
	root, err := yamlNode(data)
	if err != nil {
		return nil, err
	}
	return new(yamlReader).value(root, 0)
}

// tooManyNodes guesses from above, before the library makes a node of each: every value of YAML
// needs one of these characters.
func tooManyNodes(data []byte) bool {
	n := 0
	for _, c := range []string{"\n", ",", "[", "{", ":", "-", "?"} {
		n += bytes.Count(data, []byte(c))
	}
	return n > maxValues
}

func yamlNode(data []byte) (*yaml.Node, *Error) {
	var root yaml.Node
	if err := yaml.Load(data, &root); err != nil {
		return nil, &Error{Kind: Syntax, Args: []any{err.Error()}, Cause: err}
	}
	if root.Kind == yaml.DocumentNode && len(root.Content) == 1 {
		return root.Content[0], nil
	}
	return &root, nil
}

type yamlReader struct {
	inAlias int // aliases around the node at hand
	aliased int // values made inside aliases so far
}

func (r *yamlReader) value(n *yaml.Node, depth int) (any, *Error) {
	if depth > maxDepth {
		return nil, at(n, fail(TooDeep, maxDepth))
	}
	if r.inAlias > 0 {
		if r.aliased++; r.aliased > maxAliased {
			return nil, at(n, fail(TooMany, maxAliased))
		}
	}
	switch n.Kind {
	case yaml.MappingNode:
		return r.object(n, depth)
	case yaml.SequenceNode:
		return r.array(n, depth)
	case yaml.ScalarNode:
		return scalar(n), nil
	case yaml.AliasNode:
		r.inAlias++
		defer func() { r.inAlias-- }()
		return r.value(n.Alias, depth+1)
	}
	return nil, at(n, fail(Syntax, "the document is empty"))
}

func (r *yamlReader) object(n *yaml.Node, depth int) (any, *Error) {
	o := make(Object, 0, len(n.Content)/2)
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		if key.Kind != yaml.ScalarNode || key.ShortTag() == "!!merge" {
			return nil, at(key, fail(Syntax, "a name must be plain text; merge keys (<<) are not read"))
		}
		v, err := r.value(n.Content[i+1], depth+1)
		if err != nil {
			return nil, err.under(key.Value)
		}
		o = append(o, Member{key.Value, v})
	}
	if twice := o.duplicate(); twice != "" {
		return nil, at(n, fail(Duplicate, twice))
	}
	return o, nil
}

func (r *yamlReader) array(n *yaml.Node, depth int) (any, *Error) {
	a := make([]any, 0, len(n.Content))
	for i, item := range n.Content {
		v, err := r.value(item, depth+1)
		if err != nil {
			return nil, err.under(strconv.Itoa(i))
		}
		a = append(a, v)
	}
	return a, nil
}

// scalar keeps everything but booleans, null and plain JSON numbers as text; "yes", dates and 0x1F
// are text in OSCAL.
func scalar(n *yaml.Node) any {
	switch n.ShortTag() {
	case "!!null":
		return nil
	case "!!bool":
		return n.Value == "true" || n.Value == "True" || n.Value == "TRUE"
	case "!!int", "!!float":
		if isNumber(n.Value) {
			return Number(n.Value)
		}
	}
	return n.Value
}

func at(n *yaml.Node, e *Error) *Error {
	e.Line = n.Line
	return e
}

// formatYAML writes v as YAML with the rules of the library for what must be quoted.
func formatYAML(v any) ([]byte, error) {
	var b bytes.Buffer
	d, err := yaml.NewDumper(&b, yaml.WithIndent(2), yaml.WithLineWidth(-1))
	if err != nil {
		return nil, err
	}
	if err := d.Dump(node(v)); err != nil {
		return nil, err
	}
	if err := d.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

func node(v any) *yaml.Node {
	n := &yaml.Node{Kind: yaml.ScalarNode}
	switch v := v.(type) {
	case string:
		n.SetString(v)
		if words[v] {
			n.Style = yaml.DoubleQuotedStyle
		}
	case Number:
		n.Value = string(v)
	case bool:
		n.Tag, n.Value = "!!bool", "false"
		if v {
			n.Value = "true"
		}
	case Object:
		n.Kind = yaml.MappingNode
		for _, m := range v {
			n.Content = append(n.Content, node(m.Name), node(m.Value))
		}
	case []any:
		n.Kind = yaml.SequenceNode
		for _, x := range v {
			n.Content = append(n.Content, node(x))
		}
	default:
		n.Tag, n.Value = "!!null", "null"
	}
	return n
}

// words are text to us and booleans to readers of YAML 1.1.
var words = map[string]bool{
	"yes": true, "Yes": true, "YES": true, "no": true, "No": true, "NO": true, "y": true, "Y": true,
	"n": true, "N": true, "on": true, "On": true, "ON": true, "off": true, "Off": true, "OFF": true,
}
