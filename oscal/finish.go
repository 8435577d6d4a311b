package oscal

import (
	"cmp"
	"crypto/sha1"
	"encoding/hex"
	"reflect"
	"slices"
	"time"
)

// finish makes the catalog: metadata, back matter, and away with what nothing refers to.
func (r *run) finish(b *body) (*Catalog, error) {
	meta, err := r.metadata()
	if err != nil {
		return nil, err
	}
	c := &Catalog{Metadata: *meta, Params: b.params, Controls: b.controls, Groups: b.groups}
	resources := r.resources()
	if r.opt.Links == "prune" {
		pruneLinks(c, resources)
	}
	used := newReferences()
	used.scan(reflect.ValueOf([]any{c.Metadata, c.Controls}))
	eachGroup(c.Groups, func(g *Group) {
		used.scan(reflect.ValueOf([]any{g.Title, g.Props, g.Links, g.Parts, g.Controls}))
	})
	r.pruneParams(c, used)
	resources = prune(resources, used, func(x *Resource) bool { return used.anchors[x.UUID] || keep(x.Props) })
	if len(resources) > 0 {
		c.BackMatter = &BackMatter{Resources: resources}
	}
	c.UUID = cmp.Or(r.opt.UUID, r.derivedUUID())
	return c, nil
}

// pruneParams drops loose params, in the catalog and in its groups, that no text inserts.
func (r *run) pruneParams(c *Catalog, used *references) {
	needed := func(p *Param) bool {
		return used.params[p.ID] || used.anchors[p.ID] || keep(p.Props) || r.mentioned[p.ID]
	}
	lists := []*[]Param{&c.Params}
	eachGroup(c.Groups, func(g *Group) { lists = append(lists, &g.Params) })
	var all []Param
	for _, list := range lists {
		all = append(all, *list...)
	}
	prune(all, used, needed) // marks what needed params refer to, across lists
	for _, list := range lists {
		*list = prune(*list, used, needed)
	}
}

// prune returns what is needed of list, in order. What is needed may itself refer to more.
func prune[T any](list []T, used *references, needed func(*T) bool) []T {
	kept := make([]bool, len(list))
	for again := true; again; {
		again = false
		for i := range list {
			if !kept[i] && needed(&list[i]) {
				kept[i], again = true, true
				used.scan(reflect.ValueOf(&list[i]))
			}
		}
	}
	var out []T
	for i, k := range kept {
		if k {
			out = append(out, list[i])
		}
	}
	return out
}

// resources joins the back matter of the sources and of the profile. Of two with one uuid the later
// stays, unless only the earlier is marked to be kept always.
func (r *run) resources() []Resource {
	var out []Resource
	add := func(b *BackMatter) {
		if b == nil {
			return
		}
		for _, x := range b.Resources {
			i := slices.IndexFunc(out, func(y Resource) bool { return x.UUID == y.UUID })
			if i >= 0 && keep(out[i].Props) && !keep(x.Props) {
				continue
			}
			if i >= 0 {
				out = slices.Delete(out, i, i+1)
			}
			out = append(out, x)
		}
	}
	for _, c := range r.sources {
		add(c.BackMatter)
	}
	add(r.profile.BackMatter)
	return out
}

// metadata makes the head of the result from that of the profile. What names the profile as a
// document (links, ids, revisions, publication, approvals) is not true of the result and stays out.
func (r *run) metadata() (*Metadata, error) {
	m := r.profile.Metadata
	m.Published, m.Revisions, m.DocumentIDs, m.Actions = "", nil, nil, nil
	tool := Prop{Name: "resolution-tool", Value: cmp.Or(r.opt.Tool, "kijun")}
	m.Props = append(slices.DeleteFunc(slices.Clone(m.Props), func(p Prop) bool { return p.Name == tool.Name }), tool)
	m.Links = []Link{{Href: r.name, Rel: "source-profile"}}
	for _, c := range r.sources {
		m.Roles = addKept(m.Roles, c.Metadata.Roles, func(x Role) (string, []Prop) { return x.ID, x.Props })
		m.Parties = addKept(m.Parties, c.Metadata.Parties, func(x Party) (string, []Prop) { return x.UUID, x.Props })
	}
	m.LastModified = r.lastModified()
	var err error
	m.OSCALVersion, err = r.version()
	return &m, err
}

// addKept adds those of more that are marked to be kept always and are not there yet.
func addKept[T any](list, more []T, key func(T) (string, []Prop)) []T {
	for _, x := range more {
		id, props := key(x)
		there := slices.ContainsFunc(list, func(y T) bool { other, _ := key(y); return other == id })
		if keep(props) && !there {
			list = append(list[:len(list):len(list)], x)
		}
	}
	return list
}

// version is the newest version among the documents read, at most our own.
func (r *run) version() (string, error) {
	newest, ok := parseVersion(r.profile.Metadata.OSCALVersion)
	if !ok {
		newest, _ = parseVersion(Version)
	}
	for _, c := range r.sources {
		v, ok := parseVersion(c.Metadata.OSCALVersion)
		if ok && v.major != newest.major {
			return "", &Error{Kind: Majors, Args: []any{newest.text, v.text}, Document: r.name, Pointer: "/profile/metadata/oscal-version"}
		}
		if ok && v.compare(newest) > 0 {
			newest = v
		}
	}
	if own, _ := parseVersion(Version); newest.compare(own) > 0 {
		newest = own
	}
	return newest.text, nil
}

// lastModified is the given time or, so that a resolution can be repeated to the byte, the newest
// time in the documents read.
func (r *run) lastModified() string {
	if !r.opt.Now.IsZero() {
		return r.opt.Now.Format(time.RFC3339)
	}
	newest := r.profile.Metadata.LastModified
	for _, c := range r.sources {
		old, _ := time.Parse(time.RFC3339, newest)
		if t, err := time.Parse(time.RFC3339, c.Metadata.LastModified); err == nil && t.After(old) {
			newest = c.Metadata.LastModified
		}
	}
	return newest
}

// derivedUUID is a name-based uuid (version 5) of everything that the result depends on.
func (r *run) derivedUUID() string {
	h := sha1.New()
	write := func(texts ...string) {
		for _, s := range texts {
			h.Write([]byte(s + "\x00"))
		}
	}
	write("kijun oscal", r.profile.UUID, r.profile.Metadata.LastModified, r.profile.Metadata.Version)
	for _, c := range r.sources {
		write(c.UUID, c.Metadata.LastModified, c.Metadata.Version)
	}
	write(r.opt.Parents, r.opt.Flat, r.opt.Links)
	b := h.Sum(nil)[:16]
	b[6], b[8] = b[6]&0x0f|0x50, b[8]&0x3f|0x80
	x := hex.EncodeToString(b)
	return x[:8] + "-" + x[8:12] + "-" + x[12:16] + "-" + x[16:20] + "-" + x[20:]
}
