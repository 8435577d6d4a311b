package dependency

import (
	"go.yaml.in/yaml/v4"

	"kijun/cascade"
	"kijun/internal/lang"
)

// modelReader reads the keys of a model file into the plain model of the engine.
type modelReader struct {
	yamlReader
	model     cascade.Model
	uncertain []Problem
}

// ruleUncertain is broken when one certain course is asked of a model that has none.
var ruleUncertain = &Rule{"needs-runs", lang.Text{
	JA: "不確かな値（分布、または p_fail_on_demand）です。--runs を指定するか、一つの値にしてください",
	EN: "is uncertain (a distribution, or p_fail_on_demand); allowed: with --runs, or one certain value"}}

func (r *modelReader) file(root *yaml.Node) {
	r.required(root, "horizon", "nodes")
	r.mapping("", root, []field{
		{"horizon", r.horizon},
		{"nodes", func(k string, n *yaml.Node) { r.elements(k, n, r.node) }},
		{"groups", func(k string, n *yaml.Node) { r.elements(k, n, r.group) }},
		{"hazards", r.hazards},
		{"repair_needs", r.repairNeeds},
	})
}

func (r *modelReader) horizon(key string, n *yaml.Node) {
	if r.model.Horizon, _ = r.minutes(key, n); r.model.Horizon == cascade.Inf {
		r.wrong(key, n, ruleEndless)
	}
}

func (r *modelReader) hazards(key string, n *yaml.Node) { r.elements(key, n, r.hazard) }

func (r *modelReader) repairNeeds(key string, n *yaml.Node) { r.elements(key, n, r.repairNeed) }

func (r *modelReader) node(n *yaml.Node) {
	var v cascade.Node
	r.required(n, "id")
	r.mapping("", n, []field{
		{"id", r.word(&v.ID)}, {"name", r.word(&v.Name)}, {"kind", r.word(&v.Kind)}, {"sector", r.word(&v.Sector)},
		{"region", r.word(&v.Region)}, {"users", integer(&r.yamlReader, &v.Users)},
		{"restart", r.duration(&v.Restart)}, {"own_repair", r.duration(&v.OwnRepair)}, {"rto", r.duration(&v.RTO)},
		{"level", func(k string, l *yaml.Node) {
			r.mapping(k, l, []field{
				{"theta", r.number(&v.Level.Theta)}, {"tau", r.duration(&v.Level.Tau)}, {"users", integer(&r.yamlReader, &v.Level.Users)},
			})
		}},
	})
	r.note(n, "restart", v.Restart.Certain())
	r.note(n, "own_repair", v.OwnRepair.Certain())
	r.model.Nodes = append(r.model.Nodes, v)
}

func (r *modelReader) group(n *yaml.Node) {
	v := cascade.NewGroup("", 1)
	r.required(n, "owner", "providers")
	r.mapping("", n, []field{
		{"owner", r.word(&v.Owner)}, {"providers", r.words(&v.Providers)}, {"k", integer(&r.yamlReader, &v.K)},
		{"buffer", r.duration(&v.Buffer)}, {"refill", r.refill(&v.Refill)}, {"start_on_buffer", r.truth(&v.StartOnBuffer)},
		{"p_fail_on_demand", r.number(&v.FailOnDemand)}, {"strength", r.number(&v.Strength)},
	})
	r.note(n, "buffer", v.Buffer.Certain())
	r.note(n, "p_fail_on_demand", v.FailOnDemand == 0 || v.Buffer.Certain() && v.Buffer.Median() == 0)
	r.model.Groups = append(r.model.Groups, v)
}

func (r *modelReader) hazard(n *yaml.Node) {
	var v cascade.Hazard
	r.mapping("", n, []field{
		{"node", r.word(&v.Node)},
		{"select", func(k string, s *yaml.Node) {
			r.mapping(k, s, []field{{"sector", r.word(&v.Select.Sector)}, {"region", r.word(&v.Select.Region)}, {"kind", r.word(&v.Select.Kind)}})
		}},
		{"at", r.duration(&v.At)}, {"repair", r.duration(&v.Repair)},
	})
	r.note(n, "at", v.At.Certain())
	r.note(n, "repair", v.Repair.Certain())
	r.model.Hazards = append(r.model.Hazards, v)
}

func (r *modelReader) repairNeed(n *yaml.Node) {
	v := cascade.RepairNeed{K: 1}
	r.required(n, "node", "providers")
	r.mapping("", n, []field{
		{"node", r.word(&v.Node)}, {"providers", r.words(&v.Providers)}, {"k", integer(&r.yamlReader, &v.K)},
	})
	r.model.RepairNeeds = append(r.model.RepairNeeds, v)
}

// note remembers where the model is uncertain.
func (r *modelReader) note(n *yaml.Node, key string, certain bool) {
	if certain {
		return
	}
	at := n
	if v := child(n, key); v != nil {
		at = v
	}
	r.uncertain = append(r.uncertain, Problem{r.place(at), ruleUncertain, r.element(key), ruleUncertain.Says})
}
