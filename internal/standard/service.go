package standard

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"kijun/internal/access"
	"kijun/internal/guideline"
	"kijun/internal/lang"
	"kijun/internal/page"
)

// Service is the room's use cases.
type Service struct {
	access    *access.Service
	catalogue *guideline.Catalogue
	parsed    *cache[*Document]
	bodies    *cache[*Body]
}

// How many documents and bodies stay parsed.
const (
	mostParsed = 600
	mostBodies = 200
)

// NewService returns the service.
func NewService(a *access.Service, c *guideline.Catalogue) *Service {
	return &Service{access: a, catalogue: c, parsed: newCache[*Document](mostParsed), bodies: newCache[*Body](mostBodies)}
}

// List returns a page of the records that the actor may see, the most binding first; next is the cursor of
// the page behind it.
func (s *Service) List(ctx context.Context, a access.Actor, f Filter, from string) (records []Record, next string, err error) {
	after, err := page.Parse(from, page.Number, page.Text, page.Text)
	if err != nil {
		return nil, "", err
	}
	records, err = listRecords(ctx, s.access.DB(), a, f, after)
	records, next = page.Cut(records, page.Default, func(r Record) page.Cursor { return page.Cursor{r.rank(), r.Document, r.ID} })
	return records, next, err
}

// rank puts the most binding tier first.
func (r *Record) rank() int64 { return int64(slices.Index(Tiers, r.Tier)) }

// record returns a record that the actor may see.
func (s *Service) record(ctx context.Context, a access.Actor, id string) (Record, error) {
	r, err := loadRecord(ctx, s.access.DB(), id)
	if err != nil {
		return Record{}, err
	}
	return r, s.access.Check(ctx, a, access.StandardRead, r.Object())
}

// Get returns a record and its document. Withheld text is left out for whoever may not read it; reading it
// is an entry of the trail. The document is shared: do not change it.
func (s *Service) Get(ctx context.Context, a access.Actor, id string) (Record, *Document, error) {
	r, err := s.record(ctx, a, id)
	if err != nil {
		return Record{}, nil, err
	}
	r.Veil = r.veil(a)
	d, err := s.document(ctx, &r, r.Veil)
	if err != nil {
		return Record{}, nil, err
	}
	return r, d, s.enterReading(ctx, a, &r, d)
}

// enterReading enters that somebody read what is withheld.
func (s *Service) enterReading(ctx context.Context, a access.Actor, r *Record, d *Document) error {
	o := r.Object()
	switch {
	case r.Veil == NoVeil && d.hasWithheld():
		return s.access.Do(ctx, a, access.StandardWithheld, &o, nil)
	case r.Veil != WholeDocument && r.Publication == PublicationWithheld:
		return s.access.Do(ctx, a, access.StandardShared, &o, nil)
	}
	return nil
}

// document returns the newest revision of a record, parsed, in its state and under a veil.
func (s *Service) document(ctx context.Context, r *Record, v Veil) (*Document, error) {
	plain, err := s.parsed.get(r.Document+" "+r.hash, func() (*Document, error) {
		source, err := loadSource(ctx, s.access.DB(), r.ID, r.Revision)
		if err != nil {
			return nil, err
		}
		d, _ := Parse(r.Document+".md", source, s.catalogue)
		if d == nil {
			return nil, fmt.Errorf("revision %d of standard %s cannot be parsed", r.Revision, r.ID)
		}
		return d, nil
	})
	if err != nil {
		return nil, err
	}
	return plain.under(v, r.Status), nil
}

// Body returns what counts for a sector ("": every sector) and an operator ("": nobody) of what the actor
// may see: of each document the edition that has come furthest, and the allocations. Withheld text is in it
// for the organisation whose document it is; whoever else may read it does so through Get, which enters
// it. The body is shared: do not change it.
func (s *Service) Body(ctx context.Context, a access.Actor, sector, operator string) (*Body, error) {
	records, err := bodyRecords(ctx, s.access.DB(), a, sector, operator)
	if err != nil {
		return nil, err
	}
	records = furthest(records)
	allocations, err := s.allocations(ctx, a, sector)
	if err != nil {
		return nil, err
	}
	veils := make([]Veil, len(records))
	var key strings.Builder
	for i := range records {
		r := &records[i]
		if veils[i] = max(r.veil(a), WithheldVeil); r.Org == a.Org.ID && a.SignedIn() {
			veils[i] = NoVeil
		}
		fmt.Fprintf(&key, "%s %s %s %d\n", r.Document, r.hash, r.Status, veils[i])
	}
	for _, al := range allocations {
		fmt.Fprintf(&key, "%s %d\n", al.id, al.version)
	}
	return s.bodies.get(key.String(), func() (*Body, error) { return s.assemble(ctx, records, veils, allocations) })
}

func (s *Service) assemble(ctx context.Context, records []Record, veils []Veil, allocations []keptAllocation) (*Body, error) {
	b := &Body{clauses: map[Ref]*Clause{}}
	for i := range records {
		d, err := s.document(ctx, &records[i], veils[i])
		if err != nil {
			return nil, err
		}
		b.Documents = append(b.Documents, d)
	}
	for _, a := range allocations {
		b.Allocations = append(b.Allocations, a.allocation)
	}
	if len(b.Documents) > 0 {
		b.link()
	}
	return b, nil
}

// furthest keeps of each document the edition that has come furthest, the newest of several.
func furthest(records []Record) []Record {
	come := []string{Draft, InConsultation, Decided, InForce}
	slices.SortStableFunc(records, func(a, b Record) int {
		return cmp.Or(cmp.Compare(a.Document, b.Document), cmp.Compare(a.within(), b.within()), slices.Index(come, b.Status)-slices.Index(come, a.Status), cmp.Compare(b.ID, a.ID))
	})
	return slices.CompactFunc(records, func(a, b Record) bool { return a.Document == b.Document && a.within() == b.within() })
}

func foldAll(words []string) string { return lang.Fold(strings.Join(words, "\n")) }
