package job

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"kijun/internal/db"
)

// Options of a job.
type Options struct {
	Unique string    // at most one unfinished job of the kind has this key; empty is any number
	At     time.Time // not before; zero is at once
}

// Enqueue puts a job into the transaction of an act. Args become JSON for the kind's work. Where an
// unfinished job has the same unique key, that one stays with its args and time, and is run once more
// if it is being worked right now.
func Enqueue(ctx context.Context, tx *db.Tx, kind string, args any, o Options) error {
	bytes, err := json.Marshal(args)
	if err != nil {
		return fmt.Errorf("encode the arguments of job %s: %w", kind, err)
	}
	var unique *string
	if o.Unique != "" {
		unique = &o.Unique
	}
	due := int64(0)
	if !o.At.IsZero() {
		due = db.Micros(o.At)
	}
	_, err = tx.Exec(ctx, `INSERT INTO job_job (kind, args, unique_key, due, running, again, claims, attempts, failure)
		VALUES ($1, $2, $3, $4, FALSE, FALSE, 0, 0, '')
		ON CONFLICT (kind, unique_key) WHERE died IS NULL DO UPDATE SET again = job_job.running`, kind, string(bytes), unique, due)
	return err
}
