package cascade

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"slices"
)

// The bytes of a tally are unsigned varints: a version, what the tally belongs
// to, its spans, and its lists. A list is its length, then its values in
// ascending order as differences. So tallies of the same runs have the same
// bytes, however they were made.
const tallyVersion = 1

// MarshalBinary writes the tally so that [UnmarshalTally] can read it, also on
// another machine. Machines of different architecture may round a draw
// differently; let those of one kind share a computation.
func (t *Tally) MarshalBinary() ([]byte, error) {
	var b []byte
	b = binary.AppendUvarint(b, tallyVersion)
	b = binary.AppendUvarint(b, t.seed)
	b = binary.AppendUvarint(b, uint64(t.mode))
	b = binary.AppendUvarint(b, uint64(t.sys.horizon))
	b = binary.AppendUvarint(b, uint64(t.unsettled))
	b = binary.AppendUvarint(b, uint64(len(t.spans)))
	for _, s := range t.spans {
		b = binary.AppendUvarint(b, uint64(s.from))
		b = binary.AppendUvarint(b, uint64(s.to))
	}
	b = appendList(b, t.downMin)
	b = appendList(b, t.userMin)
	b = appendList(b, t.nodesDown)
	b = binary.AppendUvarint(b, uint64(len(t.nodes)))
	for i := range t.nodes {
		b = appendList(b, t.nodes[i].first)
		b = appendList(b, t.nodes[i].down)
	}
	return b, nil
}

func appendList[T uint32 | int64](b []byte, values []T) []byte {
	sorted := slices.Sorted(slices.Values(values))
	b = binary.AppendUvarint(b, uint64(len(sorted)))
	var last T
	for _, v := range sorted {
		b = binary.AppendUvarint(b, uint64(v-last))
		last = v
	}
	return b
}

// UnmarshalTally reads a tally of runs over the given system.
func UnmarshalTally(sys *System, data []byte) (*Tally, error) {
	r := &tallyReader{data: data}
	if version := r.number(); version != tallyVersion {
		return nil, fmt.Errorf("tally of version %d; allowed: %d", version, tallyVersion)
	}
	t := &Tally{sys: sys, seed: r.number(), mode: Mode(r.number())}
	horizon := r.number()
	t.unsettled = int(r.number())
	for range r.count() {
		t.spans = append(t.spans, span{int(r.number()), int(r.number())})
	}
	t.downMin = readList[int64](r, math.MaxInt64)
	t.userMin = readList[int64](r, math.MaxInt64)
	t.nodesDown = readList[int64](r, math.MaxInt64)
	t.nodes = make([]sample, r.count())
	for i := range t.nodes {
		t.nodes[i].first = readList[uint32](r, horizon)
		t.nodes[i].down = readList[uint32](r, horizon)
	}
	if r.bad || len(r.data) > 0 {
		return nil, errors.New("the tally is cut off or damaged")
	}
	if horizon != uint64(sys.horizon) || len(t.nodes) != len(sys.model.Nodes) {
		return nil, errors.New("the tally belongs to another model")
	}
	return t, t.fault()
}

// fault says whether the parts of a tally that was read do not fit together.
func (t *Tally) fault() error {
	runs := 0
	for i, s := range t.spans {
		if s.from < 0 || s.to <= s.from || i > 0 && s.from <= t.spans[i-1].to {
			return errors.New("the tally's runs are not in order")
		}
		runs += s.to - s.from
	}
	fits := runs > 0 && len(t.downMin) == runs && len(t.userMin) == runs && len(t.nodesDown) == runs
	for i := range t.nodes {
		fits = fits && len(t.nodes[i].first) == len(t.nodes[i].down) && len(t.nodes[i].down) <= runs
	}
	if !fits {
		return errors.New("the tally's lists do not have a value for each run")
	}
	return nil
}

// tallyReader takes numbers from the front of data; after a bad one it only
// gives zeros.
type tallyReader struct {
	data []byte
	bad  bool
}

func (r *tallyReader) number() uint64 {
	v, n := binary.Uvarint(r.data)
	if n <= 0 {
		r.bad, r.data = true, nil
		return 0
	}
	r.data = r.data[n:]
	return v
}

// count is the length of a list; each of its values takes at least a byte.
func (r *tallyReader) count() int {
	n := r.number()
	if n > uint64(len(r.data)) {
		r.bad, r.data = true, nil
		return 0
	}
	return int(n)
}

func readList[T uint32 | int64](r *tallyReader, most uint64) []T {
	values := make([]T, 0, r.count())
	last := uint64(0)
	for range cap(values) {
		step := r.number()
		if step > most-last {
			r.bad, r.data = true, nil
			return nil
		}
		last += step
		values = append(values, T(last))
	}
	return values
}
