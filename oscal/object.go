package oscal

import "slices"

// Object is a JSON object that keeps the order of its members. Values are string, [Number], bool,
// nil, Object or []any; nothing else ever stands in an object that this package made.
type Object []Member

// Member is one name and value of an [Object].
type Member struct {
	Name  string
	Value any
}

// Number is a number as it was written, so that 1.10 stays 1.10.
type Number string

// Get returns the value called name and whether there is one.
func (o Object) Get(name string) (any, bool) {
	for i := range o {
		if o[i].Name == name {
			return o[i].Value, true
		}
	}
	return nil, false
}

// String returns the string called name, or "" where there is none.
func (o Object) String(name string) string {
	v, _ := o.Get(name)
	s, _ := v.(string)
	return s
}

// duplicate returns a name that stands twice in o, or "". Two readers may pick different ones of
// two members with one name, so such a document means nothing certain.
func (o Object) duplicate() string {
	if len(o) <= 16 {
		for i := range o {
			if slices.ContainsFunc(o[:i], func(m Member) bool { return m.Name == o[i].Name }) {
				return o[i].Name
			}
		}
		return ""
	}
	seen := make(map[string]bool, len(o))
	for _, m := range o {
		if seen[m.Name] {
			return m.Name
		}
		seen[m.Name] = true
	}
	return ""
}
