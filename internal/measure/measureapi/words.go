package measureapi

import (
	"github.com/danielgtaylor/huma/v2"

	"kijun/internal/api/rest"
	"kijun/internal/guideline"
	"kijun/internal/measure"
	"kijun/internal/standard"
)

// The words of the room, as the document lists them.
type (
	// Tier is the kind of a standard, and with it its binding force.
	Tier standard.Tier
	// Level is what a document's own level word comes to.
	Level standard.Level
	// Phase is the phase of a malfunction.
	Phase string
	// Kind is what an item is to whoever draws up a standard.
	Kind guideline.Kind
	// Coverage is how a clause covers an item.
	Coverage string
	// CarriedOut says whether in-house rules carry out what the upper tiers ask.
	CarriedOut measure.CarriedOut
	// Why says why a document does not count.
	Why standard.Why
	// Op compares a metric with a value.
	Op standard.Op
)

// Schema lists the tiers.
func (Tier) Schema(huma.Registry) *huma.Schema {
	return rest.Words("The most binding first", standard.Tiers...)
}

// Schema lists the levels.
func (Level) Schema(huma.Registry) *huma.Schema {
	return rest.Optional("Empty where the document uses no word", standard.Must, standard.Should, standard.May)
}

// Schema lists the phases.
func (Phase) Schema(huma.Registry) *huma.Schema {
	return rest.Optional("Phase of a malfunction", standard.Phases...)
}

// Schema lists the kinds of items.
func (Kind) Schema(huma.Registry) *huma.Schema {
	return rest.Optional("What the item is; empty for what is beyond the guideline", guideline.Statement, guideline.Examine, guideline.Reference)
}

// Schema lists the coverages.
func (Coverage) Schema(huma.Registry) *huma.Schema {
	return rest.Optional("Empty for an in-house rule that is listed because it carries out a clause of the item", "full", "partly")
}

// Schema lists the answers.
func (CarriedOut) Schema(huma.Registry) *huma.Schema {
	return rest.Words("Whether in-house rules carry out what is asked", measure.Yes, measure.Partly, measure.No, measure.NothingAsked)
}

// Schema lists the reasons.
func (Why) Schema(huma.Registry) *huma.Schema {
	return rest.Words("Why it does not count", standard.OtherSector, standard.OtherOperator, standard.OtherEdition, standard.NotInForce, standard.Ambiguous)
}

// Schema lists the comparisons.
func (Op) Schema(huma.Registry) *huma.Schema {
	return rest.Words("How the value is meant", standard.AtMost, standard.AtLeast, standard.Exactly)
}
