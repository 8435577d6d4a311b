package app

import (
	"io"
	"math/rand/v2"
	"sync"
)

// chance is the source of chance of the demo: the same bytes on every start. Nothing in it is a secret.
func chance() io.Reader {
	return &locked{r: rand.NewChaCha8([32]byte([]byte("kijun: the demo nation, any time")))}
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
