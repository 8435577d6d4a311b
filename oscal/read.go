package oscal

import (
	"io"
	"io/fs"
	"reflect"
	"slices"
)

// Read reads the document called name from fsys; the ending of the name says the format.
func Read(fsys fs.FS, name string) (*Document, error) {
	format := FormatOf(name)
	if format == "" {
		return nil, fail(BadName, name)
	}
	data, err := readAll(fsys, name)
	if err != nil {
		return nil, err
	}
	d, failed := decode(data, format)
	if failed != nil {
		failed.Document = name
		return nil, failed
	}
	return d, nil
}

// readAll stops at [MaxBytes] instead of filling the memory.
func readAll(fsys fs.FS, name string) ([]byte, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, &Error{Kind: Unreadable, Args: []any{name, err}, Cause: err}
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, MaxBytes+1))
	if err != nil {
		return nil, &Error{Kind: Unreadable, Args: []any{name, err}, Cause: err}
	}
	return data, nil
}

// Decode reads a document from data. Members that this package does not know are kept in Extra and
// written back; what stands where another sort of value belongs is an error with its place.
func Decode(data []byte, format Format) (*Document, error) {
	d, err := decode(data, format)
	if err != nil {
		return nil, err
	}
	return d, nil
}

func decode(data []byte, format Format) (*Document, *Error) {
	tree, err := parse(data, format)
	if err != nil {
		return nil, err
	}
	d, err := fromTree(tree)
	if err != nil && err.Pointer != "" {
		err.Line = Line(data, format, err.Pointer)
	}
	return d, err
}

// parse reads data into a tree.
func parse(data []byte, format Format) (any, *Error) {
	if len(data) > MaxBytes {
		return nil, fail(TooLarge, MaxBytes)
	}
	switch format {
	case JSON:
		return parseJSON(data)
	case YAML:
		return parseYAML(data)
	case XML:
		return parseXML(data)
	}
	return nil, fail(BadName, string(format))
}

func fromTree(tree any) (*Document, *Error) {
	o, ok := tree.(Object)
	if !ok {
		return nil, fail(NotOSCAL, describe(tree))
	}
	d := new(Document)
	if err := bind(reflect.ValueOf(d).Elem(), o); err != nil {
		return nil, err
	}
	if err := checkModels(d, o); err != nil {
		return nil, err
	}
	if v := d.Metadata().OSCALVersion; v != "" {
		if parsed, ok := parseVersion(v); ok && parsed.major != 1 {
			return nil, fail(BadVersion, v, "1.0.0 to "+Version)
		}
	}
	return d, nil
}

// checkModels makes sure that o has one model.
func checkModels(d *Document, o Object) *Error {
	l := layoutOf(reflect.TypeFor[Document]())
	var models, all []string
	for _, m := range o {
		all = append(all, m.Name)
		if slices.Contains(l.names, m.Name) {
			models = append(models, m.Name)
		}
	}
	if len(models) != 1 || d.Model() == "" {
		return fail(NotOSCAL, all)
	}
	return nil
}
