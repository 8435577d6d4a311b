package demo

import (
	"sync"
	"time"

	"kijun/internal/clock"
)

// Clock is the time of the demo: set by hand while the nation is built, that of the machine afterwards.
type Clock struct {
	real func() time.Time
	mu   sync.Mutex
	set  time.Time // zero: the machine's
}

// NewClock returns a clock over the machine's.
func NewClock(real func() time.Time) *Clock { return &Clock{real: real} }

// Now tells the time. A clock set by hand goes on by a second each time it is read, so that acts have an order.
func (c *Clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.set.IsZero() {
		return c.real()
	}
	c.set = c.set.Add(time.Second)
	return c.set
}

// at sets the clock to nine in the morning of a day in Japan.
func (c *Clock) at(day clock.Date) {
	t, _ := day.Time()
	c.mu.Lock()
	defer c.mu.Unlock()
	c.set = t.Add(9 * time.Hour)
}

// release gives the clock back to the machine.
func (c *Clock) release() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.set = time.Time{}
}
