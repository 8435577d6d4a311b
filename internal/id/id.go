package id

import (
	"fmt"
	"io"
	"strings"
	"sync"
	"time"

	"github.com/oklog/ulid/v2"
)

// Source makes identifiers. It is safe for use by several goroutines.
type Source struct {
	mu      sync.Mutex
	now     func() time.Time
	entropy *ulid.MonotonicEntropy
}

// NewSource returns a source that reads the time from now and chance from random.
func NewSource(now func() time.Time, random io.Reader) *Source {
	return &Source{now: now, entropy: ulid.Monotonic(random, 0)}
}

// New returns an identifier that is greater than every one that the source made in an earlier millisecond.
func (s *Source) New() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	u, err := ulid.New(ulid.Timestamp(s.now()), s.entropy)
	if err != nil {
		panic(fmt.Errorf("draw an id: %w", err)) // the source of chance failed
	}
	return strings.ToLower(u.String())
}

// Valid reports whether s has the form of an identifier.
func Valid(s string) bool {
	_, err := ulid.ParseStrict(strings.ToUpper(s))
	return err == nil && s == strings.ToLower(s)
}
