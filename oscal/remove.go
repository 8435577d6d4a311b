package oscal

import "slices"

// remover takes away what meets every criterion of one remove.
type remover struct {
	*Remove
	tell func(item, id string)
}

// defaultNS is the namespace of names that give none.
const defaultNS = "http://csrc.nist.gov/ns/oscal"

// hits reports whether an object of the control is to go. What an object cannot have (a link has
// no name) is given as "", and no criterion asks for "".
func (m *remover) hits(item, id, name, ns, class string) bool {
	if name != "" && ns == "" {
		ns = defaultNS
	}
	hit := asked(m.ByItemName, item) && asked(m.ByID, id) && asked(m.ByName, name) &&
		asked(m.ByNS, ns) && asked(m.ByClass, class)
	if hit {
		m.tell(item, id)
	}
	return hit
}

func asked(want, have string) bool { return want == "" || want == have }

func (m *remover) control(c *Control) {
	c.Params = reject(c.Params, func(p Param) bool { return m.hits("param", p.ID, "", "", p.Class) })
	for i := range c.Params {
		m.param(&c.Params[i])
	}
	c.Props, c.Links = m.props(c.Props), m.links(c.Links)
	c.Parts = m.parts(c.Parts)
	c.Controls = reject(c.Controls, func(c Control) bool { return m.hits("control", c.ID, "", "", c.Class) })
	for i := range c.Controls {
		m.control(&c.Controls[i])
	}
}

// reject returns a copy of list without what hit finds, and nil where nothing is left, because
// OSCAL has no empty arrays.
func reject[T any](list []T, hit func(T) bool) []T {
	if len(list) == 0 {
		return list
	}
	out := slices.DeleteFunc(slices.Clone(list), hit)
	if len(out) == 0 {
		return nil
	}
	return out
}

func (m *remover) param(p *Param) {
	p.Props, p.Links = m.props(p.Props), m.links(p.Links)
	p.Constraints = reject(p.Constraints, func(Constraint) bool { return m.hits("constraint", "", "", "", "") })
	p.Guidelines = reject(p.Guidelines, func(Guideline) bool { return m.hits("guideline", "", "", "", "") })
	p.Values = reject(p.Values, func(string) bool { return m.hits("value", "", "", "", "") })
	if p.Select != nil && m.hits("select", "", "", "", "") {
		p.Select = nil
	}
}

func (m *remover) parts(parts []Part) []Part {
	parts = reject(parts, func(p Part) bool { return m.hits("part", p.ID, p.Name, p.NS, p.Class) })
	for i := range parts {
		p := &parts[i]
		p.Props, p.Links = m.props(p.Props), m.links(p.Links)
		p.Parts = m.parts(p.Parts)
	}
	return parts
}

func (m *remover) props(props []Prop) []Prop {
	return reject(props, func(p Prop) bool { return m.hits("prop", "", p.Name, p.NS, p.Class) })
}

func (m *remover) links(links []Link) []Link {
	return reject(links, func(Link) bool { return m.hits("link", "", "", "", "") })
}
