package check

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"
	"strings"
	"unicode/utf8"

	"kijun/internal/fault"
	"kijun/internal/lang"
)

// Judgement answers one of the three questions; "" is unanswered.
type Judgement string

// The judgements.
const (
	Unanswered Judgement = ""
	Yes        Judgement = "yes"
	Partly     Judgement = "partly"
	No         Judgement = "no"
)

// Work is how far the work on a clause is. It says nothing about the judgements.
type Work string

// The work statuses.
const (
	NotStarted Work = "not-started"
	UnderWay   Work = "under-way"
	Waiting    Work = "waiting"
	WorkDone   Work = "done"
)

// Severity is how much a gap matters. It says nothing about the judgements.
type Severity string

// The severities.
const (
	NoGap  Severity = "none"
	Low    Severity = "low"
	Medium Severity = "medium"
	High   Severity = "high"
)

// What an answer may say, in the order in which it is listed.
var (
	Judgements = []Judgement{Yes, Partly, No}
	Works      = []Work{NotStarted, UnderWay, Waiting, WorkDone}
	Severities = []Severity{NoGap, Low, Medium, High}
)

// Answer is what an operator says of one entry.
type Answer struct {
	InPlace       Judgement `json:"in_place"`
	InOperation   Judgement `json:"in_operation"`
	Effective     Judgement `json:"effective"`
	Work          Work      `json:"work"`
	Severity      Severity  `json:"severity"`
	NotApplicable bool      `json:"not_applicable"`
	Reason        string    `json:"reason"` // why it is not applicable
	Note          string    `json:"note"`
}

// fresh is the answer of an entry that nobody has looked at.
func fresh() Answer { return Answer{Work: NotStarted, Severity: NoGap} }

// judgements are the three answers in their order.
func (a Answer) judgements() [3]Judgement {
	return [3]Judgement{a.InPlace, a.InOperation, a.Effective}
}

// Answered reports whether nothing is left to answer. The three questions do not follow from each other:
// much is done that no rule puts in place.
func (a Answer) Answered() bool {
	js := a.judgements()
	return a.NotApplicable || !slices.Contains(js[:], Unanswered)
}

// Gap reports whether a judgement falls short of yes.
func (a Answer) Gap() bool {
	js := a.judgements()
	return !a.NotApplicable && (slices.Contains(js[:], Partly) || slices.Contains(js[:], No))
}

// Lengths that an answer may have, in characters.
const (
	maxReason = 2_000
	maxNote   = 8_000
)

var (
	wordChoice      = lang.Text{JA: "%q は選べません。選べる値: %s", EN: "%q is no choice; allowed: %s"}
	wordNeedsReason = lang.Text{JA: "対象外とする理由を入力してください", EN: "give the reason why it is not applicable"}
	wordTooLong     = lang.Text{JA: "%d字以内にしてください（今は%d字）", EN: "use %d characters at most (there are %d)"}
	wordNoText      = lang.Text{JA: "文字として扱えないデータが入っています", EN: "it contains what is no text"}
)

// tidy trims the texts of an answer and drops the reason of one that applies.
func (a Answer) tidy() Answer {
	a.Reason, a.Note = tidyText(a.Reason), tidyText(a.Note)
	if !a.NotApplicable {
		a.Reason = ""
	}
	return a
}

// tidyText makes line ends alike and drops what cannot be seen and no workbook can hold.
func tidyText(s string) string {
	if !utf8.ValidString(s) {
		return s // refused as it is
	}
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(s)
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r == '\ufffe' || r == '\uffff' {
			return -1
		}
		return r
	}, s))
}

// check says what is wrong with an answer, field by field.
func (a Answer) check() error {
	var wrong []fault.Field
	for i, j := range a.judgements() {
		if j != Unanswered {
			wrong = appendChoice(wrong, Questions[i], j, Judgements)
		}
	}
	wrong = appendChoice(wrong, "work", a.Work, Works)
	wrong = appendChoice(wrong, "severity", a.Severity, Severities)
	if a.NotApplicable && a.Reason == "" {
		wrong = append(wrong, fault.Field{Name: "reason", Text: wordNeedsReason})
	}
	wrong = appendText(wrong, "reason", a.Reason, maxReason)
	return fault.InFields(appendText(wrong, "note", a.Note, maxNote))
}

func appendChoice[T ~string](wrong []fault.Field, name string, is T, allowed []T) []fault.Field {
	if slices.Contains(allowed, is) {
		return wrong
	}
	names := make([]string, len(allowed))
	for i, a := range allowed {
		names[i] = string(a)
	}
	return append(wrong, fault.Field{Name: name, Text: wordChoice.With(string(is), strings.Join(names, ", "))})
}

func appendText(wrong []fault.Field, name, text string, most int) []fault.Field {
	switch n := len([]rune(text)); {
	case strings.ContainsRune(text, 0) || !utf8.ValidString(text):
		return append(wrong, fault.Field{Name: name, Text: wordNoText})
	case n > most:
		return append(wrong, fault.Field{Name: name, Text: wordTooLong.With(most, n)})
	}
	return wrong
}

// digest is a short hash of an answer: a workbook keeps it to tell whether a row was touched.
func (a Answer) digest() string {
	raw, err := json.Marshal(a)
	if err != nil {
		panic(err) // strings and a bool
	}
	sum := sha256.Sum256(raw)
	return hex.EncodeToString(sum[:])
}
