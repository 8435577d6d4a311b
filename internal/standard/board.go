package standard

import (
	"context"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"kijun/internal/access"
	"kijun/internal/clock"
	"kijun/internal/db"
	"kijun/internal/fault"
	"kijun/internal/guideline"
	"kijun/internal/lang"
)

var (
	wordNoSector     = lang.Text{JA: "分野 %q はありません", EN: "there is no sector %q"}
	wordNoItem       = lang.Text{JA: "項目 %q は、指針 %s の安全基準等が答える項目ではありません", EN: "item %q is none that standards answer under guideline %s"}
	wordOnePlace     = lang.Text{JA: "層・文書・規定しない、のどれか一つを選んでください", EN: "choose one of: a tier, a document, left out"}
	wordReasonNeeded = lang.Text{JA: "規定しない理由を書いてください", EN: "give the reason for leaving it out"}
	wordBadDocument  = lang.Text{JA: "文書の ID には文字・数字・「-」「_」「.」だけが使えます", EN: "a document's id has letters, digits, '-', '_' and '.' only"}
	wordAllotted     = lang.Text{JA: "項目 %s は、%s が %s に変えました。今の内容を確かめてから保存してください", EN: "%[2]s changed item %[1]s on %[3]s; look at it as it is now before you save"}
	wordLaterDay     = lang.Text{JA: "今の割当ての決定日（%s）より後の日を入れてください", EN: "choose a day after %s, when the present allocation was decided"}
)

// Allocation returns the newest allocation of a sector with who examined each item and when; nil where the
// sector has none yet.
func (s *Service) Allocation(ctx context.Context, a access.Actor, sector string) (*Allocation, []AllotmentRow, error) {
	k, err := s.newest(ctx, a, sector)
	if err != nil || k == nil {
		return nil, nil, err
	}
	return k.allocation, k.rows, nil
}

func (s *Service) newest(ctx context.Context, a access.Actor, sector string) (*keptAllocation, error) {
	if _, ok := s.catalogue.Sector(sector); !ok {
		return nil, fault.New(fault.NotFound, wordNoSector.With(sector))
	}
	if err := s.access.Check(ctx, a, access.AllocationRead, s.allocationObject(sector)); err != nil {
		return nil, err
	}
	all, err := loadAllocations(ctx, s.access.DB(), []string{sector})
	return newestOf(all, s.catalogue.Latest().ID), err
}

// newestOf returns the allocation of a guideline that was decided last, or nil.
func newestOf(all []keptAllocation, guideline string) *keptAllocation {
	for i := len(all) - 1; i >= 0; i-- {
		if all[i].allocation.Guideline == guideline {
			return &all[i]
		}
	}
	return nil
}

// Allot puts an item to a tier or a document or leaves it out with a reason, and enters that the actor
// examined it; an allotment that says nothing takes the item out of the allocation. Version is that of the
// row that the actor saw, 0 where there was none. The first allotment of a sector begins its allocation.
func (s *Service) Allot(ctx context.Context, a access.Actor, sector, item string, t Allotment, version int) error {
	if _, ok := s.catalogue.Sector(sector); !ok {
		return fault.New(fault.NotFound, wordNoSector.With(sector))
	}
	t.Item, t.Place = item, Place{}
	if err := s.sound(t); err != nil {
		return err
	}
	o := s.allocationObject(sector)
	o.Details = map[string]string{"item": item, "to": t.where()}
	id := s.access.NewID()
	return s.access.Do(ctx, a, access.AllocationEdit, &o, func(tx *db.Tx) error {
		k, err := s.begun(ctx, tx, a, sector, id)
		if err != nil {
			return err
		}
		if err := s.unchanged(ctx, k, item, version); err != nil {
			return err
		}
		k.changed, k.changedBy = s.access.Now(), a.Person.ID
		if err := touchAllocation(ctx, tx, k); err != nil {
			return err
		}
		return putAllotment(ctx, tx, k.id, s.examined(a, t))
	})
}

// sound checks an allotment that somebody entered.
func (s *Service) sound(t Allotment) error {
	e := s.catalogue.Latest()
	if !slices.ContainsFunc(s.catalogue.Latest().Asked(), func(it guideline.Item) bool { return it.ID == t.Item }) {
		return fault.New(fault.NotFound, wordNoItem.With(t.Item, e.ID))
	}
	places := 0
	for _, set := range []bool{t.Tier != "", t.Document != "", t.LeftOut} {
		if set {
			places++
		}
	}
	var wrong []fault.Field
	if places > 1 || t.Tier != "" && !slices.Contains(Tiers, t.Tier) {
		wrong = append(wrong, fault.Field{Name: "to", Text: wordOnePlace})
	}
	if t.Document != "" && !validID(t.Document) {
		wrong = append(wrong, fault.Field{Name: "document", Text: wordBadDocument})
	}
	if t.LeftOut && strings.TrimSpace(t.Reason.JA+t.Reason.EN) == "" {
		wrong = append(wrong, fault.Field{Name: "reason", Text: wordReasonNeeded})
	}
	return fault.InFields(wrong)
}

// where is an allotment in one word, for the trail.
func (t Allotment) where() string {
	switch {
	case t.LeftOut:
		return "left-out"
	case t.Document != "":
		return "document " + t.Document
	}
	return string(t.Tier)
}

// begun returns the newest allocation of a sector, which it begins where there is none.
func (s *Service) begun(ctx context.Context, tx *db.Tx, a access.Actor, sector, id string) (*keptAllocation, error) {
	all, err := loadAllocations(ctx, tx, []string{sector})
	if err != nil {
		return nil, err
	}
	guideline := s.catalogue.Latest().ID
	if k := newestOf(all, guideline); k != nil {
		return k, nil
	}
	k := &keptAllocation{id: id, version: 1, changed: s.access.Now(), changedBy: a.Person.ID,
		allocation: &Allocation{Sector: sector, Guideline: guideline, Decided: clock.Day(s.access.Now()), By: a.Org.Name}}
	return k, insertAllocation(ctx, tx, k)
}

// unchanged refuses a change of a row that somebody else changed since it was looked at.
func (s *Service) unchanged(ctx context.Context, k *keptAllocation, item string, version int) error {
	i := slices.IndexFunc(k.rows, func(r AllotmentRow) bool { return r.Item == item })
	switch {
	case i < 0 && version == 0 || i >= 0 && k.rows[i].Version == version:
		return nil
	case i < 0:
		return s.movedBy(ctx, wordAllotted, item, k.changedBy, k.changed)
	}
	return s.movedBy(ctx, wordAllotted, item, k.rows[i].ExaminedBy, k.rows[i].Examined)
}

// AllotmentHistory returns every allotment of an item in a sector, the latest first.
func (s *Service) AllotmentHistory(ctx context.Context, a access.Actor, sector, item string) ([]AllotmentRow, error) {
	if err := s.access.Check(ctx, a, access.AllocationRead, s.allocationObject(sector)); err != nil {
		return nil, err
	}
	steps, err := selectAllotmentSteps(ctx, s.access.DB(), sector, item)
	return slices.CompactFunc(steps, func(a, b AllotmentRow) bool { // a new allocation begins with what there was
		return a.Examined.Equal(b.Examined) && a.ExaminedBy == b.ExaminedBy
	}), err
}

// DecideAllocation says by whom and when the newest allocation of a sector was decided. A later day begins a
// new allocation with the same items; the one before counts until then.
func (s *Service) DecideAllocation(ctx context.Context, a access.Actor, sector string, decided clock.Date, by lang.Text) error {
	if _, ok := s.catalogue.Sector(sector); !ok {
		return fault.New(fault.NotFound, wordNoSector.With(sector))
	}
	if _, ok := decided.Time(); !ok {
		return fault.InFields([]fault.Field{{Name: "decided", Text: ruleBadDate.Says.With(decided)}})
	}
	o := s.allocationObject(sector)
	o.Details = map[string]string{"decided": string(decided)}
	first, second := s.access.NewID(), s.access.NewID()
	return s.access.Do(ctx, a, access.AllocationEdit, &o, func(tx *db.Tx) error {
		k, err := s.begun(ctx, tx, a, sector, first)
		if err != nil {
			return err
		}
		old := *k.allocation
		next := &keptAllocation{id: k.id, version: k.version, changed: s.access.Now(), changedBy: a.Person.ID, allocation: &old}
		next.allocation.By, next.allocation.Decided = by, decided
		switch {
		case k.allocation.Decided == decided:
			return touchAllocation(ctx, tx, next)
		case decided < k.allocation.Decided:
			return fault.InFields([]fault.Field{{Name: "decided", Text: wordLaterDay.With(lang.Day(k.allocation.Decided))}})
		}
		next.id, next.version = second, 1
		if err := insertAllocation(ctx, tx, next); err != nil {
			return err
		}
		return copyAllotments(ctx, tx, k.id, next.id)
	})
}

// ExportAllocation returns the newest allocation of a sector as a file allocation.yaml.
func (s *Service) ExportAllocation(ctx context.Context, a access.Actor, sector string) ([]byte, error) {
	k, err := s.newest(ctx, a, sector)
	if err != nil {
		return nil, err
	}
	if k == nil {
		return nil, fault.New(fault.NotFound, lang.Text{JA: "この分野の割当てはまだありません", EN: "this sector has no allocation yet"})
	}
	return FormatAllocation(k.allocation)
}

// FormatAllocation writes an allocation as allocation.yaml.
func FormatAllocation(a *Allocation) ([]byte, error) {
	root := &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map"}
	put := func(value string, path ...string) {
		if value != "" {
			set(root, path, value)
		}
	}
	put(a.Sector, "sector")
	put(a.Guideline, "guideline")
	put(string(a.Decided), "decided")
	putText(put, a.By, "by")
	set(root, []string{"items", "{}"}, "")
	for _, t := range a.Items {
		key := escapeKey(t.Item)
		switch {
		case t.LeftOut:
			if t.Reason.IsZero() {
				set(root, []string{"items", key, "left-out"}, "")
			}
			putText(put, t.Reason, "items", key, "left-out")
		case t.Document != "":
			put(t.Document, "items", key, "document")
		default:
			put(string(t.Tier), "items", key)
		}
	}
	for i, n := range root.Content {
		if i%2 == 1 && root.Content[i-1].Value == "decided" {
			n.Tag = "!!timestamp"
		}
	}
	text, err := dump(root)
	return []byte(text), err
}

// putText writes a text: Japanese alone as a bare word, else both halves.
func putText(put func(string, ...string), t lang.Text, path ...string) {
	if t.EN == "" || t.EN == t.JA {
		put(t.JA, path...)
		return
	}
	put(t.JA, append(slices.Clone(path), "ja")...)
	put(t.EN, append(slices.Clone(path), "en")...)
}
