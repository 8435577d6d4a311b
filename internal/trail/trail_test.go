package trail_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"kijun/internal/db"
	"kijun/internal/db/dbtest"
	"kijun/internal/fault"
	"kijun/internal/trail"
)

func entry(i int) *trail.Entry {
	return &trail.Entry{At: time.Date(2026, 11, 24, 9, 0, 0, i*1000, time.UTC), Actor: "person-1", Org: "org-1", Role: "officer",
		Act: "standard.publish", Object: fmt.Sprintf("standard/%d", i), Outcome: trail.Done}
}

func appendOne(ctx context.Context, d *db.DB, e *trail.Entry) error {
	return d.Write(ctx, func(tx *db.Tx) error { return trail.Append(ctx, tx, e) })
}

func sealAll(t *testing.T, d *db.DB) {
	t.Helper()
	for {
		n, err := trail.Seal(t.Context(), d)
		if err != nil {
			t.Fatal(err)
		}
		if n == 0 {
			return
		}
	}
}

func verify(t *testing.T, d *db.DB) trail.Verdict {
	t.Helper()
	v, err := trail.Verify(t.Context(), d)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// TestLeafStays pins the bytes of version 1. If this test has to change, the version has to.
func TestLeafStays(t *testing.T) {
	e := entry(7)
	e.Version, e.Details = "sha256:00", map[string]string{"b": "<&>", "a": "水道"}
	got, err := e.Leaf()
	if err != nil {
		t.Fatal(err)
	}
	want := `{"v":1,"at":"2026-11-24T09:00:00.000007Z","actor":"person-1","org":"org-1","role":"officer","act":"standard.publish",` +
		`"object":"standard/7","version":"sha256:00","outcome":"done","details":{"a":"水道","b":"<&>"}}`
	if string(got) != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestALeafHasALimit(t *testing.T) {
	e := entry(1)
	e.Object = strings.Repeat("x", trail.MaxLeaf)
	var f *fault.Fault
	if _, err := e.Leaf(); !errors.As(err, &f) || f.Kind != fault.TooLarge {
		t.Errorf("%v, want too large", err)
	}
}

func TestAHiddenValueCanBeErased(t *testing.T) {
	dbtest.Run(t, db.Migrations(), func(t *testing.T, d *db.DB) {
		ctx := t.Context()
		e := entry(1)
		if err := e.Hide("name", "見本 花子", bytes.NewReader(make([]byte, 16))); err != nil {
			t.Fatal(err)
		}
		leaf, err := e.Leaf()
		if err != nil || strings.Contains(string(leaf), "花子") {
			t.Errorf("the leaf tells the name: %s, %v", leaf, err)
		}
		if err := appendOne(ctx, d, e); err != nil {
			t.Fatal(err)
		}
		sealAll(t, d)
		var value string
		if err := d.QueryRow(ctx, `SELECT value FROM trail_secret`, nil, &value); err != nil || value != "見本 花子" {
			t.Errorf("%q, %v", value, err)
		}
		change(t, d, `DELETE FROM trail_secret`)
		if v := verify(t, d); !v.OK() || v.Size != 1 {
			t.Errorf("after erasing a name: %+v", v)
		}
	})
}

// root is the Merkle tree hash of RFC 6962, section 2.1, as the text defines it.
func root(leaves [][]byte) [32]byte {
	switch len(leaves) {
	case 0:
		return sha256.Sum256(nil)
	case 1:
		return sha256.Sum256(append([]byte{0}, leaves[0]...))
	}
	k := 1
	for k*2 < len(leaves) {
		k *= 2
	}
	left, right := root(leaves[:k]), root(leaves[k:])
	return sha256.Sum256(append(append([]byte{1}, left[:]...), right[:]...))
}

func TestTheRootIsThatOfRFC6962(t *testing.T) {
	dbtest.Run(t, db.Migrations(), func(t *testing.T, d *db.DB) {
		var leaves [][]byte
		for i := range 23 {
			e := entry(i)
			leaf, err := e.Leaf()
			if err != nil {
				t.Fatal(err)
			}
			leaves = append(leaves, leaf)
			if err := appendOne(t.Context(), d, e); err != nil {
				t.Fatal(err)
			}
			if i%3 == 0 { // grow in steps of different sizes
				sealAll(t, d)
			}
		}
		sealAll(t, d)
		want := root(leaves)
		if v := verify(t, d); !v.OK() || v.Size != 23 || v.Root != base64.StdEncoding.EncodeToString(want[:]) {
			t.Errorf("%+v, want the root %x", v, want)
		}
	})
}

func TestAnActAndItsEntryAreOne(t *testing.T) {
	dbtest.Run(t, db.Migrations(), func(t *testing.T, d *db.DB) {
		ctx, stop := t.Context(), errors.New("stop")
		err := d.Write(ctx, func(tx *db.Tx) error {
			if err := trail.Append(ctx, tx, entry(1)); err != nil {
				return err
			}
			return stop
		})
		if v := verify(t, d); !errors.Is(err, stop) || v.Unsealed != 0 {
			t.Errorf("an act that failed left %d entries, %v", v.Unsealed, err)
		}
		if err := appendOne(ctx, d, entry(2)); err != nil {
			t.Fatal(err)
		}
		if v := verify(t, d); v.Unsealed != 1 || v.Size != 0 || !v.OK() {
			t.Errorf("before sealing: %+v", v)
		}
	})
}

// TestManyActsAndSealers: acts and sealers at once leave no gap, no double and no pending leaf.
func TestManyActsAndSealers(t *testing.T) {
	dbtest.Run(t, db.Migrations(), func(t *testing.T, d *db.DB) {
		const writers, acts = 12, 15
		ctx := t.Context()
		var group, sealers sync.WaitGroup
		sealing, stop := context.WithCancel(ctx)
		for range 2 {
			sealers.Go(func() {
				for sealing.Err() == nil {
					_, _ = trail.Seal(ctx, d) // one of the two may lose; the next turn is its own
				}
			})
		}
		for w := range writers {
			group.Go(func() {
				for i := range acts {
					for {
						err := appendOne(ctx, d, entry(w*acts+i))
						var f *fault.Fault
						if errors.As(err, &f) && f.Kind == fault.Unavailable {
							continue
						}
						if err != nil {
							t.Error(err)
						}
						break
					}
				}
			})
		}
		group.Wait()
		stop()
		sealers.Wait()
		sealAll(t, d)
		if v := verify(t, d); !v.OK() || v.Size != writers*acts || v.Unsealed != 0 {
			t.Errorf("%+v, want %d entries", v, writers*acts)
		}
	})
}

func change(t *testing.T, d *db.DB, statement string) {
	t.Helper()
	err := d.Write(t.Context(), func(tx *db.Tx) error {
		n, err := tx.Exec(t.Context(), statement)
		if err == nil && n == 0 {
			return fmt.Errorf("%s changed nothing", statement)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestTamperingIsFound: each of these is what somebody with the database in hand could try.
func TestTamperingIsFound(t *testing.T) {
	for what, statement := range map[string]string{
		"an entry changed":            `UPDATE trail_entry SET leaf = (SELECT leaf FROM trail_entry WHERE n = 2) WHERE n = 5`,
		"an entry removed":            `DELETE FROM trail_entry WHERE n = 5`,
		"the newest entry removed":    `DELETE FROM trail_entry WHERE n = 9`,
		"the first entry removed":     `DELETE FROM trail_entry WHERE n = 0`,
		"an entry added":              `INSERT INTO trail_entry (n, leaf) SELECT 10, leaf FROM trail_entry WHERE n = 1`,
		"a leaf's hash changed":       `UPDATE trail_hash SET hash = (SELECT hash FROM trail_hash WHERE n = 0) WHERE n = 4`,
		"an inner hash removed":       `DELETE FROM trail_hash WHERE n = 6`,
		"a hash added":                `INSERT INTO trail_hash (n, hash) SELECT 999, hash FROM trail_hash WHERE n = 1`,
		"the head's size moved back":  `UPDATE trail_head SET size = 9`,
		"the head's size moved on":    `UPDATE trail_head SET size = 4611686018427387904`,
		"the head's size negative":    `UPDATE trail_head SET size = -7`,
		"the head's root changed":     `UPDATE trail_head SET root = (SELECT hash FROM trail_hash WHERE n = 0)`,
		"the head removed":            `DELETE FROM trail_head`,
		"entries swapped by their n":  `UPDATE trail_entry SET n = CASE n WHEN 3 THEN 104 ELSE 103 END WHERE n IN (3, 4)`,
		"everything but hashes wiped": `DELETE FROM trail_entry`,
	} {
		t.Run(what, func(t *testing.T) {
			dbtest.Run(t, db.Migrations(), func(t *testing.T, d *db.DB) {
				for i := range 10 {
					if err := appendOne(t.Context(), d, entry(i)); err != nil {
						t.Fatal(err)
					}
				}
				sealAll(t, d)
				if v := verify(t, d); !v.OK() {
					t.Fatalf("before: %+v", v)
				}
				change(t, d, statement)
				v := verify(t, d)
				if v.OK() {
					t.Error("not found")
				}
				for _, f := range v.Faults {
					if f.JA == "" || strings.Contains(f.EN, "%!") {
						t.Errorf("%+v", f)
					}
				}
			})
		})
	}
}

// TestVerifyingWhileSealing: a trail that grows while it is verified has no fault.
func TestVerifyingWhileSealing(t *testing.T) {
	dbtest.Run(t, db.Migrations(), func(t *testing.T, d *db.DB) {
		ctx, cancel := context.WithCancel(t.Context())
		var group sync.WaitGroup
		group.Go(func() {
			for i := 0; ctx.Err() == nil; i++ {
				if err := appendOne(t.Context(), d, entry(i)); err != nil {
					t.Error(err)
				}
				if _, err := trail.Seal(t.Context(), d); err != nil {
					t.Error(err)
				}
			}
		})
		size := int64(0)
		for size < 60 {
			v := verify(t, d)
			if !v.OK() || v.Size < size {
				t.Fatalf("after a verdict of %d entries: %+v", size, v)
			}
			size = v.Size
		}
		cancel()
		group.Wait()
	})
}

func TestSealerSealsAtEveryTick(t *testing.T) {
	dbtest.Run(t, db.Migrations(), func(t *testing.T, d *db.DB) {
		ctx, cancel := context.WithCancel(t.Context())
		ticks, ended := make(chan time.Time), make(chan struct{})
		go func() {
			defer close(ended)
			trail.Sealer{DB: d, Ticks: ticks, Report: func(err error) { t.Error(err) }}.Run(ctx)
		}()
		for i := range 3 {
			if err := appendOne(ctx, d, entry(i)); err != nil {
				t.Fatal(err)
			}
			ticks <- time.Time{}
			ticks <- time.Time{} // is taken only when the first tick's work is done
			if v := verify(t, d); v.Size != int64(i+1) || v.Unsealed != 0 {
				t.Errorf("after tick %d: %+v", i, v)
			}
		}
		cancel()
		<-ended
	})
}

// BenchmarkSeal shows how long sealing takes an entry, in batches.
func BenchmarkSeal(b *testing.B) {
	b.Run("sqlite", func(b *testing.B) { benchmarkSeal(b, dbtest.SQLite(b)) })
	b.Run("postgres", func(b *testing.B) { benchmarkSeal(b, dbtest.Postgres(b)) })
}

func benchmarkSeal(b *testing.B, d *db.DB) {
	ctx := b.Context()
	if err := d.Migrate(ctx, db.Migrations()); err != nil {
		b.Fatal(err)
	}
	sealed := 0
	for b.Loop() {
		b.StopTimer()
		err := d.Write(ctx, func(tx *db.Tx) error {
			for i := range 1000 {
				if err := trail.Append(ctx, tx, entry(i)); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
		n, err := trail.Seal(ctx, d)
		if err != nil {
			b.Fatal(err)
		}
		sealed += n
	}
	b.ReportMetric(float64(sealed)/b.Elapsed().Seconds(), "entries/s")
}
