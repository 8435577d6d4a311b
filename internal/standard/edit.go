package standard

import (
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"kijun/internal/access"
	"kijun/internal/db"
	"kijun/internal/fault"
	"kijun/internal/guideline"
	"kijun/internal/lang"
)

// Saved is what became of an edit: the version of the part as it is now, where it stands, and what is
// doubtful about it.
type Saved struct {
	Version  string
	At       int // of a section
	Warnings []Problem
}

var (
	wordNotEditable = lang.Text{JA: "「%s」の文書は変えられません。変えるには新しい版を取り込んでください", EN: "a document that is %q cannot be changed; import a new edition"}
	wordEdited      = lang.Text{JA: "「%s」は、%s が %s に変えました。並べて示した今の内容を確かめ、要るところを移してから保存してください", EN: "%[2]s changed %[1]q on %[3]s. Compare with what it is now, shown beside yours, and save again"}
	wordEditionUsed = lang.Text{JA: "この版はすでにあります", EN: "this edition is there already"}
	wordBusy        = lang.Text{JA: "同じ文書をほかの人が続けて保存しています。少し待ってやり直してください", EN: "others are saving the same document; wait a moment and try again"}
)

// Editor returns a record and its document, the withheld parts included, for whoever may change it.
func (s *Service) Editor(ctx context.Context, a access.Actor, id string) (Record, *Document, error) {
	r, err := s.ours(ctx, a, access.StandardEdit, id)
	if err != nil {
		return Record{}, nil, err
	}
	if !r.Editable() {
		return r, nil, fault.New(fault.Forbidden, wordNotEditable.With(StatusLabels[r.Status]))
	}
	d, err := s.document(ctx, &r, NoVeil)
	return r, d, err
}

// change changes a document, and says what the places of problems mean to the form.
type change struct {
	what  string              // for the trail
	part  string              // what a person calls it
	apply func(*sketch) error // fault.Conflict: the part is not as the form knew it
	field func(*sketch, *Document, Problem) string
	saved func(*sketch, *Document) Saved
}

// tries is how often a change is made again after somebody else's.
const tries = 5

// edit makes a change on the newest revision.
func (s *Service) edit(ctx context.Context, a access.Actor, id string, c change) (Saved, error) {
	for range tries {
		saved, err := s.editOnce(ctx, a, id, c)
		if !errors.Is(err, errOvertaken) {
			return saved, err
		}
	}
	return Saved{}, fault.New(fault.Conflict, wordBusy)
}

// errOvertaken says that another revision came between reading and writing.
var errOvertaken = errors.New("another revision came between")

func (s *Service) editOnce(ctx context.Context, a access.Actor, id string, c change) (Saved, error) {
	r, d, err := s.Editor(ctx, a, id)
	if err != nil {
		return Saved{}, err
	}
	k := newSketch(d, s.catalogue)
	if err := c.apply(k); err != nil {
		if fault.Is(err, fault.Conflict) {
			return Saved{}, s.movedBy(ctx, wordEdited, c.part, r.ChangedBy, r.Changed)
		}
		return Saved{}, err
	}
	source, out, warnings, err := s.compose(k, c)
	if err != nil {
		return Saved{}, err
	}
	saved := c.saved(k, out)
	saved.Warnings = warnings
	if hashOf(source) == r.hash {
		return saved, nil
	}
	return saved, s.storeEdit(ctx, a, r, out, source, c)
}

// compose writes the sheet out and checks what it came to.
func (s *Service) compose(k *sketch, c change) (source []byte, out *Document, warnings []Problem, err error) {
	text, _, err := write(k.head.front(), k.preamble, k.sections)
	if err != nil {
		return nil, nil, nil, err
	}
	out, ps := Parse(k.old.Path, []byte(text), s.catalogue)
	var wrong []fault.Field
	for _, p := range ps {
		if p.Severity() == Error {
			wrong = append(wrong, fault.Field{Name: c.field(k, out, p), Text: p.Message})
		} else {
			warnings = append(warnings, p)
		}
	}
	if err := fault.InFields(wrong); err != nil {
		return nil, nil, nil, err
	}
	if err := k.readsBack(out); err != nil {
		return nil, nil, nil, err
	}
	return []byte(text), out, warnings, nil
}

// session is how long the edits of one person make one revision.
const session = 15 * time.Minute

func (s *Service) storeEdit(ctx context.Context, a access.Actor, old Record, d *Document, source []byte, c change) error {
	r := old
	r.Changed, r.ChangedBy = s.access.Now(), a.Person.ID
	r.fill(d, source, s.catalogue)
	o := old.Object()
	o.Version = r.hash
	o.Details = map[string]string{"edit": c.what}
	err := s.access.Do(ctx, a, access.StandardEdit, &o, func(tx *db.Tx) error {
		last, err := selectRevisions(ctx, tx, r.ID)
		if err != nil {
			return err
		}
		goesOn := last[0].Name == "" && last[0].By == a.Person.ID && r.Changed.Sub(last[0].At) < session
		r.Revision = last[0].Number
		if !goesOn {
			r.Revision++
		}
		ok, err := updateRecord(ctx, tx, &r, d, old.hash)
		if err != nil {
			return err
		}
		if !ok {
			return errOvertaken
		}
		if goesOn {
			return replaceRevision(ctx, tx, &r, source)
		}
		return insertRevision(ctx, tx, &r, "", source)
	})
	if fault.Is(err, fault.Conflict) {
		return fault.InFields([]fault.Field{{Name: "edition", Text: wordEditionUsed}})
	}
	return err
}

// partVersion is the version of a part of a document, by which a form knows whether it is still the same.
func partVersion(cells ...string) string { return hashOf([]byte(strings.Join(cells, "\x00")))[:16] }

// sentenceOf makes one line of what a person typed into a field that is one line.
func sentenceOf(s string) string { return strings.TrimSpace(unbroken(s)) }

// sketch is a document while it is changed.
type sketch struct {
	old       *Document
	head      Sheet // its front matter and decisions
	preamble  string
	sections  []Section
	at        int // of the section that is changed; -1: none
	catalogue *guideline.Catalogue
}

func newSketch(d *Document, c *guideline.Catalogue) *sketch {
	return &sketch{old: d, head: ToSheet(d), preamble: d.Preamble, sections: slices.Clone(d.Sections), at: -1, catalogue: c}
}

// edition is the edition of the guideline that the document answers.
func (k *sketch) edition() *guideline.Edition {
	if e, ok := k.catalogue.Edition(k.old.Guideline); ok {
		return e
	}
	return k.catalogue.Latest()
}

// attributesOf are the attributes of a section by their keys.
func attributesOf(s *Section) map[string]string {
	m := map[string]string{}
	for _, a := range s.Attributes {
		m[a.Key] = a.Value
	}
	return m
}

// without returns the rows whose first cell is not under one of the keys.
func without(rows []Row, keys ...string) []Row {
	return slices.DeleteFunc(slices.Clone(rows), func(r Row) bool {
		parts := splitPath(r.Cells[0])
		return len(parts) > 0 && slices.Contains(keys, parts[0])
	})
}
