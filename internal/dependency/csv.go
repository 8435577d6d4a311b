package dependency

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"kijun/internal/lang"
)

// csvRow is one row of a CSV file: the cells by the name of their column, and where each stands.
type csvRow struct {
	cells map[string]string
	at    map[string]Place
	place Place
}

// csvFile is a CSV file with names in its first row.
type csvFile struct {
	path    string
	columns []string
	rows    []csvRow
}

// readCSV reads a file in UTF-8, with or without a byte order mark. It notes what it cannot read.
func (r *yamlReader) readCSV(path string, data []byte) *csvFile {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	switch {
	case len(data) > maxBytes:
		r.add(ruleTooLarge, Place{path, 1, 1}, "", maxBytes)
		return nil
	case !utf8.Valid(data):
		r.add(ruleNotUTF8, Place{path, 1, 1}, "")
		return nil
	}
	f := &csvFile{path: path}
	lines := bytes.Split(data, []byte("\n"))
	reader := csv.NewReader(bytes.NewReader(data))
	for {
		cells, err := reader.Read()
		if errors.Is(err, io.EOF) {
			return f
		}
		if err != nil {
			r.brokenCSV(path, err)
			return nil
		}
		f.add(cells, func(i int) Place {
			line, column := reader.FieldPos(i)
			return Place{path, line, utf8.RuneCount(lines[line-1][:column-1]) + 1}
		})
	}
}

func (r *yamlReader) brokenCSV(path string, err error) {
	at := Place{path, 1, 1}
	var broken *csv.ParseError
	if errors.As(err, &broken) {
		at.Line, at.Column, err = broken.Line, max(broken.Column, 1), broken.Err
	}
	r.add(ruleBrokenCSV, at, "", lang.Same(err.Error()))
}

// add takes the first row as the names of the columns.
func (f *csvFile) add(cells []string, at func(int) Place) {
	if f.columns == nil {
		for _, name := range cells {
			f.columns = append(f.columns, strings.TrimSpace(name))
		}
		return
	}
	row := csvRow{map[string]string{}, map[string]Place{}, at(0)}
	for i, cell := range cells {
		row.cells[f.columns[i]], row.at[f.columns[i]] = strings.TrimSpace(cell), at(i)
	}
	f.rows = append(f.rows, row)
}

// template makes a value from the cells of a row: "power-{ID}" takes the cell of the column ID.
type template struct {
	node  *yaml.Node // where it is written; nil when it only names its column
	parts []string   // text and column names by turns
}

// parseTemplate cuts a template into its parts.
func parseTemplate(n *yaml.Node) (template, bool) {
	t := template{node: n}
	for rest := n.Value; ; {
		text, behind, found := strings.Cut(rest, "{")
		t.parts = append(t.parts, text)
		if !found {
			return t, true
		}
		column, after, closed := strings.Cut(behind, "}")
		if !closed {
			return t, false
		}
		t.parts = append(t.parts, column)
		rest = after
	}
}

func (t template) columns() (names []string) {
	for i := 1; i < len(t.parts); i += 2 {
		names = append(names, t.parts[i])
	}
	return names
}

// blank empties the cells that hold the word for a missing value.
func (f *csvFile) blank(missing string) {
	for _, row := range f.rows {
		for column, cell := range row.cells {
			if cell == missing {
				row.cells[column] = ""
			}
		}
	}
}

// scalar is the value for a row as a YAML node at the place of the first cell that it takes; nil when all
// the cells that it takes are empty, or there is no template.
func (t template) scalar(row csvRow) *yaml.Node {
	if len(t.parts) == 0 {
		return nil
	}
	var b strings.Builder
	n := &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Line: row.place.Line, Column: row.place.Column}
	filled := len(t.parts) == 1
	for i, part := range t.parts {
		if i%2 == 0 {
			b.WriteString(part)
			continue
		}
		if i == 1 {
			n.Line, n.Column = row.at[part].Line, row.at[part].Column
		}
		filled = filled || row.cells[part] != ""
		b.WriteString(row.cells[part])
	}
	if n.Value = b.String(); !filled || n.Value == "" {
		return nil
	}
	return n
}
