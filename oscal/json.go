package oscal

import (
	"bytes"
	"encoding/json"
	"strings"
	"unicode/utf8"
)

// Limits of every reader. Published documents stay far below: the largest known one has 4 MB, and
// its values are nested 25 deep.
const (
	MaxBytes  = 64 << 20
	maxDepth  = 200
	maxValues = 4_000_000 // 64 MB of [] would otherwise take gigabytes of memory
)

// parseJSON reads one JSON value. encoding/json has no ordered objects, and its token reader takes
// several times as long.
func parseJSON(data []byte) (any, *Error) {
	if !utf8.Valid(data) {
		return nil, fail(Encoding)
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	p := &jsonParser{data: data, names: map[string]string{}}
	v := p.value(0)
	if p.space(); p.err == nil && p.pos < len(data) {
		p.syntax("something follows the end of the document")
	}
	if p.err != nil {
		p.err.Line = 1 + bytes.Count(data[:min(p.pos, len(data))], []byte("\n"))
		return nil, p.err
	}
	return v, nil
}

// jsonParser stops at its first error: after one, every method returns at once.
type jsonParser struct {
	data  []byte
	pos   int
	count int               // values so far
	names map[string]string // one string for each member name
	err   *Error
}

func (p *jsonParser) syntax(message string) {
	if p.err == nil {
		p.err = fail(Syntax, message)
	}
}

func (p *jsonParser) space() {
	for p.pos < len(p.data) {
		switch p.data[p.pos] {
		case ' ', '\t', '\n', '\r':
			p.pos++
		default:
			return
		}
	}
}

// take moves over c, after spaces, if it comes next.
func (p *jsonParser) take(c byte) bool {
	p.space()
	if p.err == nil && p.pos < len(p.data) && p.data[p.pos] == c {
		p.pos++
		return true
	}
	return false
}

func (p *jsonParser) value(depth int) any {
	if depth > maxDepth && p.err == nil {
		p.err = fail(TooDeep, maxDepth)
	}
	if p.count++; p.count > maxValues && p.err == nil {
		p.err = fail(TooMany, maxValues)
	}
	switch {
	case p.err != nil:
		return nil
	case p.take('{'):
		return p.object(depth)
	case p.take('['):
		return p.array(depth)
	case p.take('"'):
		return p.text()
	}
	return p.literal()
}

func (p *jsonParser) object(depth int) Object {
	o := Object{}
	if p.take('}') {
		return o
	}
	for p.err == nil {
		name, ok := p.name()
		if !ok {
			return nil
		}
		o = append(o, Member{name, p.value(depth + 1)})
		if p.take(',') {
			continue
		}
		if !p.take('}') {
			p.syntax("expected , or } after a member of an object")
		}
		break
	}
	if twice := o.duplicate(); twice != "" && p.err == nil {
		p.err = fail(Duplicate, twice)
	}
	return o
}

// name reads a member name and its colon.
func (p *jsonParser) name() (string, bool) {
	if !p.take('"') {
		p.syntax("expected the name of a member, in double quotes")
		return "", false
	}
	raw := p.quoted()
	name, known := p.names[string(raw)]
	if !known {
		name = p.unescape(raw)
		p.names[string(raw)] = name
	}
	if !p.take(':') {
		p.syntax("expected : after the name of a member")
	}
	return name, p.err == nil
}

func (p *jsonParser) array(depth int) []any {
	a := []any{}
	if p.take(']') {
		return a
	}
	for p.err == nil {
		a = append(a, p.value(depth+1))
		if p.take(',') {
			continue
		}
		if !p.take(']') {
			p.syntax("expected , or ] after a value of an array")
		}
		break
	}
	return a
}

func (p *jsonParser) text() string { return p.unescape(p.quoted()) }

// quoted returns what stands between the quote just taken and the next one.
func (p *jsonParser) quoted() []byte {
	start := p.pos
	for p.pos < len(p.data) {
		switch c := p.data[p.pos]; {
		case c == '"':
			p.pos++
			return p.data[start : p.pos-1]
		case c == '\\':
			p.pos += 2
		case c < ' ':
			p.syntax("a control character must be escaped in a string")
			return nil
		default:
			p.pos++
		}
	}
	p.syntax("a string does not end")
	return nil
}

// unescape leaves the few strings with escapes to encoding/json, which knows them all.
func (p *jsonParser) unescape(raw []byte) string {
	if bytes.IndexByte(raw, '\\') < 0 {
		return string(raw)
	}
	var s string
	if err := json.Unmarshal([]byte(`"`+string(raw)+`"`), &s); err != nil {
		p.syntax("a string has an escape that JSON does not know")
	}
	return s
}

// literal reads true, false, null or a number.
func (p *jsonParser) literal() any {
	p.space()
	start := p.pos
	for p.pos < len(p.data) && !strings.ContainsRune(" \t\r\n,]}:\"[{", rune(p.data[p.pos])) {
		p.pos++
	}
	switch word := string(p.data[start:p.pos]); word {
	case "true":
		return true
	case "false":
		return false
	case "null":
		return nil
	default:
		if !isNumber(word) {
			p.pos = start
			p.syntax("expected a value")
		}
		return Number(word)
	}
}

// isNumber reports whether word is a JSON number.
func isNumber(word string) bool {
	if word == "" || word[0] != '-' && (word[0] < '0' || word[0] > '9') {
		return false
	}
	return json.Valid([]byte(word))
}
