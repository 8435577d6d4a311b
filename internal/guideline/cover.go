package guideline

import "kijun/internal/lang"

// Cover is a clause of a safety standard that covers an item, as far as the pages of the guideline show it.
// The room standard, which imports this one, finds them.
type Cover struct {
	Record   string // id by which the installation keeps the document
	Document lang.Text
	Tier     lang.Text
	Sectors  []string // none: every sector
	Clause   string
	Heading  string
	Partly   bool
}
