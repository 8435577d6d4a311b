package access

import (
	"sync"
	"time"
)

// limiter lets the first of each key through, and further ones after a pause. What is past its pause is
// forgotten once many keys are held.
type limiter struct {
	pause time.Duration
	mu    sync.Mutex
	last  map[string]time.Time
}

// manyKeys is when a limiter looks for what it can forget.
const manyKeys = 10_000

func (l *limiter) first(key string, now time.Time) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if at, seen := l.last[key]; seen && now.Sub(at) < l.pause {
		return false
	}
	if l.last == nil || len(l.last) >= manyKeys {
		l.forget(now)
	}
	l.last[key] = now
	return true
}

func (l *limiter) forget(now time.Time) {
	kept := map[string]time.Time{}
	for k, at := range l.last {
		if now.Sub(at) < l.pause {
			kept[k] = at
		}
	}
	l.last = kept
}

// attempts counts failures of each key and closes the door for a while after too many: a wrong password
// costs the guesser time, and nobody can lock somebody else out from elsewhere, because the key holds the
// address too.
type attempts struct {
	most  int
	pause time.Duration
	mu    sync.Mutex
	count map[string]failures
}

type failures struct {
	n     int
	since time.Time
}

// open reports whether key may try.
func (t *attempts) open(key string, now time.Time) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	f := t.count[key]
	return f.n < t.most || now.Sub(f.since) >= t.pause
}

func (t *attempts) failed(key string, now time.Time) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.count == nil || len(t.count) >= manyKeys {
		t.count = map[string]failures{}
	}
	f := t.count[key]
	if now.Sub(f.since) >= t.pause {
		f = failures{since: now}
	}
	f.n++
	t.count[key] = f
}

func (t *attempts) succeeded(key string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	delete(t.count, key)
}
