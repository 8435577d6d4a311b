package overviewweb

import (
	"net/url"

	"kijun/internal/guideline"
	"kijun/internal/lang"
	"kijun/internal/overview"
	"kijun/internal/standard"
	"kijun/internal/web/ui"
)

// Pages are the pages of the room.
type Pages struct {
	Overview  *overview.Service
	Catalogue *guideline.Catalogue
}

// Mount mounts the pages.
func (p Pages) Mount(on ui.Routes) {
	on.Handle("GET /{$}", p.home)
	on.Handle("GET /sectors/{sector}", p.sector)
	on.Handle("GET /nation", p.nation)
}

// The addresses of other rooms that these pages lead to.
func clauseAt(r *ui.Request, record, clause string) string {
	return r.To("standards", record) + "#" + url.PathEscape(clause)
}

// decisionsAt is where the page of a document lists its decisions.
const decisionsAt = "decisions"

func allocationAt(r *ui.Request, sector string) string { return r.To("sectors", sector, "allocation") }

func guidelineAt(r *ui.Request, item string) string { return r.To("guideline", "items", item) }

func itemAt(r *ui.Request, sector, item string) string {
	return r.To("sectors", sector) + "#item-" + item
}

// tones colour the states; their words stand beside every colour.
var tones = map[standard.State]ui.Tone{
	standard.Covered: ui.Good, standard.Folded: ui.Calm, standard.Delegated: ui.Calm, standard.LeftOutItem: ui.Calm,
	standard.Partly: ui.Fair, standard.Considering: ui.Fair, standard.NotExamined: ui.Bare,
}

// tone of a state; an item for reference is never a failure.
func tone(k guideline.Kind, s standard.State) ui.Tone {
	if k == guideline.Reference && (tones[s] == ui.Bare || tones[s] == ui.Fair) {
		return ui.Plain
	}
	return tones[s]
}

func itemTone(it standard.ItemReport) ui.Tone {
	t := tone(it.Kind, it.State)
	if it.State == standard.LeftOutItem && it.Reason.IsZero() && t == ui.Calm {
		return ui.Bare
	}
	return t
}

// stateShares are the states of items as parts of a bar.
func stateShares(r *ui.Request, k guideline.Kind, count standard.Count) []ui.Share {
	var shares []ui.Share
	for _, s := range standard.States {
		if count[s] > 0 {
			shares = append(shares, ui.Share{Label: r.Say(standard.StateLabels[s]), Count: count[s], Tone: tone(k, s)})
		}
	}
	return shares
}

// answerShares are the answers to one question as parts of a bar.
func answerShares(r *ui.Request, a overview.Answer) []ui.Share {
	return []ui.Share{{Label: r.Say(wordYes), Count: a.Yes, Tone: ui.Good}, {Label: r.Say(wordPartly), Count: a.Partly, Tone: ui.Calm},
		{Label: r.Say(wordNo), Count: a.No, Tone: ui.Fair}, {Label: r.Say(wordUnanswered), Count: a.Open, Tone: ui.Bare}}
}

// questions are the three answers of a self-check, in their order.
var questions = []struct {
	title lang.Text
	of    func(overview.Tally) overview.Answer
}{
	{wordInPlace, func(t overview.Tally) overview.Answer { return t.InPlace }},
	{wordInOperation, func(t overview.Tally) overview.Answer { return t.InOperation }},
	{wordEffective, func(t overview.Tally) overview.Answer { return t.Effective }},
}
