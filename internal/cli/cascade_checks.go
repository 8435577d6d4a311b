package cli

import (
	"fmt"

	"kijun/cascade"
	"kijun/internal/dependency"
)

type cascadeRTOCmd struct {
	Model  string `arg:""`
	Format string `enum:"text,json,html" default:"text"`
}

// The JSON of `kijun cascade rto`, documented in docs/formats.md.
type (
	rtoJSON struct {
		Local    []contradictionJSON `json:"local"`
		Unstated []int               `json:"unstated_groups"`
		Closed   []returnJSON        `json:"closed"`
	}
	contradictionJSON struct {
		ID       string            `json:"id"`
		RTO      cascade.Minutes   `json:"rto_min"`
		Implied  *cascade.Minutes  `json:"implied_min"`
		Begin    cascade.Minutes   `json:"begin_min"`
		End      *cascade.Minutes  `json:"end_min"`
		Restart  cascade.Minutes   `json:"restart_min"`
		Groups   []groupReturnJSON `json:"groups"`
		Deciding int               `json:"deciding_group"`
	}
	groupReturnJSON struct {
		Group    int              `json:"group"`
		Buffer   cascade.Minutes  `json:"buffer_min"`
		Return   *cascade.Minutes `json:"return_min"`
		Provider string           `json:"provider"`
	}
	returnJSON struct {
		ID      string           `json:"id"`
		MayFail bool             `json:"may_fail"`
		Back    *cascade.Minutes `json:"back_min"`
	}
)

// Run compares declared recovery times; a contradiction ends it with errNo.
func (c *cascadeRTOCmd) Run(r *run) error {
	m, err := r.model(c.Model, c.Format)
	if err != nil {
		return err
	}
	declared, closed := cascade.CheckDeclared(m.System), cascade.CheckClosed(m.System)
	switch c.Format {
	case "json":
		err = writeJSON(r.Out, newRTOJSON(m, declared, closed))
	case "html":
		err = r.Pages.RTO(r.Out, m, declared, closed, r.lang)
	default:
		err = r.rtoText(m.Model(), declared, closed)
	}
	if err == nil && (len(declared.Contradictions) > 0 || dependency.NeverBack(m.Model(), closed)) {
		return errNo
	}
	return err
}

func newRTOJSON(m *dependency.Model, declared cascade.Declared, closed cascade.Closed) rtoJSON {
	nodes := m.Model().Nodes
	out := rtoJSON{[]contradictionJSON{}, list(declared.Unstated), []returnJSON{}}
	for _, d := range declared.Contradictions {
		c := contradictionJSON{nodes[d.Node].ID, d.RTO, finite(d.Implied), d.Begin, finite(d.End), d.Restart, nil, d.Groups[d.Deciding].Group}
		for _, g := range d.Groups {
			c.Groups = append(c.Groups, groupReturnJSON{g.Group, g.Buffer, finite(g.Return), nodes[g.Provider].ID})
		}
		out.Local = append(out.Local, c)
	}
	for i, back := range closed.Back {
		out.Closed = append(out.Closed, returnJSON{nodes[i].ID, closed.Fails[i], finite(back)})
	}
	return out
}

func (r *run) rtoText(m *cascade.Model, declared cascade.Declared, closed cascade.Closed) error {
	fmt.Fprintf(r.Out, "%s\n", r.say(wordRTOLocal.With(len(declared.Contradictions))))
	for _, d := range declared.Contradictions {
		fmt.Fprintf(r.Out, "  %s\n", r.say(dependency.Contradicts(m, d)))
	}
	if n := len(declared.Unstated); n > 0 {
		fmt.Fprintf(r.Out, "  %s\n", r.say(dependency.LabelUnstated.With(n)))
	}
	fmt.Fprintf(r.Out, "\n%s\n", r.say(wordRTOClosed))
	t := table{colour: r.Colour}
	r.headings(&t, dependency.LabelNode, dependency.LabelRTO, dependency.LabelBackAt)
	for i, back := range closed.Back {
		if closed.Fails[i] {
			rto := ""
			if d := m.Nodes[i].RTO; d.Given() {
				rto = r.lasting(d.Median())
			}
			t.row(cell{text: named(m, i)}, cell{text: rto}, cell{text: r.back(back)})
		}
	}
	if dependency.NeverBack(m, closed) {
		t.row(cell{text: r.say(dependency.LabelImpossible)})
	}
	return t.write(r.Out)
}

type cascadeSpofCmd struct {
	Model  string `arg:""`
	Format string `enum:"text,json,html" default:"text"`
}

// The JSON of `kijun cascade spof`, documented in docs/formats.md.
type (
	spofJSON struct {
		Medians bool        `json:"medians"`
		Points  []pointJSON `json:"points"`
	}
	pointJSON struct {
		ID          string           `json:"id"`
		Nodes       int              `json:"nodes"`
		Users       int64            `json:"users"`
		FirstMin    *cascade.Minutes `json:"first_min"`
		NodesInTime int              `json:"nodes_in_time"`
		UserMin     int64            `json:"user_min"`
	}
)

// Run finds the nodes whose loss alone brings others down. Distributions count at their medians.
func (c *cascadeSpofCmd) Run(r *run) error {
	m, err := r.model(c.Model, c.Format)
	if err != nil {
		return err
	}
	sys := m.System
	if !sys.Certain() {
		if sys, err = sys.Medians(); err != nil {
			return err
		}
	}
	points, err := cascade.SinglePoints(r.Context, sys)
	switch {
	case err != nil:
		return err
	case c.Format == "json":
		return writeJSON(r.Out, newSpofJSON(m, points))
	case c.Format == "html":
		return r.Pages.SinglePoints(r.Out, m, points, r.lang)
	}
	return r.spofText(m, points)
}

func newSpofJSON(m *dependency.Model, points []cascade.SinglePoint) spofJSON {
	out := spofJSON{!m.Certain(), []pointJSON{}}
	for _, p := range points {
		out.Points = append(out.Points, pointJSON{m.Model().Nodes[p.Node].ID, p.Nodes, p.Users, finite(p.FirstMin), p.NodesInTime, p.UserMin})
	}
	return out
}

func (r *run) spofText(m *dependency.Model, points []cascade.SinglePoint) error {
	fmt.Fprintf(r.Out, "%s\n", r.say(wordSpof.With(len(points))))
	if !m.Certain() {
		fmt.Fprintf(r.Out, "%s\n", r.say(wordMedians))
	}
	t := table{colour: r.Colour}
	if len(points) > 0 {
		r.headings(&t, dependency.LabelNode, dependency.LabelTakes, dependency.LabelInTime, dependency.LabelFirst, dependency.LabelUsers, dependency.LabelUserHours)
	}
	for _, p := range points {
		t.row(cell{text: named(m.Model(), p.Node)}, cell{text: fmt.Sprint(p.Nodes)}, cell{text: fmt.Sprint(p.NodesInTime)},
			cell{text: r.never(p.FirstMin)}, cell{text: dependency.Digits(p.Users)}, cell{text: dependency.Digits(p.UserMin / 60)})
	}
	return t.write(r.Out)
}
