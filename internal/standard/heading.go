package standard

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kijun/internal/lang"
)

// Attribute is one key="value" pair of a heading.
type Attribute struct {
	Key    string
	Value  string
	column int // of the key, in code points from 1
}

// attributeKeys in their canonical order.
var attributeKeys = []string{"covers", "level", "degree", "actor", "audience", "phase", "applies", "withheld", "implements", "source"}

// clauseKeys make a heading a clause.
var clauseKeys = []string{"covers", "level", "implements", "withheld"}

// heading is an ATX heading line taken apart.
type heading struct {
	depth      int
	text       string
	id         string
	idColumn   int
	attributes []Attribute
}

// syntaxError is where and why a heading line could not be read.
type syntaxError struct {
	offset int // bytes from the start of the line
	why    lang.Text
}

// scanHeading takes an ATX heading line apart. A line whose attributes are broken yields the error
// and the heading without them.
func scanHeading(line string) (heading, *syntaxError) {
	start := strings.IndexByte(line, '#')
	rest := strings.TrimLeft(line[start:], "#")
	h := heading{depth: len(line) - start - len(rest)}
	body := trimClosing(line)
	open, err := attributesStart(line, body)
	if err != nil {
		h.text = strings.TrimSpace(rest)
		return h, err
	}
	if open < 0 {
		h.text = strings.TrimSpace(body[start+h.depth:])
		return h, nil
	}
	h.text = strings.TrimSpace(line[start+h.depth : open])
	s := attributeScanner{line: body, at: open + 1}
	err = s.scan(&h)
	return h, err
}

// trimClosing drops trailing space and a closing sequence of #, which CommonMark allows.
func trimClosing(line string) string {
	line = strings.TrimRight(line, " \t\r")
	bare := strings.TrimRight(line, "#")
	closed := strings.TrimRight(bare, " \t")
	if closed == "" || closed == bare { // nothing but the opening #, or # that belong to the text
		return line
	}
	return closed
}

var fullWidth = lang.Text{JA: "全角の「%s」は使えません。半角で書いてください", EN: "%q is full-width: write it half-width"}

// attributesStart returns the offset of the { that opens the attribute list, or -1 where the heading
// has none.
func attributesStart(line, body string) (int, *syntaxError) {
	if open := strings.Index(body, "{#"); open >= 0 {
		return open, nil
	}
	for _, wide := range []string{"｛", "{＃"} {
		if i := strings.Index(body, wide); i >= 0 {
			return 0, &syntaxError{i, fullWidth.With(wide)}
		}
	}
	if !strings.HasSuffix(body, "}") {
		return -1, nil
	}
	open := strings.LastIndexByte(body, '{')
	if open < 0 {
		return -1, nil
	}
	return 0, &syntaxError{min(open+1, len(line)), lang.Text{JA: "最初に #ID を書いてください", EN: "the first thing inside is #id"}}
}

// attributeScanner reads `#id key="value" …}` from the byte after the opening brace.
type attributeScanner struct {
	line string
	at   int
}

func (s *attributeScanner) scan(h *heading) *syntaxError {
	s.at++ // the #
	h.idColumn = column(s.line, s.at)
	if h.id = s.word(); h.id == "" {
		return s.fail(lang.Text{JA: "# の後に ID がありません", EN: "no id after #"})
	}
	for {
		spaced := s.spaces()
		switch {
		case s.at == len(s.line):
			return s.fail(lang.Text{JA: "閉じる } がありません", EN: "the closing } is missing"})
		case s.line[s.at] == '}':
			if s.at+1 < len(s.line) {
				s.at++
				return s.fail(lang.Text{JA: "} の後に文字があります。{ } は見出しの最後に置いてください", EN: "text after }: the attributes stand at the end of the heading"})
			}
			return nil
		case !spaced:
			return s.fail(lang.Text{JA: "ここには空白か } が必要です", EN: "a space or } is needed here"})
		}
		if err := s.attribute(h); err != nil {
			return err
		}
	}
}

func (s *attributeScanner) attribute(h *heading) *syntaxError {
	a := Attribute{column: column(s.line, s.at)}
	if a.Key = s.word(); a.Key == "" {
		return s.unexpected()
	}
	if !strings.HasPrefix(s.line[s.at:], `="`) {
		if wide, _ := utf8.DecodeRuneInString(strings.TrimPrefix(s.line[s.at:], "=")); strings.ContainsRune("＝“”＂「", wide) {
			return s.fail(fullWidth.With(string(wide)))
		}
		return s.fail(lang.Text{JA: `%s の後には ="値" と書いてください`, EN: `write ="value" after %s`}.With(a.Key))
	}
	s.at += 2
	value, closed := s.quoted()
	if !closed {
		return s.fail(lang.Text{JA: `閉じる " がありません`, EN: `the closing " is missing`})
	}
	a.Value = value
	h.attributes = append(h.attributes, a)
	return nil
}

// word reads letters, digits, '-', '_' and '.'.
func (s *attributeScanner) word() string {
	rest := s.line[s.at:]
	end := strings.IndexFunc(rest, func(r rune) bool { return !idRune(r) })
	if end < 0 {
		end = len(rest)
	}
	s.at += end
	return rest[:end]
}

// quoted reads up to the closing quote; \" and \\ stand for " and \, any other \ for itself.
func (s *attributeScanner) quoted() (value string, closed bool) {
	var b strings.Builder
	for s.at < len(s.line) {
		c := s.line[s.at]
		s.at++
		switch {
		case c == '"':
			return b.String(), true
		case c == '\\' && s.at < len(s.line) && (s.line[s.at] == '"' || s.line[s.at] == '\\'):
			b.WriteByte(s.line[s.at])
			s.at++
		default:
			b.WriteByte(c)
		}
	}
	return "", false
}

func (s *attributeScanner) spaces() bool {
	from := s.at
	for s.at < len(s.line) && (s.line[s.at] == ' ' || s.line[s.at] == '\t') {
		s.at++
	}
	return s.at > from
}

func (s *attributeScanner) unexpected() *syntaxError {
	r, _ := utf8.DecodeRuneInString(s.line[s.at:])
	if r > unicode.MaxASCII && !idRune(r) {
		return s.fail(fullWidth.With(string(r)))
	}
	return s.fail(lang.Text{JA: "%q はここに置けません（キー=\"値\" だけが使えます）", EN: "unexpected %q: only key=\"value\" pairs may follow"}.With(string(r)))
}

func (s *attributeScanner) fail(why lang.Text) *syntaxError { return &syntaxError{s.at, why} }

// idRune reports whether r may stand in an id.
func idRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '-' || r == '_' || r == '.'
}

// validID reports whether s may name a document or a clause.
func validID(s string) bool {
	return s != "" && strings.IndexFunc(s, func(r rune) bool { return !idRune(r) }) < 0
}

// column turns a byte offset of line into a column from 1 in code points.
func column(line string, offset int) int {
	return utf8.RuneCountInString(line[:min(offset, len(line))]) + 1
}

// quote writes a value so that the scanner reads it back.
func quote(value string) string {
	var b strings.Builder
	b.WriteByte('"')
	for i := 0; i < len(value); i++ {
		next := byte(0)
		if i+1 < len(value) {
			next = value[i+1]
		}
		last := i+1 == len(value)
		if c := value[i]; c == '"' || c == '\\' && (last || next == '"' || next == '\\') {
			b.WriteByte('\\')
		}
		b.WriteByte(value[i])
	}
	return b.String() + `"`
}

// line writes the heading as it stands in a canonical file.
func (s *Section) line() string {
	var b strings.Builder
	b.WriteString(strings.Repeat("#", s.Depth))
	if s.Heading != "" {
		b.WriteString(" " + s.Heading)
	}
	if s.ID == "" {
		return b.String()
	}
	b.WriteString(" {#" + s.ID)
	for _, key := range attributeKeys {
		for _, a := range s.Attributes {
			if a.Key == key {
				b.WriteString(" " + key + "=" + quote(a.Value))
			}
		}
	}
	return b.String() + "}"
}
