package submissionapi

import (
	"time"

	"github.com/danielgtaylor/huma/v2"

	"kijun/internal/access"
	"kijun/internal/api/rest"
	"kijun/internal/clock"
	"kijun/internal/lang"
	"kijun/internal/submission"
)

// State is where a copy stands.
type State submission.State

// Schema lists the states.
func (State) Schema(huma.Registry) *huma.Schema {
	return rest.Words("Where the copy stands", submission.States...)
}

// OptionalState is a State or nothing.
type OptionalState submission.State

// Schema lists the states.
func (OptionalState) Schema(huma.Registry) *huma.Schema {
	return rest.Optional("Where the copy stands", submission.States...)
}

// Copy is what was sent, without its payload.
type Copy struct {
	ID        string     `json:"id"`
	From      string     `json:"from" doc:"Organisation that sent it"`
	To        string     `json:"to" doc:"Organisation to which it was sent"`
	Kind      string     `json:"kind"`
	Schema    string     `json:"schema" doc:"What the payload says it is, such as check-summary/1"`
	Title     lang.Text  `json:"title"`
	Size      int        `json:"size"`
	Hash      string     `json:"sha256" doc:"Of the payload"`
	Voluntary bool       `json:"voluntary"`
	Retain    clock.Date `json:"retain,omitempty" format:"date" doc:"The last day on which the addressee may use it"`
	Subject   string     `json:"subject,omitempty" doc:"The sender's own record, for the sender only"`
	Previous  string     `json:"previous,omitempty" doc:"Id of the version before"`
	Replaced  string     `json:"replaced,omitempty" doc:"Id of the version after"`
	State     State      `json:"state"`
	Version   int        `json:"version" doc:"Of the state; give it back with a step"`
	Sent      time.Time  `json:"sent"`
	Changed   time.Time  `json:"changed"`
	Steps     []Step     `json:"steps,omitempty" doc:"Not in lists"`
}

// Step is one change of a copy's state.
type Step struct {
	State   State     `json:"state"`
	At      time.Time `json:"at"`
	Org     string    `json:"organisation"`
	By      string    `json:"by,omitempty" doc:"Id of the person, for the own organisation"`
	Comment string    `json:"comment,omitempty"`
}

func newCopy(c submission.Copy) Copy {
	return Copy{ID: c.ID, From: c.From, To: c.To, Kind: c.Kind, Schema: c.Schema, Title: c.Title, Size: c.Size, Hash: c.Hash, Voluntary: c.Voluntary,
		Retain: c.Retain, Subject: c.Subject, Previous: c.Previous, Replaced: c.Replaced, State: State(c.State), Version: c.Version,
		Sent: c.Sent.UTC(), Changed: c.Changed.UTC()}
}

// newOwnCopy is a copy with its steps: who did them elsewhere is that organisation's affair.
func newOwnCopy(c submission.Copy, a access.Actor) Copy {
	out := newCopy(c)
	for _, s := range c.Steps {
		st := Step{State: State(s.State), At: s.At.UTC(), Org: s.Org, Comment: s.Comment}
		if s.Org == a.Org.ID {
			st.By = s.Person
		}
		out.Steps = append(out.Steps, st)
	}
	return out
}
