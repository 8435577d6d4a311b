package cli

import (
	"fmt"
	"strings"

	"kijun/internal/lang"
	"kijun/internal/measure"
	"kijun/internal/standard"
)

var (
	wordMeasureTitle  = lang.Text{JA: "何をすべきか・どの程度すべきか", EN: "What to do, and how far"}
	wordDegree        = lang.Text{JA: "程度", EN: "how far"}
	wordCarriedBy     = lang.Text{JA: "→ %s が実施", EN: "-> carried out by %s"}
	wordWeakerMark    = lang.Text{JA: "（弱い）", EN: " (weaker)"}
	wordNotCarried    = lang.Text{JA: "→ 実施する内規なし", EN: "-> no in-house rule carries it out"}
	wordImplements    = lang.Text{JA: "← %s", EN: "<- %s"}
	carriedOutColours = map[measure.CarriedOut]string{measure.Yes: green, measure.Partly: yellow, measure.No: bold}
	wordOpenClauses   = lang.Text{JA: "内規で実施していない規定 %d件: %s", EN: "%d clauses that no in-house rule carries out: %s"}
)

func (r *run) measureText(s *measure.Sheet) error {
	r.headline(r.say(wordMeasureTitle), s.Selection)
	r.documents(s.Selection)
	for _, it := range s.Items {
		r.asked(it, fmt.Sprintf("%s %s", it.ID, r.say(it.Title)))
	}
	if s.Beyond.Binding != "" {
		r.asked(s.Beyond, r.say(measure.BeyondLabel))
	}
	r.openClauses(s)
	return nil
}

// asked writes one item: its head, its clauses by tier, its ladders.
func (r *run) asked(it measure.Item, title string) {
	t := table{colour: r.Colour}
	t.row(cell{title + "  ", bold}, cell{r.say(measure.CarriedOutLabels[it.CarriedOut]), carriedOutColours[it.CarriedOut]})
	_ = t.write(r.Out)
	if it.Binding != "" {
		fmt.Fprintf(r.Out, "  %s: %s   %s: %s\n", r.say(measure.ForceLabel), r.say(standard.TierLabels[it.Binding]), r.say(measure.WordLabel), r.level(it.Level))
	}
	t = table{colour: r.Colour}
	for _, tier := range standard.Tiers {
		for _, e := range it.Tiers[tier] {
			t.row(r.entryRow(tier, e)...)
		}
	}
	_ = t.write(r.Out)
	for _, ld := range it.Ladders {
		fmt.Fprintf(r.Out, "  %s: %s\n", r.say(wordDegree), r.ladder(ld))
	}
	fmt.Fprintln(r.Out)
}

func (r *run) level(l standard.Level) string {
	if l == "" {
		return r.say(wordNone)
	}
	return r.say(standard.LevelLabels[l])
}

func (r *run) entryRow(tier standard.Tier, e measure.Entry) []cell {
	what := e.Heading
	if who, ok := standard.ActorLabels[e.Actor]; ok {
		what += "（" + r.say(who) + "）"
	}
	if e.Withheld {
		what += "（" + r.say(wordWithheld) + "）"
	}
	link := cell{}
	switch {
	case len(e.By) > 0:
		link.text = r.say(wordCarriedBy.With(r.carriers(e.By)))
	case tier == standard.InHouse && len(e.Implements) > 0:
		link.text = r.say(wordImplements.With(refList(e.Implements)))
	case tier != standard.InHouse && e.Actor == "operator":
		link = cell{r.say(wordNotCarried), bold}
	}
	return []cell{{text: "  " + r.say(standard.TierLabels[tier])}, {text: e.Ref().String()}, {text: e.Word}, {text: what}, link}
}

func (r *run) carriers(by []measure.Carrier) string {
	names := make([]string, len(by))
	for i, c := range by {
		names[i] = c.Ref().String()
		if c.Weaker {
			names[i] += r.say(wordWeakerMark)
		}
	}
	return strings.Join(names, " ")
}

func refList(refs []standard.Ref) string {
	names := make([]string, len(refs))
	for i, ref := range refs {
		names[i] = ref.String()
	}
	return strings.Join(names, " ")
}

// ladder writes the rungs as their documents write them: 復旧 ① <= 24h / ④ <= 48h（弱い）.
func (r *run) ladder(ld measure.Ladder) string {
	rungs := make([]string, len(ld.Rungs))
	for i, rung := range ld.Rungs {
		rungs[i] = r.say(standard.TierLabels[rung.Document.Tier]) + " " + rung.Limit()
		if rung.Weaker {
			rungs[i] += r.say(wordWeakerMark)
		}
	}
	return ld.Metric + "  " + strings.Join(rungs, " / ")
}

func (r *run) openClauses(s *measure.Sheet) {
	seen := map[standard.Ref]bool{}
	var refs []standard.Ref
	for _, it := range append(s.Items, s.Beyond) {
		for _, c := range it.Open {
			if !seen[c.Ref()] {
				seen[c.Ref()] = true
				refs = append(refs, c.Ref())
			}
		}
	}
	if len(refs) == 0 {
		fmt.Fprintln(r.Out, r.say(measure.AllCarried))
		return
	}
	fmt.Fprintln(r.Out, r.say(wordOpenClauses.With(len(refs), refList(refs))))
}
