package guideline

import (
	"cmp"
	"slices"
	"strings"

	"kijun/internal/lang"
)

// searched is what a search looks through for one item, folded.
type searched struct {
	name  string // ids, number, slug, titles
	whole string
}

// searchTexts folds the items once.
func (e *Edition) searchTexts() []searched {
	out := make([]searched, len(e.Items))
	for i, it := range e.Items {
		name := strings.Join([]string{it.ID, it.Number, it.Slug, it.Title.JA, it.Title.EN}, "\n")
		words := []string{name, it.Asks.JA, it.Asks.EN, e.GroupTitle(it.Group).JA, e.GroupTitle(it.Group).EN, Kinds[it.Kind].JA, Kinds[it.Kind].EN}
		for _, x := range it.Examples {
			words = append(words, x.JA, x.EN)
		}
		words = append(words, it.References.CSF...)
		words = append(words, it.References.ISO27001...)
		out[i] = searched{lang.Fold(name), lang.Fold(strings.Join(words, "\n"))}
	}
	return out
}

// Search returns the items in which every word stands, in either language: first the one that the words
// name by id, slug or printed number, then those with all of them in their titles, then the others, each in
// printed order. Without words it returns all.
func (e *Edition) Search(words string) []Item {
	want := strings.Fields(lang.Fold(words))
	named, _ := e.Item(words)
	type hit struct {
		Item
		rank int
	}
	var hits []hit
	for i, s := range e.folded() {
		it := e.Items[i]
		switch {
		case it.ID == named.ID:
			hits = append(hits, hit{it, 0})
		case hasAll(s.name, want):
			hits = append(hits, hit{it, 1})
		case hasAll(s.whole, want):
			hits = append(hits, hit{it, 2})
		}
	}
	slices.SortStableFunc(hits, func(a, b hit) int { return cmp.Compare(a.rank, b.rank) })
	items := make([]Item, len(hits))
	for i, h := range hits {
		items[i] = h.Item
	}
	return items
}

func hasAll(text string, words []string) bool {
	return !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(text, w) })
}
