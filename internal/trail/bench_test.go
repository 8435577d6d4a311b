package trail_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync/atomic"
	"testing"
	"time"

	"kijun/internal/db"
	"kijun/internal/db/dbtest"
	"kijun/internal/trail"
)

// BenchmarkAct shows what the entry adds to an act, with 64 callers at once, and prints beside it what one
// fsync costs on the disk of the test.
func BenchmarkAct(b *testing.B) {
	for _, c := range []struct {
		name    string
		entered bool
	}{{"alone", false}, {"with its entry", true}} {
		b.Run(c.name, func(b *testing.B) {
			d, ctx := dbtest.SQLite(b), b.Context()
			if err := d.Migrate(ctx, db.Migrations()); err != nil {
				b.Fatal(err)
			}
			var next atomic.Int64
			b.SetParallelism(32)
			b.ResetTimer()
			b.RunParallel(func(pb *testing.PB) {
				for pb.Next() {
					if err := d.Write(ctx, func(tx *db.Tx) error { return act(ctx, tx, next.Add(1), c.entered) }); err != nil {
						b.Error(err)
					}
				}
			})
			b.ReportMetric(fsync(b).Seconds()*1000, "fsync-ms")
		})
	}
}

// act inserts a row of a room, and its entry.
func act(ctx context.Context, tx *db.Tx, n int64, entered bool) error {
	id := fmt.Sprint("org-", n)
	_, err := tx.Exec(ctx, `INSERT INTO access_org (id, name_ja, name_en, kana, prefecture, autonomous, created) VALUES ($1, '', '', '', '', $2, 0)`, id, false)
	if err != nil || !entered {
		return err
	}
	return trail.Append(ctx, tx, &trail.Entry{At: time.Unix(n, 0), Actor: "p", Org: "o", Role: "administrator", Act: "org.manage", Object: "org/" + id, Outcome: trail.Done})
}

// fsync is the median of writing 4 KiB to a file and waiting for the disk.
func fsync(b *testing.B) time.Duration {
	b.Helper()
	f, err := os.Create(filepath.Join(b.TempDir(), "fsync"))
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	var times []time.Duration
	for range 31 {
		began := time.Now()
		if _, err := f.Write(make([]byte, 4096)); err != nil {
			b.Fatal(err)
		}
		if err := f.Sync(); err != nil {
			b.Fatal(err)
		}
		times = append(times, time.Since(began))
	}
	slices.Sort(times)
	return times[len(times)/2]
}
