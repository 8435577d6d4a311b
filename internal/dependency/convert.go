package dependency

import (
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"kijun/cascade"
	"kijun/internal/lang"
)

// The keys that a list of a recipe may fill: those of a node, and of an edge with its group.
var (
	nodeKeys = []string{"id", "name", "kind", "sector", "region", "users", "restart", "own_repair", "rto"}
	edgeKeys = []string{"owner", "provider", "group", "k", "buffer", "refill", "start_on_buffer", "p_fail_on_demand", "strength"}
)

// Files opens the files that a recipe names.
type Files func(name string) ([]byte, error)

// converter makes a model from a recipe. Every row becomes the YAML of a node or a group, with the places
// of its cells, and is then read like that of a model file.
type converter struct {
	modelReader
	recipe string
	open   Files
	nodes  []origin
	groups []origin
}

// origin is an element that was made from rows, and the file they stand in.
type origin struct {
	path string
	node *yaml.Node
}

// Convert makes a model from a recipe: a model file in which nodes and edges are lists of CSV files, with
// a template for each key. Rows of one list that have the same owner and group make one group.
func Convert(name string, recipe []byte, open Files) (*Model, []Problem) {
	c := converter{modelReader: modelReader{yamlReader: yamlReader{path: name}}, recipe: name, open: open}
	root := c.load(recipe)
	if root == nil {
		return nil, c.sorted()
	}
	c.required(root, "horizon", "nodes")
	c.mapping("", root, []field{
		{"horizon", c.horizon},
		{"nodes", func(k string, n *yaml.Node) { c.elements(k, n, c.nodeList) }},
		{"edges", func(k string, n *yaml.Node) { c.elements(k, n, c.edgeList) }},
		{"hazards", c.hazards},
		{"repair_needs", c.repairNeeds},
	})
	if len(c.problems) > 0 {
		return nil, c.sorted()
	}
	c.readRows()
	return c.compile(func(f *cascade.Fault) Place { return c.placeOf(root, f) })
}

// placeOf is the cell that a fault lies in, or its place in the recipe.
func (c *converter) placeOf(root *yaml.Node, f *cascade.Fault) Place {
	made := map[cascade.Part][]origin{cascade.InNodes: c.nodes, cascade.InGroups: c.groups}[f.Part]
	if f.Index >= len(made) {
		n := locate(root, f)
		return Place{c.recipe, n.Line, n.Column}
	}
	n := made[f.Index].node
	if v := child(n, f.Field); v != nil {
		n = v
		if p := item(n, f.Item); p != nil {
			n = p
		}
	}
	return Place{made[f.Index].path, n.Line, n.Column}
}

// readRows reads what the rows came to, now that all of it is there.
func (c *converter) readRows() {
	for i, o := range c.nodes {
		c.path, c.in = o.path, fmt.Sprintf("nodes[%d]", i)
		c.node(o.node)
	}
	for i, o := range c.groups {
		c.path, c.in = o.path, fmt.Sprintf("groups[%d]", i)
		c.group(o.node)
	}
	c.path, c.in = c.recipe, ""
}

func (c *converter) nodeList(n *yaml.Node) {
	c.list(n, nodeKeys, func(file *csvFile, templates map[string]template) {
		for _, row := range file.rows {
			made := rowMapping(row)
			for _, key := range nodeKeys {
				put(made, key, templates[key].scalar(row))
			}
			c.nodes = append(c.nodes, origin{file.path, made})
		}
	})
}

func (c *converter) edgeList(n *yaml.Node) {
	c.list(n, edgeKeys, func(file *csvFile, templates map[string]template) {
		open := map[[2]string]*yaml.Node{}
		for _, row := range file.rows {
			values := map[string]*yaml.Node{}
			for _, key := range edgeKeys {
				values[key] = templates[key].scalar(row)
			}
			key := [2]string{valueOf(values["owner"]), valueOf(values["group"])}
			made := open[key]
			if made == nil || key[1] == "" {
				made = rowMapping(row)
				put(made, "providers", &yaml.Node{Kind: yaml.SequenceNode, Line: row.place.Line, Column: row.place.Column})
				c.groups = append(c.groups, origin{file.path, made})
				open[key] = made
			}
			c.join(file.path, made, values)
		}
		for i := range c.groups {
			settleK(c.groups[i].node)
		}
	})
}

// join adds an edge to its group. A provider that is there already counts once.
func (c *converter) join(file string, made *yaml.Node, values map[string]*yaml.Node) {
	first := child(made, "owner") == nil
	providers := child(made, "providers")
	if p := values["provider"]; p != nil && !hasValue(providers, p.Value) {
		providers.Content = append(providers.Content, p)
	}
	for _, key := range edgeKeys {
		value := values[key]
		switch {
		case value == nil || key == "provider" || key == "group":
		case first:
			put(made, key, value)
		case valueOf(child(made, key)) != value.Value:
			c.add(ruleTwoValues, Place{file, value.Line, value.Column}, "", key, valueOf(child(made, key)), value.Value)
		}
	}
}

// settleK writes the word all as the number of providers.
func settleK(group *yaml.Node) {
	if k := child(group, "k"); k != nil && k.Value == "all" {
		k.Value = strconv.Itoa(len(child(group, "providers").Content))
	}
}

// list reads one entry of a recipe: a file, and a template for each key. Without any template the columns
// of the file are named like the keys. A cell that says what missing says counts as empty.
func (c *converter) list(n *yaml.Node, keys []string, use func(*csvFile, map[string]template)) {
	var name, missing string
	templates := map[string]template{}
	fields := []field{{"file", c.word(&name)}, {"missing", c.word(&missing)}}
	for _, key := range keys {
		fields = append(fields, field{key, func(k string, v *yaml.Node) {
			if _, ok := c.scalar(k, v); !ok {
				return
			}
			t, ok := parseTemplate(v)
			if !ok {
				c.wrong(k, v, ruleOpenBrace, v.Value)
			}
			templates[key] = t
		}})
	}
	c.required(n, "file")
	c.mapping("", n, fields)
	if name == "" {
		return
	}
	file := c.openCSV(child(n, "file"), name)
	if file == nil {
		return
	}
	file.blank(missing)
	if len(templates) == 0 {
		c.byName(file, keys, templates)
	}
	c.checkColumns(file, templates)
	use(file, templates)
}

func (c *converter) openCSV(n *yaml.Node, name string) *csvFile {
	if !path.IsAbs(name) {
		name = path.Join(path.Dir(c.recipe), name)
	}
	data, err := c.open(name)
	if err != nil {
		c.wrong("file", n, ruleUnreadable, lang.Same(name+": "+reason(err)))
		return nil
	}
	return c.readCSV(name, data)
}

// byName takes every column for the key of its name.
func (c *converter) byName(file *csvFile, keys []string, templates map[string]template) {
	for _, column := range file.columns {
		if !slices.Contains(keys, column) {
			c.add(ruleUnknownKey, Place{file.path, 1, 1}, "", column, meant(column, keys), strings.Join(keys, ", "))
			continue
		}
		templates[column] = template{parts: []string{"", column, ""}}
	}
}

func (c *converter) checkColumns(file *csvFile, templates map[string]template) {
	for key, t := range templates {
		for _, column := range t.columns() {
			if !slices.Contains(file.columns, column) {
				c.wrong(key, t.node, ruleUnknownCol, column, meant(column, file.columns), strings.Join(file.columns, ", "))
			}
		}
	}
}
