package blob

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"

	"kijun/internal/fault"
)

// path is where a valid hash has its file: sha256/ab/cd/abcd….
func (s *Store) path(hash Hash) string {
	h := string(hash)
	return filepath.Join(s.folder, "sha256", h[:2], h[2:4], h)
}

// putInFolder makes the temporary file the stored one. What is there already stays, after a look at it:
// to say that bytes are kept which a broken disk has changed would be a lie.
func (s *Store) putInFolder(in *received) error {
	path := s.path(in.Hash)
	folder := filepath.Dir(path)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	switch _, err := os.Stat(path); {
	case err == nil:
		if err := s.check(in.Hash); err != nil {
			return err
		}
	case !errors.Is(err, fs.ErrNotExist):
		return err
	default:
		if err := in.file.Sync(); err != nil {
			return err
		}
		if err := in.file.Close(); err != nil {
			return err
		}
		if err := os.Rename(in.file.Name(), path); err != nil {
			return err
		}
		in.kept = true
	}
	for range 4 { // the folders may be new, too, or another's who has not got as far
		if err := syncFolder(folder); err != nil {
			return err
		}
		folder = filepath.Dir(folder)
	}
	return nil
}

// check reads the stored bytes to their end.
func (s *Store) check(hash Hash) error {
	r, _, err := s.openInFolder(hash)
	if err != nil {
		return err
	}
	_, err = io.Copy(io.Discard, r)
	return errors.Join(err, r.Close())
}

// syncFolder puts the names in a folder on disk. Windows has no such call and does not need it.
func syncFolder(path string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

func (s *Store) openInFolder(hash Hash) (io.ReadCloser, int64, error) {
	f, err := os.Open(s.path(hash))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, 0, fault.New(fault.NotFound, notFound).Because(err)
	}
	if err != nil {
		return nil, 0, fmt.Errorf("open %s: %w", hash, err)
	}
	info, err := f.Stat()
	if err != nil {
		return nil, 0, errors.Join(fmt.Errorf("open %s: %w", hash, err), f.Close())
	}
	return newVerifier(f, Ref{hash, info.Size()}), info.Size(), nil
}
