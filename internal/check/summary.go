package check

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"

	"kijun/internal/access"
	"kijun/internal/clock"
	"kijun/internal/fault"
	"kijun/internal/guideline"
	"kijun/internal/lang"
)

// The kind and schema of a summary as it leaves the organisation. docs/formats.md describes it.
const (
	SummaryKind   = "check-summary"
	SummarySchema = "check-summary/1"
)

// By says how finely a summary is divided.
type By string

// The divisions.
const (
	ByItem  By = "item"
	ByGroup By = "group"
)

// Summary is what leaves the organisation: counts, and no clause, note, file or name. An entry that answers
// two items counts under both; All counts it once.
type Summary struct {
	Schema    string        `json:"schema"`
	Guideline string        `json:"guideline"`
	Sector    string        `json:"sector"`
	Year      int           `json:"fiscal_year"`
	State     State         `json:"state"`
	On        clock.Date    `json:"on"` // the day of the counts
	By        By            `json:"by"`
	All       SummaryRow    `json:"all"`
	Rows      []SummaryRows `json:"rows"`
}

// SummaryRows are the counts of one item or group.
type SummaryRows struct {
	ID string `json:"id"` // of an item or a group; beyond: what answers none
	SummaryRow
}

// SummaryRow counts entries. The answers, the work and the severity count what is applicable.
type SummaryRow struct {
	Entries       int             `json:"entries"`
	Answered      int             `json:"answered"`
	NotApplicable int             `json:"not_applicable"`
	Carried       int             `json:"carried"` // from last year, not confirmed
	InPlace       SummaryAnswers  `json:"in_place"`
	InOperation   SummaryAnswers  `json:"in_operation"`
	Effective     SummaryAnswers  `json:"effective"`
	Work          SummaryWork     `json:"work"`
	Severity      SummarySeverity `json:"severity"`
}

// SummaryAnswers counts the answers to one question.
type SummaryAnswers struct {
	Yes        int `json:"yes"`
	Partly     int `json:"partly"`
	No         int `json:"no"`
	Unanswered int `json:"unanswered"`
}

// SummaryWork counts work statuses.
type SummaryWork struct {
	NotStarted int `json:"not_started"`
	UnderWay   int `json:"under_way"`
	Waiting    int `json:"waiting"`
	Done       int `json:"done"`
}

// SummarySeverity counts severities of gaps.
type SummarySeverity struct {
	None   int `json:"none"`
	Low    int `json:"low"`
	Medium int `json:"medium"`
	High   int `json:"high"`
}

func summaryRow(c Counts) SummaryRow {
	answers := func(t Tally) SummaryAnswers { return SummaryAnswers{t.Yes, t.Partly, t.No, t.Open(c)} }
	return SummaryRow{Entries: c.Entries, Answered: c.Answered, NotApplicable: c.NotApplicable, Carried: c.Carried,
		InPlace: answers(c.InPlace), InOperation: answers(c.InOperation), Effective: answers(c.Effective),
		Work: SummaryWork(c.Work), Severity: SummarySeverity(c.Severity)}
}

// Summary returns what would leave the organisation if it were sent now.
func (s *Service) Summary(ctx context.Context, a access.Actor, id string, by By) (Summary, error) {
	c, err := s.Get(ctx, a, id)
	if err != nil {
		return Summary{}, err
	}
	return s.summary(ctx, s.db(), c, by)
}

func (s *Service) summary(ctx context.Context, from source, c SelfCheck, by By) (Summary, error) {
	counts, err := loadCounts(ctx, from, c.ID)
	if err != nil {
		return Summary{}, err
	}
	parts, err := divisions(s.edition(c), by)
	if err != nil {
		return Summary{}, err
	}
	sum := Summary{Schema: SummarySchema, Guideline: c.Guideline, Sector: c.Sector, Year: c.Year, State: c.State,
		On: clock.Day(s.access.Now()), By: by, All: summaryRow(counts[total]), Rows: []SummaryRows{}}
	for _, p := range parts {
		if counts[p].Entries > 0 {
			_, id := p.Split()
			sum.Rows = append(sum.Rows, SummaryRows{id, summaryRow(counts[p])})
		}
	}
	return sum, nil
}

// divisions are the parts of a summary in the order of the guideline.
func divisions(e *guideline.Edition, by By) ([]Part, error) {
	var ps []Part
	switch by {
	case ByItem:
		for _, it := range e.Asked() {
			ps = append(ps, ItemPart(it.ID))
		}
		return append(ps, ItemPart(Beyond)), nil
	case ByGroup:
		for _, g := range e.Groups {
			ps = append(ps, GroupPart(g.ID))
		}
		return append(ps, GroupPart(Beyond)), nil
	}
	return nil, fault.InFields(appendChoice(nil, "by", by, []By{ByItem, ByGroup}))
}

// Payload is the summary as the bytes that leave.
func (s Summary) Payload() []byte {
	raw, err := json.MarshalIndent(s, "", "  ")
	if err != nil {
		panic(err) // numbers and strings
	}
	return append(raw, '\n')
}

var wordNoSummary = lang.Text{JA: "自己点検の集計として読めません: %s", EN: "cannot be read as the summary of a self-check: %s"}

// ReadSummary reads what Payload wrote. Anything else is refused: sums are made of it.
func ReadSummary(payload []byte) (Summary, error) {
	var s Summary
	d := json.NewDecoder(bytes.NewReader(payload))
	d.DisallowUnknownFields()
	if err := d.Decode(&s); err != nil {
		return Summary{}, fault.New(fault.Invalid, wordNoSummary.With(err.Error())).Because(err)
	}
	if err := s.check(); err != nil {
		return Summary{}, fault.New(fault.Invalid, wordNoSummary.With(err.Error())).Because(err)
	}
	return s, nil
}

func (s Summary) check() error {
	if s.Schema != SummarySchema {
		return fmt.Errorf("schema %q", s.Schema)
	}
	if err := s.All.check(); err != nil {
		return fmt.Errorf("all: %w", err)
	}
	for _, r := range s.Rows {
		if err := r.check(); err != nil {
			return fmt.Errorf("%s: %w", r.ID, err)
		}
		if r.Entries > s.All.Entries {
			return fmt.Errorf("%s: more entries than there are", r.ID)
		}
	}
	return nil
}

// check reports counts that contradict each other.
func (r SummaryRow) check() error {
	applicable := r.Entries - r.NotApplicable
	for _, a := range []SummaryAnswers{r.InPlace, r.InOperation, r.Effective} {
		if min(a.Yes, a.Partly, a.No, a.Unanswered) < 0 || a.Yes+a.Partly+a.No+a.Unanswered != applicable {
			return fmt.Errorf("the answers do not add up to %d", applicable)
		}
	}
	w, v := r.Work, r.Severity
	switch {
	case min(r.Entries, r.NotApplicable, r.Answered, r.Carried, w.NotStarted, w.UnderWay, w.Waiting, w.Done, v.None, v.Low, v.Medium, v.High) < 0:
		return fmt.Errorf("a negative count")
	case w.NotStarted+w.UnderWay+w.Waiting+w.Done != applicable || v.None+v.Low+v.Medium+v.High != applicable:
		return fmt.Errorf("work or severity does not add up to %d", applicable)
	case max(r.NotApplicable, r.Answered, r.Carried) > r.Entries:
		return fmt.Errorf("a part is more than the whole")
	}
	return nil
}
