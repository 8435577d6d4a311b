package iim

import "fmt"

// Table is an input-output table in money: Flow[i][j] is what sector i sells to
// sector j, Output[i] all that sector i makes.
type Table struct {
	Sectors []string
	Flow    [][]float64
	Output  []float64
}

// Check says what is wrong with the table.
func (t *Table) Check() error {
	n := len(t.Sectors)
	if n == 0 || len(t.Output) != n {
		return fmt.Errorf("%d sectors and %d outputs; allowed: one output for each of at least one sector", n, len(t.Output))
	}
	if err := square(t.Flow, n); err != nil {
		return err
	}
	for i, x := range t.Output {
		if !(x > 0) {
			return fmt.Errorf("output of %s is %v; allowed: more than 0", t.Sectors[i], x)
		}
	}
	return nil
}

// Technical are the input coefficients: what one unit of output of the column
// sector needs from the row sector.
func (t *Table) Technical() [][]float64 {
	return t.each(func(i, j int) float64 { return t.Flow[i][j] / t.Output[j] })
}

// Demand is A* of the demand side: how much of its buyers' loss a sector feels.
func (t *Table) Demand() [][]float64 {
	return t.each(func(i, j int) float64 { return t.Flow[i][j] / t.Output[i] })
}

// Supply is A* of the supply side (Leung, Haimes and Santos 2007): how much of
// its suppliers' loss a sector feels, the transpose of [Table.Technical].
func (t *Table) Supply() [][]float64 {
	return t.each(func(i, j int) float64 { return t.Flow[j][i] / t.Output[i] })
}

// FinalDemand is what each sector sells to no sector.
func (t *Table) FinalDemand() []float64 {
	final := make([]float64, len(t.Output))
	for i, x := range t.Output {
		final[i] = x - sum(t.Flow[i])
	}
	return final
}

// ValueAdded is what each sector's output is worth beyond what it buys.
func (t *Table) ValueAdded() []float64 {
	added := make([]float64, len(t.Output))
	copy(added, t.Output)
	for _, row := range t.Flow {
		for j, z := range row {
			added[j] -= z
		}
	}
	return added
}

func (t *Table) each(value func(i, j int) float64) [][]float64 {
	rows := make([][]float64, len(t.Output))
	for i := range rows {
		rows[i] = make([]float64, len(t.Output))
		for j := range rows[i] {
			rows[i][j] = value(i, j)
		}
	}
	return rows
}

// square checks that rows are n lists of n values that are not negative.
func square(rows [][]float64, n int) error {
	if len(rows) != n {
		return fmt.Errorf("%d rows; allowed: %d", len(rows), n)
	}
	for i, row := range rows {
		if len(row) != n {
			return fmt.Errorf("row %d has %d values; allowed: %d", i, len(row), n)
		}
		for j, v := range row {
			if !(v >= 0) || v > 1e300 {
				return fmt.Errorf("row %d, column %d is %v; allowed: 0 or more", i, j, v)
			}
		}
	}
	return nil
}

func sum(values []float64) (total float64) {
	for _, v := range values {
		total += v
	}
	return total
}
