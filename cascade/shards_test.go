package cascade

import (
	"bytes"
	"context"
	"testing"

	"pgregory.net/rapid"
)

// Runs give the same bytes for any number of workers, and cut into any shards that are merged in any
// order, also when the shards went over a wire.
func TestShardsAndWorkersAreTheSameBytes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawnBy(t)
		sys := mustNew(t, uncertain(c, c.model()))
		plan := Plan{Runs: 1 + c(150), Seed: uint64(c(1000)), Mode: Mode(c(2)), Workers: 1}
		want := tallyBytes(t, sampled(t, sys, plan, 0, plan.Runs))
		plan.Workers = 2 + c(4)
		if !bytes.Equal(want, tallyBytes(t, sampled(t, sys, plan, 0, plan.Runs))) {
			t.Fatalf("%d workers give other bytes than one", plan.Workers)
		}
		var shards []*Tally
		for from := 0; from < plan.Runs; {
			to := min(plan.Runs, from+1+c(70))
			shards = append(shards, overTheWire(t, sys, sampled(t, sys, plan, from, to)))
			from = to
		}
		shuffle(c, shards)
		total := shards[0]
		for _, shard := range shards[1:] {
			if err := total.Merge(shard); err != nil {
				t.Fatalf("%v", err)
			}
		}
		if !bytes.Equal(want, tallyBytes(t, total)) {
			t.Fatalf("%d shards give other bytes than one computation", len(shards))
		}
		if err := total.Merge(shards[len(shards)-1]); err == nil {
			t.Fatalf("runs were counted twice")
		}
	})
}

func sampled(t fataler, sys *System, plan Plan, from, to int) *Tally {
	t.Helper()
	tally, err := Sample(context.Background(), sys, plan, from, to)
	if err != nil {
		t.Fatalf("%v", err)
	}
	return tally
}

func tallyBytes(t fataler, tally *Tally) []byte {
	t.Helper()
	data, err := tally.MarshalBinary()
	if err != nil {
		t.Fatalf("%v", err)
	}
	return data
}

func overTheWire(t fataler, sys *System, tally *Tally) *Tally {
	t.Helper()
	read, err := UnmarshalTally(sys, tallyBytes(t, tally))
	if err != nil {
		t.Fatalf("%v", err)
	}
	return read
}

// A cut or changed tally is refused or is a tally; it never panics.
func FuzzUnmarshalTally(f *testing.F) {
	sys := mustNew(f, batteryModel(Exponential(24*hour)))
	tally, err := Sample(context.Background(), sys, Plan{Runs: 9, Seed: 1}, 2, 7)
	if err != nil {
		f.Fatal(err)
	}
	data, err := tally.MarshalBinary()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Fuzz(func(t *testing.T, data []byte) {
		if read, err := UnmarshalTally(sys, data); err == nil {
			read.Statistics()
			tallyBytes(t, read)
		}
	})
}

// A computation that is told to stop says so.
func TestSamplingStops(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	sys := mustNew(t, batteryModel(Exponential(24*hour)))
	done := 0
	_, err := MonteCarlo(ctx, sys, Plan{Runs: 1 << 30, Seed: 1, Workers: 2, Progress: func(n int) {
		if done = n; n > 100 {
			cancel()
		}
	}})
	if err != context.Canceled || done < 100 {
		t.Errorf("%v after %d runs", err, done)
	}
}
