package job

import (
	"context"
	"time"

	"kijun/internal/db"
	"kijun/internal/fault"
	"kijun/internal/lang"
	"kijun/internal/page"
)

// DeadJob is a job that will not be tried again by itself.
type DeadJob struct {
	ID       int64
	Kind     string
	Args     string // JSON
	Attempts int64
	Failure  string // of the last attempt; for those who run kijun, not for its users
	Died     time.Time
}

// Dead lists dead jobs, the latest first, from a cursor on, and returns the cursor of the next page.
func Dead(ctx context.Context, d *db.DB, cursor string, size int) (jobs []DeadJob, next string, err error) {
	at, err := page.Parse(cursor, page.Number, page.Number)
	if err != nil {
		return nil, "", err
	}
	size = page.Size(size)
	query := `SELECT id, kind, args, attempts, failure, died FROM job_job WHERE died IS NOT NULL`
	var args db.Params
	if len(at) > 0 {
		query += ` AND (died, id) < (` + args.Add(at[0]) + `, ` + args.Add(at[1]) + `)`
	}
	query += ` ORDER BY died DESC, id DESC LIMIT ` + args.Add(size+1)
	type row struct {
		DeadJob
		died int64
	}
	rows, err := db.All(ctx, d, query, args, func(r *row) []any {
		return []any{&r.ID, &r.Kind, &r.Args, &r.Attempts, &r.Failure, &r.died}
	})
	if err != nil {
		return nil, "", err
	}
	rows, next = page.Cut(rows, size, func(r row) page.Cursor { return page.Cursor{r.died, r.ID} })
	for _, r := range rows {
		r.Died = db.At(r.died)
		jobs = append(jobs, r.DeadJob)
	}
	return jobs, next, nil
}

var (
	notDead = lang.Text{JA: "止まった処理 %d はありません", EN: "there is no dead job %d"}
	twin    = lang.Text{JA: "同じ処理がすでに待っています", EN: "the same job is waiting already"}
)

// Retry revives a dead job with all its attempts.
func Retry(ctx context.Context, tx *db.Tx, id int64) error {
	n, err := tx.Exec(ctx, `UPDATE job_job SET died = NULL, due = 0, attempts = 0 WHERE id = $1 AND died IS NOT NULL`, id)
	switch {
	case fault.Is(err, fault.Conflict):
		return fault.New(fault.Conflict, twin).Because(err)
	case err == nil && n == 0:
		return fault.New(fault.NotFound, notDead.With(id))
	}
	return err
}
