package api

import (
	"path"
	"reflect"
	"strings"
	"unicode"
)

// schemaName names a type in the OpenAPI document after its room and itself: StandardClause. What all rooms
// share has no room in its name, and a list is named after what it lists.
func schemaName(t reflect.Type, hint string) string {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	name, arguments, generic := strings.Cut(t.Name(), "[")
	if name == "" {
		return camel(hint)
	}
	if !generic {
		return inRoom(t.PkgPath(), name)
	}
	of := strings.TrimSuffix(arguments, "]")
	dot := strings.LastIndex(of, ".")
	return inRoom(of[:max(dot, 0)], of[dot+1:]) + name
}

func inRoom(pkg, name string) string {
	room := camel(strings.TrimSuffix(path.Base(pkg), "api"))
	name = camel(name)
	if room == "Rest" || room == "Lang" || pkg == "" || strings.HasPrefix(name, room) {
		return name
	}
	return room + name
}

// camel joins the words of a name: sign-inRequest is SignInRequest.
func camel(s string) string {
	var b strings.Builder
	up := true
	for _, r := range s {
		switch {
		case !unicode.IsLetter(r) && !unicode.IsDigit(r):
			up = true
			continue
		case up:
			r = unicode.ToUpper(r)
		}
		b.WriteRune(r)
		up = false
	}
	return b.String()
}
