package check

import (
	"fmt"
	"time"

	"kijun/internal/access"
	"kijun/internal/clock"
	"kijun/internal/lang"
)

// State of a check.
type State string

// The states.
const (
	Open   State = "open"
	Closed State = "closed"
)

// SelfCheck is a self-check of an operator in a sector for a fiscal year.
type SelfCheck struct {
	ID        string
	Org       string
	Sector    string
	Year      int    // the fiscal year, by the year in which it begins
	Title     string // "": named after its year
	State     State
	Previous  string // the check whose answers were carried forward
	Guideline string // the edition whose items the entries answer
	Started   time.Time
	StartedBy string // id of the person, as in every …By
	Closed    time.Time
	ClosedBy  string
	Changed   time.Time
	ChangedBy string
	Counts    Counts
}

// YearLabel names the fiscal year.
func (c SelfCheck) YearLabel() lang.Text { return lang.FiscalYear(c.Year) }

// Object is what the rule table sees of the check.
func (c SelfCheck) Object() access.Object {
	return access.Object{Type: "check", ID: c.ID, Org: c.Org, Sectors: []string{c.Sector}}
}

// Step is one thing that happened to a whole check.
type Step struct {
	At      time.Time
	By      string
	Act     string
	Comment string
}

// The acts of steps.
const (
	stepStart  = "start"
	stepUpdate = "update"
	stepClose  = "close"
	stepReopen = "reopen"
	stepImport = "import"
)

var wordName = lang.Text{JA: "%s 自己点検", EN: "Self-check %s"}

// Name is the title, or the year where there is none.
func (c SelfCheck) Name() lang.Text {
	if c.Title != "" {
		return lang.Same(c.Title)
	}
	return wordName.With(c.YearLabel())
}

// dayOf is the day whose measures a check of a fiscal year asks for: today, or the last day of the year
// once it is over.
func dayOf(year int, today clock.Date) clock.Date {
	return min(today, clock.Date(fmt.Sprintf("%04d-03-31", year+1)))
}
