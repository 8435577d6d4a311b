package db

import (
	"database/sql"
	"errors"

	"github.com/jackc/pgx/v5/pgconn"
	driver "modernc.org/sqlite"
	codes "modernc.org/sqlite/lib"

	"kijun/internal/fault"
	"kijun/internal/lang"
)

var (
	notFound = lang.Text{JA: "見つかりません", EN: "not found"}
	conflict = lang.Text{JA: "すでにあるか、ほかの記録と食い違っています", EN: "it exists already, or contradicts another record"}
	busy     = lang.Text{JA: "混み合っています。少し待ってやり直してください", EN: "too much is going on; wait a moment and try again"}
)

// meaning turns an error of a driver into the fault that it stands for; others pass as they are.
func meaning(err error) error {
	var pg *pgconn.PgError
	var lite *driver.Error
	switch {
	case err == nil:
		return nil
	case errors.Is(err, sql.ErrNoRows):
		return fault.New(fault.NotFound, notFound).Because(err)
	case errors.As(err, &pg) && len(pg.Code) == 5 && pg.Code[:2] == "23":
		return fault.New(fault.Conflict, conflict).Because(err)
	case errors.As(err, &lite) && lite.Code()&0xff == codes.SQLITE_CONSTRAINT:
		return fault.New(fault.Conflict, conflict).Because(err)
	case lost(err):
		return fault.New(fault.Unavailable, busy).Because(err)
	}
	return err
}

// lost reports whether a transaction of PostgreSQL met another and may be run again.
func lost(err error) bool {
	var pg *pgconn.PgError
	return errors.As(err, &pg) && (pg.Code == "40001" || pg.Code == "40P01")
}
