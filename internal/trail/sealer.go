package trail

import (
	"context"
	"time"

	"kijun/internal/db"
	"kijun/internal/fault"
)

// Interval is how often a sealer looks for pending leaves.
const Interval = 200 * time.Millisecond

// Sealer seals until its context ends; what it cannot seal now it tries again at the next tick.
type Sealer struct {
	DB     *db.DB
	Ticks  <-chan time.Time
	Report func(error) // of a sealing that failed
}

// Run seals at every tick.
func (s Sealer) Run(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-s.Ticks:
		}
		for {
			n, err := Seal(ctx, s.DB)
			if err != nil && ctx.Err() == nil && !lostTheHead(err) {
				s.Report(err)
			}
			if err != nil || n < batch {
				break
			}
		}
	}
}

// lostTheHead reports whether another replica was sealing at the same time.
func lostTheHead(err error) bool {
	return fault.Is(err, fault.Unavailable) || fault.Is(err, fault.Conflict)
}
