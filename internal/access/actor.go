package access

import (
	"slices"

	"kijun/internal/clock"
)

// Actor is who acts: a person for one organisation in one role on one day. The zero Actor is anybody,
// who has not signed in.
type Actor struct {
	Person  Person
	Org     Org
	Role    Role
	Day     clock.Date // on which standings and engagements are looked at
	Clients []string   // organisations that engage its own on that day
}

// SignedIn reports whether the actor is a known person.
func (a Actor) SignedIn() bool { return a.Person.ID != "" }

// Is reports whether the actor's organisation is of a kind.
func (a Actor) Is(k Kind) bool { return a.Org.Is(k, a.Day) }

// audits reports whether the actor's organisation is engaged as an audit firm. One that also works as a
// contractor is none here: it would see what its other side may not.
func (a Actor) audits() bool { return a.Is(Auditor) && !a.Is(Contractor) }

// Sectors returns the sectors in which the actor's organisation is of a kind.
func (a Actor) Sectors(k Kind) []string { return a.Org.Sectors(k, a.Day) }

// AllSectors returns the sectors in which the actor's organisation stands in any kind.
func (a Actor) AllSectors() []string {
	var ids []string
	for _, k := range Kinds {
		for _, s := range a.Sectors(k) {
			if !slices.Contains(ids, s) {
				ids = append(ids, s)
			}
		}
	}
	return ids
}

// Audience is for whom the owner of an object has opened it.
type Audience string

// The audiences, the narrowest first.
const (
	OwnOrg     Audience = "own"
	SectorOnly Audience = "sector" // organisations that stand in one of its sectors, and the Cabinet Secretariat
	Public     Audience = "public" // everybody, without sign-in
)

// Object is what an act is about, as far as the rule table looks at it. An act may fill ID, Version and
// Details while it runs; they go into the trail.
type Object struct {
	Type     string // such as standard
	ID       string
	Org      string   // whose record it is; "": nobody's
	To       string   // to whom it was sent; "": nobody
	Sectors  []string // that it belongs to
	Audience Audience
	Version  string            // hash of the object as it is after the act
	Details  map[string]string // no personal data
}

func (o Object) name() string { return o.Type + "/" + o.ID }
