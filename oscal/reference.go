package oscal

import (
	"reflect"
	"regexp"
	"slices"
	"strings"
)

// references are what the texts of a catalog refer to.
type references struct {
	params  map[string]bool // ids that {{ insert: param, id }} names
	anchors map[string]bool // ids and uuids that #id names
}

func newReferences() *references {
	return &references{map[string]bool{}, map[string]bool{}}
}

var (
	inserted = regexp.MustCompile(`\{\{\s*(?:insert:\s*)?param[,:]\s*([^}\s]+)\s*\}\}`)
	anchored = regexp.MustCompile(`#([\p{L}\p{N}_][\p{L}\p{N}._-]*)`)
)

// scan looks through every text in v.
func (r *references) scan(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		r.text(v.String())
	case reflect.Struct:
		for i := range v.NumField() {
			r.scan(v.Field(i))
		}
	case reflect.Slice:
		for i := range v.Len() {
			r.scan(v.Index(i))
		}
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			r.scan(v.Elem())
		}
	}
}

func (r *references) text(s string) {
	if strings.Contains(s, "{{") {
		for _, m := range inserted.FindAllStringSubmatch(s, -1) {
			r.params[m[1]] = true
		}
	}
	if strings.Contains(s, "#") {
		for _, m := range anchored.FindAllStringSubmatch(s, -1) {
			r.anchors[m[1]] = true
			r.anchors[strings.TrimRight(m[1], ".-")] = true // the end of a sentence is no part of it
		}
	}
}

// pruneLinks drops links to "#id" where nothing in the catalog has that id.
func pruneLinks(c *Catalog, resources []Resource) {
	known := map[string]bool{}
	for _, x := range resources {
		known[x.UUID] = true
	}
	collectIDs(c, known)
	dangling := func(l Link) bool {
		id, internal := strings.CutPrefix(l.Href, "#")
		return internal && !known[id]
	}
	clean := func(links []Link) []Link {
		if !slices.ContainsFunc(links, dangling) {
			return links
		}
		return reject(links, dangling)
	}
	eachGroup(c.Groups, func(g *Group) { g.Links, g.Parts = clean(g.Links), cleanParts(g.Parts, clean) })
	c.Walk(func(c *Control, _ []string) { c.Links, c.Parts = clean(c.Links), cleanParts(c.Parts, clean) })
}

func cleanParts(parts []Part, clean func([]Link) []Link) []Part {
	parts = slices.Clone(parts)
	for i := range parts {
		parts[i].Links = clean(parts[i].Links)
		parts[i].Parts = cleanParts(parts[i].Parts, clean)
	}
	return parts
}

// collectIDs enters the id of everything in c.
func collectIDs(c *Catalog, ids map[string]bool) {
	add := func(params []Param, parts []Part) {
		for _, p := range params {
			ids[p.ID] = true
		}
		eachPart(parts, func(p *Part) { ids[p.ID] = true })
	}
	add(c.Params, nil)
	eachGroup(c.Groups, func(g *Group) { ids[g.ID] = true; add(g.Params, g.Parts) })
	c.Walk(func(c *Control, _ []string) { ids[c.ID] = true; add(c.Params, c.Parts) })
}
