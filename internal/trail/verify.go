package trail

import (
	"context"
	"database/sql"
	"encoding/base64"
	"fmt"

	"golang.org/x/mod/sumdb/tlog"

	"kijun/internal/db"
	"kijun/internal/lang"
)

// Verdict is what recomputing the tree from its leaves found.
type Verdict struct {
	Size     int64
	Root     string // base64 of the RFC 6962 root over Size entries, recomputed
	Unsealed int64  // acts that are not in the tree yet
	Faults   []lang.Text
}

// OK reports whether the trail is as it was written, as far as the database alone can tell: only a root
// that somebody outside kept shows that the newest entries are missing.
func (v Verdict) OK() bool { return len(v.Faults) == 0 }

var (
	faultGap    = lang.Text{JA: "%d 番の記録がありません", EN: "entry %d is missing"}
	faultHash   = lang.Text{JA: "%d 番の記録が、封をした時の内容と違います", EN: "entry %d is not what was sealed"}
	faultStored = lang.Text{JA: "木のハッシュ %d がありません", EN: "hash %d of the tree is missing"}
	faultExtra  = lang.Text{JA: "木にないハッシュが %d 件あります", EN: "%d hashes belong to no entry"}
	faultSize   = lang.Text{JA: "記録は %d 件ありますが、先頭には %d 件とあります", EN: "there are %d entries, but the head says %d"}
	faultRoot   = lang.Text{JA: "記録から計算した根が、先頭の根と違います", EN: "the root recomputed from the entries is not the head's"}
)

// maxFaults keeps a verdict readable.
const maxFaults = 100

// Verify recomputes the whole tree from the leaves and compares it with what is stored. Time grows with
// the number of entries, and memory by 64 bytes an entry.
func Verify(ctx context.Context, d *db.DB) (Verdict, error) {
	v := &verifier{}
	if err := v.compareEntries(ctx, d); err != nil {
		return Verdict{}, err
	}
	if err := v.compareHead(ctx, d); err != nil {
		return Verdict{}, err
	}
	if err := d.QueryRow(ctx, `SELECT COUNT(*) FROM trail_pending`, nil, &v.Unsealed); err != nil {
		return Verdict{}, err
	}
	return v.Verdict, nil
}

type verifier struct {
	Verdict
	stored   *storedHashes
	computed []tlog.Hash // hashes as the leaves give them, by index
}

func (v *verifier) fault(t lang.Text) {
	if len(v.Faults) < maxFaults {
		v.Faults = append(v.Faults, t)
	}
}

// storedHashes walks trail_hash in its order, one row ahead.
type storedHashes struct {
	*sql.Rows
	n    int64
	hash []byte
	ok   bool
}

func (s *storedHashes) advance() error {
	if s.ok = s.Next(); !s.ok {
		return s.Err()
	}
	return s.Scan(&s.n, &s.hash)
}

// compareEntries walks entries and stored hashes side by side.
func (v *verifier) compareEntries(ctx context.Context, d *db.DB) error {
	hashes, err := d.Query(ctx, `SELECT n, hash FROM trail_hash ORDER BY n`)
	if err != nil {
		return err
	}
	defer hashes.Close()
	v.stored = &storedHashes{Rows: hashes}
	if err := v.stored.advance(); err != nil {
		return err
	}
	if err := v.readEntries(ctx, d); err != nil {
		return err
	}
	extra := 0
	for v.stored.ok {
		extra++
		if err := v.stored.advance(); err != nil {
			return err
		}
	}
	if extra > 0 {
		v.fault(faultExtra.With(extra))
	}
	return nil
}

func (v *verifier) readEntries(ctx context.Context, d *db.DB) error {
	rows, err := d.Query(ctx, `SELECT n, leaf FROM trail_entry ORDER BY n`)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var n int64
		var leaf []byte
		if err := rows.Scan(&n, &leaf); err != nil {
			return err
		}
		if n != v.Size { // what follows a gap can only be wrong
			v.fault(faultGap.With(v.Size))
			return nil
		}
		if err := v.entry(n, leaf); err != nil {
			return err
		}
	}
	return rows.Err()
}

// entry recomputes the hashes that the next leaf adds and compares them with the stored ones.
func (v *verifier) entry(n int64, leaf []byte) error {
	hashes, err := tlog.StoredHashes(n, leaf, tlog.HashReaderFunc(v.own))
	if err != nil {
		return fmt.Errorf("hash entry %d: %w", n, err)
	}
	for _, h := range hashes {
		at := int64(len(v.computed))
		v.computed = append(v.computed, h)
		if !v.stored.ok || v.stored.n != at {
			v.fault(faultStored.With(at))
			continue
		}
		if string(v.stored.hash) != string(h[:]) {
			v.fault(faultHash.With(n))
		}
		if err := v.stored.advance(); err != nil {
			return err
		}
	}
	v.Size++
	return nil
}

// own reads hashes that were recomputed, never stored ones.
func (v *verifier) own(indexes []int64) ([]tlog.Hash, error) {
	out := make([]tlog.Hash, len(indexes))
	for i, n := range indexes {
		out[i] = v.computed[n]
	}
	return out, nil
}

func (v *verifier) compareHead(ctx context.Context, d *db.DB) error {
	root, err := tlog.TreeHash(v.Size, tlog.HashReaderFunc(v.own))
	if err != nil {
		return fmt.Errorf("compute the root: %w", err)
	}
	v.Root = base64.StdEncoding.EncodeToString(root[:])
	var heads, size int64
	var stored []byte
	if err := d.QueryRow(ctx, `SELECT COUNT(*) FROM trail_head`, nil, &heads); err != nil {
		return err
	}
	if heads > 0 {
		if err := d.QueryRow(ctx, `SELECT size, root FROM trail_head`, nil, &size, &stored); err != nil {
			return err
		}
	}
	switch {
	case size != v.Size:
		v.fault(faultSize.With(v.Size, size))
	case heads > 0 && string(stored) != string(root[:]):
		v.fault(faultRoot)
	}
	return nil
}
