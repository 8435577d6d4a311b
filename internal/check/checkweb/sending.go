package checkweb

import (
	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"kijun/internal/access"
	"kijun/internal/check"
	"kijun/internal/clock"
	"kijun/internal/lang"
	"kijun/internal/submission"
	"kijun/internal/web/ui"
)

func (p Pages) sending(r *ui.Request) (ui.Answer, error) { return p.sendingPage(r, nil) }

// sendingPage shows exactly what would leave, to whom and until when, before a person sends it.
func (p Pages) sendingPage(r *ui.Request, wrong error) (ui.Answer, error) {
	c, err := p.open(r)
	if err != nil {
		return nil, err
	}
	to, err := p.Checks.Addressees(r.Context(), r.Actor, c)
	if err != nil {
		return nil, err
	}
	body := []g.Node{h.H2(r.Text(wordSending)), h.Ul(g.Map(wordsOfSending, func(t lang.Text) g.Node { return h.Li(r.Text(t)) }))}
	if len(to) == 0 {
		body = append(body, ui.Empty(r.Say(wordNoAddressee)))
	} else {
		in := chosen(r, c, to)
		parcel, problem := p.Checks.Parcel(r.Context(), r.Actor, c.ID, in)
		if problem != nil && !again(problem) {
			return nil, problem
		}
		if wrong == nil {
			wrong = problem
		}
		body = append(body, r.Faults(wrong), choose(r, c, to, in, wrong))
		if problem == nil {
			body = append(body, p.parcel(r, c, in, parcel, nameOf(to, in.To)))
		}
	}
	history, err := p.sentBefore(r, c)
	if err != nil {
		return nil, err
	}
	return p.whole(r, c, wordSending, wrong, append(body, history)...), nil
}

// chosen is what the person has chosen so far, and else what is proposed.
func chosen(r *ui.Request, c check.SelfCheck, to []access.Org) check.Sending {
	in := check.Sending{To: r.Value("to"), By: check.By(r.Value("by")), Retain: clock.Date(r.Value("retain")), Seen: r.Value("seen")}
	if in.To == "" {
		in.To = to[0].ID
	}
	if in.By == "" {
		in.By = check.ByItem
	}
	if in.Retain == "" {
		in.Retain = check.RetainUntil(c.Year)
	}
	return in
}

func choose(r *ui.Request, c check.SelfCheck, to []access.Org, in check.Sending, wrong error) g.Node {
	var orgs []ui.Option
	for _, o := range to {
		orgs = append(orgs, ui.Option{Value: o.ID, Text: r.Say(o.Name)})
	}
	by := []ui.Option{{Value: string(check.ByItem), Text: r.Say(wordByItem)}, {Value: string(check.ByGroup), Text: r.Say(wordByGroup)}}
	return ui.Filter(r.To("checks", c.ID, "sending"),
		r.Field(ui.Field{Name: "to", Label: r.Say(wordTo), Options: orgs, Value: in.To, Fault: r.FaultOf(wrong, "to")}),
		r.Field(ui.Field{Name: "by", Label: r.Say(wordFineness), Options: by, Value: string(in.By), Fault: r.FaultOf(wrong, "by")}),
		r.Field(ui.Field{Name: "retain", Label: r.Say(wordRetain), Type: "date", Value: string(in.Retain), Fault: r.FaultOf(wrong, "retain")}),
		ui.Quiet(r.Say(wordLookAgain)))
}

// parcel is exactly what leaves, in words and as bytes, and the button that sends it.
func (p Pages) parcel(r *ui.Request, c check.SelfCheck, in check.Sending, parcel check.Parcel, to lang.Text) g.Node {
	send := h.P(h.Class("note"), r.Text(wordWhoSends))
	if access.Can(r.Actor, access.CheckSend, c.Object()) {
		send = ui.Form(r.To("checks", c.ID, "sending"), ui.Hidden("to", in.To), ui.Hidden("by", string(in.By)), ui.Hidden("retain", string(in.Retain)), ui.Hidden("seen", parcel.Copy.Hash),
			h.P(ui.Tick("looked", "yes", r.Say(wordLooked), false, h.Required())), ui.Submit(r.Say(wordSendNow)))
	}
	return g.Group{h.H2(r.Text(wordWhatLeaves)), ui.Facts([2]g.Node{r.Text(wordTo), r.Text(to)}, [2]g.Node{r.Text(wordTitle), r.Text(parcel.Copy.Title)}, [2]g.Node{r.Text(wordVoluntary), r.Text(wordVoluntaryYes)},
		[2]g.Node{r.Text(wordRetain), r.Text(lang.Day(in.Retain))}, [2]g.Node{r.Text(wordHash), h.Code(h.Class("hash"), g.Text(parcel.Copy.Hash))}),
		p.drawSummary(r, parcel.Summary), h.Div(h.Class("unprinted"), ui.Details(r.Say(wordRaw), false,
			h.Pre(h.Class("payload"), g.Attr("tabindex", "0"), g.Text(string(parcel.Copy.Payload))))), send}
}

func nameOf(orgs []access.Org, id string) lang.Text {
	for _, o := range orgs {
		if o.ID == id {
			return o.Name
		}
	}
	return lang.Same(id)
}

func (p Pages) sent(r *ui.Request) (ui.Answer, error) {
	id := r.PathValue("id")
	in := check.Sending{To: r.Value("to"), By: check.By(r.Value("by")), Retain: clock.Date(r.Value("retain")), Seen: r.Value("seen")}
	copyID, err := p.Checks.Send(r.Context(), r.Actor, id, in)
	if again(err) {
		return p.sendingPage(r, err)
	}
	if err != nil {
		return nil, err
	}
	return ui.Redirect{To: r.To("submissions", copyID), Notice: wordSentNow}, nil
}

// sentBefore lists what was sent of the check.
func (p Pages) sentBefore(r *ui.Request, c check.SelfCheck) (g.Node, error) {
	sent, err := p.Checks.Sendings(r.Context(), r.Actor, c.ID)
	if err != nil || len(sent) == 0 {
		return nil, err
	}
	var orgs, people []string
	for _, s := range sent {
		orgs, people = append(orgs, s.To), append(people, s.By)
	}
	names, err := p.Access.Names(r.Context(), orgs)
	if err != nil {
		return nil, err
	}
	who, err := p.people(r, people...)
	if err != nil {
		return nil, err
	}
	return g.Group{h.H2(r.Text(wordSentBefore)), h.Ul(g.Map(sent, func(s check.Sent) g.Node {
		return h.Li(ui.Link(r.To("submissions", s.Copy), r.Text(submission.Moment(s.At))), g.Text("　"), r.Text(names[s.To]), g.Text("　"+who[s.By]))
	}))}, nil
}
