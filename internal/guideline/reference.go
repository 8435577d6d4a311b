package guideline

import (
	"cmp"
	"slices"

	"kijun/internal/clock"
	"kijun/internal/lang"
)

// KnownStandard is a safety standard that exists: who issued it, of which tier, for whom and how sure
// we are. It is a fact to start a sector's list from, without any of the document's text.
type KnownStandard struct {
	ID        string     `yaml:"id" json:"id"`
	Title     lang.Text  `yaml:"title" json:"title"`
	Issuer    lang.Text  `yaml:"issuer" json:"issuer"`
	Tier      string     `yaml:"tier" json:"tier"` // one of KnownTiers
	Sectors   []string   `yaml:"sectors" json:"sectors"`
	Edition   lang.Text  `yaml:"edition" json:"edition"`
	Year      int        `yaml:"year" json:"year,omitempty"` // of the edition or amendment meant
	About     bool       `yaml:"about" json:"about,omitempty"`
	First     int        `yaml:"first" json:"first,omitempty"` // year of the first edition
	Date      clock.Date `yaml:"date" json:"date,omitempty"`   // of issue or of entering into force
	Certainty Certainty  `yaml:"certainty" json:"certainty"`
	Note      lang.Text  `yaml:"note" json:"note"`
}

// KnownTiers are the words of the room standard for the four tiers, the most binding first. That room
// imports this one, so they are written out here.
var KnownTiers = []string{"mandatory", "recommended", "industry", "in-house"}

// KnownStandards lists the standards that are known of a sector and of the sectors related to it, the
// most binding first; without a sector it lists all in their order.
func (c *Catalogue) KnownStandards(sector string) []KnownStandard {
	found := []KnownStandard{}
	for _, k := range c.Standards {
		if sector == "" || slices.ContainsFunc(k.Sectors, func(s string) bool { return c.Related(s, sector) }) {
			found = append(found, k)
		}
	}
	if sector != "" {
		slices.SortStableFunc(found, func(a, b KnownStandard) int {
			return cmp.Compare(slices.Index(KnownTiers, a.Tier), slices.Index(KnownTiers, b.Tier))
		})
	}
	return found
}
