package lang

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Fold makes the ways of writing one thing alike, for search: full-width and half-width, capitals and
// small letters, katakana and hiragana; white space becomes one space. Folding folded text changes nothing.
func Fold(s string) string {
	s = strings.ToLower(norm.NFKC.String(s))
	if !norm.NFKC.IsNormalString(s) { // a small letter may have a form of its own
		s = norm.NFKC.String(s)
	}
	return strings.Join(strings.Fields(strings.Map(toHiragana, s)), " ")
}

// toHiragana is the hiragana of a katakana that has one.
func toHiragana(r rune) rune {
	if r >= 'ァ' && r <= 'ヶ' || r == 'ヽ' || r == 'ヾ' {
		return r - ('ァ' - 'ぁ')
	}
	return r
}
