package db

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"sync"
)

// groupWriter is the one goroutine that writes to SQLite. Acts that come while it works on others join
// them in one transaction: the commit, with its fsync, is shared.
type groupWriter struct {
	pool   *sql.DB
	kept   *statements // on the connection that it holds from its first act on
	acts   chan *groupAct
	done   chan struct{}
	closed sync.RWMutex // held for reading while an act is handed over
	ended  bool
	broken error // of a commit; nothing is written after it
}

// groupAct is an act that waits for its turn, and what became of it.
type groupAct struct {
	ctx    context.Context
	do     func(*Tx) error
	result chan error
	panics any // what do panicked with, for its caller
}

// maxGroup bounds how long the first act of a group waits for the last.
const maxGroup = 256

var errClosed = errors.New("the database is closed")

func startGroupWriter(pool *sql.DB) *groupWriter {
	w := &groupWriter{pool: pool, acts: make(chan *groupAct, maxGroup), done: make(chan struct{})}
	go w.loop()
	return w
}

// run hands an act over and waits for the commit. An act whose caller gives up before its turn is not run.
func (w *groupWriter) run(ctx context.Context, do func(*Tx) error) error {
	a := &groupAct{ctx: ctx, do: do, result: make(chan error, 1)}
	w.closed.RLock()
	if w.ended {
		w.closed.RUnlock()
		return errClosed
	}
	w.acts <- a
	w.closed.RUnlock()
	err := <-a.result
	if a.panics != nil {
		panic(a.panics)
	}
	return meaning(err)
}

// stop lets the acts under way end and gives the connection back.
func (w *groupWriter) stop() error {
	w.closed.Lock()
	if !w.ended {
		w.ended = true
		close(w.acts)
	}
	w.closed.Unlock()
	<-w.done
	if w.kept == nil {
		return nil
	}
	kept := w.kept
	w.kept = nil
	return kept.close()
}

// connect takes the pool's connection and begins a transaction on it.
func (w *groupWriter) connect() (*sql.Tx, error) {
	ctx := context.Background()
	if w.kept == nil {
		conn, err := w.pool.Conn(ctx)
		if err != nil {
			return nil, err
		}
		w.kept = &statements{on: conn, kept: map[string]*sql.Stmt{}}
	}
	return w.kept.on.BeginTx(ctx, nil)
}

func (w *groupWriter) loop() {
	defer close(w.done)
	for first := range w.acts {
		group := []*groupAct{first}
		errs := []error{w.broken}
		if w.broken == nil {
			group, errs = w.commit(first)
		}
		for i, a := range group {
			a.result <- errs[i]
		}
	}
}

// commit runs the first act and all that wait behind it, and commits them together.
func (w *groupWriter) commit(first *groupAct) (group []*groupAct, errs []error) {
	tx, err := w.connect()
	if err != nil {
		return []*groupAct{first}, []error{fmt.Errorf("begin: %w", err)}
	}
	for a := first; a != nil; a = w.next(len(group)) {
		group, errs = append(group, a), append(errs, a.savepoint(&Tx{tx: tx, kept: w.kept}))
	}
	if err := tx.Commit(); err != nil {
		w.broken = fmt.Errorf("a commit failed, and the database takes no more until it is opened again: %w", err)
		for i := range errs {
			errs[i] = errors.Join(w.broken, errs[i])
		}
	}
	return group, errs
}

// next returns an act that is waiting, or nil.
func (w *groupWriter) next(have int) *groupAct {
	if have >= maxGroup {
		return nil
	}
	select {
	case a := <-w.acts:
		return a
	default:
		return nil
	}
}

// savepoint runs one act so that its failure takes back what it did and nothing else.
func (a *groupAct) savepoint(tx *Tx) (err error) {
	ctx := a.ctx
	if err := ctx.Err(); err != nil {
		return err
	}
	if _, err := tx.Exec(ctx, "SAVEPOINT act"); err != nil {
		return fmt.Errorf("savepoint: %w", err)
	}
	defer func() {
		if a.panics = recover(); a.panics != nil {
			err = errors.New("the act panicked")
		}
		if err != nil {
			if _, undone := tx.Exec(ctx, "ROLLBACK TO act"); undone != nil {
				err = errors.Join(err, fmt.Errorf("roll back: %w", undone))
			}
		}
		if _, ended := tx.Exec(ctx, "RELEASE act"); ended != nil {
			err = errors.Join(err, fmt.Errorf("release: %w", ended))
		}
	}()
	return a.do(tx)
}
