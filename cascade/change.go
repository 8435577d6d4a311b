package cascade

import "slices"

// WithBuffer is the same system with another buffer behind one group. All other
// draws stay as they were, so the two can be compared run by run.
func (s *System) WithBuffer(group int, buffer Duration) (*System, error) {
	return s.withGroup(group, func(g *Group) { g.Buffer = buffer })
}

// WithStartOnBuffer is the same system with the owner of one group able, or
// not able, to start on the group's buffer.
func (s *System) WithStartOnBuffer(group int, start bool) (*System, error) {
	return s.withGroup(group, func(g *Group) { g.StartOnBuffer = start })
}

// withGroup changes what stands behind a group, but not whom it joins, so only
// the buffers are laid out anew.
func (s *System) withGroup(group int, change func(*Group)) (*System, error) {
	if err := s.knownGroup(group); err != nil {
		return nil, err
	}
	c := *s
	c.model.Groups = slices.Clone(s.model.Groups)
	g := &c.model.Groups[group]
	change(g)
	if kind, args := g.Buffer.fault(); kind != "" {
		return nil, Faults{newFault(InGroups, group, "buffer", -1, kind, args...)}
	}
	c.inputs = slices.Clone(s.inputs)
	c.layOutBuffers()
	c.certain = c.nothingDrawn()
	return &c, nil
}

func (s *System) knownGroup(group int) error {
	if group < 0 || group >= s.groups {
		return Faults{newFault(InGroups, group, "", -1, UnknownGroup)}
	}
	return nil
}
