package checkweb

import (
	"strconv"
	"strings"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"kijun/internal/check"
	"kijun/internal/lang"
	"kijun/internal/web/ui"
)

// answer is the cell in which a row is answered, or what is answered where nobody may.
func (t table) answer(e check.Entry, n string) g.Node {
	r := t.r
	marks := h.Span(h.ID("m"+n), h.Class("note"), r.Text(marks(e)))
	if e.NotApplicable || e.Gone || !t.answers {
		return g.Group{h.Div(r.Text(e.Answer.Words())), g.If(e.Answer.Reason != "", h.Div(h.Class("note"), g.Text(e.Answer.Reason))), marks}
	}
	button := g.El("noscript", ui.Quiet(r.Say(wordSave)))
	if e.Carried {
		button = ui.Quiet(r.Say(wordConfirm))
	}
	return g.Group{r.Autosave(r.To("checks", t.check.ID, "entries", n)+t.back, saveWords(r), ui.Hidden("version", strconv.Itoa(e.Version)), ui.Hidden("then", "table"),
		g.Map([]int{0, 1, 2}, func(i int) g.Node { return choice(r, e, i) }), button, ui.Status()),
		h.Span(h.Class("onpaper"), r.Text(e.Answer.Words())), marks}
}

func saveWords(r *ui.Request) ui.SaveWords {
	return ui.SaveWords{Saving: r.Say(wordSaving), Saved: r.Say(wordSaved), Offline: r.Say(wordOffline), Failed: r.Say(wordFailed)}
}

func judgement(e check.Answer, i int) check.Judgement {
	return [3]check.Judgement{e.InPlace, e.InOperation, e.Effective}[i]
}

func choice(r *ui.Request, e check.Entry, i int) g.Node {
	name, now := check.Questions[i], judgement(e.Answer, i)
	options := g.Group{h.Option(h.Value(""), g.Text("－"))}
	for _, j := range check.Judgements {
		options = append(options, h.Option(h.Value(string(j)), g.If(j == now, h.Selected()), r.Text(check.JudgementLabels[j])))
	}
	return h.Label(r.Text(check.QuestionLabels[name]), h.Select(h.Name(name), options))
}

// marks say what stands out at an entry beside its answer.
func marks(e check.Entry) lang.Text {
	var ja, en []string
	add := func(is bool, t lang.Text) {
		if is {
			ja, en = append(ja, t.JA), append(en, t.EN)
		}
	}
	add(e.Carried, check.ShowLabels[check.ShowCarried])
	add(e.Changed, check.ShowLabels[check.ShowChanged])
	add(e.Gone, check.ShowLabels[check.ShowGone])
	add(e.Work != check.NotStarted && !e.NotApplicable, wordWorkIs.With(check.WorkLabels[e.Work]))
	add(e.Severity != check.NoGap && !e.NotApplicable, wordSeverityIs.With(check.SeverityLabels[e.Severity]))
	add(e.Evidence > 0, wordEvidenceIs.With(e.Evidence))
	add(e.Note != "", wordHasNote)
	return lang.Text{JA: strings.Join(ja, "・"), EN: strings.Join(en, " · ")}
}
