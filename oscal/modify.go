package oscal

import "slices"

// modify sets the params and alters the controls of b.
func (r *run) modify(b *body) {
	r.mentioned = map[string]bool{}
	if m := r.profile.Modify; m != nil {
		r.setParameters(b, m.SetParameters)
		for i := range m.Alters {
			r.alter(b, pointer("/profile/modify/alters", i), &m.Alters[i])
		}
	}
}

// setParameters applies all settings of a param in their order, wherever the param stands.
func (r *run) setParameters(b *body, settings []SetParameter) {
	byID := map[string][]int{}
	for i, s := range settings {
		byID[s.ParamID] = append(byID[s.ParamID], i)
		r.mentioned[s.ParamID] = true
	}
	found := map[string]bool{}
	set := func(params []Param) []Param { return r.set(params, settings, byID, found) }
	b.params = set(b.params)
	b.each(func(c *Control) { c.Params = set(c.Params) })
	eachGroup(b.groups, func(g *Group) { g.Params = set(g.Params) })
	for i, s := range settings {
		if !found[s.ParamID] {
			r.warn(pointer("/profile/modify/set-parameters", i), NoParam, s.ParamID)
		}
	}
}

func eachGroup(groups []Group, visit func(*Group)) {
	for i := range groups {
		visit(&groups[i])
		eachGroup(groups[i].Groups, visit)
	}
}

// set returns params with the settings applied; the slice given stays as it is.
func (r *run) set(params []Param, settings []SetParameter, byID map[string][]int, found map[string]bool) []Param {
	if !slices.ContainsFunc(params, func(p Param) bool { return byID[p.ID] != nil }) {
		return params
	}
	params = slices.Clone(params)
	for i := range params {
		for _, n := range byID[params[i].ID] {
			found[params[i].ID] = true
			before := valueText(params[i].Values, params[i].Select)
			settings[n].apply(&params[i])
			r.tellSet(pointer("/profile/modify/set-parameters", n), &settings[n], before)
		}
	}
	return params
}

// apply changes p: what there can be one of is replaced, what there can be many of is added.
func (s *SetParameter) apply(p *Param) {
	replace(&p.Class, s.Class)
	replace(&p.DependsOn, s.DependsOn)
	replace(&p.Label, s.Label)
	replace(&p.Usage, s.Usage)
	p.Props = addProps(p.Props, s.Props)
	p.Links = union(p.Links, s.Links) // only the whole of a link tells it from another
	p.Constraints = slices.Concat(p.Constraints, s.Constraints)
	p.Guidelines = slices.Concat(p.Guidelines, s.Guidelines)
	if len(s.Values) > 0 {
		p.Values, p.Select = s.Values, nil
	}
	if s.Select != nil {
		p.Values, p.Select = nil, s.Select
	}
}

func replace(field *string, by string) {
	if by != "" {
		*field = by
	}
}

// addProps puts more behind props; one with the uuid of an earlier one replaces it.
func addProps(props, more []Prop) []Prop {
	out := slices.DeleteFunc(slices.Clone(props), func(p Prop) bool {
		return p.UUID != "" && slices.ContainsFunc(more, func(q Prop) bool { return p.UUID == q.UUID })
	})
	return slices.Concat(out, more)
}
