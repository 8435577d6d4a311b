package dependencyweb

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"kijun/cascade"
	"kijun/internal/dependency"
	"kijun/internal/lang"
	"kijun/internal/web/ui"
)

// looks are the times at which a report looks back.
var looks = []cascade.Minutes{24 * 60, 72 * 60, 168 * 60}

// times are the looks within the horizon, and the horizon.
func (p scenario) times() []cascade.Minutes {
	times := slices.DeleteFunc(slices.Clone(looks), func(m cascade.Minutes) bool { return m >= p.model.Horizon })
	return append(times, p.model.Horizon)
}

// sectors are the sectors of the model in the order of the file.
func (p page) sectors() []string {
	var names []string
	for i := range p.model.Nodes {
		if s := p.model.Nodes[i].Sector; !slices.Contains(names, s) {
			names = append(names, s)
		}
	}
	return names
}

// group is a sector or region by name.
func (p page) group(name string) string {
	if name == "" {
		return p.say(wordNoName)
	}
	return name
}

// matrices are sector by sector: whose lost user hours go back to whom, by root cause and by the provider
// at hand.
func (p scenario) matrices() g.Node {
	var nodes []g.Node
	var before map[[2]string]int64
	for _, end := range p.times() {
		lost := p.Course.BySector(p.Course.Blames(0, end, cascade.ToRoot))
		if m := p.matrix(end, lost, wordMatrixRoot); m != nil && !maps.Equal(lost, before) { // nothing more is lost
			nodes = append(nodes, m)
		}
		before = lost
	}
	lost := p.Course.BySector(p.Course.Blames(0, p.model.Horizon, cascade.ToProvider))
	if m := p.matrix(p.model.Horizon, lost, wordMatrixProvider); m != nil {
		nodes = append(nodes, m)
	}
	if len(nodes) == 0 {
		return nil
	}
	return g.Group(append([]g.Node{p.heading(wordMatrix), p.note(wordMatrixNote)}, nodes...))
}

func (p scenario) matrix(end cascade.Minutes, lost map[[2]string]int64, title lang.Text) g.Node {
	sectors := p.sectors()
	totals := map[string]int64{}
	columns := map[string]int64{}
	for pair, minutes := range lost {
		totals[pair[0]] += minutes
		columns[pair[1]] += minutes
	}
	causes := slices.DeleteFunc(slices.Clone(sectors), func(s string) bool { return columns[s] == 0 })
	head := []g.Node{h.Th(h.Scope("col"), p.text(wordLost))}
	for _, s := range causes {
		head = append(head, h.Th(h.Scope("col"), g.Text(p.group(s))))
	}
	head = append(head, h.Th(h.Scope("col"), p.text(dependency.LabelUserHours)))
	var rows []g.Node
	for _, row := range sectors {
		if totals[row] == 0 {
			continue
		}
		cells := []g.Node{h.Th(h.Scope("row"), g.Text(p.group(row)))}
		for _, column := range causes {
			cells = append(cells, p.share(lost[[2]string{row, column}], totals[row]))
		}
		rows = append(rows, h.Tr(append(cells, p.cell(dependency.Digits(totals[row]/60)))...))
	}
	if len(rows) == 0 {
		return nil
	}
	name := title.With(dependency.Lasting(end))
	return ui.Wide(p.say(name), h.Table(h.Class("matrix"), h.Caption(p.text(name)), h.THead(h.Tr(head...)), h.TBody(rows...)))
}

// share is a percentage; the greater half of a row stands out.
func (p page) share(part, whole int64) g.Node {
	switch percent := 100 * float64(part) / float64(whole); {
	case part == 0:
		return p.cell("–")
	case percent >= 50:
		return h.Td(h.Strong(g.Textf("%.0f %%", percent)))
	default:
		return h.Td(g.Textf("%.0f %%", percent))
	}
}

// users shows how many are without service over time, as a picture and as a table by sector.
func (p scenario) users() g.Node {
	loads := p.UsersDown()
	most := int64(0)
	for _, l := range loads {
		most = max(most, l.Users)
	}
	if most == 0 {
		return nil
	}
	sectors := slices.DeleteFunc(p.sectors(), func(s string) bool {
		return !slices.ContainsFunc(loads, func(l dependency.Load) bool { return l.BySector[s] != 0 })
	})
	head := []g.Node{h.Th(h.Scope("col"), p.text(wordTime)), h.Th(h.Scope("col"), p.text(wordAll))}
	for _, s := range sectors {
		head = append(head, h.Th(h.Scope("col"), g.Text(p.group(s))))
	}
	var rows []g.Node
	for _, l := range p.chosen(loads, most) {
		cells := []g.Node{h.Th(h.Scope("row"), g.Text(p.lasting(l.At))), p.cell(dependency.Digits(l.Users))}
		for _, s := range sectors {
			cells = append(cells, p.cell(dependency.Digits(l.BySector[s])))
		}
		rows = append(rows, h.Tr(cells...))
	}
	return g.Group{p.heading(wordUsers), p.note(wordUsersNote.With(dependency.Digits(most), dependency.Lasting(p.extent()))), p.steps(loads, most),
		p.table(wordUsers, h.THead(h.Tr(head...)), rows)}
}

// usersRows is how many times the table of users shows.
const usersRows = 40

// chosen are all loads, or of too many an even choice with the worst among it.
func (p scenario) chosen(loads []dependency.Load, most int64) []dependency.Load {
	if len(loads) <= usersRows {
		return loads
	}
	var few []dependency.Load
	worst := slices.IndexFunc(loads, func(l dependency.Load) bool { return l.Users == most })
	for i, l := range loads {
		if i == worst || i*usersRows/len(loads) != (i-1)*usersRows/len(loads) || i == len(loads)-1 {
			few = append(few, l)
		}
	}
	return few
}

// steps draws the loads as an area of steps.
func (p scenario) steps(loads []dependency.Load, most int64) g.Node {
	const height = 200
	end := p.extent()
	var d strings.Builder
	d.WriteString("M0 200")
	for _, l := range loads {
		fmt.Fprintf(&d, "H%dV%d", min(l.At, end)*barWidth/end, height-int64(float64(l.Users)/float64(most)*(height-4)))
	}
	fmt.Fprintf(&d, "H%dV%dZ", barWidth, height)
	var grid []g.Node
	for quarter := range 5 {
		grid = append(grid, line(quarter*barWidth/4, 0, height, "1", "#949494"))
	}
	picture := append([]g.Node{g.Attr("width", "100%"), g.Attr("height", "200"), g.El("path", h.Class("calm"), g.Attr("d", d.String()))}, grid...)
	return h.Figure(drawing(height, picture...))
}

// regions adds up what each region lost.
func (p scenario) regions() g.Node {
	type sum struct {
		nodes   int
		minutes int64
	}
	sums := map[string]*sum{}
	var order []string
	for i := range p.model.Nodes {
		if p.Course.Down(i) == 0 {
			continue
		}
		region := p.model.Nodes[i].Region
		if sums[region] == nil {
			sums[region] = &sum{}
			order = append(order, region)
		}
		sums[region].nodes++
		sums[region].minutes += p.Course.UserMinutes(i)
	}
	if len(order) == 0 || len(order) == 1 && order[0] == "" {
		return nil
	}
	slices.SortStableFunc(order, func(a, b string) int { return int(min(max(sums[b].minutes-sums[a].minutes, -1), 1)) })
	var rows []g.Node
	for _, region := range order {
		rows = append(rows, h.Tr(h.Th(h.Scope("row"), g.Text(p.group(region))), p.cell(dependency.Digits(int64(sums[region].nodes))), p.cell(dependency.Digits(sums[region].minutes/60))))
	}
	return g.Group{p.heading(wordRegions), p.table(wordRegions, p.columns(wordRegion, wordNodesDown, dependency.LabelUserHours), rows)}
}
