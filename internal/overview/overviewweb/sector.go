package overviewweb

import (
	"fmt"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"kijun/internal/guideline"
	"kijun/internal/lang"
	"kijun/internal/overview"
	"kijun/internal/standard"
	"kijun/internal/web/ui"
)

// sectorPage draws the page of one sector for one request.
type sectorPage struct {
	*overview.Sector
	r         *ui.Request
	catalogue *guideline.Catalogue
}

func (p Pages) sector(r *ui.Request) (ui.Answer, error) {
	s, err := p.Overview.Sector(r.Context(), r.Actor, r.PathValue("sector"))
	if err != nil {
		return nil, err
	}
	page := sectorPage{s, r, p.Catalogue}
	title := r.Say(wordSectorTitle.With(s.Sector.Title))
	return ui.Page{Title: title, Crumbs: []ui.Crumb{{To: r.To("nation"), Text: r.Say(wordNation)}}, Body: []g.Node{
		ui.Head(title, ui.ButtonLink(allocationAt(r, s.Sector.ID), r.Say(wordAllocation)), ui.Print(r.Say(wordPrint))),
		page.facts(), page.verdict(), page.received(), page.matrix(), page.phases(), page.documents()}}, nil
}

func (p sectorPage) facts() g.Node {
	var ministries g.Group
	for _, t := range p.Sector.Sector.Ministries {
		if day := p.r.Today(); t.From <= day && (t.Until == "" || day <= t.Until) {
			if len(ministries) > 0 {
				ministries = append(ministries, g.Text(p.r.Say(wordAnd)))
			}
			ministries = append(ministries, p.r.Text(p.catalogue.MinistryTitle(t.ID)))
		}
	}
	return g.Group{ui.Facts(
		[2]g.Node{p.r.Text(wordMinistry), ministries},
		[2]g.Node{p.r.Text(wordGuideline), p.r.Text(p.Report.Edition.Title)},
		[2]g.Node{p.r.Text(wordOn), p.r.Text(lang.Day(p.Report.On))},
		[2]g.Node{p.r.Text(wordAllocation), ui.Link(allocationAt(p.r, p.Sector.Sector.ID), p.allocated())}),
		h.P(h.Class("note"), p.r.Text(wordVisibleNote))}
}

func (p sectorPage) allocated() g.Node {
	if p.Report.Allocation == nil {
		return p.r.Text(wordNoAllocation)
	}
	placed, of := p.Placed()
	return p.r.Text(wordPlaced.With(of, placed, lang.Day(p.Report.Allocation.Decided)))
}

// verdict says in one sentence how many items are open, and shows the states of all.
func (p sectorPage) verdict() g.Node {
	if len(p.Report.Documents) == 0 {
		return g.Group{h.H2(p.r.Text(wordStates)), ui.Empty(p.r.Say(wordNoStandards), ui.ButtonLink(p.r.To("standards"), p.r.Say(wordToStandards)))}
	}
	sentence := wordNothingOpen
	if open := p.Report.Open(); len(open) > 0 {
		sentence = wordOpenCount.With(p.Examined().Total(), len(open))
	}
	return g.Group{h.H2(p.r.Text(wordStates)), h.P(h.Class("lead"), p.r.Text(sentence)),
		g.Map([]guideline.Kind{guideline.Examine, guideline.Reference, guideline.Statement}, func(k guideline.Kind) g.Node {
			count := p.Report.Summary.Kinds[k]
			title := fmt.Sprintf("%s: %d", p.r.Say(guideline.Kinds[k]), count.Total())
			return g.Group{h.H3(g.Text(title)), ui.Bar(title, stateShares(p.r, k, count))}
		}), h.P(h.Class("note"), p.r.Text(wordReferenceNote))}
}

// phases shows how the clauses balance between preventing and recovering.
func (p sectorPage) phases() g.Node {
	if len(p.Report.Documents) == 0 {
		return nil
	}
	shares := make([]ui.Share, len(standard.Phases))
	for i, ph := range standard.Phases {
		shares[i] = ui.Share{Label: p.r.Say(standard.PhaseLabels[ph]), Count: p.Report.Summary.Phases[ph], Tone: ui.Calm}
	}
	return g.Group{h.H2(p.r.Text(wordPhases)), h.P(h.Class("note"), p.r.Text(wordPhasesNote)), ui.Bars(p.r.Say(wordPhases), shares)}
}

// documents lists what counts, and what is on its way.
func (p sectorPage) documents() g.Node {
	nodes := g.Group{h.H2(p.r.Text(wordDocuments))}
	if len(p.Report.Documents) == 0 {
		nodes = append(nodes, h.P(p.r.Text(wordNoneInForce)))
	} else {
		nodes = append(nodes, ui.Wide(p.r.Say(wordDocuments), h.Table(h.THead(h.Tr(ui.Columns(p.r, wordTier, wordName, wordEdition, wordInForce, wordNextReview))),
			h.TBody(g.Map(p.Report.Documents, func(d *standard.Document) g.Node {
				return h.Tr(h.Td(p.r.Text(standard.TierLabels[d.Tier])), h.Th(h.Scope("row"), p.title(d)), h.Td(g.Text(d.Edition)),
					h.Td(p.r.Text(lang.Day(d.Effective))), h.Td(p.r.Text(lang.Day(d.NextReview))))
			})))))
	}
	if len(p.Coming) > 0 {
		nodes = append(nodes, h.H3(p.r.Text(wordComing)), recordList(p.r, p.Coming))
	}
	return nodes
}

// title is the title of a document, leading to its page.
func (p sectorPage) title(d *standard.Document) g.Node {
	if record, ok := p.Records[d.ID]; ok {
		return ui.Link(p.r.To("standards", record), p.r.Text(d.Title))
	}
	return p.r.Text(d.Title)
}

// recordList is a list of documents with their state and day.
func recordList(r *ui.Request, records []standard.Record) g.Node {
	return h.Ul(g.Map(records, func(rec standard.Record) g.Node {
		return h.Li(ui.Link(r.To("standards", rec.ID), r.Text(rec.Title)),
			g.If(rec.Status != standard.InForce, g.Group{g.Text(" "), ui.Tag(ui.Plain, r.Say(standard.StatusLabels[rec.Status]))}),
			g.If(rec.Effective != "", g.Text(" "+r.Say(wordFrom.With(lang.Day(rec.Effective))))))
	}))
}
