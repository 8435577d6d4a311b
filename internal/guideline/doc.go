// Package guideline is the room of the guideline itself: its editions with their items, the schemes
// of threats, protected objects, causes and events, and the dated catalogue of sectors with their
// critical services, ministries, CEPTOARs and verification levels, and the reference list of the
// standards that exist.
//
// Words: edition, item (for examination, for reference, statement, follow-up), scheme, sector, known
// standard (one that exists, as a fact without its text).
// Everything that the regime may change is data with dates under data/, read once when first asked
// for; a new edition is one more file there, never code. The wording of what an item asks and of its
// examples is kijun's own, the titles and numbers are the guideline's.
//
// Invariants: ids are short and never change their meaning; every text exists in both languages;
// the tests compare the whole edition with the numbers that the guideline itself states (22 items for
// examination, 2 for reference). It imports the kernel only. Start at edition.go.
package guideline
