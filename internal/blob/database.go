package blob

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"

	"kijun/internal/db"
	"kijun/internal/fault"
)

// chunk is how many bytes a row holds.
const chunk = 1 << 20

// putInDatabase writes the chunks in one act, which may run more than once.
func (s *Store) putInDatabase(ctx context.Context, in *received) error {
	return s.db.Write(ctx, func(tx *db.Tx) error {
		n, err := tx.Exec(ctx, `INSERT INTO blob_object (hash, size) VALUES ($1, $2) ON CONFLICT (hash) DO NOTHING`, string(in.Hash), in.Size)
		if err != nil || n == 0 { // it is there already
			return err
		}
		if _, err := in.file.Seek(0, io.SeekStart); err != nil {
			return err
		}
		buffer := make([]byte, chunk)
		for i := 0; ; i++ {
			n, err := io.ReadFull(in.file, buffer)
			if n > 0 {
				if _, err := tx.Exec(ctx, `INSERT INTO blob_chunk (hash, n, bytes) VALUES ($1, $2, $3)`, string(in.Hash), i, buffer[:n]); err != nil {
					return err
				}
			}
			if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
				return nil
			}
			if err != nil {
				return err
			}
		}
	})
}

func (s *Store) openInDatabase(ctx context.Context, hash Hash) (io.ReadCloser, int64, error) {
	var size int64
	err := s.db.QueryRow(ctx, `SELECT size FROM blob_object WHERE hash = $1`, []any{string(hash)}, &size)
	if fault.Is(err, fault.NotFound) {
		return nil, 0, fault.New(fault.NotFound, notFound).Because(err)
	}
	if err != nil {
		return nil, 0, fmt.Errorf("open %s: %w", hash, err)
	}
	return newVerifier(&chunks{ctx: ctx, db: s.db, hash: hash}, Ref{hash, size}), size, nil
}

// chunks reads one row at a time and holds no connection between them.
type chunks struct {
	ctx  context.Context
	db   *db.DB
	hash Hash
	next int
	rest bytes.Reader
}

func (c *chunks) Read(p []byte) (int, error) {
	for c.rest.Len() == 0 {
		var row []byte
		err := c.db.QueryRow(c.ctx, `SELECT bytes FROM blob_chunk WHERE hash = $1 AND n = $2`, []any{string(c.hash), c.next}, &row)
		if fault.Is(err, fault.NotFound) {
			return 0, io.EOF
		}
		if err != nil {
			return 0, err
		}
		c.next++
		c.rest.Reset(row)
	}
	return c.rest.Read(p)
}

func (c *chunks) Close() error { return nil }
