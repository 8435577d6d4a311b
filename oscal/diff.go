package oscal

import (
	"cmp"
	"reflect"
	"slices"
	"strings"
)

// ChangeKind is what happened to a control between two catalogs.
type ChangeKind string

// The kinds of changes. One control can have several: renamed, moved and changed.
const (
	NewControl   ChangeKind = "added"
	GoneControl  ChangeKind = "removed"
	Renamed      ChangeKind = "renamed"
	Moved        ChangeKind = "moved"
	ChangedField ChangeKind = "changed"
)

// Change is one difference between two catalogs.
type Change struct {
	Kind  ChangeKind
	ID    string // of the control, in the new catalog; of a removed one, in the old
	OldID string // renamed: the id in the old catalog
	Field string // changed: "title", "params/ac-1_prm_1", "parts/ac-1_smt/prose", ...
	Old   string // the text before: of the field, or where the control stood
	New   string // the text after
	Why   string // renamed: how it was found: "moved-to", "text" or "title"
}

// Diff compares two catalogs control by control, in the order of the new one; removed controls come
// last. A control whose id is gone is followed to its new id: by the old control's or its successor's
// link moved-to or incorporated-into, else by the same text, else by the same title, where only one fits.
func Diff(before, after *Catalog) []Change {
	a, b := index(before), index(after)
	renames := findRenames(a, b)
	var out []Change
	used := map[string]bool{}
	for _, now := range b.order {
		id := now.control.ID
		old, why := a.byID[id], ""
		if r, renamed := renames[id]; renamed {
			old, why = a.byID[r.old], r.why
		}
		if old == nil {
			out = append(out, Change{Kind: NewControl, ID: id, New: now.control.Title})
			continue
		}
		used[old.control.ID] = true
		out = append(out, compare(old, now, why, renames)...)
	}
	for _, old := range a.order {
		if !used[old.control.ID] {
			out = append(out, Change{Kind: GoneControl, ID: old.control.ID, Old: old.control.Title})
		}
	}
	return out
}

// placed is a control and where it stands.
type placed struct {
	control *Control
	path    []string
}

type controlIndex struct {
	order []*placed
	byID  map[string]*placed
}

func index(c *Catalog) controlIndex {
	x := controlIndex{byID: map[string]*placed{}}
	c.Walk(func(c *Control, path []string) {
		p := &placed{c, path}
		x.order = append(x.order, p)
		if x.byID[c.ID] == nil {
			x.byID[c.ID] = p
		}
	})
	return x
}

func compare(old, now *placed, why string, renames map[string]rename) []Change {
	id := now.control.ID
	var out []Change
	if why != "" {
		out = append(out, Change{Kind: Renamed, ID: id, OldID: old.control.ID, Old: old.control.Title, New: now.control.Title, Why: why})
	}
	if !samePath(old.path, now.path, renames) {
		out = append(out, Change{Kind: Moved, ID: id, Old: strings.Join(old.path, "/"), New: strings.Join(now.path, "/")})
	}
	shared := sharedIDs(old.control, now.control)
	for _, f := range changedFields(fields(old.control, shared), fields(now.control, shared)) {
		f.ID = id
		out = append(out, f)
	}
	return out
}

// samePath compares where two controls stand; a parent that was only renamed is the same parent.
func samePath(old, now []string, renames map[string]rename) bool {
	return slices.EqualFunc(old, now, func(a, b string) bool { return a == b || renames[b].old == a })
}

// field is one text of a control: key pairs it with the old one, name is what a reader is told.
type field struct{ key, name, text string }

// fields takes a control apart into what a reader would call its differences.
func fields(c *Control, shared map[string]bool) []field {
	out := []field{
		{"title", "title", c.Title}, {"class", "class", c.Class},
		{"props", "props", text(c.Props)}, {"links", "links", text(c.Links)}, {"other", "other", text(c.Extra)},
	}
	// Ids of params and parts mostly begin with the id of their control. Where the whole id is new,
	// the key leaves that out, so that a new id of the control alone changes nothing else.
	key := func(id string) string {
		if shared[id] {
			return id
		}
		return strings.TrimPrefix(id, c.ID)
	}
	for _, p := range c.Params {
		f := field{key: "params/" + key(p.ID), name: "params/" + p.ID}
		p.ID = ""
		f.text = text(p)
		out = append(out, f)
	}
	return append(out, partFields(key, "parts/", c.Parts)...)
}

// partFields names parts by id, else by name, so that one more part does not change all behind it.
func partFields(key func(id string) string, place string, parts []Part) []field {
	var out []field
	for _, p := range parts {
		at, name := place+cmp.Or(key(p.ID), p.Name), "parts/"+cmp.Or(p.ID, p.Name)
		head := p
		head.ID, head.Parts, head.Prose = "", nil, ""
		out = append(out, field{at, name, text(head)}, field{at + "/prose", name + "/prose", p.Prose})
		out = append(out, partFields(key, at+"/", p.Parts)...)
	}
	return out
}

// sharedIDs are the ids of params and parts that both controls have.
func sharedIDs(a, b *Control) map[string]bool {
	inA, both := map[string]bool{}, map[string]bool{}
	eachID(a, func(id string) { inA[id] = true })
	eachID(b, func(id string) { both[id] = inA[id] })
	return both
}

func eachID(c *Control, visit func(string)) {
	for _, p := range c.Params {
		visit(p.ID)
	}
	eachPart(c.Parts, func(p *Part) { visit(p.ID) })
}

// text writes any value of a model as text for comparing and showing.
func text(v any) string {
	rv := reflect.ValueOf(v)
	if rv.Kind() == reflect.Slice && rv.Len() == 0 {
		return ""
	}
	if o, ok := v.(Object); ok {
		return string(appendJSON(nil, o, 0))
	}
	return string(appendJSON(nil, unbind(rv), 0))
}

// changedFields pairs fields of one key in order and returns those whose text differs.
func changedFields(old, now []field) []Change {
	texts := map[string][]string{}
	for _, f := range old {
		texts[f.key] = append(texts[f.key], f.text)
	}
	var out []Change
	for _, f := range now {
		was := ""
		if left := texts[f.key]; len(left) > 0 {
			was, texts[f.key] = left[0], left[1:]
		}
		if was != f.text {
			out = append(out, Change{Kind: ChangedField, Field: f.name, Old: was, New: f.text})
		}
	}
	for _, f := range old {
		for _, was := range texts[f.key] {
			if was != "" {
				out = append(out, Change{Kind: ChangedField, Field: f.name, Old: was})
			}
		}
		delete(texts, f.key)
	}
	return out
}
