package standardapi

import (
	"github.com/danielgtaylor/huma/v2"

	"kijun/internal/access"
	"kijun/internal/api/rest"
	"kijun/internal/guideline"
	"kijun/internal/standard"
)

// The words of the room, as the document lists them.
type (
	// Tier is the kind of a standard, and with it its binding force.
	Tier standard.Tier
	// OptionalTier is a Tier or nothing.
	OptionalTier standard.Tier
	// Level is what a document's own level word comes to.
	Level standard.Level
	// Status is how far an edition has come.
	Status string
	// OptionalStatus is a Status or nothing.
	OptionalStatus string
	// NextStatus is a Status that an edition may be brought into.
	NextStatus string
	// Publication is who may have a document.
	Publication string
	// Audience is for whom a record is open now.
	Audience access.Audience
	// Actor is who carries out a clause.
	Actor string
	// Phase is the phase of a malfunction.
	Phase string
	// State is how a body of standards stands to an item.
	State standard.State
	// Kind is what an item is to whoever draws up a standard.
	Kind guideline.Kind
	// Choice is what a document decided about an item.
	Choice standard.Choice
	// Coverage is how a clause covers an item.
	Coverage string
	// Change is what importing a file does.
	Change standard.Change
	// Why says why a document does not count.
	Why standard.Why
	// Op compares a metric with a value.
	Op standard.Op
)

// Schema lists the tiers.
func (Tier) Schema(huma.Registry) *huma.Schema {
	return rest.Words("The most binding first", standard.Tiers...)
}

// Schema lists the tiers.
func (OptionalTier) Schema(huma.Registry) *huma.Schema {
	return rest.Optional("Tier", standard.Tiers...)
}

// Schema lists the levels.
func (Level) Schema(huma.Registry) *huma.Schema {
	return rest.Optional("Empty where the document uses no word", standard.Must, standard.Should, standard.May)
}

var statuses = []string{standard.Draft, standard.InConsultation, standard.Decided, standard.InForce, standard.Superseded}

// Schema lists the states of an edition.
func (Status) Schema(huma.Registry) *huma.Schema {
	return rest.Words("How far the edition has come", statuses...)
}

// Schema lists the states of an edition.
func (OptionalStatus) Schema(huma.Registry) *huma.Schema {
	return rest.Optional("How far the edition has come", statuses...)
}

// Schema lists the states that an edition may be brought into.
func (NextStatus) Schema(huma.Registry) *huma.Schema {
	return rest.Words("The edition that was in force is superseded by the next in the same act", statuses[1:]...)
}

// Schema lists the ways of publication.
func (Publication) Schema(huma.Registry) *huma.Schema {
	return rest.Words("Who may have it", standard.PublicationPublic, standard.PublicationShared, standard.PublicationPartly, standard.PublicationWithheld)
}

// Schema lists the audiences.
func (Audience) Schema(huma.Registry) *huma.Schema {
	return rest.Words("For whom it is open now", access.OwnOrg, access.SectorOnly, access.Public)
}

// Schema lists the actors.
func (Actor) Schema(huma.Registry) *huma.Schema {
	return rest.Words("Who carries it out", "operator", "sector", "ministry")
}

// Schema lists the phases.
func (Phase) Schema(huma.Registry) *huma.Schema {
	return rest.Optional("Phase of a malfunction", standard.Phases...)
}

// Schema lists the states.
func (State) Schema(huma.Registry) *huma.Schema {
	return rest.Words("The first that holds, see docs/formats.md", standard.States...)
}

// Schema lists the kinds of items.
func (Kind) Schema(huma.Registry) *huma.Schema {
	return rest.Words("What the item is", guideline.Statement, guideline.Examine, guideline.Reference, guideline.FollowUp)
}

// Schema lists the choices.
func (Choice) Schema(huma.Registry) *huma.Schema {
	return rest.Words("What was decided", standard.ChoseCovered, standard.ChosePartly, standard.ChoseLeftOut, standard.ChoseFolded, standard.ChoseConsidering)
}

// Schema lists the coverages.
func (Coverage) Schema(huma.Registry) *huma.Schema {
	return rest.Words("How far the item is covered", "full", "partly")
}

// Schema lists the changes.
func (Change) Schema(huma.Registry) *huma.Schema {
	return rest.Words("What importing the file does", standard.Added, standard.Revised, standard.Unchanged, standard.Ignored, standard.Refused)
}

// Schema lists the reasons.
func (Why) Schema(huma.Registry) *huma.Schema {
	return rest.Words("Why it does not count", standard.OtherSector, standard.OtherOperator, standard.OtherEdition, standard.NotInForce, standard.Ambiguous)
}

// Schema lists the comparisons.
func (Op) Schema(huma.Registry) *huma.Schema {
	return rest.Words("How the value is meant", standard.AtMost, standard.AtLeast, standard.Exactly)
}
