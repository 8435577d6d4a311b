package checkapi

import (
	"github.com/danielgtaylor/huma/v2"

	"kijun/internal/api/rest"
	"kijun/internal/check"
	"kijun/internal/standard"
)

// The words of the room, as the document lists them.
type (
	// State is whether a check is under way.
	State check.State
	// Show narrows the entries of a check.
	Show check.Show
	// Part is what an entry stands under.
	Part check.Part
	// Judgement answers one of the three questions.
	Judgement check.Judgement
	// Work is how far the work on a clause is.
	Work check.Work
	// Severity is how much a gap matters.
	Severity check.Severity
	// By says how finely a summary is divided.
	By check.By
	// Tier is the kind of a standard.
	Tier standard.Tier
	// Level is what a document's own level word comes to.
	Level standard.Level
	// Phase is the phase of a malfunction.
	Phase string
)

// Schema lists the states.
func (State) Schema(huma.Registry) *huma.Schema {
	return rest.Words("A closed check is only read", check.Open, check.Closed)
}

// Schema lists what can be shown.
func (Show) Schema(huma.Registry) *huma.Schema {
	return rest.Words("Only entries that stand so; empty: all", check.Shows...)
}

// Schema says how a part is named.
func (Part) Schema(huma.Registry) *huma.Schema {
	most := 300
	return &huma.Schema{Type: huma.TypeString, Pattern: "^((item|group|document):.+)?$", MaxLength: &most, Examples: []any{"item:p3.1"},
		Description: "Such as item:p3.1, group:p3, document:water-guideline; empty: the whole check"}
}

// Schema lists the judgements.
func (Judgement) Schema(huma.Registry) *huma.Schema {
	return rest.Optional("Empty: unanswered", check.Judgements...)
}

// Schema lists the work statuses.
func (Work) Schema(huma.Registry) *huma.Schema {
	return rest.Words("How far the work is", check.Works...)
}

// Schema lists the severities.
func (Severity) Schema(huma.Registry) *huma.Schema {
	return rest.Words("How much the gap matters", check.Severities...)
}

// Schema lists the divisions.
func (By) Schema(huma.Registry) *huma.Schema {
	return rest.Words("How finely the summary is divided", check.ByItem, check.ByGroup)
}

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
