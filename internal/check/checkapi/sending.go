package checkapi

import (
	"context"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"kijun/internal/access"
	"kijun/internal/api/rest"
	"kijun/internal/check"
	"kijun/internal/clock"
	"kijun/internal/lang"
)

func (o Operations) mountSending(on huma.API) {
	rest.Get(on, "/checks/{id}/summary", "get-check-summary", "The summary of a check as it stands, for oneself", o.summary)
	rest.Get(on, "/checks/{id}/addressees", "list-addressees", "List the ministries to which a summary may be sent", o.addressees)
	rest.Get(on, "/checks/{id}/parcel", "preview-sending", "Exactly what would leave if it were sent now; nothing is sent", o.parcel)
	rest.Post(on, "/checks/{id}/send", "send-summary", "Send the summary that was looked at; withdrawing it later does not erase it", o.send)
	rest.Get(on, "/checks/{id}/sendings", "list-sendings", "List what was sent of a check, the newest first", o.sendings)
}

type summing struct {
	CheckID
	By By `query:"by" default:"item"`
}

func (o Operations) summary(ctx context.Context, a access.Actor, in *summing) (*rest.Body[check.Summary], error) {
	s, err := o.Checks.Summary(ctx, a, in.ID, check.By(in.By))
	return rest.Answer(s, err)
}

// Addressee is a ministry to which a summary may be sent.
type Addressee struct {
	ID   string    `json:"id"`
	Name lang.Text `json:"name"`
}

func (o Operations) addressees(ctx context.Context, a access.Actor, in *CheckID) (*rest.Body[rest.List[Addressee]], error) {
	c, err := o.Checks.Get(ctx, a, in.ID)
	if err != nil {
		return nil, err
	}
	orgs, err := o.Checks.Addressees(ctx, a, c)
	return rest.Page(orgs, "", err, func(org access.Org) Addressee { return Addressee{org.ID, org.Name} })
}

type previewing struct {
	CheckID
	To     string     `query:"to" required:"true" maxLength:"63" doc:"A ministry that answers for the sector"`
	By     By         `query:"by" default:"item"`
	Retain clock.Date `query:"retain" required:"true" format:"date" doc:"The last day on which the addressee may use it"`
}

// Parcel is exactly what would leave.
type Parcel struct {
	From      string        `json:"from"`
	To        string        `json:"to"`
	Kind      string        `json:"kind"`
	Schema    string        `json:"schema"`
	Title     lang.Text     `json:"title"`
	Voluntary bool          `json:"voluntary"`
	Retain    clock.Date    `json:"retain" format:"date"`
	Previous  string        `json:"previous,omitempty" doc:"Id of the copy that it would replace"`
	Payload   string        `json:"payload" doc:"The bytes that leave"`
	Hash      string        `json:"sha256" doc:"Of the payload; give it to send-summary as seen"`
	Summary   check.Summary `json:"summary" doc:"What the payload says"`
}

func (o Operations) parcel(ctx context.Context, a access.Actor, in *previewing) (*rest.Body[Parcel], error) {
	p, err := o.Checks.Parcel(ctx, a, in.ID, check.Sending{To: in.To, By: check.By(in.By), Retain: in.Retain})
	c := p.Copy
	return rest.Answer(Parcel{c.From, c.To, c.Kind, c.Schema, c.Title, c.Voluntary, c.Retain, c.Previous, string(c.Payload), c.Hash, p.Summary}, err)
}

type sending struct {
	CheckID
	Body struct {
		To     string     `json:"to" maxLength:"63"`
		By     By         `json:"by"`
		Retain clock.Date `json:"retain" format:"date"`
		Seen   string     `json:"seen" maxLength:"64" doc:"The sha256 of the payload that was looked at; one that differs now is a conflict"`
	}
}

// Sent is a summary that was sent.
type Sent struct {
	Copy string    `json:"submission" doc:"Id of the copy"`
	To   string    `json:"to"`
	At   time.Time `json:"at"`
	By   string    `json:"by" doc:"Id of the person"`
}

// Receipt names what was sent.
type Receipt struct {
	Copy string `json:"submission" doc:"Id of the copy"`
}

func (o Operations) send(ctx context.Context, a access.Actor, in *sending) (*rest.Body[Receipt], error) {
	b := in.Body
	id, err := o.Checks.Send(ctx, a, in.ID, check.Sending{To: b.To, By: check.By(b.By), Retain: b.Retain, Seen: b.Seen})
	return rest.Answer(Receipt{id}, err)
}

func (o Operations) sendings(ctx context.Context, a access.Actor, in *CheckID) (*rest.Body[rest.List[Sent]], error) {
	sent, err := o.Checks.Sendings(ctx, a, in.ID)
	return rest.Page(sent, "", err, func(s check.Sent) Sent { return Sent{s.Copy, s.To, s.At.UTC(), s.By} })
}
