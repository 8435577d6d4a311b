package dbtest

import (
	"database/sql"
	"fmt"
	"hash/fnv"
	"io/fs"
	"net/url"
	"os"
	"testing"

	"kijun/internal/db"
)

// Run calls test once on each engine, on an empty database that migrations have been applied to.
func Run(t *testing.T, migrations fs.FS, test func(*testing.T, *db.DB)) {
	t.Helper()
	t.Run("sqlite", func(t *testing.T) { test(t, migrated(t, SQLite(t), migrations)) })
	t.Run("postgres", func(t *testing.T) { test(t, migrated(t, Postgres(t), migrations)) })
}

func migrated(t *testing.T, d *db.DB, migrations fs.FS) *db.DB {
	t.Helper()
	if err := d.Migrate(t.Context(), migrations); err != nil {
		t.Fatal(err)
	}
	return d
}

// SQLite opens an empty SQLite database that goes with the test.
func SQLite(t testing.TB) *db.DB {
	t.Helper()
	d, err := db.OpenFolder(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { closed(t, d) })
	return d
}

// Postgres opens an empty PostgreSQL database that goes with the test.
func Postgres(t testing.TB) *db.DB {
	t.Helper()
	server := os.Getenv("KIJUN_TEST_POSTGRES")
	if server == "" {
		if os.Getenv("CI") != "" {
			t.Fatal("KIJUN_TEST_POSTGRES is not set: continuous integration tests both engines")
		}
		t.Skip("KIJUN_TEST_POSTGRES is not set: not tested on PostgreSQL")
	}
	address := create(t, server)
	d, err := db.OpenURL(address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { closed(t, d) })
	return d
}

// create makes a database named after the test and drops it afterwards.
func create(t testing.TB, server string) string {
	t.Helper()
	at, err := url.Parse(server)
	if err != nil {
		t.Fatal(err)
	}
	pool, err := sql.Open("pgx", server)
	if err != nil {
		t.Fatal(err)
	}
	hash := fnv.New64a()
	fmt.Fprint(hash, t.Name(), os.Getpid())
	at.Path = fmt.Sprintf("/kijun_test_%x", hash.Sum64())
	if _, err := pool.Exec("CREATE DATABASE " + at.Path[1:]); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if _, err := pool.Exec("DROP DATABASE " + at.Path[1:] + " WITH (FORCE)"); err != nil {
			t.Error(err)
		}
		if err := pool.Close(); err != nil {
			t.Error(err)
		}
	})
	return at.String()
}

func closed(t testing.TB, d *db.DB) {
	if err := d.Close(); err != nil {
		t.Error(err)
	}
}
