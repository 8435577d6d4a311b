package standard

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"

	"kijun/internal/fault"
	"kijun/internal/guideline"
	"kijun/internal/lang"
)

var unknownExtension = lang.Text{JA: "%s: 使える拡張子は .md、.xlsx、.csv です", EN: "%s: the extension must be .md, .xlsx or .csv"}

// ReadFile reads one standard from Markdown, Excel or CSV, as the extension says. The document is nil
// where the problems leave nothing to work with.
func ReadFile(path string, c *guideline.Catalogue) (*Document, []Problem, error) {
	name := filepath.ToSlash(path)
	data, ps := readBytes(path, name)
	if ps != nil {
		return nil, ps, nil
	}
	var sheet Sheet
	var err error
	switch strings.ToLower(filepath.Ext(path)) {
	case ".md":
		d, found := Parse(name, data, c)
		return d, found, nil
	case ".xlsx":
		sheet, err = ReadXLSX(name, data)
	case ".csv":
		sheet, err = ReadCSV(name, data)
	default:
		err = fault.New(fault.Invalid, unknownExtension.With(path))
	}
	if err != nil {
		return nil, nil, err
	}
	d, found := FromSheet(name, sheet, c)
	return d, found, nil
}

// Encode writes a document as Markdown, Excel or CSV, as the extension of path says.
func Encode(d *Document, path string, l lang.Lang) ([]byte, error) {
	var b bytes.Buffer
	var err error
	switch strings.ToLower(filepath.Ext(path)) {
	case ".md":
		var text string
		text, err = Format(d)
		b.WriteString(text)
	case ".xlsx":
		err = WriteXLSX(&b, ToSheet(d), l)
	case ".csv":
		err = WriteCSV(&b, ToSheet(d))
	default:
		err = fault.New(fault.Invalid, unknownExtension.With(path))
	}
	return b.Bytes(), err
}

// WriteFile puts data into a file all at once or not at all: it is written beside the file first.
func WriteFile(path string, data []byte) error {
	mode := os.FileMode(0o644)
	if info, err := os.Stat(path); err == nil {
		mode = info.Mode().Perm()
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".kijun-*")
	if err != nil {
		return cannotWrite(path, err)
	}
	defer os.Remove(f.Name()) // nothing is left of it once it is renamed
	_, err = f.Write(data)
	if chmod := f.Chmod(mode); err == nil {
		err = chmod
	}
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return cannotWrite(path, err)
	}
	return nil
}

func cannotWrite(path string, err error) error {
	return fault.New(fault.Invalid, lang.Text{JA: "%s に書き込めません", EN: "cannot write %s"}.With(path)).Because(err)
}
