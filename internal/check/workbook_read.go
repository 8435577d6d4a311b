package check

import (
	"bytes"
	"errors"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"kijun/internal/fault"
	"kijun/internal/lang"
)

// Limits on a workbook that comes in.
const (
	MaxWorkbook = 8 << 20
	maxUnpacked = 64 << 20
	maxSheetXML = 32 << 20
	maxRows     = 20_000
	maxColumns  = 200 // one cell far to the right makes a row of 16,384
)

// Problem is what is wrong in a workbook, where, and what is allowed.
type Problem struct {
	Cell    string // such as J17; "" where it is the whole workbook
	Heading string // of the entry
	Text    lang.Text
}

// filled is a workbook as somebody filled it in.
type filled struct {
	check   string
	made    time.Time
	stamps  map[string]stamp
	columns map[string]int // place of a key, from 0
	rows    []filledRow
}

// stamp is what an entry was when the workbook was made.
type stamp struct {
	version int
	digest  string
}

type filledRow struct {
	line  int
	cells []string
}

// value is the cell of a row under a key.
func (f filled) value(r filledRow, key string) string {
	if at, ok := f.columns[key]; ok && at < len(r.cells) {
		return tidyText(r.cells[at])
	}
	return ""
}

// cell names the cell of a row under a key.
func (f filled) cell(r filledRow, key string) string { return cellName(f.columns[key], r.line) }

var (
	wordNoWorkbook  = lang.Text{JA: "Excel のブック（.xlsx）として読めません", EN: "cannot be read as an Excel workbook (.xlsx)"}
	wordNoStamp     = lang.Text{JA: "この自己点検から書き出したブックではありません（隠れたシートがないか、読めません）。もう一度書き出したブックに記入してください", EN: "this workbook was not written by a self-check (its hidden sheet is missing or cannot be read); write one out again and fill that in"}
	wordNewSchema   = lang.Text{JA: "ブックの形式 %q は読めません（読める形式: %s）", EN: "the workbook has schema %q; this kijun reads %s"}
	wordNoColumns   = lang.Text{JA: "隠れた1行目に列の名前 %s がありません。もう一度書き出したブックに記入してください", EN: "the column name %s is missing in the hidden first row; write a workbook out again and fill that in"}
	wordManyColumns = lang.Text{JA: "列が多すぎます（上限は %d 列）", EN: "there are too many columns (the limit is %d)"}
	wordManyRows    = lang.Text{JA: "行が多すぎます（上限は %d 行）", EN: "there are too many rows (the limit is %d)"}
)

// readWorkbook reads a workbook that was written here and filled in by somebody.
func readWorkbook(data []byte) (f filled, err error) {
	x, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{UnzipSizeLimit: maxUnpacked, UnzipXMLSizeLimit: maxSheetXML, RawCellValue: true})
	if err != nil {
		return filled{}, fault.New(fault.Invalid, wordNoWorkbook).Because(err)
	}
	defer func() { err = errors.Join(err, x.Close()) }()
	if err := f.readStamp(x); err != nil {
		return filled{}, err
	}
	for _, sheet := range x.GetSheetList() {
		if sheet == stampSheet {
			continue
		}
		if found, err := f.readRows(x, sheet); err != nil || found {
			return f, err
		}
	}
	return filled{}, fault.New(fault.Invalid, wordNoColumns.With("id"))
}

func (f *filled) readStamp(x *excelize.File) error {
	f.stamps = map[string]stamp{}
	schema := ""
	err := eachRow(x, stampSheet, func(line int, cells []string) error {
		cells = append(cells, "", "", "")
		switch line {
		case 1:
			schema = cells[1]
		case 2:
			f.check = cells[1]
		case 3:
			f.made, _ = time.Parse(time.RFC3339, cells[1])
		case 4:
		default:
			version, err := strconv.Atoi(cells[1])
			if err != nil {
				return fault.New(fault.Invalid, wordNoStamp).Because(err)
			}
			f.stamps[cells[0]] = stamp{version, cells[2]}
		}
		return nil
	})
	switch {
	case err != nil || schema == "":
		return fault.New(fault.Invalid, wordNoStamp).Because(err)
	case schema != workbookSchema:
		return fault.New(fault.Invalid, wordNewSchema.With(schema, workbookSchema))
	}
	return nil
}

// readRows reads a sheet whose first row names the columns; found is false for any other sheet.
func (f *filled) readRows(x *excelize.File, sheet string) (found bool, err error) {
	f.columns, f.rows = map[string]int{}, nil
	err = eachRow(x, sheet, func(line int, cells []string) error {
		switch {
		case line == keyRow:
			for i, key := range cells {
				f.columns[strings.TrimSpace(key)] = i
			}
			if _, found = f.columns["id"]; !found {
				return io.EOF
			}
			return f.complete()
		case line >= firstRow && strings.TrimSpace(strings.Join(cells, "")) != "":
			f.rows = append(f.rows, filledRow{line, cells})
		}
		return nil
	})
	if errors.Is(err, io.EOF) {
		err = nil
	}
	return found, err
}

// complete reports the first column to be filled in that is missing: to pass over it would lose answers.
func (f *filled) complete() error {
	for _, c := range sheetColumns {
		if _, ok := f.columns[c.key]; !ok && c.input {
			return fault.New(fault.Invalid, wordNoColumns.With(c.key))
		}
	}
	return nil
}

// eachRow goes through the rows of a sheet without holding it in memory.
func eachRow(x *excelize.File, sheet string, do func(line int, cells []string) error) error {
	rows, err := x.Rows(sheet)
	if err != nil {
		return fault.New(fault.Invalid, wordNoWorkbook).Because(err)
	}
	defer rows.Close()
	for line := 1; rows.Next(); line++ {
		if line > maxRows {
			return fault.New(fault.TooLarge, wordManyRows.With(maxRows))
		}
		cells, err := rows.Columns(excelize.Options{RawCellValue: true})
		if err != nil {
			return fault.New(fault.Invalid, wordNoWorkbook).Because(err)
		}
		if len(cells) > maxColumns {
			return fault.New(fault.TooLarge, wordManyColumns.With(maxColumns))
		}
		if err := do(line, cells); err != nil {
			return err
		}
	}
	if err := rows.Error(); err != nil {
		return fault.New(fault.Invalid, wordNoWorkbook).Because(err)
	}
	return nil
}

// answer reads the answer in a row, and what is wrong with it.
func (f filled) answer(r filledRow) (a Answer, confirm bool, problems []Problem) {
	add := func(key string, t lang.Text) {
		problems = append(problems, Problem{Cell: f.cell(r, key), Heading: f.value(r, "heading"), Text: t})
	}
	word := func(key string, choice func(string) bool, words []lang.Text) {
		if !choice(f.value(r, key)) {
			add(key, wordChoice.With(f.value(r, key), allowed(words)))
		}
	}
	for i, to := range []*Judgement{&a.InPlace, &a.InOperation, &a.Effective} {
		word(Questions[i], chosen(to, JudgementLabels), labels(JudgementLabels, Judgements))
	}
	word("work", chosen(&a.Work, WorkLabels), labels(WorkLabels, Works))
	word("severity", chosen(&a.Severity, SeverityLabels), labels(SeverityLabels, Severities))
	word("not-applicable", ticks(&a.NotApplicable), []lang.Text{wordYes})
	word("confirm", ticks(&confirm), []lang.Text{wordYes})
	a.Reason, a.Note = f.value(r, "reason"), f.value(r, "note")
	if len(problems) > 0 {
		return a, confirm, problems
	}
	a = a.tidy()
	if err := a.check(); err != nil {
		for _, field := range fault.Of(err).Fields {
			add(field.Name, field.Text)
		}
	}
	return a, confirm, problems
}

// chosen reads a word of either language, or its code, into a value. An empty cell is the value "", where
// there is one.
func chosen[T ~string](to *T, of map[T]lang.Text) func(string) bool {
	return func(cell string) bool {
		for v, t := range of {
			if is := lang.Fold(cell); cell == string(v) || cell != "" && (is == lang.Fold(t.JA) || is == lang.Fold(t.EN)) {
				*to = v
				return true
			}
		}
		return false
	}
}

func ticks(to *bool) func(string) bool {
	return func(cell string) bool {
		var j Judgement
		ok := chosen(&j, JudgementLabels)(cell)
		*to = j == Yes
		return ok && j != Partly
	}
}

// allowed lists words in both languages.
func allowed(words []lang.Text) lang.Text {
	return lang.Text{JA: strings.Join(in(lang.JA, words), "、"), EN: strings.Join(in(lang.EN, words), ", ")}
}
