package trail

import (
	"context"
	"errors"
	"fmt"
	"time"

	"golang.org/x/mod/sumdb/tlog"

	"kijun/internal/db"
	"kijun/internal/fault"
)

// batch is how many leaves are sealed in one transaction.
const batch = 1_000

// Seal moves pending leaves into the tree, in the order of their ids, and returns how many it moved.
// Several replicas may seal at once: the head's row lets one through at a time.
func Seal(ctx context.Context, d *db.DB) (sealed int, err error) {
	err = d.Write(ctx, func(tx *db.Tx) error {
		s := sealing{ctx: ctx, tx: tx}
		sealed, err = s.run()
		return err
	})
	return sealed, err
}

// sealing is one transaction of the sealer.
type sealing struct {
	ctx  context.Context
	tx   *db.Tx
	size int64
}

func (s *sealing) run() (int, error) {
	if err := s.lockHead(); err != nil {
		return 0, err
	}
	ids, leaves, err := s.pending()
	if err != nil || len(ids) == 0 {
		return 0, err
	}
	for i, leaf := range leaves {
		if err := s.add(leaf); err != nil {
			return 0, err
		}
		if _, err := s.tx.Exec(s.ctx, `DELETE FROM trail_pending WHERE id = $1`, ids[i]); err != nil {
			return 0, err
		}
	}
	root, err := tlog.TreeHash(s.size, tlog.HashReaderFunc(s.hashes))
	if err != nil {
		return 0, fmt.Errorf("compute the root: %w", err)
	}
	_, err = s.tx.Exec(s.ctx, `UPDATE trail_head SET size = $1, root = $2 WHERE one = 1`, s.size, root[:])
	return len(ids), err
}

// lockHead takes the head's row, which the first sealer makes, and reads the size of the tree.
func (s *sealing) lockHead() error {
	n, err := s.tx.Exec(s.ctx, `UPDATE trail_head SET size = size WHERE one = 1`)
	if err != nil {
		return err
	}
	if n == 0 {
		empty, err := tlog.TreeHash(0, nil)
		if err != nil {
			return err
		}
		_, err = s.tx.Exec(s.ctx, `INSERT INTO trail_head (one, size, root) VALUES (1, 0, $1)`, empty[:])
		return err
	}
	return s.tx.QueryRow(s.ctx, `SELECT size FROM trail_head WHERE one = 1`, nil, &s.size)
}

func (s *sealing) pending() (ids []int64, leaves [][]byte, err error) {
	rows, err := s.tx.Query(s.ctx, `SELECT id, leaf FROM trail_pending ORDER BY id LIMIT $1`, batch)
	if err != nil {
		return nil, nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var id int64
		var leaf []byte
		if err := rows.Scan(&id, &leaf); err != nil {
			return nil, nil, err
		}
		ids, leaves = append(ids, id), append(leaves, leaf)
	}
	return ids, leaves, rows.Err()
}

// add makes a leaf the next entry of the tree.
func (s *sealing) add(leaf []byte) error {
	hashes, err := tlog.StoredHashes(s.size, leaf, tlog.HashReaderFunc(s.hashes))
	if err != nil {
		return fmt.Errorf("hash entry %d: %w", s.size, err)
	}
	if _, err := s.tx.Exec(s.ctx, `INSERT INTO trail_entry (n, leaf) VALUES ($1, $2)`, s.size, leaf); err != nil {
		return err
	}
	at := tlog.StoredHashIndex(0, s.size)
	for i, h := range hashes {
		if _, err := s.tx.Exec(s.ctx, `INSERT INTO trail_hash (n, hash) VALUES ($1, $2)`, at+int64(i), h[:]); err != nil {
			return err
		}
	}
	s.size++
	return nil
}

// hashes reads stored hashes by their index, for the tree's arithmetic.
func (s *sealing) hashes(indexes []int64) ([]tlog.Hash, error) {
	out := make([]tlog.Hash, len(indexes))
	for i, n := range indexes {
		var h []byte
		if err := s.tx.QueryRow(s.ctx, `SELECT hash FROM trail_hash WHERE n = $1`, []any{n}, &h); err != nil {
			return nil, err
		}
		copy(out[i][:], h)
	}
	return out, nil
}

// Interval is how often a sealer looks for pending leaves.
const Interval = 200 * time.Millisecond

// Sealer seals until its context ends; what it cannot seal now it tries again at the next tick.
type Sealer struct {
	DB     *db.DB
	Ticks  <-chan time.Time
	Report func(error) // of a sealing that failed
}

// Run seals at every tick.
func (s Sealer) Run(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-s.Ticks:
		}
		for {
			n, err := Seal(ctx, s.DB)
			if err != nil && ctx.Err() == nil && !lostTheHead(err) {
				s.Report(err)
			}
			if err != nil || n < batch {
				break
			}
		}
	}
}

// lostTheHead reports whether another replica was sealing at the same time.
func lostTheHead(err error) bool {
	var f *fault.Fault
	return errors.As(err, &f) && (f.Kind == fault.Unavailable || f.Kind == fault.Conflict)
}
