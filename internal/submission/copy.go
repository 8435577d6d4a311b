package submission

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"time"

	"kijun/internal/access"
	"kijun/internal/clock"
	"kijun/internal/fault"
	"kijun/internal/lang"
)

// State is where a copy stands.
type State string

// The states.
const (
	Sent      State = "sent"
	Received  State = "received"
	Returned  State = "returned"
	Accepted  State = "accepted"
	Withdrawn State = "withdrawn"
)

// States in the order in which they are listed.
var States = []State{Sent, Received, Returned, Accepted, Withdrawn}

// from says in which states a copy may be when it comes to a state.
var from = map[State][]State{
	Received:  {Sent},
	Returned:  {Sent, Received},
	Accepted:  {Sent, Received, Returned},
	Withdrawn: {Sent, Received, Returned, Accepted},
}

// Draft is what somebody is about to send.
type Draft struct {
	From, To  string // organisations
	Kind      string // such as check-summary
	Schema    string // such as check-summary/1
	Payload   []byte
	Voluntary bool       // given without being asked by law
	Retain    clock.Date // the last day on which the addressee may use it; "": no such day was set
	Subject   string     // the sender's own record, for the sender only
	Title     lang.Text
	Previous  string // id of the copy that this one replaces; "": none
}

// Copy is what was sent, as it was sent.
type Copy struct {
	ID        string     `json:"id"`
	From      string     `json:"from"`
	To        string     `json:"to"`
	Kind      string     `json:"kind"`
	Schema    string     `json:"schema"`
	Title     lang.Text  `json:"title"`
	Payload   []byte     `json:"-"` // not in lists
	Size      int        `json:"size"`
	Hash      string     `json:"sha256"`
	Voluntary bool       `json:"voluntary"`
	Retain    clock.Date `json:"retain,omitempty"`
	Subject   string     `json:"subject,omitempty"`
	Previous  string     `json:"previous,omitempty"` // the version before
	Replaced  string     `json:"replaced,omitempty"` // the version after
	State     State      `json:"state"`
	Version   int        `json:"version"` // of the state: how many steps there are
	Sent      time.Time  `json:"sent"`
	Changed   time.Time  `json:"changed"`
	Steps     []Step     `json:"steps,omitempty"` // not in lists
}

// Step is one change of a copy's state.
type Step struct {
	State   State     `json:"state"`
	At      time.Time `json:"at"`
	Person  string    `json:"person"`
	Org     string    `json:"org"`
	Comment string    `json:"comment,omitempty"`
}

// Limits of what may be sent and said.
const (
	MaxPayload = 1 << 20
	MaxComment = 2_000
)

var (
	wordNeeded     = lang.Text{JA: "入力してください", EN: "this is needed"}
	wordToSelf     = lang.Text{JA: "送り先が自組織になっています。別の組織を選んでください", EN: "the addressee is your own organisation; choose another"}
	wordPast       = lang.Text{JA: "保存期限（%s）が今日より前です", EN: "the day of retention (%s) has passed"}
	wordBadDay     = lang.Text{JA: "保存期限 %q は日付ではありません（例: 2030-03-31）", EN: "the day of retention %q is no date (such as 2030-03-31)"}
	wordTooLarge   = lang.Text{JA: "送る内容が大きすぎます（%d バイト。上限は %d バイト）", EN: "what is sent is too large (%d bytes; the limit is %d)"}
	wordNoPayload  = lang.Text{JA: "送る内容がありません", EN: "there is nothing to send"}
	wordTooLong    = lang.Text{JA: "%d字までにしてください（いま%d字）", EN: "use %d characters at most (now %d)"}
	wordVoluntary  = lang.Text{JA: "任意に提供するものには、保存期限を入力してください", EN: "what is given voluntarily needs a day of retention"}
	wordNoSender   = lang.Text{JA: "送り元の組織がありません", EN: "there is no sending organisation"}
	wordNotExactly = lang.Text{JA: "種類または形式が示されていません", EN: "the kind or the schema is missing"}
)

// Preview returns the copy that Send would make of the draft now, and stores nothing.
func Preview(d Draft, now time.Time) (Copy, error) {
	if err := d.check(clock.Day(now)); err != nil {
		return Copy{}, err
	}
	return Copy{From: d.From, To: d.To, Kind: d.Kind, Schema: d.Schema, Title: d.Title, Payload: d.Payload, Size: len(d.Payload), Hash: hash(d.Payload),
		Voluntary: d.Voluntary, Retain: d.Retain, Subject: d.Subject, Previous: d.Previous, State: Sent, Version: 1, Sent: now, Changed: now}, nil
}

func hash(payload []byte) string {
	sum := sha256.Sum256(payload)
	return hex.EncodeToString(sum[:])
}

// check says what stands in the way of sending the draft, field by field.
func (d Draft) check(today clock.Date) error {
	if len(d.Payload) > MaxPayload {
		return fault.New(fault.TooLarge, wordTooLarge.With(len(d.Payload), MaxPayload))
	}
	var wrong []fault.Field
	add := func(bad bool, name string, t lang.Text) {
		if bad {
			wrong = append(wrong, fault.Field{Name: name, Text: t})
		}
	}
	_, isDay := d.Retain.Time()
	add(d.From == "", "from", wordNoSender)
	add(d.To == "", "to", wordNeeded)
	add(d.To != "" && d.To == d.From, "to", wordToSelf)
	add(d.Kind == "" || d.Schema == "", "schema", wordNotExactly)
	add(d.Title.JA == "" || d.Title.EN == "", "title", wordNeeded)
	add(len(d.Payload) == 0, "payload", wordNoPayload)
	add(d.Voluntary && d.Retain == "", "retain", wordVoluntary)
	add(d.Retain != "" && !isDay, "retain", wordBadDay.With(d.Retain))
	add(isDay && d.Retain < today, "retain", wordPast.With(d.Retain))
	return fault.InFields(wrong)
}

// Stands reports whether the copy counts in sums on a day.
func (c Copy) Stands(today clock.Date) bool {
	return c.Replaced == "" && slices.Contains(standing, c.State) && !c.Ended(today)
}

// standing are the states in which a copy counts.
var standing = []State{Sent, Received, Accepted}

// Ended reports whether the day of retention has passed.
func (c Copy) Ended(today clock.Date) bool { return c.Retain != "" && c.Retain < today }

// May reports whether an actor may bring the copy to a state now: by the rule table and by where it stands.
func (c Copy) May(a access.Actor, to State) bool {
	return access.Can(a, actionTo[to], c.object()) && c.open(to)
}

// open reports whether the copy is where it can come to a state from. A replaced one is only withdrawn.
func (c Copy) open(to State) bool {
	return slices.Contains(from[to], c.State) && (c.Replaced == "" || to == Withdrawn)
}

var actionTo = map[State]access.Action{
	Received: access.SubmissionAnswer, Returned: access.SubmissionAnswer, Accepted: access.SubmissionAnswer,
	Withdrawn: access.SubmissionRecall,
}

// object is the copy as the rule table looks at it. Its version in the trail is the hash of what was sent.
func (c Copy) object() access.Object {
	return access.Object{Type: "submission", ID: c.ID, Org: c.From, To: c.To, Version: "sha256:" + c.Hash}
}

// comment reads what a person says with a step.
func comment(s string, needed bool) (string, error) {
	s = strings.TrimSpace(s)
	switch n := len([]rune(s)); {
	case needed && n == 0:
		return "", fault.InFields([]fault.Field{{Name: "comment", Text: wordNeeded}})
	case n > MaxComment:
		return "", fault.InFields([]fault.Field{{Name: "comment", Text: wordTooLong.With(MaxComment, n)}})
	}
	return s, nil
}
