package accessweb

import (
	"cmp"
	"fmt"
	"slices"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"kijun/internal/access"
	"kijun/internal/web/ui"
)

// cast lists the people of the demo, a button each: a few to begin with, then all by what their
// organisation is. Operators stand by sector.
func (p Pages) cast(r *ui.Request, cs []access.Character) g.Node {
	nodes := []g.Node{h.H2(r.Text(wordCast)), h.P(r.Text(wordCastHint)), p.begin(r, cs)}
	for _, k := range access.Kinds {
		of := slices.DeleteFunc(slices.Clone(cs), func(c access.Character) bool { return mainKind(c.Org) != k })
		if len(of) == 0 {
			continue
		}
		title := fmt.Sprintf("%s（%d）", r.Say(access.KindLabels[k]), len(byOrg(of)))
		if k != access.Operator {
			nodes = append(nodes, ui.Details(title, false, p.cards(r, of, k)))
			continue
		}
		var sectors []g.Node
		for _, s := range p.Catalogue.Sectors.Sectors {
			in := slices.DeleteFunc(slices.Clone(of), func(c access.Character) bool { return !slices.Contains(c.Org.Sectors(k, r.Today()), s.ID) })
			if len(in) > 0 {
				sectors = append(sectors, h.H3(r.Text(s.Title)), p.cards(r, in, k))
			}
		}
		nodes = append(nodes, ui.Details(title, false, sectors...))
	}
	return h.Section(nodes...)
}

// beginWith are the people with whom the main job of kijun is told.
var beginWith = []struct {
	org  string
	role access.Role
	does string
}{{"mlit", access.Manager, "ministry"}, {"mihon-water", access.Officer, "officer"}, {"mihon-water", access.Staff, "staff"}, {"cas", access.Officer, "cabinet"}, {"mihon-keiso", access.Manager, "contractor"}}

func (p Pages) begin(r *ui.Request, cs []access.Character) g.Node {
	var rows []g.Node
	for _, b := range beginWith {
		for _, c := range cs {
			if c.Org.ID == b.org && c.Role == b.role {
				rows = append(rows, h.Li(p.enterAs(r, c, h.Strong(r.Text(c.Org.Name)), h.Br(), g.Text(r.Say(access.RoleLabels[c.Role])+"　"+c.Person.Name), h.Br(), r.Text(wordDoes[b.does]))))
			}
		}
	}
	return h.Ul(append([]g.Node{h.Class("cast")}, rows...)...)
}

// mainKind is the first kind of an organisation, by which the cast is grouped.
func mainKind(o access.Org) access.Kind {
	for _, k := range access.Kinds {
		if slices.ContainsFunc(o.Standings, func(s access.Standing) bool { return s.Kind == k }) {
			return k
		}
	}
	return ""
}

// byOrg puts the people of an organisation together, in the order of the readings of their names.
func byOrg(cs []access.Character) [][]access.Character {
	var groups [][]access.Character
	for _, c := range cs {
		if n := len(groups); n > 0 && groups[n-1][0].Org.ID == c.Org.ID {
			groups[n-1] = append(groups[n-1], c)
		} else {
			groups = append(groups, []access.Character{c})
		}
	}
	slices.SortStableFunc(groups, func(a, b []access.Character) int {
		return cmp.Compare(a[0].Org.Kana, b[0].Org.Kana)
	})
	return groups
}

// cards draws a card an organisation with a button a person.
func (p Pages) cards(r *ui.Request, cs []access.Character, k access.Kind) g.Node {
	return h.Div(h.Class("cards"), g.Map(byOrg(cs), func(of []access.Character) g.Node {
		org := of[0].Org
		sectors := ""
		for _, id := range org.Sectors(k, r.Today()) {
			if s, ok := p.Catalogue.Sector(id); ok && k != access.Operator {
				sectors += "［" + r.Say(s.Title) + "］"
			}
		}
		return h.Div(h.Class("card"), h.P(h.Strong(r.Text(org.Name)), h.Span(h.Class("meta"), g.Text(" "+sectors))),
			g.Map(of, func(c access.Character) g.Node {
				return p.enterAs(r, c, g.Text(r.Say(access.RoleLabels[c.Role])+"　"+c.Person.Name))
			}))
	}))
}

// enterAs is the button that signs in as somebody.
func (p Pages) enterAs(r *ui.Request, c access.Character, face ...g.Node) g.Node {
	return ui.Form(r.To("sign-in", "demo"), ui.Hidden("person", c.Person.ID), ui.Hidden("next", r.Value("next")),
		h.Button(append([]g.Node{h.Type("submit"), h.Class("character")}, face...)...))
}
