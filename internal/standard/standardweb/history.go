package standardweb

import (
	"strconv"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"kijun/internal/standard"
	"kijun/internal/web/ui"
)

// history lists the revisions of a record and shows how two of them differ.
func (p Pages) history(r *ui.Request) (ui.Answer, error) {
	rec, revisions, err := p.Standards.Revisions(r.Context(), r.Actor, r.PathValue("id"))
	if err != nil {
		return nil, err
	}
	people := make([]string, len(revisions))
	for i, rev := range revisions {
		people[i] = rev.By
	}
	names, err := p.Access.PersonNames(r.Context(), people)
	if err != nil {
		return nil, err
	}
	before, after := chosen(r, revisions)
	diff, err := p.diff(r, rec, before, after)
	if err != nil {
		return nil, err
	}
	return ui.Page{Title: r.Say(wordHistory), Crumbs: crumbs(r, documentCrumb(r, rec)), Body: []g.Node{
		ui.Head(r.Say(wordHistory), ui.Print(r.Say(wordPrint))), revisionTable(r, revisions, names), compareForm(r, rec, revisions, before, after), diff}}, nil
}

// chosen are the revisions to compare: those asked for, else the last two.
func chosen(r *ui.Request, revisions []standard.Revision) (before, after int) {
	after = revisions[0].Number
	if n, err := strconv.Atoi(r.Value("after")); err == nil {
		after = n
	}
	before = max(1, after-1)
	if n, err := strconv.Atoi(r.Value("before")); err == nil {
		before = n
	}
	return before, after
}

func revisionTable(r *ui.Request, revisions []standard.Revision, names map[string]string) g.Node {
	return ui.Wide(r.Say(wordHistory), h.Table(h.THead(h.Tr(ui.Columns(r, wordRevision, wordWhen, wordWho, wordHow, wordSize))),
		h.TBody(g.Map(revisions, func(rev standard.Revision) g.Node {
			how := r.Say(wordEditedHere)
			if rev.Name != "" {
				how = r.Say(wordImportedFrom.With(rev.Name))
			}
			return h.Tr(h.Th(h.Scope("row"), h.Class("number"), g.Textf("%d", rev.Number)), h.Td(r.Text(standard.Moment(rev.At))),
				h.Td(g.Text(names[rev.By])), h.Td(g.Text(how)), h.Td(h.Class("number"), g.Textf("%d", rev.Size)))
		}))))
}

func compareForm(r *ui.Request, rec standard.Record, revisions []standard.Revision, before, after int) g.Node {
	if len(revisions) < 2 {
		return h.P(h.Class("note"), r.Text(wordOneRevision))
	}
	options := make([]ui.Option, len(revisions))
	for i, rev := range revisions {
		options[i] = ui.Option{Value: strconv.Itoa(rev.Number), Text: strconv.Itoa(rev.Number)}
	}
	return g.Group{h.H2(r.Text(wordCompare)), ui.Filter(r.To("standards", rec.ID, "history"),
		r.Field(ui.Field{Name: "before", Label: r.Say(wordBefore), Value: strconv.Itoa(before), Options: options}),
		r.Field(ui.Field{Name: "after", Label: r.Say(wordAfter), Value: strconv.Itoa(after), Options: options}),
		ui.Quiet(r.Say(wordCompareNow)))}
}

func (p Pages) diff(r *ui.Request, rec standard.Record, before, after int) (g.Node, error) {
	if before == after {
		return nil, nil
	}
	old, err := p.Standards.Source(r.Context(), r.Actor, rec.ID, before)
	if err != nil {
		return nil, err
	}
	now, err := p.Standards.Source(r.Context(), r.Actor, rec.ID, after)
	if err != nil {
		return nil, err
	}
	return g.Group{h.H3(r.Text(wordFromTo.With(before, after))), r.Diff(string(old), string(now))}, nil
}
