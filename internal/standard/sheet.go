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
	Front     [][]string
	Decisions [][]string
	Body      [][]string
}

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
		if key.Value == "decisions" {
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
		s.Front = append(s.Front, []string{path + commentMark, n.HeadComment})
	}
}

// flatten adds a row for each value under n: title.ja, sectors[1], levels.遵守; an empty list or
// mapping is a row of its own, services[] or levels{}.
func (s *Sheet) flatten(path string, n *yaml.Node) {
	switch {
	case n.Kind == yaml.ScalarNode:
		s.Front = append(s.Front, []string{path, n.Value})
	case len(n.Content) == 0 && n.Kind == yaml.SequenceNode:
		s.Front = append(s.Front, []string{path + "[]", ""})
	case len(n.Content) == 0:
		s.Front = append(s.Front, []string{path + "{}", ""})
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
		row := make([]string, len(DecisionColumns))
		for i, part := range decisionParts {
			value := n
			for _, key := range strings.Split(part, ".") {
				if value != nil {
					value = child(value, key)
				}
			}
			if value != nil {
				row[i] = value.Value
			}
		}
		row[len(row)-1] = n.HeadComment
		s.Decisions = append(s.Decisions, row)
	}
}

func bodyRow(sec Section) []string {
	row := make([]string, len(BodyColumns))
	if sec.Depth > 0 {
		row[0] = strconv.Itoa(sec.Depth)
	}
	row[1], row[2], row[len(row)-1] = sec.Heading, sec.ID, sec.Text
	for _, a := range sec.Attributes {
		row[slices.Index(BodyColumns, a.Key)] = a.Value
	}
	return row
}

// Markdown writes the sheet as a canonical file. The rows must have the columns of their table.
func (s Sheet) Markdown() (string, error) {
	front := &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map"}
	for _, row := range s.Front {
		if !strings.HasSuffix(row[0], commentMark) {
			set(front, splitPath(row[0]), row[1])
		}
	}
	if len(s.Decisions) > 0 {
		front.Content = append(front.Content, scalar("decisions"), s.decisionList())
	}
	for _, row := range s.Front {
		if path, ok := strings.CutSuffix(row[0], commentMark); ok {
			annotate(front, splitPath(path), row[1])
		}
	}
	preamble, sections, err := s.sections()
	if err != nil {
		return "", err
	}
	return write(front, preamble, sections)
}

func (s Sheet) decisionList() *yaml.Node {
	list := &yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq"}
	for _, row := range s.Decisions {
		n := &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map"}
		for i, part := range decisionParts {
			if row[i] != "" {
				set(n, strings.Split(part, "."), row[i])
			}
		}
		n.HeadComment = asComment(row[len(row)-1])
		list.Content = append(list.Content, n)
	}
	return list
}

// RowError names a row of a sheet that cannot be used.
type RowError struct {
	Row int // of Body, from 0
	Why lang.Text
}

func (e *RowError) Error() string { return fmt.Sprintf("row %d: %s", e.Row, e.Why.EN) }

// sections turns the rows of the body back into the preamble and the sections. A row without depth and
// heading goes on with the text above it, because a cell of Excel holds 32,767 characters at most.
func (s Sheet) sections() (preamble string, sections []Section, err error) {
	for i, row := range s.Body {
		text := row[len(row)-1]
		if row[0] == "" && row[1] == "" && row[2] == "" {
			if len(sections) == 0 {
				preamble += text
			} else {
				sections[len(sections)-1].Text += text
			}
			continue
		}
		sec, why := rowSection(row)
		if !why.IsZero() {
			return "", nil, &RowError{i, why}
		}
		sections = append(sections, sec)
	}
	return preamble, sections, nil
}

func rowSection(row []string) (Section, lang.Text) {
	depth := 2
	if row[0] != "" {
		var err error
		if depth, err = strconv.Atoi(strings.TrimSpace(row[0])); err != nil || depth < 1 || depth > 6 {
			return Section{}, lang.Text{JA: "depth（見出しの深さ）は 1 から 6 の数字です", EN: "depth is a number from 1 to 6"}
		}
	}
	sec := Section{Depth: depth, Heading: strings.TrimSpace(unbroken(row[1])), ID: strings.TrimSpace(row[2]), Text: trimBlankLines(row[len(row)-1])}
	for i, column := range BodyColumns[3 : len(BodyColumns)-1] {
		if v := row[i+3]; v != "" {
			sec.Attributes = append(sec.Attributes, Attribute{Key: column, Value: unbroken(v)})
		}
	}
	if sec.ID == "" && len(sec.Attributes) > 0 {
		return Section{}, ruleClauseNeedsID.Says
	}
	return sec, lang.Text{}
}

// unbroken makes one line of a cell, because a heading is one line.
var lineBreaks = strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ")

func unbroken(s string) string { return lineBreaks.Replace(s) }

// FromSheet reads a sheet as Parse reads a file; path is what problems call it, and where says what
// stands in the place of a line: a row of the file that the sheet came from.
func FromSheet(path string, s Sheet, c *guideline.Catalogue) (*Document, []Problem) {
	text, err := s.Markdown()
	if err != nil {
		var ps problems
		ps.unreadable(path, err)
		return nil, ps
	}
	return Parse(path, []byte(text), c)
}
