package oscal

import "slices"

// holder is an object that an add can put content into; a list that it cannot hold is nil.
type holder struct {
	title  *string
	params *[]Param
	props  *[]Prop
	links  *[]Link
	parts  *[]Part
}

func inControl(c *Control) holder { return holder{&c.Title, &c.Params, &c.Props, &c.Links, &c.Parts} }
func inPart(p *Part) holder       { return holder{&p.Title, nil, &p.Props, &p.Links, &p.Parts} }
func inParam(p *Param) holder     { return holder{nil, nil, &p.Props, &p.Links, nil} }

// add puts the content of a before or behind what is there; a title replaces the title.
func (h holder) add(a *Add, front bool) {
	if h.title != nil && a.Title != "" {
		*h.title = a.Title
	}
	join(h.params, a.Params, front)
	join(h.props, a.Props, front)
	join(h.links, a.Links, front)
	join(h.parts, a.Parts, front)
}

func join[T any](list *[]T, more []T, front bool) {
	switch {
	case list == nil || len(more) == 0:
	case front:
		*list = slices.Concat(more, *list)
	default:
		*list = slices.Concat(*list, more)
	}
}

// around reports whether the content goes beside its target and not into it.
func (a *Add) around() bool { return a.Position == "before" || a.Position == "after" }

// toControl puts the content at the object inside c that the add names, and reports whether there
// is one. Slices are copied on the way down, because the sources share them.
func (a *Add) toControl(c *Control) bool {
	if a.toParams(c) || a.toParts(inControl(c)) {
		return true
	}
	for i := range c.Controls {
		child := &c.Controls[i]
		switch {
		case child.ID != a.ByID:
			if a.toControl(child) {
				return true
			}
		case a.around(): // no control can be added, and all else stands before controls
			inControl(c).add(a, false)
			return true
		default:
			inControl(child).add(a, a.Position == "starting")
			return true
		}
	}
	return false
}

// toParams handles a target that is a param of c.
func (a *Add) toParams(c *Control) bool {
	i := slices.IndexFunc(c.Params, func(p Param) bool { return p.ID == a.ByID })
	if i < 0 {
		return false
	}
	c.Params = slices.Clone(c.Params)
	if !a.around() {
		inParam(&c.Params[i]).add(a, a.Position == "starting")
		return true
	}
	c.Params = slices.Insert(c.Params, a.index(i), a.Params...)
	rest := *a
	rest.Params = nil
	inControl(c).add(&rest, false)
	return true
}

// toParts handles a target that is a part in h, at any depth.
func (a *Add) toParts(h holder) bool {
	parts := slices.Clone(*h.parts)
	for i := range parts {
		p := &parts[i]
		switch {
		case p.ID == "" || p.ID != a.ByID:
			if !a.toParts(inPart(p)) {
				continue
			}
		case a.around():
			parts = slices.Insert(parts, a.index(i), a.Parts...)
			rest := *a
			rest.Parts = nil
			h.add(&rest, false)
		default:
			inPart(p).add(a, a.Position == "starting")
		}
		*h.parts = parts
		return true
	}
	return false
}

// index is where content beside the object at i goes.
func (a *Add) index(i int) int {
	if a.Position == "after" {
		return i + 1
	}
	return i
}
