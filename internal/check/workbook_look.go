package check

import (
	"fmt"
	"time"

	"github.com/xuri/excelize/v2"

	"kijun/internal/lang"
)

// workbook is a workbook that is being written. It keeps the first error.
type workbook struct {
	*excelize.File
	sheet string
	lang  lang.Lang
	last  int // the last row of entries
	err   error

	headStyle, lockedStyle, inputStyle int
}

func (b *workbook) do(err error) {
	if b.err == nil {
		b.err = err
	}
}

// cellName names a cell by its column from 0 and its row.
func cellName(column, row int) string {
	name, err := excelize.CoordinatesToCellName(column+1, row)
	if err != nil {
		panic(err) // columns and rows are ours
	}
	return name
}

func (b *workbook) cell(column, row int, value string) {
	if value != "" {
		b.do(b.SetCellStr(b.sheet, cellName(column, row), value))
	}
}

func (b *workbook) styles() {
	style := func(s excelize.Style) int {
		s.NumFmt = 49 // text
		s.Border = []excelize.Border{{Type: "bottom", Style: 1, Color: "D8D8D8"}, {Type: "right", Style: 1, Color: "D8D8D8"}}
		id, err := b.NewStyle(&s)
		b.do(err)
		return id
	}
	fill := func(colour string) excelize.Fill {
		return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
	}
	wrap := &excelize.Alignment{WrapText: true, Vertical: "top"}
	b.headStyle = style(excelize.Style{Font: &excelize.Font{Bold: true}, Fill: fill("E8F1FE"), Alignment: wrap, Protection: &excelize.Protection{Locked: true}})
	b.lockedStyle = style(excelize.Style{Alignment: wrap, Protection: &excelize.Protection{Locked: true}})
	b.inputStyle = style(excelize.Style{Fill: fill("FFF9DB"), Alignment: wrap, Protection: &excelize.Protection{Locked: false}})
}

func (b *workbook) head() {
	for i, c := range sheetColumns {
		b.cell(i, keyRow, c.key)
		b.cell(i, headRow, c.label.In(b.lang))
	}
	b.do(b.SetCellStyle(b.sheet, cellName(0, headRow), cellName(len(sheetColumns)-1, headRow), b.headStyle))
	b.do(b.SetRowVisible(b.sheet, keyRow, false))
}

// columns gives each column its width, its style and the words it allows.
func (b *workbook) columns() {
	for i, c := range sheetColumns {
		name, err := excelize.ColumnNumberToName(i + 1)
		b.do(err)
		b.do(b.SetColWidth(b.sheet, name, name, c.width))
		style := b.lockedStyle
		if c.input {
			style = b.inputStyle
		}
		b.do(b.SetCellStyle(b.sheet, cellName(i, firstRow), cellName(i, b.last), style))
		if c.words != nil {
			b.dropDown(i, c)
		}
	}
	b.do(b.SetColVisible(b.sheet, "A", false))
}

var (
	wordChoose   = lang.Text{JA: "一覧から選んでください", EN: "Choose from the list"}
	wordNotThere = lang.Text{JA: "一覧にない値です。選べる値: %s", EN: "This is not in the list. Allowed: %s"}
)

func (b *workbook) dropDown(column int, c sheetColumn) {
	v := excelize.NewDataValidation(true)
	v.Sqref = cellName(column, firstRow) + ":" + cellName(column, b.last)
	words := in(b.lang, c.words)
	b.do(v.SetDropList(words))
	v.SetInput(c.label.In(b.lang), wordChoose.In(b.lang))
	v.SetError(excelize.DataValidationErrorStyleStop, c.label.In(b.lang), wordNotThere.With(allowed(c.words)).In(b.lang))
	b.do(b.AddDataValidation(b.sheet, v))
}

func in(l lang.Lang, texts []lang.Text) []string {
	out := make([]string, len(texts))
	for i, t := range texts {
		out[i] = t.In(l)
	}
	return out
}

// protect locks what is not to be filled in. It guides; it is no security, and nothing rests on it.
func (b *workbook) protect() {
	b.do(b.ProtectSheet(b.sheet, &excelize.SheetProtectionOptions{AutoFilter: true, FormatColumns: true, FormatRows: true, Sort: true,
		SelectLockedCells: true, SelectUnlockedCells: true}))
	b.do(b.AutoFilter(b.sheet, cellName(0, headRow)+":"+cellName(len(sheetColumns)-1, b.last), nil))
	b.do(b.SetPanes(b.sheet, &excelize.Panes{Freeze: true, XSplit: 2, YSplit: headRow, TopLeftCell: cellName(2, firstRow), ActivePane: "bottomRight"}))
}

// paper makes the sheet print on A4, its heading on every page.
func (b *workbook) paper(c SelfCheck) {
	a4, landscape, wide, tall, fit := 9, "landscape", 1, 0, true
	b.do(b.SetPageLayout(b.sheet, &excelize.PageLayoutOptions{Size: &a4, Orientation: &landscape, FitToWidth: &wide, FitToHeight: &tall}))
	b.do(b.SetSheetProps(b.sheet, &excelize.SheetPropsOptions{FitToPage: &fit}))
	b.do(b.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: fmt.Sprintf("'%s'!$%d:$%d", b.sheet, headRow, headRow), Scope: b.sheet}))
	b.do(b.SetHeaderFooter(b.sheet, &excelize.HeaderFooterOptions{OddFooter: "&C&P / &N"}))
	language := map[lang.Lang]string{lang.JA: "ja-JP", lang.EN: "en-GB"}[b.lang]
	b.do(b.SetDocProps(&excelize.DocProperties{Title: c.Name().In(b.lang), Creator: "kijun", Language: language}))
}

// stamp writes what the workbook was made from: the check, when, and of every entry the version and a
// hash of the answer, so that a row nobody touched is known as such.
func (b *workbook) stamp(c SelfCheck, es []Entry, now time.Time) {
	_, err := b.NewSheet(stampSheet)
	b.do(err)
	rows := [][]string{{"schema", workbookSchema}, {"check", c.ID}, {"made", now.UTC().Format(time.RFC3339)}, {"id", "version", "answer"}}
	for _, e := range es {
		rows = append(rows, []string{e.Ref.String(), fmt.Sprint(e.Version), e.digest()})
	}
	for i, row := range rows {
		for j, v := range row {
			b.do(b.SetCellStr(stampSheet, cellName(j, i+1), v))
		}
	}
	b.do(b.SetSheetVisible(stampSheet, false, true))
}
