package guideline

import (
	"kijun/internal/clock"
	"kijun/internal/lang"
)

// Class is one entry of a scheme of classes.
type Class struct {
	ID       string      `yaml:"id" json:"id"`
	Title    lang.Text   `yaml:"title" json:"title"`
	Examples []lang.Text `yaml:"examples" json:"examples,omitempty"`
	Children []Class     `yaml:"children" json:"children,omitempty"`
}

// ClassScheme is a dated scheme by which malfunctions are classed.
type ClassScheme struct {
	ID        string     `yaml:"id" json:"id"`
	Title     lang.Text  `yaml:"title" json:"title"`
	From      clock.Date `yaml:"from" json:"from,omitempty"`
	Until     clock.Date `yaml:"until" json:"until,omitempty"`
	Certainty Certainty  `yaml:"certainty" json:"certainty"`
	Note      lang.Text  `yaml:"note" json:"note"`
	Classes   []Class    `yaml:"classes" json:"classes"`
}

// Schemes are the classes that standards and reports name.
type Schemes struct {
	Threats    []Class       `yaml:"threats" json:"threats"` // Ⅱ.3
	Objects    []Class       `yaml:"objects" json:"objects"` // Ⅱ.2
	Causes     []ClassScheme `yaml:"causes" json:"causes"`   // a malfunction may have several
	Events     []ClassScheme `yaml:"events" json:"events"`   // a malfunction has one
	Crosswalks []Crosswalk   `yaml:"crosswalks" json:"crosswalks"`
}
