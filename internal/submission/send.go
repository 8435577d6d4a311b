package submission

import (
	"context"
	"slices"
	"time"

	"kijun/internal/db"
	"kijun/internal/fault"
	"kijun/internal/lang"
)

var wordNoPrevious = lang.Text{
	JA: "前の版が見つからないか、別の宛先・種類のものか、すでに別の版に置き換わっています",
	EN: "the earlier version is not there, went elsewhere or is of another kind, or has been replaced already"}

// Send freezes a draft as the copy with an id, inside the transaction of the room whose record is sent.
// That room has asked access whether the person may; by is the person. The payload is kept byte for byte.
func Send(ctx context.Context, tx *db.Tx, id string, d Draft, by string, now time.Time) (Copy, error) {
	c, err := Preview(d, now)
	if err != nil {
		return Copy{}, err
	}
	c.ID, c.Payload = id, slices.Clone(d.Payload)
	c.Steps = []Step{{State: Sent, At: now, Person: by, Org: d.From}}
	if c.Previous != "" {
		n, err := replace(ctx, tx, c)
		if err != nil {
			return Copy{}, err
		}
		if n == 0 {
			return Copy{}, fault.New(fault.Conflict, wordNoPrevious)
		}
	}
	return c, insert(ctx, tx, c)
}
