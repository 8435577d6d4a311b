package cli

import (
	"io"

	"kijun/internal/guideline"
	"kijun/internal/lang"
	"kijun/internal/standard"
)

// The part of SARIF 2.1.0 that kijun writes: problems and open items as results for code review.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool       sarifTool     `json:"tool"`
		ColumnKind string        `json:"columnKind"`
		Results    []sarifResult `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name  string      `json:"name"`
		Rules []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID string `json:"id"`
	}
	sarifResult struct {
		RuleID    string          `json:"ruleId"`
		Level     string          `json:"level"`
		Message   sarifMessage    `json:"message"`
		Locations []sarifLocation `json:"locations,omitempty"`
	}
	sarifMessage struct {
		Text string `json:"text"`
	}
	sarifLocation struct {
		Physical sarifPhysical `json:"physicalLocation"`
	}
	sarifPhysical struct {
		Artifact sarifArtifact `json:"artifactLocation"`
		Region   sarifRegion   `json:"region"`
	}
	sarifArtifact struct {
		URI string `json:"uri"`
	}
	sarifRegion struct {
		StartLine   int `json:"startLine"`
		StartColumn int `json:"startColumn"`
	}
)

// ruleOpenItem is the SARIF rule of an item that is open; it is no rule of the file format.
const ruleOpenItem = "open-item"

var wordOpenItem = lang.Text{JA: "%s %s: %s", EN: "%s %s: %s"}

func writeSARIF(w io.Writer, r *standard.Report, l lang.Lang) error {
	run := sarifRun{ColumnKind: "unicodeCodePoints", Results: []sarifResult{}}
	run.Tool.Driver = sarifDriver{Name: "kijun", Rules: []sarifRule{{ruleOpenItem}}}
	for _, rule := range standard.Rules {
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, sarifRule{rule.ID})
	}
	for _, p := range r.Problems {
		run.Results = append(run.Results, result(p.Rule.ID, string(p.Severity()), p.Message.In(l), p.Place))
	}
	for _, it := range r.Items {
		if it.Open {
			says := wordOpenItem.With(it.ID, it.Title, standard.StateLabel(it.State, it.Reason)).In(l)
			run.Results = append(run.Results, result(ruleOpenItem, "warning", says, r.WhereToAnswer(it)))
		}
	}
	return writeJSON(w, sarifLog{"https://json.schemastore.org/sarif-2.1.0.json", "2.1.0", []sarifRun{run}})
}

func result(rule, level, says string, at standard.Place) sarifResult {
	out := sarifResult{RuleID: rule, Level: level, Message: sarifMessage{says}}
	if at.Path != "" {
		out.Locations = []sarifLocation{{sarifPhysical{sarifArtifact{at.Path}, sarifRegion{at.Line, at.Column}}}}
	}
	return out
}

// kindsAnswered are the kinds of items that standards answer, in the order of the report.
var kindsAnswered = []guideline.Kind{guideline.Examine, guideline.Reference, guideline.Statement}
