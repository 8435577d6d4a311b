package job

import (
	"context"
	"time"

	"kijun/internal/db"
	"kijun/internal/fault"
)

// Schedule is the first time after another at which a periodic job is due.
type Schedule func(after time.Time) time.Time

// Every is a schedule of whole periods since 1970 in UTC.
func Every(period time.Duration) Schedule {
	return func(after time.Time) time.Time { return after.Truncate(period).Add(period) }
}

// Daily is a schedule of one time of day, as hours and minutes in a place.
func Daily(hour, minute int, place *time.Location) Schedule {
	return func(after time.Time) time.Time {
		y, m, d := after.In(place).Date()
		for ; ; d++ {
			if at := time.Date(y, m, d, hour, minute, 0, 0, place); at.After(after) {
				return at
			}
		}
	}
}

// enqueuePeriod enqueues the job of a kind whose time has come. The kind's row in job_period is the lease on the
// slot: of several runners the one that moves it on enqueues. Slots that passed while nobody ran give one job.
func (s *store) enqueuePeriod(ctx context.Context, kind string, schedule Schedule) error {
	if due, err := s.periodDue(ctx, kind, schedule); err != nil || !due {
		return err // nothing is written at most ticks
	}
	return s.db.Write(ctx, func(tx *db.Tx) error {
		now := s.now()
		next := db.Micros(schedule(now))
		if _, err := tx.Exec(ctx, `INSERT INTO job_period (kind, next) VALUES ($1, $2) ON CONFLICT (kind) DO NOTHING`, kind, next); err != nil {
			return err
		}
		due, err := tx.Exec(ctx, `UPDATE job_period SET next = $1 WHERE kind = $2 AND next <= $3`, next, kind, db.Micros(now))
		if err != nil {
			return err
		}
		if due == 1 {
			return Enqueue(ctx, tx, kind, struct{}{}, Options{Unique: "periodic"})
		}
		_, err = tx.Exec(ctx, `UPDATE job_period SET next = $1 WHERE kind = $2 AND next > $1`, next, kind) // the schedule is closer now
		return err
	})
}

// periodDue reports whether a kind's row is missing, its slot has come, or its schedule has become closer.
func (s *store) periodDue(ctx context.Context, kind string, schedule Schedule) (bool, error) {
	var next int64
	err := s.db.QueryRow(ctx, `SELECT next FROM job_period WHERE kind = $1`, []any{kind}, &next)
	if fault.Is(err, fault.NotFound) {
		return true, nil
	}
	now := s.now()
	return err == nil && (next <= db.Micros(now) || next > db.Micros(schedule(now))), err
}
