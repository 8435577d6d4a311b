package checkweb

import (
	"errors"
	"net/http"
	"strconv"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"kijun/internal/check"
	"kijun/internal/fault"
	"kijun/internal/lang"
	"kijun/internal/submission"
	"kijun/internal/web/ui"
)

// fill puts what a form holds into an answer. A row of the table holds the three questions alone; what a
// form does not hold stays as it is.
func fill(r *ui.Request, a check.Answer) check.Answer {
	text := func(name string, to *string) {
		if r.PostForm.Has(name) {
			*to = r.PostForm.Get(name)
		}
	}
	for i, to := range []*check.Judgement{&a.InPlace, &a.InOperation, &a.Effective} {
		text(check.Questions[i], (*string)(to))
	}
	text("work", (*string)(&a.Work))
	text("severity", (*string)(&a.Severity))
	text("reason", &a.Reason)
	text("note", &a.Note)
	if r.PostForm.Has("whole") { // a box that is not ticked is not sent
		a.NotApplicable = r.PostForm.Has("not-applicable")
	}
	return a
}

func (p Pages) answer(r *ui.Request) (ui.Answer, error) {
	ctx, id, n := r.Context(), r.PathValue("id"), number(r)
	f := filterOf(r)
	e, _, after, err := p.Checks.Entry(ctx, r.Actor, id, n, f)
	if err != nil {
		return nil, err
	}
	version, _ := strconv.Atoi(r.Value("version")) // 0 is nobody's version
	saved, err := p.Checks.Answer(ctx, r.Actor, id, n, fill(r, e.Answer), version)
	if r.Wants("saved") {
		if err != nil {
			return nil, err
		}
		return p.saved(r, saved)
	}
	var conflict *check.Conflict
	switch {
	case errors.As(err, &conflict):
		return p.conflictPage(r, conflict)
	case fault.Is(err, fault.Invalid):
		return p.entryPage(r, err)
	case err != nil:
		return nil, err
	}
	return ui.Redirect{To: p.then(r, id, n, after), Notice: wordSaved}, nil
}

// then is where a person goes after a save without a script.
func (p Pages) then(r *ui.Request, id string, n, after int) string {
	at := func(n int) string { return r.To("checks", id, "entries", strconv.Itoa(n)) + query(filterOf(r)) }
	table := r.To("checks", id)
	if r.URL.RawQuery != "" {
		table += "?" + r.URL.RawQuery
	}
	switch {
	case r.Value("then") == "next" && after != 0:
		return at(after)
	case r.Value("then") == "stay":
		return at(n)
	}
	return table + "#e" + strconv.Itoa(n)
}

// saved answers autosave: the new version, and the texts of the page that follow from it.
func (p Pages) saved(r *ui.Request, e check.Entry) (ui.Answer, error) {
	c, err := p.Checks.Get(r.Context(), r.Actor, e.Check)
	if err != nil {
		return nil, err
	}
	return ui.Saved{Version: strconv.Itoa(e.Version), Parts: map[string]string{
		"tally": r.Say(tallyText(c.Counts)), "m" + strconv.Itoa(e.Number): r.Say(marks(e))}}, nil
}

// conflictPage shows what somebody else saved beside what was about to be saved.
func (p Pages) conflictPage(r *ui.Request, conflict *check.Conflict) (ui.Answer, error) {
	c, err := p.open(r)
	if err != nil {
		return nil, err
	}
	theirs, mine := conflict.Theirs, conflict.Mine
	address := r.To("checks", c.ID, "entries", strconv.Itoa(theirs.Number)) + query(filterOf(r))
	page := p.whole(r, c, wordConflictTitle, conflict, h.H2(g.Text(theirs.Heading)), r.Faults(conflict),
		h.Div(h.Class("versions"),
			h.Section(h.H3(r.Text(wordTheirs.With(conflict.By, submission.Moment(theirs.AnsweredAt)))), answerFacts(r, theirs.Answer),
				h.P(ui.ButtonLink(address, r.Say(wordKeepTheirs)))),
			h.Section(h.H3(r.Text(wordMine)), answerFacts(r, mine),
				ui.Form(address, ui.Hidden("version", strconv.Itoa(theirs.Version)), carryAnswer(mine), ui.Submit(r.Say(wordSaveMine), h.Name("then"), h.Value("stay"))))))
	page.Status = http.StatusConflict
	return page, nil
}

// carryAnswer carries an answer along in a form.
func carryAnswer(a check.Answer) g.Node {
	nodes := g.Group{ui.Hidden("whole", "1"), ui.Hidden("work", string(a.Work)), ui.Hidden("severity", string(a.Severity)), ui.Hidden("reason", a.Reason), ui.Hidden("note", a.Note)}
	for i, name := range check.Questions {
		nodes = append(nodes, ui.Hidden(name, string(judgement(a, i))))
	}
	if a.NotApplicable {
		nodes = append(nodes, ui.Hidden("not-applicable", "yes"))
	}
	return nodes
}

func answerFacts(r *ui.Request, a check.Answer) g.Node {
	var rows [][2]g.Node
	add := func(label, value lang.Text) { rows = append(rows, [2]g.Node{r.Text(label), r.Text(value)}) }
	for i, name := range check.Questions {
		add(check.QuestionLabels[name], check.JudgementLabels[judgement(a, i)])
	}
	add(check.WorkLabel, check.WorkLabels[a.Work])
	add(check.SeverityLabel, check.SeverityLabels[a.Severity])
	if a.NotApplicable {
		add(check.NotApplicableLabel, lang.Same(a.Reason))
	}
	if a.Note != "" {
		add(check.NoteLabel, lang.Same(a.Note))
	}
	return ui.Facts(rows...)
}
