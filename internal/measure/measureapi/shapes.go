package measureapi

import (
	"encoding/json"
	"reflect"

	"github.com/danielgtaylor/huma/v2"

	"kijun/internal/api/rest"
	"kijun/internal/clock"
	"kijun/internal/lang"
	"kijun/internal/measure"
	"kijun/internal/standard"
)

// Sheet is what an operator should do, and how far, on a day.
type Sheet struct {
	Guideline  string             `json:"guideline"`
	Operator   string             `json:"operator"`
	Sector     string             `json:"sector"`
	On         clock.Date         `json:"on" format:"date"`
	Audience   string             `json:"audience,omitempty"`
	Contractor bool               `json:"contractor" doc:"It has only what concerns contractors"`
	Sectors    []string           `json:"sectors" doc:"In which the operator stands"`
	Audiences  []string           `json:"audiences" doc:"Roles in the operator that clauses address"`
	Items      []Item             `json:"items"`
	Beyond     Item               `json:"beyond" doc:"Clauses that answer no item of the guideline; its id is empty"`
	LeftOut    []LeftOut          `json:"left_out" doc:"Documents and allocations that do not count"`
	Problems   []rest.FileProblem `json:"problems"`
}

// Item is what the four tiers ask under one item of the guideline.
type Item struct {
	ID         string     `json:"id"`
	Number     string     `json:"number"`
	Kind       Kind       `json:"kind"`
	Title      lang.Text  `json:"title"`
	Tiers      Tiers      `json:"tiers"`
	Binding    Tier       `json:"binding,omitempty" doc:"The most binding tier that speaks"`
	Level      Level      `json:"level,omitempty" doc:"The strongest word"`
	Degrees    []Ladder   `json:"degrees"`
	CarriedOut CarriedOut `json:"carried_out"`
	Open       []Ref      `json:"open" doc:"Upper clauses that no in-house rule carries out"`
}

// Tiers are clauses side by side.
type Tiers struct {
	Mandatory   []Clause `json:"mandatory"`
	Recommended []Clause `json:"recommended"`
	Industry    []Clause `json:"industry"`
	InHouse     []Clause `json:"in-house"`
}

// Ref names a clause of a document.
type Ref struct {
	Document string `json:"document"`
	Clause   string `json:"clause"`
}

// Clause is a clause under an item.
type Clause struct {
	Ref
	Heading    string      `json:"heading"`
	Tier       Tier        `json:"tier"`
	Level      Level       `json:"level"`
	Coverage   Coverage    `json:"coverage"`
	Degree     []Statement `json:"degree"`
	Phase      Phase       `json:"phase"`
	Withheld   bool        `json:"withheld"`
	Reason     string      `json:"reason,omitempty" doc:"Why it is withheld"`
	Text       string      `json:"text" doc:"Empty where it is withheld from the reader"`
	Word       string      `json:"word" doc:"The document's own level word"`
	Actor      string      `json:"actor" enum:"operator,sector,ministry"`
	Audience   string      `json:"audience,omitempty"`
	Applies    string      `json:"applies,omitempty"`
	Implements []Ref       `json:"implements"`
	CarriedOut []Carrier   `json:"carried_out_by"`
}

// Carrier is an in-house rule that carries out an upper clause.
type Carrier struct {
	Ref
	Weaker bool `json:"weaker" doc:"Its degree or its word falls short"`
}

// Ladder is how far the tiers go in one metric.
type Ladder struct {
	Metric string `json:"metric"`
	Unit   string `json:"unit"`
	By     []Rung `json:"by"`
}

// Rung is what one clause says in the metric of its ladder.
type Rung struct {
	Ref
	Tier   Tier        `json:"tier"`
	Op     Op          `json:"op"`
	Value  json.Number `json:"value" doc:"In the unit of the ladder"`
	Weaker bool        `json:"weaker" doc:"An in-house rule that falls short of an upper rung"`
}

// LeftOut is a document that does not count, and why.
type LeftOut struct {
	ID   string `json:"id"`
	Path string `json:"path"`
	Why  Why    `json:"why"`
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

func newSheet(s *measure.Sheet) Sheet {
	return Sheet{Guideline: s.Edition.ID, Operator: s.Operator, Sector: s.Sector, On: s.On, Audience: s.View.Audience, Contractor: s.View.Contractor,
		Sectors: rest.Full(s.Sectors), Audiences: rest.Full(s.Audiences), Items: rest.Each(s.Items, newItem), Beyond: newItem(s.Beyond),
		LeftOut: rest.Each(s.LeftOut, func(l standard.LeftOut) LeftOut { return LeftOut{l.ID, l.Path, Why(l.Why)} }),
		Problems: rest.Each(s.Problems, func(p standard.Problem) rest.FileProblem {
			return rest.FileProblem{Path: p.Path, Line: p.Line, Column: p.Column, Rule: p.Rule.ID, Severity: string(p.Severity()), Message: p.Message}
		})}
}

func newItem(it measure.Item) Item {
	tier := func(t standard.Tier) []Clause { return rest.Each(it.Tiers[t], newClause) }
	return Item{ID: it.ID, Number: it.Number, Kind: Kind(it.Kind), Title: it.Title, Binding: Tier(it.Binding), Level: Level(it.Level),
		Tiers:      Tiers{tier(standard.Mandatory), tier(standard.Recommended), tier(standard.Industry), tier(standard.InHouse)},
		Degrees:    rest.Each(it.Ladders, newLadder),
		CarriedOut: CarriedOut(it.CarriedOut), Open: rest.Each(it.Open, newRef)}
}

func newClause(e measure.Entry) Clause {
	out := Clause{Ref: newRef(e.Clause), Heading: e.Heading, Tier: Tier(e.Document.Tier), Level: Level(e.Level), Phase: Phase(e.Phase),
		Withheld: e.Withheld, Reason: e.Reason, Text: e.Text, Word: e.Word, Actor: e.Actor, Audience: e.Audience, Applies: e.Applies,
		Degree:     rest.Each(e.Degree, func(s standard.Statement) Statement { return Statement{s} }),
		Implements: rest.Each(e.Implements, func(r standard.Ref) Ref { return Ref(r) }),
		CarriedOut: rest.Each(e.By, func(by measure.Carrier) Carrier { return Carrier{newRef(by.Clause), by.Weaker} })}
	switch {
	case e.Covers && e.Partly:
		out.Coverage = "partly"
	case e.Covers:
		out.Coverage = "full"
	}
	return out
}

func newLadder(l measure.Ladder) Ladder {
	return Ladder{l.Metric, l.Unit, rest.Each(l.Rungs, func(r measure.Rung) Rung {
		return Rung{newRef(r.Clause), Tier(r.Document.Tier), Op(r.Op), json.Number(measure.Decimal(r.Value)), r.Weaker}
	})}
}
