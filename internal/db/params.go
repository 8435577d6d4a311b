package db

import (
	"strconv"
	"strings"
)

// Params collects the arguments of a statement that is put together, so that $1..$n stand in the order of
// their first use.
type Params []any

// Add takes an argument and returns how the statement names it.
func (p *Params) Add(v any) string {
	*p = append(*p, v)
	return "$" + strconv.Itoa(len(*p))
}

// In returns a list for `x IN …`. An empty list holds nothing.
func (p *Params) In(values []string) string {
	if len(values) == 0 {
		return "(NULL)"
	}
	names := make([]string, len(values))
	for i, v := range values {
		names[i] = p.Add(v)
	}
	return "(" + strings.Join(names, ", ") + ")"
}
