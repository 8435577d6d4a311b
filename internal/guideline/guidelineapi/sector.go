package guidelineapi

import (
	"kijun/internal/api/rest"
	"kijun/internal/clock"
	"kijun/internal/guideline"
	"kijun/internal/lang"
)

// WholeSector is a sector with the standards that are known of it.
type WholeSector struct {
	Sector
	Known []KnownStandard `json:"known_standards" doc:"The most binding first"`
}

// Sector is a sector of critical infrastructure, or a part of one, in the shape of
// `kijun guideline show SECTOR --format json`.
type Sector struct {
	ID             string              `json:"id"`
	Parent         string              `json:"parent,omitempty" doc:"The sector that it is part of"`
	Title          lang.Text           `json:"title"`
	Ministries     []Tenure            `json:"ministries"`
	Operators      lang.Text           `json:"operators" doc:"Who is designated"`
	Associations   []Association       `json:"associations"`
	Services       []Service           `json:"services"`
	ReferenceLevel lang.Text           `json:"reference_level"`
	Levels         []VerificationLevel `json:"verification_levels"`
	CEPTOARs       []CEPTOAR           `json:"ceptoars"`
	Certainty      Certainty           `json:"certainty"`
}

// Tenure is an organisation that answers for something over a time.
type Tenure struct {
	ID    string     `json:"id"`
	From  clock.Date `json:"from,omitempty" format:"date"`
	Until clock.Date `json:"until,omitempty" format:"date"`
	Scope lang.Text  `json:"scope" doc:"The part that it answers for"`
}

// Association is an industry association of a sector.
type Association struct {
	JA        string    `json:"ja"`
	EN        string    `json:"en"`
	Certainty Certainty `json:"certainty"`
}

// Service is a critical service with the procedures that one needs to use it.
type Service struct {
	ID         string      `json:"id"`
	Title      lang.Text   `json:"title"`
	Procedures []lang.Text `json:"procedures"`
	Systems    []lang.Text `json:"systems"`
}

// VerificationLevel is the level below which a malfunction is verified.
type VerificationLevel struct {
	ID        string      `json:"id"`
	Text      lang.Text   `json:"text"`
	When      []Threshold `json:"when" doc:"All of which hold; none: the words of text"`
	From      clock.Date  `json:"from,omitempty" format:"date"`
	Until     clock.Date  `json:"until,omitempty" format:"date"`
	Basis     lang.Text   `json:"basis"`
	Certainty Certainty   `json:"certainty"`
	Note      lang.Text   `json:"note"`
}

// Threshold is one measurable part of a verification level.
type Threshold struct {
	Metric string `json:"metric"`
	Op     string `json:"op"`
	Value  string `json:"value"`
	Unit   string `json:"unit"`
}

// CEPTOAR is a sector's own body for sharing information.
type CEPTOAR struct {
	ID          string     `json:"id"`
	Title       lang.Text  `json:"title"`
	Secretariat lang.Text  `json:"secretariat"`
	From        clock.Date `json:"from,omitempty" format:"date"`
	Certainty   Certainty  `json:"certainty"`
	Note        lang.Text  `json:"note"`
}

func newSector(s guideline.Sector) Sector {
	return Sector{ID: s.ID, Parent: s.Parent, Title: s.Title, Operators: s.Operators, ReferenceLevel: s.ReferenceLevel, Certainty: Certainty(s.Certainty),
		Ministries: rest.Each(s.Ministries, func(t guideline.Tenure) Tenure { return Tenure(t) }),
		Associations: rest.Each(s.Associations, func(a guideline.Association) Association {
			return Association{a.JA, a.EN, Certainty(a.Certainty)}
		}),
		Services: rest.Each(s.Services, func(v guideline.Service) Service {
			return Service{v.ID, v.Title, rest.Full(v.Procedures), rest.Full(v.Systems)}
		}),
		Levels: rest.Each(s.Levels, func(v guideline.VerificationLevel) VerificationLevel {
			return VerificationLevel{v.ID, v.Text, rest.Each(v.When, func(t guideline.Threshold) Threshold { return Threshold(t) }),
				v.From, v.Until, v.Basis, Certainty(v.Certainty), v.Note}
		}),
		CEPTOARs: rest.Each(s.CEPTOARs, func(c guideline.CEPTOAR) CEPTOAR {
			return CEPTOAR{c.ID, c.Title, c.Secretariat, c.From, Certainty(c.Certainty), c.Note}
		})}
}
