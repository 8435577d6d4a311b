package lang

import "fmt"

// Lang is a language of the interface.
type Lang string

// The languages that ship together.
const (
	JA Lang = "ja"
	EN Lang = "en"
)

// Text is one text in both languages.
type Text struct {
	JA string `json:"ja" yaml:"ja"`
	EN string `json:"en" yaml:"en"`
}

// In returns the text in l, or in the other language where l has none.
func (t Text) In(l Lang) string {
	if l == EN && t.EN != "" || t.JA == "" {
		return t.EN
	}
	return t.JA
}

// IsZero reports whether the text says nothing in either language.
func (t Text) IsZero() bool { return t == Text{} }

// With fills the verbs of both halves as fmt.Sprintf does. An argument that is itself a Text goes
// into each half in that half's language.
func (t Text) With(args ...any) Text {
	return Text{JA: sprintf(JA, t.JA, args), EN: sprintf(EN, t.EN, args)}
}

func sprintf(l Lang, format string, args []any) string {
	in := make([]any, len(args))
	for i, a := range args {
		if t, ok := a.(Text); ok {
			a = t.In(l)
		}
		in[i] = a
	}
	return fmt.Sprintf(format, in...)
}

// Same is a text that reads the same in both languages: an identifier, a number, a quotation.
func Same(s string) Text { return Text{JA: s, EN: s} }
