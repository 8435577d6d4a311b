package cascade

import "testing"

// history is the engine's answer in the referee's form.
func history(res *Result) [][]bool {
	rows := make([][]bool, res.sys.horizon)
	for t := range rows {
		rows[t] = make([]bool, len(res.down))
		for v := range rows[t] {
			rows[t][v] = true
		}
	}
	for v := range res.down {
		for _, o := range res.Outages(v) {
			for t := o.From; t < min(o.To, res.sys.model.Horizon); t++ {
				rows[t][v] = false
			}
		}
	}
	return rows
}

// agree compares the engine with the referee and tells how many node minutes
// were compared and how many of them were down.
func agree(t fataler, m Model) (compared, down int) {
	t.Helper()
	want := newReferee(m).history
	for minute, row := range history(mustRun(t, m)) {
		for v, up := range row {
			compared++
			if !up {
				down++
			}
			if up != want[minute][v] {
				t.Fatalf("minute %d, node %d: the engine says up = %v\n%+v", minute, v, up, m)
			}
		}
	}
	return compared, down
}

// P1: the engine and the naive referee agree on every node and minute.
func TestEngineAgreesWithReferee(t *testing.T) {
	compared, down := 0, 0
	for seed := range uint64(20_000 * scale()) {
		c, d := agree(t, seeded(seed).model())
		compared, down = compared+c, down+d
	}
	t.Logf("%d node minutes compared, %d of them down", compared, down)
}

// FuzzEngine turns bytes into models and asks the referee.
func FuzzEngine(f *testing.F) {
	f.Add([]byte{})
	f.Add([]byte("a node waits for a node that waits for a node"))
	f.Fuzz(func(t *testing.T, data []byte) {
		agree(t, fromBytes(data).model())
	})
}
