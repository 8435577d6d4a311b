package standard

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"kijun/internal/clock"
	"kijun/internal/fault"
	"kijun/internal/lang"
)

// The sheets of a workbook. Any of the two names is understood, and so is any of the two headings of
// a column; what counts is the key in brackets.
var (
	sheetFront     = lang.Text{JA: "文書", EN: "document"}
	sheetDecisions = lang.Text{JA: "決定", EN: "decisions"}
	sheetBody      = lang.Text{JA: "規定", EN: "clauses"}

	columnLabels = map[string]lang.Text{
		"key": {JA: "項目名", EN: "field"}, "value": {JA: "値", EN: "value"},
		"item": {JA: "指針の項目", EN: "guideline item"}, "decision": {JA: "決定", EN: "decision"},
		"into": {JA: "包含先", EN: "folded into"}, "reason.ja": {JA: "理由", EN: "reason, Japanese"},
		"reason.en": {JA: "理由（英語）", EN: "reason, English"}, "decided": {JA: "決定日", EN: "day"},
		"comment": {JA: "注記", EN: "comment"}, "depth": {JA: "深さ", EN: "depth"},
		"heading": {JA: "見出し", EN: "heading"}, "id": {JA: "規定ID", EN: "clause id"},
		"covers": {JA: "対応する項目", EN: "covers items"}, "level": {JA: "水準の語", EN: "level word"},
		"degree": {JA: "程度", EN: "how far"}, "actor": {JA: "行う者", EN: "who acts"},
		"audience": {JA: "読む者", EN: "who reads"}, "phase": {JA: "段階", EN: "phase"},
		"applies": {JA: "適用", EN: "applies to"}, "withheld": {JA: "非公開の理由", EN: "why withheld"},
		"implements": {JA: "実施する規定", EN: "carries out"}, "source": {JA: "出典", EN: "source"},
		"text": {JA: "本文", EN: "text"}, "part": {JA: "区分", EN: "part"},
	}
	columnWidths = map[string]float64{"value": 60, "text": 70, "heading": 34, "reason.ja": 40, "reason.en": 40, "depth": 6, "covers": 18, "degree": 24, "implements": 28}
	columnWords  = map[string][]string{"decision": choices, "actor": actors, "phase": Phases}
)

// maxCell is how much a cell of Excel holds, in UTF-16 units.
const maxCell = 32_767

// WriteXLSX writes a sheet as an Excel workbook with headings in l.
func WriteXLSX(w io.Writer, s Sheet, l lang.Lang) error {
	f := excelize.NewFile()
	defer f.Close()
	tables := []struct {
		name    lang.Text
		columns []string
		rows    []Row
	}{
		{sheetFront, FrontColumns, s.Front},
		{sheetDecisions, DecisionColumns, s.Decisions},
		{sheetBody, BodyColumns, splitLong(s.Body)},
	}
	for i, t := range tables {
		if err := writeTable(f, i, t.name.In(l), t.columns, t.rows, l); err != nil {
			return fmt.Errorf("write workbook: %w", err)
		}
	}
	return f.Write(w)
}

func writeTable(f *excelize.File, i int, name string, columns []string, rows []Row, l lang.Lang) error {
	if i == 0 {
		if err := f.SetSheetName("Sheet1", name); err != nil {
			return err
		}
	} else if _, err := f.NewSheet(name); err != nil {
		return err
	}
	for j, c := range columns {
		if err := setCell(f, name, j, 1, columnHeading(c, l)); err != nil {
			return err
		}
	}
	for r, row := range rows {
		for j, v := range row.Cells {
			if err := setCell(f, name, j, r+2, v); err != nil {
				return err
			}
		}
	}
	return layOut(f, name, columns, len(rows))
}

func columnHeading(column string, l lang.Lang) string {
	return columnLabels[column].In(l) + " (" + column + ")"
}

func setCell(f *excelize.File, sheet string, column, row int, value string) error {
	if value == "" {
		return nil
	}
	at, err := excelize.CoordinatesToCellName(column+1, row)
	if err != nil {
		return err
	}
	return f.SetCellStr(sheet, at, value)
}

// layOut makes the sheet pleasant to fill in: widths, wrapped text, a head row that stays, and lists
// of the words that a column allows.
func layOut(f *excelize.File, sheet string, columns []string, rows int) error {
	head, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E8F1FE"}}, Alignment: &excelize.Alignment{WrapText: true, Vertical: "center"}})
	if err != nil {
		return err
	}
	cells, err := f.NewStyle(&excelize.Style{NumFmt: 49, Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}})
	if err != nil {
		return err
	}
	for i, c := range columns {
		name, _ := excelize.ColumnNumberToName(i + 1)
		width := columnWidths[c]
		if width == 0 {
			width = 14
		}
		if err := f.SetColWidth(sheet, name, name, width); err != nil {
			return err
		}
		if err := f.SetColStyle(sheet, name, cells); err != nil {
			return err
		}
		if words := columnWords[c]; words != nil {
			v := excelize.NewDataValidation(true)
			v.Sqref = fmt.Sprintf("%s2:%s%d", name, name, rows+500)
			if err := v.SetDropList(words); err != nil {
				return err
			}
			if err := f.AddDataValidation(sheet, v); err != nil {
				return err
			}
		}
	}
	last, _ := excelize.CoordinatesToCellName(len(columns), 1)
	if err := f.SetCellStyle(sheet, "A1", last, head); err != nil {
		return err
	}
	return f.SetPanes(sheet, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"})
}

// splitLong continues texts that are too long for a cell in rows of their own.
func splitLong(rows []Row) []Row {
	var out []Row
	for _, r := range rows {
		last := len(r.Cells) - 1
		text := r.Cells[last]
		head := fitting(text)
		out = append(out, row(append(slices.Clone(r.Cells[:last]), text[:head])...))
		for text = text[head:]; text != ""; text = text[head:] {
			head = fitting(text)
			out = append(out, row(append(make([]string, last), text[:head])...))
		}
	}
	return out
}

// fitting is the length in bytes of the start of text that fits into a cell.
func fitting(text string) int {
	if len(text) <= maxCell {
		return len(text)
	}
	units := 0
	for i, r := range text {
		if units += utf16.RuneLen(r); units > maxCell {
			return i
		}
	}
	return len(text)
}

// Limits on what a workbook may unpack to.
const (
	maxUnpacked = 200 << 20
	maxSheetXML = 50 << 20
)

// ReadXLSX reads a workbook that WriteXLSX wrote and somebody filled in. Path is what its rows are
// said to stand in.
func ReadXLSX(path string, data []byte) (Sheet, error) {
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{UnzipSizeLimit: maxUnpacked, UnzipXMLSizeLimit: maxSheetXML})
	if err != nil {
		return Sheet{}, fault.New(fault.Invalid, lang.Text{JA: "Excel のブック（.xlsx）として読めません", EN: "cannot be read as an Excel workbook (.xlsx)"}).Because(err)
	}
	defer f.Close()
	var s Sheet
	for _, t := range []struct {
		name    lang.Text
		columns []string
		rows    *[]Row
	}{{sheetFront, FrontColumns, &s.Front}, {sheetDecisions, DecisionColumns, &s.Decisions}, {sheetBody, BodyColumns, &s.Body}} {
		if *t.rows, err = readTable(f, path, t.name, t.columns); err != nil {
			return Sheet{}, err
		}
	}
	for _, r := range s.Front {
		if slices.Contains(dateKeys, r.Cells[0]) {
			r.Cells[1] = day(r.Cells[1])
		}
	}
	for _, r := range s.Decisions {
		r.Cells[5] = day(r.Cells[5])
	}
	return s, nil
}

func readTable(f *excelize.File, path string, name lang.Text, columns []string) ([]Row, error) {
	sheet := name.JA
	if i, _ := f.GetSheetIndex(sheet); i < 0 {
		sheet = name.EN
	}
	rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
	if err != nil || len(rows) == 0 {
		return nil, fault.New(fault.Invalid, lang.Text{JA: "シート「%s」がありません", EN: "the sheet %q is missing"}.With(name)).Because(err)
	}
	return arrange(path+"["+sheet+"]", rows, columns)
}

// arrange puts the cells of rows under their columns, by the headings in the first row.
func arrange(table string, rows [][]string, columns []string) ([]Row, error) {
	places := make([]int, len(rows[0]))
	for i, h := range rows[0] {
		places[i] = columnOf(h, columns)
		if places[i] < 0 && strings.TrimSpace(h) != "" {
			return nil, fault.New(fault.Invalid, lang.Text{JA: "%s: 列 %q は使えません。使える列: %s", EN: "%s: unknown column %q; allowed: %s"}.With(table, h, strings.Join(columns, ", ")))
		}
	}
	var out []Row
	for n, cells := range rows[1:] {
		r := Row{At: Place{Path: table, Line: n + 2, Column: 1}, Cells: make([]string, len(columns))}
		for i, v := range cells {
			if i < len(places) && places[i] >= 0 {
				r.Cells[places[i]] = strings.ReplaceAll(v, "\r\n", "\n")
			}
		}
		if strings.Join(r.Cells, "") != "" {
			out = append(out, r)
		}
	}
	return out, nil
}

// columnOf finds the column that a heading names: by its key in brackets, its key, or its label.
func columnOf(h string, columns []string) int {
	h = strings.TrimSpace(h)
	if open := strings.LastIndexAny(h, "(（"); open >= 0 {
		h = strings.Trim(h[open:], "(（）)")
	}
	return slices.IndexFunc(columns, func(c string) bool {
		return strings.EqualFold(h, c) || h == columnLabels[c].JA || h == columnLabels[c].EN
	})
}

// day turns the day number that Excel keeps for a date into the date.
func day(cell string) string {
	n, err := strconv.ParseFloat(cell, 64)
	if err != nil {
		return cell
	}
	t, err := excelize.ExcelDateToTime(n, false)
	if err != nil {
		return cell
	}
	return string(clock.Date(t.Format("2006-01-02")))
}
