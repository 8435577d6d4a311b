package client

import (
	"context"
	"iter"
	"net/http"
	"time"
)

// Sending is how a summary of a check is sent.
type Sending struct {
	To     string `json:"to"`     // a ministry that answers for the sector
	By     string `json:"by"`     // item or group
	Retain string `json:"retain"` // the last day on which the addressee may use it
	Seen   string `json:"seen"`   // the hash of the parcel that was looked at
}

// Parcel is exactly what would leave.
type Parcel struct {
	To      string `json:"to"`
	Title   Text   `json:"title"`
	Schema  string `json:"schema"`
	Payload string `json:"payload"`
	Hash    string `json:"sha256"`
}

// Addressees lists the ministries to which a summary of a check may be sent.
func (c *Client) Addressees(ctx context.Context, check string) iter.Seq2[Organisation, error] {
	return list[Organisation](ctx, c, path("checks", check, "addressees"))
}

// PreviewSending returns exactly what Send would send, and sends nothing.
func (c *Client) PreviewSending(ctx context.Context, check string, s Sending) (Parcel, error) {
	return get[Parcel](ctx, c, path("checks", check, "parcel")+query("to", s.To, "by", s.By, "retain", s.Retain))
}

// Send sends the summary that was looked at and returns the id of the copy.
func (c *Client) Send(ctx context.Context, check string, s Sending) (string, error) {
	receipt, err := post[struct {
		Copy string `json:"submission"`
	}](ctx, c, path("checks", check, "send"), s)
	return receipt.Copy, err
}

// Copy is what was sent, without its payload.
type Copy struct {
	ID        string    `json:"id"`
	From      string    `json:"from"`
	To        string    `json:"to"`
	Kind      string    `json:"kind"`
	Schema    string    `json:"schema"`
	Title     Text      `json:"title"`
	Hash      string    `json:"sha256"`
	Voluntary bool      `json:"voluntary"`
	Retain    string    `json:"retain"`
	State     string    `json:"state"` // sent, received, returned, accepted, withdrawn
	Version   int       `json:"version"`
	Sent      time.Time `json:"sent"`
}

// Received lists what was sent to one's organisation, in a state ("": any), the newest first.
func (c *Client) Received(ctx context.Context, state string) iter.Seq2[Copy, error] {
	return list[Copy](ctx, c, path("submissions", "received"), "state", state)
}

// Sent lists what one's organisation sent.
func (c *Client) Sent(ctx context.Context, state string) iter.Seq2[Copy, error] {
	return list[Copy](ctx, c, path("submissions", "sent"), "state", state)
}

// Submission reads what is known of a copy.
func (c *Client) Submission(ctx context.Context, id string) (Copy, error) {
	return get[Copy](ctx, c, path("submissions", id))
}

// Payload reads what was sent, byte for byte. The first reading by the addressee receives it.
func (c *Client) Payload(ctx context.Context, id string) ([]byte, error) {
	return c.download(ctx, path("submissions", id, "payload"))
}

// Receive notes that the addressee has a copy, without reading it.
func (c *Client) Receive(ctx context.Context, s Copy) (Copy, error) {
	return c.step(ctx, s, "receive", "")
}

// Return asks the sender for a better version.
func (c *Client) Return(ctx context.Context, s Copy, comment string) (Copy, error) {
	return c.step(ctx, s, "return", comment)
}

// Accept takes a copy as it is.
func (c *Client) Accept(ctx context.Context, s Copy, comment string) (Copy, error) {
	return c.step(ctx, s, "accept", comment)
}

// Withdraw marks what one sent as withdrawn. What was received is not erased.
func (c *Client) Withdraw(ctx context.Context, s Copy, comment string) (Copy, error) {
	return c.step(ctx, s, "withdraw", comment)
}

// step takes a step from the version of the copy that was read.
func (c *Client) step(ctx context.Context, s Copy, name, comment string) (out Copy, err error) {
	return out, c.call(ctx, http.MethodPost, path("submissions", s.ID, name), map[string]any{"version": s.Version, "comment": comment}, &out)
}
