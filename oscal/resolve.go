package oscal

import (
	"slices"
	"time"
)

// Options of [Resolve]. The zero value takes the first choice of each.
type Options struct {
	Parents string // a selected control without its parent: "uplevel" it, or "include" the parent
	Flat    string // nested controls under flat: "keep" them nested, or "unnest" them
	Links   string // links to what was not selected: "keep" or "prune"

	Now  time.Time // for last-modified; zero: the newest last-modified of the documents read
	UUID string    // of the result; empty: made from what was read, so that it can be repeated
	Tool string    // for the prop resolution-tool; empty: "kijun"
}

// Resolution is a resolved profile.
type Resolution struct {
	Catalog  *Catalog
	Warnings []Warning
	events   []Event
}

// Document returns the resolved catalog as a document that can be written.
func (r *Resolution) Document() *Document { return &Document{Catalog: r.Catalog} }

// Resolve resolves the profile called name. Neither the documents of the library nor anything
// they hold is changed, but the result shares texts with them: copy before changing it in place.
func Resolve(lib *Library, name string, opt Options) (*Resolution, error) {
	d, err := lib.Document(name)
	if err != nil {
		return nil, err
	}
	if d.Profile == nil {
		return nil, &Error{Kind: NotProfile, Args: []any{d.Model()}, Document: name}
	}
	r := &resolver{lib: lib, opt: opt, done: map[string]*Catalog{}, origins: map[string]origin{}, seen: map[Event]bool{}}
	c, err := r.profile(name, d.Profile, nil)
	if err != nil {
		return nil, err
	}
	return &Resolution{Catalog: c, Warnings: r.warnings, events: r.events}, nil
}

// resolver is one run of [Resolve].
type resolver struct {
	lib      *Library
	opt      Options
	done     map[string]*Catalog // profiles resolved so far: a diamond is resolved once
	origins  map[string]origin   // of each control id, in the first catalog that has it
	warnings []Warning
	events   []Event
	seen     map[Event]bool
}

// origin is where a control comes from: the catalog, and its position there.
type origin struct {
	catalog  string
	position int
}

// learn remembers the origins of a catalog's controls.
func (r *resolver) learn(name string, c *Catalog) {
	n := 0
	c.Walk(func(c *Control, _ []string) {
		if _, known := r.origins[c.ID]; !known {
			r.origins[c.ID] = origin{name, n}
		}
		n++
	})
}

// profile resolves one profile of the chain, in the four steps of the specification.
func (r *resolver) profile(name string, p *Profile, chain []string) (*Catalog, error) {
	if slices.Contains(chain, name) {
		return nil, &Error{Kind: Circular, Args: []any{name}, Document: chain[len(chain)-1], Chain: append(chain, name)}
	}
	if c := r.done[name]; c != nil {
		return c, nil
	}
	chain = append(chain[:len(chain):len(chain)], name)
	run := &run{resolver: r, name: name, profile: p}
	if err := run.imports(chain); err != nil {
		return nil, err
	}
	b, err := run.merge()
	if err != nil {
		return nil, err
	}
	run.modify(b)
	c, err := run.finish(b)
	if err != nil {
		return nil, err
	}
	r.done[name] = c
	return c, nil
}

// run is the resolution of one profile.
type run struct {
	*resolver
	name       string
	profile    *Profile
	sources    []*Catalog
	selections []selection
	mentioned  map[string]bool // ids that the profile itself sets or alters
}

// body is a catalog in the making. Its groups and controls are our own copies, whose fields may be
// set; what hangs below them (params, props, parts, ...) is shared and must be copied to change.
type body struct {
	params   []Param
	controls []Control
	groups   []Group
}

// each calls visit for every control of the body.
func (b *body) each(visit func(*Control)) {
	walk := func(c *Control, _ []string) { visit(c) }
	walkControls(b.controls, nil, walk)
	walkGroups(b.groups, nil, walk)
}
