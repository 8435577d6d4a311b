package cascade

import (
	"hash/fnv"
	"slices"
	"strconv"
	"strings"
)

// dice are the random numbers of one run. They are counter-based: a draw is a
// function of the seed, the run and a key, so it is the same whoever asks, in
// whatever order, and whatever else is drawn. Two versions of a model that are
// run with one seed therefore see the same luck wherever they agree.
type dice uint64

func newDice(seed uint64, run int) dice {
	return dice(scramble(scramble(seed) + uint64(run)))
}

// uniform is a number strictly between 0 and 1.
func (d dice) uniform(key uint64) float64 {
	bits := scramble(uint64(d)^key) >> 11
	return (float64(bits) + 0.5) / (1 << 53)
}

// scramble is the output step of the SplitMix64 generator (Steele, Lea and
// Flood 2014): a one-to-one map in which every bit depends on all others.
func scramble(x uint64) uint64 {
	x += 0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// field tells the draws of one thing apart.
type field uint64

const (
	fieldAt field = iota + 1
	fieldRepair
	fieldRestart
	fieldBuffer
	fieldDemand
)

// lot is one uncertain duration and the key of its draw.
type lot struct {
	duration Duration
	key      uint64
}

func (l *lot) draw(d dice) float64 { return l.duration.at(d.uniform(l.key)) }

// keyOf makes a key from names, so that a draw follows its element when others
// are added, removed or reordered.
func keyOf(f field, names ...string) uint64 {
	h := fnv.New64a()
	for _, name := range names {
		h.Write([]byte(name))
		h.Write([]byte{0})
	}
	return scramble(h.Sum64() + uint64(f))
}

// naming gives groups and hazards their names for draws. Elements that would
// share a name are numbered in the order of the file.
type naming map[string]int

func (n naming) of(name string) string {
	count := n[name]
	n[name]++
	if count == 0 {
		return name
	}
	return name + "\x00" + strconv.Itoa(count)
}

func (n naming) group(g *Group) string {
	if g.Key != "" {
		return n.of("key\x00" + g.Key)
	}
	providers := slices.Sorted(slices.Values(g.Providers))
	return n.of(g.Owner + "\x00" + strings.Join(providers, "\x00"))
}

func (n naming) hazard(h *Hazard) string {
	if h.Key != "" {
		return n.of("key\x00" + h.Key)
	}
	return n.of(strings.Join([]string{h.Node, h.Select.Sector, h.Select.Region, h.Select.Kind}, "\x00"))
}
