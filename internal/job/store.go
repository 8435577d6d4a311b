package job

import (
	"context"
	"errors"
	"fmt"
	"time"

	"kijun/internal/db"
	"kijun/internal/fault"
)

// claim is one lease on a job: claims tells it from earlier and later ones.
type claim struct{ id, claims int64 }

// claimed is a job under this runner's lease.
type claimed struct {
	claim
	kind     string
	args     string
	attempts int64 // with the one under way
}

// store is the one writer of job_job, enqueueing apart.
type store struct {
	db    *db.DB
	now   func() time.Time
	lease time.Duration
	most  int64 // attempts
}

// due reports whether there is anything to claim, without writing.
func (s *store) due(ctx context.Context, kinds []string) (bool, error) {
	var one int
	args := db.Params{db.Micros(s.now())}
	query := `SELECT 1 FROM job_job WHERE died IS NULL AND due <= $1 AND kind IN ` + args.In(kinds) + ` LIMIT 1`
	err := s.db.QueryRow(ctx, query, args, &one)
	if fault.Is(err, fault.NotFound) {
		return false, nil
	}
	return err == nil, err
}

// claim takes up to n due jobs of the kinds, the oldest first, and makes them this runner's for one lease.
func (s *store) claim(ctx context.Context, kinds []string, n int) (jobs []claimed, err error) {
	err = s.db.Write(ctx, func(tx *db.Tx) error {
		now := db.Micros(s.now())
		args := db.Params{now}
		query := `SELECT id, kind, args, claims, attempts FROM job_job WHERE died IS NULL AND due <= $1 AND kind IN ` + args.In(kinds) +
			` ORDER BY id LIMIT ` + args.Add(n) + tx.Locking()
		found, err := db.All(ctx, tx, query, args, func(j *claimed) []any {
			return []any{&j.id, &j.kind, &j.args, &j.claims, &j.attempts}
		})
		if err != nil {
			return err
		}
		jobs = nil
		for _, j := range found {
			if j.attempts >= s.most { // and its workers went away every time
				if err := s.bury(ctx, tx, j, errors.New("the lease of the last attempt ran out")); err != nil {
					return err
				}
				continue
			}
			j.claims++
			j.attempts++
			_, err := tx.Exec(ctx, `UPDATE job_job SET due = $1, running = TRUE, again = FALSE, claims = $2, attempts = $3 WHERE id = $4`,
				now+s.lease.Microseconds(), j.claims, j.attempts, j.id)
			if err != nil {
				return err
			}
			jobs = append(jobs, j)
		}
		return nil
	})
	return jobs, err
}

// extend renews the leases of jobs under work and returns those that were lost.
func (s *store) extend(ctx context.Context, jobs []claim) (lost []claim, err error) {
	err = s.db.Write(ctx, func(tx *db.Tx) error {
		lost = nil
		for _, j := range jobs {
			n, err := tx.Exec(ctx, `UPDATE job_job SET due = $1 WHERE id = $2 AND claims = $3 AND running`, db.Micros(s.now().Add(s.lease)), j.id, j.claims)
			if err != nil {
				return err
			}
			if n == 0 {
				lost = append(lost, j)
			}
		}
		return nil
	})
	return lost, err
}

// ended is a claimed job whose work has returned.
type ended struct {
	claimed
	result  error
	stopped bool // by the runner, so that an error says nothing
}

// finish records what became of attempts, in one act: acts at once would lose against each other on
// PostgreSQL. Of a job that is another's by now nothing is recorded.
func (s *store) finish(ctx context.Context, jobs []ended) error {
	return s.db.Write(ctx, func(tx *db.Tx) error {
		for _, e := range jobs {
			if err := s.finishOne(ctx, tx, e); err != nil {
				return fmt.Errorf("record the end of job %d (%s): %w", e.id, e.kind, err)
			}
		}
		return nil
	})
}

func (s *store) finishOne(ctx context.Context, tx *db.Tx, e ended) error {
	var pause snooze
	switch {
	case e.result == nil:
		return s.done(ctx, tx, e.claimed)
	case e.stopped: // as if it had not been claimed
		return s.wait(ctx, tx, e.claimed, 0, e.attempts-1, nil)
	case errors.As(e.result, &pause):
		return s.wait(ctx, tx, e.claimed, pause.wait, e.attempts-1, nil)
	case isGivenUp(e.result), e.attempts >= s.most:
		return s.bury(ctx, tx, e.claimed, e.result)
	}
	return s.wait(ctx, tx, e.claimed, backOff(e.attempts), e.attempts, e.result)
}

// done takes the job away, or readies it to run again where it was enqueued meanwhile.
func (s *store) done(ctx context.Context, tx *db.Tx, j claimed) error {
	n, err := tx.Exec(ctx, `DELETE FROM job_job WHERE id = $1 AND claims = $2 AND NOT again`, j.id, j.claims)
	if err != nil || n == 1 {
		return err
	}
	return s.wait(ctx, tx, j, 0, 0, nil)
}

// wait puts the job back until its time comes.
func (s *store) wait(ctx context.Context, tx *db.Tx, j claimed, pause time.Duration, attempts int64, why error) error {
	_, err := tx.Exec(ctx, `UPDATE job_job SET due = $1, running = FALSE, attempts = $2, failure = $3 WHERE id = $4 AND claims = $5`,
		db.Micros(s.now().Add(pause)), attempts, text(why), j.id, j.claims)
	return err
}

func (s *store) bury(ctx context.Context, tx *db.Tx, j claimed, why error) error {
	_, err := tx.Exec(ctx, `UPDATE job_job SET died = $1, running = FALSE, failure = $2 WHERE id = $3 AND claims = $4`,
		db.Micros(s.now()), text(why), j.id, j.claims)
	return err
}

// text is an error for the table.
func text(err error) string {
	if err == nil {
		return ""
	}
	return fmt.Sprintf("%.2000s", err)
}
