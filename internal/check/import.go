package check

import (
	"context"
	"fmt"
	"io"
	"time"

	"kijun/internal/access"
	"kijun/internal/blob"
	"kijun/internal/db"
	"kijun/internal/fault"
	"kijun/internal/lang"
	"kijun/internal/submission"
)

// Export writes the entries of a check, without those no longer asked, as an Excel workbook that can be
// filled in and taken in again. An export is an entry of the trail.
func (s *Service) Export(ctx context.Context, a access.Actor, id string, l lang.Lang, w io.Writer) error {
	c, es, err := s.exported(ctx, a, id, "xlsx")
	if err != nil {
		return err
	}
	return writeWorkbook(w, c, es, s.access.Now(), l)
}

// ExportCSV writes the same as data.
func (s *Service) ExportCSV(ctx context.Context, a access.Actor, id string, l lang.Lang, w io.Writer) error {
	_, es, err := s.exported(ctx, a, id, "csv")
	if err != nil {
		return err
	}
	return writeCSV(w, es, l)
}

func (s *Service) exported(ctx context.Context, a access.Actor, id, format string) (SelfCheck, []Entry, error) {
	c, err := s.Get(ctx, a, id)
	if err != nil {
		return SelfCheck{}, nil, err
	}
	object := c.Object()
	object.Details = map[string]string{"export": format}
	if err := s.access.Do(ctx, a, access.CheckRead, &object, nil); err != nil {
		return SelfCheck{}, nil, err
	}
	es, err := loadEntries(ctx, s.db(), id, Filter{only: "NOT e.gone"})
	return c, es, err
}

// Import is what a workbook would change, or has changed.
type Import struct {
	File      blob.Hash // the workbook, kept so that it can be taken in as it was looked at
	Made      time.Time // when it was written out
	Changes   []Change
	Untouched int
	Problems  []Problem
}

// Change is one entry that a workbook changes.
type Change struct {
	Line     int
	Before   Entry
	After    Answer
	Confirms bool // nothing but that what was carried is confirmed
}

var (
	wordOtherCheck = lang.Text{JA: "別の自己点検から書き出したブックです。この自己点検から書き出したブックを使ってください", EN: "this workbook was written by another self-check; use one that this self-check wrote"}
	wordNoID       = lang.Text{JA: "隠れた列の番号がありません。行を足すことはできません。元の行に記入してください", EN: "the hidden id is missing; rows cannot be added: fill in the row that was there"}
	wordUnknownID  = lang.Text{JA: "隠れた列の番号 %q は、この自己点検にありません。書き出したときの値に戻してください", EN: "the hidden id %q is not in this self-check; put back what was written out"}
	wordTwice      = lang.Text{JA: "%q の行が2つあります（前の行は%d行目）。1つにしてください", EN: "there are two rows for %q (the other is row %d); keep one"}
	wordMeanwhile  = lang.Text{JA: "書き出した後に%sさんが%sに変えました（%s）。もう一度書き出すか、この行を元に戻してください", EN: "%s changed this at %s, after the workbook was written (%s); write it out again, or put the row back as it was"}
	wordReworded2  = lang.Text{JA: "書き出した後に規定の文が新しくなりました。もう一度書き出して、読み直してください", EN: "the clause reads differently since the workbook was written; write it out again and read it again"}
	wordProblems   = lang.Text{JA: "直すところが%d件あるため、何も取り込んでいません", EN: "nothing was taken in, because %d things need correcting"}
)

// Preview keeps a workbook and says what taking it in would change, and every problem in it.
func (s *Service) Preview(ctx context.Context, a access.Actor, id string, workbook io.Reader) (Import, error) {
	c, err := s.Get(ctx, a, id)
	if err != nil {
		return Import{}, err
	}
	if err := s.access.Check(ctx, a, access.CheckRun, c.Object()); err != nil {
		return Import{}, err
	}
	if c.State != Open {
		return Import{}, fault.New(fault.Conflict, wordClosed)
	}
	ref, err := s.files.Put(ctx, workbook, MaxWorkbook)
	if err != nil {
		return Import{}, err
	}
	f, err := s.workbook(ctx, c, ref.Hash)
	if err != nil {
		return Import{}, err
	}
	im, err := s.plan(ctx, s.db(), c, f)
	im.File = ref.Hash
	return im, err
}

// Import takes in a workbook that Preview kept: the whole of it, or where anything is wrong nothing, and
// then the fault comes with the problems.
func (s *Service) Import(ctx context.Context, a access.Actor, id string, file blob.Hash) (im Import, err error) {
	c, err := s.Get(ctx, a, id)
	if err != nil {
		return Import{}, err
	}
	if err := s.access.Check(ctx, a, access.CheckRun, c.Object()); err != nil {
		return Import{}, err
	}
	f, err := s.workbook(ctx, c, file)
	if err != nil {
		return Import{}, err
	}
	err = s.change(ctx, a, access.CheckRun, id, func(tx *db.Tx, c SelfCheck, o *access.Object) error {
		if im, err = s.plan(ctx, tx, c, f); err != nil {
			return err
		}
		if im.File = file; len(im.Problems) > 0 {
			return fault.New(fault.Invalid, wordProblems.With(len(im.Problems)))
		}
		o.Details = map[string]string{"workbook": string(file), "entries": fmt.Sprint(len(im.Changes))}
		return s.takeIn(ctx, tx, c, a, im)
	})
	return im, err
}

func (s *Service) takeIn(ctx context.Context, tx *db.Tx, c SelfCheck, a access.Actor, im Import) error {
	counts := changes{}
	for _, ch := range im.Changes {
		if _, err := s.put(ctx, tx, c, ch.Before, ch.After, a, counts); err != nil {
			return err
		}
	}
	if err := counts.store(ctx, tx, c.ID); err != nil {
		return err
	}
	return insertStep(ctx, tx, c.ID, Step{At: c.Changed, By: c.ChangedBy, Act: stepImport})
}

// workbook reads a kept workbook, which has to be of the check.
func (s *Service) workbook(ctx context.Context, c SelfCheck, file blob.Hash) (filled, error) {
	body, _, err := s.files.Open(ctx, file)
	if err != nil {
		return filled{}, err
	}
	defer body.Close()
	data, err := io.ReadAll(io.LimitReader(body, MaxWorkbook+1))
	if err != nil {
		return filled{}, err
	}
	f, err := readWorkbook(data)
	if err == nil && f.check != c.ID {
		err = fault.New(fault.Invalid, wordOtherCheck)
	}
	return f, err
}

// plan compares a workbook with the check as it is now.
func (s *Service) plan(ctx context.Context, from source, c SelfCheck, f filled) (Import, error) {
	es, err := loadEntries(ctx, from, c.ID, Filter{})
	if err != nil {
		return Import{}, err
	}
	p := planner{filled: f, im: Import{Made: f.made}, entries: map[string]Entry{}, lines: map[string]int{}}
	var people []string
	for _, e := range es {
		p.entries[e.Ref.String()] = e
		people = append(people, e.AnsweredBy)
	}
	if p.names, err = s.access.PersonNames(ctx, people); err != nil {
		return Import{}, err
	}
	for _, r := range f.rows {
		p.row(r)
	}
	return p.im, nil
}

// planner goes through the rows of a workbook.
type planner struct {
	filled
	im      Import
	entries map[string]Entry
	lines   map[string]int // of the ids that were there already
	names   map[string]string
}

func (p *planner) problem(r filledRow, key string, t lang.Text) {
	p.im.Problems = append(p.im.Problems, Problem{Cell: p.cell(r, key), Heading: p.value(r, "heading"), Text: t})
}

func (p *planner) row(r filledRow) {
	id := p.value(r, "id")
	e, known := p.entries[id]
	st, stamped := p.stamps[id]
	switch {
	case id == "":
		p.problem(r, "id", wordNoID)
		return
	case !known || !stamped:
		p.problem(r, "id", wordUnknownID.With(id))
		return
	case p.lines[id] > 0:
		p.problem(r, "id", wordTwice.With(id, p.lines[id]))
		return
	}
	p.lines[id] = r.line
	answer, confirm, problems := p.answer(r)
	confirm = confirm && e.Carried
	switch {
	case len(problems) > 0:
		p.im.Problems = append(p.im.Problems, problems...)
	case answer.digest() == st.digest && !confirm, answer == e.Answer && !confirm:
		p.im.Untouched++
	case st.version != e.Version:
		p.meanwhile(r, e)
	default:
		p.im.Changes = append(p.im.Changes, Change{Line: r.line, Before: e, After: answer, Confirms: answer == e.Answer})
	}
}

// meanwhile reports a row that was filled in here and changed there.
func (p *planner) meanwhile(r filledRow, e Entry) {
	if e.Changed {
		p.problem(r, "text", wordReworded2)
		return
	}
	who := lang.Same(p.names[e.AnsweredBy])
	if who.IsZero() {
		who = wordSomebody
	}
	p.problem(r, Questions[0], wordMeanwhile.With(who, submission.Moment(e.AnsweredAt), e.Answer.Words()))
}
