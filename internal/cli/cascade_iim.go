package cli

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"kijun/cascade/iim"
	"kijun/internal/dependency"
	"kijun/internal/fault"
	"kijun/internal/lang"
)

type cascadeIIMCmd struct {
	Table    string   `arg:""`
	Side     string   `enum:"demand,supply" default:"demand"`
	Loss     []string `sep:"none"`
	Steps    int
	Recovery []string `sep:"none"`
	Speed    []string `sep:"none"`
	Remains  float64  `default:"0.01"`
	Start    []string `sep:"none"`
	Until    int
	Format   string `enum:"text,json,html" default:"text"`
}

// The JSON of `kijun cascade iim`, documented in docs/formats.md.
type (
	iimJSON struct {
		Side    string          `json:"side"`
		Radius  float64         `json:"spectral_radius"`
		Sectors []iimSectorJSON `json:"sectors"`
		Dynamic *dynamicJSON    `json:"dynamic"`
	}
	iimSectorJSON struct {
		ID                string  `json:"id"`
		Loss              float64 `json:"loss"`
		Q                 float64 `json:"q"`
		Capped            float64 `json:"q_capped"`
		Dependency        float64 `json:"dependency"`
		Influence         float64 `json:"influence"`
		OverallDependency float64 `json:"overall_dependency"`
		OverallInfluence  float64 `json:"overall_influence"`
	}
	dynamicJSON struct {
		Speed    []float64   `json:"speed"`
		Path     [][]float64 `json:"path"`
		Integral []float64   `json:"integral"`
	}
)

// Run computes where the loss of sectors leads.
func (c *cascadeIIMCmd) Run(r *run) error {
	t, ps := dependency.ReadTable(c.Table, r.In)
	if t == nil {
		return r.modelProblems(ps, c.Format)
	}
	loss, err := c.question(t)
	if err != nil {
		return err
	}
	out, err := t.Inoperability(loss)
	switch {
	case err != nil:
		return err
	case c.Format == "json":
		return writeJSON(r.Out, newIIMJSON(out))
	case c.Format == "html":
		return r.Pages.Inoperability(r.Out, out, r.lang)
	}
	return r.iimText(out)
}

func (c *cascadeIIMCmd) question(t *dependency.Table) (l dependency.Loss, err error) {
	l = dependency.Loss{Supply: c.Side == "supply", Steps: c.Steps, Until: c.Until}
	if c.Steps < 0 || c.Steps > maxSteps || c.Until < 0 || c.Remains <= 0 || c.Remains >= 1 {
		return l, fault.New(fault.Invalid, wordBadSteps.With(maxSteps))
	}
	if t.Direct && l.Supply {
		return l, fault.New(fault.Invalid, wordNoSide)
	}
	if l.Outside, err = bySector("--loss", t.Sectors, c.Loss, 0, upTo(1)); err != nil {
		return l, err
	}
	if l.Start, err = bySector("--start", t.Sectors, c.Start, 0, upTo(1)); err != nil || c.Steps == 0 {
		return l, err
	}
	if l.Speed, err = bySector("--speed", t.Sectors, c.Speed, 0, upTo(1e6)); err != nil {
		return l, err
	}
	recovery, err := bySector("--recovery", t.Sectors, c.Recovery, 0, upTo(1e6))
	if err != nil {
		return l, err
	}
	a := t.Matrix(l.Supply)
	for i, tau := range recovery {
		if tau > 0 {
			l.Speed[i] = iim.Resilience(c.Remains, tau, a[i][i])
		}
		if l.Speed[i] == 0 {
			return l, fault.New(fault.Invalid, wordNoSpeed.With(t.Sectors[i]))
		}
	}
	return l, nil
}

const maxSteps = 100_000

func upTo(most float64) func(float64) bool {
	return func(v float64) bool { return v >= 0 && v <= most }
}

// bySector reads values of a flag: sector=value for one sector, or a value alone for all.
func bySector(flag string, sectors, given []string, usual float64, fine func(float64) bool) ([]float64, error) {
	values := slices.Repeat([]float64{usual}, len(sectors))
	for _, text := range given {
		sector, number, one := strings.Cut(text, "=")
		if !one {
			number = text
		}
		v, err := strconv.ParseFloat(number, 64)
		if err != nil || !fine(v) {
			return nil, fault.New(fault.Invalid, wordBadValue.With(flag, text))
		}
		if !one {
			values = slices.Repeat([]float64{v}, len(sectors))
			continue
		}
		at := slices.Index(sectors, sector)
		if at < 0 {
			hint := lang.Text{}
			if near := lang.Nearest(sector, sectors); near != "" {
				hint = wordMeant.With(near)
			}
			return nil, fault.New(fault.Invalid, wordNoRow.With(flag, sector, hint, strings.Join(sectors, ", ")))
		}
		values[at] = v
	}
	return values, nil
}

func newIIMJSON(o *dependency.Inoperability) iimJSON {
	out := iimJSON{sideOf(o), o.Radius, []iimSectorJSON{}, nil}
	for i, id := range o.Sectors {
		out.Sectors = append(out.Sectors, iimSectorJSON{id, o.Outside[i], o.Q[i], o.Capped[i],
			o.Dependency[i], o.Influence[i], o.OverallDependency[i], o.OverallInfluence[i]})
	}
	if o.Steps > 0 {
		out.Dynamic = &dynamicJSON{o.Loss.Speed, o.Path, o.Integral}
	}
	return out
}

// sideOf names the side that A* was made from; given means that the table is A* itself.
func sideOf(o *dependency.Inoperability) string {
	switch {
	case o.Direct:
		return "given"
	case o.Loss.Supply:
		return "supply"
	}
	return "demand"
}

func (r *run) iimText(o *dependency.Inoperability) error {
	fmt.Fprintf(r.Out, "%s\n", r.say(wordIIM.With(sideOf(o), o.Radius)))
	t := table{colour: r.Colour}
	r.headings(&t, dependency.LabelSector, dependency.LabelOutside, dependency.LabelInoperability, dependency.LabelDependency, dependency.LabelInfluence)
	for i, id := range o.Sectors {
		q := fmt.Sprintf("%.4f", o.Q[i])
		if o.Q[i] > 1 {
			q = r.say(wordCapped.With(o.Q[i]))
		}
		t.row(cell{text: id}, cell{text: fmt.Sprintf("%.4f", o.Outside[i])}, cell{text: q},
			cell{text: fmt.Sprintf("%.4f", o.OverallDependency[i])}, cell{text: fmt.Sprintf("%.4f", o.OverallInfluence[i])})
	}
	if o.Steps > 0 {
		t.row(cell{r.say(dependency.LabelPath), bold})
		heads := []lang.Text{dependency.LabelStep}
		for _, id := range o.Sectors {
			heads = append(heads, lang.Same(id))
		}
		r.headings(&t, heads...)
		for k, q := range o.Path {
			if k <= 10 || k%10 == 0 || k == o.Steps {
				t.row(numbers(fmt.Sprint(k), q)...)
			}
		}
		t.row(numbers(r.say(dependency.LabelIntegral), o.Integral)...)
	}
	return t.write(r.Out)
}

func numbers(first string, values []float64) []cell {
	cells := []cell{{text: first}}
	for _, v := range values {
		cells = append(cells, cell{text: fmt.Sprintf("%.4f", v)})
	}
	return cells
}
