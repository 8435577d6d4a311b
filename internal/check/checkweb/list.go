package checkweb

import (
	"strconv"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"kijun/internal/access"
	"kijun/internal/check"
	"kijun/internal/clock"
	"kijun/internal/fault"
	"kijun/internal/lang"
	"kijun/internal/web/ui"
)

func (p Pages) list(r *ui.Request) (ui.Answer, error) { return p.listPage(r, nil) }

func (p Pages) listPage(r *ui.Request, wrong error) (ui.Answer, error) {
	checks, next, err := p.Checks.List(r.Context(), r.Actor, r.URL.Query().Get("from"))
	if err != nil {
		return nil, err
	}
	page := ui.Page{Title: r.Say(wordChecks), Body: []g.Node{
		ui.Head(r.Say(wordChecks), ui.ButtonLink(r.To("evidence"), r.Say(wordEvidence)), ui.Print(r.Say(wordPrint))),
		h.P(r.Text(wordChecksHint)), p.checks(r, checks), ui.Pager(r, next), p.startForm(r, wrong)}}
	if wrong != nil {
		page.Status = fault.Of(wrong).Kind.Status()
	}
	return page, nil
}

func (p Pages) checks(r *ui.Request, checks []check.SelfCheck) g.Node {
	if len(checks) == 0 {
		return ui.Empty(r.Say(wordNoChecks))
	}
	return ui.Wide(r.Say(wordChecks), h.Table(
		h.THead(h.Tr(ui.Columns(r, wordCheck, wordYear, wordSector, wordState, wordProgress, wordGapsShort, wordStarted))),
		h.TBody(g.Map(checks, func(c check.SelfCheck) g.Node {
			return h.Tr(h.Th(h.Scope("row"), ui.Link(r.To("checks", c.ID), r.Text(c.Name()))), h.Td(r.Text(c.YearLabel())), h.Td(r.Text(p.sector(c.Sector))),
				h.Td(stateTag(r, c)), h.Td(ui.Progress(r.Say(wordAnswered), c.Counts.Answered, c.Counts.Entries), carriedNote(r, c)),
				h.Td(h.Class("number"), g.Textf("%d", c.Counts.Gaps)), h.Td(r.Text(lang.Day(clock.Day(c.Started)))))
		}))))
}

func stateTag(r *ui.Request, c check.SelfCheck) g.Node {
	tone := ui.Calm
	if c.State == check.Closed {
		tone = ui.Good
	}
	return ui.Tag(tone, r.Say(check.StateLabels[c.State]))
}

func carriedNote(r *ui.Request, c check.SelfCheck) g.Node {
	if c.Counts.Carried == 0 {
		return nil
	}
	return h.Span(h.Class("note"), r.Text(wordOfThemCarried.With(c.Counts.Carried)))
}

// startForm begins a check, where the actor may and its organisation is an operator.
func (p Pages) startForm(r *ui.Request, wrong error) g.Node {
	sectors := r.Actor.Sectors(access.Operator)
	if len(sectors) == 0 || !access.Can(r.Actor, access.CheckRun, access.Object{Org: r.Actor.Org.ID}) {
		return nil
	}
	this := clock.FiscalYear(r.Today())
	var years, in []ui.Option
	for y := this; y >= this-1; y-- {
		years = append(years, ui.Option{Value: strconv.Itoa(y), Text: r.Say(lang.FiscalYear(y))})
	}
	for _, s := range sectors {
		in = append(in, ui.Option{Value: s, Text: r.Say(p.sector(s))})
	}
	again := wrong != nil
	return h.Section(h.Class("panel unprinted"), h.H2(r.Text(wordStartNew)), ui.Form(r.To("checks"), r.Faults(wrong),
		r.Field(ui.Field{Name: "year", Label: r.Say(wordYear), Options: years, Value: value(r, again, "year", years[0].Value), Fault: r.FaultOf(wrong, "year")}),
		r.Field(ui.Field{Name: "sector", Label: r.Say(wordSector), Options: in, Value: value(r, again, "sector", sectors[0]), Fault: r.FaultOf(wrong, "sector")}),
		r.Field(ui.Field{Name: "title", Label: r.Say(wordName), Hint: r.Say(wordNameHint), Value: value(r, again, "title", ""), Fault: r.FaultOf(wrong, "title")}),
		h.P(ui.Tick("carry", "yes", r.Say(wordCarry), !again || r.Value("carry") != "")), h.P(h.Class("hint"), r.Text(wordCarryHint)),
		ui.Submit(r.Say(wordStart))))
}

// value is what was typed into a form that comes back, or what a fresh one begins with.
func value(r *ui.Request, again bool, name, first string) string {
	if again {
		return r.Value(name)
	}
	return first
}

func (p Pages) start(r *ui.Request) (ui.Answer, error) {
	year, _ := strconv.Atoi(r.Value("year")) // 0 is refused as a year
	id, err := p.Checks.Start(r.Context(), r.Actor, check.Start{Sector: r.Value("sector"), Year: year, Title: r.Value("title"), Carry: r.Value("carry") != ""})
	if fault.Is(err, fault.Invalid) {
		return p.listPage(r, err)
	}
	if err != nil {
		return nil, err
	}
	return ui.Redirect{To: r.To("checks", id), Notice: wordStartedNow}, nil
}
