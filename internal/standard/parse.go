package standard

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"kijun/internal/guideline"
	"kijun/internal/lang"
)

// MaxSize is the size in bytes above which a file is refused.
const MaxSize = 5_000_000

var bom = []byte("\ufeff")

// Parse reads one standard. Path is what problems call the file. The document is nil where the file
// is no standard that could be worked with at all; otherwise it holds all that could be read, and the
// problems name the rest.
func Parse(path string, data []byte, c *guideline.Catalogue) (*Document, []Problem) {
	p := docParser{yamlReader: yamlReader{path: path, above: 1, edition: c.Latest(), catalogue: c}}
	d := p.document(data)
	return d, p.problems
}

// docParser reads one file.
type docParser struct {
	yamlReader
}

func (p *docParser) document(data []byte) *Document {
	source, ok := p.source(data)
	if !ok {
		return nil
	}
	front, body, ok := splitFront(source)
	if !ok {
		p.add(ruleNoFront, Place{Path: p.path, Line: 1, Column: 1})
		return nil
	}
	root := p.load(front)
	if root == nil {
		return nil
	}
	d := &Document{Path: p.path}
	p.readFront(root, d)
	p.body(d, body, strings.Count(front, "\n")+2)
	p.decisionsAgainstClauses(d)
	return d
}

// source checks size and encoding and returns the text with LF line ends and without byte order mark.
func (p *docParser) source(data []byte) (string, bool) {
	top := Place{Path: p.path, Line: 1, Column: 1}
	if len(data) > MaxSize {
		p.add(ruleTooLarge, top, len(data), MaxSize)
		return "", false
	}
	if at := invalidUTF8(data); at >= 0 {
		before := data[:at]
		line := before[bytes.LastIndexByte(before, '\n')+1:]
		p.add(ruleNotUTF8, Place{Path: p.path, Line: 1 + bytes.Count(before, []byte("\n")), Column: 1 + utf8.RuneCount(line)})
		return "", false
	}
	text := string(bytes.TrimPrefix(data, bom))
	return strings.ReplaceAll(text, "\r\n", "\n"), true
}

// invalidUTF8 returns the offset of the first byte that is not UTF-8, or -1.
func invalidUTF8(data []byte) int {
	if utf8.Valid(data) {
		return -1
	}
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
}

// isStandard reports whether a file begins as a standard does.
func isStandard(data []byte) bool {
	data = bytes.TrimPrefix(data, bom)
	first, _, _ := bytes.Cut(data, []byte("\n"))
	return string(bytes.TrimRight(first, " \t\r")) == "---"
}

// splitFront parts the front matter from the body; both keep their line ends.
func splitFront(source string) (front, body string, ok bool) {
	first, rest, _ := strings.Cut(source, "\n")
	if strings.TrimRight(first, " \t") != "---" {
		return "", "", false
	}
	for at := 0; at < len(rest); {
		line, _, _ := strings.Cut(rest[at:], "\n")
		end := min(at+len(line)+1, len(rest))
		if strings.TrimRight(line, " \t") == "---" {
			return rest[:at], rest[end:], true
		}
		at = end
	}
	return "", "", false
}

// blocks parses the block structure only: what is a heading, and what merely looks like one inside
// code, a quotation or a list.
var blocks = parser.NewParser(parser.WithBlockParsers(parser.DefaultBlockParsers()...))

// body splits the text at its ATX headings. above is the number of lines of the file before it.
func (p *docParser) body(d *Document, body string, above int) {
	src := []byte(body)
	lines := lineCounter{src: body, line: above + 1}
	textFrom, seen := 0, map[string]int{}
	for n := blocks.Parse(text.NewReader(src)).FirstChild(); n != nil; n = n.NextSibling() {
		start, ok := atxStart(n, body)
		if !ok {
			p.lookalikes(n, body, lines)
			continue
		}
		line, _, _ := strings.Cut(body[start:], "\n")
		d.endText(body[textFrom:start])
		textFrom = min(start+len(line)+1, len(body))
		p.section(d, line, lines.at(start), seen)
	}
	d.endText(body[textFrom:])
}

// endText closes the section that is open, or the preamble.
func (d *Document) endText(raw string) {
	t := trimBlankLines(raw)
	if len(d.Sections) == 0 {
		d.Preamble = t
		return
	}
	s := &d.Sections[len(d.Sections)-1]
	s.Text = t
	if s.Clause != nil {
		s.Clause.Text = t
	}
}

var atx = regexp.MustCompile(`^ {0,3}#{1,6}(?:[ \t]|$)`)

// atxStart returns the offset of the line on which an ATX heading stands. A heading that is
// underlined instead is text to us: it cannot hold attributes.
func atxStart(n ast.Node, body string) (int, bool) {
	if n.Kind() != ast.KindHeading {
		return 0, false
	}
	start := strings.LastIndexByte(body[:n.Pos()], '\n') + 1
	line, _, _ := strings.Cut(body[start:], "\n")
	return start, atx.MatchString(line)
}

// lineCounter tells the line of ascending offsets.
type lineCounter struct {
	src  string
	from int
	line int
}

func (c *lineCounter) at(offset int) int {
	c.line += strings.Count(c.src[c.from:offset], "\n")
	c.from = offset
	return c.line
}

// lookalikes notes lines that were meant as clause headings but are none: attributes behind # signs
// that CommonMark does not take for a heading, or that stand in a quotation or a list.
func (p *docParser) lookalikes(n ast.Node, body string, lines lineCounter) {
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering || n.Kind() != ast.KindParagraph && n.Kind() != ast.KindTextBlock && n.Kind() != ast.KindHeading {
			return ast.WalkContinue, nil
		}
		for _, s := range n.Lines().Sliced(0, n.Lines().Len()) {
			start := strings.LastIndexByte(body[:s.Start], '\n') + 1
			if line := strings.TrimSpace(body[start:s.Stop]); lookalike.MatchString(line) {
				p.add(ruleNotAHeading, Place{Path: p.path, Line: lines.at(start), Column: 1})
			}
		}
		return ast.WalkSkipChildren, nil
	})
}

var lookalike = regexp.MustCompile(`^[-*+>0-9.) ]*[#＃]+.*[{｛][#＃]`)

func trimBlankLines(s string) string {
	for {
		line, rest, found := strings.Cut(s, "\n")
		if !found || strings.TrimSpace(line) != "" {
			break
		}
		s = rest
	}
	if strings.TrimSpace(s) == "" {
		return ""
	}
	return strings.TrimRight(s, " \t\n")
}

// section adds the section that begins with a heading line.
func (p *docParser) section(d *Document, line string, number int, seen map[string]int) {
	at := Place{Path: p.path, Line: number, Column: 1}
	h, err := scanHeading(line)
	if err != nil {
		at.Column = column(line, err.offset)
		p.add(ruleBroken, at, err.why)
		h.id, h.attributes = "", nil
	}
	s := Section{Depth: h.depth, Heading: h.text, ID: h.id, Place: at}
	if h.id != "" {
		at.Column = h.idColumn
		if first, twice := seen[h.id]; twice {
			p.add(ruleDuplicateMark, at, h.id, first)
		} else {
			seen[h.id] = number
		}
	}
	s.Attributes = p.knownAttributes(h.attributes, number)
	s.Clause = p.clause(d, &s)
	d.Sections = append(d.Sections, s)
}

// knownAttributes drops, with a problem, what is unknown or repeated.
func (p *docParser) knownAttributes(as []Attribute, line int) []Attribute {
	var known []Attribute
	for _, a := range as {
		at := Place{Path: p.path, Line: line, Column: a.column}
		switch {
		case !slices.Contains(attributeKeys, a.Key):
			p.add(ruleUnknownAttr, at, a.Key, meant(a.Key, attributeKeys))
		case attribute(known, a.Key) != nil:
			p.add(ruleRepeatedAttr, at, a.Key)
		default:
			known = append(known, a)
		}
	}
	return known
}

func attribute(as []Attribute, key string) *Attribute {
	for i := range as {
		if as[i].Key == key {
			return &as[i]
		}
	}
	return nil
}

// decisionsAgainstClauses notes decisions that claim a clause which is not there.
func (p *docParser) decisionsAgainstClauses(d *Document) {
	covered := map[string]bool{}
	for _, c := range d.Clauses() {
		for _, cov := range c.Covers {
			covered[cov.Item] = true
		}
	}
	for _, dec := range d.Decisions {
		if (dec.Choice == ChoseCovered || dec.Choice == ChosePartly) && !covered[dec.Item] {
			p.add(ruleNoClause, dec.Place, dec.Item, choiceLabel[dec.Choice])
		}
	}
}

var choiceLabel = map[Choice]lang.Text{
	ChoseCovered: {JA: "規定あり", EN: "covered"},
	ChosePartly:  {JA: "一部規定", EN: "partly covered"},
}
