package oscal

import "errors"

// selection is what one import takes: a catalog pruned to the controls that it selects.
type selection struct {
	body
	source string // name of the document
}

// imports carries out every import of the profile. Each makes a selection of its own, even where
// two import the same document.
func (r *run) imports(chain []string) error {
	for i := range r.profile.Imports {
		im := &r.profile.Imports[i]
		name, c, err := r.source(im.Href, chain)
		if err != nil {
			return r.onChain(err, pointer("/profile/imports", i), chain)
		}
		s := newSelector(r, pointer("/profile/imports", i), name, im.IncludeAll != nil, im.IncludeControls, im.ExcludeControls)
		s.fromCatalog = r.done[name] == nil
		if !s.all && len(s.include) == 0 {
			r.warn(s.place, NothingTaken, im.Href)
		}
		r.sources = append(r.sources, c)
		r.selections = append(r.selections, selection{s.catalog(c), name})
		s.warnUnused()
	}
	return nil
}

// source returns the catalog that an href leads to: a catalog as it is, a profile resolved.
func (r *run) source(href string, chain []string) (string, *Catalog, error) {
	name, d, err := r.lib.imported(r.name, href, r.profile.BackMatter)
	if err != nil {
		return "", nil, err
	}
	switch {
	case d.Catalog != nil:
		r.learn(name, d.Catalog)
		return name, d.Catalog, nil
	case d.Profile != nil:
		c, err := r.resolver.profile(name, d.Profile, chain)
		return name, c, err
	}
	return "", nil, &Error{Kind: NotControl, Args: []any{d.Model()}, Document: name}
}

// onChain adds to an error where the import stands and how the run came there. The innermost
// profile, which knows best, has the first word.
func (r *run) onChain(err error, pointer string, chain []string) error {
	var e *Error
	if !errors.As(err, &e) || e.Chain != nil {
		return err
	}
	out := *e
	if out.Document == "" {
		out.Document, out.Pointer = r.name, pointer
	}
	out.Chain = chain
	return &out
}
