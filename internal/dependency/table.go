package dependency

import (
	"io"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"kijun/cascade/iim"
	"kijun/internal/lang"
)

// Table is what sectors buy from each other, or directly A*: how much each row sector loses when a column
// sector is fully lost.
type Table struct {
	iim.Table
	Direct bool // the values are A* itself; there is no output
}

var (
	ruleTableColumns = rule("table-columns", "%d 列目は %q ですが、%d 行目の分野 %q と同じ名前が必要です。列は行と同じ順に並べ、最後に output を置けます", "column %d is %q; allowed: the sector of row %d, %q: columns stand in the order of the rows, with output behind them")
	ruleTableNumber  = rule("table-number", "%q は使えません。使える値: 0 以上の数", "%q; allowed: a number of 0 or more")
	ruleTableOutput  = rule("table-output", "産出額 %q は使えません。使える値: 0 より大きい数", "output %q; allowed: a number above 0")
	ruleTableEmpty   = rule("table-empty", "分野の行がありません。一行目に列名、二行目から分野を書いてください", "there is no sector; allowed: names in the first row, a sector in each row below")
)

const outputColumn = "output"

// ReadTable reads an input-output table from a CSV file; "-" is standard input. The first column names
// the selling sector. With a last column output the values are flows in money, without it they are A*.
func ReadTable(file string, in io.Reader) (*Table, []Problem) {
	r := yamlReader{path: filepath.ToSlash(file)}
	data, err := readAll(file, in)
	if err != nil {
		r.add(ruleUnreadable, Place{r.path, 1, 1}, "", lang.Same(reason(err)))
		return nil, r.problems
	}
	f := r.readCSV(r.path, data)
	if f == nil {
		return nil, r.sorted()
	}
	t := r.table(f)
	if len(r.problems) > 0 {
		return nil, r.sorted()
	}
	return t, nil
}

func (r *yamlReader) table(f *csvFile) *Table {
	if len(f.rows) == 0 {
		r.add(ruleTableEmpty, Place{r.path, 1, 1}, "")
		return nil
	}
	n := len(f.rows)
	t := &Table{Direct: len(f.columns) == 0 || f.columns[len(f.columns)-1] != outputColumn}
	for _, row := range f.rows {
		t.Sectors = append(t.Sectors, row.cells[f.columns[0]])
	}
	want := append(slices.Clone(t.Sectors), outputColumn)
	for i, column := range f.columns[1:] {
		if i >= len(want) || column != want[i] {
			r.add(ruleTableColumns, Place{r.path, 1, 1}, "", i+2, column, min(i, n-1)+2, want[min(i, n-1)])
			return t
		}
	}
	if len(f.columns) < n+1 {
		r.add(ruleTableColumns, Place{r.path, 1, 1}, "", len(f.columns)+1, "", len(f.columns)+1, want[len(f.columns)-1])
		return t
	}
	for _, row := range f.rows {
		var flow []float64
		for _, column := range t.Sectors {
			flow = append(flow, r.cell(row, column, ruleTableNumber))
		}
		t.Flow = append(t.Flow, flow)
		if !t.Direct {
			t.Output = append(t.Output, r.cell(row, outputColumn, ruleTableOutput))
		}
	}
	return t
}

func (r *yamlReader) cell(row csvRow, column string, rule *Rule) float64 {
	text := row.cells[column]
	v, err := strconv.ParseFloat(text, 64)
	if err != nil || strings.ContainsAny(text, "xXpP_") || !(v >= 0 && v <= 1e300) || rule == ruleTableOutput && v == 0 {
		r.add(rule, row.at[column], "", text)
	}
	return v
}
