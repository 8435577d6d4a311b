package cli

import (
	"encoding/json"
	"fmt"
	"io"

	"kijun/internal/fault"
	"kijun/internal/lang"
	"kijun/internal/standard"
)

type checkCmd struct {
	Path     []string `arg:""`
	Sector   string
	Operator string
	On       string
	Format   string `enum:"text,json,sarif,html" default:"text"`
	Strict   bool
}

// Run judges the standards and ends with errNo when an item is open.
func (c *checkCmd) Run(r *run) error {
	q, err := r.question(c.Sector, c.Operator, c.On)
	if err != nil {
		return err
	}
	q.Strict = c.Strict
	body := standard.Read(c.Path, r.catalogue)
	report := body.Check(q, r.catalogue)
	if err := c.write(r, report); err != nil {
		return err
	}
	if standard.HasErrors(report.Problems) {
		return errProblems
	}
	if len(report.Open()) > 0 {
		return errNo
	}
	return nil
}

// errProblems ends a command whose output has already named what is wrong with the input.
var errProblems = fault.New(fault.Invalid, lang.Text{})

func (r *run) question(sector, operator, on string) (standard.Question, error) {
	day, err := r.day(on)
	if err == nil {
		err = r.sector(sector)
	}
	return standard.Question{Sector: sector, Operator: operator, On: day}, err
}

func (c *checkCmd) write(r *run, report *standard.Report) error {
	switch c.Format {
	case "json":
		return writeJSON(r.Out, newCheckJSON(report, r.lang))
	case "sarif":
		return writeSARIF(r.Out, report, r.lang)
	}
	if standard.HasErrors(report.Problems) {
		return r.problems(r.Err, report.Problems)
	}
	if c.Format == "html" {
		return r.Pages.Check(r.Out, report, r.lang)
	}
	return r.checkText(report)
}

// problems writes one line a problem: file:line:column: severity: message [rule].
func (r *run) problems(w io.Writer, ps []standard.Problem) error {
	for _, p := range ps {
		where := ""
		if p.Path != "" {
			where = fmt.Sprintf("%s:%d:%d: ", p.Path, p.Line, p.Column)
		}
		if _, err := fmt.Fprintf(w, "%s%s: %s [%s]\n", where, r.say(severityWords[p.Severity()]), r.say(p.Message), p.Rule.ID); err != nil {
			return err
		}
	}
	return nil
}

var severityWords = map[standard.Severity]lang.Text{
	standard.Error:   {JA: "誤り", EN: "error"},
	standard.Warning: {JA: "注意", EN: "warning"},
}

// writeJSON writes v, indented, with Japanese and < > as they are.
func writeJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(v)
}
