package submissionweb

import (
	"unicode/utf8"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"kijun/internal/fault"
	"kijun/internal/lang"
	"kijun/internal/submission"
	"kijun/internal/web/ui"
)

func (p Pages) show(r *ui.Request) (ui.Answer, error) { return p.copyPage(r, "", nil) }

// copyPage shows one copy; wrong is what stood in the way of a step, and failed is that step's path.
func (p Pages) copyPage(r *ui.Request, failed string, wrong error) (ui.Answer, error) {
	c, err := p.Submissions.Open(r.Context(), r.Actor, r.PathValue("id"))
	if err != nil {
		return nil, err
	}
	names, err := p.Access.Names(r.Context(), orgsOf(c))
	if err != nil {
		return nil, err
	}
	people, err := p.Access.PersonNames(r.Context(), peopleOf(r, c))
	if err != nil {
		return nil, err
	}
	page := ui.Page{Title: r.Say(c.Title), Crumbs: []ui.Crumb{{To: r.To("submissions"), Text: r.Say(wordTitle)}},
		Body: []g.Node{ui.Head(r.Say(c.Title), ui.Print(r.Say(wordPrint))), banners(r, c), p.facts(r, c, names), history(r, c, names, people),
			p.content(r, c), forms(r, c, failed, wrong)}}
	if wrong != nil {
		page.Status = fault.Of(wrong).Kind.Status()
	}
	return page, nil
}

// peopleOf are the people of the reader's own organisation: who did it elsewhere is that organisation's affair.
func peopleOf(r *ui.Request, c submission.Copy) []string {
	var ids []string
	for _, s := range c.Steps {
		if s.Org == r.Actor.Org.ID {
			ids = append(ids, s.Person)
		}
	}
	return ids
}

// banners say what a reader has to know before anything else.
func banners(r *ui.Request, c submission.Copy) g.Node {
	var nodes g.Group
	say := func(nodesOf ...g.Node) {
		nodes = append(nodes, h.Div(h.Class("banner calm"), h.P(nodesOf...)))
	}
	mine := c.From == r.Actor.Org.ID
	if c.Replaced != "" {
		say(r.Text(wordReplacedBanner), g.Text(" "), ui.Link(r.To("submissions", c.Replaced), r.Text(wordNewer)))
	}
	switch {
	case c.State == submission.Withdrawn && mine:
		say(r.Text(wordWithdrawnMine))
	case c.State == submission.Withdrawn:
		say(r.Text(wordWithdrawnTheirs))
	case c.State == submission.Returned && mine && c.Replaced == "":
		say(r.Text(wordReturnedMine))
	}
	return nodes
}

func (p Pages) facts(r *ui.Request, c submission.Copy, names map[string]lang.Text) g.Node {
	rows := [][2]g.Node{
		{r.Text(wordFrom), r.Text(name(names, c.From))},
		{r.Text(wordTo), r.Text(name(names, c.To))},
		{r.Text(wordSentAt), r.Text(submission.Moment(c.Sent))},
		{r.Text(wordState), stateTag(r, c)},
		{r.Text(wordRetain), retention(r, c)},
	}
	if c.Previous != "" {
		rows = append(rows, [2]g.Node{r.Text(wordPrevious), ui.Link(r.To("submissions", c.Previous), r.Text(wordOlder))})
	}
	if path := p.Records[c.Kind]; path != "" && c.Subject != "" {
		rows = append(rows, [2]g.Node{r.Text(wordRecord), ui.Link(r.To(path, c.Subject), r.Text(wordOpenRecord))})
	}
	return ui.Facts(rows...)
}

// history is the state line: each step with who and when.
func history(r *ui.Request, c submission.Copy, names map[string]lang.Text, people map[string]string) g.Node {
	return g.Group{h.H2(r.Text(wordSteps)), h.Ol(h.Class("steps"), g.Map(c.Steps, func(s submission.Step) g.Node {
		who := r.Say(name(names, s.Org))
		if person := people[s.Person]; person != "" {
			who += "　" + person
		}
		return h.Li(ui.Tag(tones[s.State], r.Say(submission.StateLabels[s.State])), g.Text(" "+r.Say(submission.Moment(s.At))+"　"+who),
			g.If(s.Comment != "", ui.Words(s.Comment)))
	}))}
}

// content is what was sent: in words where its schema is known, and as it is.
func (p Pages) content(r *ui.Request, c submission.Copy) g.Node {
	nodes := g.Group{h.H2(r.Text(wordContent))}
	if c.Payload == nil {
		return append(nodes, h.P(r.Text(wordUnreadable.With(lang.Day(c.Retain)))))
	}
	return append(nodes, p.inWords(r, c), h.H2(r.Text(wordRaw)),
		ui.Facts([2]g.Node{r.Text(wordSchema), g.Text(c.Schema)}, [2]g.Node{r.Text(wordSize), g.Textf("%d", c.Size)},
			[2]g.Node{g.Text("SHA-256"), h.Code(h.Class("hash"), g.Text(c.Hash))}),
		h.P(h.Class("note"), r.Text(wordRawNote)), raw(r, c.Payload),
		h.P(h.Class("unprinted"), ui.ButtonLink(r.To("submissions", c.ID, "payload"), r.Say(wordDownload))))
}

func (p Pages) inWords(r *ui.Request, c submission.Copy) g.Node {
	draw, ok := p.Renders[c.Schema]
	if !ok {
		return h.P(r.Text(wordUnknownSchema.With(c.Schema)))
	}
	node, err := draw(r, c.Payload)
	if err != nil { // it came from outside and does not keep to its schema: the bytes below say what it is
		return h.P(r.Text(wordBadPayload.With(c.Schema)))
	}
	return node
}

// mostShown is how much of a payload stands on the page itself.
const mostShown = 64 << 10

func raw(r *ui.Request, payload []byte) g.Node {
	if len(payload) > mostShown || !utf8.Valid(payload) {
		return h.P(r.Text(wordNotShown))
	}
	return h.Div(h.Class("unprinted"), ui.Details(r.Say(wordShowRaw), false, h.Pre(h.Class("payload"), g.Attr("tabindex", "0"), g.Text(string(payload)))))
}
