package check

import (
	"archive/zip"
	"bytes"
	"errors"
	"io/fs"
	"maps"
	"slices"
	"testing"
	"time"

	"kijun/internal/fault"
	"kijun/internal/lang"
	"kijun/internal/standard"
)

// FuzzReadWorkbook feeds the reader what is no workbook of ours: it may refuse, and nothing else; what it
// takes is an answer, or a problem that says where. What is fuzzed is the XML inside, behind the checksums.
func FuzzReadWorkbook(f *testing.F) {
	entries := []Entry{
		newEntry("01", 1, 1, Snapshot{Ref: standard.Ref{Document: "law", Clause: "a"}, Items: []string{"p3.1"}, Tier: standard.Mandatory, Heading: "あ", Text: "本文"}),
		newEntry("01", 2, 2, Snapshot{Ref: standard.Ref{Document: "own", Clause: "r1"}, Items: []string{Beyond}, Tier: standard.InHouse, Heading: "一"}),
	}
	var b bytes.Buffer
	if err := writeWorkbook(&b, SelfCheck{ID: "01", Year: 2026}, entries, time.Date(2026, 11, 24, 1, 0, 0, 0, time.UTC), lang.JA); err != nil {
		f.Fatal(err)
	}
	whole := b.Bytes()
	parts := unzip(f, whole)
	f.Add(parts[sheetPart], parts[stampPart], parts[stringsPart])
	f.Fuzz(func(t *testing.T, sheet, stamp, words []byte) {
		parts := maps.Clone(parts)
		parts[sheetPart], parts[stampPart], parts[stringsPart] = sheet, stamp, words
		book, err := readWorkbook(zipped(t, parts))
		var refused *fault.Fault
		if err != nil {
			if !errors.As(err, &refused) {
				t.Fatal(err)
			}
			return
		}
		for _, r := range book.rows {
			answer, _, problems := book.answer(r)
			if len(problems) == 0 && answer.check() != nil {
				t.Errorf("row %d is taken as %+v", r.line, answer)
			}
			for _, p := range problems {
				if p.Cell == "" || p.Text.IsZero() {
					t.Errorf("a problem without a place or a text: %+v", p)
				}
			}
		}
	})
}

// The parts of a workbook that hold what somebody filled in.
const (
	sheetPart   = "xl/worksheets/sheet1.xml"
	stampPart   = "xl/worksheets/sheet2.xml"
	stringsPart = "xl/sharedStrings.xml"
)

func unzip(t testing.TB, data []byte) map[string][]byte {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string][]byte{}
	for _, f := range r.File {
		if parts[f.Name], err = fs.ReadFile(r, f.Name); err != nil {
			t.Fatal(err)
		}
	}
	return parts
}

func zipped(t testing.TB, parts map[string][]byte) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		f, err := w.CreateHeader(&zip.FileHeader{Name: name})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write(parts[name]); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
