package oscal

import (
	"cmp"
	"reflect"
	"slices"
	"strings"
)

// merge combines the selections and arranges what they hold.
func (r *run) merge() (*body, error) {
	m := r.profile.Merge
	if m == nil {
		m = &Merge{}
	}
	asIs := m.AsIs != nil && *m.AsIs
	if err := r.oneStructure(m, asIs); err != nil {
		return nil, err
	}
	r.combine(m.Combine)
	var b *body
	switch {
	case m.Custom != nil:
		b = r.custom(m.Custom)
	case asIs:
		b = r.asIs()
	default:
		b = r.flat()
	}
	b.params = distinct(b.params)
	r.warnClashes(b)
	return b, nil
}

func (r *run) oneStructure(m *Merge, asIs bool) error {
	var found []string
	if m.Flat != nil {
		found = append(found, "flat")
	}
	if asIs {
		found = append(found, "as-is")
	}
	if m.Custom != nil {
		found = append(found, "custom")
	}
	if len(found) < 2 {
		return nil
	}
	return &Error{Kind: Structure, Args: []any{strings.Join(found, " and ")}, Document: r.name, Pointer: "/profile/merge"}
}

// combine carries out use-first: of controls with one id the first stays, in the order of the
// imports. Children of a control that goes, and that are not there yet, take its place.
func (r *run) combine(c *Combine) {
	if c == nil || c.Method == "" || c.Method == "keep" {
		return
	}
	if c.Method != "use-first" {
		r.warn("/profile/merge/combine/method", OldMethod, c.Method)
		return
	}
	seen := map[string]bool{}
	for i := range r.selections {
		s := &r.selections[i]
		s.controls = useFirst(s.controls, seen)
		useFirstGroups(s.groups, seen)
	}
}

func useFirst(controls []Control, seen map[string]bool) []Control {
	var out []Control
	for _, c := range controls {
		again := seen[c.ID]
		seen[c.ID] = true
		c.Controls = useFirst(c.Controls, seen)
		if again {
			out = append(out, c.Controls...)
		} else {
			out = append(out, c)
		}
	}
	return out
}

func useFirstGroups(groups []Group, seen map[string]bool) {
	for i := range groups {
		groups[i].Controls = useFirst(groups[i].Controls, seen)
		useFirstGroups(groups[i].Groups, seen)
	}
}

// asIs keeps the structure of the sources. Groups that several imports share become one, with
// their controls in the order of the catalog that they come from.
func (r *run) asIs() *body {
	b := &body{}
	for _, s := range r.selections {
		b.params = append(b.params, s.params...)
		b.controls = r.inOrder(append(b.controls, s.controls...))
		b.groups = r.mergeGroups(b.groups, s.groups)
	}
	b.groups = dropEmpty(b.groups, &b.params)
	return b
}

// mergeGroups adds more to groups. A group that is there already takes the newcomer's content in;
// two groups of one import are never merged.
func (r *run) mergeGroups(groups, more []Group) []Group {
	taken := map[int]bool{}
	known := len(groups)
	for _, g := range more {
		i := slices.IndexFunc(groups[:known], func(old Group) bool { return r.sameGroup(&old, &g) })
		if i < 0 || taken[i] {
			groups = append(groups, g)
			continue
		}
		taken[i] = true
		old := &groups[i]
		old.Params = union(old.Params, g.Params)
		old.Props = union(old.Props, g.Props)
		old.Links = union(old.Links, g.Links)
		old.Parts = union(old.Parts, g.Parts)
		old.Controls = r.inOrder(slices.Concat(old.Controls, g.Controls))
		old.Groups = r.mergeGroups(old.Groups, g.Groups)
	}
	return groups
}

// sameGroup compares ids. Groups without (a whole published catalog has none) are the same if class
// and title are, and what is in them comes from one catalog.
func (r *run) sameGroup(a, b *Group) bool {
	if a.ID != "" || b.ID != "" {
		return a.ID == b.ID
	}
	return a.Class == b.Class && a.Title == b.Title && r.catalogOf(a) == r.catalogOf(b)
}

func (r *run) catalogOf(g *Group) string {
	if len(g.Controls) > 0 {
		return r.origins[g.Controls[0].ID].catalog
	}
	if len(g.Groups) > 0 {
		return r.catalogOf(&g.Groups[0])
	}
	return ""
}

// inOrder puts controls that all come from one catalog into its order.
func (r *run) inOrder(controls []Control) []Control {
	for _, c := range controls {
		if r.origins[c.ID].catalog != r.origins[controls[0].ID].catalog {
			return controls
		}
	}
	slices.SortStableFunc(controls, func(a, b Control) int {
		return cmp.Compare(r.origins[a.ID].position, r.origins[b.ID].position)
	})
	return controls
}

// union returns a and what b has more.
func union[T any](a, b []T) []T {
	out := a[:len(a):len(a)]
	for _, x := range b {
		if !slices.ContainsFunc(a, func(y T) bool { return reflect.DeepEqual(x, y) }) {
			out = append(out, x)
		}
	}
	return out
}

// distinct drops params that say the same as an earlier one: two imports of one catalog bring its
// loose params twice.
func distinct(params []Param) []Param {
	var out []Param
	for _, p := range params {
		out = union(out, []Param{p})
	}
	return out
}

// dropEmpty drops groups that combine left without controls.
func dropEmpty(groups []Group, loose *[]Param) []Group {
	var out []Group
	for _, g := range groups {
		g.Groups = dropEmpty(g.Groups, loose)
		if len(g.Controls) > 0 || len(g.Groups) > 0 || keep(g.Props) {
			out = append(out, g)
		} else {
			*loose = append(*loose, g.Params...)
		}
	}
	return out
}

// flat drops all groups; their params become loose.
func (r *run) flat() *body {
	b := &body{}
	for _, s := range r.selections {
		b.params = append(b.params, s.params...)
		b.controls = append(b.controls, s.controls...)
		flattenGroups(b, s.groups)
	}
	if r.opt.Flat == "unnest" {
		b.controls = unnest(b.controls)
	}
	return b
}

func flattenGroups(b *body, groups []Group) {
	for _, g := range groups {
		b.params = append(b.params, g.Params...)
		b.controls = append(b.controls, g.Controls...)
		flattenGroups(b, g.Groups)
	}
}

// unnest puts children behind their parents.
func unnest(controls []Control) []Control {
	var out []Control
	for _, c := range controls {
		children := c.Controls
		c.Controls = nil
		out = append(append(out, c), unnest(children)...)
	}
	return out
}

// custom arranges the controls as the profile says. All groups that were imported are known by id.
func (r *run) custom(c *Custom) *body {
	pool := r.flat()
	groups := map[string]Group{}
	for _, s := range r.selections {
		indexGroups(groups, s.groups)
	}
	b := &body{params: pool.params}
	for i := range c.InsertControls {
		b.controls = append(b.controls, r.insert(pool, pointer("/profile/merge/custom/insert-controls", i), &c.InsertControls[i])...)
	}
	b.groups = r.customGroups(pool, "/profile/merge/custom/groups", c.Groups, groups)
	return b
}

func indexGroups(index map[string]Group, groups []Group) {
	for _, g := range groups {
		if _, known := index[g.ID]; g.ID != "" && !known {
			index[g.ID] = g
		}
		indexGroups(index, g.Groups)
	}
}

// customGroups makes the groups of the profile. One that has the id of an imported group keeps its
// own title and puts its content behind the imported one.
func (r *run) customGroups(pool *body, place string, groups []CustomGroup, known map[string]Group) []Group {
	var out []Group
	for i, c := range groups {
		at := pointer(place, i)
		from := known[c.ID]
		g := Group{
			ID: c.ID, Class: cmp.Or(c.Class, from.Class), Title: cmp.Or(c.Title, from.Title),
			Params: union(from.Params, c.Params), Props: union(from.Props, c.Props),
			Links: union(from.Links, c.Links), Parts: union(from.Parts, c.Parts), Extra: from.Extra,
		}
		for j := range c.InsertControls {
			g.Controls = append(g.Controls, r.insert(pool, pointer(at+"/insert-controls", j), &c.InsertControls[j])...)
		}
		g.Groups = r.customGroups(pool, at+"/groups", c.Groups, known)
		out = append(out, g)
	}
	return out
}

// insert returns the controls of one insert-controls in its order.
func (r *run) insert(pool *body, place string, in *InsertControls) []Control {
	s := newSelector(r, place, "the imported controls", in.IncludeAll != nil, in.IncludeControls, in.ExcludeControls)
	s.custom = true
	out := s.controls(pool.controls, verdict{})
	s.warnUnused()
	byID := func(a, b Control) int { return strings.Compare(a.ID, b.ID) }
	switch in.Order {
	case "ascending":
		slices.SortStableFunc(out, byID)
	case "descending":
		slices.SortStableFunc(out, func(a, b Control) int { return byID(b, a) })
	}
	return out
}

// warnClashes warns once of each id that several controls have.
func (r *run) warnClashes(b *body) {
	count := map[string]int{}
	b.each(func(c *Control) {
		if count[c.ID]++; count[c.ID] == 2 {
			r.warn("/profile/merge", Clash, c.ID)
		}
	})
}
