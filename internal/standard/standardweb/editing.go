package standardweb

import (
	"fmt"
	"strconv"
	"strings"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"kijun/internal/fault"
	"kijun/internal/guideline"
	"kijun/internal/lang"
	"kijun/internal/standard"
	"kijun/internal/web/ui"
)

// editor shows the parts of a document, each with the way to its form.
func (p Pages) editor(r *ui.Request) (ui.Answer, error) { return p.editorPage(r, nil) }

func (p Pages) editorPage(r *ui.Request, wrong error) (ui.Answer, error) {
	rec, d, err := p.Standards.Editor(r.Context(), r.Actor, r.PathValue("id"))
	if err != nil {
		return nil, err
	}
	page := ui.Page{Title: r.Say(wordEdit), Crumbs: crumbs(r, documentCrumb(r, rec)), Body: []g.Node{
		ui.Head(r.Say(wordEditing.With(rec.Title)), ui.ButtonLink(r.To("standards", rec.ID), r.Say(wordBackToDocument))), r.Faults(wrong),
		h.P(h.Class("note"), r.Text(wordEditNote)),
		h.Ul(h.Li(ui.Link(edit(r, rec, "front"), r.Text(wordFront))), h.Li(ui.Link(edit(r, rec, "preamble"), r.Text(wordPreamble)))),
		sectionList(r, rec, d), p.decisionList(r, rec, d)}}
	if wrong != nil {
		page.Status = fault.Of(wrong).Kind.Status()
	}
	return page, nil
}

// edit is the address of a form.
func edit(r *ui.Request, rec standard.Record, parts ...string) string {
	return r.To(append([]string{"standards", rec.ID, "edit"}, parts...)...)
}

// sectionList lists the headings, with buttons that move and remove them.
func sectionList(r *ui.Request, rec standard.Record, d *standard.Document) g.Node {
	var rows []g.Node
	for i, s := range d.Sections {
		f := d.Form(i)
		button := func(act string, label lang.Text, off bool) g.Node {
			return h.Button(h.Type("submit"), h.Class("button quiet"), h.Name("do"), h.Value(fmt.Sprintf("%s %d %s", act, i, f.Version)),
				g.Attr("aria-label", r.Say(label)+": "+title(r, s)), g.If(off, h.Disabled()), r.Text(label))
		}
		rows = append(rows, h.Tr(
			h.Th(h.Scope("row"), ui.Link(edit(r, rec, "sections", strconv.Itoa(i)), g.Text(title(r, s))), h.Div(h.Class("meta"), g.Text(summaryOf(r, s)))),
			h.Td(h.Class("buttons"), button("up", wordUp, i == 0), button("down", wordDown, i == len(d.Sections)-1), button("remove", wordRemove, false)),
			h.Td(ui.Link(edit(r, rec, "new")+"?at="+strconv.Itoa(i+1), r.Text(wordAddBehind), unseenText(": "+title(r, s))))))
	}
	return h.Section(h.H2(r.Text(wordSections)), h.P(ui.ButtonLink(edit(r, rec, "new")+"?at="+strconv.Itoa(len(d.Sections)), r.Say(wordAddSection))),
		ui.Form(edit(r, rec), ui.Wide(r.Say(wordSections), h.Table(h.THead(h.Tr(ui.Columns(r, wordHeading, wordArrange, wordAdd))), h.TBody(rows...)))))
}

func unseenText(text string) g.Node { return h.Span(h.Class("unseen"), g.Text(text)) }

// summaryOf says in one line what a heading is.
func summaryOf(r *ui.Request, s standard.Section) string {
	c := s.Clause
	if c == nil {
		return r.Say(wordNoClause)
	}
	parts := []string{c.ID}
	for _, cov := range c.Covers {
		parts = append(parts, cov.Item)
	}
	if c.Word != "" {
		parts = append(parts, c.Word)
	}
	if c.Withheld {
		parts = append(parts, r.Say(wordWithheld))
	}
	return strings.Join(parts, "　")
}

// rearrange moves or removes a section.
func (p Pages) rearrange(r *ui.Request) (ui.Answer, error) {
	id := r.PathValue("id")
	var act, version string
	f := standard.SectionForm{}
	if n, err := fmt.Sscanf(r.Value("do"), "%s %d %s", &act, &f.At, &version); n != 3 || err != nil {
		return nil, fault.New(fault.Invalid, wordNoSuchAct)
	}
	f.Version = version
	var err error
	switch act {
	case "up":
		_, err = p.Standards.MoveSection(r.Context(), r.Actor, id, f, -1)
	case "down":
		_, err = p.Standards.MoveSection(r.Context(), r.Actor, id, f, 1)
	case "remove":
		_, err = p.Standards.RemoveSection(r.Context(), r.Actor, id, f)
	default:
		return nil, fault.New(fault.Invalid, wordNoSuchAct)
	}
	if fault.Is(err, fault.Invalid) || fault.Is(err, fault.Conflict) {
		return p.editorPage(r, err)
	}
	if err != nil {
		return nil, err
	}
	return ui.Redirect{To: r.To("standards", id, "edit"), Notice: wordRearranged}, nil
}

// decisionList lists what the document decides about each item of the guideline.
func (p Pages) decisionList(r *ui.Request, rec standard.Record, d *standard.Document) g.Node {
	return h.Section(h.H2(r.Text(wordDecisions)), ui.Wide(r.Say(wordDecisions), h.Table(h.THead(h.Tr(ui.Columns(r, wordItem, wordDecision, wordReason))),
		h.TBody(g.Map(p.edition(d).Asked(), func(it guideline.Item) g.Node {
			dec := d.DecisionOf(it.ID)
			choice := r.Say(wordNotDecided)
			if dec.Choice != "" {
				choice = r.Say(standard.ChoiceLabels[dec.Choice])
			}
			return h.Tr(h.Th(h.Scope("row"), ui.Link(edit(r, rec, "decisions", it.ID), g.Text(it.ID+" "+r.Say(it.Title)))), h.Td(g.Text(choice)), h.Td(g.Text(r.Say(dec.Reason))))
		})))))
}

// autosaved is a form that saves itself, and without a script by its button.
func autosaved(r *ui.Request, action string, wrong error, version string, fields ...g.Node) g.Node {
	say := func(name string, t lang.Text) g.Node { return g.Attr("data-"+name, r.Say(t)) }
	status := h.P(h.Class("status"), g.Attr("data-status"), g.Attr("role", "status"), g.Attr("aria-live", "polite"))
	body := append([]g.Node{g.Attr("data-autosave"), say("saving", wordSaving), say("saved", wordSaved), say("offline", wordOffline), say("failed", wordFailed),
		g.If(fault.Is(wrong, fault.Conflict), h.Class("conflict")), r.Faults(wrong), ui.Hidden("version", version)}, fields...)
	return ui.Form(action, append(body, status, h.P(ui.Submit(r.Say(wordSave))))...)
}

// savedAnswer answers a form that was sent, by its script or by a person; form shows it again with what is wrong.
func savedAnswer(r *ui.Request, saved standard.Saved, err error, to string, form func(error) (ui.Answer, error)) (ui.Answer, error) {
	switch {
	case err == nil && r.Wants("saved"):
		return ui.Saved{Version: saved.Version}, nil
	case err == nil:
		return ui.Redirect{To: to, Notice: wordSavedNotice}, nil
	case fault.Is(err, fault.Invalid) && r.Wants("saved"):
		return ui.Saved{Status: 422, Message: r.Say(wordNotSaved) + " " + fieldTexts(r, err)}, nil
	case fault.Is(err, fault.Invalid), fault.Is(err, fault.Conflict) && !r.Wants("saved"):
		return form(err)
	}
	return nil, err
}

// fieldTexts is what is wrong with the fields, in one line.
func fieldTexts(r *ui.Request, err error) string {
	var texts []string
	for _, f := range fault.Of(err).Fields {
		texts = append(texts, r.Say(f.Text))
	}
	return strings.Join(texts, r.Say(wordComma))
}

// statusOf is the status of a form that is shown again.
func statusOf(wrong error) int {
	if wrong == nil {
		return 0
	}
	return fault.Of(wrong).Kind.Status()
}

// besides puts what is there now beside the form of somebody whose version is an older one.
func besides(r *ui.Request, wrong error, form g.Node, theirs ...g.Node) g.Node {
	if !fault.Is(wrong, fault.Conflict) {
		return form
	}
	return h.Div(h.Class("versions"), h.Section(h.H2(r.Text(wordYours)), form), h.Section(append([]g.Node{h.H2(r.Text(wordAsItIs))}, theirs...)...))
}
