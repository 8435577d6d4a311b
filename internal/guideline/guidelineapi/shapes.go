package guidelineapi

import (
	"github.com/danielgtaylor/huma/v2"

	"kijun/internal/api/rest"
	"kijun/internal/clock"
	"kijun/internal/guideline"
	"kijun/internal/lang"
)

// Kind is what an item is to whoever draws up a standard.
type Kind guideline.Kind

// Schema lists the kinds.
func (Kind) Schema(huma.Registry) *huma.Schema {
	return rest.Words("What the item is to whoever draws up a standard", guideline.Statement, guideline.Examine, guideline.Reference, guideline.FollowUp)
}

// Period is how often an actor acts.
type Period guideline.Period

// Schema lists the periods.
func (Period) Schema(huma.Registry) *huma.Schema {
	return rest.Optional[guideline.Period]("Of follow-up acts: how often", "three-years", "yearly", "fixed-time-each-year", "regularly", "continuous", "as-needed")
}

// Modal is how firmly the guideline puts an act.
type Modal guideline.Modal

// Schema lists the modals.
func (Modal) Schema(huma.Registry) *huma.Schema {
	return rest.Optional[guideline.Modal]("Of follow-up acts: how firmly", "does", "endeavours", "considers")
}

// Certainty says how sure a fact is.
type Certainty guideline.Certainty

// Schema lists the certainties.
func (Certainty) Schema(huma.Registry) *huma.Schema {
	return rest.Words[guideline.Certainty]("How sure the fact is: read in a source, or recalled", "found", "found-in-part", "recalled-high", "recalled-med", "recalled-low")
}

// Tier is the kind of a standard.
type Tier string

// Schema lists the tiers.
func (Tier) Schema(huma.Registry) *huma.Schema {
	return rest.Words("The most binding first", guideline.KnownTiers...)
}

// Edition is one edition of the guideline.
type Edition struct {
	ID     string    `json:"id"`
	Title  lang.Text `json:"title"`
	Note   lang.Text `json:"note"`
	Scheme string    `json:"scheme" doc:"The list of sectors that it speaks of"`
}

func newEdition(e *guideline.Edition) Edition { return Edition{e.ID, e.Title, e.Note, e.Scheme} }

// WholeEdition is an edition with what stands in it.
type WholeEdition struct {
	Edition
	Labels map[string]lang.Text `json:"labels" doc:"Words that change between editions"`
	Actors []Named              `json:"actors"`
	Groups []Group              `json:"groups"`
	Items  []Item               `json:"items"`
}

// Named is an id with its name.
type Named struct {
	ID    string    `json:"id"`
	Title lang.Text `json:"title"`
}

// Group is a heading over items.
type Group struct {
	ID     string    `json:"id"`
	Number string    `json:"number"`
	Title  lang.Text `json:"title"`
}

func newWholeEdition(e *guideline.Edition) WholeEdition {
	out := WholeEdition{Edition: newEdition(e), Labels: e.Labels, Items: rest.Each(e.Items, newItem),
		Actors: rest.Each(e.Actors, func(n guideline.Named) Named { return Named(n) }),
		Groups: rest.Each(e.Groups, func(g guideline.Group) Group { return Group(g) })}
	if out.Labels == nil {
		out.Labels = map[string]lang.Text{}
	}
	return out
}

// Item is one item of a guideline edition, in the shape of `kijun guideline list --format json`.
type Item struct {
	ID         string      `json:"id"`
	Group      string      `json:"group"`
	Number     string      `json:"number" doc:"As printed"`
	Slug       string      `json:"slug"`
	Kind       Kind        `json:"kind"`
	Title      lang.Text   `json:"title"`
	Asks       lang.Text   `json:"asks"`
	Examples   []lang.Text `json:"examples"`
	References References  `json:"references"`
	Actor      string      `json:"actor" doc:"Of follow-up acts: ids separated by spaces"`
	Period     Period      `json:"period"`
	Modal      Modal       `json:"modal"`
}

// References are the nearest outcomes and controls elsewhere.
type References struct {
	CSF      []string `json:"csf" doc:"NIST CSF 2.0"`
	ISO27001 []string `json:"iso27001" doc:"ISO/IEC 27001:2022, Annex A"`
}

func newItem(it guideline.Item) Item {
	return Item{it.ID, it.Group, it.Number, it.Slug, Kind(it.Kind), it.Title, it.Asks, rest.Full(it.Examples),
		References{rest.Full(it.References.CSF), rest.Full(it.References.ISO27001)}, it.Actor, Period(it.Period), Modal(it.Modal)}
}

// KnownStandard is a safety standard that exists, as a fact.
type KnownStandard struct {
	ID        string     `json:"id"`
	Title     lang.Text  `json:"title"`
	Issuer    lang.Text  `json:"issuer"`
	Tier      Tier       `json:"tier"`
	Sectors   []string   `json:"sectors"`
	Edition   lang.Text  `json:"edition"`
	Year      int        `json:"year,omitempty" doc:"Of the edition or amendment meant"`
	About     bool       `json:"about,omitempty" doc:"The year is not exact"`
	First     int        `json:"first,omitempty" doc:"Year of the first edition"`
	Date      clock.Date `json:"date,omitempty" format:"date" doc:"Of issue or of entering into force"`
	Certainty Certainty  `json:"certainty"`
	Note      lang.Text  `json:"note"`
}

func newKnownStandard(k guideline.KnownStandard) KnownStandard {
	return KnownStandard{k.ID, k.Title, k.Issuer, Tier(k.Tier), rest.Full(k.Sectors), k.Edition, k.Year, k.About, k.First, k.Date, Certainty(k.Certainty), k.Note}
}
