package db

import (
	"context"
	"database/sql"
	"errors"
)

// statements are prepared on the one connection that writes to SQLite, and kept: parsing a statement costs
// more than running it.
type statements struct {
	on   *sql.Conn
	kept map[string]*sql.Stmt
}

// A statement that is put together differs from call to call and is not worth keeping.
const (
	mostKept    = 400
	longestKept = 10_000
)

// get returns a query prepared; nil where it is not kept.
func (s *statements) get(ctx context.Context, query string) (*sql.Stmt, error) {
	if kept, ok := s.kept[query]; ok {
		return kept, nil
	}
	if len(query) > longestKept || len(s.kept) >= mostKept {
		return nil, nil
	}
	prepared, err := s.on.PrepareContext(ctx, query)
	if err != nil {
		return nil, err
	}
	s.kept[query] = prepared
	return prepared, nil
}

func (s *statements) close() error {
	var errs []error
	for _, kept := range s.kept {
		errs = append(errs, kept.Close())
	}
	return errors.Join(append(errs, s.on.Close())...)
}
