package db

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"path/filepath"
	"runtime"
	"time"

	_ "github.com/jackc/pgx/v5/stdlib" // the driver "pgx"
	_ "modernc.org/sqlite"             // the driver "sqlite"
)

// DB is an open database. It is safe for use by several goroutines.
type DB struct {
	engine engine
	read   *sql.DB
	write  *sql.DB
	writer *groupWriter // SQLite only
}

type engine int

const (
	sqlite engine = iota
	postgres
)

// FileName is the name of the SQLite database in a data folder.
const FileName = "kijun.db"

// OpenFolder opens the SQLite database in a folder, which must exist; the file is made when it is missing.
func OpenFolder(folder string) (*DB, error) { return openFolder(folder, "_pragma=synchronous(FULL)") }

// OpenScratch is OpenFolder for data that goes with the process, such as the demo: a power cut may lose it.
func OpenScratch(folder string) (*DB, error) {
	return openFolder(folder, "_pragma=synchronous(OFF)&_pragma=wal_autocheckpoint(16000)")
}

func openFolder(folder, durability string) (*DB, error) {
	path := filepath.Join(folder, FileName)
	write, err := sql.Open("sqlite", dsn(path, durability, "_txlock=immediate"))
	if err != nil {
		return nil, err
	}
	write.SetMaxOpenConns(1)
	if err := write.Ping(); err != nil { // makes the file, so that readers find it
		return nil, errors.Join(fmt.Errorf("open %s: %w", path, err), write.Close())
	}
	read, err := sql.Open("sqlite", dsn(path, durability, "_pragma=query_only(1)"))
	if err != nil {
		return nil, errors.Join(err, write.Close())
	}
	read.SetMaxOpenConns(2 * runtime.GOMAXPROCS(0))
	d := &DB{engine: sqlite, read: read, write: write}
	d.writer = startGroupWriter(write)
	return d, nil
}

// dsn is the address of an SQLite file. Pragmas stand in it because one sent later would reach a single
// connection of the pool.
func dsn(path, durability, more string) string {
	pragmas := "_pragma=busy_timeout(5000)&_pragma=foreign_keys(1)&_pragma=journal_mode(WAL)&" + durability + "&"
	return (&url.URL{Scheme: "file", Opaque: filepath.ToSlash(path), RawQuery: pragmas + more}).String()
}

// OpenURL opens the PostgreSQL database at a postgres:// address.
func OpenURL(address string) (*DB, error) {
	pool, err := sql.Open("pgx", address)
	if err != nil {
		return nil, err
	}
	pool.SetMaxOpenConns(16)
	pool.SetConnMaxIdleTime(5 * time.Minute)
	if err := pool.Ping(); err != nil {
		return nil, errors.Join(fmt.Errorf("open the database: %w", err), pool.Close())
	}
	return &DB{engine: postgres, read: pool, write: pool}, nil
}

// Close waits for the acts under way and closes the database.
func (d *DB) Close() error {
	if d.engine == postgres {
		return d.write.Close()
	}
	return errors.Join(d.writer.stop(), d.read.Close(), d.write.Close())
}

// Query reads rows outside any transaction.
func (d *DB) Query(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	if err := plainArgs(args); err != nil {
		return nil, err
	}
	rows, err := d.read.QueryContext(ctx, query, args...)
	return rows, meaning(err)
}

// QueryRow reads one row into to; a missing one is fault.NotFound.
func (d *DB) QueryRow(ctx context.Context, query string, args []any, to ...any) error {
	if err := plainArgs(args); err != nil {
		return err
	}
	return meaning(d.read.QueryRowContext(ctx, query, args...).Scan(to...))
}

// Micros is how a time is stored: microseconds since 1970 in UTC.
func Micros(t time.Time) int64 { return t.UnixMicro() }

// At is the time that Micros stored.
func At(micros int64) time.Time { return time.UnixMicro(micros).UTC() }

// plainArgs refuses what the drivers store in different ways: every one has its own form of a time.
func plainArgs(args []any) error {
	for i, a := range args {
		switch a.(type) {
		case time.Time, *time.Time, sql.NullTime:
			return fmt.Errorf("argument %d of a statement is a time: store db.Micros", i+1)
		}
	}
	return nil
}

// reader is what reads: the database or an act's transaction.
type reader interface {
	Query(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

// All reads every row of a query; into says where the columns of one row go.
func All[T any](ctx context.Context, from reader, query string, args []any, into func(*T) []any) ([]T, error) {
	rows, err := from.Query(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []T
	for rows.Next() {
		var one T
		if err := rows.Scan(into(&one)...); err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	return all, meaning(rows.Err())
}
