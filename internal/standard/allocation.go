package standard

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"kijun/internal/clock"
	"kijun/internal/guideline"
	"kijun/internal/lang"
)

// AllocationFile is the name of the file that holds a sector's allocation.
const AllocationFile = "allocation.yaml"

// Allocation says, for one sector from one day on, which tier or document takes each item.
type Allocation struct {
	Path      string
	Sector    string
	Guideline string
	Decided   clock.Date
	By        lang.Text
	Items     []Allotment
	place     Place
}

// Allotment is where the allocation puts one item: to a tier, to a document, or nowhere.
type Allotment struct {
	Item     string
	Tier     Tier
	Document string
	LeftOut  bool
	Reason   lang.Text
	Place    Place
}

// Item returns what the allocation says of an item. A nil allocation says nothing.
func (a *Allocation) Item(id string) (Allotment, bool) {
	if a == nil {
		return Allotment{}, false
	}
	i := slices.IndexFunc(a.Items, func(t Allotment) bool { return t.Item == id })
	if i < 0 {
		return Allotment{}, false
	}
	return a.Items[i], true
}

// ParseAllocation reads an allocation; nil where it cannot be worked with.
func ParseAllocation(path string, data []byte, c *guideline.Catalogue) (*Allocation, []Problem) {
	p := docParser{yamlReader{path: path, edition: c.Latest(), catalogue: c}}
	source, ok := p.source(data)
	if !ok {
		return nil, p.problems
	}
	root := p.load(source)
	if root == nil {
		return nil, p.problems
	}
	a := &Allocation{Path: path, Guideline: p.edition.ID, place: p.place(root)}
	if n := child(root, "guideline"); n != nil {
		p.guideline(n, &a.Guideline)
	}
	p.mapping("allocation", root, []field{
		{"sector", func(n *yaml.Node) {
			if p.word("sector", n, &a.Sector); a.Sector != "" {
				p.sector(a.Sector, n)
			}
		}},
		{"guideline", func(*yaml.Node) {}},
		{"decided", func(n *yaml.Node) { p.date("decided", n, &a.Decided) }},
		{"by", func(n *yaml.Node) { p.text("by", n, &a.By) }},
		{"items", func(n *yaml.Node) { p.allotments(n, a) }},
	})
	p.required(root, "sector", "items")
	return a, p.problems
}

func (r *yamlReader) allotments(n *yaml.Node, a *Allocation) {
	if n.Kind != yaml.MappingNode {
		r.wrong("items", n, shapeMapping)
		return
	}
	r.pairs(n, func(key, value *yaml.Node) {
		t := Allotment{Place: r.place(key)}
		if r.item(key, &t.Item); t.Item == "" {
			return
		}
		if value.Kind == yaml.ScalarNode {
			r.oneOf(t.Item, value, tierWords(), (*string)(&t.Tier))
		} else {
			r.mapping(t.Item, value, []field{
				{"document", func(n *yaml.Node) { r.id("document", n, &t.Document) }},
				{"left-out", func(n *yaml.Node) { t.LeftOut = true; r.text("left-out", n, &t.Reason) }},
			})
		}
		if t.LeftOut && t.Reason.IsZero() {
			r.add(ruleNoReason, t.Place)
		}
		a.Items = append(a.Items, t)
	})
}

// duplicateAllocations notes allocations of one sector and one day.
func (ps *problems) duplicateAllocations(as []*Allocation) {
	seen := map[string]string{}
	for _, a := range as {
		key := strings.Join([]string{a.Sector, a.Guideline, string(a.Decided)}, "\x00")
		if first, twice := seen[key]; twice {
			ps.add(ruleAllocatedTwo, a.place, a.Sector, a.Decided, first)
			continue
		}
		seen[key] = a.Path
	}
}
