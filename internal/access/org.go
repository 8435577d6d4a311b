package access

import (
	"slices"

	"kijun/internal/clock"
	"kijun/internal/lang"
)

// Kind is what an organisation is in the regime.
type Kind string

// The kinds of organisations. One may be several.
const (
	CabinetSecretariat Kind = "cabinet-secretariat"
	Ministry           Kind = "ministry"    // answers for a sector
	Association        Kind = "association" // industry association of a sector
	Ceptoar            Kind = "ceptoar"
	Operator           Kind = "operator"
	Contractor         Kind = "contractor" // works for operators
	Auditor            Kind = "auditor"    // audit firm, engaged for a time
)

// Kinds in the order in which they are listed.
var Kinds = []Kind{CabinetSecretariat, Ministry, Association, Ceptoar, Operator, Contractor, Auditor}

// Standing says that an organisation is of a kind, in a sector where the kind has one, over a time.
// An empty day leaves that end open.
type Standing struct {
	Kind   Kind       `json:"kind"`
	Sector string     `json:"sector,omitempty"`
	Since  clock.Date `json:"since,omitempty"`
	Until  clock.Date `json:"until,omitempty"`
}

func (s Standing) on(day clock.Date) bool {
	return s.Since <= day && (s.Until == "" || day <= s.Until)
}

// Org is an organisation. Its id is a short name that documents use, such as mlit.
type Org struct {
	ID         string     `json:"id"`
	Name       lang.Text  `json:"name"`
	Kana       string     `json:"kana,omitempty"` // reading of the Japanese name, by which lists are sorted
	Prefecture string     `json:"prefecture,omitempty"`
	Autonomous bool       `json:"autonomous,omitempty"` // a local government: gets advice, is not supervised
	Standings  []Standing `json:"standings"`
}

// Is reports whether the organisation is of a kind on a day.
func (o Org) Is(k Kind, day clock.Date) bool {
	return slices.ContainsFunc(o.Standings, func(s Standing) bool { return s.Kind == k && s.on(day) })
}

// Sectors returns the sectors in which the organisation is of a kind on a day, in the order of its standings.
func (o Org) Sectors(k Kind, day clock.Date) []string { return sectors(o.Standings, k, day) }

func sectors(ss []Standing, k Kind, day clock.Date) []string {
	var ids []string
	for _, s := range ss {
		if s.Kind == k && s.on(day) && s.Sector != "" && !slices.Contains(ids, s.Sector) {
			ids = append(ids, s.Sector)
		}
	}
	return ids
}

// Engagement says that a contractor or auditor works for a client over a time.
type Engagement struct {
	Org    string     `json:"org"`
	Client string     `json:"client"`
	Since  clock.Date `json:"since,omitempty"`
	Until  clock.Date `json:"until,omitempty"`
}
