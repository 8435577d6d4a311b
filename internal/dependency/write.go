package dependency

import (
	"bytes"
	"encoding/json"
	"fmt"

	"go.yaml.in/yaml/v4"

	"kijun/cascade"
)

// The model file as it is written: what has its usual value is left out.
type (
	modelFile struct {
		Horizon     string       `json:"horizon" yaml:"horizon"`
		Nodes       []nodeFile   `json:"nodes" yaml:"nodes"`
		Groups      []groupFile  `json:"groups,omitempty" yaml:"groups,omitempty"`
		Hazards     []hazardFile `json:"hazards,omitempty" yaml:"hazards,omitempty"`
		RepairNeeds []needFile   `json:"repair_needs,omitempty" yaml:"repair_needs,omitempty"`
	}
	nodeFile struct {
		ID        string     `json:"id" yaml:"id"`
		Name      string     `json:"name,omitempty" yaml:"name,omitempty"`
		Kind      string     `json:"kind,omitempty" yaml:"kind,omitempty"`
		Sector    string     `json:"sector,omitempty" yaml:"sector,omitempty"`
		Region    string     `json:"region,omitempty" yaml:"region,omitempty"`
		Users     int64      `json:"users,omitempty" yaml:"users,omitempty"`
		Restart   any        `json:"restart,omitempty" yaml:"restart,omitempty"`
		OwnRepair any        `json:"own_repair,omitempty" yaml:"own_repair,omitempty"`
		RTO       any        `json:"rto,omitempty" yaml:"rto,omitempty"`
		Level     *levelFile `json:"level,omitempty" yaml:"level,omitempty"`
	}
	levelFile struct {
		Theta float64 `json:"theta" yaml:"theta"`
		Tau   any     `json:"tau,omitempty" yaml:"tau,omitempty"`
		Users int64   `json:"users,omitempty" yaml:"users,omitempty"`
	}
	groupFile struct {
		Owner         string   `json:"owner" yaml:"owner"`
		Providers     []string `json:"providers" yaml:"providers"`
		K             *int     `json:"k,omitempty" yaml:"k,omitempty"`
		Buffer        any      `json:"buffer,omitempty" yaml:"buffer,omitempty"`
		Refill        any      `json:"refill,omitempty" yaml:"refill,omitempty"`
		StartOnBuffer bool     `json:"start_on_buffer,omitempty" yaml:"start_on_buffer,omitempty"`
		FailOnDemand  float64  `json:"p_fail_on_demand,omitempty" yaml:"p_fail_on_demand,omitempty"`
		Strength      float64  `json:"strength,omitempty" yaml:"strength,omitempty"`
	}
	hazardFile struct {
		Node   string      `json:"node,omitempty" yaml:"node,omitempty"`
		Select *selectFile `json:"select,omitempty" yaml:"select,omitempty"`
		At     any         `json:"at,omitempty" yaml:"at,omitempty"`
		Repair any         `json:"repair,omitempty" yaml:"repair,omitempty"`
	}
	selectFile struct {
		Sector string `json:"sector,omitempty" yaml:"sector,omitempty"`
		Region string `json:"region,omitempty" yaml:"region,omitempty"`
		Kind   string `json:"kind,omitempty" yaml:"kind,omitempty"`
	}
	needFile struct {
		Node      string   `json:"node" yaml:"node"`
		Providers []string `json:"providers" yaml:"providers"`
		K         *int     `json:"k,omitempty" yaml:"k,omitempty"`
	}
)

func newModelFile(m *cascade.Model) *modelFile {
	f := &modelFile{Horizon: FormatMinutes(m.Horizon), Nodes: []nodeFile{}}
	for _, n := range m.Nodes {
		f.Nodes = append(f.Nodes, nodeFile{n.ID, n.Name, n.Kind, n.Sector, n.Region, n.Users,
			writeDuration(n.Restart), writeDuration(n.OwnRepair), writeDuration(n.RTO), writeLevel(n.Level)})
	}
	for _, g := range m.Groups {
		f.Groups = append(f.Groups, writeGroup(g))
	}
	for _, h := range m.Hazards {
		v := hazardFile{Node: h.Node, At: writeDuration(h.At), Repair: writeDuration(h.Repair)}
		if h.Node == "" {
			v.Select = &selectFile{h.Select.Sector, h.Select.Region, h.Select.Kind}
		}
		f.Hazards = append(f.Hazards, v)
	}
	for _, n := range m.RepairNeeds {
		f.RepairNeeds = append(f.RepairNeeds, needFile{n.Node, names(n.Providers), writeK(n.K)})
	}
	return f
}

func writeGroup(g cascade.Group) groupFile {
	v := groupFile{Owner: g.Owner, Providers: names(g.Providers), K: writeK(g.K), Buffer: writeDuration(g.Buffer),
		StartOnBuffer: g.StartOnBuffer, FailOnDemand: g.FailOnDemand}
	switch {
	case g.Refill == cascade.RefillAtOnce:
		v.Refill = "inf"
	case g.Refill%1000 != 0:
		v.Refill = float64(g.Refill) / 1000
	case g.Refill > 0:
		v.Refill = int64(g.Refill) / 1000
	}
	if g.Strength != 1 {
		v.Strength = g.Strength
	}
	return v
}

func names(list []string) []string { return append([]string{}, list...) }

func writeK(k int) *int {
	if k == 1 {
		return nil
	}
	return &k
}

func writeLevel(l cascade.Level) *levelFile {
	if l == (cascade.Level{}) {
		return nil
	}
	return &levelFile{l.Theta, writeDuration(l.Tau), l.Users}
}

// writeDuration is nil for a duration that is not given.
func writeDuration(d cascade.Duration) any {
	if !d.Given() {
		return nil
	}
	name, parameters, sigma := d.Distribution()
	if name == "" {
		return FormatMinutes(d.Median())
	}
	dist := map[string]any{"dist": name}
	for _, p := range parameters {
		dist[p.Name] = FormatMinutes(p.Value)
	}
	if name == "lognormal" {
		dist["sigma"] = sigma
	}
	return dist
}

// Format is how a model file is written.
type Format string

// The formats of a model file.
const (
	YAML Format = "yaml"
	JSON Format = "json"
)

// Encode writes a model so that Parse reads the same one.
func Encode(m *cascade.Model, f Format) ([]byte, error) {
	file := newModelFile(m)
	if f == JSON {
		var b bytes.Buffer
		e := json.NewEncoder(&b)
		e.SetEscapeHTML(false)
		e.SetIndent("", " ")
		err := e.Encode(file)
		return b.Bytes(), err
	}
	var n yaml.Node
	if err := n.Encode(file); err != nil {
		return nil, fmt.Errorf("write model: %w", err)
	}
	for i := 1; i < len(n.Content); i += 2 {
		for _, element := range n.Content[i].Content { // one line each
			element.Style |= yaml.FlowStyle
		}
	}
	out, err := yaml.Dump(&n, yaml.WithV4Defaults(), yaml.WithLineWidth(-1))
	if err != nil {
		return nil, fmt.Errorf("write model: %w", err)
	}
	return out, nil
}
