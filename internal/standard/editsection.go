package standard

import (
	"context"
	"slices"
	"strings"

	"kijun/internal/access"
	"kijun/internal/fault"
	"kijun/internal/lang"
)

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

// section is what a form says.
func (f SectionForm) section() Section {
	s := Section{Depth: f.Depth, Heading: sentenceOf(f.Heading), ID: strings.TrimSpace(f.ID), Text: typed(f.Text)}
	for _, key := range attributeKeys {
		value, given := f.Attributes[key]
		if value = sentenceOf(value); value != "" || given && key == "withheld" {
			s.Attributes = append(s.Attributes, Attribute{Key: key, Value: value})
		}
	}
	return s
}

// typed is a text as a browser sends it, with the line ends of a file.
func typed(text string) string { return trimBlankLines(strings.ReplaceAll(text, "\r\n", "\n")) }

// check says what a form lacks before anything is written.
func (f SectionForm) check(k *sketch) error {
	var wrong []fault.Field
	if f.Depth < 1 || f.Depth > 6 {
		wrong = append(wrong, fault.Field{Name: "depth", Text: wordNoDepth})
	}
	sec := f.section()
	if id := sec.ID; id == "" && len(sec.Attributes) > 0 {
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
			k.sections[k.at] = f.section()
			return f.check(k)
		},
		field: sectionField, saved: savedSection,
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
			k.sections = slices.Insert(k.sections, k.at, f.section())
			return nil
		},
		field: sectionField, saved: savedSection,
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
			k.sections = slices.Delete(k.sections, k.at, k.at+1)
			return nil
		},
		field: sectionField, saved: func(*sketch, *Document) Saved { return Saved{} },
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
			moved := k.sections[k.at]
			k.sections = slices.Insert(slices.Delete(k.sections, k.at, k.at+1), to, moved)
			k.at = to
			return nil
		},
		field: sectionField, saved: savedSection,
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
			k.preamble = typed(text)
			return nil
		},
		field: func(*sketch, *Document, Problem) string { return "text" },
		saved: func(_ *sketch, d *Document) Saved { return Saved{Version: d.PreambleVersion()} },
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

// readsBack makes sure that what was written reads back as the same headings with the same texts: what stands
// in one text must not swallow or make others.
func (k *sketch) readsBack(d *Document) error {
	split := fault.InFields([]fault.Field{{Name: "text", Text: wordSplits}})
	if len(d.Sections) != len(k.sections) || d.Preamble != k.preamble {
		return split
	}
	for i := range d.Sections {
		read, wrote := &d.Sections[i], &k.sections[i]
		switch {
		case read.version() == wrote.version():
		case read.Heading != wrote.Heading:
			return fault.InFields([]fault.Field{{Name: "heading", Text: wordBadHeading.With(wrote.Heading)}})
		default:
			return split
		}
	}
	return nil
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
