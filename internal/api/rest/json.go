package rest

import (
	"encoding/json"
	"errors"
	"io"
	"strconv"
	"strings"

	"github.com/danielgtaylor/huma/v2"
)

// JSON is how bodies are read and written: what is wrong with one is told by its place, not by its content.
var JSON = huma.Format{
	Marshal: func(w io.Writer, v any) error {
		e := json.NewEncoder(w)
		e.SetEscapeHTML(false)
		return e.Encode(v)
	},
	Unmarshal: unmarshal,
}

const (
	notJSON    = "no JSON, at byte "
	wrongShape = "another kind of value was expected, at byte "
	nulInside  = "there is a NUL, which no text has"
)

func unmarshal(data []byte, v any) error {
	err := json.Unmarshal(data, v)
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case err == nil:
		if whole, ok := v.(*any); ok && hasNUL(*whole) {
			return errors.New(nulInside)
		}
		return nil
	case errors.As(err, &syntax):
		return errors.New(notJSON + strconv.FormatInt(syntax.Offset, 10))
	case errors.As(err, &kind):
		return errors.New(wrongShape + strconv.FormatInt(kind.Offset, 10))
	}
	return errors.New(wrongShape + "1")
}

// hasNUL reports whether a text has what PostgreSQL stores in no text.
func hasNUL(v any) bool {
	switch v := v.(type) {
	case string:
		return strings.ContainsRune(v, 0)
	case []any:
		for _, x := range v {
			if hasNUL(x) {
				return true
			}
		}
	case map[string]any:
		for k, x := range v {
			if hasNUL(k) || hasNUL(x) {
				return true
			}
		}
	}
	return false
}
