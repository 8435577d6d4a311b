package dependency

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"

	"go.yaml.in/yaml/v4"

	"kijun/cascade"
	"kijun/internal/lang"
)

// field reads one key of a mapping.
type field struct {
	key  string
	read func(key string, n *yaml.Node)
}

// The shapes that a value can have.
var (
	shapeMapping  = lang.Text{JA: " {項目名: 値} の形", EN: "a mapping {key: value}"}
	shapeList     = lang.Text{JA: " [値, 値] の形", EN: "a list [value, value]"}
	shapeWord     = lang.Text{JA: "一つの値", EN: "a single value"}
	shapeDuration = lang.Text{JA: "時間（72h など）か {dist: …} の形", EN: "a duration such as 72h, or {dist: …}"}
)

func isNull(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.Tag == "!!null" }

// mapping reads the keys of n by fields; what is unknown or stands twice is a problem. A value that is
// null or empty counts as not given.
func (r *yamlReader) mapping(name string, n *yaml.Node, fields []field) {
	if n.Kind != yaml.MappingNode {
		r.wrong(name, n, ruleWrongShape, r.element(name), shapeMapping)
		return
	}
	seen := map[string]bool{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		if seen[key.Value] {
			r.wrong(prefixed(name, key.Value), key, ruleDuplicateKey, key.Value)
			continue
		}
		seen[key.Value] = true
		r.read(name, key, value, fields)
	}
}

func (r *yamlReader) read(name string, key, value *yaml.Node, fields []field) {
	keys := make([]string, len(fields))
	for i, f := range fields {
		if f.key == key.Value {
			if !isNull(value) {
				f.read(prefixed(name, f.key), value)
			}
			return
		}
		keys[i] = f.key
	}
	r.wrong(prefixed(name, key.Value), key, ruleUnknownKey, key.Value, meant(key.Value, keys), strings.Join(keys, ", "))
}

func prefixed(name, key string) string {
	if name == "" {
		return key
	}
	return name + "." + key
}

// required notes missing keys at the start of the mapping.
func (r *yamlReader) required(n *yaml.Node, keys ...string) {
	if n.Kind != yaml.MappingNode {
		return
	}
	for _, key := range keys {
		if v := child(n, key); v == nil || isNull(v) {
			r.wrong(key, n, ruleMissingKey, key)
		}
	}
}

// child returns the value of key in a mapping, or nil.
func child(n *yaml.Node, key string) *yaml.Node {
	for i := 0; n != nil && n.Kind == yaml.MappingNode && i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return n.Content[i+1]
		}
	}
	return nil
}

// elements reads a list, naming each element.
func (r *yamlReader) elements(key string, n *yaml.Node, each func(*yaml.Node)) {
	if n.Kind != yaml.SequenceNode {
		r.wrong(key, n, ruleWrongShape, r.element(key), shapeList)
		return
	}
	outer := r.in
	for i, e := range n.Content {
		r.in = fmt.Sprintf("%s[%d]", prefixed(outer, key), i)
		each(e)
	}
	r.in = outer
}

func (r *yamlReader) scalar(key string, n *yaml.Node) (string, bool) {
	if n.Kind != yaml.ScalarNode || isNull(n) {
		r.wrong(key, n, ruleWrongShape, r.element(key), shapeWord)
		return "", false
	}
	return strings.TrimSpace(n.Value), true
}

func (r *yamlReader) word(to *string) func(string, *yaml.Node) {
	return func(key string, n *yaml.Node) { *to, _ = r.scalar(key, n) }
}

func (r *yamlReader) words(to *[]string) func(string, *yaml.Node) {
	return func(key string, n *yaml.Node) {
		if n.Kind != yaml.SequenceNode {
			r.wrong(key, n, ruleWrongShape, r.element(key), shapeList)
			return
		}
		for i, e := range n.Content {
			w, _ := r.scalar(fmt.Sprintf("%s[%d]", key, i), e)
			*to = append(*to, w)
		}
	}
}

func integer[T int | int64](r *yamlReader, to *T) func(string, *yaml.Node) {
	return func(key string, n *yaml.Node) {
		w, ok := r.scalar(key, n)
		v, err := strconv.ParseInt(w, 10, strconv.IntSize)
		if ok && err != nil {
			r.wrong(key, n, ruleBadInteger, w)
			return
		}
		*to = T(v)
	}
}

func (r *yamlReader) number(to *float64) func(string, *yaml.Node) {
	return func(key string, n *yaml.Node) {
		w, ok := r.scalar(key, n)
		v, err := strconv.ParseFloat(w, 64)
		if ok && (err != nil || strings.ContainsAny(w, "xXpP_")) {
			r.wrong(key, n, ruleBadNumber, w)
			return
		}
		*to = v
	}
}

func (r *yamlReader) truth(to *bool) func(string, *yaml.Node) {
	return func(key string, n *yaml.Node) {
		switch w, ok := r.scalar(key, n); {
		case w == "true" || w == "false":
			*to = w == "true"
		case ok:
			r.wrong(key, n, ruleUnknownWord, w, lang.Text{}, "true, false")
		}
	}
}

func (r *yamlReader) refill(to *cascade.Refill) func(string, *yaml.Node) {
	return func(key string, n *yaml.Node) {
		w, ok := r.scalar(key, n)
		if w == "inf" {
			*to = cascade.RefillAtOnce
			return
		}
		v, fine := parseThousandths(w)
		if ok && !fine {
			r.wrong(key, n, ruleBadRefill, w)
			return
		}
		*to = cascade.Refill(v)
	}
}

// joined is the escape of YAML for the pair of escapes of JSON with the given digits.
func joined(high, low string) []byte {
	a, _ := strconv.ParseUint(high, 16, 32)
	b, _ := strconv.ParseUint(low, 16, 32)
	return fmt.Appendf(nil, `\U%08X`, utf16.DecodeRune(rune(a), rune(b)))
}
