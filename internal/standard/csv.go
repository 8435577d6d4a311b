package standard

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/japanese"

	"kijun/internal/fault"
	"kijun/internal/lang"
)

// A CSV file is one table: rows of front matter carry their key under heading and their value under
// text, decisions are front matter, and all other rows are headings with their text.

// csvColumns of the one table.
var csvColumns = append([]string{"part"}, BodyColumns...)

const (
	partFront = "front"
	partText  = "text"
)

// WriteCSV writes a sheet as UTF-8 with byte order mark, which Excel understands.
func WriteCSV(w io.Writer, s Sheet) error {
	rows := [][]string{csvColumns}
	for _, kv := range slices.Concat(s.Front, decisionRows(s.Decisions)) {
		cells := make([]string, len(csvColumns))
		cells[0], cells[2], cells[len(cells)-1] = partFront, kv.Cells[0], kv.Cells[1]
		rows = append(rows, cells)
	}
	for _, body := range s.Body {
		rows = append(rows, append([]string{partText}, body.Cells...))
	}
	if _, err := w.Write(bom); err != nil {
		return err
	}
	c := csv.NewWriter(w)
	for _, cells := range rows {
		for i := range cells {
			cells[i] = guard(cells[i])
		}
		if err := c.Write(cells); err != nil {
			return err
		}
	}
	c.Flush()
	return c.Error()
}

// decisionRows writes decisions as front matter: decisions[1].item.
func decisionRows(decisions []Row) []Row {
	var rows []Row
	for i, d := range decisions {
		element := fmt.Sprintf("decisions[%d]", i+1)
		for j, part := range decisionParts {
			if d.Cells[j] != "" {
				rows = append(rows, row(element+"."+part, d.Cells[j]))
			}
		}
		if comment := d.Cells[len(decisionParts)]; comment != "" {
			rows = append(rows, row(element+commentMark, comment))
		}
	}
	return rows
}

// risky are the first characters by which a spreadsheet takes a cell for a formula.
const risky = "=+-@\t\r'"

// guard writes an apostrophe before a cell that a spreadsheet would take for a formula.
func guard(cell string) string {
	if cell != "" && strings.ContainsRune(risky, rune(cell[0])) {
		return "'" + cell
	}
	return cell
}

func unguard(cell string) string {
	if len(cell) > 1 && cell[0] == '\'' && strings.ContainsRune(risky, rune(cell[1])) {
		return cell[1:]
	}
	return cell
}

// ReadCSV reads what WriteCSV wrote, also when Excel has saved it again as Shift_JIS.
func ReadCSV(path string, data []byte) (Sheet, error) {
	if !utf8.Valid(data) {
		decoded, err := japanese.ShiftJIS.NewDecoder().Bytes(data)
		if err != nil {
			return Sheet{}, fault.New(fault.Invalid, ruleNotUTF8.Says).Because(err)
		}
		data = decoded
	}
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, bom)))
	r.FieldsPerRecord = -1
	rows, err := r.ReadAll()
	if err != nil || len(rows) == 0 {
		return Sheet{}, fault.New(fault.Invalid, lang.Text{JA: "CSV として読めません: %v", EN: "cannot be read as CSV: %v"}.With(fmt.Sprint(err))).Because(err)
	}
	arranged, err := arrange(path, rows, csvColumns)
	var s Sheet
	for _, r := range arranged {
		for i := range r.Cells {
			r.Cells[i] = unguard(r.Cells[i])
		}
		if r.Cells[0] == partFront {
			s.Front = append(s.Front, Row{r.At, []string{r.Cells[2], r.Cells[len(r.Cells)-1]}})
		} else {
			s.Body = append(s.Body, Row{r.At, r.Cells[1:]})
		}
	}
	return s, err
}
