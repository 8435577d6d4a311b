package standard

import (
	"slices"
	"time"

	"kijun/internal/access"
	"kijun/internal/clock"
	"kijun/internal/guideline"
	"kijun/internal/lang"
)

// The states of an edition of a document, in the order in which it passes through them.
const (
	Draft          = "draft"
	InConsultation = "in-consultation"
	Decided        = "decided"
	InForce        = "in-force"
	Superseded     = "superseded"
)

// Who may have a document.
const (
	PublicationPublic   = "public"
	PublicationShared   = "shared"
	PublicationPartly   = "partly"
	PublicationWithheld = "withheld"
)

// Record is an edition of a document as the installation keeps it: what its file says, whose it is, and
// how far it has come.
type Record struct {
	ID          string
	Org         string // whose record it is
	Document    string // the id that the file gives
	Title       lang.Text
	Tier        Tier
	Sectors     []string // as the file lists them; none: every sector
	Issuer      string
	Edition     string
	Status      string
	Publication string
	Operator    string
	Effective   clock.Date
	NextReview  clock.Date
	Audience    access.Audience
	Revision    int
	Changed     time.Time
	ChangedBy   string // id of the person
	Clauses     int
	Veil        Veil // what Get left out of the document

	hash  string
	reach []string // sectors in which it counts
}

// Veil is how much of a document's text somebody may not read.
type Veil int

// The veils.
const (
	NoVeil        Veil = iota
	WithheldVeil       // the text of withheld clauses
	WholeDocument      // all text: the document is withheld from everybody outside its sectors
)

// Object is the record as the rule table looks at it.
func (r *Record) Object() access.Object {
	o := access.Object{Type: "standard", ID: r.ID, Org: r.Org, Sectors: r.reach, Audience: r.Audience, Version: r.hash}
	if r.Tier == InHouse { // its operator's affair: what it withholds is open to nobody else of the sector
		o.Sectors = nil
	}
	return o
}

// Editable reports whether the text may still change: until it is decided.
func (r *Record) Editable() bool { return r.Status == Draft || r.Status == InConsultation }

// within is where a document and its edition exist once: the organisation for in-house rules, the
// installation ("") for all else.
func (r *Record) within() string {
	if r.Tier == InHouse {
		return r.Org
	}
	return ""
}

// audience is who may see a document, by its tier, publication and state.
func audience(t Tier, publication, status string) access.Audience {
	open := publication == PublicationPublic || publication == PublicationPartly
	switch {
	case t == InHouse && open && status == InForce:
		return access.Public
	case t == InHouse || status == Draft:
		return access.OwnOrg
	case open && status != InConsultation:
		return access.Public
	}
	return access.SectorOnly
}

// reach returns the sectors in which something for the sectors listed counts: these, what they are part
// of and their parts; every sector where none is listed.
func reach(listed []string, c *guideline.Catalogue) []string {
	var ids []string
	for _, s := range c.Sectors.Sectors {
		if len(listed) == 0 || slices.ContainsFunc(listed, func(l string) bool { return c.Related(l, s.ID) }) {
			ids = append(ids, s.ID)
		}
	}
	return ids
}

// veil is what an actor may not read of a record.
func (r *Record) veil(a access.Actor) Veil {
	switch {
	case r.Publication == PublicationWithheld && !access.Can(a, access.StandardShared, r.Object()):
		return WholeDocument
	case !access.Can(a, access.StandardWithheld, r.Object()):
		return WithheldVeil
	}
	return NoVeil
}

// under returns the document in a state of the database, without the text that a veil covers. The document
// itself is shared and stays as it is.
func (d *Document) under(v Veil, status string) *Document {
	out := *d
	out.Status = status
	if v == WholeDocument {
		out.Preamble = ""
	}
	out.Sections = slices.Clone(d.Sections)
	for i := range out.Sections {
		s := &out.Sections[i]
		if v == WholeDocument {
			s.Text = ""
		}
		if s.Clause == nil {
			continue
		}
		c := *s.Clause
		c.Document = &out
		c.Withheld = c.Withheld || v == WholeDocument
		if c.Withheld && v != NoVeil {
			c.Text, s.Text = "", ""
		}
		s.Clause = &c
	}
	return &out
}

// hasWithheld reports whether a document has withheld clauses.
func (d *Document) hasWithheld() bool {
	return slices.ContainsFunc(d.Clauses(), func(c *Clause) bool { return c.Withheld })
}

// searchText is what a search for words looks through: nothing that somebody who may see the record might
// not read.
func (d *Document) searchText() string {
	words := []string{d.ID, d.Title.JA, d.Title.EN, d.Issuer, d.Operator}
	for _, s := range d.Sections {
		words = append(words, s.Heading)
	}
	if d.Publication != PublicationWithheld {
		words = append(words, d.Preamble)
		for _, s := range d.Sections {
			if s.Clause == nil || !s.Clause.Withheld {
				words = append(words, s.Text)
			}
		}
	}
	return foldAll(words)
}
