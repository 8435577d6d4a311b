package oscal

import "strings"

// rename says under which id a control stood before, and how that was found.
type rename struct{ old, why string }

// renamer pairs ids that are gone with ids that are new. An id that stays is never part of it.
type renamer struct {
	before, after controlIndex
	found         map[string]rename // by the new id
	taken         map[string]bool   // old ids that are paired
}

func findRenames(before, after controlIndex) map[string]rename {
	r := renamer{before, after, map[string]rename{}, map[string]bool{}}
	for _, p := range before.order {
		for _, to := range successors(p.control) {
			r.pair(p.control.ID, to, "moved-to")
		}
	}
	for _, p := range after.order {
		for _, from := range predecessors(p.control) {
			r.pair(from, p.control.ID, "moved-to")
		}
	}
	r.pairBy("text", fingerprint)
	r.pairBy("title", func(c *Control) string { return c.Title })
	return r.found
}

// gone and fresh report whether an id is still to be paired.
func (r *renamer) gone(id string) bool {
	return r.before.byID[id] != nil && r.after.byID[id] == nil && !r.taken[id]
}

func (r *renamer) fresh(id string) bool {
	_, paired := r.found[id]
	return r.after.byID[id] != nil && r.before.byID[id] == nil && !paired
}

func (r *renamer) pair(old, now, why string) {
	if r.gone(old) && r.fresh(now) {
		r.found[now] = rename{old, why}
		r.taken[old] = true
	}
}

// successors are the ids that a control says it went to.
func successors(c *Control) []string { return linked(c, "moved-to", "incorporated-into") }

// predecessors are the ids that a control says it took over.
func predecessors(c *Control) []string { return linked(c, "moved-from", "replaces") }

func linked(c *Control, rels ...string) []string {
	var out []string
	for _, l := range c.Links {
		for _, rel := range rels {
			if id, internal := strings.CutPrefix(l.Href, "#"); internal && l.Rel == rel {
				out = append(out, id)
			}
		}
	}
	return out
}

// pairBy pairs controls of the same key, if nobody else has it.
func (r *renamer) pairBy(why string, key func(*Control) string) {
	old, now := byKey(r.before, r.gone, key), byKey(r.after, r.fresh, key)
	for k, ids := range old {
		if k != "" && len(ids) == 1 && len(now[k]) == 1 {
			r.pair(ids[0], now[k][0], why)
		}
	}
}

func byKey(x controlIndex, open func(string) bool, key func(*Control) string) map[string][]string {
	out := map[string][]string{}
	for _, p := range x.order {
		if open(p.control.ID) {
			out[key(p.control)] = append(out[key(p.control)], p.control.ID)
		}
	}
	return out
}

// fingerprint is the text of a control without any ids, spaces evened out.
func fingerprint(c *Control) string {
	var b strings.Builder
	eachPart(c.Parts, func(p *Part) { b.WriteString(p.Name + " " + p.Prose + "\n") })
	return strings.Join(strings.Fields(inserted.ReplaceAllString(b.String(), "{}")), " ")
}
