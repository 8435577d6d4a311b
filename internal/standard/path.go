package standard

import (
	"regexp"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"
)

// A path names a value of front matter in one cell: title.ja, sectors[1], cited_by[2].effect.ja,
// services[] for an empty list. A key with a dot, a bracket or a # in it has a backslash before it.

var (
	keyEscapes = strings.NewReplacer(`\`, `\\`, ".", `\.`, "[", `\[`, "{", `\{`, "#", `\#`)
	pathPart   = regexp.MustCompile(`\[\d*\]|\{\}|(?:\\.|[^.\[{\\])+`)
	escaped    = regexp.MustCompile(`\\(.)`)
)

func escapeKey(key string) string { return keyEscapes.Replace(key) }

func splitPath(path string) []string { return pathPart.FindAllString(path, -1) }

// index returns the number in [n], from 1.
func index(part string) (int, bool) {
	if !strings.HasPrefix(part, "[") {
		return 0, false
	}
	n, err := strconv.Atoi(strings.Trim(part, "[]"))
	return n, err == nil && n > 0
}

func scalar(value string) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: value}
}

// set puts a value at a path below n and makes the mappings and lists on the way.
func set(n *yaml.Node, path []string, value string) {
	if len(path) == 0 {
		n.Kind, n.Tag, n.Value = yaml.ScalarNode, "!!str", value
		return
	}
	i, isElement := index(path[0])
	switch {
	case path[0] == "[]":
		n.Kind, n.Tag = yaml.SequenceNode, "!!seq"
	case path[0] == "{}":
		n.Kind, n.Tag = yaml.MappingNode, "!!map"
	case isElement:
		n.Kind, n.Tag = yaml.SequenceNode, "!!seq"
		for len(n.Content) < min(i, len(n.Content)+1) {
			n.Content = append(n.Content, &yaml.Node{})
		}
		set(n.Content[min(i, len(n.Content))-1], path[1:], value)
	default:
		n.Kind, n.Tag = yaml.MappingNode, "!!map"
		set(member(n, path[0]), path[1:], value)
	}
}

// member returns the value of a key of a mapping, which it adds where it is missing.
func member(n *yaml.Node, part string) *yaml.Node {
	key := escaped.ReplaceAllString(part, "$1")
	if at := child(n, key); at != nil {
		return at
	}
	at := &yaml.Node{}
	n.Content = append(n.Content, scalar(key), at)
	return at
}

// annotate puts a comment above the key or element at a path; one on a path that is not there goes
// above the first key.
func annotate(n *yaml.Node, path []string, comment string) {
	for _, part := range path {
		if i, ok := index(part); ok && n.Kind == yaml.SequenceNode && i <= len(n.Content) {
			n = n.Content[i-1]
			continue
		}
		key := escaped.ReplaceAllString(part, "$1")
		for j := 0; j+1 < len(n.Content); j += 2 {
			if n.Content[j].Value == key {
				if len(path) == 1 {
					n = n.Content[j]
				} else {
					n = n.Content[j+1]
				}
				break
			}
		}
	}
	n.HeadComment = asComment(comment)
}

// asComment puts the # that YAML needs before every line.
func asComment(text string) string {
	var lines []string
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if line != "" && !strings.HasPrefix(line, "#") {
			line = "# " + line
		}
		if line != "" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}
