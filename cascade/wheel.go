package cascade

import "math/bits"

// wheel is a queue of entries by time for engines that never go back. It has
// one bucket for each minute of the present window and one for each later
// window, so an entry is moved at most twice. A bucket is a chain of chunks,
// which are used again: a wheel that is warm allocates nothing.
type wheel struct {
	near   []int32  // first chunk of each minute of the window; 0: none
	filled []uint64 // one bit a minute: the bucket is not empty
	far    []int32  // first chunk of each window
	window int32    // present window
	cursor int      // word of filled where the search goes on
	chunks []chunk  // chunk 0 is never used
	free   int32
	count  int
	out    []uint32
}

const (
	windowBits = 16
	windowSize = 1 << windowBits
	chunkSize  = 6
)

// chunk holds half a cache line. In far buckets entries take two places, the
// second being the minute.
type chunk struct {
	next, used int32
	entries    [chunkSize]uint32
}

func newWheel(horizon int32) wheel {
	size := min(int(horizon), windowSize)
	return wheel{
		near:   make([]int32, size),
		filled: make([]uint64, (size+63)/64),
		far:    make([]int32, int(horizon)>>windowBits+1),
		chunks: make([]chunk, 1, 64),
	}
}

// push adds an entry. t must not lie before the last popped time and must lie
// before the horizon.
func (w *wheel) push(t int32, entry uint32) {
	w.count++
	if window := t >> windowBits; window != w.window {
		w.add(&w.far[window], entry, uint32(t))
		return
	}
	w.pushNear(t, entry)
}

func (w *wheel) pushNear(t int32, entry uint32) {
	minute := t & (windowSize - 1)
	head := w.near[minute]
	if head == 0 {
		w.filled[minute>>6] |= 1 << (minute & 63)
	} else if c := &w.chunks[head]; c.used < chunkSize {
		c.entries[c.used] = entry
		c.used++
		return
	}
	i := w.take(head)
	c := &w.chunks[i]
	c.entries[0], c.used = entry, 1
	w.near[minute] = i
}

// add puts two words into a far bucket.
func (w *wheel) add(head *int32, entry, minute uint32) {
	if *head == 0 || w.chunks[*head].used == chunkSize {
		*head = w.take(*head)
	}
	c := &w.chunks[*head]
	c.entries[c.used], c.entries[c.used+1] = entry, minute
	c.used += 2
}

// take is an empty chunk in front of next.
func (w *wheel) take(next int32) int32 {
	i := w.free
	if i == 0 {
		w.chunks = append(w.chunks, chunk{next: next})
		return int32(len(w.chunks) - 1)
	}
	w.free = w.chunks[i].next
	w.chunks[i].next, w.chunks[i].used = next, 0
	return i
}

// pop removes all entries of the earliest time. They are valid until the next
// pop; pushes in between must be for later times. The order within one time is
// not defined.
func (w *wheel) pop() (t int32, entries []uint32, ok bool) {
	if w.count == 0 {
		w.window, w.cursor = 0, 0
		return 0, nil, false
	}
	for {
		for ; w.cursor < len(w.filled); w.cursor++ {
			if word := w.filled[w.cursor]; word != 0 {
				minute := int32(w.cursor<<6 + bits.TrailingZeros64(word))
				w.filled[w.cursor] = word & (word - 1)
				return w.window<<windowBits + minute, w.drain(minute), true
			}
		}
		w.advance()
	}
}

func (w *wheel) drain(minute int32) []uint32 {
	w.out = w.out[:0]
	i := w.near[minute]
	w.near[minute] = 0
	for i != 0 {
		c := &w.chunks[i]
		w.out = append(w.out, c.entries[:c.used]...)
		i, c.next, w.free = c.next, w.free, i
	}
	w.count -= len(w.out)
	return w.out
}

// advance spreads the next window that holds anything over the minutes.
func (w *wheel) advance() {
	w.cursor = 0
	for w.window++; w.far[w.window] == 0; w.window++ {
	}
	i := w.far[w.window]
	w.far[w.window] = 0
	for i != 0 {
		c := w.chunks[i]
		w.chunks[i].next, w.free = w.free, i
		for j := int32(0); j < c.used; j += 2 {
			w.pushNear(int32(c.entries[j+1]), c.entries[j])
		}
		i = c.next
	}
}

// clear empties a wheel that was left before its end.
func (w *wheel) clear() {
	for w.count > 0 {
		w.pop()
	}
	w.pop()
}
