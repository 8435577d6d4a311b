package guideline

import (
	"kijun/internal/clock"
	"kijun/internal/lang"
)

// Certainty says how sure a fact of the catalogue is: read in a source, or recalled.
type Certainty string

// Sector is a sector of critical infrastructure, or a part of one.
type Sector struct {
	ID             string              `yaml:"id" json:"id"`
	Parent         string              `yaml:"parent" json:"parent,omitempty"`
	Title          lang.Text           `yaml:"title" json:"title"`
	Ministries     []Tenure            `yaml:"ministries" json:"ministries"`
	Operators      lang.Text           `yaml:"operators" json:"operators"` // who is designated
	Associations   []Association       `yaml:"associations" json:"associations"`
	Services       []Service           `yaml:"services" json:"services"`
	ReferenceLevel lang.Text           `yaml:"reference_level" json:"reference_level"`
	Levels         []VerificationLevel `yaml:"verification_levels" json:"verification_levels"`
	CEPTOARs       []CEPTOAR           `yaml:"ceptoars" json:"ceptoars"`
	Certainty      Certainty           `yaml:"certainty" json:"certainty"`
}

// Tenure is an organisation that answers for something over a time. An empty day leaves that end open.
type Tenure struct {
	ID    string     `yaml:"id" json:"id"`
	From  clock.Date `yaml:"from" json:"from,omitempty"`
	Until clock.Date `yaml:"until" json:"until,omitempty"`
	Scope lang.Text  `yaml:"scope" json:"scope"` // the part that it answers for, where there are several
}

// Association is an industry association of a sector.
type Association struct {
	lang.Text `yaml:",inline"`
	Certainty Certainty `yaml:"certainty" json:"certainty"`
}

// Service is a critical service of a sector with the procedures that one needs to use it.
type Service struct {
	ID         string      `yaml:"id" json:"id"`
	Title      lang.Text   `yaml:"title" json:"title"`
	Procedures []lang.Text `yaml:"procedures" json:"procedures"`
	Systems    []lang.Text `yaml:"systems" json:"systems"`
}

// VerificationLevel is the level below which a malfunction is verified, as a rule with dates: all of
// When holds, or, where When is empty, the words of Text.
type VerificationLevel struct {
	ID        string      `yaml:"id" json:"id"`
	Text      lang.Text   `yaml:"text" json:"text"`
	When      []Threshold `yaml:"when" json:"when,omitempty"`
	From      clock.Date  `yaml:"from" json:"from,omitempty"`
	Until     clock.Date  `yaml:"until" json:"until,omitempty"`
	Basis     lang.Text   `yaml:"basis" json:"basis"`
	Certainty Certainty   `yaml:"certainty" json:"certainty"`
	Note      lang.Text   `yaml:"note" json:"note"`
}

// Threshold is one measurable part of a verification level.
type Threshold struct {
	Metric string `yaml:"metric" json:"metric"`
	Op     string `yaml:"op" json:"op"`
	Value  string `yaml:"value" json:"value"`
	Unit   string `yaml:"unit" json:"unit"`
}

// CEPTOAR is a sector's own body for sharing information.
type CEPTOAR struct {
	ID          string     `yaml:"id" json:"id"`
	Title       lang.Text  `yaml:"title" json:"title"`
	Secretariat lang.Text  `yaml:"secretariat" json:"secretariat"`
	From        clock.Date `yaml:"from" json:"from,omitempty"`
	Certainty   Certainty  `yaml:"certainty" json:"certainty"`
	Note        lang.Text  `yaml:"note" json:"note"`
}

// SectorScheme is a dated list of the sectors: ten, later thirteen, fourteen, fifteen.
type SectorScheme struct {
	ID        string     `yaml:"id" json:"id"`
	Title     lang.Text  `yaml:"title" json:"title"`
	From      clock.Date `yaml:"from" json:"from,omitempty"`
	Until     clock.Date `yaml:"until" json:"until,omitempty"`
	Sectors   []string   `yaml:"sectors" json:"sectors"`
	Certainty Certainty  `yaml:"certainty" json:"certainty"`
	Note      lang.Text  `yaml:"note" json:"note"`
}

// Crosswalk links the entries of two schemes.
type Crosswalk struct {
	From  string `yaml:"from" json:"from"`
	To    string `yaml:"to" json:"to"`
	Pairs []Pair `yaml:"pairs" json:"pairs"`
}

// Pair is one link of a crosswalk; an empty end has no counterpart.
type Pair struct {
	From     string    `yaml:"from" json:"from"`
	To       string    `yaml:"to" json:"to"`
	Relation string    `yaml:"relation" json:"relation,omitempty"` // same, widened, split, new
	Note     lang.Text `yaml:"note" json:"note"`
}

// Framework is another regime's list of sectors, linked to ours.
type Framework struct {
	ID        string     `yaml:"id" json:"id"`
	Title     lang.Text  `yaml:"title" json:"title"`
	From      clock.Date `yaml:"from" json:"from,omitempty"`
	Basis     lang.Text  `yaml:"basis" json:"basis"` // the law
	Sectors   []Since    `yaml:"sectors" json:"sectors"`
	Links     []Pair     `yaml:"links" json:"links"`
	Certainty Certainty  `yaml:"certainty" json:"certainty"`
	Note      lang.Text  `yaml:"note" json:"note"`
}

// Since is a named thing that is there from a day on.
type Since struct {
	Named `yaml:",inline"`
	From  clock.Date `yaml:"from" json:"from,omitempty"`
}
