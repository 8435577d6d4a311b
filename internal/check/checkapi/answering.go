package checkapi

import (
	"bytes"
	"context"
	"errors"

	"github.com/danielgtaylor/huma/v2"

	"kijun/internal/access"
	"kijun/internal/api/rest"
	"kijun/internal/check"
	"kijun/internal/lang"
)

func (o Operations) mountAnswers(on huma.API) {
	rest.Get(on, "/checks/{id}/entries", "list-entries", "List entries of a check, in the order of the guideline's items", o.entries)
	rest.Get(on, "/checks/{id}/entries/{number}", "get-entry", "Read an entry with the text of its clause and its evidence", o.entry)
	rest.Put(on, "/checks/{id}/entries/{number}/answer", "answer-entry", "Answer an entry; a conflict has the entry as it is as current", o.answer)
	rest.Post(on, "/checks/{id}/answers", "answer-entries", "Answer many entries in one act, all or none", o.fill)
	rest.Post(on, "/checks/{id}/set-aside", "set-aside", "Say of everything under a part that it is not applicable, with the reason", o.setAside)
	rest.Post(on, "/checks/{id}/take-back", "take-back", "Undo set-aside; every answer is what it was", o.takeBack)
	rest.Post(on, "/checks/{id}/confirm", "confirm-carried", "Confirm what was carried from last year under a part", o.confirm)
	rest.Download(on, "/checks/{id}/workbook", "get-check-workbook", "The entries as an Excel workbook to fill in, or as CSV",
		[]string{"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "text/csv"}, o.workbook)
}

type filtering struct {
	CheckID
	rest.From
	Part  Part   `query:"part"`
	Show  Show   `query:"show"`
	Words string `query:"words" maxLength:"500" doc:"All of which stand in the clause"`
}

func (o Operations) entries(ctx context.Context, a access.Actor, in *filtering) (*rest.Body[rest.List[Entry]], error) {
	es, next, err := o.Checks.Entries(ctx, a, in.ID, check.Filter{Part: check.Part(in.Part), Show: check.Show(in.Show), Words: in.Words}, in.From.From)
	return rest.Page(es, next, err, newEntry)
}

// EntryID names an entry of a check.
type EntryID struct {
	CheckID
	Number int `path:"number" minimum:"1" maximum:"1000000000" doc:"Of the entry within its check"`
}

func (o Operations) entry(ctx context.Context, a access.Actor, in *EntryID) (*rest.Body[WholeEntry], error) {
	e, _, _, err := o.Checks.Entry(ctx, a, in.ID, in.Number, check.Filter{})
	if err != nil {
		return nil, err
	}
	evidence, err := o.Checks.EvidenceOf(ctx, a, in.ID, in.Number)
	return rest.Answer(WholeEntry{newEntry(e), e.Text, rest.Each(evidence, newEvidence)}, err)
}

type answering struct {
	EntryID
	Body Answered
}

// Answered is an answer to an entry that was read at a version.
type Answered struct {
	Answer
	Version int `json:"version" minimum:"1" doc:"Of the entry that was read"`
}

func (o Operations) answer(ctx context.Context, a access.Actor, in *answering) (*rest.Body[Entry], error) {
	e, err := o.Checks.Answer(ctx, a, in.ID, in.Number, in.Body.Answer.check(), in.Body.Version)
	return rest.Answer(newEntry(e), withTheirs(err))
}

// withTheirs puts the entry as it is beside a conflict.
func withTheirs(err error) error {
	var c *check.Conflict
	if errors.As(err, &c) {
		return rest.WithCurrent(err, newEntry(c.Theirs))
	}
	return err
}

type filling struct {
	CheckID
	Body struct {
		Answers []Numbered `json:"answers" minItems:"1" maxItems:"5000"`
	}
}

// Numbered is an answer with the number of its entry.
type Numbered struct {
	Answered
	Number int `json:"number" minimum:"1"`
}

func (o Operations) fill(ctx context.Context, a access.Actor, in *filling) (*rest.Body[WholeCheck], error) {
	filled := rest.Each(in.Body.Answers, func(n Numbered) check.Filled {
		return check.Filled{Number: n.Number, Version: n.Version, Answer: n.Answer.check()}
	})
	return o.after(ctx, a, in.ID, withTheirs(o.Checks.Fill(ctx, a, in.ID, filled)))
}

type branching struct {
	CheckID
	Body struct {
		Part Part `json:"part"`
	}
}

type settingAside struct {
	CheckID
	Body struct {
		Part   Part   `json:"part"`
		Reason string `json:"reason" minLength:"1" maxLength:"2000" doc:"Why it is not applicable"`
	}
}

// Branched is how many entries an act changed.
type Branched struct {
	Entries int `json:"entries"`
}

func (o Operations) setAside(ctx context.Context, a access.Actor, in *settingAside) (*rest.Body[Branched], error) {
	n, err := o.Checks.SetAside(ctx, a, in.ID, check.Part(in.Body.Part), in.Body.Reason)
	return rest.Answer(Branched{n}, err)
}

func (o Operations) takeBack(ctx context.Context, a access.Actor, in *branching) (*rest.Body[Branched], error) {
	n, err := o.Checks.TakeBack(ctx, a, in.ID, check.Part(in.Body.Part))
	return rest.Answer(Branched{n}, err)
}

func (o Operations) confirm(ctx context.Context, a access.Actor, in *branching) (*rest.Body[Branched], error) {
	n, err := o.Checks.Confirm(ctx, a, in.ID, check.Part(in.Body.Part))
	return rest.Answer(Branched{n}, err)
}

type exporting struct {
	CheckID
	Form string `query:"form" enum:"xlsx,csv" default:"xlsx"`
}

func (o Operations) workbook(ctx context.Context, a access.Actor, in *exporting) (*rest.File, error) {
	var out bytes.Buffer
	l := rest.Of(ctx).Lang
	if in.Form == "csv" {
		err := o.Checks.ExportCSV(ctx, a, in.ID, l, &out)
		return rest.Bytes(workbookName.In(l)+".csv", "text/csv; charset=utf-8", out.Bytes()), err
	}
	err := o.Checks.Export(ctx, a, in.ID, l, &out)
	return rest.Bytes(workbookName.In(l)+".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", out.Bytes()), err
}

var workbookName = lang.Text{JA: "自己点検", EN: "self-check"}
