package standardweb

import (
	"fmt"
	"slices"
	"strings"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"kijun/internal/fault"
	"kijun/internal/lang"
	"kijun/internal/standard"
	"kijun/internal/web/ui"
)

// formPage is the page of one form of a document.
func formPage(r *ui.Request, rec standard.Record, title string, wrong error, body ...g.Node) ui.Answer {
	return ui.Page{Title: title, Status: statusOf(wrong), Crumbs: crumbs(r, documentCrumb(r, rec), ui.Crumb{To: edit(r, rec), Text: r.Say(wordEdit)}),
		Body: append([]g.Node{h.H1(g.Text(title))}, body...)}
}

func (p Pages) frontForm(r *ui.Request) (ui.Answer, error) {
	rec, d, err := p.Standards.Editor(r.Context(), r.Actor, r.PathValue("id"))
	if err != nil {
		return nil, err
	}
	return p.frontPage(r, rec, d, d.FrontOf(), nil), nil
}

func (p Pages) frontPage(r *ui.Request, rec standard.Record, d *standard.Document, f standard.FrontForm, wrong error) ui.Answer {
	version := f.Version
	if fault.Is(wrong, fault.Conflict) {
		version = d.FrontOf().Version
	}
	form := autosaved(r, edit(r, rec, "front"), wrong, version, p.frontFields(r, f, wrong)...)
	return formPage(r, rec, r.Say(wordFront), wrong, h.P(h.Class("note"), r.Text(wordFrontNote)), besides(r, wrong, form, frontAsItIs(r, d)))
}

// frontAsItIs shows the head of a document as somebody else left it.
func frontAsItIs(r *ui.Request, d *standard.Document) g.Node {
	return ui.Facts(
		[2]g.Node{r.Text(wordTitleJA), g.Text(d.Title.JA)}, [2]g.Node{r.Text(wordTitleEN), g.Text(d.Title.EN)},
		[2]g.Node{r.Text(wordIssuer), g.Text(d.Issuer)}, [2]g.Node{r.Text(wordEdition), g.Text(d.Edition)},
		[2]g.Node{r.Text(wordEffective), g.Text(string(d.Effective))}, [2]g.Node{r.Text(wordNextReview), g.Text(string(d.NextReview))},
		[2]g.Node{r.Text(wordSector), g.Text(strings.Join(d.Sectors, " "))}, [2]g.Node{r.Text(wordLevels), g.Text(levelWords(r, d.Levels))},
		[2]g.Node{r.Text(wordPublication), r.Text(standard.PublicationLabels[d.Publication])},
		[2]g.Node{r.Text(wordLegalBasis), g.Text(r.Say(d.LegalBasis))}, [2]g.Node{r.Text(wordEvaluation), g.Text(r.Say(d.Evaluation))},
		[2]g.Node{r.Text(wordServices), g.Text(strings.Join(d.Services, " "))})
}

func (p Pages) frontFields(r *ui.Request, f standard.FrontForm, wrong error) []g.Node {
	field := func(name string, label lang.Text, value string, more ui.Field) g.Node {
		more.Name, more.Label, more.Value, more.Fault = name, r.Say(label), value, r.FaultOf(wrong, name)
		return r.Field(more)
	}
	var publications []ui.Option
	for _, key := range []string{standard.PublicationPublic, standard.PublicationPartly, standard.PublicationShared, standard.PublicationWithheld} {
		publications = append(publications, ui.Option{Value: key, Text: r.Say(standard.PublicationLabels[key])})
	}
	return []g.Node{
		field("title_ja", wordTitleJA, f.Title.JA, ui.Field{Required: true}), field("title_en", wordTitleEN, f.Title.EN, ui.Field{}),
		field("issuer", wordIssuer, f.Issuer, ui.Field{}), field("edition", wordEdition, f.Edition, ui.Field{}),
		field("effective", wordEffective, f.Effective, ui.Field{Type: "date"}), field("next_review", wordNextReview, f.NextReview, ui.Field{Type: "date"}),
		p.sectorTicks(r, f.Sectors, wrong), levelFields(r, f.Levels, wrong),
		field("publication", wordPublication, f.Publication, ui.Field{Options: publications, Hint: r.Say(wordPublicationHint)}),
		field("legal_basis", wordLegalBasisJA, f.LegalBasis.JA, ui.Field{Rows: 2}), field("legal_basis_en", wordLegalBasisEN, f.LegalBasis.EN, ui.Field{Rows: 2}),
		p.classTicks(r, "objects", wordObjects, p.Catalogue.ObjectIDs(), f.Objects), p.classTicks(r, "threats", wordThreats, p.Catalogue.ThreatIDs(), f.Threats),
		field("services", wordServices, strings.Join(f.Services, "\n"), ui.Field{Rows: 2, Hint: r.Say(wordOneALine)}),
		field("evaluation", wordEvaluationJA, f.Evaluation.JA, ui.Field{Rows: 3}), field("evaluation_en", wordEvaluationEN, f.Evaluation.EN, ui.Field{Rows: 3}),
	}
}

func (p Pages) sectorTicks(r *ui.Request, chosen []string, wrong error) g.Node {
	var ticks []g.Node
	for _, s := range p.Catalogue.Sectors.Sectors {
		ticks = append(ticks, ui.Tick("sectors", s.ID, r.Say(s.Title), slices.Contains(chosen, s.ID)))
	}
	fault := g.Node(nil)
	if text := r.FaultOf(wrong, "sectors"); text != "" {
		fault = h.P(h.Class("fault"), h.ID("f-sectors"), g.Text(text))
	}
	return h.FieldSet(h.Class("field"), h.Legend(r.Text(wordSector)), h.P(h.Class("hint"), r.Text(wordSectorsHint)), fault, h.Div(h.Class("radios"), g.Group(ticks)))
}

func (p Pages) classTicks(r *ui.Request, name string, label lang.Text, ids, chosen []string) g.Node {
	return h.FieldSet(h.Class("field"), h.Legend(r.Text(label)), h.Div(h.Class("radios"), g.Map(ids, func(id string) g.Node {
		return ui.Tick(name, id, r.Say(p.Catalogue.ClassTitle(id)), slices.Contains(chosen, id))
	})))
}

// levelFields are the document's own level words, with room for two more.
func levelFields(r *ui.Request, levels []standard.LevelWord, wrong error) g.Node {
	var rows []g.Node
	for i := range len(levels) + 2 {
		l := standard.LevelWord{}
		if i < len(levels) {
			l = levels[i]
		}
		rows = append(rows, h.Div(h.Class("pair"),
			r.Field(ui.Field{Name: fmt.Sprintf("word-%d", i), Label: r.Say(wordLevelWord.With(i + 1)), Value: l.Word}),
			r.Field(ui.Field{Name: fmt.Sprintf("level-%d", i), Label: r.Say(wordLevelMeans.With(i + 1)), Value: string(l.Level), Options: meanings(r)})))
	}
	fault := g.Node(nil)
	if text := r.FaultOf(wrong, "levels"); text != "" {
		fault = h.P(h.Class("fault"), h.ID("f-levels"), g.Text(text))
	}
	return h.FieldSet(h.Class("field"), h.Legend(r.Text(wordLevels)), h.P(h.Class("hint"), r.Text(wordLevelsHint)), fault, g.Group(rows))
}

func meanings(r *ui.Request) []ui.Option {
	options := []ui.Option{{Text: r.Say(wordNoneGiven)}}
	for _, l := range []standard.Level{standard.Must, standard.Should, standard.May} {
		options = append(options, ui.Option{Value: string(l), Text: r.Say(standard.LevelLabels[l])})
	}
	return options
}

// typedFront is the head that a person typed.
func typedFront(r *ui.Request) standard.FrontForm {
	f := standard.FrontForm{Version: r.Value("version"), Title: ui.Both(r.Value("title_ja"), r.Value("title_en")), Issuer: r.Value("issuer"), Edition: r.Value("edition"),
		Effective: r.Value("effective"), NextReview: r.Value("next_review"), Publication: r.Value("publication"), Sectors: r.Form["sectors"],
		LegalBasis: ui.Both(r.Value("legal_basis"), r.Value("legal_basis_en")), Objects: r.Form["objects"], Threats: r.Form["threats"],
		Services: strings.Split(r.Value("services"), "\n"), Evaluation: ui.Both(r.Value("evaluation"), r.Value("evaluation_en"))}
	for i := 0; r.Form.Has(fmt.Sprintf("word-%d", i)); i++ {
		if word := r.Value(fmt.Sprintf("word-%d", i)); word != "" {
			f.Levels = append(f.Levels, standard.LevelWord{Word: word, Level: standard.Level(r.Value(fmt.Sprintf("level-%d", i)))})
		}
	}
	return f
}

func (p Pages) frontPosted(r *ui.Request) (ui.Answer, error) {
	rec, d, err := p.Standards.Editor(r.Context(), r.Actor, r.PathValue("id"))
	if err != nil {
		return nil, err
	}
	f := typedFront(r)
	saved, err := p.Standards.EditFront(r.Context(), r.Actor, rec.ID, f)
	return savedAnswer(r, saved, err, edit(r, rec), func(wrong error) (ui.Answer, error) { return p.frontPage(r, rec, d, f, wrong), nil })
}

func (p Pages) preambleForm(r *ui.Request) (ui.Answer, error) {
	rec, d, err := p.Standards.Editor(r.Context(), r.Actor, r.PathValue("id"))
	if err != nil {
		return nil, err
	}
	return preamblePage(r, rec, d, d.Preamble, d.PreambleVersion(), nil), nil
}

func preamblePage(r *ui.Request, rec standard.Record, d *standard.Document, text, version string, wrong error) ui.Answer {
	if fault.Is(wrong, fault.Conflict) {
		version = d.PreambleVersion()
	}
	form := autosaved(r, edit(r, rec, "preamble"), wrong, version,
		r.Field(ui.Field{Name: "text", Label: r.Say(wordText), Value: text, Rows: 10, Fault: r.FaultOf(wrong, "text")}))
	return formPage(r, rec, r.Say(wordPreamble), wrong, besides(r, wrong, form, ui.Words(d.Preamble)))
}

func (p Pages) preamblePosted(r *ui.Request) (ui.Answer, error) {
	rec, d, err := p.Standards.Editor(r.Context(), r.Actor, r.PathValue("id"))
	if err != nil {
		return nil, err
	}
	text, version := r.FormValue("text"), r.Value("version")
	saved, err := p.Standards.EditPreamble(r.Context(), r.Actor, rec.ID, text, version)
	return savedAnswer(r, saved, err, edit(r, rec), func(wrong error) (ui.Answer, error) { return preamblePage(r, rec, d, text, version, wrong), nil })
}
