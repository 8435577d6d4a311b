package checkweb

import (
	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"kijun/internal/check"
	"kijun/internal/fault"
	"kijun/internal/lang"
	"kijun/internal/web/ui"
)

// contents are the parts of a check with how far each is.
func (t table) contents() g.Node {
	r := t.r
	lines := g.Group{t.line("", wordAllParts)}
	for _, gr := range t.edition.Groups {
		if t.counts[check.GroupPart(gr.ID)].Entries == 0 {
			continue
		}
		lines = append(lines, t.line(check.GroupPart(gr.ID), groupName(t.edition, gr.ID)))
		for _, it := range t.edition.Asked() {
			if part := check.ItemPart(it.ID); it.Group == gr.ID && t.counts[part].Entries > 0 {
				lines = append(lines, t.line(part, itemName(t.edition, it.ID)))
			}
		}
	}
	if beyond := check.ItemPart(check.Beyond); t.counts[beyond].Entries > 0 {
		lines = append(lines, t.line(beyond, check.BeyondLabel))
	}
	documents := g.Map(t.documents, func(d check.Source) g.Node { return t.line(check.DocumentPart(d.ID), d.Title) })
	return h.Nav(h.Class("contents unprinted"), g.Attr("aria-label", r.Say(wordContents)),
		h.H2(r.Text(wordContents)), h.P(h.Class("note"), r.Text(wordContentsHint)), h.Ul(lines), h.H2(r.Text(wordDocuments)), h.Ul(documents))
}

// line is one part: how many of its entries are answered, and its name.
func (t table) line(part check.Part, name lang.Text) g.Node {
	r, c := t.r, t.counts[part]
	f := t.filter
	f.Part = part
	class := ""
	if kind, _ := part.Split(); kind == "group" {
		class = "group"
	}
	return h.Li(g.If(class != "", h.Class(class)), ui.Here(r.To("checks", t.check.ID)+query(f), part == t.filter.Part,
		h.Span(h.Class("id"), g.Textf("%d/%d", c.Answered, c.Entries)), h.Span(r.Text(name))))
}

// branch offers what can be done to a whole part of the check in one act.
func (t table) branch() g.Node {
	if t.filter.Part == "" || t.filter.Show != check.Everything || t.filter.Words != "" {
		if t.answers && t.filter == (check.Filter{Show: check.ShowCarried}) && t.check.Counts.Carried > 0 {
			return t.act("confirm", wordConfirmMany.With(t.check.Counts.Carried))
		}
		return nil
	}
	r, c := t.r, t.counts[t.filter.Part]
	name := h.H2(r.Text(partName(t.edition, t.filter.Part, t.documents)))
	if !t.answers || c.Entries == 0 {
		return name
	}
	forms := g.Group{}
	if c.Carried > 0 {
		forms = append(forms, t.act("confirm", wordConfirmMany.With(c.Carried)))
	}
	if free := c.Entries - c.NotApplicable; free > 0 {
		forms = append(forms, t.act("set-aside", wordAsideMany.With(free), h.P(r.Text(wordAsideHint)),
			r.Field(ui.Field{Name: "reason", ID: "f-branch-reason", Label: r.Say(check.ReasonLabel), Rows: 2, Required: true, Value: r.Value("reason")})))
	}
	if c.NotApplicable > 0 {
		forms = append(forms, t.act("take-back", wordTakeBack, h.P(h.Class("note"), r.Text(wordTakeBackHint))))
	}
	return g.Group{name, h.Div(h.Class("unprinted"), ui.Details(r.Say(wordBranch.With(c.Entries)), r.Value("do") != "", forms))}
}

func (t table) act(do string, label lang.Text, body ...g.Node) g.Node {
	r := t.r
	return ui.Form(r.To("checks", t.check.ID, "branch")+query(t.filter), ui.Hidden("do", do), g.Group(body), h.P(ui.Quiet(r.Say(label))))
}

func (p Pages) branch(r *ui.Request) (ui.Answer, error) {
	ctx, id, part := r.Context(), r.PathValue("id"), filterOf(r).Part
	var n int
	var err error
	notice := wordConfirmed
	switch r.Value("do") {
	case "confirm":
		n, err = p.Checks.Confirm(ctx, r.Actor, id, part)
	case "take-back":
		n, err = p.Checks.TakeBack(ctx, r.Actor, id, part)
		notice = wordTookBack
	default:
		n, err = p.Checks.SetAside(ctx, r.Actor, id, part, r.FormValue("reason"))
		notice = wordSetAside
	}
	if fault.Is(err, fault.Invalid) {
		return p.tablePage(r, err)
	}
	if err != nil {
		return nil, err
	}
	return ui.Redirect{To: r.To("checks", id) + query(check.Filter{Part: part}), Notice: notice.With(n)}, nil
}
