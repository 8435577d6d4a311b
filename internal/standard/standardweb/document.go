package standardweb

import (
	"bytes"
	"net/url"
	"slices"
	"strings"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"kijun/internal/access"
	"kijun/internal/fault"
	"kijun/internal/lang"
	"kijun/internal/standard"
	"kijun/internal/web/ui"
)

// shown is a record with all that its page shows.
type shown struct {
	standard.Record
	*standard.Document
	steps    []standard.Step
	editions []standard.Record
	current  map[string]string // records by the documents that this one refers to
	orgs     map[string]lang.Text
	people   map[string]string
}

func (p Pages) shown(r *ui.Request) (*shown, error) {
	rec, d, err := p.Standards.Get(r.Context(), r.Actor, r.PathValue("id"))
	if err != nil {
		return nil, err
	}
	s := &shown{Record: rec, Document: d}
	if s.steps, err = p.Standards.Steps(r.Context(), r.Actor, rec.ID); err != nil {
		return nil, err
	}
	if s.editions, err = p.Standards.Editions(r.Context(), r.Actor, rec); err != nil {
		return nil, err
	}
	if s.current, err = p.Standards.Current(r.Context(), r.Actor, referred(d)); err != nil {
		return nil, err
	}
	if s.orgs, err = p.Access.Names(r.Context(), []string{rec.Org}); err != nil {
		return nil, err
	}
	var people []string
	for _, st := range s.steps {
		people = append(people, st.By)
	}
	s.people, err = p.Access.PersonNames(r.Context(), people)
	return s, err
}

// referred are the documents that a document refers to.
func referred(d *standard.Document) []string {
	var ids []string
	for _, c := range d.Clauses() {
		for _, ref := range c.Implements {
			ids = append(ids, ref.Document)
		}
	}
	for _, c := range d.CitedBy {
		ids = append(ids, c.Document)
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// document is the page of one edition of a document.
func (p Pages) document(r *ui.Request) (ui.Answer, error) { return p.documentPage(r, nil) }

func (p Pages) documentPage(r *ui.Request, wrong error) (ui.Answer, error) {
	s, err := p.shown(r)
	if err != nil {
		return nil, err
	}
	page := ui.Page{Title: r.Say(s.Record.Title), Crumbs: crumbs(r), Body: []g.Node{
		ui.Head(r.Say(s.Record.Title), p.actions(r, s)...), r.Faults(wrong), p.veilNote(r, s), p.facts(r, s), p.stateLine(r, s), p.nextStates(r, s),
		h.Div(h.Class("beside"), contents(r, s), h.Div(h.Class("text"), preamble(s), p.sections(r, s), p.decisions(r, s)))}}
	if wrong != nil {
		page.Status = fault.Of(wrong).Kind.Status()
	}
	return page, nil
}

func (p Pages) actions(r *ui.Request, s *shown) []g.Node {
	file := func(form, label string) g.Node {
		return ui.ButtonLink(r.To("standards", s.Record.ID, "file")+"?form="+form, label)
	}
	nodes := []g.Node{file("md", "Markdown"), file("xlsx", "Excel"), ui.Print(r.Say(wordPrint))}
	if may(r, access.StandardHistory, s.Record) {
		nodes = append(nodes, ui.ButtonLink(r.To("standards", s.Record.ID, "history"), r.Say(wordHistory)))
	}
	if may(r, access.StandardEdit, s.Record) && s.Editable() {
		nodes = append(nodes, ui.ButtonLink(r.To("standards", s.Record.ID, "edit"), r.Say(wordEdit)))
	}
	return nodes
}

// veilNote says what of the text the reader does not see.
func (p Pages) veilNote(r *ui.Request, s *shown) g.Node {
	if s.Veil == standard.WholeDocument {
		return h.Div(h.Class("banner calm"), h.P(r.Text(wordWholeWithheld.With(lang.Same(orgName(r, s.orgs, s.Org))))))
	}
	n := 0
	for _, c := range s.Document.Clauses() {
		if c.Withheld {
			n++
		}
	}
	switch {
	case n == 0:
		return nil
	case s.Veil == standard.WithheldVeil:
		return h.Div(h.Class("banner calm"), h.P(r.Text(wordSomeWithheld.With(n))))
	}
	return h.Div(h.Class("banner calm"), h.P(r.Text(wordReadingEntered.With(n))))
}

func (p Pages) facts(r *ui.Request, s *shown) g.Node {
	d := s.Document
	rows := [][2]g.Node{
		{r.Text(wordTier), r.Text(standard.TierLabels[d.Tier])},
		{r.Text(wordState), stateTag(r, s.Status())},
		{r.Text(wordEdition), g.Text(d.Edition)},
		{r.Text(wordOwner), g.Text(orgName(r, s.orgs, s.Org))},
		{r.Text(wordSector), g.Text(p.sectorNames(r, d.Sectors))},
		{r.Text(wordEffective), r.Text(lang.Day(d.Effective))},
		{r.Text(wordNextReview), r.Text(lang.Day(d.NextReview))},
		{r.Text(wordPublication), r.Text(standard.PublicationLabels[s.Record.Publication])},
		{r.Text(wordDocumentID), h.Code(g.Text(d.ID))},
	}
	put := func(label lang.Text, value string) {
		if value != "" {
			rows = append(rows, [2]g.Node{r.Text(label), g.Text(value)})
		}
	}
	if e, ok := p.Catalogue.Edition(d.Guideline); ok {
		put(wordGuideline, r.Say(e.Title))
	}
	put(wordLevels, levelWords(r, d.Levels))
	put(wordObjects, p.classes(r, d.Objects))
	put(wordThreats, p.classes(r, d.Threats))
	return g.Group{ui.Facts(slices.DeleteFunc(rows, func(row [2]g.Node) bool { return isEmpty(row[1]) })...), p.longFacts(r, s)}
}

// isEmpty reports whether a node shows nothing.
func isEmpty(n g.Node) bool {
	var b bytes.Buffer
	return n.Render(&b) == nil && b.Len() == 0
}

// longFacts are what a document says in sentences.
func (p Pages) longFacts(r *ui.Request, s *shown) g.Node {
	var nodes g.Group
	put := func(label lang.Text, body g.Node) { nodes = append(nodes, h.Dt(r.Text(label)), h.Dd(body)) }
	if d := s.Document; !d.LegalBasis.IsZero() {
		put(wordLegalBasis, ui.Words(r.Say(d.LegalBasis)))
	}
	if !s.Evaluation.IsZero() {
		put(wordEvaluation, ui.Words(r.Say(s.Evaluation)))
	}
	if len(s.CitedBy) > 0 {
		put(wordCitedBy, h.Ul(g.Map(s.CitedBy, func(c standard.Citation) g.Node {
			return h.Li(s.link(r, c.Document, "", c.Document), g.Text(" "+r.Say(c.Effect)))
		})))
	}
	if len(s.editions) > 0 {
		put(wordEditions, h.Ul(g.Map(s.editions, func(rec standard.Record) g.Node {
			return h.Li(ui.Link(r.To("standards", rec.ID), r.Text(editionName(rec.Edition))), g.Text(" "), stateTag(r, rec.Status))
		})))
	}
	if len(nodes) == 0 {
		return nil
	}
	return ui.Details(r.Say(wordMoreFacts), false, h.Dl(nodes...))
}

// link leads to a clause of another document, where the reader may see one.
func (s *shown) link(r *ui.Request, document, clause, text string) g.Node {
	record := s.current[document]
	if record == "" {
		return g.Text(text)
	}
	to := r.To("standards", record)
	if clause != "" {
		to += "#" + url.PathEscape(clause)
	}
	return ui.Link(to, g.Text(text))
}

func (p Pages) classes(r *ui.Request, ids []string) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = r.Say(p.Catalogue.ClassTitle(id))
	}
	return strings.Join(names, r.Say(wordComma))
}

func levelWords(r *ui.Request, levels []standard.LevelWord) string {
	words := make([]string, len(levels))
	for i, l := range levels {
		words[i] = l.Word + " = " + r.Say(standard.LevelLabels[l.Level])
	}
	return strings.Join(words, r.Say(wordComma))
}

// Status is the state of the edition.
func (s *shown) Status() string { return s.Record.Status }

// stateLine shows the states that the edition went through: when, and to its own organisation who and why.
func (p Pages) stateLine(r *ui.Request, s *shown) g.Node {
	if len(s.steps) == 0 {
		return nil
	}
	return h.Section(h.H2(r.Text(wordStateLine)), h.Ol(h.Class("steps"), g.Map(s.steps, func(st standard.Step) g.Node {
		who := s.people[st.By]
		return h.Li(stateTag(r, st.Status), g.Text(" "+r.Say(standard.Moment(st.At))+"　"+who), g.If(st.Comment != "", ui.Words(st.Comment)))
	})))
}

// nextStates are the buttons that bring the edition into its next state.
func (p Pages) nextStates(r *ui.Request, s *shown) g.Node {
	var buttons []g.Node
	note := ""
	for _, to := range s.MayBecome() {
		if may(r, standard.ActionTo(to), s.Record) {
			buttons = append(buttons, ui.Submit(r.Say(stateVerbs[to]), h.Name("to"), h.Value(to)), g.Text(" "))
			note = r.Say(p.consequence(s, to))
		}
	}
	if len(buttons) == 0 {
		return nil
	}
	return ui.Details(r.Say(wordNextState), false, ui.Form(r.To("standards", s.Record.ID, "state"), h.P(g.Text(note)),
		r.Field(ui.Field{Name: "comment", Label: r.Say(wordComment), Hint: r.Say(wordCommentHint), Rows: 2}), h.P(buttons...)))
}

// consequence says what follows from a state.
func (p Pages) consequence(s *shown, to string) lang.Text {
	open := s.Record.Publication == standard.PublicationPublic || s.Record.Publication == standard.PublicationPartly
	switch {
	case to == standard.InForce && s.Record.Tier == standard.InHouse && open:
		return wordRulesPublished
	case to == standard.InForce:
		return wordSupersedes
	case to == standard.Decided && open && s.Record.Tier != standard.InHouse:
		return wordDecidedPublic
	case to == standard.Decided || s.Status() == standard.Draft && s.Record.Tier == standard.InHouse:
		return wordDecidedFixed
	case to == standard.InConsultation:
		return wordShownToSector
	}
	return lang.Text{}
}

func (p Pages) advance(r *ui.Request) (ui.Answer, error) {
	id, to := r.PathValue("id"), r.Value("to")
	err := p.Standards.Advance(r.Context(), r.Actor, id, to, r.Value("comment"))
	if fault.Is(err, fault.Invalid) || fault.Is(err, fault.Conflict) {
		return p.documentPage(r, err)
	}
	if err != nil {
		return nil, err
	}
	return ui.Redirect{To: r.To("standards", id), Notice: wordAdvanced.With(standard.StatusLabels[to])}, nil
}

// file is a download of the document.
func (p Pages) file(r *ui.Request) (ui.Answer, error) {
	out, err := p.Standards.Export(r.Context(), r.Actor, r.PathValue("id"), r.Value("form"), r.Lang)
	if err != nil {
		return nil, err
	}
	return ui.File{Name: out.Name, Type: out.Type, Body: bytes.NewReader(out.Data), Size: int64(len(out.Data))}, nil
}
