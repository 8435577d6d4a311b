package standardweb

import (
	"slices"
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

var wordNoSection = lang.Text{JA: "この項はありません", EN: "there is no such section"}

// sectionForm is the form of one heading with its attributes and text.
func (p Pages) sectionForm(r *ui.Request) (ui.Answer, error) {
	rec, d, at, err := p.section(r)
	if err != nil {
		return nil, err
	}
	if at < 0 {
		return nil, fault.New(fault.NotFound, wordNoSection)
	}
	return p.sectionPage(r, rec, d, at, d.Form(at), nil), nil
}

// section returns the document and the place that the address names; -1: it is not there.
func (p Pages) section(r *ui.Request) (rec standard.Record, d *standard.Document, at int, err error) {
	rec, d, err = p.Standards.Editor(r.Context(), r.Actor, r.PathValue("id"))
	if err != nil {
		return rec, nil, -1, err
	}
	at, err = strconv.Atoi(r.PathValue("at"))
	if err != nil || at < 0 || at >= len(d.Sections) {
		return rec, d, -1, nil
	}
	return rec, d, at, nil
}

func (p Pages) sectionPage(r *ui.Request, rec standard.Record, d *standard.Document, at int, f standard.SectionForm, wrong error) ui.Answer {
	name := f.Heading
	if name == "" {
		name = r.Say(wordUntitled)
	}
	page := ui.Page{Title: name, Status: statusOf(wrong), Crumbs: crumbs(r, documentCrumb(r, rec), ui.Crumb{To: edit(r, rec), Text: r.Say(wordEdit)}), Body: []g.Node{h.H1(g.Text(name))}}
	version := f.Version
	var theirs []g.Node
	if fault.Is(wrong, fault.Conflict) {
		if now := whereNow(d, f); now >= 0 {
			version = d.Form(now).Version // whoever saves again has seen it
			theirs = append(theirs, p.asItIs(r, d, now))
		} else {
			theirs = append(theirs, h.P(r.Text(wordRemovedMeanwhile)))
		}
	}
	form := autosaved(r, edit(r, rec, "sections", strconv.Itoa(at)), wrong, version, p.sectionFields(r, d, f, wrong)...)
	page.Body = append(page.Body, besides(r, wrong, form, theirs...), turns(r, rec, d, at))
	return page
}

// whereNow is where the section that a form was filled from stands now: by its id, else at its place.
func whereNow(d *standard.Document, f standard.SectionForm) int {
	if i := d.SectionByID(f.ID); f.ID != "" && i >= 0 {
		return i
	}
	if f.At >= 0 && f.At < len(d.Sections) {
		return f.At
	}
	return -1
}

// asItIs shows a section as somebody else left it.
func (p Pages) asItIs(r *ui.Request, d *standard.Document, at int) g.Node {
	f := d.Form(at)
	rows := [][2]g.Node{{r.Text(wordHeading), g.Text(f.Heading)}, {r.Text(wordClauseID), g.Text(f.ID)}}
	for _, key := range []string{"covers", "level", "degree", "actor", "audience", "phase", "applies", "withheld", "implements", "source"} {
		if v, ok := f.Attributes[key]; ok {
			rows = append(rows, [2]g.Node{r.Text(attributeWords[key]), g.Text(v)})
		}
	}
	return g.Group{ui.Facts(rows...), ui.Words(f.Text)}
}

// turns lead to the sections before and after.
func turns(r *ui.Request, rec standard.Record, d *standard.Document, at int) g.Node {
	to := func(i int, label lang.Text) g.Node {
		if i < 0 || i >= len(d.Sections) {
			return h.Span()
		}
		return ui.Link(edit(r, rec, "sections", strconv.Itoa(i)), g.Text(r.Say(label)+": "+title(r, d.Sections[i])))
	}
	return h.Div(h.Class("turns"), to(at-1, wordBeforeIt), to(at+1, wordBehindIt))
}

// sectionFields are the fields of a section's form.
func (p Pages) sectionFields(r *ui.Request, d *standard.Document, f standard.SectionForm, wrong error) []g.Node {
	field := func(x ui.Field) g.Node {
		x.Fault = r.FaultOf(wrong, x.Name)
		return r.Field(x)
	}
	a := f.Attributes
	_, withheld := a["withheld"]
	nodes := []g.Node{
		field(ui.Field{Name: "heading", Label: r.Say(wordHeading), Value: f.Heading}),
		field(ui.Field{Name: "text", Label: r.Say(wordText), Hint: r.Say(wordTextHint), Value: f.Text, Rows: 12}),
		p.coverFields(r, d, a["covers"], wrong),
		field(ui.Field{Name: "level", Label: r.Say(wordLevel), Value: a["level"], Options: levelOptions(r, d)}),
		field(ui.Field{Name: "degree", Label: r.Say(wordDegree), Hint: r.Say(wordDegreeHint), Value: a["degree"]}),
		field(ui.Field{Name: "actor", Label: r.Say(wordActs), Value: a["actor"], Options: actorOptions(r)}),
		field(ui.Field{Name: "phase", Label: r.Say(wordPhase), Value: a["phase"], Options: phaseOptions(r)}),
		field(ui.Field{Name: "audience", Label: r.Say(wordAudience), Hint: r.Say(wordAudienceHint), Value: a["audience"]}),
		field(ui.Field{Name: "applies", Label: r.Say(wordApplies), Hint: r.Say(wordAppliesHint), Value: a["applies"]}),
		h.P(ui.Tick("hide", "yes", r.Say(wordWithholdIt), withheld)),
		field(ui.Field{Name: "withheld", Label: r.Say(wordWhyWithheld), Hint: r.Say(wordWhyWithheldHint), Value: a["withheld"]}),
	}
	if d.Tier == standard.InHouse || a["implements"] != "" {
		nodes = append(nodes, field(ui.Field{Name: "implements", Label: r.Say(wordImplements), Hint: r.Say(wordImplementsHint), Value: a["implements"]}))
	}
	return append(nodes,
		field(ui.Field{Name: "source", Label: r.Say(wordSource), Hint: r.Say(wordSourceHint), Value: a["source"]}),
		field(ui.Field{Name: "id", Label: r.Say(wordClauseID), Hint: r.Say(wordClauseIDHint), Value: f.ID}),
		field(ui.Field{Name: "depth", Label: r.Say(wordDepth), Value: strconv.Itoa(f.Depth), Options: depthOptions()}),
		ui.Hidden("at", strconv.Itoa(f.At)))
}

// coverFields let one say of each item how the clause covers it. What it covers now stands open.
func (p Pages) coverFields(r *ui.Request, d *standard.Document, covers string, wrong error) g.Node {
	now := covered(covers)
	var open, more []g.Node
	for _, it := range p.edition(d).Asked() {
		if now[it.ID] != "" {
			open = append(open, coverField(r, it, now[it.ID]))
		} else {
			more = append(more, coverField(r, it, ""))
		}
	}
	fault := g.Node(nil)
	if text := r.FaultOf(wrong, "covers"); text != "" {
		fault = h.P(h.Class("fault"), h.ID("f-covers"), g.Text(text))
	}
	return h.FieldSet(h.Class("field"), h.Legend(r.Text(wordCovers)), h.P(h.Class("hint"), r.Text(wordCoversHint)), fault, g.Group(open),
		ui.Details(r.Say(wordOtherItems), false, more...))
}

func coverField(r *ui.Request, it guideline.Item, how string) g.Node {
	return r.Field(ui.Field{Name: "cover-" + it.ID, Label: it.ID + " " + r.Say(it.Title), Value: how, Options: []ui.Option{
		{Value: "", Text: r.Say(wordNotCovered)}, {Value: "full", Text: r.Say(wordCoversFull)}, {Value: "partly", Text: r.Say(wordCoversPartly)}}})
}

// covered takes the attribute covers apart.
func covered(covers string) map[string]string {
	how := map[string]string{}
	for _, part := range strings.Fields(covers) {
		item, qualifier, _ := strings.Cut(part, ":")
		if qualifier == "" {
			qualifier = "full"
		}
		how[item] = qualifier
	}
	return how
}

func levelOptions(r *ui.Request, d *standard.Document) []ui.Option {
	options := []ui.Option{{Text: r.Say(wordNoneGiven)}}
	for _, l := range d.Levels {
		options = append(options, ui.Option{Value: l.Word, Text: l.Word + " = " + r.Say(standard.LevelLabels[l.Level])})
	}
	return options
}

func actorOptions(r *ui.Request) []ui.Option {
	return []ui.Option{{Text: r.Say(wordByOperator)}, {Value: "ministry", Text: r.Say(standard.ActorLabels["ministry"])}, {Value: "sector", Text: r.Say(standard.ActorLabels["sector"])}}
}

func phaseOptions(r *ui.Request) []ui.Option {
	options := []ui.Option{{Text: r.Say(wordNoneGiven)}}
	for _, ph := range standard.Phases {
		options = append(options, ui.Option{Value: ph, Text: r.Say(standard.PhaseLabels[ph])})
	}
	return options
}

func depthOptions() []ui.Option {
	var options []ui.Option
	for n := 1; n <= 6; n++ {
		options = append(options, ui.Option{Value: strconv.Itoa(n), Text: strconv.Itoa(n)})
	}
	return options
}

// typedSection is the section that a person typed.
func (p Pages) typedSection(r *ui.Request, d *standard.Document) (standard.SectionForm, error) {
	f := standard.SectionForm{Version: r.Value("version"), Heading: r.Value("heading"), ID: r.Value("id"), Text: r.FormValue("text"), Attributes: map[string]string{}}
	f.Depth, _ = strconv.Atoi(r.Value("depth")) // 0 is refused
	f.At, _ = strconv.Atoi(r.Value("at"))
	for _, key := range []string{"level", "degree", "actor", "phase", "audience", "applies", "implements", "source"} {
		f.Attributes[key] = r.Value(key)
	}
	if f.Attributes["actor"] == "operator" {
		f.Attributes["actor"] = ""
	}
	f.Attributes["covers"] = typedCovers(r, p.edition(d).Asked())
	if r.Value("hide") == "" {
		return f, nil
	}
	f.Attributes["withheld"] = r.Value("withheld")
	if f.Attributes["withheld"] == "" {
		return f, fault.InFields([]fault.Field{{Name: "withheld", Text: wordWhyNeeded}})
	}
	return f, nil
}

func typedCovers(r *ui.Request, items []guideline.Item) string {
	var parts []string
	for _, it := range items {
		switch r.Value("cover-" + it.ID) {
		case "full":
			parts = append(parts, it.ID)
		case "partly":
			parts = append(parts, it.ID+":partly")
		}
	}
	return strings.Join(parts, " ")
}

func (p Pages) sectionPosted(r *ui.Request) (ui.Answer, error) {
	rec, d, at, err := p.section(r)
	if err != nil {
		return nil, err
	}
	f, err := p.typedSection(r, d)
	var saved standard.Saved
	if err == nil {
		saved, err = p.Standards.EditSection(r.Context(), r.Actor, rec.ID, f)
	}
	to := edit(r, rec, "sections", strconv.Itoa(saved.At))
	return savedAnswer(r, saved, err, to, func(wrong error) (ui.Answer, error) {
		return p.sectionPage(r, rec, d, max(at, 0), f, wrong), nil
	})
}

// newSection is an empty form.
func (p Pages) newSection(r *ui.Request) (ui.Answer, error) {
	rec, d, err := p.Standards.Editor(r.Context(), r.Actor, r.PathValue("id"))
	if err != nil {
		return nil, err
	}
	f := standard.SectionForm{Depth: 2, Attributes: map[string]string{}}
	f.At, _ = strconv.Atoi(r.Value("at"))
	if i := min(f.At, len(d.Sections)) - 1; i >= 0 {
		f.Depth = d.Sections[i].Depth
	}
	return p.newSectionPage(r, rec, d, f, nil)
}

func (p Pages) newSectionPage(r *ui.Request, rec standard.Record, d *standard.Document, f standard.SectionForm, wrong error) (ui.Answer, error) {
	fields := slices.Concat([]g.Node{r.Faults(wrong)}, p.sectionFields(r, d, f, wrong), []g.Node{h.P(ui.Submit(r.Say(wordAddSection)))})
	return ui.Page{Title: r.Say(wordAddSection), Status: statusOf(wrong),
		Crumbs: crumbs(r, documentCrumb(r, rec), ui.Crumb{To: edit(r, rec), Text: r.Say(wordEdit)}),
		Body:   []g.Node{h.H1(r.Text(wordAddSection)), ui.Form(edit(r, rec, "new"), fields...)}}, nil
}

func (p Pages) newSectionPosted(r *ui.Request) (ui.Answer, error) {
	rec, d, err := p.Standards.Editor(r.Context(), r.Actor, r.PathValue("id"))
	if err != nil {
		return nil, err
	}
	f, err := p.typedSection(r, d)
	var saved standard.Saved
	if err == nil {
		saved, err = p.Standards.AddSection(r.Context(), r.Actor, rec.ID, f)
	}
	if fault.Is(err, fault.Invalid) || fault.Is(err, fault.Conflict) {
		return p.newSectionPage(r, rec, d, f, err)
	}
	if err != nil {
		return nil, err
	}
	return ui.Redirect{To: edit(r, rec, "sections", strconv.Itoa(saved.At)), Notice: wordSavedNotice}, nil
}
