// Package db opens the database of kijun, which is SQLite in one file or PostgreSQL, and runs acts on it.
//
// One text of SQL serves both engines: `$1..$n` in ascending order of first use, times as microseconds in
// integers ([Micros]), no feature that one of them lacks. What differs is here: pools, transactions,
// retries, the types in migrations, and what an error means.
//
// A write is a [DB.Write]: everything in it happens or nothing does. On SQLite, acts that wait for each
// other share one commit, each in a savepoint of its own, because the commit is what costs. After a
// failed commit SQLite is written to no more: what reached the disk is then unknown. On PostgreSQL an
// act is one serializable transaction, which is run again when it lost against another.
//
// It knows no domain. Rooms own their tables and write them through their store.go. Start at db.go.
package db
