package cascade

import (
	"encoding/csv"
	"errors"
	"io/fs"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"testing"
)

// Case 5: a random network in which every node needs k of n providers and
// survives its own hazard with probability p. The share that stays up is the
// largest root of a mean-field equation.
func TestRandomNetworkThresholds(t *testing.T) {
	const nodes = 60_000
	tests := []struct {
		k, n int
		p, x float64
	}{
		{1, 2, .9, .888889}, {2, 3, .9, .833333}, {2, 3, .95, .940221}, {2, 3, .87, 0},
		{3, 5, .9, .889879}, {3, 5, .82, 0}, {3, 4, .99, .989334}, {3, 4, .93, 0},
	}
	for _, test := range tests {
		r := rand.New(rand.NewPCG(5, uint64(test.k)))
		m := Model{Horizon: 1}
		for i := range nodes {
			m.Nodes = append(m.Nodes, Node{ID: strconv.Itoa(i)})
			if float64(i) >= test.p*nodes { // providers are drawn anew, so any will do
				m.Hazards = append(m.Hazards, Hazard{Node: strconv.Itoa(i)})
			}
		}
		for i := range nodes {
			m.Groups = append(m.Groups, NewGroup(strconv.Itoa(i), test.k, distinct(r, nodes, test.n)...))
		}
		f := NewFailure(mustNew(t, m))
		if err := f.Run(); err != nil {
			t.Fatal(err)
		}
		up := 0
		for i := range nodes {
			if f.At(i) == Inf {
				up++
			}
		}
		// Losses feed on losses, so the share scatters more than a plain count.
		if x := float64(up) / nodes; math.Abs(x-test.x) > 0.01 {
			t.Errorf("%d of %d at p = %v: %v stays up, want %v", test.k, test.n, test.p, x, test.x)
		}
	}
}

func distinct(r *rand.Rand, nodes, n int) []string {
	seen := map[string]bool{}
	ids := make([]string, 0, n)
	for len(ids) < n {
		if id := strconv.Itoa(r.IntN(nodes)); !seen[id] {
			seen[id] = true
			ids = append(ids, id)
		}
	}
	return ids
}

// Case 4: two random networks, each node of one needing its partner in the
// other; a node also needs its own network's giant component. The mutual
// component is there or not, with a jump at a mean degree of 2.4554.
func TestMutualGiantComponent(t *testing.T) {
	for _, test := range []struct{ kp, size float64 }{{2.3, 0}, {3, 2.5496483293 / 3}, {4, 3.8278411074 / 4}} {
		// Nodes are taken away beforehand: p = 1 and k = kp.
		if got := mutualComponent(t, 30_000, test.kp); math.Abs(got-test.size) > 0.02 {
			t.Errorf("kp = %v: the mutual component holds %v, want %v", test.kp, got, test.size)
		}
	}
}

// mutualComponent gives the engine the coupling, and takes away what is cut off
// in either layer until nothing changes.
func mutualComponent(t *testing.T, size int, degree float64) float64 {
	r := rand.New(rand.NewPCG(4, 4))
	m := Model{Horizon: 1}
	for i := range 2 * size {
		m.Nodes = append(m.Nodes, Node{ID: strconv.Itoa(i)})
		m.Groups = append(m.Groups, NewGroup(strconv.Itoa(i), 1, strconv.Itoa((i+size)%(2*size))))
	}
	var links [2][][2]int
	for layer := range links {
		for range int(degree * float64(size) / 2) {
			links[layer] = append(links[layer], [2]int{layer*size + r.IntN(size), layer*size + r.IntN(size)})
		}
	}
	f := NewFailure(mustNew(t, m))
	f.reset(0)
	for {
		before := countUp(f)
		for layer := range links {
			up := giant(links[layer], f)
			for i := layer * size; i < (layer+1)*size; i++ {
				if !up[i] {
					f.hit(int32(i), 0)
				}
			}
			f.spread()
		}
		if after := countUp(f); after == before {
			return float64(after) / float64(2*size)
		}
	}
}

func countUp(f *Failure) (up int) {
	for i := range f.at {
		if f.At(i) == Inf {
			up++
		}
	}
	return up
}

// giant are the nodes of the largest component among those still up.
func giant(links [][2]int, f *Failure) []bool {
	root := make([]int, len(f.at))
	for i := range root {
		root[i] = i
	}
	find := func(i int) int {
		for root[i] != i {
			root[i] = root[root[i]]
			i = root[i]
		}
		return i
	}
	for _, l := range links {
		if f.At(l[0]) == Inf && f.At(l[1]) == Inf {
			root[find(l[0])] = find(l[1])
		}
	}
	sizes, largest := make([]int, len(root)), 0
	for i := range root {
		top := find(i)
		if sizes[top]++; sizes[top] > sizes[largest] {
			largest = top
		}
	}
	in := make([]bool, len(root))
	for i := range in {
		in[i] = find(i) == largest && f.At(i) == Inf
	}
	return in
}

// Case 9: the networks of Shelby County. Every node needs one of the nodes that
// arcs lead from, and every provider that the interdependency table names.
func TestShelbyCounty(t *testing.T) {
	const folder = "../../shared/data/shelby/"
	if _, err := os.Stat(folder); errors.Is(err, fs.ErrNotExist) {
		t.Skip("the Shelby County data are not here")
	}
	m := Model{Horizon: 30 * days}
	counts := map[string]int{}
	for _, network := range []string{"Power", "Water", "Gas", "Telecommunication"} {
		upstream := map[string][]string{}
		for _, arc := range readTable(t, folder+network+"Arcs.csv") {
			to := network + arc["End Node"]
			if from := network + arc["Start Node"]; !slices.Contains(upstream[to], from) {
				upstream[to] = append(upstream[to], from)
			}
			counts["arcs"]++
		}
		for _, node := range readTable(t, folder+network+"Nodes.csv") {
			id := network + node["ID"]
			m.Nodes = append(m.Nodes, Node{ID: id, Sector: network, Users: 1})
			if from := upstream[id]; len(from) > 0 {
				m.Groups = append(m.Groups, NewGroup(id, 1, from...))
			}
			counts["nodes"]++
			counts[network]++
		}
	}
	for _, row := range readTable(t, folder+"Interdep.csv") {
		provider, owner := row["Dependee Network"]+row["Dependee Node"], row["Depender Network"]+row["Depender Node"]
		m.Groups = append(m.Groups, buffered(NewGroup(owner, 1, provider), 8))
		counts["interdependencies"]++
	}
	for what, want := range map[string]int{"nodes": 167, "arcs": 217, "interdependencies": 73, "Power": 75, "Water": 49, "Gas": 16, "Telecommunication": 27} {
		if counts[what] != want {
			t.Errorf("%d %s, want %d", counts[what], what, want)
		}
	}
	m.Hazards = []Hazard{{Select: Selection{Sector: "Power"}, Repair: hours(24)}}
	checkShelby(t, m)
}

// checkShelby cuts all power: telecommunication and water follow after their
// buffers of 8 hours.
func checkShelby(t *testing.T, m Model) {
	res := mustRun(t, m)
	down := map[string]int{}
	for v, node := range m.Nodes {
		for _, o := range res.Outages(v) {
			if node.Sector != "Power" && o.From < 8*hour {
				t.Errorf("%s is down at %d, before its buffer is empty", node.ID, o.From)
			}
			down[node.Sector]++
		}
	}
	if down["Power"] < 75 || down["Telecommunication"] < 23 || down["Water"] < 21 {
		t.Errorf("outages by sector: %v", down)
	}
}

func readTable(t *testing.T, path string) []map[string]string {
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var table []map[string]string
	for _, row := range rows[1:] {
		entry := map[string]string{}
		for i, name := range rows[0] {
			entry[name] = row[i]
		}
		table = append(table, entry)
	}
	return table
}
