package standardweb

import (
	"archive/zip"
	"bytes"
	"encoding/base64"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"slices"
	"strings"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"kijun/internal/fault"
	"kijun/internal/lang"
	"kijun/internal/standard"
	"kijun/internal/web/ui"
)

// uploadLimit is the most bytes that are sent at once; carryLimit the most that a preview carries along, so
// that the files need not be chosen again.
const (
	uploadLimit = 60 << 20
	carryLimit  = 8 << 20
)

func (p Pages) importForm(r *ui.Request) (ui.Answer, error) {
	return ui.Page{Title: r.Say(wordImport), Crumbs: crumbs(r), Body: []g.Node{h.H1(r.Text(wordImport)), chooser(r, nil)}}, nil
}

// chooser is the form in which files or a folder are chosen.
func chooser(r *ui.Request, wrong error) g.Node {
	return g.Group{h.P(r.Text(wordImportNote)), ui.Upload(r.To("standards", "import"), r.Faults(wrong),
		r.Field(ui.Field{Name: "files", Label: r.Say(wordFiles), Hint: r.Say(wordFilesHint), Type: "file",
			More: []g.Node{h.Multiple(), g.Attr("accept", ".md,.xlsx,.csv,.yaml,.zip")}}),
		r.Field(ui.Field{Name: "folder", Label: r.Say(wordFolder), Hint: r.Say(wordFolderHint), Type: "file",
			More: []g.Node{h.Multiple(), g.Attr("webkitdirectory")}}),
		ui.Submit(r.Say(wordPreview)))}
}

// importPreview shows what importing would do, and every problem.
func (p Pages) importPreview(r *ui.Request) (ui.Answer, error) {
	files, err := uploads(r)
	if err == nil {
		files, err = standard.Unpack(files)
	}
	var plan standard.Imported
	if err == nil {
		plan, err = p.Standards.Preview(r.Context(), r.Actor, files)
	}
	if fault.Is(err, fault.Invalid) || fault.Is(err, fault.TooLarge) {
		return ui.Page{Title: r.Say(wordImport), Status: fault.Of(err).Kind.Status(), Crumbs: crumbs(r),
			Body: []g.Node{h.H1(r.Text(wordImport)), chooser(r, err)}}, nil
	}
	if err != nil {
		return nil, err
	}
	return p.previewPage(r, plan, files, nil), nil
}

// importApply does what a preview showed.
func (p Pages) importApply(r *ui.Request) (ui.Answer, error) {
	files, err := carried(r)
	if err != nil {
		return nil, err
	}
	without := r.Form["without"]
	kept := slices.DeleteFunc(slices.Clone(files), func(f standard.Upload) bool { return slices.Contains(without, f.Name) })
	done, err := p.Standards.Import(r.Context(), r.Actor, kept)
	switch {
	case fault.Is(err, fault.Conflict), fault.Is(err, fault.Invalid):
		plan, again := p.Standards.Preview(r.Context(), r.Actor, files)
		if again != nil {
			return nil, err
		}
		return p.previewPage(r, plan, files, err), nil
	case err != nil:
		return nil, err
	}
	n := 0
	to := r.To("standards")
	for _, f := range done.Files {
		if f.Change == standard.Added || f.Change == standard.Revised {
			n++
			if f.Record != "" {
				to = r.To("standards", f.Record)
			}
		}
	}
	if n != 1 {
		to = r.To("standards") + "?own=yes"
	}
	return ui.Redirect{To: to, Notice: wordImported.With(n)}, nil
}

// uploads reads the chosen files, with their folders.
func uploads(r *ui.Request) ([]standard.Upload, error) {
	if err := r.ReadFiles(32 << 20); err != nil {
		return nil, err
	}
	var out []standard.Upload
	for _, field := range []string{"files", "folder"} {
		for _, head := range r.MultipartForm.File[field] {
			if head.Filename == "" {
				continue
			}
			data, err := content(head)
			if err != nil {
				return nil, err
			}
			out = append(out, standard.Upload{Name: fullName(head), Data: data})
		}
	}
	return out, nil
}

func content(head *multipart.FileHeader) ([]byte, error) {
	f, err := head.Open()
	if err != nil {
		return nil, err
	}
	data, err := io.ReadAll(f)
	if closed := f.Close(); err == nil {
		err = closed
	}
	return data, err
}

// fullName is the name of a file with its folders, which Go's own reading leaves out.
func fullName(head *multipart.FileHeader) string {
	_, params, err := mime.ParseMediaType(head.Header.Get("Content-Disposition"))
	if name := strings.ReplaceAll(params["filename"], `\`, "/"); err == nil && name != "" {
		return name
	}
	return head.Filename
}

// carry packs the files for the form that applies the preview; "" where they are too much.
func carry(files []standard.Upload) string {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, f := range files {
		out, err := w.Create(f.Name)
		if err != nil {
			return ""
		}
		if _, err := out.Write(f.Data); err != nil {
			return ""
		}
	}
	if err := w.Close(); err != nil || b.Len() > carryLimit {
		return ""
	}
	return base64.StdEncoding.EncodeToString(b.Bytes())
}

// carried unpacks what carry packed, under the same limits as any upload.
func carried(r *ui.Request) ([]standard.Upload, error) {
	data, err := base64.StdEncoding.DecodeString(r.FormValue("files"))
	if err != nil {
		return nil, fault.New(fault.Invalid, wordChooseAgain).Because(err)
	}
	return standard.Unpack([]standard.Upload{{Name: "preview.zip", Data: data}})
}

func (p Pages) previewPage(r *ui.Request, plan standard.Imported, files []standard.Upload, wrong error) ui.Page {
	page := ui.Page{Title: r.Say(wordPreviewTitle), Crumbs: crumbs(r, ui.Crumb{To: r.To("standards", "import"), Text: r.Say(wordImport)}),
		Body: []g.Node{h.H1(r.Text(wordPreviewTitle)), r.Faults(wrong), h.P(h.Class("lead"), r.Text(verdict(plan)))}}
	if wrong != nil || plan.Refused() {
		page.Status = 422
	}
	page.Body = append(page.Body, p.applyForm(r, plan, files), problemTable(r, plan.Problems))
	return page
}

// applyForm lists the files and leads on: apply, leave out what cannot be taken, or choose again.
func (p Pages) applyForm(r *ui.Request, plan standard.Imported, files []standard.Upload) g.Node {
	carriedAlong := carry(files)
	next := g.Node(ui.Submit(r.Say(wordApply)))
	switch {
	case carriedAlong == "":
		next = h.P(r.Text(wordTooMuchToCarry))
	case !changes(plan):
		next = nil
	}
	return ui.Upload(r.To("standards", "import", "apply"), ui.Hidden("files", carriedAlong), p.fileTable(r, plan), h.P(next, g.Text(" "),
		ui.Link(r.To("standards", "import"), r.Text(wordChooseOthers))))
}

// changes reports whether anything would be stored.
func changes(plan standard.Imported) bool {
	return slices.ContainsFunc(plan.Files, func(f standard.ImportedFile) bool { return f.Change == standard.Added || f.Change == standard.Revised })
}

var changeTones = map[standard.Change]ui.Tone{standard.Added: ui.Good, standard.Revised: ui.Calm, standard.Unchanged: ui.Plain, standard.Ignored: ui.Plain, standard.LeftOver: ui.Plain, standard.Refused: ui.Fair}

func (p Pages) fileTable(r *ui.Request, plan standard.Imported) g.Node {
	return ui.Wide(r.Say(wordFiles), h.Table(h.THead(h.Tr(ui.Columns(r, wordFile, wordWhatItIs, wordWhatHappens, wordLeaveOut))),
		h.TBody(g.Map(plan.Files, func(f standard.ImportedFile) g.Node {
			leave := g.Node(nil)
			if f.Change == standard.Refused {
				leave = ui.Tick("without", f.Name, r.Say(wordLeaveOutFile), false)
			}
			return h.Tr(h.Th(h.Scope("row"), g.Text(f.Name)), h.Td(p.whatItIs(r, f)), h.Td(ui.Tag(changeTones[f.Change], r.Say(changeWords[f.Change]))), h.Td(leave))
		}))))
}

func (p Pages) whatItIs(r *ui.Request, f standard.ImportedFile) g.Node {
	switch {
	case f.Sector != "":
		name := lang.Same(f.Sector)
		if s, ok := p.Catalogue.Sector(f.Sector); ok {
			name = s.Title
		}
		return r.Text(wordAllocationOf.With(name, f.Items))
	case f.Document != "":
		return g.Group{r.Text(f.Title), h.Div(h.Class("meta"), g.Textf("%s　%s", r.Say(standard.TierLabels[f.Tier]), r.Say(wordDocumentOf.With(f.Document, editionName(f.Edition), f.Clauses))))}
	}
	return g.Text("—")
}

// editionName is an edition in words.
func editionName(edition string) lang.Text {
	if edition == "" {
		return wordNoEdition
	}
	return wordEditionNo.With(edition)
}

// problemTable shows every problem with its place, what is wrong and what is allowed.
func problemTable(r *ui.Request, ps []standard.Problem) g.Node {
	if len(ps) == 0 {
		return h.P(h.Class("note"), r.Text(wordNoProblems))
	}
	return g.Group{h.H2(r.Text(wordProblems.With(len(ps)))), ui.Wide(r.Say(wordProblems.With(len(ps))), h.Table(
		h.THead(h.Tr(ui.Columns(r, wordPlaceOf, wordKindOf, wordWhatIsWrong, wordRule))),
		h.TBody(g.Map(ps, func(p standard.Problem) g.Node {
			kind, tone := wordError, ui.Fair
			if p.Severity() == standard.Warning {
				kind, tone = wordWarning, ui.Plain
			}
			return h.Tr(h.Th(h.Scope("row"), h.Code(g.Text(fmt.Sprintf("%s:%d:%d", p.Path, p.Line, p.Column)))), h.Td(ui.Tag(tone, r.Say(kind))),
				h.Td(r.Text(p.Message)), h.Td(h.Code(g.Text(p.Rule.ID))))
		}))))}
}
