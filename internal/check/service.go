package check

import (
	"context"
	"slices"
	"time"

	"kijun/internal/access"
	"kijun/internal/blob"
	"kijun/internal/clock"
	"kijun/internal/db"
	"kijun/internal/fault"
	"kijun/internal/guideline"
	"kijun/internal/lang"
	"kijun/internal/measure"
	"kijun/internal/standard"
)

// Sheets says what an operator should do. measure.Service is one.
type Sheets interface {
	Sheet(ctx context.Context, a access.Actor, v measure.View) (*measure.Sheet, error)
}

// Service is the room's use cases.
type Service struct {
	access    *access.Service
	sheets    Sheets
	files     *blob.Store
	catalogue *guideline.Catalogue
}

// NewService returns the service.
func NewService(a *access.Service, m Sheets, files *blob.Store, c *guideline.Catalogue) *Service {
	return &Service{access: a, sheets: m, files: files, catalogue: c}
}

func (s *Service) db() *db.DB { return s.access.DB() }

// edition is the guideline edition whose items a check answers.
func (s *Service) edition(c SelfCheck) *guideline.Edition {
	if e, ok := s.catalogue.Edition(c.Guideline); ok {
		return e
	}
	return s.catalogue.Latest()
}

// pageSize is how many entries a page of a check has.
const pageSize = 100

// List lists the checks that the actor may read, the newest fiscal year first.
func (s *Service) List(ctx context.Context, a access.Actor, from string) (checks []SelfCheck, next string, err error) {
	return listChecks(ctx, s.db(), a, from)
}

// Get returns a check with its counts.
func (s *Service) Get(ctx context.Context, a access.Actor, id string) (SelfCheck, error) {
	c, err := loadCheck(ctx, s.db(), id)
	if err != nil {
		return SelfCheck{}, err
	}
	return c, s.access.Check(ctx, a, access.CheckRead, c.Object())
}

// Steps returns what happened to a whole check, the oldest first.
func (s *Service) Steps(ctx context.Context, a access.Actor, id string) ([]Step, error) {
	if _, err := s.Get(ctx, a, id); err != nil {
		return nil, err
	}
	return loadSteps(ctx, s.db(), id)
}

// Counts returns how every part of a check stands.
func (s *Service) Counts(ctx context.Context, a access.Actor, id string) (map[Part]Counts, error) {
	if _, err := s.Get(ctx, a, id); err != nil {
		return nil, err
	}
	return loadCounts(ctx, s.db(), id)
}

// Entries returns a page of the entries that a filter lets through, without the texts of their clauses.
func (s *Service) Entries(ctx context.Context, a access.Actor, id string, f Filter, from string) (es []Entry, next string, err error) {
	if err := f.check(); err != nil {
		return nil, "", err
	}
	if _, err := s.Get(ctx, a, id); err != nil {
		return nil, "", err
	}
	return pageEntries(ctx, s.db(), id, f, from)
}

// Entry returns one entry, and the numbers of those before and after it in a filter (0: none).
func (s *Service) Entry(ctx context.Context, a access.Actor, id string, number int, f Filter) (e Entry, before, after int, err error) {
	if err := f.check(); err != nil {
		return Entry{}, 0, 0, err
	}
	if _, err := s.Get(ctx, a, id); err != nil {
		return Entry{}, 0, 0, err
	}
	if e, err = loadEntry(ctx, s.db(), id, number); err != nil {
		return Entry{}, 0, 0, err
	}
	before, after, err = neighbours(ctx, s.db(), e, f)
	return e, before, after, err
}

// Start is what a check begins with.
type Start struct {
	Sector string
	Year   int        // fiscal year
	Title  string     // "": named after the year
	On     clock.Date // whose measures are asked; "": today, or the last day of a year that is over
	Carry  bool       // carry the answers of the newest earlier check forward, marked
}

var (
	wordNoSector  = lang.Text{JA: "事業者として属する分野を選んでください", EN: "choose a sector in which your organisation is an operator"}
	wordBadYear   = lang.Text{JA: "年度は%dから%dまでで選んでください", EN: "choose a fiscal year from %d to %d"}
	wordNothing   = lang.Text{JA: "この分野には、まだ点検する規定がありません。効力のある安全基準等か内規を先に登録してください", EN: "there is no clause to check in this sector yet; first bring in standards or in-house rules that are in force"}
	wordSameCheck = lang.Text{JA: "同じ年度・分野・名前の自己点検がすでにあります。別の名前を付けてください", EN: "there is a self-check of this year, sector and title already; give another title"}
)

// maxTitle is how many characters the title of a check or a piece of evidence may have.
const maxTitle = 200

// Start starts a check from the measures and returns its id.
func (s *Service) Start(ctx context.Context, a access.Actor, in Start) (string, error) {
	c := SelfCheck{ID: s.access.NewID(), Org: a.Org.ID, Sector: in.Sector, Year: in.Year, Title: tidyText(in.Title), State: Open,
		Started: s.access.Now(), StartedBy: a.Person.ID}
	if err := s.access.Check(ctx, a, access.CheckRun, c.Object()); err != nil {
		return "", err
	}
	if err := s.checkStart(a, c); err != nil {
		return "", err
	}
	if in.On == "" {
		in.On = dayOf(in.Year, clock.Day(s.access.Now()))
	}
	sheet, err := s.sheets.Sheet(ctx, a, measure.View{Operator: a.Org.ID, Sector: in.Sector, On: in.On})
	if err != nil {
		return "", err
	}
	snapshots := asked(sheet)
	if len(snapshots) == 0 {
		return "", fault.InFields([]fault.Field{{Name: "sector", Text: wordNothing}})
	}
	c.Guideline = sheet.Edition.ID
	object := c.Object()
	err = s.access.Do(ctx, a, access.CheckRun, &object, func(tx *db.Tx) error { return s.start(ctx, tx, c, snapshots, in.Carry) })
	if fault.Is(err, fault.Conflict) {
		err = fault.InFields([]fault.Field{{Name: "title", Text: wordSameCheck}})
	}
	return c.ID, err
}

func (s *Service) checkStart(a access.Actor, c SelfCheck) error {
	var wrong []fault.Field
	if !slices.Contains(a.Sectors(access.Operator), c.Sector) {
		wrong = append(wrong, fault.Field{Name: "sector", Text: wordNoSector})
	}
	now := clock.FiscalYear(clock.Day(s.access.Now()))
	if c.Year < now-yearsBack || c.Year > now {
		wrong = append(wrong, fault.Field{Name: "year", Text: wordBadYear.With(now-yearsBack, now)})
	}
	return fault.InFields(appendText(wrong, "title", c.Title, maxTitle))
}

// yearsBack is how many fiscal years before this one a check may be for.
const yearsBack = 5

func (s *Service) start(ctx context.Context, tx *db.Tx, c SelfCheck, snapshots []Snapshot, carry bool) error {
	last := map[string]Entry{}
	if carry {
		before, err := loadBefore(ctx, tx, c.Org, c.Sector, c.Year)
		if err != nil && !fault.Is(err, fault.NotFound) {
			return err
		}
		c.Previous = before.ID
		old, err := loadEntries(ctx, tx, before.ID, Filter{})
		if err != nil {
			return err
		}
		for _, e := range old {
			last[e.Ref.String()] = e
		}
	}
	if err := insertCheck(ctx, tx, c); err != nil {
		return err
	}
	entries, counts := make([]Entry, len(snapshots)), changes{}
	edition := s.edition(c)
	for i, snap := range snapshots {
		e := newEntry(c.ID, i+1, i+1, snap)
		if old, ok := last[snap.Ref.String()]; ok {
			e.carry(old)
		}
		entries[i] = e
		counts.note(e.parts(edition), nil, &e)
	}
	if err := insertEntries(ctx, tx, entries, edition); err != nil {
		return err
	}
	if err := counts.store(ctx, tx, c.ID); err != nil {
		return err
	}
	if c.Previous != "" {
		if err := carryLinks(ctx, tx, c); err != nil {
			return err
		}
	}
	return insertStep(ctx, tx, c.ID, Step{At: c.Started, By: c.StartedBy, Act: stepStart})
}

func newEntry(check string, number, place int, s Snapshot) Entry {
	return Entry{Check: check, Number: number, place: place, Snapshot: s, Answer: fresh(), Version: 1}
}

// carry takes over what last year's check says of the same clause.
func (e *Entry) carry(old Entry) {
	e.Answer, e.Branch, e.Evidence = old.Answer, old.Branch, old.Evidence
	e.AnsweredAt, e.AnsweredBy = old.AnsweredAt, old.AnsweredBy
	e.Carried = old.Answer != fresh()
	e.Changed = !e.same(old.Snapshot)
}

// Before is the check that Start would carry forward; ok is false where there is none.
func (s *Service) Before(ctx context.Context, a access.Actor, sector string, year int) (c SelfCheck, ok bool, err error) {
	c, err = loadBefore(ctx, s.db(), a.Org.ID, sector, year)
	if fault.Is(err, fault.NotFound) {
		return SelfCheck{}, false, nil
	}
	if err == nil {
		err = s.access.Check(ctx, a, access.CheckRead, c.Object())
	}
	return c, err == nil, err
}

var wordClosed = lang.Text{JA: "この自己点検は完了しています。変えるには、理由を付けて再開してください", EN: "this self-check is closed; reopen it with a reason to change anything"}

// change is a write to an open check: it reads the check again inside the transaction and notes who
// changed it.
func (s *Service) change(ctx context.Context, a access.Actor, act access.Action, id string, do func(tx *db.Tx, c SelfCheck, o *access.Object) error) error {
	c, err := s.Get(ctx, a, id)
	if err != nil {
		return err
	}
	object := c.Object()
	return s.access.Do(ctx, a, act, &object, func(tx *db.Tx) error {
		c, err := loadCheck(ctx, tx, id)
		if err != nil {
			return err
		}
		if c.State != Open {
			return fault.New(fault.Conflict, wordClosed)
		}
		c.Changed, c.ChangedBy = s.access.Now(), a.Person.ID
		if err := updateCheck(ctx, tx, c); err != nil {
			return err
		}
		return do(tx, c, &object)
	})
}

// nowBy is when and by whom something is done.
func (s *Service) nowBy(a access.Actor) (time.Time, string) { return s.access.Now(), a.Person.ID }

// Source is a document whose clauses a check asks.
type Source struct {
	ID    string
	Title lang.Text
	Tier  standard.Tier
}

// Documents lists the documents whose clauses a check asks, the most binding first.
func (s *Service) Documents(ctx context.Context, a access.Actor, id string) ([]Source, error) {
	if _, err := s.Get(ctx, a, id); err != nil {
		return nil, err
	}
	ds, err := loadDocuments(ctx, s.db(), id)
	slices.SortStableFunc(ds, func(a, b Source) int {
		return slices.Index(standard.Tiers, a.Tier) - slices.Index(standard.Tiers, b.Tier)
	})
	return ds, err
}

// Beside lists the other entries under the first item of an entry, the most binding first: what the four
// tiers ask of the same thing.
func (s *Service) Beside(ctx context.Context, a access.Actor, e Entry) ([]Entry, error) {
	if _, err := s.Get(ctx, a, e.Check); err != nil {
		return nil, err
	}
	if e.Items[0] == Beyond {
		return nil, nil
	}
	es, _, err := pageEntries(ctx, s.db(), e.Check, Filter{Part: ItemPart(e.Items[0]), only: "NOT e.gone"}, "")
	return slices.DeleteFunc(es, func(o Entry) bool { return o.Number == e.Number }), err
}
