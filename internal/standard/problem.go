package standard

import (
	"cmp"
	"slices"

	"kijun/internal/lang"
)

// Severity of a problem. Only errors keep a folder from being judged.
type Severity string

// The severities.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
)

// Place is where something stands in a file. Line and Column count from 1, columns in code points.
type Place struct {
	Path   string
	Line   int
	Column int
}

// Problem is one thing that is wrong, or doubtful, in a file that somebody wrote.
type Problem struct {
	Place
	Rule    *Rule
	Message lang.Text
}

// Severity of the problem's rule.
func (p Problem) Severity() Severity { return p.Rule.Severity }

// problems collects what one reading finds.
type problems []Problem

// add notes that rule is broken at place; args fill the rule's message.
func (ps *problems) add(rule *Rule, at Place, args ...any) {
	*ps = append(*ps, Problem{Place: at, Rule: rule, Message: rule.Says.With(args...)})
}

// sorted returns the problems by file, line, column and rule, whatever order found them.
func (ps problems) sorted() []Problem {
	out := slices.Clone([]Problem(ps))
	slices.SortStableFunc(out, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.Line, b.Line),
			cmp.Compare(a.Column, b.Column), cmp.Compare(a.Rule.ID, b.Rule.ID),
			cmp.Compare(a.Message.EN, b.Message.EN))
	})
	return out
}

// HasErrors reports whether any of the problems is an error.
func HasErrors(ps []Problem) bool {
	return slices.ContainsFunc(ps, func(p Problem) bool { return p.Severity() == Error })
}

// meant is the hint behind a message: "did you mean …?", or nothing.
func meant(word string, allowed []string) lang.Text {
	return hint(lang.Nearest(word, allowed))
}

func hint(near string) lang.Text {
	if near == "" {
		return lang.Text{}
	}
	return lang.Text{JA: "（%s のことですか）", EN: " (did you mean %s?)"}.With(near)
}
