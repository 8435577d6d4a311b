package trail

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/mod/sumdb/tlog"

	"kijun/internal/db"
)

// batch is how many leaves are sealed in one transaction.
const batch = 1_000

// Seal moves pending leaves into the tree, in the order of their ids, and returns how many it moved.
// Several replicas may seal at once: the head's row lets one through at a time.
func Seal(ctx context.Context, d *db.DB) (sealed int, err error) {
	err = d.Write(ctx, func(tx *db.Tx) error {
		s := sealing{ctx: ctx, tx: tx, old: map[int64]*tlog.Hash{}}
		sealed, err = s.run()
		return err
	})
	return sealed, err
}

// sealing is one transaction of the sealer. The tree grows in memory and is written in a few statements:
// a statement a row would be a round trip a row on PostgreSQL.
type sealing struct {
	ctx   context.Context
	tx    *db.Tx
	size  int64                // of the tree, with what was added
	first int64                // index of the first hash that is new
	added []tlog.Hash          // new hashes from first on
	old   map[int64]*tlog.Hash // stored hashes that were read
}

func (s *sealing) run() (int, error) {
	if err := s.lockHead(); err != nil {
		return 0, err
	}
	leaves, err := s.pending()
	if err != nil || len(leaves) == 0 {
		return 0, err
	}
	from := s.size
	for _, p := range leaves {
		if err := s.add(p.leaf); err != nil {
			return 0, err
		}
	}
	if err := s.store(from, leaves); err != nil {
		return 0, err
	}
	root, err := tlog.TreeHash(s.size, tlog.HashReaderFunc(s.hashes))
	if err != nil {
		return 0, fmt.Errorf("compute the root: %w", err)
	}
	_, err = s.tx.Exec(s.ctx, `UPDATE trail_head SET size = $1, root = $2 WHERE one = 1`, s.size, root[:])
	return len(leaves), err
}

// lockHead takes the head's row, which the first sealer makes, and reads the size of the tree and the
// hashes at its edge, which are all that growing it needs.
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
	if err := s.tx.QueryRow(s.ctx, `SELECT size FROM trail_head WHERE one = 1`, nil, &s.size); err != nil {
		return err
	}
	s.first = tlog.StoredHashCount(s.size)
	if _, err = tlog.TreeHash(s.size, tlog.HashReaderFunc(s.hashes)); err != nil {
		return fmt.Errorf("read the edge of the tree: %w", err)
	}
	return nil
}

// pendingLeaf is a row of trail_pending.
type pendingLeaf struct {
	id   int64
	leaf []byte
}

func (s *sealing) pending() ([]pendingLeaf, error) {
	return db.All(s.ctx, s.tx, `SELECT id, leaf FROM trail_pending ORDER BY id LIMIT $1`, []any{batch},
		func(p *pendingLeaf) []any { return []any{&p.id, &p.leaf} })
}

// add makes a leaf the next entry of the tree.
func (s *sealing) add(leaf []byte) error {
	hashes, err := tlog.StoredHashes(s.size, leaf, tlog.HashReaderFunc(s.hashes))
	if err != nil {
		return fmt.Errorf("hash entry %d: %w", s.size, err)
	}
	s.added = append(s.added, hashes...)
	s.size++
	return nil
}

// store writes the new entries, which begin at from, and hashes, and takes the leaves off the pending ones.
func (s *sealing) store(from int64, leaves []pendingLeaf) error {
	var entries, hashes [][]any
	for i, p := range leaves {
		entries = append(entries, []any{from + int64(i), p.leaf})
	}
	for i, h := range s.added {
		hashes = append(hashes, []any{s.first + int64(i), h[:]})
	}
	if err := s.tx.Insert(s.ctx, `trail_entry (n, leaf)`, entries, ""); err != nil {
		return err
	}
	if err := s.tx.Insert(s.ctx, `trail_hash (n, hash)`, hashes, ""); err != nil {
		return err
	}
	for part := range slices.Chunk(leaves, rowsAtOnce) {
		var ids []any
		for _, p := range part {
			ids = append(ids, p.id)
		}
		var args db.Params
		n, err := s.tx.Exec(s.ctx, `DELETE FROM trail_pending WHERE id IN `+tuple(&args, ids), args...)
		if err != nil {
			return err
		}
		if n != int64(len(part)) {
			return fmt.Errorf("%d pending leaves were sealed, but %d are gone", len(part), n)
		}
	}
	return nil
}

// rowsAtOnce is how many rows one statement writes.
const rowsAtOnce = 250

// tuple adds values to the arguments of a statement and returns how it names them, such as ($1, $2).
func tuple(args *db.Params, values []any) string {
	names := make([]string, len(values))
	for i, v := range values {
		names[i] = args.Add(v)
	}
	return "(" + strings.Join(names, ", ") + ")"
}

// hashes gives hashes of the tree by their index, for the tree's arithmetic.
func (s *sealing) hashes(indexes []int64) ([]tlog.Hash, error) {
	if err := s.read(indexes); err != nil {
		return nil, err
	}
	out := make([]tlog.Hash, len(indexes))
	for i, n := range indexes {
		switch h := s.old[n]; {
		case n >= s.first && n-s.first < int64(len(s.added)):
			out[i] = s.added[n-s.first]
		case h != nil:
			out[i] = *h
		default:
			return nil, fmt.Errorf("hash %d of the tree is missing", n)
		}
	}
	return out, nil
}

// read fetches those of the stored hashes that were not read yet.
func (s *sealing) read(indexes []int64) error {
	var missing []any
	for _, n := range indexes {
		if n < s.first && s.old[n] == nil {
			missing = append(missing, n)
		}
	}
	if len(missing) == 0 {
		return nil
	}
	var args db.Params
	rows, err := s.tx.Query(s.ctx, `SELECT n, hash FROM trail_hash WHERE n IN `+tuple(&args, missing), args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var n int64
		var h []byte
		if err := rows.Scan(&n, &h); err != nil {
			return err
		}
		if len(h) != tlog.HashSize {
			return fmt.Errorf("hash %d of the tree has %d bytes", n, len(h))
		}
		s.old[n] = (*tlog.Hash)(h)
	}
	return rows.Err()
}
