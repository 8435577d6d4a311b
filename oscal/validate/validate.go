package validate

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"golang.org/x/text/language"
	"golang.org/x/text/message"

	"kijun/oscal"
)

// Problem is one thing that the schema refuses.
type Problem struct {
	Pointer string // JSON pointer into the document
	Line    int    // line of the file, from 1; 0 where there is no file or it is XML
	Keyword string // of the schema: required, additionalProperties, pattern, ...
	Message string // in English
}

// String says place and problem in one line.
func (p Problem) String() string {
	at := p.Pointer
	if p.Line > 0 {
		at = fmt.Sprintf("line %d: %s", p.Line, at)
	}
	return at + ": " + p.Message
}

// Error is the refusal of [Encode].
type Error struct{ Problems []Problem }

func (e *Error) Error() string {
	var lines []string
	for _, p := range e.Problems {
		lines = append(lines, p.String())
	}
	return "not OSCAL " + oscal.Version + ": " + strings.Join(lines, "; ")
}

// Bytes checks a file. The error is for a file that cannot be read at all.
func Bytes(data []byte, format oscal.Format) ([]Problem, error) {
	d, err := oscal.Decode(data, format)
	if err != nil {
		return nil, err
	}
	problems, err := Document(d)
	for i := range problems {
		problems[i].Line = oscal.Line(data, format, problems[i].Pointer)
	}
	return problems, err
}

// Document checks a document in memory.
func Document(d *oscal.Document) ([]Problem, error) {
	data, err := oscal.Encode(d, oscal.JSON)
	if err != nil {
		return nil, err
	}
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	s, err := schema()
	if err != nil {
		return nil, err
	}
	var failed *jsonschema.ValidationError
	if err := s.Validate(v); errors.As(err, &failed) {
		return problems(failed, d.Model()), nil
	} else if err != nil {
		return nil, err
	}
	return nil, nil
}

// Encode converts d to [oscal.Version] and writes it; a document that the schema refuses is an
// *[Error] and is not written.
func Encode(d *oscal.Document, format oscal.Format) ([]byte, error) {
	oscal.Convert(d)
	problems, err := Document(d)
	if err != nil {
		return nil, err
	}
	if len(problems) > 0 {
		return nil, &Error{problems}
	}
	return oscal.Encode(d, format)
}

// problems collects the leaves of a failure. The schema's root offers eight models; only what fails
// in the document's own model is of interest.
func problems(e *jsonschema.ValidationError, model string) []Problem {
	if len(e.Causes) == 0 {
		return []Problem{problem(e)}
	}
	var out []Problem
	for _, c := range e.Causes {
		if len(e.InstanceLocation) == 0 && len(e.Causes) > 1 && !about(c, model) {
			continue
		}
		out = append(out, problems(c, model)...)
	}
	return out
}

// about reports whether a failure lies inside the model, or there is no deeper one.
func about(e *jsonschema.ValidationError, model string) bool {
	if len(e.InstanceLocation) > 0 {
		return e.InstanceLocation[0] == model
	}
	for _, c := range e.Causes {
		if about(c, model) {
			return true
		}
	}
	return false
}

var english = message.NewPrinter(language.English)

func problem(e *jsonschema.ValidationError) Problem {
	var pointer strings.Builder
	for _, step := range e.InstanceLocation {
		pointer.WriteString("/" + strings.NewReplacer("~", "~0", "/", "~1").Replace(step))
	}
	path := e.ErrorKind.KeywordPath()
	p := Problem{Pointer: pointer.String(), Message: e.ErrorKind.LocalizedString(english)}
	for _, k := range path {
		if _, err := strconv.Atoi(k); err != nil {
			p.Keyword = k
			break
		}
	}
	return p
}
