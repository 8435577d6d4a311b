package db

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"
)

// Tx is the transaction of one act. It ends with the function that [DB.Write] gave it to.
type Tx struct {
	tx   *sql.Tx
	kept *statements // SQLite only
}

// context keeps a caller that gives up from interrupting a statement on SQLite: it would roll the whole
// group back.
func (t *Tx) context(ctx context.Context) context.Context {
	if t.kept != nil {
		return context.WithoutCancel(ctx)
	}
	return ctx
}

// prepared returns a query as it is kept, or nil.
func (t *Tx) prepared(ctx context.Context, query string) (*sql.Stmt, error) {
	if t.kept == nil {
		return nil, nil
	}
	return t.kept.get(ctx, query)
}

// Exec runs a statement and returns how many rows it changed.
func (t *Tx) Exec(ctx context.Context, query string, args ...any) (int64, error) {
	if err := plainArgs(args); err != nil {
		return 0, err
	}
	ctx = t.context(ctx)
	kept, err := t.prepared(ctx, query)
	if err != nil {
		return 0, meaning(err)
	}
	var res sql.Result
	if kept != nil {
		res, err = kept.ExecContext(ctx, args...)
	} else {
		res, err = t.tx.ExecContext(ctx, query, args...)
	}
	if err != nil {
		return 0, meaning(err)
	}
	return res.RowsAffected()
}

// Query reads rows as the act sees them.
func (t *Tx) Query(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	if err := plainArgs(args); err != nil {
		return nil, err
	}
	ctx = t.context(ctx)
	kept, err := t.prepared(ctx, query)
	if err != nil {
		return nil, meaning(err)
	}
	var rows *sql.Rows
	if kept != nil {
		rows, err = kept.QueryContext(ctx, args...)
	} else {
		rows, err = t.tx.QueryContext(ctx, query, args...)
	}
	return rows, meaning(err)
}

// QueryRow reads one row into to; a missing one is fault.NotFound.
func (t *Tx) QueryRow(ctx context.Context, query string, args []any, to ...any) error {
	if err := plainArgs(args); err != nil {
		return err
	}
	ctx = t.context(ctx)
	kept, err := t.prepared(ctx, query)
	switch {
	case err != nil:
		return meaning(err)
	case kept != nil:
		return meaning(kept.QueryRowContext(ctx, args...).Scan(to...))
	}
	return meaning(t.tx.QueryRowContext(ctx, query, args...).Scan(to...))
}

// Locking ends a SELECT whose rows the act will change, where other acts that look for such rows are to
// pass them over. On SQLite it is empty: there one act writes at a time.
func (t *Tx) Locking() string {
	if t.kept != nil {
		return ""
	}
	return " FOR UPDATE SKIP LOCKED"
}

// Write runs one act. When it returns nil everything that act did is on disk; when act or the commit
// fails, nothing of it is. Act may be run again, so it must change nothing outside the transaction.
func (d *DB) Write(ctx context.Context, act func(*Tx) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if d.engine == sqlite {
		return d.writer.run(ctx, act)
	}
	return d.retry(ctx, act)
}

// retries is how often an act that lost against another is run, and firstWait how long it waits at first.
const (
	retries   = 10
	firstWait = 2 * time.Millisecond
)

// retry runs an act as a serializable transaction until it meets no other.
func (d *DB) retry(ctx context.Context, act func(*Tx) error) error {
	wait := firstWait
	for try := 1; ; try++ {
		err := d.once(ctx, act)
		if !lost(err) || try == retries {
			return meaning(err)
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(wait):
			wait *= 2
		}
	}
}

func (d *DB) once(ctx context.Context, act func(*Tx) error) (err error) {
	tx, err := d.write.BeginTx(ctx, &sql.TxOptions{Isolation: sql.LevelSerializable})
	if err != nil {
		return fmt.Errorf("begin: %w", err)
	}
	defer func() {
		if rolled := tx.Rollback(); rolled != nil && !errors.Is(rolled, sql.ErrTxDone) {
			err = errors.Join(err, rolled)
		}
	}()
	if err := act(&Tx{tx: tx}); err != nil {
		return err
	}
	return tx.Commit()
}
