package standardweb

import (
	"fmt"
	"strings"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"kijun/internal/guideline"
	"kijun/internal/lang"
	"kijun/internal/standard"
	"kijun/internal/web/ui"
)

// ranks gives each heading of a document its level on the page, below the page's own and without gaps.
func ranks(sections []standard.Section) []int {
	var above []int // depths of the headings that are open
	out := make([]int, len(sections))
	for i, s := range sections {
		for len(above) > 0 && above[len(above)-1] >= s.Depth {
			above = above[:len(above)-1]
		}
		above = append(above, s.Depth)
		out[i] = min(6, 1+len(above))
	}
	return out
}

// anchorOf is the fragment of a section: its own id, by which other pages link to clauses.
func anchorOf(i int, s standard.Section) string {
	if s.ID != "" {
		return s.ID
	}
	return fmt.Sprintf("section-%d", i+1)
}

// contents is the table of contents.
func contents(r *ui.Request, s *shown) g.Node {
	rank := ranks(s.Sections)
	var items []g.Node
	for i, sec := range s.Sections {
		class := "group"
		if rank[i] > 2 || sec.Clause != nil {
			class = ""
		}
		items = append(items, h.Li(h.Class(class), ui.Link("#"+anchorOf(i, sec), h.Span(g.Text(title(r, sec))))))
	}
	if len(s.Decisions) > 0 {
		items = append(items, h.Li(ui.Link("#decisions", h.Span(r.Text(wordDecisions)))))
	}
	return h.Nav(h.Class("contents"), g.Attr("aria-labelledby", "contents"), h.H2(h.ID("contents"), r.Text(wordContents)), h.Ul(items...))
}

func title(r *ui.Request, s standard.Section) string {
	if s.Heading == "" {
		return r.Say(wordUntitled)
	}
	return s.Heading
}

func preamble(s *shown) g.Node {
	if s.Preamble == "" {
		return nil
	}
	return h.Div(h.Class("preamble"), ui.Words(s.Preamble))
}

func (p Pages) sections(r *ui.Request, s *shown) g.Node {
	rank := ranks(s.Sections)
	var nodes g.Group
	for i, sec := range s.Sections {
		heading := g.El(fmt.Sprintf("h%d", rank[i]), g.Text(title(r, sec)))
		body := g.Group{heading, p.clauseFacts(r, s, sec.Clause), text(r, sec)}
		class := "section"
		if sec.Clause != nil {
			class = "clause"
		}
		nodes = append(nodes, h.Section(h.Class(class), h.ID(anchorOf(i, sec)), body))
	}
	return nodes
}

// text is the text of a section; a withheld one is shown as withheld, with the reason.
func text(r *ui.Request, sec standard.Section) g.Node {
	if sec.Clause == nil || !sec.Clause.Withheld {
		return g.If(sec.Text != "", ui.Words(sec.Text))
	}
	reason := sec.Clause.Reason
	if reason == "" {
		reason = r.Say(wordNoReason)
	}
	return g.Group{h.P(ui.Tag(ui.Plain, r.Say(wordWithheld)), g.Text(" "+r.Say(wordReasonIs)+reason)), g.If(sec.Text != "", ui.Words(sec.Text))}
}

// clauseFacts are what a clause says beside its text.
func (p Pages) clauseFacts(r *ui.Request, s *shown, c *standard.Clause) g.Node {
	if c == nil {
		return nil
	}
	var rows [][2]g.Node
	put := func(label lang.Text, value string) {
		if value != "" {
			rows = append(rows, [2]g.Node{r.Text(label), g.Text(value)})
		}
	}
	if len(c.Covers) > 0 {
		rows = append(rows, [2]g.Node{r.Text(wordCovers), p.covers(r, c)})
	}
	if c.Word != "" {
		put(wordLevel, c.Word+" = "+r.Say(standard.LevelLabels[c.Level]))
	}
	put(wordDegree, c.Degree.String())
	put(wordActs, r.Say(standard.ActorLabels[c.Actor]))
	put(wordPhase, r.Say(standard.PhaseLabels[c.Phase]))
	put(wordAudience, c.Audience)
	put(wordApplies, c.Applies)
	if len(c.Implements) > 0 {
		rows = append(rows, [2]g.Node{r.Text(wordImplements), g.Map(c.Implements, func(ref standard.Ref) g.Node {
			return h.Div(s.link(r, ref.Document, ref.Clause, ref.String()))
		})})
	}
	if c.Source != "" {
		rows = append(rows, [2]g.Node{r.Text(wordSource), ui.Link(c.Source, g.Text(c.Source))})
	}
	return ui.Facts(rows...)
}

// covers names the items that a clause covers.
func (p Pages) covers(r *ui.Request, c *standard.Clause) g.Node {
	edition := p.edition(c.Document)
	return g.Map(c.Covers, func(cov standard.Coverage) g.Node {
		it, _ := edition.ByID(cov.Item)
		how := ""
		if cov.Partly {
			how = r.Say(wordInPart)
		}
		return h.Div(itemLink(r, it), g.Text(how))
	})
}

// edition is the edition of the guideline that a document answers.
func (p Pages) edition(d *standard.Document) *guideline.Edition {
	if e, ok := p.Catalogue.Edition(d.Guideline); ok {
		return e
	}
	return p.Catalogue.Latest()
}

// itemLink leads to an item of the guideline, which whoever has signed in can browse.
func itemLink(r *ui.Request, it guideline.Item) g.Node {
	label := strings.TrimSpace(it.ID + " " + r.Say(it.Title))
	if !r.Actor.SignedIn() {
		return g.Text(label)
	}
	return ui.Link(r.To("guideline", "items", it.ID), g.Text(label))
}

// decisions are what the document decided about items.
func (p Pages) decisions(r *ui.Request, s *shown) g.Node {
	if len(s.Decisions) == 0 {
		return nil
	}
	edition := p.edition(s.Document)
	return h.Section(h.ID("decisions"), h.H2(r.Text(wordDecisions)), ui.Wide(r.Say(wordDecisions), h.Table(
		h.THead(h.Tr(ui.Columns(r, wordItem, wordDecision, wordReason, wordDecided))),
		h.TBody(g.Map(s.Decisions, func(d standard.Decision) g.Node {
			it, _ := edition.ByID(d.Item)
			choice := r.Say(standard.ChoiceLabels[d.Choice])
			if d.Into != "" {
				choice += "（" + d.Into + "）"
			}
			return h.Tr(h.Th(h.Scope("row"), itemLink(r, it)), h.Td(g.Text(choice)), h.Td(ui.Words(r.Say(d.Reason))), h.Td(h.Class("id"), g.Text(string(d.Decided))))
		})))))
}
