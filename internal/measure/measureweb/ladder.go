package measureweb

import (
	"math"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"kijun/internal/measure"
	"kijun/internal/standard"
	"kijun/internal/web/ui"
)

// ladders shows how far each tier goes, metric by metric. A single value is no ladder: it stands with its
// clause, and here only where everything is shown.
func (d drawing) ladders(it measure.Item, all bool) g.Node {
	var drawn []ui.Ladder
	for _, l := range it.Ladders {
		if all || len(l.Rungs) > 1 {
			drawn = append(drawn, d.ladder(l))
		}
	}
	return ui.Ladders(d.say(wordLadders), [3]string{d.say(wordTier), d.say(wordDegree), d.say(wordNote)}, drawn)
}

func (d drawing) ladder(l measure.Ladder) ui.Ladder {
	share := scale(l)
	strictest, demanded := l.Strictest()
	out := ui.Ladder{Metric: l.Metric, Line: -1}
	if demanded {
		out.Line = share(strictest)
	}
	for _, r := range l.Steps() {
		own := r.Document.Tier == standard.InHouse
		out.Rungs = append(out.Rungs, ui.Rung{
			Who:   g.Group{d.text(standard.TierLabels[r.Document.Tier]), h.Span(h.Class("meta"), g.Text(" "+r.Heading))},
			Limit: d.say(measure.Limit(r.Statement)), Share: share(r), Own: own, Tone: toneOf(r, own),
			Note: d.note(r, demanded && r.Clause == strictest.Clause),
		})
	}
	return out
}

func toneOf(r measure.Rung, own bool) ui.Tone {
	switch {
	case r.Weaker:
		return ui.Fair
	case own:
		return ui.Calm
	}
	return ui.Plain
}

// note says of a rung what its colour and place say.
func (d drawing) note(r measure.Rung, strictest bool) g.Node {
	switch {
	case r.Weaker:
		return ui.Tag(ui.Fair, d.say(wordWeakerOwn))
	case r.Document.Tier == standard.InHouse:
		return ui.Tag(ui.Calm, d.say(wordOwn))
	case strictest:
		return d.text(wordStrictest)
	}
	return nil
}

// scale maps the values of a ladder to 0 to 1: as they are, or by their logarithm where they lie far apart.
func scale(l measure.Ladder) func(measure.Rung) float64 {
	least, most := math.Inf(1), 0.0
	for _, r := range l.Rungs {
		v, _ := r.Value.Float64()
		least, most = min(least, v), max(most, v)
	}
	return func(r measure.Rung) float64 {
		v, _ := r.Value.Float64()
		switch {
		case most == 0:
			return 0
		case least > 0 && most/least > 30:
			return (1 + math.Log(v/least)) / (1 + math.Log(most/least))
		}
		return v / most
	}
}
