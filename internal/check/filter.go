package check

import (
	"strings"

	"kijun/internal/fault"
	"kijun/internal/lang"
)

// Show narrows the entries of a check by how they stand.
type Show string

// What can be shown.
const (
	Everything    Show = ""
	ShowOpen      Show = "unanswered"
	ShowCarried   Show = "carried"
	ShowGaps      Show = "gaps"
	ShowAside     Show = "not-applicable"
	ShowNoSupport Show = "no-evidence"
	ShowChanged   Show = "changed"
	ShowGone      Show = "gone"
)

// Shows in the order in which they are listed.
var Shows = []Show{Everything, ShowOpen, ShowCarried, ShowGaps, ShowAside, ShowNoSupport, ShowChanged, ShowGone}

// Filter narrows the entries of a check; its parts hold together.
type Filter struct {
	Part  Part // "": the whole check
	Show  Show
	Words string

	only   string // a further condition over check_entry
	branch Part   // set not applicable for this part; "": any
}

// IsZero reports whether the filter lets everything through.
func (f Filter) IsZero() bool { return f == Filter{} }

// shown is each Show as a condition over check_entry. What is no longer asked shows among everything.
var shown = map[Show]string{
	Everything:    "1 = 1",
	ShowOpen:      "NOT e.gone AND NOT e.aside AND (e.in_place = '' OR e.in_operation = '' OR e.effective = '')",
	ShowCarried:   "NOT e.gone AND e.carried",
	ShowGaps:      "NOT e.gone AND NOT e.aside AND (e.in_place IN ('partly', 'no') OR e.in_operation IN ('partly', 'no') OR e.effective IN ('partly', 'no'))",
	ShowAside:     "NOT e.gone AND e.aside",
	ShowNoSupport: "NOT e.gone AND NOT e.aside AND e.evidence = 0",
	ShowChanged:   "NOT e.gone AND e.changed",
	ShowGone:      "e.gone",
}

// words are what the filter looks for, as entries are searched.
func (f Filter) words() []string { return strings.Fields(lang.Fold(f.Words)) }

var (
	wordNoPart = lang.Text{JA: "点検の区分 %q はありません", EN: "a check has no part %q"}
	wordNoShow = lang.Text{JA: "絞り込み %q はありません", EN: "there is no filter %q"}
)

// check refuses what is no part.
func (p Part) check() error {
	if !p.valid() {
		return fault.New(fault.Invalid, wordNoPart.With(string(p)))
	}
	return nil
}

// check refuses what no page offers.
func (f Filter) check() error {
	if f.Part != total {
		if err := f.Part.check(); err != nil {
			return err
		}
	}
	if _, ok := shown[f.Show]; !ok {
		return fault.New(fault.Invalid, wordNoShow.With(string(f.Show)))
	}
	return nil
}
