package checkapi

import (
	"time"

	"kijun/internal/api/rest"
	"kijun/internal/check"
	"kijun/internal/clock"
	"kijun/internal/lang"
)

// Check is a self-check of an operator in a sector for a fiscal year.
type Check struct {
	ID        string    `json:"id"`
	Org       string    `json:"organisation"`
	Sector    string    `json:"sector"`
	Year      int       `json:"fiscal_year"`
	Name      lang.Text `json:"name"`
	State     State     `json:"state"`
	Previous  string    `json:"previous,omitempty" doc:"Id of the check whose answers were carried forward"`
	Guideline string    `json:"guideline"`
	Started   time.Time `json:"started"`
	Closed    time.Time `json:"closed,omitzero"`
	Changed   time.Time `json:"changed"`
	ChangedBy string    `json:"changed_by" doc:"Id of the person"`
	Counts    Counts    `json:"counts"`
}

func newCheck(c check.SelfCheck) Check {
	return Check{c.ID, c.Org, c.Sector, c.Year, c.Name(), State(c.State), c.Previous, c.Guideline, utc(c.Started), utc(c.Closed), utc(c.Changed), c.ChangedBy, newCounts(c.Counts)}
}

func utc(t time.Time) time.Time {
	if t.IsZero() {
		return t
	}
	return t.UTC()
}

// WholeCheck is a check with what happened to it.
type WholeCheck struct {
	Check
	Steps []Step `json:"steps"`
}

// Step is one thing that happened to a whole check.
type Step struct {
	At      time.Time `json:"at"`
	By      string    `json:"by" doc:"Id of the person"`
	Act     string    `json:"act" doc:"start, update, import, close, reopen"`
	Comment string    `json:"comment,omitempty"`
}

func newStep(s check.Step) Step { return Step{utc(s.At), s.By, s.Act, s.Comment} }

// Parts are the counts of every part.
type Parts struct {
	Parts map[string]Counts `json:"parts" doc:"By item:…, group:… and document:…"`
}

// Counts says how a check, or a part of it, stands. What is not applicable is in no tally.
type Counts struct {
	Entries       int                   `json:"entries" doc:"Without those no longer asked"`
	Answered      int                   `json:"answered"`
	NotApplicable int                   `json:"not_applicable"`
	Carried       int                   `json:"carried" doc:"From last year, confirmed by nobody yet"`
	Gaps          int                   `json:"gaps"`
	Changed       int                   `json:"changed" doc:"Whose clause reads otherwise than when it was answered"`
	Gone          int                   `json:"gone" doc:"No longer asked"`
	InPlace       Tally                 `json:"in_place"`
	InOperation   Tally                 `json:"in_operation"`
	Effective     Tally                 `json:"effective"`
	Work          check.SummaryWork     `json:"work"`
	Severity      check.SummarySeverity `json:"severity"`
}

// Tally counts the judgements of one question.
type Tally struct {
	Yes    int `json:"yes"`
	Partly int `json:"partly"`
	No     int `json:"no"`
}

func newCounts(c check.Counts) Counts {
	return Counts{c.Entries, c.Answered, c.NotApplicable, c.Carried, c.Gaps, c.Changed, c.Gone, Tally(c.InPlace), Tally(c.InOperation), Tally(c.Effective),
		check.SummaryWork(c.Work), check.SummarySeverity(c.Severity)}
}

// Answer is what an operator says of one entry.
type Answer struct {
	InPlace       Judgement `json:"in_place"`
	InOperation   Judgement `json:"in_operation"`
	Effective     Judgement `json:"effective"`
	Work          Work      `json:"work"`
	Severity      Severity  `json:"severity"`
	NotApplicable bool      `json:"not_applicable,omitempty"`
	Reason        string    `json:"reason,omitempty" maxLength:"2000" doc:"Why it is not applicable"`
	Note          string    `json:"note,omitempty" maxLength:"8000"`
}

func newAnswer(a check.Answer) Answer {
	return Answer{Judgement(a.InPlace), Judgement(a.InOperation), Judgement(a.Effective), Work(a.Work), Severity(a.Severity), a.NotApplicable, a.Reason, a.Note}
}

func (a Answer) check() check.Answer {
	return check.Answer{InPlace: check.Judgement(a.InPlace), InOperation: check.Judgement(a.InOperation), Effective: check.Judgement(a.Effective),
		Work: check.Work(a.Work), Severity: check.Severity(a.Severity), NotApplicable: a.NotApplicable, Reason: a.Reason, Note: a.Note}
}

// Entry is one clause of a check, as it read when the check took it in, with its answer.
type Entry struct {
	Number        int       `json:"number"`
	Clause        Ref       `json:"clause"`
	DocumentTitle lang.Text `json:"document_title"`
	Items         []string  `json:"items" doc:"That the clause answers; beyond: none"`
	Tier          Tier      `json:"tier"`
	Word          string    `json:"word,omitempty"`
	Level         Level     `json:"level"`
	Degree        string    `json:"degree,omitempty"`
	Heading       string    `json:"heading"`
	Phase         Phase     `json:"phase"`
	Withheld      bool      `json:"withheld"`
	WithheldWhy   string    `json:"withheld_reason,omitempty"`
	Answer        Answer    `json:"answer"`
	Branch        string    `json:"branch,omitempty" doc:"The part for which it was set aside"`
	Carried       bool      `json:"carried" doc:"Answered last year, confirmed by nobody yet"`
	Changed       bool      `json:"changed" doc:"The clause reads otherwise than when it was answered"`
	Gone          bool      `json:"gone" doc:"No longer asked; the answer stays"`
	EvidenceCount int       `json:"evidence_count"`
	AnsweredAt    time.Time `json:"answered_at,omitzero"`
	AnsweredBy    string    `json:"answered_by,omitempty" doc:"Id of the person"`
	Version       int       `json:"version" doc:"Give it back with an answer"`
}

// Ref names a clause of a document.
type Ref struct {
	Document string `json:"document"`
	Clause   string `json:"clause"`
}

// WholeEntry is an entry with the text of its clause and its evidence.
type WholeEntry struct {
	Entry
	Text     string     `json:"text" doc:"Of the clause"`
	Evidence []Evidence `json:"evidence"`
}

func newEntry(e check.Entry) Entry {
	return Entry{Number: e.Number, Clause: Ref(e.Ref), DocumentTitle: e.Document, Items: rest.Full(e.Items), Tier: Tier(e.Tier), Word: e.Word, Level: Level(e.Level),
		Degree: e.Degree, Heading: e.Heading, Phase: Phase(e.Phase), Withheld: e.Withheld, WithheldWhy: e.Snapshot.Reason, Answer: newAnswer(e.Answer),
		Branch: string(e.Branch), Carried: e.Carried, Changed: e.Changed, Gone: e.Gone, EvidenceCount: e.Evidence, AnsweredAt: utc(e.AnsweredAt),
		AnsweredBy: e.AnsweredBy, Version: e.Version}
}

// Evidence is a file of an organisation that supports answers.
type Evidence struct {
	ID        string     `json:"id"`
	Title     string     `json:"title"`
	Name      string     `json:"name" doc:"Of the file"`
	Type      string     `json:"type" doc:"Found in its bytes"`
	Hash      string     `json:"sha256"`
	Size      int64      `json:"size"`
	Effective clock.Date `json:"effective,omitempty" format:"date"`
	Expires   clock.Date `json:"expires,omitempty" format:"date"`
	Added     time.Time  `json:"added"`
	AddedBy   string     `json:"added_by" doc:"Id of the person"`
	Linked    int        `json:"linked" doc:"To how many entries"`
}

func newEvidence(e check.Evidence) Evidence {
	return Evidence{e.ID, e.Title, e.Name, e.Type, string(e.Hash), e.Size, e.Effective, e.Expires, utc(e.Added), e.AddedBy, e.Linked}
}
