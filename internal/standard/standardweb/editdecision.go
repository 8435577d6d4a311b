package standardweb

import (
	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"kijun/internal/fault"
	"kijun/internal/standard"
	"kijun/internal/web/ui"
)

func (p Pages) decisionForm(r *ui.Request) (ui.Answer, error) {
	rec, d, err := p.Standards.Editor(r.Context(), r.Actor, r.PathValue("id"))
	if err != nil {
		return nil, err
	}
	return p.decisionPage(r, rec, d, d.DecisionOf(r.PathValue("item")), nil)
}

func (p Pages) decisionPage(r *ui.Request, rec standard.Record, d *standard.Document, f standard.DecisionForm, wrong error) (ui.Answer, error) {
	it, ok := p.edition(d).ByID(f.Item)
	if !ok {
		return nil, fault.New(fault.NotFound, wordNoSection)
	}
	now := d.DecisionOf(f.Item)
	version := f.Version
	if fault.Is(wrong, fault.Conflict) {
		version = now.Version
	}
	title := r.Say(wordDecisionOn.With(it.ID, it.Title))
	form := autosaved(r, edit(r, rec, "decisions", it.ID), wrong, version, p.decisionFields(r, d, f, wrong)...)
	return formPage(r, rec, title, wrong, h.P(r.Text(it.Asks)), besides(r, wrong, form, decisionAsItIs(r, now))), nil
}

func decisionAsItIs(r *ui.Request, f standard.DecisionForm) g.Node {
	if f.Choice == "" {
		return h.P(r.Text(wordNotDecided))
	}
	return ui.Facts([2]g.Node{r.Text(wordDecision), r.Text(standard.ChoiceLabels[f.Choice])}, [2]g.Node{r.Text(wordIntoItem), g.Text(f.Into)},
		[2]g.Node{r.Text(wordReason), ui.Words(r.Say(f.Reason))}, [2]g.Node{r.Text(wordDecided), g.Text(f.Decided)})
}

func (p Pages) decisionFields(r *ui.Request, d *standard.Document, f standard.DecisionForm, wrong error) []g.Node {
	field := func(x ui.Field) g.Node {
		x.Fault = r.FaultOf(wrong, x.Name)
		return r.Field(x)
	}
	choices := []ui.Option{{Text: r.Say(wordNotDecided)}}
	for _, c := range []standard.Choice{standard.ChoseCovered, standard.ChosePartly, standard.ChoseLeftOut, standard.ChoseFolded, standard.ChoseConsidering} {
		choices = append(choices, ui.Option{Value: string(c), Text: r.Say(standard.ChoiceLabels[c])})
	}
	into := []ui.Option{{Text: r.Say(wordNoneGiven)}}
	for _, it := range p.edition(d).Asked() {
		if it.ID != f.Item {
			into = append(into, ui.Option{Value: it.ID, Text: it.ID + " " + r.Say(it.Title)})
		}
	}
	return []g.Node{
		field(ui.Field{Name: "decision", Label: r.Say(wordDecision), Value: string(f.Choice), Options: choices, Radio: true}),
		field(ui.Field{Name: "into", Label: r.Say(wordIntoItem), Hint: r.Say(wordIntoHint), Value: f.Into, Options: into}),
		field(ui.Field{Name: "reason_ja", Label: r.Say(wordReasonJA), Hint: r.Say(wordReasonHint), Value: f.Reason.JA, Rows: 3}),
		field(ui.Field{Name: "reason_en", Label: r.Say(wordReasonEN), Value: f.Reason.EN, Rows: 3}),
		field(ui.Field{Name: "decided", Label: r.Say(wordDecided), Value: f.Decided, Type: "date"}),
	}
}

func (p Pages) decisionPosted(r *ui.Request) (ui.Answer, error) {
	rec, d, err := p.Standards.Editor(r.Context(), r.Actor, r.PathValue("id"))
	if err != nil {
		return nil, err
	}
	f := standard.DecisionForm{Item: r.PathValue("item"), Version: r.Value("version"), Choice: standard.Choice(r.Value("decision")), Into: r.Value("into"),
		Reason: ui.Both(r.Value("reason_ja"), r.Value("reason_en")), Decided: r.Value("decided")}
	saved, err := p.Standards.EditDecision(r.Context(), r.Actor, rec.ID, f)
	return savedAnswer(r, saved, err, edit(r, rec), func(wrong error) (ui.Answer, error) { return p.decisionPage(r, rec, d, f, wrong) })
}
