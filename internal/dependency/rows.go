package dependency

import (
	"slices"

	"go.yaml.in/yaml/v4"
)

// rowMapping is an empty YAML mapping at the place of a row.
func rowMapping(row csvRow) *yaml.Node {
	return &yaml.Node{Kind: yaml.MappingNode, Line: row.place.Line, Column: row.place.Column}
}

// put adds a key to a mapping, unless there is no value.
func put(mapping *yaml.Node, key string, value *yaml.Node) {
	if value != nil {
		mapping.Content = append(mapping.Content, &yaml.Node{Kind: yaml.ScalarNode, Value: key, Line: value.Line, Column: value.Column}, value)
	}
}

func valueOf(n *yaml.Node) string {
	if n == nil {
		return ""
	}
	return n.Value
}

func hasValue(list *yaml.Node, value string) bool {
	return slices.ContainsFunc(list.Content, func(n *yaml.Node) bool { return n.Value == value })
}
