package app

import (
	"io"
	"math/rand/v2"
	"sync"
)

// chance is a source of chance for the records of the demo: the same bytes on every start. Nothing in it is
// a secret.
func chance(seed byte) io.Reader {
	return &locked{r: rand.NewChaCha8([32]byte{0: seed})}
}

// locked lets several goroutines read.
type locked struct {
	mu sync.Mutex
	r  io.Reader
}

func (l *locked) Read(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.r.Read(p)
}
