package iim

import (
	"errors"
	"math"
	"testing"
)

func near(t *testing.T, what string, got, want []float64, tolerance float64) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%s: %d values, want %d", what, len(got), len(want))
	}
	for i := range got {
		if !(math.Abs(got[i]-want[i]) <= tolerance) {
			t.Errorf("%s[%d] = %.10f, want %.10f", what, i, got[i], want[i])
		}
	}
}

func mustMatrix(t *testing.T, rows [][]float64) *Matrix {
	t.Helper()
	m, err := New(rows)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

var (
	four = [][]float64{{0, .9, 0, 0}, {.4, 0, 0, 0}, {1, .8, 0, 0}, {1, .9, 0, 0}}
	lian = [][]float64{{.15, .50}, {.10, .05}}
)

// Case 1: printed examples of the static model.
func TestStatic(t *testing.T) {
	tests := []struct {
		name string
		rows [][]float64
		c, q []float64
	}{
		{"1a", [][]float64{{0, .8}, {.2, 0}}, []float64{0, .6}, []float64{4. / 7, 5. / 7}},
		{"1b", four, []float64{0, .5, 0, 0}, []float64{.703125, .78125, 1.328125, 1.40625}},
		{"1c", [][]float64{{0, 0, .3}, {.4, 0, 0}, {.2, .6, 0}}, []float64{0, 0, .12}, []float64{.0414746544, .0165898618, .1382488479}},
		{"1d", lian, []float64{0, .1}, []float64{.0660066007, .1122112211}},
	}
	for _, test := range tests {
		q, err := mustMatrix(t, test.rows).Solve(test.c)
		if err != nil {
			t.Fatal(err)
		}
		near(t, test.name, q, test.q, 1e-10)
	}
	near(t, "capped", Cap([]float64{.703125, 1.328125}), []float64{.703125, 1}, 0)
}

func TestTotalAndOrder(t *testing.T) {
	total, err := mustMatrix(t, lian).Total()
	if err != nil {
		t.Fatal(err)
	}
	near(t, "S row 1", total[0], []float64{1.2541254125, .6600660066}, 1e-10)
	near(t, "S row 2", total[1], []float64{.1320132013, 1.1221122112}, 1e-10)
	near(t, "radius", []float64{mustMatrix(t, lian).Radius()}, []float64{.3291287847}, 1e-10)

	m := mustMatrix(t, four)
	second, third := m.Order(2), m.Order(3)
	near(t, "orders", []float64{second[2][1], third[2][1], third[0][1], third[3][3], third[1][0], third[2][0], third[3][0]},
		[]float64{.9, .288, .324, 0, .144, .36, .36}, 1e-12)
}

func TestRefuses(t *testing.T) {
	for name, rows := range map[string][][]float64{
		"empty":       {},
		"not square":  {{0, 1}},
		"negative":    {{-.1}},
		"not numbers": {{math.NaN()}},
	} {
		if _, err := New(rows); err == nil || errors.Is(err, ErrUnstable) {
			t.Errorf("%s: error %v", name, err)
		}
	}
	for _, rows := range [][][]float64{{{1}}, {{0, 2}, {.5, 0}}, {{.9, .2}, {.2, .9}}} {
		if _, err := New(rows); !errors.Is(err, ErrUnstable) {
			t.Errorf("%v: error %v, want unstable", rows, err)
		}
	}
	m := mustMatrix(t, lian)
	if _, err := m.Solve([]float64{2, 0}); err == nil {
		t.Error("c* above 1 was taken")
	}
	if _, err := m.Dynamic([]float64{0, 1}); err == nil {
		t.Error("k of 0 was taken")
	}
	fast, err := m.Dynamic([]float64{3, 3})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := fast.Steps([]float64{0, 0}, 1, func(int) []float64 { return []float64{0, 0} }); err == nil {
		t.Error("a step that swings up was taken")
	}
}

// Case 2: a table of four sectors.
func TestTable(t *testing.T) {
	table := Table{
		Sectors: []string{"electric", "rail", "water", "gas"},
		Flow:    [][]float64{{175, 280, 280, 140}, {140, 315, 350, 280}, {245, 140, 280, 140}, {175, 280, 105, 280}},
		Output:  []float64{1225, 1610, 1085, 1015},
	}
	if err := table.Check(); err != nil {
		t.Fatal(err)
	}
	technical := table.Technical()
	near(t, "A row 1", technical[0], []float64{.1428571429, .1739130435, .2580645161, .1379310345}, 1e-10)
	printed := [][]float64{{.14, .17, .26, .14}, {.11, .20, .32, .28}, {.20, .10, .26, .14}, {.14, .17, .10, .28}}
	for i := range printed {
		near(t, "printed A", technical[i], printed[i], .015)
	}
	near(t, "final demand", table.FinalDemand(), []float64{350, 525, 280, 175}, 0)
	near(t, "value added", table.ValueAdded(), []float64{490, 595, 70, 175}, 0)

	demand, supply := mustMatrix(t, table.Demand()), mustMatrix(t, table.Supply())
	near(t, "radii", []float64{demand.Radius(), mustMatrix(t, technical).Radius()}, []float64{.7373583861, .7373583861}, 1e-10)
	c := []float64{.1, 0, 0, 0}
	q, err := demand.Solve(c)
	if err != nil {
		t.Fatal(err)
	}
	near(t, "demand q", q, []float64{.1567105303, .0494897804, .0677525968, .0658442231}, 1e-10)
	if q, err = supply.Solve(c); err != nil {
		t.Fatal(err)
	}
	near(t, "supply q", q, []float64{.1567105303, .0584239544, .0889152883, .0690426148}, 1e-10)

	dependency, influence := Indices(table.Demand())
	near(t, "dependency", dependency, []float64{.1904761905, .1594202899, .1612903226, .1839080460}, 1e-10)
	near(t, "influence", influence, []float64{.1617255888, .2111552519, .1831370029, .1390770053}, 1e-10)
	total, err := demand.Total()
	if err != nil {
		t.Fatal(err)
	}
	dependency, influence = Indices(total)
	near(t, "overall dependency", dependency, []float64{.7091534923, .6199011037, .6583254643, .7760516616}, 1e-9)
	near(t, "overall influence", influence, []float64{.6102886675, .7996182237, .7544853636, .5990394671}, 1e-9)
}

// Case 2c: a column of a published table adds up to its output.
func TestConservation(t *testing.T) {
	column := []float64{39465, 71, 0, 4, 85900, 821, 2658, 23927, 1619, 297, 27563, 1395, 0, 5795, 1307}
	table := Table{Sectors: make([]string, 15), Flow: make([][]float64, 15), Output: make([]float64, 15)}
	for i, z := range column {
		table.Flow[i] = make([]float64, 15)
		table.Flow[i][0] = z
		table.Output[i] = 348861.208
	}
	near(t, "value added", table.ValueAdded()[:1], []float64{158039.208}, 1e-6)
}

func TestTableRefuses(t *testing.T) {
	for name, table := range map[string]Table{
		"no sectors":    {},
		"no outputs":    {Sectors: []string{"a"}, Flow: [][]float64{{1}}},
		"zero output":   {Sectors: []string{"a"}, Flow: [][]float64{{1}}, Output: []float64{0}},
		"missing row":   {Sectors: []string{"a", "b"}, Flow: [][]float64{{1, 1}}, Output: []float64{1, 1}},
		"short row":     {Sectors: []string{"a", "b"}, Flow: [][]float64{{1, 1}, {1}}, Output: []float64{1, 1}},
		"negative flow": {Sectors: []string{"a"}, Flow: [][]float64{{-1}}, Output: []float64{1}},
	} {
		if table.Check() == nil {
			t.Errorf("%s: taken", name)
		}
	}
}

// Case 3: the dynamic model of Lian and Haimes with k = 0.2.
func TestDynamic(t *testing.T) {
	d, err := mustMatrix(t, lian).Dynamic([]float64{.2, .2})
	if err != nil {
		t.Fatal(err)
	}
	none, shock := []float64{0, 0}, []float64{0, .1}
	path, err := d.Steps(none, 99, func(int) []float64 { return shock })
	if err != nil {
		t.Fatal(err)
	}
	for k, want := range map[int][]float64{
		1: {0, .02}, 2: {.002, .0362}, 5: {.01374332, .0688583162}, 10: {.0349739515, .0942442789},
		20: {.0574679871, .1086224971}, 30: {.0638928763, .1114129979},
	} {
		near(t, "3a", path[k], want, 1e-10)
	}
	near(t, "3a end", path[99], []float64{.0660066007, .1122112211}, 1e-6)

	for time, want := range map[float64][]float64{
		1: {.0083556259, .0827791773}, 5: {.0205068247, .0396782062}, 10: {.0171145401, .0165846602},
		20: {.0062625916, .0033363245}, 50: {.0001317767, .0000484581},
	} {
		q, err := d.At(time, shock, none)
		if err != nil {
			t.Fatal(err)
		}
		near(t, "3b", q, want, 1e-10)
	}
	loss, err := d.RecoveryLoss(shock)
	if err != nil {
		t.Fatal(err)
	}
	near(t, "3b loss", loss, []float64{.3300330033, .5610561056}, 1e-10)

	pulse := func(k int) []float64 {
		if k <= 30 {
			return shock
		}
		return none
	}
	if path, err = d.Steps(none, 99, pulse); err != nil {
		t.Fatal(err)
	}
	near(t, "3c", Integral(path), []float64{1.9801442882, 3.3663173765}, 1e-6)
	near(t, "resilience", []float64{Resilience(.01, 10, .15), Resilience(.01, 30, .05)}, []float64{.5417847277, .1615849188}, 1e-10)
}

// Under a constant loss from outside the continuous model ends at the static
// answer.
func TestDynamicEndsAtStatic(t *testing.T) {
	m := mustMatrix(t, four)
	d, err := m.Dynamic([]float64{.5, .2, .1, .3})
	if err != nil {
		t.Fatal(err)
	}
	c := []float64{0, .1, 0, .05}
	want, err := m.Solve(c)
	if err != nil {
		t.Fatal(err)
	}
	got, err := d.At(2000, []float64{1, 0, 0, .5}, c)
	if err != nil {
		t.Fatal(err)
	}
	near(t, "q(inf)", got, want, 1e-9)
}
