package standard

import (
	lru "container/list"
	"sync"
)

// cache keeps the values that were asked for last. It is safe for use by several goroutines.
type cache[V any] struct {
	most  int // entries
	mu    sync.Mutex
	order *lru.List // of *entry, the latest first
	byKey map[string]*lru.Element
}

type cached[V any] struct {
	key   string
	value V
}

func newCache[V any](most int) *cache[V] {
	return &cache[V]{most: most, order: lru.New(), byKey: map[string]*lru.Element{}}
}

// get returns the value of a key, which make makes where it is not there. Two that ask at once may both
// make it.
func (c *cache[V]) get(key string, make func() (V, error)) (V, error) {
	c.mu.Lock()
	if e, ok := c.byKey[key]; ok {
		c.order.MoveToFront(e)
		c.mu.Unlock()
		return e.Value.(*cached[V]).value, nil
	}
	c.mu.Unlock()
	v, err := make()
	if err != nil {
		return v, err
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if _, ok := c.byKey[key]; !ok {
		c.byKey[key] = c.order.PushFront(&cached[V]{key, v})
	}
	for c.order.Len() > c.most {
		last := c.order.Back()
		delete(c.byKey, last.Value.(*cached[V]).key)
		c.order.Remove(last)
	}
	return v, nil
}
