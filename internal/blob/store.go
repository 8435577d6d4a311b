package blob

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"math"
	"os"

	"kijun/internal/db"
	"kijun/internal/fault"
	"kijun/internal/lang"
)

// Hash is the SHA-256 of the bytes in 64 lower-case hexadecimal digits.
type Hash string

// Valid reports whether h has the form of a hash; nothing else is looked up.
func (h Hash) Valid() bool {
	sum, err := hex.DecodeString(string(h))
	return err == nil && len(sum) == sha256.Size && hex.EncodeToString(sum) == string(h)
}

// Ref is what a room keeps of bytes that it put away.
type Ref struct {
	Hash Hash
	Size int64
}

// Store keeps bytes in a folder or in the database. It is safe for use by several goroutines, and by
// several processes on one folder.
type Store struct {
	folder string
	db     *db.DB
}

// InFolder returns the store in a folder, which is made when it is missing.
func InFolder(folder string) (*Store, error) {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return nil, fmt.Errorf("make the folder of stored files: %w", err)
	}
	return &Store{folder: folder}, nil
}

// InDatabase returns the store in the tables of a database.
func InDatabase(d *db.DB) *Store { return &Store{db: d} }

var (
	tooLarge = lang.Text{JA: "ファイルが大きすぎます（上限は %d バイト）", EN: "the file is too large (the limit is %d bytes)"}
	notFound = lang.Text{JA: "そのファイルはありません", EN: "there is no such file"}
)

// Put reads r to its end and keeps the bytes. When it returns a Ref they are on disk; when it fails,
// nothing of them is kept. More than limit bytes is fault.TooLarge.
func (s *Store) Put(ctx context.Context, r io.Reader, limit int64) (Ref, error) {
	in, err := s.receive(ctx, r, limit)
	if err != nil {
		return Ref{}, err
	}
	defer in.discard()
	if s.db != nil {
		err = s.putInDatabase(ctx, in)
	} else {
		err = s.putInFolder(in)
	}
	if err != nil {
		return Ref{}, fmt.Errorf("keep %s: %w", in.Hash, err)
	}
	return in.Ref, nil
}

// Open returns a reader of the bytes and how many they are. Its last Read fails with ErrChanged when they
// are not what was put there. An unknown hash, or what is none, is fault.NotFound.
func (s *Store) Open(ctx context.Context, hash Hash) (io.ReadCloser, int64, error) {
	if !hash.Valid() {
		return nil, 0, fault.New(fault.NotFound, notFound)
	}
	if s.db != nil {
		return s.openInDatabase(ctx, hash)
	}
	return s.openInFolder(hash)
}

// received is bytes on their way, in a temporary file.
type received struct {
	Ref
	file *os.File
	kept bool // the file has become the stored one
}

// receive writes r to a temporary file while it hashes: the name of the bytes is known only at their end.
func (s *Store) receive(ctx context.Context, r io.Reader, limit int64) (_ *received, err error) {
	f, err := os.CreateTemp(s.folder, "incoming-*") // an empty folder is the system's
	if err != nil {
		return nil, fmt.Errorf("make a temporary file: %w", err)
	}
	in := &received{file: f}
	defer func() {
		if err != nil {
			in.discard()
		}
	}()
	hash := sha256.New()
	in.Size, err = io.Copy(io.MultiWriter(f, hash), io.LimitReader(whileAlive{ctx, r}, min(limit, math.MaxInt64-1)+1))
	if err != nil {
		return nil, fmt.Errorf("receive a file: %w", err)
	}
	if in.Size > limit {
		return nil, fault.New(fault.TooLarge, tooLarge.With(limit))
	}
	in.Hash = Hash(hex.EncodeToString(hash.Sum(nil)))
	return in, nil
}

// discard closes the temporary file and removes it, unless it was kept.
func (in *received) discard() {
	_ = in.file.Close()
	if !in.kept {
		_ = os.Remove(in.file.Name())
	}
}

// whileAlive reads until the caller gives up.
type whileAlive struct {
	ctx context.Context
	r   io.Reader
}

func (w whileAlive) Read(p []byte) (int, error) {
	if err := w.ctx.Err(); err != nil {
		return 0, err
	}
	return w.r.Read(p)
}
