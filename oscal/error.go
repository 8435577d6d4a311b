package oscal

import (
	"fmt"
	"strings"
)

// Kind says what was wrong. It is stable, so that a command can word it in its own language.
type Kind string

// The kinds of errors; behind each the arguments that [Error.Args] then holds.
const (
	TooLarge   Kind = "too-large"   // limit in bytes
	TooDeep    Kind = "too-deep"    // limit of nested values
	TooMany    Kind = "too-many"    // limit of values, those that YAML aliases stand for included
	Encoding   Kind = "encoding"    // none: the text is not UTF-8
	Syntax     Kind = "syntax"      // what the parser says
	Duplicate  Kind = "duplicate"   // the name that stands twice
	Doctype    Kind = "doctype"     // none: XML with a document type declaration
	Element    Kind = "element"     // the XML element that catalogs and profiles do not have
	Shape      Kind = "shape"       // what was expected, what was found
	BadName    Kind = "format"      // the name whose ending says no format
	NotOSCAL   Kind = "not-oscal"   // what stands at the root
	BadVersion Kind = "bad-version" // the version, the versions that can be read
	NotFound   Kind = "not-found"   // the href, the places that were looked at
	Unreadable Kind = "unreadable"  // the href, the reason
	NoResource Kind = "no-resource" // the fragment that names no resource of the document
	NoLink     Kind = "no-link"     // the resource that has neither rlinks nor base64
	NotControl Kind = "not-control" // the model that is neither catalog nor profile
	NotProfile Kind = "not-profile" // the model that was to be resolved
	Circular   Kind = "circular"    // the document that imports itself
	Structure  Kind = "structure"   // the structuring directives that stand together
	Majors     Kind = "majors"      // the oscal-version of the profile, of the import
)

// english words each kind; its verbs take Error.Args in order.
var english = map[Kind]string{
	TooLarge:   "the document is larger than %v bytes",
	TooDeep:    "values are nested deeper than %v levels",
	TooMany:    "there are more than %v values, counting what YAML aliases stand for",
	Encoding:   "the text is not UTF-8",
	Syntax:     "%v",
	Duplicate:  "the name %q stands twice in one object",
	Doctype:    "a document type declaration (DOCTYPE) is refused: it could define entities",
	Element:    "the element <%v> belongs to no OSCAL catalog or profile",
	Shape:      "expected %v, found %v",
	BadName:    "%q does not end in .json, .yaml, .yml or .xml",
	NotOSCAL:   "not an OSCAL document: found %v, expected one model such as catalog or profile",
	BadVersion: "oscal-version %v cannot be read, only %v",
	NotFound:   "%q was not found; looked for %v (nothing is fetched over the network)",
	Unreadable: "%q cannot be read: %v",
	NoResource: "%q names no resource of the document's back matter",
	NoLink:     "the resource %v has neither rlinks nor base64",
	NotControl: "a %v was imported; only catalogs and profiles can be",
	NotProfile: "a %v cannot be resolved, only a profile can",
	Circular:   "circular import: %v imports itself",
	Structure:  "merge has %v; only one of flat, as-is and custom is allowed",
	Majors:     "the profile is OSCAL %v and imports OSCAL %v; major versions cannot be mixed",
}

// Error is everything that this package reports: what, where, and by which imports it got there.
type Error struct {
	Kind     Kind
	Args     []any
	Document string   // name of the document, where known
	Pointer  string   // JSON pointer into it, where known
	Line     int      // line in it, from 1, where known
	Chain    []string // documents from the first profile to the one whose import failed
	Cause    error    // the error underneath, or nil
}

func (e *Error) Unwrap() error { return e.Cause }

// Error says it in English: place, what was wrong, and the chain of imports.
func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString(e.place())
	fmt.Fprintf(&b, english[e.Kind], e.Args...)
	if len(e.Chain) > 0 {
		fmt.Fprintf(&b, " (imports: %s)", strings.Join(e.Chain, " -> "))
	}
	return b.String()
}

// place writes where it was: "file.json:12: /catalog/groups/0: ".
func (e *Error) place() string {
	var b strings.Builder
	b.WriteString(e.Document)
	if e.Line > 0 {
		if e.Document == "" {
			b.WriteString("line ")
		} else {
			b.WriteByte(':')
		}
		fmt.Fprint(&b, e.Line)
	}
	if b.Len() > 0 {
		b.WriteString(": ")
	}
	if e.Pointer != "" {
		b.WriteString(e.Pointer + ": ")
	}
	return b.String()
}

// fail makes an error of kind k.
func fail(k Kind, args ...any) *Error { return &Error{Kind: k, Args: args} }
