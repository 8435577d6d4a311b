package checkweb

import (
	"errors"
	"mime/multipart"
	"net/http"
	"strconv"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"kijun/internal/check"
	"kijun/internal/clock"
	"kijun/internal/lang"
	"kijun/internal/web/ui"
)

// support is the evidence of an entry: what is there, more of it, and what the organisation has already.
func (o one) support() g.Node {
	r := o.r
	nodes := g.Group{h.H2(h.ID("evidence"), r.Text(wordEvidence))}
	if len(o.evidence) == 0 {
		nodes = append(nodes, h.P(r.Text(wordNoEvidence)))
	} else {
		nodes = append(nodes, h.Ul(g.Map(o.evidence, func(e check.Evidence) g.Node {
			return h.Li(evidenceLine(r, e), g.If(o.answers, ui.Form(o.act("unlink"), ui.Hidden("evidence", e.ID), ui.Quiet(r.Say(wordUnlink.With(e.Title))))))
		})))
	}
	if !o.answers {
		return h.Section(nodes)
	}
	return h.Section(nodes, h.Div(h.Class("unprinted"), ui.Details(r.Say(wordAttach), r.MultipartForm != nil, o.uploadForm()), o.linkForm()))
}

func (o one) act(name string) string {
	return o.r.To("checks", o.check.ID, "entries", strconv.Itoa(o.entry.Number), name) + query(o.filter)
}

func (o one) uploadForm() g.Node {
	r := o.r
	field := func(name string, label lang.Text, kind string, hint lang.Text) g.Node {
		return r.Field(ui.Field{Name: name, ID: "f-" + name, Label: r.Say(label), Type: kind, Hint: r.Say(hint), Value: r.Value(name), Fault: r.FaultOf(o.wrong, name)})
	}
	return ui.Upload(o.act("evidence"), field("file", wordFile, "file", wordFileHint.With(check.MaxEvidence>>20)), field("title", wordEvidenceTitle, "text", wordEvidenceTitleHint),
		field("effective", wordEffective, "date", lang.Text{}), field("expires", wordExpires, "date", wordExpiresHint), ui.Submit(r.Say(wordAttachNow)))
}

// linkForm links what the organisation has already. A search narrows the list down.
func (o one) linkForm() g.Node {
	r := o.r
	linked := map[string]bool{}
	for _, e := range o.evidence {
		linked[e.ID] = true
	}
	var choices []ui.Option
	for _, e := range o.mine {
		if !linked[e.ID] {
			choices = append(choices, ui.Option{Value: e.ID, Text: e.Title})
		}
	}
	words := r.URL.Query().Get("evidence")
	if len(choices) == 0 && words == "" {
		return nil
	}
	body := g.Group{ui.Filter(r.URL.Path, filterFields(o.filter),
		r.Field(ui.Field{Name: "evidence", ID: "f-evidence-words", Label: r.Say(wordFindEvidence), Type: "search", Value: words}), ui.Quiet(r.Say(wordFind)))}
	if len(choices) > 0 {
		body = append(body, ui.Form(o.act("link"), r.Field(ui.Field{Name: "evidence", Label: r.Say(wordChooseEvidence), Options: choices}), ui.Quiet(r.Say(wordLinkNow))))
	} else {
		body = append(body, h.P(r.Text(wordNoneFound)))
	}
	return ui.Details(r.Say(wordReuse), words != "", body)
}

// filterFields carry a filter along in a form that asks for a page.
func filterFields(f check.Filter) g.Node {
	return g.Group{g.If(f.Part != "", ui.Hidden("in", string(f.Part))), g.If(f.Show != "", ui.Hidden("show", string(f.Show))), g.If(f.Words != "", ui.Hidden("q", f.Words))}
}

// evidenceLine is one piece of evidence with how long it counts, in words.
func evidenceLine(r *ui.Request, e check.Evidence) g.Node {
	return g.Group{ui.Link(r.To("evidence", e.ID), g.Text(e.Title)), g.Text("　"), h.Span(h.Class("note"), g.Text(e.Name+"　"), r.Text(size(e.Size)), g.Text("　"), r.Text(validity(e))),
		g.If(e.Expired(r.Today()), g.Group{g.Text(" "), ui.Tag(ui.Fair, r.Say(wordExpired))}), g.If(e.Pending(r.Today()), g.Group{g.Text(" "), ui.Tag(ui.Plain, r.Say(wordPending))})}
}

func validity(e check.Evidence) lang.Text {
	switch {
	case e.Effective != "" && e.Expires != "":
		return wordFromTo.With(lang.Day(e.Effective), lang.Day(e.Expires))
	case e.Expires != "":
		return wordUntil.With(lang.Day(e.Expires))
	case e.Effective != "":
		return wordFrom.With(lang.Day(e.Effective))
	}
	return wordNoLimit
}

func size(bytes int64) lang.Text {
	switch {
	case bytes >= 1<<20:
		return lang.Same(strconv.FormatFloat(float64(bytes)/(1<<20), 'f', 1, 64) + " MB")
	case bytes >= 1<<10:
		return lang.Same(strconv.FormatFloat(float64(bytes)/(1<<10), 'f', 1, 64) + " KB")
	}
	return lang.Same(strconv.FormatInt(bytes, 10) + " B")
}

// given opens the file that a form brought; nil where it brought none.
func given(r *ui.Request) (multipart.File, string, error) {
	if err := r.ReadFiles(1 << 20); err != nil {
		return nil, "", err
	}
	f, head, err := r.FormFile("file")
	if errors.Is(err, http.ErrMissingFile) {
		return nil, "", nil
	}
	if err != nil {
		return nil, "", err
	}
	return f, head.Filename, nil
}

func (p Pages) attach(r *ui.Request) (ui.Answer, error) {
	file, name, err := given(r)
	if err != nil {
		return nil, err
	}
	u := check.Upload{Title: r.Value("title"), Name: name, Effective: clock.Date(r.Value("effective")), Expires: clock.Date(r.Value("expires"))}
	if file != nil {
		defer file.Close()
		u.Body = file
	}
	e, err := p.Checks.Attach(r.Context(), r.Actor, r.PathValue("id"), number(r), u)
	return p.supported(r, wordAttached.With(e.Title), err)
}

func (p Pages) link(r *ui.Request) (ui.Answer, error) {
	return p.supported(r, wordLinked, p.Checks.Link(r.Context(), r.Actor, r.PathValue("id"), number(r), r.Value("evidence")))
}

func (p Pages) unlink(r *ui.Request) (ui.Answer, error) {
	return p.supported(r, wordUnlinked, p.Checks.Unlink(r.Context(), r.Actor, r.PathValue("id"), number(r), r.Value("evidence")))
}

// supported leads back to the entry after something was done to its evidence.
func (p Pages) supported(r *ui.Request, notice lang.Text, err error) (ui.Answer, error) {
	if again(err) {
		return p.entryPage(r, err)
	}
	if err != nil {
		return nil, err
	}
	return ui.Redirect{To: r.To("checks", r.PathValue("id"), "entries", r.PathValue("entry")) + query(filterOf(r)) + "#evidence", Notice: notice}, nil
}

func (p Pages) evidence(r *ui.Request) (ui.Answer, error) {
	words := r.URL.Query().Get("q")
	all, next, err := p.Checks.AllEvidence(r.Context(), r.Actor, words, r.URL.Query().Get("from"))
	if err != nil {
		return nil, err
	}
	list := ui.Empty(r.Say(wordNoEvidenceAtAll))
	if len(all) > 0 {
		list = ui.Wide(r.Say(wordEvidence), h.Table(h.THead(h.Tr(ui.Columns(r, wordEvidence, wordAdded, wordLinks))), h.TBody(g.Map(all, func(e check.Evidence) g.Node {
			return h.Tr(h.Th(h.Scope("row"), evidenceLine(r, e)), h.Td(r.Text(lang.Day(clock.Day(e.Added)))), h.Td(h.Class("number"), g.Textf("%d", e.Linked)))
		}))))
	}
	return ui.Page{Title: r.Say(wordEvidence), Crumbs: []ui.Crumb{{To: r.To("checks"), Text: r.Say(wordChecks)}}, Body: []g.Node{
		ui.Head(r.Say(wordEvidence), ui.Print(r.Say(wordPrint))), h.P(r.Text(wordEvidenceHint)),
		ui.Filter(r.To("evidence"), r.Field(ui.Field{Name: "q", Label: r.Say(wordWords), Type: "search", Value: words}), ui.Submit(r.Say(wordNarrow))),
		list, ui.Pager(r, next)}}, nil
}

// file is a piece of evidence as a download.
func (p Pages) file(r *ui.Request) (ui.Answer, error) {
	e, body, err := p.Checks.OpenEvidence(r.Context(), r.Actor, r.PathValue("id"))
	if err != nil {
		return nil, err
	}
	return ui.File{Name: e.Name, Type: e.Type, Body: body, Size: e.Size}, nil
}
