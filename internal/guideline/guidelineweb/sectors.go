package guidelineweb

import (
	"fmt"
	"slices"
	"strings"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"kijun/internal/clock"
	"kijun/internal/fault"
	"kijun/internal/guideline"
	"kijun/internal/lang"
	"kijun/internal/web/ui"
)

// sectors lists the sectors of the guideline's scheme with their parts, and those of later schemes.
func (p Pages) sectors(r *ui.Request) (ui.Answer, error) {
	e := p.Catalogue.Latest()
	listed := map[string]bool{}
	var nodes g.Group
	for i := range p.Catalogue.Sectors.Schemes {
		scheme := &p.Catalogue.Sectors.Schemes[i]
		if scheme.ID == e.Scheme {
			nodes = append(nodes, h.H2(r.Text(scheme.Title)), p.sectorTable(r, r.Say(scheme.Title), scheme.Sectors))
			for _, id := range scheme.Sectors {
				listed[id] = true
			}
		}
	}
	var later []string
	for _, s := range p.Catalogue.Sectors.Sectors {
		if s.Parent == "" && !listed[s.ID] {
			later = append(later, s.ID)
		}
	}
	nodes = append(nodes, h.H2(r.Text(wordLater)), h.P(h.Class("note"), r.Text(wordLaterNote)), p.sectorTable(r, r.Say(wordLater), later), p.sectorSchemes(r))
	return ui.Page{Title: r.Say(wordSectors), Body: []g.Node{
		ui.Head(r.Say(wordSectors), ui.Print(r.Say(wordPrint))), h.P(h.Class("note"), r.Text(wordFactsNote)),
		tabs(r, r.To("guideline", "sectors")),
		nodes}}, nil
}

func (p Pages) sectorTable(r *ui.Request, label string, ids []string) g.Node {
	var rows []g.Node
	for _, id := range ids {
		s, _ := p.Catalogue.Sector(id)
		rows = append(rows, h.Tr(h.Th(h.Scope("row"), p.sectorLink(r, s), p.partLinks(r, s.ID)), h.Td(g.Text(p.ministriesNow(r, s))), h.Td(g.Text(p.serviceNames(r, s))),
			h.Td(r.Text(guideline.CertaintyLabels[s.Certainty]))))
	}
	return ui.Wide(label, h.Table(h.THead(h.Tr(ui.Columns(r, wordSector, wordMinistry, wordServices, wordCertainty))), h.TBody(rows...)))
}

func (p Pages) sectorLink(r *ui.Request, s guideline.Sector) g.Node {
	return ui.Link(r.To("guideline", "sectors", s.ID), r.Text(s.Title))
}

// parts are the sectors that a sector consists of.
func (p Pages) parts(id string) []guideline.Sector {
	var parts []guideline.Sector
	for _, s := range p.Catalogue.Sectors.Sectors {
		if s.Parent == id {
			parts = append(parts, s)
		}
	}
	return parts
}

func (p Pages) partLinks(r *ui.Request, id string) g.Node {
	parts := p.parts(id)
	if len(parts) == 0 {
		return nil
	}
	return h.Ul(g.Map(parts, func(s guideline.Sector) g.Node { return h.Li(p.sectorLink(r, s)) }))
}

// serviceNames are the critical services of a sector and of its parts.
func (p Pages) serviceNames(r *ui.Request, s guideline.Sector) string {
	var names []string
	for _, x := range append([]guideline.Sector{s}, p.parts(s.ID)...) {
		for _, v := range x.Services {
			names = append(names, r.Say(v.Title))
		}
	}
	return strings.Join(names, r.Say(wordComma))
}

// ministriesNow are those that answer for a sector today.
func (p Pages) ministriesNow(r *ui.Request, s guideline.Sector) string {
	var names []string
	for _, m := range s.Ministries {
		if m.From <= r.Today() && (m.Until == "" || r.Today() <= m.Until) {
			names = append(names, r.Say(p.Catalogue.MinistryTitle(m.ID)))
		}
	}
	return strings.Join(names, r.Say(wordComma))
}

func (p Pages) sectorSchemes(r *ui.Request) g.Node {
	return g.Group{h.H2(r.Text(wordSectorSchemes)), ui.Wide(r.Say(wordSectorSchemes), h.Table(h.THead(h.Tr(ui.Columns(r, wordScheme, wordTime, wordCount, wordCertainty))),
		h.TBody(g.Map(p.Catalogue.Sectors.Schemes, func(s guideline.SectorScheme) g.Node {
			return h.Tr(h.Th(h.Scope("row"), r.Text(s.Title), note(r, s.Note)), h.Td(g.Text(span(r, s.From, s.Until))), h.Td(h.Class("number"), g.Text(fmt.Sprint(len(s.Sectors)))),
				h.Td(r.Text(guideline.CertaintyLabels[s.Certainty])))
		}))))}
}

func note(r *ui.Request, t lang.Text) g.Node {
	if t.IsZero() {
		return nil
	}
	return h.Div(h.Class("meta"), r.Text(t))
}

// span is a time in words; an open end is said.
func span(r *ui.Request, from, until clock.Date) string {
	switch {
	case from == "" && until == "":
		return r.Say(wordAlways)
	case until == "":
		return r.Say(wordSince.With(lang.Day(from)))
	case from == "":
		return r.Say(wordTo.With(lang.Day(until)))
	}
	return r.Say(wordFromTo.With(lang.Day(from), lang.Day(until)))
}

// sector is all that the catalogue knows of one sector.
func (p Pages) sector(r *ui.Request) (ui.Answer, error) {
	s, ok := p.Catalogue.Sector(r.PathValue("sector"))
	if !ok {
		return nil, fault.New(fault.NotFound, wordNoSector.With(r.PathValue("sector")))
	}
	crumbs := []ui.Crumb{{To: r.To("guideline"), Text: r.Say(wordGuideline)}, {To: r.To("guideline", "sectors"), Text: r.Say(wordSectors)}}
	if parent, ok := p.Catalogue.Sector(s.Parent); ok {
		crumbs = append(crumbs, ui.Crumb{To: r.To("guideline", "sectors", parent.ID), Text: r.Say(parent.Title)})
	}
	title := r.Say(s.Title)
	return ui.Page{Title: title, Crumbs: crumbs, Body: []g.Node{
		ui.Head(title, ui.Print(r.Say(wordPrint))), h.P(h.Class("note"), r.Text(wordFactsNote)),
		p.about(r, s), p.services(r, s), p.levels(r, s), p.bodies(r, s), p.known(r, s),
	}}, nil
}

func (p Pages) about(r *ui.Request, s guideline.Sector) g.Node {
	rows := [][2]g.Node{{r.Text(wordMinistry), g.Map(s.Ministries, func(t guideline.Tenure) g.Node {
		return h.Div(r.Text(p.Catalogue.MinistryTitle(t.ID)), h.Span(h.Class("meta"), g.Text(" "+strings.TrimSpace(span(r, t.From, t.Until)+" "+r.Say(t.Scope)))))
	})}}
	if !s.Operators.IsZero() {
		rows = append(rows, [2]g.Node{r.Text(wordOperators), r.Text(s.Operators)})
	}
	if !s.ReferenceLevel.IsZero() {
		rows = append(rows, [2]g.Node{r.Text(wordReferenceLvl), r.Text(s.ReferenceLevel)})
	}
	rows = append(rows, [2]g.Node{r.Text(wordCertainty), r.Text(guideline.CertaintyLabels[s.Certainty])})
	nodes := g.Group{ui.Facts(rows...)}
	if len(p.parts(s.ID)) > 0 {
		nodes = append(nodes, h.H2(r.Text(wordParts)), p.partLinks(r, s.ID))
	}
	return nodes
}

func (p Pages) services(r *ui.Request, s guideline.Sector) g.Node {
	if len(s.Services) == 0 {
		return nil
	}
	list := func(ts []lang.Text) g.Node {
		if len(ts) == 0 {
			return r.Text(wordNoneKnown)
		}
		return h.Ul(g.Map(ts, func(t lang.Text) g.Node { return h.Li(r.Text(t)) }))
	}
	return g.Group{h.H2(r.Text(wordServices)), ui.Wide(r.Say(wordServices), h.Table(h.THead(h.Tr(ui.Columns(r, wordService, wordProcedures, wordSystems))),
		h.TBody(g.Map(s.Services, func(v guideline.Service) g.Node {
			return h.Tr(h.Th(h.Scope("row"), both(r, v.Title)), h.Td(list(v.Procedures)), h.Td(list(v.Systems)))
		}))))}
}

func (p Pages) levels(r *ui.Request, s guideline.Sector) g.Node {
	if len(s.Levels) == 0 {
		return nil
	}
	return g.Group{h.H2(r.Text(wordLevels)), h.P(h.Class("note"), r.Text(wordLevelsNote)), ui.Wide(r.Say(wordLevels), h.Table(h.THead(h.Tr(ui.Columns(r, wordLevel, wordTime, wordBasis, wordCertainty))),
		h.TBody(g.Map(s.Levels, func(v guideline.VerificationLevel) g.Node {
			return h.Tr(h.Th(h.Scope("row"), both(r, v.Text), note(r, v.Note)), h.Td(g.Text(span(r, v.From, v.Until))), h.Td(r.Text(v.Basis)), h.Td(r.Text(guideline.CertaintyLabels[v.Certainty])))
		}))))}
}

// bodies are the associations and CEPTOARs.
func (p Pages) bodies(r *ui.Request, s guideline.Sector) g.Node {
	var rows []g.Node
	for _, a := range s.Associations {
		rows = append(rows, h.Tr(h.Th(h.Scope("row"), both(r, a.Text)), h.Td(r.Text(wordAssociation)), h.Td(), h.Td(r.Text(guideline.CertaintyLabels[a.Certainty]))))
	}
	for _, c := range s.CEPTOARs {
		about := ""
		if !c.Secretariat.IsZero() {
			about = r.Say(wordSecretariat.With(c.Secretariat))
		}
		rows = append(rows, h.Tr(h.Th(h.Scope("row"), both(r, c.Title), note(r, c.Note)), h.Td(r.Text(wordCeptoar)), h.Td(g.Text(about)), h.Td(r.Text(guideline.CertaintyLabels[c.Certainty]))))
	}
	if len(rows) == 0 {
		return nil
	}
	return g.Group{h.H2(r.Text(wordBodies)), ui.Wide(r.Say(wordBodies), h.Table(h.THead(h.Tr(ui.Columns(r, wordName, wordKindOfBody, wordNote, wordCertainty))), h.TBody(rows...)))}
}

// known is the reference list of the standards that exist: facts, and no text.
func (p Pages) known(r *ui.Request, s guideline.Sector) g.Node {
	known := p.Catalogue.KnownStandards(s.ID)
	if len(known) == 0 {
		return nil
	}
	return g.Group{h.H2(h.ID("known"), r.Text(wordKnown)), h.Div(h.Class("banner calm"), h.P(r.Text(wordKnownNote))),
		ui.Wide(r.Say(wordKnown), h.Table(h.THead(h.Tr(ui.Columns(r, wordName, wordTier, wordIssuer, wordYear, wordCertainty))), h.TBody(g.Map(known, func(k guideline.KnownStandard) g.Node {
			return h.Tr(h.Th(h.Scope("row"), both(r, k.Title), note(r, k.Edition), note(r, k.Note)), h.Td(r.Text(tierLabels[slices.Index(guideline.KnownTiers, k.Tier)])),
				h.Td(r.Text(k.Issuer)), h.Td(g.Text(years(r, k))), h.Td(r.Text(guideline.CertaintyLabels[k.Certainty])))
		}))))}
}

// years are the year of the edition and of the first one, as far as known.
func years(r *ui.Request, k guideline.KnownStandard) string {
	var parts []string
	if k.Year > 0 {
		year := lang.Same(fmt.Sprint(k.Year))
		if k.About {
			year = wordAbout.With(k.Year)
		}
		parts = append(parts, r.Say(year))
	}
	if k.First > 0 {
		parts = append(parts, r.Say(wordFirst.With(k.First)))
	}
	return strings.Join(parts, r.Say(wordComma))
}
