package cli

import (
	"kijun/internal/clock"
	"kijun/internal/guideline"
	"kijun/internal/lang"
	"kijun/internal/standard"
)

// The JSON of `kijun check`. Its shape is documented in docs/formats.md and stays.
type (
	checkJSON struct {
		Guideline string         `json:"guideline"`
		Sector    string         `json:"sector"`
		Operator  string         `json:"operator"`
		On        clock.Date     `json:"on"`
		Documents []documentJSON `json:"documents"`
		LeftOut   []leftOutJSON  `json:"left_out"`
		Items     []itemJSON     `json:"items"`
		Summary   summaryJSON    `json:"summary"`
		Open      []string       `json:"open"`
		Problems  []problemJSON  `json:"problems"`
	}
	documentJSON struct {
		ID      string        `json:"id"`
		Path    string        `json:"path"`
		Title   lang.Text     `json:"title"`
		Tier    standard.Tier `json:"tier"`
		Sectors []string      `json:"sectors"`
		Edition string        `json:"edition"`
	}
	leftOutJSON struct {
		ID   string       `json:"id"`
		Path string       `json:"path"`
		Why  standard.Why `json:"why"`
	}
	itemJSON struct {
		ID      string         `json:"id"`
		Number  string         `json:"number"`
		Kind    guideline.Kind `json:"kind"`
		Title   lang.Text      `json:"title"`
		State   standard.State `json:"state"`
		Open    bool           `json:"open"`
		Clauses []clauseJSON   `json:"clauses"`
		Reason  *lang.Text     `json:"reason"`
		Into    string         `json:"into,omitempty"`
		By      string         `json:"by,omitempty"`
		Missing []string       `json:"missing"`
	}
	clauseJSON struct {
		Document string          `json:"document"`
		Clause   string          `json:"clause"`
		Heading  string          `json:"heading"`
		Tier     standard.Tier   `json:"tier"`
		Level    standard.Level  `json:"level"`
		Coverage string          `json:"coverage"`
		Degree   standard.Degree `json:"degree"`
		Phase    string          `json:"phase"`
		Withheld bool            `json:"withheld"`
	}
	summaryJSON struct {
		Examine   countJSON  `json:"examine"`
		Reference countJSON  `json:"reference"`
		Statement countJSON  `json:"statement"`
		Phases    phasesJSON `json:"phases"`
	}
	countJSON struct {
		Total       int `json:"total"`
		Covered     int `json:"covered"`
		Partly      int `json:"partly"`
		Folded      int `json:"folded"`
		Delegated   int `json:"delegated"`
		LeftOut     int `json:"left_out"`
		Considering int `json:"considering"`
		NotExamined int `json:"not_examined"`
	}
	phasesJSON struct {
		Prevent int `json:"prevent"`
		Detect  int `json:"detect"`
		Limit   int `json:"limit"`
		Recover int `json:"recover"`
	}
	problemJSON struct {
		Path     string            `json:"path"`
		Line     int               `json:"line"`
		Column   int               `json:"column"`
		Rule     string            `json:"rule"`
		Severity standard.Severity `json:"severity"`
		Message  string            `json:"message"`
	}
)

func newCheckJSON(r *standard.Report, l lang.Lang) checkJSON {
	out := checkJSON{
		Guideline: r.Edition.ID, Sector: r.Sector, Operator: r.Operator, On: r.On,
		Documents: []documentJSON{}, LeftOut: newLeftOutJSON(r.Selection), Items: []itemJSON{},
		Summary: newSummaryJSON(r.Summary), Open: list(r.Open()), Problems: newProblemsJSON(r.Problems, l),
	}
	for _, d := range r.Documents {
		out.Documents = append(out.Documents, documentJSON{d.ID, d.Path, d.Title, d.Tier, list(d.Sectors), d.Edition})
	}
	for _, it := range r.Items {
		out.Items = append(out.Items, newItemJSON(it))
	}
	return out
}

func newLeftOutJSON(s *standard.Selection) []leftOutJSON {
	out := []leftOutJSON{}
	for _, o := range s.LeftOut {
		out = append(out, leftOutJSON(o))
	}
	return out
}

func newItemJSON(it standard.ItemReport) itemJSON {
	out := itemJSON{ID: it.ID, Number: it.Number, Kind: it.Kind, Title: it.Title, State: it.State, Open: it.Open,
		Clauses: []clauseJSON{}, Into: it.Into, By: it.By, Missing: list(it.Missing)}
	if !it.Reason.IsZero() {
		out.Reason = &it.Reason
	}
	for _, c := range it.Clauses {
		out.Clauses = append(out.Clauses, newClauseJSON(c.Clause, coverage(c.Partly)))
	}
	return out
}

func coverage(partly bool) string {
	if partly {
		return "partly"
	}
	return "full"
}

func newClauseJSON(c *standard.Clause, coverage string) clauseJSON {
	return clauseJSON{c.Document.ID, c.ID, c.Heading, c.Document.Tier, c.Level, coverage, list(c.Degree), c.Phase, c.Withheld}
}

func newSummaryJSON(s standard.Summary) summaryJSON {
	return summaryJSON{
		Examine:   newCountJSON(s.Kinds[guideline.Examine]),
		Reference: newCountJSON(s.Kinds[guideline.Reference]),
		Statement: newCountJSON(s.Kinds[guideline.Statement]),
		Phases:    phasesJSON{s.Phases["prevent"], s.Phases["detect"], s.Phases["limit"], s.Phases["recover"]},
	}
}

func newCountJSON(c standard.Count) countJSON {
	return countJSON{c.Total(), c[standard.Covered], c[standard.Partly], c[standard.Folded], c[standard.Delegated],
		c[standard.LeftOutItem], c[standard.Considering], c[standard.NotExamined]}
}

func newProblemsJSON(ps []standard.Problem, l lang.Lang) []problemJSON {
	out := []problemJSON{}
	for _, p := range ps {
		out = append(out, problemJSON{p.Path, p.Line, p.Column, p.Rule.ID, p.Severity(), p.Message.In(l)})
	}
	return out
}

// list returns l, and an empty list, which JSON writes as [], for none.
func list[S ~[]E, E any](l S) S {
	if l == nil {
		return S{}
	}
	return l
}
