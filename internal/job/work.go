package job

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"
)

// Work does the jobs of one kind. Its context ends when the lease is lost or the runner must stop.
type Work func(ctx context.Context, args []byte) error

// Typed is work that takes arguments of a type; what cannot be decoded is given up.
func Typed[Args any](work func(context.Context, Args) error) Work {
	return func(ctx context.Context, bytes []byte) error {
		var args Args
		if err := json.Unmarshal(bytes, &args); err != nil {
			return GiveUp(fmt.Errorf("decode the arguments: %w", err))
		}
		return work(ctx, args)
	}
}

// snooze and givenUp are errors by which work says what is to become of its job.
type (
	snooze  struct{ wait time.Duration }
	givenUp struct{ error }
)

func (s snooze) Error() string  { return "not before " + s.wait.String() }
func (g givenUp) Unwrap() error { return g.error }

// Snooze is what work returns that is not ready: it is run again after a while, and no attempt is counted.
func Snooze(wait time.Duration) error { return snooze{wait} }

// GiveUp is what work returns that can never succeed: the job is dead without further attempts.
func GiveUp(err error) error { return givenUp{err} }

// do runs the work; a panic is an error like others.
func do(ctx context.Context, work Work, args []byte) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic: %v", p)
		}
	}()
	return work(ctx, args)
}

// longestWait bounds the back-off.
const longestWait = 7 * 24 * time.Hour

// backOff is how long to wait after an attempt failed: attempt⁴ seconds.
func backOff(attempt int64) time.Duration {
	if attempt > 27 { // 28⁴ seconds are longer than the longest wait
		return longestWait
	}
	return time.Duration(attempt*attempt*attempt*attempt) * time.Second
}

func isGivenUp(err error) bool {
	var g givenUp
	return errors.As(err, &g)
}
