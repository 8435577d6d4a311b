package standardweb

import (
	"fmt"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"kijun/internal/access"
	"kijun/internal/clock"
	"kijun/internal/fault"
	"kijun/internal/guideline"
	"kijun/internal/lang"
	"kijun/internal/standard"
	"kijun/internal/web/ui"
)

// Board is the allocation board of a sector: every item of the guideline against the four tiers, where it
// stands, where the allocation puts it and who examined that.
type Board struct {
	Standards *standard.Service
	Access    *access.Service
	Catalogue *guideline.Catalogue
}

// Mount mounts the pages.
func (b Board) Mount(on ui.Routes) {
	on.Handle("GET /sectors/{sector}/allocation", b.board)
	on.Handle("POST /sectors/{sector}/allocation/decided", b.decide)
	on.Handle("GET /sectors/{sector}/allocation/file", b.file)
	on.Handle("GET /sectors/{sector}/allocation/{item}", b.item)
	on.Handle("POST /sectors/{sector}/allocation/{item}", b.allot)
}

// laid is a sector's board with all that its pages show.
type laid struct {
	report
	r          *ui.Request
	sector     guideline.Sector
	allocation *standard.Allocation // nil: none yet
	rows       map[string]standard.AllotmentRow
	records    map[string]string // by the ids of the documents
	orgs       map[string]lang.Text
	people     map[string]string
	edits      bool
}

func (b Board) laid(r *ui.Request) (*laid, error) {
	id := r.PathValue("sector")
	l := &laid{r: r, rows: map[string]standard.AllotmentRow{}, edits: b.Standards.MayAllot(r.Actor, id)}
	allocation, rows, err := b.Standards.Allocation(r.Context(), r.Actor, id)
	if err != nil {
		return nil, err
	}
	l.allocation = allocation
	l.sector, _ = b.Catalogue.Sector(id)
	body, err := b.Standards.Body(r.Context(), r.Actor, id, "")
	if err != nil {
		return nil, err
	}
	q := standard.Question{Sector: id, On: clock.Day(b.Access.Now())}
	l.report = report{Report: body.Check(q, b.Catalogue), lang: r.Lang, catalogue: b.Catalogue}
	if l.records, err = b.Standards.RecordIDs(r.Context(), r.Actor, id, ""); err != nil {
		return nil, err
	}
	for _, row := range rows {
		l.rows[row.Item] = row
	}
	return l, b.names(l, rows)
}

// names looks up who examined. People are named to their own organisation only.
func (b Board) names(l *laid, rows []standard.AllotmentRow) (err error) {
	var orgs, people []string
	for _, row := range rows {
		orgs = append(orgs, row.ExaminedOrg)
		if row.ExaminedOrg == l.r.Actor.Org.ID {
			people = append(people, row.ExaminedBy)
		}
	}
	if l.orgs, err = b.Access.Names(l.r.Context(), orgs); err != nil {
		return err
	}
	l.people, err = b.Access.PersonNames(l.r.Context(), people)
	return err
}

func (b Board) board(r *ui.Request) (ui.Answer, error) {
	l, err := b.laid(r)
	if err != nil {
		return nil, err
	}
	return l.page(nil), nil
}

// page is the board; wrong is what kept the decision from being entered.
func (l *laid) page(wrong error) ui.Page {
	title := l.say(wordBoard.With(l.sector.Title))
	actions := []g.Node{ui.Print(l.say(wordPrint))}
	if l.allocation != nil {
		actions = append(actions, ui.ButtonLink(l.to("file"), l.say(wordAllocationFile)))
	}
	p := ui.Page{Title: title, Crumbs: []ui.Crumb{{To: l.r.To("sectors", l.sector.ID), Text: l.say(l.sector.Title)}}, Body: []g.Node{
		h.Div(h.Class("landscape"), ui.Head(title, actions...), l.head(), l.r.Faults(wrong), l.summary(), l.decideForm(wrong),
			h.H2(l.text(wordTheItems)), l.table(false), h.H2(l.text(wordTheStatements)), l.table(true))}}
	if wrong != nil {
		p.Status = fault.Of(wrong).Kind.Status()
	}
	return p
}

// to is an address of the board.
func (l *laid) to(parts ...string) string {
	return l.r.To(append([]string{"sectors", l.sector.ID, "allocation"}, parts...)...)
}

func (l *laid) head() g.Node {
	facts := [][2]g.Node{
		{l.text(wordSector), l.text(l.sector.Title)},
		{l.text(wordGuideline), l.text(l.Edition.Title)},
		{l.text(wordOn), l.text(lang.Day(l.On))},
	}
	if a := l.allocation; a != nil {
		facts = append(facts, [2]g.Node{l.text(wordDecidedOn), l.text(dayOr(a.Decided, wordNotYet))}, [2]g.Node{l.text(wordDecidedBy), l.text(textOr(a.By, wordNotYet))})
	} else {
		facts = append(facts, [2]g.Node{l.text(wordDecidedOn), l.text(wordNoAllocation)})
	}
	return g.Group{ui.Facts(facts...), h.P(h.Class("note unprinted"), l.text(wordBoardNote))}
}

func dayOr(d clock.Date, otherwise lang.Text) lang.Text {
	if d == "" {
		return otherwise
	}
	return lang.Day(d)
}

func textOr(t, otherwise lang.Text) lang.Text {
	if t.IsZero() {
		return otherwise
	}
	return t
}

// summary counts where the items stand and how many the allocation speaks of.
func (l *laid) summary() g.Node {
	count := map[standard.State]int{}
	allotted, all := 0, 0
	for _, it := range l.Items {
		if it.Kind == guideline.Statement {
			continue
		}
		all++
		count[it.State]++
		if _, ok := l.rows[it.ID]; ok {
			allotted++
		}
	}
	var shares []ui.Share
	for _, s := range standard.States {
		if count[s] > 0 {
			shares = append(shares, ui.Share{Label: l.say(standard.StateLabels[s]), Count: count[s], Tone: tones[s]})
		}
	}
	return g.Group{ui.Bar(l.say(wordWhereItStands), shares), h.P(l.text(wordAllottedCount.With(allotted, all)))}
}

// table is the items, or the statements that every standard makes, against the tiers.
func (l *laid) table(statements bool) g.Node {
	head := []g.Node{h.Th(h.Scope("col"), l.text(wordItem))}
	for _, t := range standard.Tiers {
		head = append(head, h.Th(h.Scope("col"), l.text(standard.TierLabels[t])))
	}
	for _, w := range []lang.Text{wordState, wordAllotment, wordReason, wordExamined} {
		head = append(head, h.Th(h.Scope("col"), l.text(w)))
	}
	var rows []g.Node
	group := ""
	for _, it := range l.Items {
		if (it.Kind == guideline.Statement) != statements {
			continue
		}
		if it.Group != group {
			group = it.Group
			rows = append(rows, h.Tr(h.Class("group"), h.Th(h.Scope("colgroup"), h.ColSpan(fmt.Sprint(len(head))), l.text(l.Edition.GroupTitle(group)))))
		}
		rows = append(rows, l.row(it))
	}
	label := wordTheItems
	if statements {
		label = wordTheStatements
	}
	return ui.Wide(l.say(label), h.Table(h.Class("matrix board"), h.THead(h.Tr(head...)), h.TBody(rows...)))
}

func (l *laid) row(it standard.ItemReport) g.Node {
	cells := []g.Node{h.ID("item-" + it.ID), h.Th(h.Scope("row"), h.Class("name"), ui.Link(l.to(it.ID), g.Textf("%s %s", it.ID, l.say(it.Title))), l.optional(it))}
	for _, t := range standard.Tiers {
		cells = append(cells, h.Td(h.Class("cell"), l.cell(it, t)))
	}
	row, examined := l.rows[it.ID]
	return h.Tr(append(cells, h.Td(l.tag(it)), h.Td(l.allotted(row)), h.Td(l.because(it)), h.Td(l.examined(row, examined)))...)
}

// optional marks the items that are for reference.
func (l *laid) optional(it standard.ItemReport) g.Node {
	if it.Kind != guideline.Reference {
		return nil
	}
	return h.Div(h.Class("meta"), l.text(guideline.Kinds[it.Kind]))
}

// cell is what the documents of one tier say of an item, and whether the allocation puts it there.
func (l *laid) cell(it standard.ItemReport, t standard.Tier) g.Group {
	var nodes g.Group
	for _, c := range it.Clauses {
		if c.Document.Tier == t {
			nodes = append(nodes, h.Div(l.clause(c)))
		}
	}
	for _, d := range l.Documents {
		for _, dec := range d.Decisions {
			if d.Tier == t && dec.Item == it.ID && (dec.Choice == standard.ChoseLeftOut || dec.Choice == standard.ChoseConsidering || dec.Choice == standard.ChoseFolded) {
				nodes = append(nodes, h.Div(h.Class("meta"), l.text(choiceWords[dec.Choice])))
			}
		}
	}
	if row := l.rows[it.ID]; row.Tier == t {
		nodes = append(nodes, h.Div(ui.Tag(ui.Calm, l.say(wordAllottedHere))))
	}
	return nodes
}

func (l *laid) clause(c standard.Coverer) g.Node {
	mark := wordFull
	if c.Partly {
		mark = wordPartly
	}
	text := g.Text(l.say(mark) + " " + c.Heading)
	if record := l.records[c.Document.ID]; record != "" {
		return ui.Link(l.r.To("standards", record)+"#"+c.ID, text)
	}
	return text
}

// allotted says where the allocation puts an item.
func (l *laid) allotted(row standard.AllotmentRow) g.Node {
	switch {
	case row.LeftOut:
		return g.Group{l.text(wordLeftOutHere), ui.Words(l.say(row.Reason))}
	case row.Document != "":
		if record := l.records[row.Document]; record != "" {
			return g.Group{l.text(wordToTheDocument), h.Br(), ui.Link(l.r.To("standards", record), g.Text(row.Document))}
		}
		return g.Group{l.text(wordToTheDocument), h.Br(), g.Text(row.Document)}
	case row.Tier != "":
		return l.text(standard.TierLabels[row.Tier])
	}
	return l.text(wordNotYet)
}

// examined says who examined an item, and when.
func (l *laid) examined(row standard.AllotmentRow, there bool) g.Node {
	if !there {
		return nil
	}
	return g.Group{h.Div(h.Class("id"), g.Text(string(clock.Day(row.Examined)))), h.Div(h.Class("meta"), l.text(l.orgs[row.ExaminedOrg])), h.Div(h.Class("meta"), g.Text(l.people[row.ExaminedBy]))}
}
