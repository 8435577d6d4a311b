package oscal

import (
	"bytes"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"
)

// Line returns the line, from 1, where the value at a JSON pointer begins in data, or of the
// nearest value around it. It is 0 where that cannot be told: in XML, and in data with errors.
func Line(data []byte, format Format, pointer string) int {
	steps := strings.Split(strings.TrimPrefix(pointer, "/"), "/")
	if pointer == "" {
		steps = nil
	}
	for i, s := range steps {
		steps[i] = strings.NewReplacer("~1", "/", "~0", "~").Replace(s)
	}
	switch format {
	case JSON:
		return jsonLine(data, steps)
	case YAML:
		return yamlLine(data, steps)
	}
	return 0
}

func jsonLine(data []byte, steps []string) int {
	p := &jsonParser{data: data, names: map[string]string{}}
	for _, step := range steps {
		if !p.descend(step) {
			break
		}
	}
	p.space()
	if p.err != nil {
		return 0
	}
	return 1 + bytes.Count(data[:min(p.pos, len(data))], []byte("\n"))
}

// descend moves to the member or item called step of the value that comes next. Where there is
// none, it stays and reports false.
func (p *jsonParser) descend(step string) bool {
	start := p.pos
	object := p.take('{')
	if !object && !p.take('[') {
		return false
	}
	for i := 0; p.err == nil && !p.take('}') && !p.take(']'); i++ {
		name := strconv.Itoa(i)
		if object {
			name, _ = p.name()
		}
		if name == step && p.err == nil {
			return true
		}
		p.value(0)
		p.take(',')
	}
	p.pos, p.err = start, nil
	return false
}

func yamlLine(data []byte, steps []string) int {
	n, err := yamlNode(data)
	if err != nil {
		return 0
	}
	for _, step := range steps {
		next := yamlChild(n, step)
		if next == nil {
			break
		}
		n = next
	}
	return n.Line
}

func yamlChild(n *yaml.Node, step string) *yaml.Node {
	if n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	if n.Kind == yaml.SequenceNode {
		if i, err := strconv.Atoi(step); err == nil && i >= 0 && i < len(n.Content) {
			return n.Content[i]
		}
		return nil
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == step {
			return n.Content[i+1]
		}
	}
	return nil
}
