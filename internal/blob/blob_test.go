package blob_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/iotest"

	"kijun/internal/blob"
	"kijun/internal/db"
	"kijun/internal/db/dbtest"
	"kijun/internal/fault"
)

// place is a store, and what a test does to it behind its back.
type place struct {
	*blob.Store
	count  func() int                           // of what is kept, whole or half
	damage func(blob.Hash, func([]byte) []byte) // the stored bytes
}

// eachPlace runs a test on a folder and on both engines.
func eachPlace(t *testing.T, test func(*testing.T, place)) {
	t.Run("folder", func(t *testing.T) { test(t, inFolder(t)) })
	dbtest.Run(t, db.Migrations(), func(t *testing.T, d *db.DB) { test(t, inDatabase(t, d)) })
}

func inFolder(t *testing.T) place {
	folder := filepath.Join(t.TempDir(), "blob")
	s, err := blob.InFolder(folder)
	if err != nil {
		t.Fatal(err)
	}
	return place{s, func() (n int) {
		must(t, filepath.WalkDir(folder, func(_ string, e fs.DirEntry, err error) error {
			if err == nil && !e.IsDir() {
				n++
			}
			return err
		}))
		return n
	}, func(h blob.Hash, change func([]byte) []byte) {
		path := filepath.Join(folder, "sha256", string(h[:2]), string(h[2:4]), string(h))
		b, err := os.ReadFile(path)
		must(t, err)
		must(t, os.WriteFile(path, change(b), 0o600))
	}}
}

func inDatabase(t *testing.T, d *db.DB) place {
	ctx := t.Context()
	return place{blob.InDatabase(d), func() (n int) {
		must(t, d.QueryRow(ctx, `SELECT COUNT(*) FROM blob_object`, nil, &n))
		return n
	}, func(h blob.Hash, change func([]byte) []byte) {
		must(t, d.Write(ctx, func(tx *db.Tx) error {
			var b []byte
			if err := tx.QueryRow(ctx, `SELECT bytes FROM blob_chunk WHERE hash = $1 AND n = 0`, []any{string(h)}, &b); err != nil {
				return err
			}
			_, err := tx.Exec(ctx, `UPDATE blob_chunk SET bytes = $1 WHERE hash = $2 AND n = 0`, change(b), string(h))
			return err
		}))
	}}
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func random(seed byte, n int) []byte {
	b := make([]byte, n)
	_, _ = rand.NewChaCha8([32]byte{seed}).Read(b)
	return b
}

func read(t *testing.T, s place, h blob.Hash) ([]byte, error) {
	t.Helper()
	r, size, err := s.Open(t.Context(), h)
	must(t, err)
	b, err := io.ReadAll(r)
	must(t, r.Close())
	if err == nil && int64(len(b)) != size {
		t.Errorf("%d bytes, but Open said %d", len(b), size)
	}
	return b, err
}

func TestWhatIsPutIsThere(t *testing.T) {
	eachPlace(t, func(t *testing.T, s place) {
		const mib = 1 << 20
		for i, n := range []int{0, 1, 1000, mib - 1, mib, mib + 1, 3*mib + 7} {
			want := random(byte(i), n)
			sum := sha256.Sum256(want)
			for range 2 { // the second time it is there already
				ref, err := s.Put(t.Context(), iotest.HalfReader(bytes.NewReader(want)), int64(n))
				must(t, err)
				if ref.Hash != blob.Hash(hex.EncodeToString(sum[:])) || ref.Size != int64(n) {
					t.Errorf("%d bytes: %+v, want the hash %x", n, ref, sum)
				}
				if got, err := read(t, s, ref.Hash); err != nil || !bytes.Equal(got, want) {
					t.Errorf("%d bytes came back as %d, %v", n, len(got), err)
				}
			}
			if got := s.count(); got != i+1 {
				t.Errorf("after %d files %d are kept", i+1, got)
			}
		}
		ref, err := s.Put(t.Context(), strings.NewReader("no limit to speak of"), math.MaxInt64)
		if err != nil || ref.Size != 20 {
			t.Errorf("%+v, %v", ref, err)
		}
	})
}

func TestNothingIsKeptOfWhatFails(t *testing.T) {
	eachPlace(t, func(t *testing.T, s place) {
		_, err := s.Put(t.Context(), bytes.NewReader(random(1, 1001)), 1000)
		if f := fault.Of(err); f.Kind != fault.TooLarge || !strings.Contains(f.Text.JA, "1000") || !strings.Contains(f.Text.EN, "1000") {
			t.Errorf("over the limit: %v", err)
		}
		broken := errors.New("the connection broke")
		if _, err := s.Put(t.Context(), io.MultiReader(strings.NewReader("half"), iotest.ErrReader(broken)), 1000); !errors.Is(err, broken) {
			t.Errorf("a reader that breaks: %v", err)
		}
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		if _, err := s.Put(ctx, strings.NewReader("late"), 1000); !errors.Is(err, context.Canceled) {
			t.Errorf("a caller who gave up: %v", err)
		}
		if n := s.count(); n != 0 {
			t.Errorf("%d are kept", n)
		}
	})
}

func TestDamageIsFound(t *testing.T) {
	for what, change := range map[string]func([]byte) []byte{
		"a bit flipped":    func(b []byte) []byte { b[len(b)/2] ^= 4; return b },
		"the last flipped": func(b []byte) []byte { b[len(b)-1] ^= 1; return b },
		"cut off":          func(b []byte) []byte { return b[:len(b)-1] },
		"emptied":          func([]byte) []byte { return nil },
		"longer":           func(b []byte) []byte { return append(b, 0) },
	} {
		t.Run(what, func(t *testing.T) {
			eachPlace(t, func(t *testing.T, s place) {
				ref, err := s.Put(t.Context(), bytes.NewReader(random(1, 5000)), 5000)
				must(t, err)
				s.damage(ref.Hash, func(b []byte) []byte {
					if b = change(b); b == nil {
						return []byte{}
					}
					return b
				})
				if _, err := read(t, s, ref.Hash); !errors.Is(err, blob.ErrChanged) {
					t.Errorf("reading to the end: %v", err)
				}
				r, _, err := s.Open(t.Context(), ref.Hash)
				must(t, err)
				if _, err := io.ReadFull(r, make([]byte, ref.Size)); what != "longer" && err == nil {
					t.Error("a reader who stops at the size was not told")
				}
				must(t, r.Close())
			})
		})
	}
}

func TestABrokenFileIsNotCalledKept(t *testing.T) {
	s := inFolder(t)
	ref, err := s.Put(t.Context(), strings.NewReader("evidence"), 100)
	must(t, err)
	s.damage(ref.Hash, func(b []byte) []byte { return append(b, 'x') })
	if _, err := s.Put(t.Context(), strings.NewReader("evidence"), 100); !errors.Is(err, blob.ErrChanged) {
		t.Errorf("%v", err)
	}
	if n := s.count(); n != 1 {
		t.Errorf("%d files, want the broken one only", n)
	}
}

func TestOnlyAHashIsAName(t *testing.T) {
	eachPlace(t, func(t *testing.T, s place) {
		ref, err := s.Put(t.Context(), strings.NewReader("x"), 1)
		must(t, err)
		good := string(ref.Hash)
		for _, name := range []string{"", "x", "../../../etc/passwd", strings.ToUpper(good), good + "0", good[:63], good[:63] + "/",
			"..%2f" + good[5:], good + "\x00", strings.Repeat("0", 64), "/" + good[1:]} {
			if _, _, err := s.Open(t.Context(), blob.Hash(name)); fault.Of(err).Kind != fault.NotFound {
				t.Errorf("%q: %v", name, err)
			}
		}
		if !ref.Hash.Valid() || blob.Hash(strings.ToUpper(good)).Valid() {
			t.Error("Valid is wrong")
		}
	})
}

func TestManyPutTheSame(t *testing.T) {
	eachPlace(t, func(t *testing.T, s place) {
		var group sync.WaitGroup
		for i := range 12 {
			group.Go(func() {
				want := random(byte(i%3), 100_000)
				ref, err := s.Put(t.Context(), bytes.NewReader(want), 100_000)
				if err != nil {
					t.Error(err)
					return
				}
				if got, err := read(t, s, ref.Hash); err != nil || !bytes.Equal(got, want) {
					t.Errorf("%d bytes, %v", len(got), err)
				}
			})
		}
		group.Wait()
		if n := s.count(); n != 3 {
			t.Errorf("%d are kept, want 3", n)
		}
	})
}
