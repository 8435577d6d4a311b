package submissionweb

import (
	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"kijun/internal/access"
	"kijun/internal/lang"
	"kijun/internal/submission"
	"kijun/internal/web/ui"
)

// The two views of the list.
const (
	viewReceived = "received"
	viewSent     = "sent"
)

// view is the one asked for; at first what the actor's organisation mostly does.
func view(r *ui.Request) string {
	switch v := r.Value("view"); {
	case v == viewReceived || v == viewSent:
		return v
	case r.Actor.Is(access.Operator) && !r.Actor.Is(access.Ministry):
		return viewSent
	}
	return viewReceived
}

func (p Pages) list(r *ui.Request) (ui.Answer, error) {
	v, f := view(r), submission.Filter{State: submission.State(r.Value("state"))}
	read := p.Submissions.Received
	if v == viewSent {
		read = p.Submissions.Sent
	}
	copies, next, err := read(r.Context(), r.Actor, f, r.Value("from"))
	if err != nil {
		return nil, err
	}
	names, err := p.Access.Names(r.Context(), orgsOf(copies...))
	if err != nil {
		return nil, err
	}
	root := r.To("submissions")
	body := []g.Node{h.H1(r.Text(wordTitle)), h.P(r.Text(wordAbout)),
		ui.Tabs(r.Say(wordTitle), root+"?view="+v, ui.Crumb{To: root + "?view=" + viewReceived, Text: r.Say(wordReceived)},
			ui.Crumb{To: root + "?view=" + viewSent, Text: r.Say(wordSent)}),
		filter(r, v, f)}
	if len(copies) == 0 {
		body = append(body, p.empty(r, v, f))
	} else {
		body = append(body, table(r, v, copies, names), ui.Pager(r, next))
	}
	return ui.Page{Title: r.Say(wordTitle), Body: body}, nil
}

func orgsOf(cs ...submission.Copy) []string {
	var ids []string
	for _, c := range cs {
		ids = append(ids, c.From, c.To)
		for _, s := range c.Steps {
			ids = append(ids, s.Org)
		}
	}
	return ids
}

func filter(r *ui.Request, v string, f submission.Filter) g.Node {
	options := []ui.Option{{Value: "", Text: r.Say(wordAll)}}
	for _, s := range submission.States {
		options = append(options, ui.Option{Value: string(s), Text: r.Say(submission.StateLabels[s])})
	}
	return ui.Filter(r.To("submissions"), ui.Hidden("view", v),
		r.Field(ui.Field{Name: "state", Label: r.Say(wordState), Value: string(f.State), Options: options}), ui.Quiet(r.Say(wordShow)))
}

// empty says why the list is empty and what fills it.
func (p Pages) empty(r *ui.Request, v string, f submission.Filter) g.Node {
	switch {
	case f != submission.Filter{}:
		return ui.Empty(r.Say(wordNoneSuch), ui.Link(r.With("state", ""), r.Text(wordAll)))
	case v == viewReceived:
		return ui.Empty(r.Say(wordNoneReceived))
	case r.Actor.Is(access.Operator) && p.Records["check-summary"] != "":
		return ui.Empty(r.Say(wordNoneSent), ui.ButtonLink(r.To(p.Records["check-summary"]), r.Say(wordToChecks)))
	}
	return ui.Empty(r.Say(wordNoneSent))
}

func table(r *ui.Request, v string, copies []submission.Copy, names map[string]lang.Text) g.Node {
	head := wordTo
	if v == viewReceived {
		head = wordFrom
	}
	return ui.Wide(r.Say(wordTitle), h.Table(h.THead(h.Tr(ui.Columns(r, wordWhat, head, wordSentAt, wordState, wordRetain))),
		h.TBody(g.Map(copies, func(c submission.Copy) g.Node {
			other := c.To
			if v == viewReceived {
				other = c.From
			}
			return h.Tr(h.Th(h.Scope("row"), ui.Link(r.To("submissions", c.ID), r.Text(c.Title))), h.Td(r.Text(name(names, other))),
				h.Td(r.Text(submission.Moment(c.Sent))), h.Td(stateTag(r, c)), h.Td(retention(r, c)))
		}))))
}

func name(names map[string]lang.Text, id string) lang.Text {
	if n, ok := names[id]; ok {
		return n
	}
	return lang.Same(id)
}

var tones = map[submission.State]ui.Tone{submission.Sent: ui.Calm, submission.Received: ui.Calm, submission.Returned: ui.Fair,
	submission.Accepted: ui.Good, submission.Withdrawn: ui.Plain}

func stateTag(r *ui.Request, c submission.Copy) g.Node {
	tag := ui.Tag(tones[c.State], r.Say(submission.StateLabels[c.State]))
	if c.Replaced == "" {
		return tag
	}
	return g.Group{tag, g.Text(" "), h.Span(h.Class("note"), r.Text(wordIsReplaced))}
}

// retention says until when the addressee may use it, and that it was given voluntarily.
func retention(r *ui.Request, c submission.Copy) g.Node {
	parts := []string{r.Say(wordNoRetain)}
	if c.Retain != "" {
		parts = []string{r.Say(lang.Day(c.Retain))}
	}
	if c.Ended(r.Today()) {
		parts = append(parts, r.Say(wordHasEnded))
	}
	if c.Voluntary {
		parts = append(parts, r.Say(wordVoluntary))
	}
	return g.Group{g.Map(parts, func(s string) g.Node { return h.Div(g.Text(s)) })}
}
