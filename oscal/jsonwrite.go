package oscal

// appendJSON writes v, indented by two spaces from the given depth on.
func appendJSON(b []byte, v any, depth int) []byte {
	switch v := v.(type) {
	case string:
		return appendString(b, v)
	case Number:
		return append(b, v...)
	case bool:
		if v {
			return append(b, "true"...)
		}
		return append(b, "false"...)
	case Object:
		return appendObject(b, v, depth)
	case []any:
		return appendArray(b, v, depth)
	}
	return append(b, "null"...)
}

func appendObject(b []byte, o Object, depth int) []byte {
	if len(o) == 0 {
		return append(b, "{}"...)
	}
	before := byte('{')
	for _, m := range o {
		b = appendString(newline(append(b, before), depth+1), m.Name)
		b = appendJSON(append(b, ": "...), m.Value, depth+1)
		before = ','
	}
	return append(newline(b, depth), '}')
}

func appendArray(b []byte, a []any, depth int) []byte {
	if len(a) == 0 {
		return append(b, "[]"...)
	}
	before := byte('[')
	for _, v := range a {
		b = appendJSON(newline(append(b, before), depth+1), v, depth+1)
		before = ','
	}
	return append(newline(b, depth), ']')
}

func newline(b []byte, depth int) []byte {
	b = append(b, '\n')
	for range depth {
		b = append(b, "  "...)
	}
	return b
}

// appendString writes s as JSON, escaping only what JSON demands, so that Japanese stays readable.
func appendString(b []byte, s string) []byte {
	const hex = "0123456789abcdef"
	b = append(b, '"')
	start := 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= ' ' && c != '"' && c != '\\' {
			continue
		}
		b = append(b, s[start:i]...)
		start = i + 1
		switch c {
		case '"', '\\':
			b = append(b, '\\', c)
		case '\n':
			b = append(b, `\n`...)
		case '\t':
			b = append(b, `\t`...)
		default:
			b = append(b, '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
		}
	}
	return append(append(b, s[start:]...), '"')
}
