package rest

import "github.com/danielgtaylor/huma/v2"

// Words is the schema of a string that is one of a room's words. The api faces give it to types of their
// own, so that the document lists what the room lists.
func Words[T ~string](doc string, words ...T) *huma.Schema {
	s := &huma.Schema{Type: huma.TypeString, Description: doc}
	for _, w := range words {
		s.Enum = append(s.Enum, string(w))
	}
	return s
}

// Optional is Words for a request in which the word may be missing: "" is allowed, too.
func Optional[T ~string](doc string, words ...T) *huma.Schema {
	return Words(doc, append([]T{""}, words...)...)
}
