package db_test

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"kijun/internal/db"
	"kijun/internal/db/dbtest"
	"kijun/internal/fault"
)

// thing has a column of every type, and a check.
const thing = `-- +goose Up
CREATE TABLE thing (
  id {{id}},
  name TEXT NOT NULL UNIQUE,
  n {{int}} NOT NULL CHECK (n >= 0),
  yes {{bool}} NOT NULL,
  raw {{blob}},
  doc {{json}},
  parent {{int}} REFERENCES thing (id)
) {{strict}};
`

func migrations() fstest.MapFS {
	return fstest.MapFS{"20261124090000_thing.sql": {Data: []byte(thing)}}
}

func add(ctx context.Context, tx *db.Tx, name string, n int) error {
	_, err := tx.Exec(ctx, `INSERT INTO thing (name, n, yes, raw, doc) VALUES ($1, $2, $3, $4, $5)`, name, n, true, []byte{0, 255}, `{"a": 1}`)
	return err
}

func count(t *testing.T, d *db.DB) (n int) {
	t.Helper()
	if err := d.QueryRow(t.Context(), `SELECT COUNT(*) FROM thing`, nil, &n); err != nil {
		t.Fatal(err)
	}
	return n
}

func kind(err error) fault.Kind {
	var f *fault.Fault
	if errors.As(err, &f) {
		return f.Kind
	}
	return -1
}

func TestAnActHappensWhollyOrNotAtAll(t *testing.T) {
	dbtest.Run(t, migrations(), func(t *testing.T, d *db.DB) {
		ctx, stop := t.Context(), errors.New("stop")
		err := d.Write(ctx, func(tx *db.Tx) error {
			if err := add(ctx, tx, "a", 1); err != nil {
				return err
			}
			return stop
		})
		if !errors.Is(err, stop) || count(t, d) != 0 {
			t.Errorf("after a failed act: %v, %d rows", err, count(t, d))
		}
		if err := d.Write(ctx, func(tx *db.Tx) error { return add(ctx, tx, "a", 1) }); err != nil || count(t, d) != 1 {
			t.Errorf("after an act: %v, %d rows", err, count(t, d))
		}
	})
}

func TestErrorsMeanTheSameOnBothEngines(t *testing.T) {
	dbtest.Run(t, migrations(), func(t *testing.T, d *db.DB) {
		ctx := t.Context()
		write := func(name string, n int) error {
			return d.Write(ctx, func(tx *db.Tx) error { return add(ctx, tx, name, n) })
		}
		if err := write("a", 1); err != nil {
			t.Fatal(err)
		}
		for what, err := range map[string]error{
			"a name twice":   write("a", 2),
			"a failed check": write("b", -1),
			"a parent that is not there": d.Write(ctx, func(tx *db.Tx) error {
				_, err := tx.Exec(ctx, `UPDATE thing SET parent = $1`, 99)
				return err
			}),
		} {
			if kind(err) != fault.Conflict {
				t.Errorf("%s: %v", what, err)
			}
		}
		var n int
		if err := d.QueryRow(ctx, `SELECT n FROM thing WHERE name = $1`, []any{"none"}, &n); kind(err) != fault.NotFound {
			t.Errorf("a row that is not there: %v", err)
		}
		if err := d.QueryRow(ctx, `SELECT n FROM thing WHERE n = $1`, []any{time.Unix(0, 0)}, &n); err == nil {
			t.Error("a time was taken as an argument")
		}
	})
}

func TestReadersCannotWrite(t *testing.T) {
	d := dbtest.SQLite(t)
	if err := d.Migrate(t.Context(), migrations()); err != nil {
		t.Fatal(err)
	}
	if rows, err := d.Query(t.Context(), `INSERT INTO thing (name, n, yes) VALUES ('x', 1, 1) RETURNING id`); err == nil {
		for rows.Next() {
		}
		if rows.Err() == nil {
			t.Error("a reader wrote")
		}
		_ = rows.Close()
	}
}

// TestManyWriters: acts at once neither lose nor block each other, and one that fails takes nobody along.
func TestManyWriters(t *testing.T) {
	dbtest.Run(t, migrations(), func(t *testing.T, d *db.DB) {
		const writers, acts = 16, 20
		ctx := t.Context()
		var group sync.WaitGroup
		errs := make(chan error, writers*acts)
		for w := range writers {
			group.Go(func() {
				for i := range acts {
					err := d.Write(ctx, func(tx *db.Tx) error {
						if err := add(ctx, tx, fmt.Sprintf("%d-%d", w, i), i); err != nil {
							return err
						}
						if i%5 == 0 { // too small for the check
							return add(ctx, tx, fmt.Sprintf("%d-%d-bad", w, i), -1)
						}
						return nil
					})
					if (err != nil) != (i%5 == 0) {
						errs <- fmt.Errorf("writer %d, act %d: %w", w, i, err)
					}
				}
			})
		}
		group.Wait()
		close(errs)
		for err := range errs {
			t.Error(err)
		}
		if got, want := count(t, d), writers*acts*4/5; got != want {
			t.Errorf("%d rows, want %d", got, want)
		}
	})
}

// TestCountersAreSerializable: read, add one, write; no increment is lost.
func TestCountersAreSerializable(t *testing.T) {
	dbtest.Run(t, migrations(), func(t *testing.T, d *db.DB) {
		ctx := t.Context()
		if err := d.Write(ctx, func(tx *db.Tx) error { return add(ctx, tx, "counter", 0) }); err != nil {
			t.Fatal(err)
		}
		var group sync.WaitGroup
		for range 8 {
			group.Go(func() {
				for range 5 {
					err := d.Write(ctx, func(tx *db.Tx) error {
						var n int
						if err := tx.QueryRow(ctx, `SELECT n FROM thing WHERE name = $1`, []any{"counter"}, &n); err != nil {
							return err
						}
						_, err := tx.Exec(ctx, `UPDATE thing SET n = $1 WHERE name = $2`, n+1, "counter")
						return err
					})
					for kind(err) == fault.Unavailable { // as a person would: try again
						err = d.Write(ctx, func(tx *db.Tx) error {
							_, err := tx.Exec(ctx, `UPDATE thing SET n = n + 1 WHERE name = $1`, "counter")
							return err
						})
					}
					if err != nil {
						t.Error(err)
					}
				}
			})
		}
		group.Wait()
		var n int
		if err := d.QueryRow(ctx, `SELECT n FROM thing`, nil, &n); err != nil || n != 40 {
			t.Errorf("the counter stands at %d, %v; want 40", n, err)
		}
	})
}

func TestACallerThatGivesUp(t *testing.T) {
	dbtest.Run(t, migrations(), func(t *testing.T, d *db.DB) {
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		err := d.Write(ctx, func(tx *db.Tx) error { return add(ctx, tx, "late", 1) })
		if !errors.Is(err, context.Canceled) || count(t, d) != 0 {
			t.Errorf("%v, %d rows", err, count(t, d))
		}
	})
}

func TestAPanicTakesBackItsActOnly(t *testing.T) {
	d := dbtest.SQLite(t)
	ctx := t.Context()
	if err := d.Migrate(ctx, migrations()); err != nil {
		t.Fatal(err)
	}
	func() {
		defer func() {
			if recover() == nil {
				t.Error("the caller did not see the panic")
			}
		}()
		_ = d.Write(ctx, func(tx *db.Tx) error {
			if err := add(ctx, tx, "a", 1); err != nil {
				return err
			}
			panic("in an act")
		})
	}()
	if err := d.Write(ctx, func(tx *db.Tx) error { return add(ctx, tx, "b", 1) }); err != nil || count(t, d) != 1 {
		t.Errorf("after a panic: %v, %d rows", err, count(t, d))
	}
}

func TestWhatWasWrittenIsThereAfterOpeningAgain(t *testing.T) {
	folder, ctx := t.TempDir(), t.Context()
	for i := range 2 {
		d, err := db.OpenFolder(folder)
		if err != nil {
			t.Fatal(err)
		}
		if err := d.Migrate(ctx, migrations()); err != nil {
			t.Fatal(err)
		}
		if got := count(t, d); got != i {
			t.Errorf("opening %d finds %d rows", i+1, got)
		}
		if err := d.Write(ctx, func(tx *db.Tx) error { return add(ctx, tx, fmt.Sprint(i), i) }); err != nil {
			t.Fatal(err)
		}
		if err := d.Close(); err != nil {
			t.Fatal(err)
		}
		if err := d.Write(ctx, func(*db.Tx) error { return nil }); err == nil {
			t.Error("a closed database took an act")
		}
	}
}

func TestANewerSchemaIsRefused(t *testing.T) {
	dbtest.Run(t, migrations(), func(t *testing.T, d *db.DB) {
		later := migrations()
		later["20271124090000_later.sql"] = &fstest.MapFile{Data: []byte("-- +goose Up\nCREATE TABLE later (id {{id}}) {{strict}};\n")}
		for _, step := range []struct {
			files   fs.FS
			refused bool
		}{{later, false}, {later, false}, {migrations(), true}} {
			err := d.Migrate(t.Context(), step.files)
			if (kind(err) == fault.Invalid) != step.refused || !step.refused && err != nil {
				t.Errorf("migrate: %v, want refused %v", err, step.refused)
			}
		}
	})
}

func TestAFolderThatIsNotThere(t *testing.T) {
	if _, err := db.OpenFolder(filepath.Join(t.TempDir(), "none")); err == nil {
		t.Error("a database was opened in a folder that does not exist")
	}
}

// BenchmarkActs shows what sharing a commit is worth: acts a second with one and with 64 callers.
func BenchmarkActs(b *testing.B) {
	for _, callers := range []int{1, 64} {
		b.Run(fmt.Sprintf("sqlite/%d", callers), func(b *testing.B) {
			d := dbtest.SQLite(b)
			ctx := b.Context()
			if err := d.Migrate(ctx, migrations()); err != nil {
				b.Fatal(err)
			}
			var next sync.Mutex
			n := 0
			b.SetParallelism(callers)
			b.RunParallel(func(pb *testing.PB) {
				for pb.Next() {
					next.Lock()
					n++
					name := fmt.Sprint(n)
					next.Unlock()
					if err := d.Write(ctx, func(tx *db.Tx) error { return add(ctx, tx, name, 1) }); err != nil {
						b.Error(err)
					}
				}
			})
		})
	}
}
