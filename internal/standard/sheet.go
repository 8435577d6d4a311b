package standard

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"kijun/internal/guideline"
	"kijun/internal/lang"
)

// Sheet is a standard as rows, for Excel and CSV. It holds all that the Markdown file holds: Front has
// a row for each value of the front matter (its path and the value), Decisions a row for each decision,
// and Body a row for each heading with its text.
type Sheet struct {
	Front     []Row
	Decisions []Row
	Body      []Row
}

// Row is one row of a table of a sheet: as many cells as the table has columns.
type Row struct {
	At    Place // where it stands in the workbook or CSV file it came from; Line is the row
	Cells []string
}

func row(cells ...string) Row { return Row{Cells: cells} }

// Columns of the three tables. The last column of a decision is its comment.
var (
	decisionParts   = []string{"item", "decision", "into", "reason.ja", "reason.en", "decided"}
	FrontColumns    = []string{"key", "value"}
	DecisionColumns = append(slices.Clone(decisionParts), "comment")
	BodyColumns     = append([]string{"depth", "heading", "id"}, append(slices.Clone(attributeKeys), "text")...)
)

// commentMark ends the key of a row that holds the comment above a key or an element.
const commentMark = "#"

// ToSheet puts a document into rows.
func ToSheet(d *Document) Sheet {
	s := Sheet{}
	root := canonical(d.front.root)
	for i := 0; i+1 < len(root.Content); i += 2 {
		key, value := root.Content[i], root.Content[i+1]
		s.comment(escapeKey(key.Value), key)
		if key.Value == "decisions" && len(value.Content) > 0 {
			s.decisions(value)
			continue
		}
		s.flatten(escapeKey(key.Value), value)
	}
	if d.Preamble != "" {
		s.Body = append(s.Body, bodyRow(Section{Text: d.Preamble}))
	}
	for _, sec := range d.Sections {
		s.Body = append(s.Body, bodyRow(sec))
	}
	return s
}

func (s *Sheet) comment(path string, n *yaml.Node) {
	if n.HeadComment != "" {
		s.Front = append(s.Front, row(path+commentMark, n.HeadComment))
	}
}

// flatten adds a row for each value under n: title.ja, sectors[1], levels.遵守; an empty list or
// mapping is a row of its own, services[] or levels{}.
func (s *Sheet) flatten(path string, n *yaml.Node) {
	switch {
	case n.Kind == yaml.ScalarNode:
		s.Front = append(s.Front, row(path, n.Value))
	case len(n.Content) == 0 && n.Kind == yaml.SequenceNode:
		s.Front = append(s.Front, row(path+"[]", ""))
	case len(n.Content) == 0:
		s.Front = append(s.Front, row(path+"{}", ""))
	}
	for i, c := range n.Content {
		switch {
		case n.Kind == yaml.SequenceNode:
			element := fmt.Sprintf("%s[%d]", path, i+1)
			s.comment(element, c)
			s.flatten(element, c)
		case i%2 == 1:
			s.flatten(path+"."+escapeKey(n.Content[i-1].Value), c)
		}
	}
}

func (s *Sheet) decisions(list *yaml.Node) {
	for _, n := range list.Content {
		cells := make([]string, len(DecisionColumns))
		for i, part := range decisionParts {
			value := n
			for _, key := range strings.Split(part, ".") {
				if value != nil {
					value = child(value, key)
				}
			}
			if value != nil {
				cells[i] = value.Value
			}
		}
		cells[len(cells)-1] = n.HeadComment
		s.Decisions = append(s.Decisions, row(cells...))
	}
}

// givenEmpty is the cell of an attribute that is there and empty: a clause withheld without a reason stays
// withheld.
const givenEmpty = `""`

func bodyRow(sec Section) Row {
	cells := make([]string, len(BodyColumns))
	if sec.Depth > 0 {
		cells[0] = strconv.Itoa(sec.Depth)
	}
	cells[1], cells[2], cells[len(cells)-1] = sec.Heading, sec.ID, sec.Text
	for _, a := range sec.Attributes {
		cells[slices.Index(BodyColumns, a.Key)] = a.Value
		if a.Value == "" {
			cells[slices.Index(BodyColumns, a.Key)] = givenEmpty
		}
	}
	return row(cells...)
}

// Markdown writes the sheet as a canonical file.
func (s Sheet) Markdown() (string, []Problem) {
	text, _, ps := s.markdown()
	return text, ps
}

// markdown also returns the row that each line of the text came from, where one did.
func (s Sheet) markdown() (text string, origins map[int]Place, ps problems) {
	preamble, sections := s.sections(&ps)
	if len(ps) > 0 {
		return "", nil, ps
	}
	text, headings, err := write(s.front(), preamble, sections)
	if err != nil {
		ps.add(ruleBrokenYAML, Place{}, lang.Same(err.Error()))
		return "", nil, ps
	}
	origins = s.frontOrigins(text)
	for i, line := range headings {
		origins[line] = sections[i].Place
	}
	return text, origins, ps
}

func (s Sheet) front() *yaml.Node {
	front := &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map"}
	for _, r := range s.Front {
		if !strings.HasSuffix(r.Cells[0], commentMark) {
			set(front, splitPath(r.Cells[0]), r.Cells[1])
		}
	}
	if len(s.Decisions) > 0 {
		front.Content = append(front.Content, scalar("decisions"), s.decisionList())
	}
	for _, r := range s.Front {
		if path, ok := strings.CutSuffix(r.Cells[0], commentMark); ok {
			annotate(front, splitPath(path), r.Cells[1])
		}
	}
	return front
}

func (s Sheet) decisionList() *yaml.Node {
	list := &yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq"}
	for _, r := range s.Decisions {
		n := &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map"}
		for i, part := range decisionParts {
			if r.Cells[i] != "" {
				set(n, strings.Split(part, "."), r.Cells[i])
			}
		}
		n.HeadComment = asComment(r.Cells[len(r.Cells)-1])
		list.Content = append(list.Content, n)
	}
	return list
}

// frontOrigins finds the rows of the lines of the front matter, by the key that each line is under.
func (s Sheet) frontOrigins(text string) map[int]Place {
	origins := map[int]Place{}
	key, decision, number := "", -1, 0
	for line := range strings.Lines(text) {
		number++
		switch {
		case number > 1 && strings.TrimSpace(line) == "---":
			return origins
		case strings.HasPrefix(line, "- ") && key == "decisions":
			decision++
		case !strings.ContainsRune(" -#", rune(line[0])):
			key, _, _ = strings.Cut(line, ":")
		}
		if decision >= 0 && decision < len(s.Decisions) {
			origins[number] = s.Decisions[decision].At
			continue
		}
		for _, r := range s.Front {
			if parts := splitPath(r.Cells[0]); len(parts) > 0 && parts[0] == key {
				origins[number] = r.At
				break
			}
		}
	}
	return origins
}

// sections turns the rows of the body back into the preamble and the sections. A row without depth,
// heading and id goes on with the text above it, because a cell of Excel holds 32,767 characters.
func (s Sheet) sections(ps *problems) (preamble string, sections []Section) {
	for _, r := range s.Body {
		text := r.Cells[len(r.Cells)-1]
		if r.Cells[0] == "" && r.Cells[1] == "" && r.Cells[2] == "" {
			if len(sections) == 0 {
				preamble += text
			} else {
				sections[len(sections)-1].Text += text
			}
			continue
		}
		sections = append(sections, r.section(ps))
	}
	for i := range sections {
		sections[i].Text = trimBlankLines(sections[i].Text)
	}
	return trimBlankLines(preamble), sections
}

func (r Row) section(ps *problems) Section {
	depth := 2
	if d := strings.TrimSpace(r.Cells[0]); d != "" {
		if depth, _ = strconv.Atoi(d); depth < 1 || depth > 6 {
			ps.add(ruleUnknownWord, r.At, "depth", d, lang.Text{}, "1, 2, 3, 4, 5, 6")
		}
	}
	sec := Section{Depth: depth, Heading: strings.TrimSpace(unbroken(r.Cells[1])), ID: strings.TrimSpace(r.Cells[2]), Text: r.Cells[len(r.Cells)-1], Place: r.At}
	for i, column := range BodyColumns[3 : len(BodyColumns)-1] {
		switch v := r.Cells[i+3]; v {
		case "":
		case givenEmpty:
			sec.Attributes = append(sec.Attributes, Attribute{Key: column})
		default:
			sec.Attributes = append(sec.Attributes, Attribute{Key: column, Value: unbroken(v)})
		}
	}
	if sec.ID == "" && len(sec.Attributes) > 0 {
		ps.add(ruleClauseNeedsID, r.At)
	}
	return sec
}

// unbroken makes one line of a cell, because a heading is one line.
func unbroken(s string) string { return lineBreaks.Replace(s) }

var lineBreaks = strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ")

// FromSheet reads a sheet as Parse reads a file. Problems name the rows that the sheet came from.
func FromSheet(path string, s Sheet, c *guideline.Catalogue) (*Document, []Problem) {
	text, origins, ps := s.markdown()
	if len(ps) > 0 {
		return nil, ps
	}
	d, found := Parse(path, []byte(text), c)
	for i, p := range found {
		if at, ok := origins[p.Line]; ok {
			found[i].Place = at
		}
	}
	return d, found
}
