package standardweb

import (
	"fmt"
	"io"
	"strings"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"kijun/internal/guideline"
	"kijun/internal/lang"
	"kijun/internal/standard"
	"kijun/internal/web/ui"
)

// report renders one report in one language.
type report struct {
	*standard.Report
	lang      lang.Lang
	catalogue *guideline.Catalogue
}

// Report returns the writer of check reports as self-contained HTML files.
func Report(c *guideline.Catalogue) func(io.Writer, *standard.Report, lang.Lang) error {
	return func(w io.Writer, r *standard.Report, l lang.Lang) error {
		p := report{r, l, c}
		return ui.Report(w, l, p.say(wordTitle)+" "+p.sector(),
			p.head(), p.verdict(), p.openItems(), p.matrix(), p.phases(), p.documents(), p.clauses(), p.warnings())
	}
}

func (p report) say(t lang.Text) string  { return t.In(p.lang) }
func (p report) text(t lang.Text) g.Node { return g.Text(p.say(t)) }

func (p report) sector() string {
	if s, ok := p.catalogue.Sector(p.Sector); ok {
		return p.say(s.Title)
	}
	return p.say(wordAllSectors)
}

func (p report) head() g.Node {
	facts := [][2]g.Node{
		{p.text(wordSector), g.Text(p.sector())},
		{p.text(wordGuideline), p.text(p.Edition.Title)},
		{p.text(wordOn), p.text(lang.Day(p.On))},
	}
	if p.Operator != "" {
		facts = append(facts, [2]g.Node{p.text(wordOperator), g.Text(p.Operator)})
	}
	return h.Header(h.H1(p.text(wordTitle)), ui.Facts(facts...))
}

// tones colour the states; their words stand beside every colour.
var tones = map[standard.State]ui.Tone{
	standard.Covered: ui.Good, standard.Folded: ui.Calm, standard.Delegated: ui.Calm, standard.LeftOutItem: ui.Calm,
	standard.Partly: ui.Fair, standard.Considering: ui.Fair, standard.NotExamined: ui.Bare,
}

// verdict says in one sentence how many items are open, and shows the states of all.
func (p report) verdict() g.Node {
	open := p.Open()
	sentence := p.say(wordNothingOpen)
	if len(open) > 0 {
		sentence = p.say(wordOpenCount.With(p.counted(), len(open)))
	}
	return g.Group{
		h.H2(p.text(wordSummary)),
		h.P(h.Class("lead"), g.Text(sentence)),
		g.Map([]guideline.Kind{guideline.Examine, guideline.Reference, guideline.Statement}, func(k guideline.Kind) g.Node {
			count := p.Summary.Kinds[k]
			var shares []ui.Share
			for _, s := range standard.States {
				if count[s] > 0 {
					shares = append(shares, ui.Share{Label: p.say(standard.StateLabels[s]), Count: count[s], Tone: p.tone(k, s)})
				}
			}
			title := fmt.Sprintf("%s: %d", p.say(guideline.Kinds[k]), count.Total())
			return g.Group{h.H3(g.Text(title)), ui.Bar(title, shares)}
		}),
		h.P(h.Class("note"), p.text(wordReferenceNote)),
	}
}

// counted names the items among which open ones count.
func (p report) counted() lang.Text {
	n := p.Summary.Kinds[guideline.Examine].Total()
	if p.Strict {
		return wordAlsoStatements.With(n, p.Summary.Kinds[guideline.Statement].Total())
	}
	return wordForExamination.With(n)
}

// tone of a state; an item for reference is never a failure.
func (p report) tone(k guideline.Kind, s standard.State) ui.Tone {
	if k == guideline.Reference && (tones[s] == ui.Bare || tones[s] == ui.Fair) {
		return ui.Plain
	}
	return tones[s]
}

func (p report) tag(it standard.ItemReport) g.Node {
	tone := p.tone(it.Kind, it.State)
	if it.State == standard.LeftOutItem && it.Reason.IsZero() && tone == ui.Calm {
		tone = ui.Bare
	}
	return ui.Tag(tone, p.say(standard.StateLabel(it.State, it.Reason)))
}

func (p report) openItems() g.Node {
	if len(p.Open()) == 0 {
		return nil
	}
	var rows []g.Node
	for _, it := range p.Items {
		if it.Open {
			rows = append(rows, h.Tr(h.Th(h.Scope("row"), h.Class("id"), ui.Link("#item-"+it.ID, g.Text(it.ID))),
				h.Td(p.text(it.Title)), h.Td(p.tag(it)), h.Td(ui.Words(p.say(it.Asks)))))
		}
	}
	return g.Group{h.H2(p.text(wordOpen)), ui.Wide(p.say(wordOpen), h.Table(
		p.columns(wordItem, wordName, wordState, wordAsks), h.TBody(rows...)))}
}

func (p report) columns(names ...lang.Text) g.Node {
	return h.THead(h.Tr(g.Map(names, func(t lang.Text) g.Node { return h.Th(h.Scope("col"), p.text(t)) })))
}

// phases shows how the clauses balance between preventing and recovering.
func (p report) phases() g.Node {
	shares := make([]ui.Share, len(standard.Phases))
	for i, ph := range standard.Phases {
		shares[i] = ui.Share{Label: p.say(standard.PhaseLabels[ph]), Count: p.Summary.Phases[ph], Tone: ui.Calm}
	}
	return g.Group{h.H2(p.text(wordPhases)), h.P(h.Class("note"), p.text(wordPhasesNote)), ui.Bars(p.say(wordPhases), shares)}
}

func (p report) documents() g.Node {
	var rows []g.Node
	for _, d := range p.Documents {
		rows = append(rows, h.Tr(h.Td(p.text(standard.TierLabels[d.Tier])), h.Th(h.Scope("row"), ui.Link("#"+anchor(d.ID), p.text(d.Title))),
			h.Td(g.Text(d.Issuer)), h.Td(g.Text(d.Edition)), h.Td(h.Class("id"), g.Text(string(d.Effective))), h.Td(h.Class("id"), g.Text(string(d.NextReview)))))
	}
	nodes := g.Group{h.H2(p.text(wordDocuments)), ui.Wide(p.say(wordDocuments), h.Table(
		p.columns(wordTier, wordName, wordIssuer, wordEdition, wordEffective, wordNextReview), h.TBody(rows...)))}
	if a := p.Allocation; a != nil {
		nodes = append(nodes, h.P(g.Textf("%s: %s", p.say(wordAllocation), strings.TrimSpace(a.Path+" "+p.say(a.By)+" "+string(a.Decided)))))
	}
	if len(p.LeftOut) > 0 {
		nodes = append(nodes, h.H3(p.text(wordLeftOut)), h.Ul(g.Map(p.LeftOut, func(o standard.LeftOut) g.Node {
			return h.Li(g.Textf("%s — %s", o.Path, p.say(standard.WhyLabels[o.Why])))
		})))
	}
	return nodes
}

func (p report) warnings() g.Node {
	if len(p.Problems) == 0 {
		return nil
	}
	return g.Group{h.H2(p.text(wordWarnings)), h.Ul(g.Map(p.Problems, func(pr standard.Problem) g.Node {
		return h.Li(g.Textf("%s:%d:%d %s", pr.Path, pr.Line, pr.Column, p.say(pr.Message)))
	}))}
}

// anchor is the fragment of a document or clause on this page.
func anchor(parts ...string) string { return "d-" + strings.Join(parts, "--") }
