package submissionapi

import (
	"context"
	"encoding/json"

	"github.com/danielgtaylor/huma/v2"

	"kijun/internal/access"
	"kijun/internal/api/rest"
	"kijun/internal/fault"
	"kijun/internal/lang"
	"kijun/internal/submission"
)

// Operations are the operations of the room.
type Operations struct {
	Submissions *submission.Service
}

// Mount mounts the operations.
func (o Operations) Mount(on huma.API) {
	rest.Get(on, "/submissions/received", "list-received", "List what was sent to one's organisation, the newest first", o.received)
	rest.Get(on, "/submissions/sent", "list-sent", "List what one's organisation sent, the newest first", o.sent)
	rest.Get(on, "/submissions/{id}", "get-submission", "Read what is known of a copy, without its payload", o.get)
	rest.Download(on, "/submissions/{id}/payload", "get-submission-payload", "What was sent, byte for byte; the first reading for the addressee receives it",
		[]string{"application/json", "application/octet-stream"}, o.payload)
	rest.Post(on, "/submissions/{id}/receive", "receive-submission", "Note that one has it, without reading it", o.receive)
	rest.Post(on, "/submissions/{id}/return", "return-submission", "Ask the sender for a better version, and say why", o.giveBack)
	rest.Post(on, "/submissions/{id}/accept", "accept-submission", "Take it as it is", o.accept)
	rest.Post(on, "/submissions/{id}/withdraw", "withdraw-submission", "Mark what one sent as withdrawn; what was received is not erased", o.withdraw)
}

// Listing narrows a list.
type Listing struct {
	rest.From
	State OptionalState `query:"state"`
	Kind  string        `query:"kind" maxLength:"100" doc:"Such as check-summary"`
}

func (o Operations) received(ctx context.Context, a access.Actor, in *Listing) (*rest.Body[rest.List[Copy]], error) {
	cs, next, err := o.Submissions.Received(ctx, a, submission.Filter{State: submission.State(in.State), Kind: in.Kind}, in.From.From)
	return rest.Page(cs, next, err, newCopy)
}

type sending struct {
	Listing
	Subject string `query:"subject" maxLength:"100" doc:"Id of one's own record that was sent, such as a check's"`
}

func (o Operations) sent(ctx context.Context, a access.Actor, in *sending) (*rest.Body[rest.List[Copy]], error) {
	cs, next, err := o.Submissions.Sent(ctx, a, submission.Filter{State: submission.State(in.State), Kind: in.Kind, Subject: in.Subject}, in.From.From)
	return rest.Page(cs, next, err, newCopy)
}

// CopyID names a copy.
type CopyID struct {
	ID string `path:"id"`
}

func (o Operations) get(ctx context.Context, a access.Actor, in *CopyID) (*rest.Body[Copy], error) {
	c, err := o.Submissions.Get(ctx, a, in.ID)
	return rest.Answer(newOwnCopy(c, a), err)
}

var wordEnded = lang.Text{JA: "保存期限（%s）を過ぎたため、内容は読めません", EN: "its day of retention (%s) has passed, so its content can no longer be read"}

func (o Operations) payload(ctx context.Context, a access.Actor, in *CopyID) (*rest.File, error) {
	c, err := o.Submissions.Open(ctx, a, in.ID)
	if err != nil {
		return nil, err
	}
	if c.Payload == nil {
		return nil, fault.New(fault.NotFound, wordEnded.With(lang.Day(c.Retain)))
	}
	if json.Valid(c.Payload) {
		return rest.Bytes(c.Kind+"-"+c.ID+".json", "application/json", c.Payload), nil
	}
	return rest.Bytes(c.Kind+"-"+c.ID, "application/octet-stream", c.Payload), nil
}

type step struct {
	CopyID
	Body struct {
		Version int    `json:"version" minimum:"1" doc:"Of the copy that was read"`
		Comment string `json:"comment,omitempty" maxLength:"2000"`
	}
}

// act is one of the room's acts on a copy that was read at a version.
type act func(ctx context.Context, a access.Actor, id string, version int, comment string) error

func (o Operations) receive(ctx context.Context, a access.Actor, in *step) (*rest.Body[Copy], error) {
	return o.do(ctx, a, in, func(ctx context.Context, a access.Actor, id string, version int, _ string) error {
		return o.Submissions.Receive(ctx, a, id, version)
	})
}

func (o Operations) giveBack(ctx context.Context, a access.Actor, in *step) (*rest.Body[Copy], error) {
	return o.do(ctx, a, in, o.Submissions.Return)
}

func (o Operations) accept(ctx context.Context, a access.Actor, in *step) (*rest.Body[Copy], error) {
	return o.do(ctx, a, in, o.Submissions.Accept)
}

func (o Operations) withdraw(ctx context.Context, a access.Actor, in *step) (*rest.Body[Copy], error) {
	return o.do(ctx, a, in, o.Submissions.Withdraw)
}

// do answers with the copy as it is then; a conflict has it as current.
func (o Operations) do(ctx context.Context, a access.Actor, in *step, act act) (*rest.Body[Copy], error) {
	err := act(ctx, a, in.ID, in.Body.Version, in.Body.Comment)
	if err != nil && !fault.Is(err, fault.Conflict) {
		return nil, err
	}
	now, readErr := o.get(ctx, a, &in.CopyID)
	switch {
	case err != nil && readErr == nil:
		return nil, rest.WithCurrent(err, now.Body)
	case err != nil:
		return nil, err
	}
	return now, readErr
}
