package trail

import (
	"context"
	"database/sql"
	"encoding/base64"
	"fmt"

	"golang.org/x/mod/sumdb/tlog"

	"kijun/internal/db"
	"kijun/internal/fault"
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
	faultMore   = lang.Text{JA: "ほかに %d 件の食い違いがあります", EN: "and %d more faults"}
	faultRoot   = lang.Text{JA: "記録から計算した根が、先頭の根と違います", EN: "the root recomputed from the entries is not the head's"}
)

// maxFaults keeps a verdict readable.
const maxFaults = 100

// Verify recomputes the whole tree from the leaves and compares it with what is stored. Time grows with
// the number of entries, and memory by 64 bytes an entry. A trail may grow meanwhile: what is verified
// is the tree of the head as it was at the beginning, and the rows are counted against that of the end.
func Verify(ctx context.Context, d *db.DB) (Verdict, error) {
	v := &verifier{}
	if err := v.readHead(ctx, d); err != nil {
		return Verdict{}, err
	}
	if err := v.compareEntries(ctx, d); err != nil {
		return Verdict{}, err
	}
	if err := v.compareRoot(); err != nil {
		return Verdict{}, err
	}
	if err := v.count(ctx, d); err != nil {
		return Verdict{}, err
	}
	if v.untold > 0 {
		v.Faults = append(v.Faults, faultMore.With(v.untold))
	}
	return v.Verdict, nil
}

type verifier struct {
	Verdict
	head     int64  // the size that the head says
	root     []byte // the head's
	untold   int    // faults above maxFaults
	stored   *storedHashes
	computed []tlog.Hash // hashes as the leaves give them, by index
}

func (v *verifier) fault(t lang.Text) {
	if len(v.Faults) == maxFaults {
		v.untold++
		return
	}
	v.Faults = append(v.Faults, t)
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

// readHead reads the head; a trail that was never sealed has none.
func (v *verifier) readHead(ctx context.Context, d *db.DB) error {
	err := d.QueryRow(ctx, `SELECT size, root FROM trail_head`, nil, &v.head, &v.root)
	if fault.Is(err, fault.NotFound) {
		return nil
	}
	return err
}

// compareEntries walks the head's entries and their stored hashes side by side.
func (v *verifier) compareEntries(ctx context.Context, d *db.DB) error {
	hashes, err := d.Query(ctx, `SELECT n, hash FROM trail_hash WHERE n < $1 ORDER BY n`, tlog.StoredHashCount(v.head))
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
	if v.Size < v.head { // what follows a gap can only be wrong
		v.fault(faultGap.With(v.Size))
	}
	return nil
}

func (v *verifier) readEntries(ctx context.Context, d *db.DB) error {
	rows, err := d.Query(ctx, `SELECT n, leaf FROM trail_entry WHERE n < $1 ORDER BY n`, v.head)
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
		if n != v.Size {
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

func (v *verifier) compareRoot() error {
	root, err := tlog.TreeHash(v.Size, tlog.HashReaderFunc(v.own))
	if err != nil {
		return fmt.Errorf("compute the root: %w", err)
	}
	v.Root = base64.StdEncoding.EncodeToString(root[:])
	if v.root != nil && v.Size == v.head && string(v.root) != string(root[:]) {
		v.fault(faultRoot)
	}
	return nil
}

// count compares the head with how many rows there are. One statement sees one moment.
func (v *verifier) count(ctx context.Context, d *db.DB) error {
	var head, entries, hashes int64
	err := d.QueryRow(ctx, `SELECT COALESCE((SELECT size FROM trail_head), 0), (SELECT COUNT(*) FROM trail_entry),
		(SELECT COUNT(*) FROM trail_hash), (SELECT COUNT(*) FROM trail_pending)`, nil, &head, &entries, &hashes, &v.Unsealed)
	if err != nil {
		return err
	}
	if entries != head {
		v.fault(faultSize.With(entries, head))
	}
	if extra := hashes - tlog.StoredHashCount(entries); extra > 0 {
		v.fault(faultExtra.With(extra))
	}
	return nil
}
