package standard

import (
	"slices"

	"kijun/internal/clock"
	"kijun/internal/lang"
)

// Tier is the kind of a safety standard, and with it its binding force.
type Tier string

// The four tiers, the most binding first.
const (
	Mandatory   Tier = "mandatory"   // ① set by the state under a law
	Recommended Tier = "recommended" // ② recommended standards and guidelines of the state
	Industry    Tier = "industry"    // ③ standards and guidelines of an association
	InHouse     Tier = "in-house"    // ④ the operator's own rules
)

// Tiers in the order of their binding force.
var Tiers = []Tier{Mandatory, Recommended, Industry, InHouse}

// Level is what a document's own level word comes to. It is apart from the binding force.
type Level string

// The levels, the strongest first.
const (
	Must   Level = "must"
	Should Level = "should"
	May    Level = "may"
)

var levels = []Level{Must, Should, May}

// WeakerThan reports whether l asks less firmly than upper. A clause without a level compares with nothing.
func (l Level) WeakerThan(upper Level) bool {
	return l != "" && upper != "" && slices.Index(levels, l) > slices.Index(levels, upper)
}

// Phases of a malfunction, between which the guideline wishes a balance.
var Phases = []string{"prevent", "detect", "limit", "recover"}

// Statuses of an edition of a document; none means that it is in force from its effective day.
var statuses = []string{"draft", "in-consultation", "decided", "in-force", "superseded"}

// LevelWord is one of a document's own level words.
type LevelWord struct {
	Word  string
	Level Level
}

// Citation is a document that makes this one more binding by citing it.
type Citation struct {
	Document string
	Effect   lang.Text
}

// Choice is what a document decided about an item.
type Choice string

// The choices. The first two are told by clauses and are checked against them.
const (
	ChoseCovered     Choice = "covered"
	ChosePartly      Choice = "partly"
	ChoseLeftOut     Choice = "left-out"
	ChoseFolded      Choice = "folded"
	ChoseConsidering Choice = "considering"
)

// Decision is a document's decision on one item.
type Decision struct {
	Item    string
	Choice  Choice
	Into    string // of folded: the item that takes it in
	Reason  lang.Text
	Decided clock.Date
	Place   Place
}

// Document is one safety standard as a file says it. See docs/formats.md for every field.
type Document struct {
	Path        string
	ID          string
	Title       lang.Text
	Tier        Tier
	Sectors     []string // none: every sector
	Issuer      string
	Edition     string
	Guideline   string
	Effective   clock.Date
	NextReview  clock.Date
	Status      string
	Levels      []LevelWord
	Publication string
	Decisions   []Decision
	LegalBasis  lang.Text
	CitedBy     []Citation
	Objects     []string
	Threats     []string
	Services    []string
	Operator    string // of in-house documents
	Evaluation  lang.Text

	Preamble string // the text before the first heading
	Sections []Section

	front frontMatter
}

// Section is a heading and its text. A heading with covers, level, implements or withheld is a clause.
type Section struct {
	Depth      int // 1 to 6
	Heading    string
	ID         string
	Attributes []Attribute
	Text       string
	Place      Place
	Clause     *Clause // nil where the heading is none
}

// Coverage is one item that a clause covers.
type Coverage struct {
	Item   string
	Partly bool
}

// Ref names a clause of a document: document#clause.
type Ref struct {
	Document string `json:"document"`
	Clause   string `json:"clause"`
}

func (r Ref) String() string { return r.Document + "#" + r.Clause }

// Clause is what a section asks.
type Clause struct {
	Document   *Document
	ID         string
	Heading    string
	Text       string
	Covers     []Coverage
	Word       string // the document's own level word
	Level      Level
	Degree     Degree
	Actor      string
	Audience   string
	Phase      string
	Applies    string
	Withheld   bool
	Reason     string // why it is withheld
	Implements []Ref
	Source     string
	Place      Place

	implementsAt Place
}

// Ref is how other documents name the clause.
func (c *Clause) Ref() Ref { return Ref{Document: c.Document.ID, Clause: c.ID} }

// Clauses returns the clauses of the document in their order.
func (d *Document) Clauses() []*Clause {
	var cs []*Clause
	for i := range d.Sections {
		if c := d.Sections[i].Clause; c != nil {
			cs = append(cs, c)
		}
	}
	return cs
}

// word returns the level of one of the document's own words.
func (d *Document) word(w string) (Level, bool) {
	for _, l := range d.Levels {
		if l.Word == w {
			return l.Level, true
		}
	}
	return "", false
}

// WeakerThan reports whether carrying out c does not reach what upper asks: in degree or in word.
func (c *Clause) WeakerThan(upper *Clause) bool {
	_, _, weaker := c.Degree.weaker(upper.Degree)
	return weaker || c.Level.WeakerThan(upper.Level)
}
