package standardapi

import (
	"encoding/json"
	"reflect"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"kijun/internal/api/rest"
	"kijun/internal/clock"
	"kijun/internal/lang"
	"kijun/internal/standard"
)

// Standard is an edition of a document as a list has it.
type Standard struct {
	ID           string      `json:"id"`
	Organisation string      `json:"organisation" doc:"Whose record it is"`
	Document     string      `json:"document" doc:"The id that the file gives"`
	Title        lang.Text   `json:"title"`
	Tier         Tier        `json:"tier"`
	Sectors      []string    `json:"sectors" doc:"None: every sector"`
	Issuer       string      `json:"issuer,omitempty"`
	Edition      string      `json:"edition,omitempty"`
	Status       Status      `json:"status"`
	Publication  Publication `json:"publication"`
	Operator     string      `json:"operator,omitempty" doc:"Of in-house rules"`
	Effective    clock.Date  `json:"effective,omitempty" format:"date"`
	NextReview   clock.Date  `json:"next_review,omitempty" format:"date"`
	Audience     Audience    `json:"audience"`
	Revision     int         `json:"revision"`
	Changed      time.Time   `json:"changed"`
	Count        int         `json:"clause_count"`
	Next         []Status    `json:"next_states" doc:"That it may be brought into"`
}

func newStandard(r standard.Record) Standard {
	return Standard{r.ID, r.Org, r.Document, r.Title, Tier(r.Tier), rest.Full(r.Sectors), r.Issuer, r.Edition, Status(r.Status), Publication(r.Publication),
		r.Operator, r.Effective, r.NextReview, Audience(r.Audience), r.Revision, r.Changed.UTC(), r.Clauses,
		rest.Each(r.MayBecome(), func(s string) Status { return Status(s) })}
}

// Document is an edition with what it says.
type Document struct {
	Standard
	Veil       string      `json:"veil" enum:"none,withheld,document" doc:"What is left out for the reader: nothing, the text of withheld clauses, all text"`
	Guideline  string      `json:"guideline"`
	Levels     []LevelWord `json:"levels"`
	LegalBasis lang.Text   `json:"legal_basis"`
	Evaluation lang.Text   `json:"evaluation"`
	CitedBy    []Citation  `json:"cited_by"`
	Objects    []string    `json:"objects"`
	Threats    []string    `json:"threats"`
	Services   []string    `json:"services"`
	Text       string      `json:"preamble,omitempty" doc:"Before the first heading"`
	Clauses    []Clause    `json:"clauses"`
	Decisions  []Decision  `json:"decisions"`
	Steps      []Step      `json:"steps" doc:"The changes of state; who made them and the comments are for the own organisation"`
}

// LevelWord is one of a document's own level words.
type LevelWord struct {
	Word  string `json:"word"`
	Level Level  `json:"level"`
}

// Citation is what makes the document more binding by citing it.
type Citation struct {
	Document string    `json:"document"`
	Effect   lang.Text `json:"effect"`
}

// Clause is a clause with all that it says.
type Clause struct {
	ID         string      `json:"id"`
	Heading    string      `json:"heading"`
	Text       string      `json:"text" doc:"Empty where it is withheld from the reader"`
	Covers     []Covered   `json:"covers"`
	Word       string      `json:"word,omitempty" doc:"The document's own level word"`
	Level      Level       `json:"level"`
	Degree     []Statement `json:"degree"`
	Actor      Actor       `json:"actor"`
	Audience   string      `json:"audience,omitempty"`
	Applies    string      `json:"applies,omitempty"`
	Phase      Phase       `json:"phase"`
	Withheld   bool        `json:"withheld"`
	Reason     string      `json:"reason,omitempty" doc:"Why it is withheld"`
	Implements []Ref       `json:"implements"`
	Source     string      `json:"source,omitempty"`
}

// Covered is an item that a clause covers.
type Covered struct {
	Item     string   `json:"item"`
	Coverage Coverage `json:"coverage"`
}

// Ref names a clause of a document.
type Ref struct {
	Document string `json:"document"`
	Clause   string `json:"clause"`
}

// Statement is one part of a degree.
type Statement struct{ standard.Statement }

// Schema describes the JSON that the room writes.
func (Statement) Schema(r huma.Registry) *huma.Schema {
	return r.Schema(reflect.TypeFor[statement](), true, "")
}

// statement is metric, op, value and unit, or text alone.
type statement struct {
	Metric string      `json:"metric,omitempty"`
	Op     Op          `json:"op,omitempty"`
	Value  json.Number `json:"value,omitempty"`
	Unit   string      `json:"unit,omitempty"`
	Text   string      `json:"text,omitempty" doc:"Where it is words, and then alone"`
}

// Decision is a document's decision on an item.
type Decision struct {
	Item    string     `json:"item"`
	Choice  Choice     `json:"decision"`
	Into    string     `json:"into,omitempty" doc:"Of a folded one: the item that takes it in"`
	Reason  lang.Text  `json:"reason"`
	Decided clock.Date `json:"decided,omitempty" format:"date"`
}

// Step is a change of state.
type Step struct {
	Status  Status    `json:"status"`
	At      time.Time `json:"at"`
	By      string    `json:"by,omitempty" doc:"Id of the person"`
	Comment string    `json:"comment,omitempty"`
}

// Revision is one state of the text of a standard.
type Revision struct {
	Number int       `json:"number"`
	Name   string    `json:"name,omitempty" doc:"Of the file that was imported"`
	Hash   string    `json:"sha256"`
	Size   int       `json:"size"`
	At     time.Time `json:"at"`
	By     string    `json:"by" doc:"Id of the person"`
}

var veils = map[standard.Veil]string{standard.NoVeil: "none", standard.WithheldVeil: "withheld", standard.WholeDocument: "document"}

func newDocument(r standard.Record, d *standard.Document, steps []standard.Step) Document {
	if d == nil {
		return Document{}
	}
	return Document{Standard: newStandard(r), Veil: veils[r.Veil], Guideline: d.Guideline, LegalBasis: d.LegalBasis, Evaluation: d.Evaluation,
		Objects: rest.Full(d.Objects), Threats: rest.Full(d.Threats), Services: rest.Full(d.Services), Text: d.Preamble,
		Levels:  rest.Each(d.Levels, func(l standard.LevelWord) LevelWord { return LevelWord{l.Word, Level(l.Level)} }),
		CitedBy: rest.Each(d.CitedBy, func(c standard.Citation) Citation { return Citation(c) }),
		Clauses: rest.Each(d.Clauses(), newClause),
		Decisions: rest.Each(d.Decisions, func(x standard.Decision) Decision {
			return Decision{x.Item, Choice(x.Choice), x.Into, x.Reason, x.Decided}
		}),
		Steps: rest.Each(steps, func(s standard.Step) Step { return Step{Status(s.Status), s.At.UTC(), s.By, s.Comment} }),
	}
}

func newClause(c *standard.Clause) Clause {
	return Clause{ID: c.ID, Heading: c.Heading, Text: c.Text, Word: c.Word, Level: Level(c.Level), Degree: newDegree(c.Degree), Actor: Actor(c.Actor),
		Audience: c.Audience, Applies: c.Applies, Phase: Phase(c.Phase), Withheld: c.Withheld, Reason: c.Reason, Source: c.Source,
		Covers:     rest.Each(c.Covers, func(v standard.Coverage) Covered { return Covered{v.Item, coverage(v.Partly)} }),
		Implements: rest.Each(c.Implements, func(r standard.Ref) Ref { return Ref(r) })}
}

func coverage(partly bool) Coverage {
	if partly {
		return "partly"
	}
	return "full"
}

func newDegree(d standard.Degree) []Statement {
	return rest.Each(d, func(s standard.Statement) Statement { return Statement{s} })
}
