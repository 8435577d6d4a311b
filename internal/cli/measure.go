package cli

import (
	"encoding/json"

	"kijun/internal/guideline"
	"kijun/internal/lang"
	"kijun/internal/measure"
	"kijun/internal/standard"
)

type measureCmd struct {
	Path     []string `arg:""`
	Sector   string   `required:""`
	Operator string   `required:""`
	On       string
	Format   string `enum:"text,json,html" default:"text"`
}

// Run shows the sheet; what is open is part of it and no failure.
func (c *measureCmd) Run(r *run) error {
	q, err := r.question(c.Sector, c.Operator, c.On)
	if err != nil {
		return err
	}
	sheet := measure.New(standard.Read(c.Path, r.catalogue), q, r.catalogue)
	broken := standard.HasErrors(sheet.Problems)
	switch {
	case c.Format == "json":
		err = writeJSON(r.Out, newMeasureJSON(sheet, r.lang))
	case broken:
		err = r.problems(r.Err, sheet.Problems)
	case c.Format == "html":
		err = r.Pages.Measure(r.Out, sheet, r.lang)
	default:
		err = r.measureText(sheet)
	}
	if err == nil && broken {
		return errProblems
	}
	return err
}

// The JSON of `kijun measure`. Its shape is documented in docs/formats.md and stays.
type (
	measureJSON struct {
		Guideline string        `json:"guideline"`
		Operator  string        `json:"operator"`
		Sector    string        `json:"sector"`
		On        string        `json:"on"`
		Items     []askedJSON   `json:"items"`
		Beyond    askedJSON     `json:"beyond"`
		LeftOut   []leftOutJSON `json:"left_out"`
		Problems  []problemJSON `json:"problems"`
	}
	askedJSON struct {
		ID         string                        `json:"id"`
		Number     string                        `json:"number"`
		Kind       guideline.Kind                `json:"kind"`
		Title      lang.Text                     `json:"title"`
		Tiers      map[standard.Tier][]entryJSON `json:"tiers"`
		Binding    *standard.Tier                `json:"binding"`
		Level      *standard.Level               `json:"level"`
		Degrees    []ladderJSON                  `json:"degrees"`
		CarriedOut measure.CarriedOut            `json:"carried_out"`
		Open       []standard.Ref                `json:"open"`
	}
	entryJSON struct {
		clauseJSON
		Word         string         `json:"word"`
		Actor        string         `json:"actor"`
		Implements   []standard.Ref `json:"implements"`
		CarriedOutBy []carrierJSON  `json:"carried_out_by"`
	}
	carrierJSON struct {
		standard.Ref
		Weaker bool `json:"weaker"`
	}
	ladderJSON struct {
		Metric string     `json:"metric"`
		Unit   string     `json:"unit"`
		By     []rungJSON `json:"by"`
	}
	rungJSON struct {
		standard.Ref
		Tier   standard.Tier `json:"tier"`
		Op     standard.Op   `json:"op"`
		Value  json.Number   `json:"value"`
		Weaker bool          `json:"weaker"`
	}
)

func newMeasureJSON(s *measure.Sheet, l lang.Lang) measureJSON {
	out := measureJSON{Guideline: s.Edition.ID, Operator: s.Operator, Sector: s.Sector, On: string(s.On),
		Beyond: newAskedJSON(s.Beyond), LeftOut: newLeftOutJSON(s.Selection), Problems: newProblemsJSON(s.Problems, l)}
	for _, it := range s.Items {
		out.Items = append(out.Items, newAskedJSON(it))
	}
	return out
}

func newAskedJSON(it measure.Item) askedJSON {
	out := askedJSON{ID: it.ID, Number: it.Number, Kind: it.Kind, Title: it.Title,
		Tiers: map[standard.Tier][]entryJSON{}, Degrees: []ladderJSON{}, CarriedOut: it.CarriedOut, Open: []standard.Ref{}}
	if it.Binding != "" {
		out.Binding = &it.Binding
	}
	if it.Level != "" {
		out.Level = &it.Level
	}
	for _, t := range standard.Tiers {
		out.Tiers[t] = []entryJSON{}
		for _, e := range it.Tiers[t] {
			out.Tiers[t] = append(out.Tiers[t], newEntryJSON(e))
		}
	}
	for _, ld := range it.Ladders {
		out.Degrees = append(out.Degrees, newLadderJSON(ld))
	}
	for _, c := range it.Open {
		out.Open = append(out.Open, c.Ref())
	}
	return out
}

func newEntryJSON(e measure.Entry) entryJSON {
	cov := ""
	if e.Covers {
		cov = coverage(e.Partly)
	}
	out := entryJSON{clauseJSON: newClauseJSON(e.Clause, cov), Word: e.Word, Actor: e.Actor,
		Implements: list(e.Implements), CarriedOutBy: []carrierJSON{}}
	for _, by := range e.By {
		out.CarriedOutBy = append(out.CarriedOutBy, carrierJSON{by.Ref(), by.Weaker})
	}
	return out
}

func newLadderJSON(ld measure.Ladder) ladderJSON {
	out := ladderJSON{Metric: ld.Metric, Unit: ld.Unit}
	for _, r := range ld.Rungs {
		out.By = append(out.By, rungJSON{r.Ref(), r.Document.Tier, r.Op, json.Number(measure.Decimal(r.Value)), r.Weaker})
	}
	return out
}
