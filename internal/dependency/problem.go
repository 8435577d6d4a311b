package dependency

import (
	"cmp"
	"slices"

	"kijun/internal/lang"
)

// Place is where something stands in a file. Line and Column count from 1, columns in code points.
type Place struct {
	Path   string
	Line   int
	Column int
}

// Problem is one thing that is wrong in a file that somebody wrote.
type Problem struct {
	Place
	Rule    *Rule
	In      string // the element, such as groups[3].providers[1]; empty for the file as a whole
	Message lang.Text
}

// Rule is one rule of the model file. Its id is stable.
type Rule struct {
	ID   string
	Says lang.Text // the message, with verbs for the particulars
}

// problems collects what one reading finds.
type problems []Problem

func (ps *problems) add(rule *Rule, at Place, in string, args ...any) {
	*ps = append(*ps, Problem{at, rule, in, rule.Says.With(args...)})
}

// sorted returns the problems by file, line and column, whatever order found them.
func (ps problems) sorted() []Problem {
	out := slices.Clone([]Problem(ps))
	slices.SortStableFunc(out, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	return out
}

// meant is the hint behind a message: "did you mean …?", or nothing.
func meant(word string, allowed []string) lang.Text {
	near := lang.Nearest(word, allowed)
	if near == "" {
		return lang.Text{}
	}
	return lang.Text{JA: "（%s のことですか）", EN: " (did you mean %s?)"}.With(near)
}
