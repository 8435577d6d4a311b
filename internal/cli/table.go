package cli

import (
	"io"
	"strings"

	"golang.org/x/text/width"
)

// ANSI colours; a cell's colour only repeats what its words say.
const (
	green  = "\x1b[32m"
	yellow = "\x1b[33m"
	bold   = "\x1b[1m"
	plain  = ""
)

// cell is one cell of a text table.
type cell struct {
	text   string
	colour string
}

// table is rows of cells for a terminal, in columns that line up with full-width characters, too.
// A row of one cell is a heading over the rows that follow.
type table struct {
	rows   [][]cell
	colour bool
}

func (t *table) row(cells ...cell) { t.rows = append(t.rows, cells) }

// maxCell is the widest that a cell makes its column; longer text runs on.
const maxCell = 52

func (t *table) write(w io.Writer) error {
	widths := t.widths()
	var b strings.Builder
	for _, row := range t.rows {
		var line strings.Builder
		for i, c := range row {
			line.WriteString(t.paint(c))
			if i+1 < len(row) {
				line.WriteString(strings.Repeat(" ", max(widths[i]-columns(c.text), 0)+2))
			}
		}
		b.WriteString(strings.TrimRight(line.String(), " ") + "\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func (t *table) widths() []int {
	var widths []int
	for _, row := range t.rows {
		for i, c := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			if len(row) > 1 && i+1 < len(row) {
				widths[i] = max(widths[i], min(columns(c.text), maxCell))
			}
		}
	}
	return widths
}

func (t *table) paint(c cell) string {
	if !t.colour || c.colour == plain {
		return c.text
	}
	return c.colour + c.text + "\x1b[0m"
}

// columns is the number of terminal columns that s takes.
func columns(s string) int {
	n := 0
	for _, r := range s {
		n++
		if k := width.LookupRune(r).Kind(); k == width.EastAsianWide || k == width.EastAsianFullwidth {
			n++
		}
	}
	return n
}
