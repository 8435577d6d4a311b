package guidelineweb

import (
	"context"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"kijun/internal/access"
	"kijun/internal/guideline"
	"kijun/internal/lang"
	"kijun/internal/web/ui"
)

// Standards finds the clauses that cover an item, as far as an actor may see them.
type Standards interface {
	Covering(ctx context.Context, a access.Actor, item string) ([]guideline.Cover, error)
}

// Pages are the pages of the room.
type Pages struct {
	Catalogue *guideline.Catalogue
	Standards Standards
}

// Mount mounts the pages.
func (p Pages) Mount(on ui.Routes) {
	on.Open("GET /guideline", p.items)
	on.Open("GET /guideline/items/{item}", p.item)
	on.Open("GET /guideline/sectors", p.sectors)
	on.Open("GET /guideline/sectors/{sector}", p.sector)
	on.Open("GET /guideline/schemes", p.schemes)
}

// tabs lead between the parts of the room; here is the address of the current one.
func tabs(r *ui.Request, here string) g.Node {
	return ui.Tabs(r.Say(wordGuideline), here,
		ui.Crumb{To: r.To("guideline"), Text: r.Say(wordItems)},
		ui.Crumb{To: r.To("guideline", "sectors"), Text: r.Say(wordSectors)},
		ui.Crumb{To: r.To("guideline", "schemes"), Text: r.Say(wordSchemes)})
}

// items lists the items by group, or what a search for words finds.
func (p Pages) items(r *ui.Request) (ui.Answer, error) {
	e := p.Catalogue.Latest()
	words := r.Value("words")
	found := e.Search(words)
	body := []g.Node{ui.Head(r.Say(wordGuideline), ui.Print(r.Say(wordPrint))), h.P(h.Class("lead"), r.Text(e.Title)), h.P(h.Class("note"), r.Text(e.Note)),
		tabs(r, r.To("guideline")),
		ui.Filter(r.To("guideline"), r.Field(ui.Field{Name: "words", Label: r.Say(wordSearch), Type: "search", Value: words, More: []g.Node{g.Attr("aria-describedby", "search-hint")}}), ui.Submit(r.Say(wordFind))),
		h.P(h.Class("hint unprinted"), h.ID("search-hint"), r.Text(wordSearchHint))}
	if words != "" {
		body = append(body, p.found(r, e, found))
	} else {
		body = append(body, p.groups(r, e))
	}
	return ui.Page{Title: r.Say(wordGuideline), Body: body}, nil
}

func (p Pages) found(r *ui.Request, e *guideline.Edition, items []guideline.Item) g.Node {
	all := h.P(ui.Link(r.To("guideline"), r.Text(wordAllItems)))
	if len(items) == 0 {
		return ui.Empty(r.Say(wordNothingFound), all)
	}
	return g.Group{h.H2(r.Text(wordFound.With(len(items)))), table(r, e, r.Say(wordItems), items), all}
}

// groups lists every item under its heading: first what standards answer, then what the actors do.
func (p Pages) groups(r *ui.Request, e *guideline.Edition) g.Node {
	return g.Map(e.Groups, func(gr guideline.Group) g.Node {
		var items []guideline.Item
		for _, it := range e.Items {
			if it.Group == gr.ID {
				items = append(items, it)
			}
		}
		title := r.Say(e.GroupTitle(gr.ID))
		return h.Section(h.H2(g.Text(title)), table(r, e, title, items))
	})
}

// tones repeat the kind of an item, which stands in words.
var tones = map[guideline.Kind]ui.Tone{guideline.Examine: ui.Calm, guideline.Reference: ui.Plain, guideline.Statement: ui.Plain, guideline.FollowUp: ui.Plain}

func table(r *ui.Request, e *guideline.Edition, label string, items []guideline.Item) g.Node {
	return ui.Wide(label, h.Table(h.Class("listing"), h.THead(h.Tr(ui.Columns(r, wordID, wordNumber, wordTitle, wordKind))), h.TBody(g.Map(items, func(it guideline.Item) g.Node {
		return h.Tr(h.Td(h.Class("id"), g.Text(it.ID)), h.Td(h.Class("id"), g.Text(it.Number)),
			h.Th(h.Scope("row"), ui.Link(r.To("guideline", "items", it.ID), r.Text(it.Title)), who(r, e, it)), h.Td(ui.Tag(tones[it.Kind], r.Say(guideline.Kinds[it.Kind]))))
	}))))
}

// who says of a follow-up act who does it, how often and how firmly.
func who(r *ui.Request, e *guideline.Edition, it guideline.Item) g.Node {
	if it.Kind != guideline.FollowUp {
		return nil
	}
	return h.Div(h.Class("meta"), g.Textf("%s ・ %s ・ %s", r.Say(e.ActorTitle(it.Actor)), r.Say(guideline.Periods[it.Period]), r.Say(guideline.Modals[it.Modal])))
}

// both shows a text, and under it the Japanese, which is the authority, where the reader has the other language.
func both(r *ui.Request, t lang.Text) g.Node {
	if r.Lang == lang.JA {
		return r.Text(t)
	}
	return g.Group{r.Text(t), h.Div(h.Class("meta"), h.Lang("ja"), g.Text(t.JA))}
}
