package standard

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"kijun/internal/clock"
)

// Format writes a document in the one canonical form: front-matter keys in their order, attributes in
// theirs, a blank line around every heading, LF line ends. Nothing is lost, comments included.
// Formatting what Format wrote changes nothing.
func Format(d *Document) (string, error) {
	text, _, err := write(d.front.root, d.Preamble, d.Sections)
	return text, err
}

// write also returns the line on which each section begins.
func write(front *yaml.Node, preamble string, sections []Section) (text string, headings []int, err error) {
	head, err := dump(canonical(front))
	if err != nil {
		return "", nil, err
	}
	var b strings.Builder
	line := 1
	put := func(s string) {
		b.WriteString(s)
		line += strings.Count(s, "\n")
	}
	block := func(text string) {
		if text != "" {
			put("\n" + text + "\n")
		}
	}
	put("---\n" + head + "---\n")
	block(preamble)
	for i := range sections {
		headings = append(headings, line+1)
		block(sections[i].line())
		block(sections[i].Text)
	}
	return b.String(), headings, nil
}

// dateKeys hold dates, which stand without quotes.
var dateKeys = []string{"effective", "next_review", "decided"}

// canonical returns front matter with its keys in order and every value in its one style. Comments
// stand above their key, or above their element of a list.
func canonical(root *yaml.Node) *yaml.Node {
	out := &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map"}
	for i := 0; i+1 < len(root.Content); i += 2 {
		key, value := plainNode(root.Content[i], ""), plainNode(root.Content[i+1], root.Content[i].Value)
		comments := ownComments(root.Content[i])
		if i == 0 {
			comments = append(ownComments(root), comments...)
		}
		if isBlockList(value) {
			comments = append(comments, ownComments(root.Content[i+1])...)
			for j, e := range root.Content[i+1].Content {
				value.Content[j].HeadComment = strings.Join(commentsOf(e), "\n")
			}
		} else {
			comments = append(comments, commentsOf(root.Content[i+1])...)
		}
		key.HeadComment = strings.Join(comments, "\n")
		out.Content = append(out.Content, key, value)
	}
	sortKeys(out)
	return out
}

// isBlockList reports whether a value is a list with one element a line.
func isBlockList(n *yaml.Node) bool {
	return n.Kind == yaml.SequenceNode && n.Style != yaml.FlowStyle
}

// canonicalDecision writes the parts of a decision in their order and leaves empty ones out.
func canonicalDecision(n *yaml.Node) *yaml.Node {
	out := &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map", Style: yaml.FlowStyle}
	for _, column := range decisionParts {
		path := strings.Split(column, ".")
		part := child(n, path[0])
		if part != nil && part.Kind == yaml.MappingNode && len(path) == 2 {
			part = child(part, path[1])
		} else if len(path) == 2 && path[1] == "en" { // a bare reason is Japanese
			part = nil
		}
		if part != nil && strings.TrimSpace(part.Value) != "" {
			set(out, path, strings.TrimSpace(part.Value))
		}
	}
	return plainNode(out, "")
}

// sortKeys puts the keys of front matter in canonical order, each with its value.
func sortKeys(root *yaml.Node) {
	type pair struct{ key, value *yaml.Node }
	var pairs []pair
	for i := 0; i+1 < len(root.Content); i += 2 {
		pairs = append(pairs, pair{root.Content[i], root.Content[i+1]})
	}
	slices.SortStableFunc(pairs, func(a, b pair) int {
		return slices.Index(frontKeys, a.key.Value) - slices.Index(frontKeys, b.key.Value)
	})
	root.Content = nil
	for _, p := range pairs {
		root.Content = append(root.Content, p.key, p.value)
	}
}

// plainNode is a node without comments and with the style that its kind and key call for. Lists of
// mappings have one element a line; all else stands on one line.
func plainNode(n *yaml.Node, key string) *yaml.Node {
	out := &yaml.Node{Kind: n.Kind, Tag: "!!str", Value: n.Value, Style: yaml.FlowStyle}
	switch n.Kind {
	case yaml.ScalarNode:
		out.Style = 0
		if _, ok := clock.ParseDate(n.Value); ok && slices.Contains(dateKeys, key) {
			out.Tag = "!!timestamp"
		}
		return out
	case yaml.MappingNode:
		out.Tag = "!!map"
	case yaml.SequenceNode:
		out.Tag = "!!seq"
		if slices.ContainsFunc(n.Content, func(e *yaml.Node) bool { return e.Kind == yaml.MappingNode }) {
			out.Style = 0
		}
	}
	for i, c := range n.Content {
		if key == "decisions" {
			out.Content = append(out.Content, canonicalDecision(c))
			continue
		}
		childKey := ""
		if n.Kind == yaml.MappingNode && i%2 == 1 {
			childKey = n.Content[i-1].Value
		}
		out.Content = append(out.Content, plainNode(c, childKey))
	}
	return out
}

// ownComments are the comments of a node itself.
func ownComments(n *yaml.Node) []string {
	var lines []string
	for _, c := range []string{n.HeadComment, n.LineComment, n.FootComment} {
		if c != "" {
			lines = append(lines, strings.Split(c, "\n")...)
		}
	}
	return slices.DeleteFunc(lines, func(l string) bool { return strings.TrimSpace(l) == "" })
}

// commentsOf are the comments of a node and of everything in it.
func commentsOf(n *yaml.Node) []string {
	lines := ownComments(n)
	for _, c := range n.Content {
		lines = append(lines, commentsOf(c)...)
	}
	return lines
}
