package submissionweb

import (
	"bytes"
	"context"
	"encoding/json"
	"strconv"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"kijun/internal/access"
	"kijun/internal/fault"
	"kijun/internal/lang"
	"kijun/internal/submission"
	"kijun/internal/web/ui"
)

// step is one thing that can be done with a copy on its page.
type step struct {
	path     string
	to       submission.State
	do       func(*submission.Service, context.Context, access.Actor, string, int, string) error
	title    lang.Text
	hint     lang.Text
	label    lang.Text // of the comment
	button   lang.Text
	done     lang.Text
	required bool
}

var steps = []step{
	{"accept", submission.Accepted, (*submission.Service).Accept, wordAccept, wordAcceptHint, wordComment, wordAcceptButton, wordAccepted, false},
	{"return", submission.Returned, (*submission.Service).Return, wordReturn, wordReturnHint, wordReason, wordReturnButton, wordReturned, true},
	{"withdraw", submission.Withdrawn, (*submission.Service).Withdraw, wordWithdraw, wordWithdrawHint, wordComment, wordWithdrawButton, wordWithdrawn, false},
}

func (p Pages) step(s step) ui.Handler {
	return func(r *ui.Request) (ui.Answer, error) {
		id := r.PathValue("id")
		version, err := strconv.Atoi(r.Value("version"))
		if err != nil {
			return nil, fault.New(fault.Invalid, wordNoVersion)
		}
		err = s.do(p.Submissions, r.Context(), r.Actor, id, version, r.Value("comment"))
		if fault.Is(err, fault.Invalid) || fault.Is(err, fault.Conflict) {
			return p.copyPage(r, s.path, err)
		}
		if err != nil {
			return nil, err
		}
		return ui.Redirect{To: r.To("submissions", id), Notice: s.done}, nil
	}
}

// forms are the steps that the actor may take now.
func forms(r *ui.Request, c submission.Copy, failed string, wrong error) g.Node {
	var nodes g.Group
	shown := false
	for _, s := range steps {
		if c.May(r.Actor, s.to) {
			shown = shown || s.path == failed
			nodes = append(nodes, s.form(r, c, failed, wrong))
		}
	}
	if wrong != nil && !shown { // the step can no longer be taken: say why all the same
		nodes = append(g.Group{r.Faults(wrong)}, nodes...)
	}
	if len(nodes) == 0 {
		return nil
	}
	return h.Div(h.Class("unprinted"), nodes)
}

func (s step) form(r *ui.Request, c submission.Copy, failed string, wrong error) g.Node {
	field := ui.Field{Name: "comment", ID: "f-" + s.path, Label: r.Say(s.label), Rows: 3, Required: s.required}
	if s.path == failed {
		field.ID, field.Value, field.Fault = "f-comment", r.Value("comment"), r.FaultOf(wrong, "comment")
	} else {
		wrong = nil
	}
	button := ui.Quiet
	if s.to == submission.Accepted {
		button = ui.Submit
	}
	return h.Section(h.H2(r.Text(s.title)), h.P(r.Text(s.hint)), ui.Form(r.To("submissions", c.ID, s.path), r.Faults(wrong),
		ui.Hidden("version", strconv.Itoa(c.Version)), r.Field(field), button(r.Say(s.button))))
}

// payload is the download of what was sent, byte for byte.
func (p Pages) payload(r *ui.Request) (ui.Answer, error) {
	c, err := p.Submissions.Open(r.Context(), r.Actor, r.PathValue("id"))
	if err != nil {
		return nil, err
	}
	if c.Payload == nil {
		return nil, fault.New(fault.NotFound, wordUnreadable.With(lang.Day(c.Retain)))
	}
	f := ui.File{Name: c.Kind + "-" + c.ID, Type: "application/octet-stream", Body: bytes.NewReader(c.Payload), Size: int64(len(c.Payload))}
	if json.Valid(c.Payload) {
		f.Name, f.Type = f.Name+".json", "application/json"
	}
	return f, nil
}
