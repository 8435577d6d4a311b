package check

import (
	"slices"
	"strings"
	"time"

	"kijun/internal/access"
	"kijun/internal/guideline"
	"kijun/internal/lang"
	"kijun/internal/measure"
	"kijun/internal/standard"
)

// Entry is one clause of a check with its answer.
type Entry struct {
	Check  string
	Number int // within its check; never changes
	Snapshot
	Answer
	Branch     Part // the part for which it was set not applicable; "" when for itself
	Carried    bool // answered last year, confirmed by nobody yet
	Changed    bool // the clause reads otherwise than it did, and nobody has answered it since
	Gone       bool // no longer asked; the answer stays
	Evidence   int  // how many pieces are linked
	AnsweredAt time.Time
	AnsweredBy string
	Version    int

	place int
}

// Beyond stands for an item where a clause answers none.
const Beyond = "beyond"

// Snapshot is a clause as it read when the check took it in.
type Snapshot struct {
	Ref      standard.Ref
	Document lang.Text // title
	Items    []string  // that it answers, in the order of the guideline; Beyond alone: none
	Tier     standard.Tier
	Word     string
	Level    standard.Level
	Degree   string
	Heading  string
	Text     string
	Phase    string
	Withheld bool
	Reason   string // why it is withheld
}

// same reports whether two snapshots ask the same.
func (s Snapshot) same(o Snapshot) bool {
	return s.Tier == o.Tier && s.Word == o.Word && s.Level == o.Level && s.Degree == o.Degree && s.Heading == o.Heading &&
		s.Text == o.Text && s.Withheld == o.Withheld
}

// equal reports whether nothing at all differs, the items included.
func (s Snapshot) equal(o Snapshot) bool {
	return s.same(o) && s.Ref == o.Ref && s.Document == o.Document && s.Phase == o.Phase && s.Reason == o.Reason && slices.Equal(s.Items, o.Items)
}

// search is the folded text in which words are looked for.
func (s Snapshot) search() string {
	return lang.Fold(strings.Join([]string{s.Ref.String(), s.Document.JA, s.Document.EN, s.Heading, s.Text, s.Degree}, "\n"))
}

// Part is what an entry stands under: "item:p3.1", "group:p3", "document:water-guideline".
type Part string

// The kinds of parts. The total of a check is the part "".
const (
	itemPart     = "item:"
	groupPart    = "group:"
	documentPart = "document:"
	total        = Part("")
)

// ItemPart, GroupPart and DocumentPart name a part.
func ItemPart(id string) Part     { return Part(itemPart + id) }
func GroupPart(id string) Part    { return Part(groupPart + id) }
func DocumentPart(id string) Part { return Part(documentPart + id) }

// Split returns the kind of a part (item, group, document) and its id.
func (p Part) Split() (kind, id string) {
	kind, id, _ = strings.Cut(string(p), ":")
	return kind, id
}

// valid reports whether the part has the form of one.
func (p Part) valid() bool {
	kind, id := p.Split()
	return id != "" && (kind+":" == itemPart || kind+":" == groupPart || kind+":" == documentPart)
}

// parts are the parts under which an entry stands, each once.
func (s Snapshot) parts(e *guideline.Edition) []Part {
	var ps []Part
	add := func(p Part) {
		if !slices.Contains(ps, p) {
			ps = append(ps, p)
		}
	}
	for _, id := range s.Items {
		add(ItemPart(id))
		add(GroupPart(groupOf(e, id)))
	}
	add(DocumentPart(s.Ref.Document))
	return ps
}

// groupOf is the group of an item; what answers none is a group of its own.
func groupOf(e *guideline.Edition, item string) string {
	if it, ok := e.ByID(item); ok {
		return it.Group
	}
	return Beyond
}

// asked turns a sheet into snapshots: the upper clauses that ask the operator, and its own rules, each
// once, in the order of the sheet.
func asked(s *measure.Sheet) []Snapshot {
	at := map[standard.Ref]int{}
	var out []Snapshot
	take := func(item string, e measure.Entry) {
		if e.Document.Tier != standard.InHouse && e.Actor != "operator" {
			return
		}
		i, known := at[e.Ref()]
		if !known {
			i = len(out)
			at[e.Ref()] = i
			out = append(out, snapshot(e.Clause))
		}
		if !slices.Contains(out[i].Items, item) {
			out[i].Items = append(out[i].Items, item)
		}
	}
	for _, it := range s.Items {
		for _, t := range standard.Tiers {
			for _, e := range it.Tiers[t] {
				take(it.ID, e)
			}
		}
	}
	for _, c := range s.Clauses() { // what answers no item, rules that carry out nothing in force included
		if _, known := at[c.Ref()]; !known {
			take(Beyond, measure.Entry{Clause: c})
		}
	}
	return out
}

func snapshot(c *standard.Clause) Snapshot {
	return Snapshot{Ref: c.Ref(), Document: c.Document.Title, Tier: c.Document.Tier, Word: c.Word, Level: c.Level,
		Degree: c.Degree.String(), Heading: c.Heading, Text: strings.TrimSpace(c.Text), Phase: c.Phase, Withheld: c.Withheld, Reason: c.Reason}
}

// object is what the rule table sees of an entry: it belongs to its check.
func (e Entry) object(c SelfCheck) access.Object {
	o := c.Object()
	o.ID += "/" + e.Ref.String()
	o.Version = e.digest()
	return o
}
