package standard

import (
	"context"
	"slices"
	"strings"

	"kijun/internal/access"
	"kijun/internal/fault"
	"kijun/internal/guideline"
	"kijun/internal/lang"
)

// sketch is a document while it is changed.
type sketch struct {
	Sheet
	old       *Document
	catalogue *guideline.Catalogue
	at        int // of the section that is changed; -1: none
}

// SectionForm is a heading with its attributes and its text as a form has them.
type SectionForm struct {
	At         int    // its place among the headings, from 0; len: behind the last
	Version    string // of the section that the form was filled from; "" adds one
	Depth      int
	Heading    string
	ID         string
	Attributes map[string]string
	Text       string
}

// Form returns a section as a form has it.
func (d *Document) Form(at int) SectionForm {
	s := &d.Sections[at]
	return SectionForm{At: at, Version: s.version(), Depth: s.Depth, Heading: s.Heading, ID: s.ID, Attributes: attributesOf(s), Text: s.Text}
}

func (s *Section) version() string { return partVersion(bodyRow(*s).Cells...) }

// SectionByID returns the place of the heading with an id; -1: there is none.
func (d *Document) SectionByID(id string) int {
	return slices.IndexFunc(d.Sections, func(s Section) bool { return s.ID == id })
}

var (
	wordSplits     = lang.Text{JA: "本文に見出し（行頭の #）や、閉じていないコードは書けません。見出しは「項を追加する」で加えてください", EN: "no headings (# at the start of a line) and no unclosed code in the text; add a heading with \"Add a section\""}
	wordBadHeading = lang.Text{JA: "見出し「%s」は、見出しとして読み戻せません。末尾の # や { } を除いてください", EN: "%q does not read back as a heading: leave out # and { } at its end"}
	wordNoDepth    = lang.Text{JA: "見出しの深さは 1 から 6 です", EN: "the depth of a heading is 1 to 6"}
	wordAtEdge     = lang.Text{JA: "これより先へは動かせません", EN: "it cannot be moved any further"}
	wordNeedsID    = lang.Text{JA: "対応する項目・水準・非公開などを書くときは、規定IDが必要です（例: c4-2）", EN: "a clause id is needed where anything else of a clause is given (such as c4-2)"}
	wordHasID      = lang.Text{JA: "規定ID %s は、ほかの見出しが使っています", EN: "another heading has the clause id %s"}
	wordTheWhole   = lang.Text{JA: "本文", EN: "text"}
)

// preamble is 1 where the first row of the body is the text before the first heading.
func (k *sketch) preamble() int {
	if k.old.Preamble != "" {
		return 1
	}
	return 0
}

// find sets the place of the section that a form was filled from, wherever it has moved. A form whose section
// is not as it was is a conflict.
func (k *sketch) find(at int, version string) error {
	k.at = -1
	for i := range k.old.Sections {
		if k.old.Sections[i].version() == version && (k.at < 0 || i == at) {
			k.at = i
		}
	}
	if k.at < 0 {
		return fault.New(fault.Conflict, wordBusy)
	}
	return nil
}

// edition is the edition of the guideline that the document answers.
func (k *sketch) edition() *guideline.Edition {
	if e, ok := k.catalogue.Edition(k.old.Guideline); ok {
		return e
	}
	return k.catalogue.Latest()
}

func (k *sketch) row(at int) *Row { return &k.Body[at+k.preamble()] }

// cells are a section's row.
func (f SectionForm) cells() []string {
	s := Section{Depth: f.Depth, Heading: sentenceOf(f.Heading), ID: strings.TrimSpace(f.ID), Text: trimBlankLines(strings.ReplaceAll(f.Text, "\r\n", "\n"))}
	for _, key := range attributeKeys {
		if v := sentenceOf(f.Attributes[key]); v != "" {
			s.Attributes = append(s.Attributes, Attribute{Key: key, Value: v})
		}
	}
	return bodyRow(s).Cells
}

// check says what a form lacks before anything is written.
func (f SectionForm) check(k *sketch) error {
	var wrong []fault.Field
	if f.Depth < 1 || f.Depth > 6 {
		wrong = append(wrong, fault.Field{Name: "depth", Text: wordNoDepth})
	}
	cells := f.cells()
	given := slices.ContainsFunc(cells[3:len(cells)-1], func(v string) bool { return v != "" })
	if id := cells[2]; id == "" && given {
		wrong = append(wrong, fault.Field{Name: "id", Text: wordNeedsID})
	} else if other := k.old.SectionByID(id); id != "" && other >= 0 && other != k.at {
		wrong = append(wrong, fault.Field{Name: "id", Text: wordHasID.With(id)})
	} else if id != "" && !validID(id) {
		wrong = append(wrong, fault.Field{Name: "id", Text: ruleBadID.Says.With(id)})
	}
	return fault.InFields(wrong)
}

// EditSection changes a section and returns its new version. Where somebody else changed it since the form
// was filled it is fault.Conflict; changes elsewhere in the document do not matter.
func (s *Service) EditSection(ctx context.Context, a access.Actor, id string, f SectionForm) (Saved, error) {
	return s.edit(ctx, a, id, change{
		what: "section " + f.ID, part: partName(f),
		apply: func(k *sketch) error {
			if err := k.find(f.At, f.Version); err != nil {
				return err
			}
			k.row(k.at).Cells = f.cells()
			return f.check(k)
		},
		field: sectionField, saved: savedSection, expect: sameSections(0),
	})
}

// AddSection puts a new section at f.At.
func (s *Service) AddSection(ctx context.Context, a access.Actor, id string, f SectionForm) (Saved, error) {
	return s.edit(ctx, a, id, change{
		what: "add " + f.ID, part: partName(f),
		apply: func(k *sketch) error {
			k.at = -1
			if err := f.check(k); err != nil {
				return err
			}
			k.at = max(0, min(f.At, len(k.old.Sections)))
			k.Body = slices.Insert(k.Body, k.at+k.preamble(), row(f.cells()...))
			return nil
		},
		field: sectionField, saved: savedSection, expect: sameSections(1),
	})
}

// RemoveSection takes a section out.
func (s *Service) RemoveSection(ctx context.Context, a access.Actor, id string, f SectionForm) (Saved, error) {
	return s.edit(ctx, a, id, change{
		what: "remove " + f.ID, part: partName(f),
		apply: func(k *sketch) error {
			if err := k.find(f.At, f.Version); err != nil {
				return err
			}
			i := k.at + k.preamble()
			k.Body = slices.Delete(k.Body, i, i+1)
			return nil
		},
		field: sectionField, saved: func(*sketch, *Document) Saved { return Saved{} }, expect: sameSections(-1),
	})
}

// MoveSection moves a section by places: -1 is up.
func (s *Service) MoveSection(ctx context.Context, a access.Actor, id string, f SectionForm, by int) (Saved, error) {
	return s.edit(ctx, a, id, change{
		what: "move " + f.ID, part: partName(f),
		apply: func(k *sketch) error {
			if err := k.find(f.At, f.Version); err != nil {
				return err
			}
			to := k.at + by
			if to < 0 || to >= len(k.old.Sections) {
				return fault.New(fault.Invalid, wordAtEdge)
			}
			from, p := k.at, k.preamble()
			moved := k.Body[from+p]
			k.Body = slices.Insert(slices.Delete(k.Body, from+p, from+p+1), to+p, moved)
			k.at = to
			return nil
		},
		field: sectionField, saved: savedSection, expect: sameSections(0),
	})
}

// EditPreamble changes the text before the first heading.
func (s *Service) EditPreamble(ctx context.Context, a access.Actor, id, text, version string) (Saved, error) {
	return s.edit(ctx, a, id, change{
		what: "preamble", part: wordTheWhole.JA,
		apply: func(k *sketch) error {
			if k.old.PreambleVersion() != version {
				return fault.New(fault.Conflict, wordBusy)
			}
			k.Body = k.Body[k.preamble():]
			if text = trimBlankLines(strings.ReplaceAll(text, "\r\n", "\n")); text != "" {
				k.Body = slices.Insert(k.Body, 0, bodyRow(Section{Text: text}))
			}
			return nil
		},
		field:  func(*sketch, *Document, Problem) string { return "text" },
		saved:  func(_ *sketch, d *Document) Saved { return Saved{Version: d.PreambleVersion()} },
		expect: sameSections(0),
	})
}

// PreambleVersion is the version of the text before the first heading.
func (d *Document) PreambleVersion() string { return partVersion("preamble", d.Preamble) }

func partName(f SectionForm) string {
	if f.Heading == "" {
		return f.ID
	}
	return f.Heading
}

func savedSection(k *sketch, d *Document) Saved {
	return Saved{Version: d.Sections[k.at].version(), At: k.at}
}

// sameSections makes sure that what was written reads back as the same headings with the same texts: what
// stands in one text must not swallow or make others.
func sameSections(more int) func(*sketch, *Document) error {
	return func(k *sketch, d *Document) error {
		split := fault.InFields([]fault.Field{{Name: "text", Text: wordSplits}})
		if len(d.Sections) != len(k.old.Sections)+more {
			return split
		}
		for i := range d.Sections {
			read, wrote := bodyRow(d.Sections[i]).Cells, k.writtenFrom(i, d).Cells
			switch {
			case slices.Equal(read, wrote):
			case len(wrote) > 1 && read[1] != wrote[1]:
				return fault.InFields([]fault.Field{{Name: "heading", Text: wordBadHeading.With(wrote[1])}})
			default:
				return split
			}
		}
		return nil
	}
}

// writtenFrom is the row that section i of the result d was written from.
func (k *sketch) writtenFrom(i int, d *Document) Row {
	if d.Preamble != "" {
		i++
	}
	if i >= len(k.Body) {
		return Row{}
	}
	return k.Body[i]
}

// sectionField is the field of a section's form that a problem of the result belongs to.
func sectionField(k *sketch, d *Document, p Problem) string {
	if d == nil || k.at < 0 || k.at >= len(d.Sections) || d.Sections[k.at].Place.Line != p.Line {
		return "text"
	}
	for _, a := range d.Sections[k.at].Attributes {
		if a.column == p.Column {
			return a.Key
		}
	}
	if p.Rule == ruleDuplicateMark || p.Rule == ruleClauseNeedsID {
		return "id"
	}
	return "heading"
}
