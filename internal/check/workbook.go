package check

import (
	"cmp"
	"encoding/csv"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"kijun/internal/lang"
	"kijun/internal/standard"
)

// schema of the workbook. It changes when an older kijun could misread a newer workbook.
const workbookSchema = "check-workbook/1"

// stampSheet holds what the workbook was made from. Excel's own menus do not show it.
const stampSheet = "_kijun"

var wordSheet = lang.Text{JA: "点検", EN: "check"}

// The rows of the sheet: the keys of the columns (hidden), their headings, the entries.
const (
	keyRow   = 1
	headRow  = 2
	firstRow = 3
)

// sheetColumn is one column of the workbook.
type sheetColumn struct {
	key   string
	label lang.Text
	width float64
	input bool        // to be filled in; the others are locked
	words []lang.Text // that it allows, as a drop-down
	value func(e Entry, l lang.Lang) string
}

var wordYes = JudgementLabels[Yes]

// sheetColumns in their order. The id is hidden.
var sheetColumns = []sheetColumn{
	{key: "id", width: 10, value: func(e Entry, _ lang.Lang) string { return e.Ref.String() }},
	{key: "number", label: lang.Text{JA: "番号", EN: "No."}, width: 6, value: func(e Entry, _ lang.Lang) string { return fmt.Sprint(e.Number) }},
	{key: "items", label: lang.Text{JA: "指針の項目", EN: "Guideline items"}, width: 11, value: func(e Entry, l lang.Lang) string { return itemWords(e, l) }},
	{key: "document", label: lang.Text{JA: "文書", EN: "Document"}, width: 22, value: func(e Entry, l lang.Lang) string { return e.Document.In(l) }},
	{key: "tier", label: lang.Text{JA: "区分", EN: "Tier"}, width: 13, value: func(e Entry, l lang.Lang) string { return standard.TierLabels[e.Tier].In(l) }},
	{key: "word", label: lang.Text{JA: "水準の語", EN: "Level word"}, width: 8, value: func(e Entry, _ lang.Lang) string { return e.Word }},
	{key: "degree", label: lang.Text{JA: "程度", EN: "How far"}, width: 18, value: func(e Entry, _ lang.Lang) string { return e.Degree }},
	{key: "heading", label: lang.Text{JA: "見出し", EN: "Heading"}, width: 26, value: func(e Entry, _ lang.Lang) string { return e.Heading }},
	{key: "text", label: lang.Text{JA: "本文", EN: "Text"}, width: 50, value: func(e Entry, l lang.Lang) string { return e.Snapshot.Words().In(l) }},
	{key: "in-place", label: QuestionLabels["in-place"], width: 9, input: true, words: labels(JudgementLabels, Judgements), value: func(e Entry, l lang.Lang) string { return judged(e.InPlace, l) }},
	{key: "in-operation", label: QuestionLabels["in-operation"], width: 9, input: true, words: labels(JudgementLabels, Judgements), value: func(e Entry, l lang.Lang) string { return judged(e.InOperation, l) }},
	{key: "effective", label: QuestionLabels["effective"], width: 9, input: true, words: labels(JudgementLabels, Judgements), value: func(e Entry, l lang.Lang) string { return judged(e.Effective, l) }},
	{key: "work", label: WorkLabel, width: 11, input: true, words: labels(WorkLabels, Works), value: func(e Entry, l lang.Lang) string { return WorkLabels[e.Work].In(l) }},
	{key: "severity", label: SeverityLabel, width: 9, input: true, words: labels(SeverityLabels, Severities), value: func(e Entry, l lang.Lang) string { return SeverityLabels[e.Severity].In(l) }},
	{key: "not-applicable", label: NotApplicableLabel, width: 9, input: true, words: []lang.Text{wordYes}, value: func(e Entry, l lang.Lang) string { return ticked(e.NotApplicable, l) }},
	{key: "reason", label: ReasonLabel, width: 26, input: true, value: func(e Entry, _ lang.Lang) string { return e.Answer.Reason }},
	{key: "note", label: NoteLabel, width: 32, input: true, value: func(e Entry, _ lang.Lang) string { return e.Note }},
	{key: "confirm", label: ConfirmLabel, width: 10, input: true, words: []lang.Text{wordYes}, value: func(Entry, lang.Lang) string { return "" }},
	{key: "marks", label: lang.Text{JA: "印", EN: "Marks"}, width: 18, value: func(e Entry, l lang.Lang) string { return e.marks().In(l) }},
}

func labels[T comparable](of map[T]lang.Text, values []T) []lang.Text {
	out := make([]lang.Text, len(values))
	for i, v := range values {
		out[i] = of[v]
	}
	return out
}

func judged(j Judgement, l lang.Lang) string {
	if j == Unanswered {
		return ""
	}
	return JudgementLabels[j].In(l)
}

func ticked(is bool, l lang.Lang) string {
	if is {
		return wordYes.In(l)
	}
	return ""
}

func itemWords(e Entry, l lang.Lang) string {
	if e.Items[0] == Beyond {
		return BeyondLabel.In(l)
	}
	return strings.Join(e.Items, " ")
}

// marks says what stands out at an entry.
func (e Entry) marks() lang.Text {
	var ja, en []string
	for _, m := range []struct {
		is   bool
		show Show
	}{{e.Carried, ShowCarried}, {e.Changed, ShowChanged}} {
		if m.is {
			ja, en = append(ja, ShowLabels[m.show].JA), append(en, ShowLabels[m.show].EN)
		}
	}
	return lang.Text{JA: strings.Join(ja, "、"), EN: strings.Join(en, ", ")}
}

// writeWorkbook writes entries as a workbook that can be filled in and read again. Every cell is text, so
// nothing that somebody typed becomes a formula.
func writeWorkbook(w io.Writer, c SelfCheck, es []Entry, now time.Time, l lang.Lang) error {
	f := excelize.NewFile()
	defer f.Close()
	sheet := wordSheet.In(l)
	b := &workbook{File: f, sheet: sheet, lang: l, last: firstRow + len(es) - 1}
	b.do(f.SetSheetName("Sheet1", sheet))
	b.styles()
	b.head()
	for i, e := range es {
		for j, col := range sheetColumns {
			b.cell(j, firstRow+i, col.value(e, l))
		}
	}
	b.columns()
	b.protect()
	b.paper(c)
	b.stamp(c, es, now)
	if b.err != nil {
		return fmt.Errorf("write a workbook: %w", b.err)
	}
	return f.Write(w)
}

// WriteCSV writes entries as data: UTF-8 with a byte order mark, for a spreadsheet that is not told the
// encoding. A cell that a spreadsheet would take for a formula gets an apostrophe before it.
func writeCSV(w io.Writer, es []Entry, l lang.Lang) error {
	if _, err := io.WriteString(w, "\ufeff"); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	head := make([]string, len(sheetColumns))
	for i, c := range sheetColumns {
		head[i] = c.key
	}
	rows := [][]string{head}
	for _, e := range es {
		row := make([]string, len(sheetColumns))
		for i, c := range sheetColumns {
			row[i] = harmless(c.value(e, l))
		}
		rows = append(rows, row)
	}
	return cmp.Or(out.WriteAll(rows), out.Error())
}

// harmless keeps a cell of a CSV file from being run as a formula.
func harmless(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r＝＋－＠", []rune(s)[0]) {
		return "'" + s
	}
	return s
}
