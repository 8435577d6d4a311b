package oscal

import (
	"bytes"
	"path"
	"strings"
)

// Format is how a document is written down.
type Format string

// The formats. XML is read only, and only for catalogs and profiles.
const (
	JSON Format = "json"
	YAML Format = "yaml"
	XML  Format = "xml"
)

// FormatOf tells the format from the ending of a file name; "" where it does not.
func FormatOf(name string) Format {
	switch strings.ToLower(path.Ext(name)) {
	case ".json":
		return JSON
	case ".yaml", ".yml":
		return YAML
	case ".xml":
		return XML
	}
	return ""
}

// sniff guesses the format of bytes that have no name.
func sniff(data []byte) Format {
	data = bytes.TrimLeft(bytes.TrimPrefix(data, []byte("\ufeff")), " \t\r\n")
	switch {
	case bytes.HasPrefix(data, []byte("{")):
		return JSON
	case bytes.HasPrefix(data, []byte("<")):
		return XML
	}
	return YAML
}
