package standardweb

import (
	"strings"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"kijun/internal/standard"
	"kijun/internal/web/ui"
)

// clauses prints every document with its clauses and decisions, so that every link has an end.
func (p report) clauses() g.Node {
	return g.Group{h.H2(p.text(wordClauses)), g.Map(p.Documents, func(d *standard.Document) g.Node {
		return h.Section(
			h.H3(h.ID(anchor(d.ID)), g.Textf("%s %s", p.say(standard.TierLabels[d.Tier]), p.say(d.Title))),
			g.Map(d.Decisions, func(dec standard.Decision) g.Node { return p.decided(d, dec) }),
			g.Map(d.Clauses(), p.clause))
	})}
}

func (p report) decided(d *standard.Document, dec standard.Decision) g.Node {
	reason := p.say(dec.Reason)
	if dec.Reason.IsZero() {
		reason = p.say(wordNoReason)
	}
	meta := []string{dec.Item, string(dec.Decided)}
	if dec.Into != "" {
		meta = append(meta, p.say(wordInto.With(dec.Into)))
	}
	return h.Div(h.Class("clause"), h.ID(anchor(d.ID, "decision", dec.Item)),
		h.H4(g.Textf("%s: %s", p.say(wordDecision), p.say(choiceWords[dec.Choice]))),
		h.P(h.Class("meta"), g.Text(strings.TrimSpace(strings.Join(meta, "  ")))), ui.Words(reason))
}

func (p report) clause(c *standard.Clause) g.Node {
	body := ui.Words(c.Text)
	if c.Withheld {
		reason := c.Reason
		if reason == "" {
			reason = p.say(wordNoReason)
		}
		body = h.P(ui.Tag(ui.Plain, p.say(wordWithheld)), g.Text(" "+reason))
	}
	return h.Div(h.Class("clause"), h.ID(anchor(c.Document.ID, c.ID)),
		h.H4(g.Text(c.Heading)), h.P(h.Class("meta"), p.facts(c)), body)
}

// facts is the line under the heading of a clause: word, degree, phase, who acts, items.
func (p report) facts(c *standard.Clause) g.Node {
	var parts []string
	if c.Word != "" {
		parts = append(parts, p.say(wordLevel)+": "+c.Word)
	}
	if len(c.Degree) > 0 {
		parts = append(parts, p.say(wordDegree)+": "+c.Degree.String())
	}
	if c.Phase != "" {
		parts = append(parts, p.say(standard.PhaseLabels[c.Phase]))
	}
	if who, ok := standard.ActorLabels[c.Actor]; ok {
		parts = append(parts, p.say(who))
	}
	if c.Applies != "" {
		parts = append(parts, c.Applies)
	}
	facts := g.Group{g.Text(strings.Join(parts, " ／ ") + " ")}
	for _, cov := range c.Covers {
		facts = append(facts, ui.Link("#item-"+cov.Item, g.Text(cov.Item)), g.Text(" "))
	}
	return facts
}
