package cascade

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"testing"

	"pgregory.net/rapid"
)

// TestMain tries each property on more models than rapid does by default.
func TestMain(m *testing.M) {
	flag.Parse()
	given := false
	flag.Visit(func(f *flag.Flag) { given = given || f.Name == "rapid.checks" })
	if !given {
		if err := flag.Set("rapid.checks", strconv.Itoa(3000*scale())); err != nil {
			panic(err)
		}
	}
	os.Exit(m.Run())
}

// scale is how many times more random models are tried than by default, from
// the environment variable CASCADE_SCALE.
func scale() int {
	if n, err := strconv.Atoi(os.Getenv("CASCADE_SCALE")); err == nil && n > 0 {
		return n
	}
	return 1
}

// chooser chooses a number from 0 to n-1. Random models are made from choices,
// so that seeds, rapid and fuzzed bytes all make them in the same way.
type chooser func(n int) int

func seeded(seed uint64) chooser { return rand.New(rand.NewPCG(seed, 1)).IntN }

// drawnBy lets rapid choose: half of the time each number, so that it can look
// for a smaller model, else only a seed, which makes richer models.
func drawnBy(t *rapid.T) chooser {
	if rapid.Bool().Draw(t, "rich") {
		return seeded(rapid.Uint64().Draw(t, "seed"))
	}
	return func(n int) int { return rapid.IntRange(0, n-1).Draw(t, "choice") }
}

// fromBytes uses up bytes and then chooses 0.
func fromBytes(data []byte) chooser {
	return func(n int) int {
		if len(data) == 0 {
			return 0
		}
		b := data[0]
		data = data[1:]
		return int(b) % n
	}
}

func (c chooser) oneIn(n int) bool       { return c(n) == n-1 }
func (c chooser) minutes(n int) Duration { return Fixed(Minutes(c(n))) }

// model is a small model that uses every feature of the engine.
func (c chooser) model() Model {
	n := 3 + c(8)
	m := Model{Horizon: Minutes(20 + c(40))}
	for i := range n {
		node := Node{ID: fmt.Sprintf("n%d", i), Users: int64(c(100)), Restart: c.minutes(4)}
		node.Sector, node.Region = string(rune('a'+c(3))), string(rune('x'+c(2)))
		if c.oneIn(3) {
			node.OwnRepair = c.minutes(12)
		}
		m.Nodes = append(m.Nodes, node)
	}
	for range n + c(n) {
		m.Groups = append(m.Groups, c.group(m.Nodes))
	}
	for range 1 + c(4) {
		m.Hazards = append(m.Hazards, c.hazard(m.Nodes))
	}
	for range c(4) {
		providers := c.pick(m.Nodes)
		m.RepairNeeds = append(m.RepairNeeds, RepairNeed{m.Nodes[c(n)].ID, providers, c(len(providers) + 1)})
	}
	return m
}

func (c chooser) group(nodes []Node) Group {
	providers := c.pick(nodes)
	g := NewGroup(nodes[c(len(nodes))].ID, min(c(len(providers)+1)+c(2), len(providers)), providers...)
	switch c(8) {
	case 0, 1:
	case 2:
		g.Buffer = Fixed(Inf)
	default:
		g.Buffer = c.minutes(8)
	}
	g.Refill = []Refill{0, 0, 250, 333, 500, 1000, 1700, 3000, RefillAtOnce}[c(9)]
	g.StartOnBuffer = c.oneIn(3)
	g.Strength = float64(1+c(10)) / 10
	return g
}

func (c chooser) hazard(nodes []Node) Hazard {
	h := Hazard{Node: nodes[c(len(nodes))].ID, At: c.minutes(15)}
	if c.oneIn(10) {
		h.Node, h.Select = "", Selection{Sector: nodes[0].Sector}
	}
	if !c.oneIn(5) {
		h.Repair = c.minutes(16)
	}
	return h
}

func (c chooser) pick(nodes []Node) (ids []string) {
	left := slices.Clone(nodes)
	for range 1 + c(3) {
		i := c(len(left))
		ids = append(ids, left[i].ID)
		left = slices.Delete(left, i, i+1)
	}
	return ids
}

func mustNew(t fataler, m Model) *System {
	t.Helper()
	sys, err := New(m)
	if err != nil {
		t.Fatalf("%v\n%+v", err, m)
	}
	return sys
}

func mustRun(t fataler, m Model) *Result {
	t.Helper()
	res, err := Run(mustNew(t, m), WithRepair)
	if err != nil {
		t.Fatalf("%v", err)
	}
	return res
}

// fataler is a test of the testing package or of rapid.
type fataler interface {
	Helper()
	Fatalf(format string, args ...any)
}
