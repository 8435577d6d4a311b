package oscal

import "reflect"

// Encode writes d as JSON or YAML, members in the order of the OSCAL models, unknown ones after
// them. The oscal-version stays; see [Convert].
func Encode(d *Document, format Format) ([]byte, error) {
	tree := unbindStruct(reflect.ValueOf(d).Elem())
	switch format {
	case JSON:
		return append(appendJSON(nil, tree, 0), '\n'), nil
	case YAML:
		return formatYAML(tree)
	}
	return nil, fail(BadName, string(format))
}
