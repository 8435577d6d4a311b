package guideline

import (
	"strings"
	"sync"

	"golang.org/x/text/unicode/norm"

	"kijun/internal/lang"
)

// Edition is one edition of the guideline: ordered items under headings, and the words it uses.
type Edition struct {
	ID     string               `yaml:"id" json:"guideline"`
	Title  lang.Text            `yaml:"title" json:"title"`
	Note   lang.Text            `yaml:"note" json:"note"`
	Scheme string               `yaml:"scheme" json:"scheme"` // the sectors it speaks of
	Labels map[string]lang.Text `yaml:"labels" json:"labels"` // words that change between editions
	Actors []Named              `yaml:"actors" json:"actors"`
	Groups []Group              `yaml:"groups" json:"groups"`
	Items  []Item               `yaml:"items" json:"items"`

	byID   map[string]Item
	folded func() []searched
}

func (e *Edition) index() {
	e.folded = sync.OnceValue(e.searchTexts)
	e.byID = make(map[string]Item, len(e.Items))
	for i := range e.Items {
		it := &e.Items[i]
		if it.References.CSF == nil { // JSON has lists, never null
			it.References = References{CSF: []string{}, ISO27001: []string{}}
		}
		e.byID[it.ID] = *it
	}
}

// ByID returns the item with an id.
func (e *Edition) ByID(id string) (Item, bool) {
	it, ok := e.byID[id]
	return it, ok
}

// Named is an id with its name.
type Named struct {
	ID    string    `yaml:"id" json:"id"`
	Title lang.Text `yaml:"title" json:"title"`
}

// Group is a heading over items.
type Group struct {
	ID     string    `yaml:"id" json:"id"`
	Number string    `yaml:"number" json:"number"`
	Title  lang.Text `yaml:"title" json:"title"`
}

// Item returns the item that a person names by id, slug or printed number.
func (e *Edition) Item(name string) (Item, bool) {
	want := fold(name)
	for _, it := range e.Items {
		if want == it.ID || want == it.Slug || want == fold(it.Number) {
			return it, true
		}
	}
	return Item{}, false
}

// fold makes the ways of typing a number alike: Ⅱ.6.(1) and II.6.（１） are one.
func fold(s string) string {
	return strings.ToLower(strings.Join(strings.Fields(norm.NFKC.String(s)), ""))
}

// Nearest returns the id that a person who typed name most likely meant, or "".
func (e *Edition) Nearest(name string) string {
	if it, ok := e.Item(name); ok {
		return it.ID
	}
	ids := make([]string, len(e.Items))
	for i, it := range e.Items {
		ids[i] = it.ID
	}
	return lang.Nearest(name, ids)
}

// Asked returns the items that a standard answers: all but the follow-up acts, in printed order.
func (e *Edition) Asked() []Item {
	var items []Item
	for _, it := range e.Items {
		if it.Kind != FollowUp {
			items = append(items, it)
		}
	}
	return items
}

// ActorTitle names the actors of a follow-up act.
func (e *Edition) ActorTitle(actor string) lang.Text {
	var ja, en []string
	for _, id := range strings.Fields(actor) {
		t := lang.Same(id)
		for _, a := range e.Actors {
			if a.ID == id {
				t = a.Title
			}
		}
		ja, en = append(ja, t.JA), append(en, t.EN)
	}
	return lang.Text{JA: strings.Join(ja, "・"), EN: strings.Join(en, ", ")}
}

// GroupTitle is the heading of a group with its number.
func (e *Edition) GroupTitle(id string) lang.Text {
	for _, g := range e.Groups {
		if g.ID == id {
			return lang.Text{JA: g.Number + " " + g.Title.JA, EN: g.Number + " " + g.Title.EN}
		}
	}
	return lang.Same(id)
}
