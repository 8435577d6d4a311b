package checkweb

import (
	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"kijun/internal/access"
	"kijun/internal/check"
	"kijun/internal/lang"
	"kijun/internal/submission"
	"kijun/internal/web/ui"
)

func (p Pages) closing(r *ui.Request) (ui.Answer, error) { return p.closingPage(r, nil) }

// closingPage shows what is still open before a check is closed, and what happened to it so far.
func (p Pages) closingPage(r *ui.Request, wrong error) (ui.Answer, error) {
	c, err := p.open(r)
	if err != nil {
		return nil, err
	}
	steps, err := p.Checks.Steps(r.Context(), r.Actor, c.ID)
	if err != nil {
		return nil, err
	}
	var ids []string
	for _, s := range steps {
		ids = append(ids, s.By)
	}
	names, err := p.people(r, ids...)
	if err != nil {
		return nil, err
	}
	return p.whole(r, c, wordClosing, wrong, h.H2(r.Text(wordClosing)), p.left(r, c), p.closingForm(r, c, wrong), history(r, steps, names)), nil
}

// left says what is still open, each with the way to it.
func (p Pages) left(r *ui.Request, c check.SelfCheck) g.Node {
	line := func(s check.Show, n int) g.Node {
		return h.Li(ui.Link(r.To("checks", c.ID)+query(check.Filter{Show: s}), r.Text(wordLeft.With(check.ShowLabels[s], n))))
	}
	if c.Counts.Unanswered() == 0 && c.Counts.Carried == 0 {
		return g.Group{h.P(r.Text(wordNothingLeft)), h.Ul(line(check.ShowGaps, c.Counts.Gaps))}
	}
	return g.Group{h.P(r.Text(wordStillLeft)), h.Ul(line(check.ShowOpen, c.Counts.Unanswered()), line(check.ShowCarried, c.Counts.Carried), line(check.ShowGaps, c.Counts.Gaps))}
}

func (p Pages) closingForm(r *ui.Request, c check.SelfCheck, wrong error) g.Node {
	if !access.Can(r.Actor, access.CheckRun, c.Object()) {
		return h.P(h.Class("note"), r.Text(wordWhoCloses))
	}
	hint, label, button, needed := wordCloseHint, wordComment, wordCloseNow, false
	if c.State == check.Closed {
		hint, label, button, needed = wordReopenHint, wordReopenReason, wordReopenNow, true
	}
	return ui.Form(r.To("checks", c.ID, "closing"), r.Faults(wrong), ui.Hidden("state", string(c.State)), h.P(r.Text(hint)),
		r.Field(ui.Field{Name: "comment", Label: r.Say(label), Rows: 3, Required: needed, Value: r.Value("comment"), Fault: r.FaultOf(wrong, "comment")}), ui.Submit(r.Say(button)))
}

func history(r *ui.Request, steps []check.Step, names map[string]string) g.Node {
	return g.Group{h.H2(r.Text(wordHistory)), h.Ol(h.Class("steps"), g.Map(steps, func(s check.Step) g.Node {
		return h.Li(ui.Tag(ui.Calm, r.Say(check.StepLabels[s.Act])), g.Text(" "+r.Say(submission.Moment(s.At))+"　"+names[s.By]), g.If(s.Comment != "", ui.Words(s.Comment)))
	}))}
}

func (p Pages) closed(r *ui.Request) (ui.Answer, error) {
	id, comment := r.PathValue("id"), r.FormValue("comment")
	var err error
	var notice lang.Text
	if check.State(r.Value("state")) == check.Closed { // as the person saw it
		notice, err = wordReopened, p.Checks.Reopen(r.Context(), r.Actor, id, comment)
	} else {
		notice, err = wordClosedNow, p.Checks.Close(r.Context(), r.Actor, id, comment)
	}
	if again(err) {
		return p.closingPage(r, err)
	}
	if err != nil {
		return nil, err
	}
	return ui.Redirect{To: r.To("checks", id), Notice: notice}, nil
}
