package standard

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
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
	for _, kv := range append(s.Front, decisionRows(s.Decisions)...) {
		row := make([]string, len(csvColumns))
		row[0], row[2], row[len(row)-1] = partFront, kv[0], kv[1]
		rows = append(rows, row)
	}
	for _, body := range s.Body {
		rows = append(rows, append([]string{partText}, body...))
	}
	if _, err := w.Write(bom); err != nil {
		return err
	}
	c := csv.NewWriter(w)
	for _, row := range rows {
		for i := range row {
			row[i] = guard(row[i])
		}
		if err := c.Write(row); err != nil {
			return err
		}
	}
	c.Flush()
	return c.Error()
}

func decisionRows(decisions [][]string) [][]string {
	var rows [][]string
	for i, d := range decisions {
		for j, part := range DecisionColumns {
			path := fmt.Sprintf("decisions[%d].%s", i+1, part)
			if part == "comment" {
				path = fmt.Sprintf("decisions[%d]%s", i+1, commentMark)
			}
			if d[j] != "" {
				rows = append(rows, []string{path, d[j]})
			}
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
func ReadCSV(data []byte) (Sheet, error) {
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
	if rows, err = arrange(rows, csvColumns, lang.Text{JA: "CSV", EN: "CSV"}); err != nil {
		return Sheet{}, err
	}
	var s Sheet
	for _, row := range rows {
		for i := range row {
			row[i] = unguard(row[i])
		}
		if row[0] == partFront {
			s.Front = append(s.Front, []string{row[2], row[len(row)-1]})
		} else {
			s.Body = append(s.Body, row[1:])
		}
	}
	return s, nil
}
