package oscal

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"unicode/utf8"
)

// namespace is the one of every OSCAL 1.x document in XML.
const namespace = "http://csrc.nist.gov/ns/oscal/1.0"

// element is an XML element on its way to the tree: content is text (string) or *element.
type element struct {
	name    string
	attrs   []xml.Attr
	content []any
	line    int
}

// parseXML reads a catalog or profile in XML into the same tree as JSON.
func parseXML(data []byte) (any, *Error) {
	if !utf8.Valid(data) {
		return nil, fail(Encoding)
	}
	root, err := readElements(data)
	if err != nil {
		return nil, err
	}
	if root.name != "catalog" && root.name != "profile" {
		return nil, fail(NotOSCAL, "<"+root.name+">")
	}
	o, err := objectOf(root)
	if err != nil {
		return nil, err
	}
	return Object{{root.name, o}}, nil
}

// readElements builds the tree of elements. A DOCTYPE is refused before anything is made of it.
func readElements(data []byte) (*element, *Error) {
	d := xml.NewDecoder(bytes.NewReader(data))
	top := &element{}
	open := []*element{top}
	for count := 0; ; count++ {
		t, err := d.Token()
		line, _ := d.InputPos()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, &Error{Kind: Syntax, Args: []any{err.Error()}, Cause: err, Line: line}
		}
		if count > maxValues {
			return nil, onLine(line, fail(TooMany, maxValues))
		}
		inner := open[len(open)-1]
		switch t := t.(type) {
		case xml.Directive:
			return nil, onLine(line, fail(Doctype))
		case xml.StartElement:
			e, failed := newElement(t, line)
			if failed == nil && len(open) > maxDepth {
				failed = onLine(line, fail(TooDeep, maxDepth))
			}
			if failed != nil {
				return nil, failed
			}
			inner.content = append(inner.content, e)
			open = append(open, e)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			inner.content = append(inner.content, string(t))
		}
	}
	for _, c := range top.content {
		if e, ok := c.(*element); ok {
			return e, nil
		}
	}
	return nil, fail(Syntax, "the document is empty")
}

func newElement(t xml.StartElement, line int) (*element, *Error) {
	if t.Name.Space != namespace {
		return nil, onLine(line, fail(Element, t.Name.Local))
	}
	e := &element{name: t.Name.Local, line: line}
	for _, a := range t.Attr {
		if a.Name.Space == "" && a.Name.Local != "xmlns" {
			e.attrs = append(e.attrs, a)
		}
	}
	return e, nil
}

func onLine(line int, e *Error) *Error {
	e.Line = line
	return e
}

// Each element of a catalog or profile becomes a member of a JSON object. Its sort says how.
type sort int

const (
	asObject sort = iota
	asText        // text, without the space around it
	asBool        // true or false
	asLine        // markup in a line
	asBlock       // markup in paragraphs
	asValued      // attributes and text: an object with the text under a name of its own
	asList        // an element that only holds the list of the same name
)

// member is what an element becomes: a member called name, in a list if it may repeat.
type member struct {
	sort sort
	name string
	list bool
	text string // for asValued: name of the text
}

// members lists the elements by name. Only "address" depends on where it stands; see objectOf.
var members = map[string]member{
	"metadata": {sort: asObject}, "back-matter": {sort: asObject}, "citation": {sort: asObject},
	"merge": {sort: asObject}, "combine": {sort: asObject}, "flat": {sort: asObject}, "custom": {sort: asObject},
	"modify": {sort: asObject}, "include-all": {sort: asObject}, "select": {sort: asObject},

	"published": {sort: asText}, "last-modified": {sort: asText}, "version": {sort: asText},
	"oscal-version": {sort: asText}, "short-name": {sort: asText}, "name": {sort: asText},
	"city": {sort: asText}, "state": {sort: asText}, "postal-code": {sort: asText},
	"country": {sort: asText}, "expression": {sort: asText}, "as-is": {sort: asBool},
	"title": {sort: asLine}, "label": {sort: asLine}, "text": {sort: asLine},
	"description": {sort: asBlock}, "remarks": {sort: asBlock}, "usage": {sort: asBlock},
	"revisions": {sort: asList},

	"revision": {asObject, "revisions", true, ""}, "prop": {asObject, "props", true, ""},
	"link": {asObject, "links", true, ""}, "role": {asObject, "roles", true, ""},
	"location": {asObject, "locations", true, ""}, "party": {asObject, "parties", true, ""},
	"responsible-party": {asObject, "responsible-parties", true, ""}, "action": {asObject, "actions", true, ""},
	"address": {asObject, "addresses", true, ""}, "resource": {asObject, "resources", true, ""},
	"rlink": {asObject, "rlinks", true, ""}, "group": {asObject, "groups", true, ""},
	"control": {asObject, "controls", true, ""}, "part": {asObject, "parts", true, ""},
	"param": {asObject, "params", true, ""}, "constraint": {asObject, "constraints", true, ""},
	"test": {asObject, "tests", true, ""}, "guideline": {asObject, "guidelines", true, ""},
	"import": {asObject, "imports", true, ""}, "include-controls": {asObject, "include-controls", true, ""},
	"exclude-controls": {asObject, "exclude-controls", true, ""}, "matching": {asObject, "matching", true, ""},
	"insert-controls": {asObject, "insert-controls", true, ""},
	"set-parameter":   {asObject, "set-parameters", true, ""}, "alter": {asObject, "alters", true, ""},
	"remove": {asObject, "removes", true, ""}, "add": {asObject, "adds", true, ""},

	"value": {asText, "values", true, ""}, "with-id": {asText, "with-ids", true, ""},
	"addr-line": {asText, "addr-lines", true, ""}, "email-address": {asText, "email-addresses", true, ""},
	"url": {asText, "urls", true, ""}, "party-uuid": {asText, "party-uuids", true, ""},
	"location-uuid":          {asText, "location-uuids", true, ""},
	"member-of-organization": {asText, "member-of-organizations", true, ""},
	"choice":                 {asLine, "choice", true, ""},

	"document-id":      {asValued, "document-ids", true, "identifier"},
	"external-id":      {asValued, "external-ids", true, "id"},
	"telephone-number": {asValued, "telephone-numbers", true, "number"},
	"hash":             {asValued, "hashes", true, "value"},
	"base64":           {asValued, "base64", false, "value"},
}

// objectOf turns an element with attributes and child elements into an object. Paragraphs that
// stand among the children are the prose of the element.
func objectOf(e *element) (Object, *Error) {
	o := attributes(e)
	var prose []any
	for _, c := range e.content {
		child, isElement := c.(*element)
		switch {
		case !isElement:
			if text, _ := c.(string); strings.TrimSpace(text) != "" {
				return nil, onLine(e.line, fail(Syntax, "text stands directly in <"+e.name+">"))
			}
		case blocks[child.name]:
			if prose == nil {
				o = append(o, Member{Name: "prose"})
			}
			prose = append(prose, child)
		default:
			var err *Error
			if o, err = addMember(o, e, child); err != nil {
				return nil, err
			}
		}
	}
	for i := range o {
		if o[i].Name == "prose" && prose != nil {
			o[i].Value = markdownBlocks(prose)
		}
	}
	return o, nil
}

func attributes(e *element) Object {
	o := Object{}
	for _, a := range e.attrs {
		o = append(o, Member{a.Name.Local, a.Value})
	}
	return o
}

func addMember(o Object, parent, child *element) (Object, *Error) {
	m, known := members[child.name]
	if !known {
		return nil, onLine(child.line, fail(Element, child.name))
	}
	if m.name == "" || parent.name == "location" && child.name == "address" {
		m.name, m.list = child.name, false
	}
	v, err := valueOf(child, m)
	if err != nil {
		return nil, err
	}
	for i := range o {
		if list, ok := o[i].Value.([]any); ok && m.list && o[i].Name == m.name {
			o[i].Value = append(list, v)
			return o, nil
		}
	}
	if _, twice := o.Get(m.name); twice {
		return nil, onLine(child.line, fail(Duplicate, child.name))
	}
	if m.list {
		v = []any{v}
	}
	return append(o, Member{m.name, v}), nil
}

func valueOf(e *element, m member) (any, *Error) {
	switch m.sort {
	case asText:
		return strings.TrimSpace(textOf(e)), nil
	case asBool:
		text := strings.TrimSpace(textOf(e))
		return text == "true" || text == "1", nil
	case asLine:
		return markdownLine(e.content), nil
	case asBlock:
		return markdownBlocks(e.content), nil
	case asValued:
		return append(attributes(e), Member{m.text, strings.TrimSpace(textOf(e))}), nil
	}
	o, err := objectOf(e)
	if err != nil || m.sort == asObject {
		return o, err
	}
	list, _ := o.Get(m.name)
	return list, nil
}

// textOf joins all text inside e.
func textOf(e *element) string {
	var b strings.Builder
	for _, c := range e.content {
		switch c := c.(type) {
		case string:
			b.WriteString(c)
		case *element:
			b.WriteString(textOf(c))
		}
	}
	return b.String()
}
