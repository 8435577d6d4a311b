package overviewweb

import (
	"fmt"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"kijun/internal/access"
	"kijun/internal/check"
	"kijun/internal/clock"
	"kijun/internal/guideline"
	"kijun/internal/lang"
	"kijun/internal/overview"
	"kijun/internal/submission"
	"kijun/internal/web/ui"
)

// homePage draws the home page for one request.
type homePage struct {
	*overview.Home
	r *ui.Request
}

func (p Pages) home(r *ui.Request) (ui.Answer, error) {
	home, err := p.Overview.Home(r.Context(), r.Actor)
	if err != nil {
		return nil, err
	}
	page := homePage{home, r}
	body := []g.Node{h.H1(r.Text(wordHome.With(r.Actor.Org.Name)))}
	for _, part := range []func() g.Node{page.nation, page.ministry, page.operator, page.clients, page.serves, page.rest} {
		body = append(body, part())
	}
	return ui.Page{Title: r.Say(wordHomeTitle), Body: body}, nil
}

// card is one thing to know, with the one place to go on.
func card(r *ui.Request, title lang.Text, to string, link lang.Text, body ...g.Node) g.Node {
	return h.Section(append(append([]g.Node{h.Class("card"), h.H3(r.Text(title))}, body...), h.P(ui.Link(to, r.Text(link))))...)
}

func cards(r *ui.Request, title lang.Text, cs ...g.Node) g.Node {
	return g.Group{h.H2(r.Text(title)), h.Div(h.Class("cards"), g.Group(cs))}
}

func big(r *ui.Request, t lang.Text) g.Node { return h.P(h.Class("big"), r.Text(t)) }

// operator shows, for each sector, what is asked, how far the self-check is and what changed.
func (p homePage) operator() g.Node {
	return g.Map(p.Operator, func(o overview.Own) g.Node {
		return cards(p.r, wordYourSector.With(o.Sector.Title), p.measures(o), p.check(o), p.standards(o))
	})
}

func (p homePage) measures(o overview.Own) g.Node {
	to := p.r.To("measures")
	switch {
	case o.Upper == 0:
		return card(p.r, wordMeasures, p.r.To("standards"), wordToStandards, h.P(p.r.Text(wordNothingAsked)))
	case o.InHouse == 0:
		return card(p.r, wordMeasures, to, wordToMeasures, big(p.r, wordAsked.With(o.Asked)), h.P(p.r.Text(wordNoRules)))
	case o.Open == 0:
		return card(p.r, wordMeasures, to, wordToMeasures, big(p.r, wordAsked.With(o.Asked)), h.P(p.r.Text(wordAllCarried)))
	}
	return card(p.r, wordMeasures, to, wordToMeasures, big(p.r, wordOpen.With(o.Asked, o.Open)), h.P(p.r.Text(wordOpenHint)))
}

func (p homePage) check(o overview.Own) g.Node {
	c := o.Check
	if c == nil {
		return card(p.r, wordCheck, p.r.To("checks"), wordStartCheck, h.P(p.r.Text(wordNoCheck.With(lang.FiscalYear(p.year())))))
	}
	notes := g.Group{ui.Progress(p.r.Say(wordAnswered), c.Counts.Answered, c.Counts.Entries)}
	if c.Counts.Carried > 0 {
		notes = append(notes, h.P(p.r.Text(wordCarried.With(c.Counts.Carried))))
	}
	if c.Counts.Gaps > 0 {
		notes = append(notes, h.P(p.r.Text(wordGaps.With(c.Counts.Gaps))))
	}
	if c.State == check.Closed {
		notes = append(notes, h.P(p.r.Text(wordClosed)))
	}
	return card(p.r, c.Name(), p.r.To("checks", c.ID), wordOpenCheck, notes)
}

// standards shows what came into force lately and what is coming.
func (p homePage) standards(o overview.Own) g.Node {
	var body g.Group
	if len(o.Changed) == 0 {
		body = append(body, h.P(p.r.Text(wordNothingChanged)))
	} else {
		body = append(body, h.P(p.r.Text(wordChanged.With(len(o.Changed)))), recordList(p.r, first(o.Changed)))
	}
	if len(o.Coming) > 0 {
		body = append(body, h.P(p.r.Text(wordComingCount.With(len(o.Coming)))), recordList(p.r, first(o.Coming)))
	}
	return card(p.r, wordStandards, p.r.To("sectors", o.Sector.ID), wordToSector, body)
}

// first are the few of a list that a card has room for.
func first[T any](all []T) []T { return all[:min(len(all), 4)] }

// ministry shows the state of each sector it answers for.
func (p homePage) ministry() g.Node {
	if len(p.Answers) == 0 {
		return nil
	}
	cs := []g.Node{p.toAnswer()}
	for _, s := range p.Answers {
		cs = append(cs, p.state(s, true))
	}
	return cards(p.r, wordYourSectors, cs...)
}

// toAnswer is how many submissions wait for an answer.
func (p homePage) toAnswer() g.Node {
	n := p.Counts.Received[submission.Sent] + p.Counts.Received[submission.Received]
	to := p.r.To("submissions") + "?view=received"
	if n == 0 {
		return card(p.r, wordSubmissions, to, wordToSubmissions, h.P(p.r.Text(wordNoneWaiting)))
	}
	return card(p.r, wordSubmissions, to, wordToSubmissions, big(p.r, wordWaiting.With(n)), h.P(p.r.Text(wordWaitingHint)))
}

// state is a card on the standards of a sector.
func (p homePage) state(s overview.State, allocation bool) g.Node {
	to := p.r.To("sectors", s.Sector.ID)
	if len(s.Report.Documents) == 0 {
		return card(p.r, s.Sector.Title, p.r.To("standards"), wordToStandards, h.P(p.r.Text(wordNoStandards)))
	}
	sentence := wordNothingOpen
	if open := s.Report.Open(); len(open) > 0 {
		sentence = wordOpenCount.With(s.Examined().Total(), len(open))
	}
	body := g.Group{h.P(p.r.Text(sentence)), ui.Bar(p.r.Say(wordStates), stateShares(p.r, guideline.Examine, s.Examined())),
		h.P(p.r.Text(wordDocumentCount.With(len(s.Report.Documents))))}
	if allocation {
		body = append(body, h.P(p.allocated(s)))
	}
	return card(p.r, s.Sector.Title, to, wordToSector, body)
}

func (p homePage) allocated(s overview.State) g.Node {
	if s.Report.Allocation == nil {
		return p.r.Text(wordNoAllocation)
	}
	placed, of := s.Placed()
	return p.r.Text(wordPlaced.With(of, placed, lang.Day(s.Report.Allocation.Decided)))
}

// serves shows the sectors of an association or CEPTOAR.
func (p homePage) serves() g.Node {
	if len(p.Serves) == 0 {
		return nil
	}
	cs := make([]g.Node, len(p.Serves))
	for i, s := range p.Serves {
		cs[i] = p.state(s, false)
	}
	return cards(p.r, wordYourSectors, cs...)
}

// nation shows the Cabinet Secretariat the sectors and what was sent.
func (p homePage) nation() g.Node {
	if p.Nation == nil {
		return nil
	}
	set, open := 0, 0
	for _, s := range p.Nation {
		if len(s.Report.Documents) > 0 {
			set++
			open += len(s.Report.Open())
		}
	}
	cs := []g.Node{card(p.r, wordNationStandards, p.r.To("nation"), wordToNation, big(p.r, wordSectorsSet.With(set, len(p.Nation))), h.P(p.r.Text(wordOpenItems.With(open)))),
		p.totals(), card(p.r, wordGuideline, p.r.To("guideline"), wordToGuideline, h.P(p.r.Text(wordGuidelineHint)))}
	return cards(p.r, wordNation, cs...)
}

func (p homePage) totals() g.Node {
	to := p.r.To("nation")
	if p.Totals == nil || len(p.Totals.Years) == 0 {
		return card(p.r, wordNationSums, to, wordToNation, h.P(p.r.Text(wordNothingSentNation)))
	}
	y := p.Totals.Years[0]
	if y.Organisations == 0 {
		return card(p.r, wordNationSums, to, wordToNation, h.P(p.r.Text(lang.FiscalYear(y.Year))), h.P(p.r.Text(wordAllFew)))
	}
	return card(p.r, wordNationSums, to, wordToNation, big(p.r, wordOrganisations.With(y.Organisations)), h.P(p.r.Text(wordSummed.With(lang.FiscalYear(y.Year), y.Sectors))))
}

// clients are the operators that engage the actor's organisation.
func (p homePage) clients() g.Node {
	if len(p.Clients) == 0 {
		if p.r.Actor.Is(access.Contractor) || p.r.Actor.Is(access.Auditor) {
			return ui.Empty(p.r.Say(wordNoClients))
		}
		return nil
	}
	return cards(p.r, wordClients, g.Map(p.Clients, func(c overview.Client) g.Node {
		return card(p.r, c.Name, p.r.To("measures")+"?operator="+c.ID, wordToMeasures, h.P(p.r.Text(wordClientHint)))
	}))
}

// rest is what everybody has: what came back, and one's own documents on their way.
func (p homePage) rest() g.Node {
	var cs g.Group
	if n := p.Counts.Sent[submission.Returned]; n > 0 {
		cs = append(cs, card(p.r, wordReturned, p.r.To("submissions")+"?view=sent&state=returned", wordToSubmissions, big(p.r, wordReturnedCount.With(n)), h.P(p.r.Text(wordReturnedHint))))
	} else if p.r.Actor.Is(access.Operator) {
		cs = append(cs, p.sent())
	}
	if len(p.Answers) == 0 && p.Counts.Received[submission.Sent]+p.Counts.Received[submission.Received] > 0 {
		cs = append(cs, p.toAnswer())
	}
	if access.Can(p.r.Actor, access.StandardEdit, access.Object{Org: p.r.Actor.Org.ID}) {
		cs = append(cs, p.drafts())
	}
	if len(cs) == 0 {
		return nil
	}
	return cards(p.r, wordYourOrganisation, cs)
}

func (p homePage) sent() g.Node {
	total := 0
	var parts g.Group
	for _, s := range submission.States {
		if n := p.Counts.Sent[s]; n > 0 {
			total += n
			parts = append(parts, h.Li(g.Text(fmt.Sprintf("%s %d", p.r.Say(submission.StateLabels[s]), n))))
		}
	}
	to := p.r.To("submissions") + "?view=sent"
	if total == 0 {
		return card(p.r, wordSubmissions, to, wordToSubmissions, h.P(p.r.Text(wordNothingSentYet)))
	}
	return card(p.r, wordSubmissions, to, wordToSubmissions, h.P(p.r.Text(wordSentCount.With(total))), h.Ul(parts))
}

func (p homePage) drafts() g.Node {
	to := p.r.To("standards")
	if len(p.Drafts) == 0 {
		return card(p.r, wordOwnDocuments, to, wordToStandards, h.P(p.r.Text(wordNoDrafts)))
	}
	return card(p.r, wordOwnDocuments, to, wordToStandards, h.P(p.r.Text(wordDraftCount.With(len(p.Drafts)))), recordList(p.r, first(p.Drafts)))
}

func (p homePage) year() int { return clock.FiscalYear(p.r.Today()) }
