package oscal

import (
	"fmt"
	"slices"
)

// selector decides which controls an import takes, or an insert-controls of a custom merge.
type selector struct {
	run     *run
	place   string // JSON pointer of the directive
	source  string // name of the document that it selects from
	all     bool
	include []rule
	exclude []rule
	custom  bool // under custom merge: nothing to tell, the import told it already

	fromCatalog bool // the source is a catalog itself, not a profile's result
}

// rule is one include-controls or exclude-controls.
type rule struct {
	ids      map[string]*reason
	patterns []*reason
	all      []*reason // both, as they stand in the profile
	children bool
}

// reason is why a control is in or out: the place in the profile, and what its author says.
type reason struct {
	place   string
	pattern string
	remarks string
	used    bool
}

func newSelector(r *run, place, source string, all bool, include, exclude []Select) *selector {
	s := &selector{run: r, place: place, source: source, all: all}
	for i, in := range include {
		s.include = append(s.include, newRule(pointer(place+"/include-controls", i), in))
	}
	for i, ex := range exclude {
		s.exclude = append(s.exclude, newRule(pointer(place+"/exclude-controls", i), ex))
	}
	return s
}

func newRule(place string, s Select) rule {
	r := rule{ids: map[string]*reason{}, children: s.WithChildControls == "yes"}
	for i, id := range s.WithIDs {
		why := &reason{place: pointer(place+"/with-ids", i), pattern: id}
		if r.ids[id] == nil {
			r.ids[id] = why
			r.all = append(r.all, why)
		}
	}
	for i, m := range s.Matching {
		r.patterns = append(r.patterns, &reason{place: pointer(place+"/matching", i), pattern: m.Pattern, remarks: m.Remarks})
	}
	r.all = append(r.all, r.patterns...)
	return r
}

// pointer extends a JSON pointer by an index.
func pointer(place string, i int) string { return fmt.Sprintf("%s/%d", place, i) }

// match returns why the rule names id, or nil.
func (r *rule) match(id string) *reason {
	found := r.ids[id]
	for _, p := range r.patterns {
		if found == nil && glob(p.pattern, id) {
			found = p
		}
	}
	if found != nil {
		found.used = true
	}
	return found
}

// glob matches * with any text and ? with any one character; an empty pattern matches nothing.
func glob(pattern, id string) bool {
	p, s := []rune(pattern), []rune(id)
	i, j, star, after := 0, 0, -1, 0
	for j < len(s) {
		switch {
		case i < len(p) && p[i] == '*':
			star, after = i, j
			i++
		case i < len(p) && (p[i] == '?' || p[i] == s[j]):
			i, j = i+1, j+1
		case star >= 0: // let the last star take one character more
			after++
			i, j = star+1, after
		default:
			return false
		}
	}
	for i < len(p) && p[i] == '*' {
		i++
	}
	return pattern != "" && i == len(p)
}

// verdict is what the rules say of a control, and what its children take over from it.
type verdict struct {
	in, out           *reason
	childIn, childOut *reason
}

func (s *selector) judge(id string, parent verdict) verdict {
	v := verdict{in: parent.childIn, out: parent.childOut, childIn: parent.childIn, childOut: parent.childOut}
	if s.all {
		v.in = &reason{place: s.place + "/include-all"}
	}
	v.in, v.childIn = weigh(s.include, id, v.in, v.childIn)
	v.out, v.childOut = weigh(s.exclude, id, v.out, v.childOut)
	return v
}

// weigh asks every rule, so that each of them knows whether it was of use.
func weigh(rules []rule, id string, own, child *reason) (*reason, *reason) {
	for i := range rules {
		found := rules[i].match(id)
		if found == nil {
			continue
		}
		own = found
		if rules[i].children {
			child = found
		}
	}
	return own, child
}

// catalog returns the selected controls of c in their groups. Groups left empty go; the params
// they hold stay, loose.
func (s *selector) catalog(c *Catalog) body {
	b := body{params: c.Params}
	b.controls = s.controls(c.Controls, verdict{})
	b.groups = s.groups(c.Groups, &b.params)
	return b
}

func (s *selector) groups(groups []Group, loose *[]Param) []Group {
	var out []Group
	for _, g := range groups {
		g.Controls = s.controls(g.Controls, verdict{})
		g.Groups = s.groups(g.Groups, loose)
		if len(g.Controls) > 0 || len(g.Groups) > 0 || keep(g.Props) {
			out = append(out, g)
		} else {
			*loose = append((*loose)[:len(*loose):len(*loose)], g.Params...)
		}
	}
	return out
}

// controls returns the selected ones of controls. A selected child takes the place of a parent
// that is not selected, unless parents are to be included.
func (s *selector) controls(controls []Control, parent verdict) []Control {
	var out []Control
	for _, c := range controls {
		v := s.judge(c.ID, parent)
		children := s.controls(c.Controls, v)
		withChild := s.run.opt.Parents == "include" && len(children) > 0 && v.out == nil
		s.tell(c.ID, v, withChild)
		if v.out == nil && v.in != nil || withChild {
			c.Controls = children
			out = append(out, c)
		} else {
			out = append(out, children...)
		}
	}
	return out
}

// warnUnused warns of ids and patterns that matched nothing, most likely misspelt.
func (s *selector) warnUnused() {
	for _, r := range slices.Concat(s.include, s.exclude) {
		for _, why := range r.all {
			if !why.used {
				s.run.warn(why.place, NoControl, why.pattern, s.source)
			}
		}
	}
}
