package checkweb

import (
	"bytes"
	"context"
	"io"
	"strconv"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"kijun/internal/access"
	"kijun/internal/blob"
	"kijun/internal/check"
	"kijun/internal/fault"
	"kijun/internal/lang"
	"kijun/internal/submission"
	"kijun/internal/web/ui"
)

func (p Pages) workbook(r *ui.Request) (ui.Answer, error) { return p.workbookPage(r, nil, nil) }

// workbookPage offers a workbook to fill in and takes one back; found is what the one that came would change.
func (p Pages) workbookPage(r *ui.Request, wrong error, found *check.Import) (ui.Answer, error) {
	c, err := p.open(r)
	if err != nil {
		return nil, err
	}
	to := func(name string) string { return r.To("checks", c.ID, name) }
	body := []g.Node{h.H2(r.Text(wordExcel)), h.P(r.Text(wordExcelHint)),
		h.P(h.Class("unprinted"), ui.ButtonLink(to("workbook.xlsx"), r.Say(wordGetWorkbook)), g.Text(" "), ui.ButtonLink(to("data.csv"), r.Say(wordGetCSV)))}
	if may(r, access.CheckRun, c) {
		body = append(body, h.H2(r.Text(wordTakeIn)), r.Faults(wrong), g.Iff(found != nil, func() g.Node { return p.found(r, c, *found) }),
			ui.Upload(to("workbook"), r.Field(ui.Field{Name: "file", Label: r.Say(wordFilled), Type: "file", Hint: r.Say(wordFilledHint), Required: true}), ui.Submit(r.Say(wordLook))))
	} else {
		body = append(body, h.P(h.Class("note"), r.Text(wordNoTakeIn)))
	}
	return p.whole(r, c, wordExcel, wrong, body...), nil
}

// found says what a workbook would change, and what is wrong in it.
func (p Pages) found(r *ui.Request, c check.SelfCheck, im check.Import) g.Node {
	if len(im.Problems) > 0 {
		return h.Section(h.Div(h.Class("banner wrong"), h.P(r.Text(wordProblemsFound.With(len(im.Problems))))), problems(r, im.Problems))
	}
	if len(im.Changes) == 0 {
		return h.Div(h.Class("banner calm"), h.P(r.Text(wordNothingNew)))
	}
	return h.Section(h.P(r.Text(wordWillChange.With(len(im.Changes), im.Untouched, submission.Moment(im.Made)))), p.changes(r, im.Changes),
		ui.Form(r.To("checks", c.ID, "workbook", "apply"), ui.Hidden("file", string(im.File)), ui.Submit(r.Say(wordApply.With(len(im.Changes))))))
}

func problems(r *ui.Request, ps []check.Problem) g.Node {
	return ui.Wide(r.Say(wordProblems), h.Table(h.THead(h.Tr(ui.Columns(r, wordCell, wordClause, wordWhatIsWrong))), h.TBody(g.Map(ps, func(pr check.Problem) g.Node {
		return h.Tr(h.Th(h.Scope("row"), h.Class("id"), g.Text(pr.Cell)), h.Td(g.Text(pr.Heading)), h.Td(r.Text(pr.Text)))
	}))))
}

func (p Pages) changes(r *ui.Request, changes []check.Change) g.Node {
	return ui.Wide(r.Say(wordChanges), h.Table(h.THead(h.Tr(ui.Columns(r, wordNumber, wordClause, wordNow, wordAfterwards))), h.TBody(g.Map(changes, func(ch check.Change) g.Node {
		after := r.Text(whole(ch.After))
		if ch.Confirms {
			after = r.Text(wordConfirms)
		}
		return h.Tr(h.Td(h.Class("id"), g.Text(strconv.Itoa(ch.Before.Number))), h.Th(h.Scope("row"), g.Text(ch.Before.Heading)), h.Td(h.Class("words"), r.Text(whole(ch.Before.Answer))), h.Td(h.Class("words"), after))
	}))))
}

// whole is all that an answer says, a line each.
func whole(a check.Answer) lang.Text {
	t := a.Words()
	add := func(label, value lang.Text) {
		t = lang.Text{JA: t.JA + "\n" + label.JA + " " + value.JA, EN: t.EN + "\n" + label.EN + ": " + value.EN}
	}
	if a.Reason != "" {
		add(check.ReasonLabel, lang.Same(a.Reason))
	}
	add(check.WorkLabel, check.WorkLabels[a.Work])
	add(check.SeverityLabel, check.SeverityLabels[a.Severity])
	if a.Note != "" {
		add(check.NoteLabel, lang.Same(a.Note))
	}
	return t
}

func (p Pages) preview(r *ui.Request) (ui.Answer, error) {
	file, _, err := given(r)
	if err != nil {
		return nil, err
	}
	var body io.Reader = bytes.NewReader(nil)
	if file != nil {
		defer file.Close()
		body = file
	}
	im, err := p.Checks.Preview(r.Context(), r.Actor, r.PathValue("id"), body)
	if again(err) {
		return p.workbookPage(r, err, nil)
	}
	if err != nil {
		return nil, err
	}
	return p.workbookPage(r, nil, &im)
}

func (p Pages) apply(r *ui.Request) (ui.Answer, error) {
	id := r.PathValue("id")
	im, err := p.Checks.Import(r.Context(), r.Actor, id, blob.Hash(r.Value("file")))
	switch {
	case fault.Is(err, fault.Invalid) && len(im.Problems) > 0:
		return p.workbookPage(r, err, &im)
	case again(err):
		return p.workbookPage(r, err, nil)
	case err != nil:
		return nil, err
	}
	return ui.Redirect{To: r.To("checks", id), Notice: wordTakenIn.With(len(im.Changes))}, nil
}

// download is the workbook, or the data as CSV.
func (p Pages) download(format string) ui.Handler {
	return func(r *ui.Request) (ui.Answer, error) {
		c, err := p.open(r)
		if err != nil {
			return nil, err
		}
		write, kind := p.Checks.Export, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
		if format == "csv" {
			write, kind = p.Checks.ExportCSV, "text/csv; charset=utf-8"
		}
		return p.written(r, c, format, kind, write)
	}
}

type writer func(context.Context, access.Actor, string, lang.Lang, io.Writer) error

func (p Pages) written(r *ui.Request, c check.SelfCheck, format, kind string, write writer) (ui.Answer, error) {
	var b bytes.Buffer
	if err := write(r.Context(), r.Actor, c.ID, r.Lang, &b); err != nil {
		return nil, err
	}
	name := r.Say(c.Name()) + "." + format
	return ui.File{Name: name, Type: kind, Body: &b, Size: int64(b.Len())}, nil
}
