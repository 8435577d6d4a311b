package checkweb

import (
	"strconv"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"kijun/internal/access"
	"kijun/internal/check"
	"kijun/internal/guideline"
	"kijun/internal/lang"
	"kijun/internal/standard"
	"kijun/internal/submission"
	"kijun/internal/web/ui"
)

// one is one entry on a page of its own.
type one struct {
	r             *ui.Request
	check         check.SelfCheck
	edition       *guideline.Edition
	entry         check.Entry
	filter        check.Filter
	before, after int
	beside        []check.Entry
	evidence      []check.Evidence
	mine          []check.Evidence // of the organisation, to be linked
	names         map[string]string
	answers       bool
	wrong         error
}

func (p Pages) entry(r *ui.Request) (ui.Answer, error) { return p.entryPage(r, nil) }

// entryPage shows one entry; wrong is why what was sent could not be taken, and the form then holds it.
func (p Pages) entryPage(r *ui.Request, wrong error) (ui.Answer, error) {
	o, err := p.one(r)
	if err != nil {
		return nil, err
	}
	if o.wrong = wrong; wrong != nil && r.PostForm.Has("whole") {
		o.entry.Answer = fill(r, o.entry.Answer)
	}
	title := wordEntryTitle.With(o.entry.Number, o.entry.Heading)
	page := p.whole(r, o.check, title, wrong, h.H2(g.Text(o.entry.Heading)), o.facts(), o.text(), o.form(), o.turns(), o.support(), o.others())
	return page, nil
}

func (p Pages) one(r *ui.Request) (o one, err error) {
	o = one{r: r, filter: filterOf(r)}
	if o.check, err = p.open(r); err != nil {
		return o, err
	}
	ctx, id := r.Context(), o.check.ID
	o.edition, o.answers = p.edition(o.check.Guideline), may(r, access.CheckAnswer, o.check)
	if o.entry, o.before, o.after, err = p.Checks.Entry(ctx, r.Actor, id, number(r), o.filter); err != nil {
		return o, err
	}
	if o.beside, err = p.Checks.Beside(ctx, r.Actor, o.entry); err != nil {
		return o, err
	}
	if o.evidence, err = p.Checks.EvidenceOf(ctx, r.Actor, id, o.entry.Number); err != nil {
		return o, err
	}
	if o.answers {
		if o.mine, _, err = p.Checks.AllEvidence(ctx, r.Actor, r.URL.Query().Get("evidence"), ""); err != nil {
			return o, err
		}
	}
	o.names, err = p.people(r, o.entry.AnsweredBy)
	return o, err
}

func (o one) facts() g.Node {
	e, r := o.entry, o.r
	items := g.Group{}
	for i, id := range e.Items {
		if i > 0 {
			items = append(items, h.Br())
		}
		items = append(items, ui.Link(r.To("checks", o.check.ID)+query(check.Filter{Part: check.ItemPart(id)}), r.Text(itemName(o.edition, id))))
	}
	rows := [][2]g.Node{{r.Text(wordItems), items}, {r.Text(wordDocument), r.Text(e.Document)}, {r.Text(wordForce), r.Text(standard.TierLabels[e.Tier])}}
	if e.Word != "" {
		rows = append(rows, [2]g.Node{r.Text(wordWord), g.Text(e.Word + "　" + r.Say(standard.LevelLabels[e.Level]))})
	}
	if e.Degree != "" {
		rows = append(rows, [2]g.Node{r.Text(wordDegree), g.Text(e.Degree)})
	}
	if e.Phase != "" {
		rows = append(rows, [2]g.Node{r.Text(wordPhase), r.Text(standard.PhaseLabels[e.Phase])})
	}
	return ui.Facts(rows...)
}

// text is the clause, and what a reader has to know about it.
func (o one) text() g.Node {
	r, e := o.r, o.entry
	notes := g.Group{}
	say := func(is bool, t lang.Text) {
		if is {
			notes = append(notes, h.Div(h.Class("banner calm"), h.P(r.Text(t))))
		}
	}
	say(e.Gone, wordGoneNote)
	say(e.Changed, wordChangedNote)
	say(e.Carried, wordCarriedNote)
	say(o.check.State == check.Closed, wordClosedNote)
	return g.Group{notes, h.Div(h.Class("clause"), ui.Words(r.Say(e.Snapshot.Words())), h.P(h.Class("meta"), g.Text(e.Ref.String())))}
}

// keysOf are the keys that answer each question: 1 to 3, 4 to 6, 7 to 9.
func keysOf(question int) []string {
	keys := make([]string, len(check.Judgements))
	for i := range keys {
		keys[i] = strconv.Itoa(question*len(check.Judgements) + i + 1)
	}
	return keys
}

func (o one) form() g.Node {
	r, e := o.r, o.entry
	who := h.P(h.Class("note"), r.Text(answeredBy(e, o.names)))
	if !o.answers {
		return g.Group{h.H2(r.Text(wordAnswer)), h.P(r.Text(e.Answer.Words())), g.If(e.Answer.Reason != "", ui.Words(e.Answer.Reason)), g.If(e.Note != "", ui.Words(e.Note)), who}
	}
	questions := g.Map([]int{0, 1, 2}, func(i int) g.Node {
		name := check.Questions[i]
		return r.Choices(ui.Field{Name: name, ID: "f-answer-" + name, Label: r.Say(check.QuestionLabels[name]), Hint: r.Say(check.QuestionTexts[name]), Value: string(judgement(e.Answer, i)),
			Options: options(r, check.JudgementLabels, check.Judgements), Fault: r.FaultOf(o.wrong, name)}, keysOf(i)...)
	})
	return g.Group{h.H2(r.Text(wordAnswer)), who, r.Faults(o.wrong),
		r.Autosave(o.address(e.Number), saveWords(r), ui.Hidden("version", strconv.Itoa(e.Version)), ui.Hidden("whole", "1"),
			h.Div(h.Class("questions"), questions),
			h.Div(h.Class("questions"),
				r.Field(ui.Field{Name: "work", Label: r.Say(check.WorkLabel), Options: options(r, check.WorkLabels, check.Works), Value: string(e.Work)}),
				r.Field(ui.Field{Name: "severity", Label: r.Say(check.SeverityLabel), Options: options(r, check.SeverityLabels, check.Severities), Value: string(e.Severity)})),
			h.P(ui.Tick("not-applicable", "yes", r.Say(check.NotApplicableLabel), e.NotApplicable, g.Attr("data-key", "0")), g.Text(" "), ui.Key("0")),
			r.Field(ui.Field{Name: "reason", Label: r.Say(check.ReasonLabel), Hint: r.Say(wordReasonHint), Value: e.Answer.Reason, Rows: 2, Fault: r.FaultOf(o.wrong, "reason")}),
			r.Field(ui.Field{Name: "note", Label: r.Say(check.NoteLabel), Value: e.Note, Rows: 3, Fault: r.FaultOf(o.wrong, "note")}),
			h.P(ui.Submit(r.Say(wordSaveNext), h.Name("then"), h.Value("next"), g.Attr("data-key", "s")), g.Text(" "),
				ui.Quiet(r.Say(wordSave), h.Name("then"), h.Value("stay")), g.Text(" "), ui.Status())),
		o.legend()}
}

// options are the choices of a field.
func options[T ~string](r *ui.Request, labels map[T]lang.Text, values []T) []ui.Option {
	out := make([]ui.Option, len(values))
	for i, v := range values {
		out[i] = ui.Option{Value: string(v), Text: r.Say(labels[v])}
	}
	return out
}

func answeredBy(e check.Entry, names map[string]string) lang.Text {
	if e.AnsweredAt.IsZero() {
		return wordNobodyYet
	}
	return wordAnsweredBy.With(names[e.AnsweredBy], submission.Moment(e.AnsweredAt))
}

// address is the page of an entry within the filter.
func (o one) address(number int) string {
	return o.r.To("checks", o.check.ID, "entries", strconv.Itoa(number)) + query(o.filter)
}

// legend says what the keys do.
func (o one) legend() g.Node {
	r := o.r
	line := func(t lang.Text, keys ...string) g.Node {
		return h.Li(g.Map(keys, func(k string) g.Node { return g.Group{ui.Key(k), g.Text(" ")} }), r.Text(t))
	}
	lines := g.Group{}
	for i, q := range check.Questions {
		keys := keysOf(i)
		lines = append(lines, line(wordKeyChoice.With(check.QuestionLabels[q]), keys...))
	}
	return h.Ul(h.Class("keys unprinted"), g.Attr("aria-label", r.Say(wordKeys)), lines, line(check.NotApplicableLabel, "0"), line(wordSaveNext, "s"),
		line(wordNext, "n"), line(wordBefore, "p"), line(wordToTable, "t"))
}

// turns lead to the neighbours in the filter.
func (o one) turns() g.Node {
	r := o.r
	links := g.Group{}
	if o.before != 0 {
		links = append(links, ui.KeyLink(o.address(o.before), "p", r.Text(wordBefore)))
	}
	links = append(links, ui.KeyLink(r.To("checks", o.check.ID)+query(o.filter)+"#e"+strconv.Itoa(o.entry.Number), "t", r.Text(wordToTable)))
	if o.after != 0 {
		links = append(links, ui.KeyLink(o.address(o.after), "n", r.Text(wordNext)))
	}
	return h.Nav(h.Class("turns unprinted"), g.Attr("aria-label", r.Say(wordTurns)), links)
}

// others are the entries under the same item: what the tiers ask of the same thing.
func (o one) others() g.Node {
	if len(o.beside) == 0 {
		return nil
	}
	r := o.r
	return h.Section(h.H2(r.Text(wordBeside.With(itemName(o.edition, o.entry.Items[0])))), ui.Wide(r.Say(wordEntries), h.Table(
		h.THead(h.Tr(ui.Columns(r, wordClause, wordForce, wordDegree, wordAnswers))),
		h.TBody(g.Map(o.beside, func(e check.Entry) g.Node {
			return h.Tr(h.Th(h.Scope("row"), ui.Link(r.To("checks", o.check.ID, "entries", strconv.Itoa(e.Number)), g.Text(e.Heading))),
				h.Td(r.Text(standard.TierLabels[e.Tier]), h.Br(), g.Text(e.Word)), h.Td(g.Text(e.Degree)), h.Td(r.Text(e.Answer.Words())))
		})))))
}
