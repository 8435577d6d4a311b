package cli

import (
	"errors"

	"kijun/cascade"
	"kijun/internal/dependency"
	"kijun/internal/fault"
	"kijun/internal/lang"
)

// The JSON of `kijun cascade run`. Its shape is documented in docs/formats.md and stays.
type (
	courseJSON struct {
		Horizon   cascade.Minutes  `json:"horizon_min"`
		Nodes     []nodeCourseJSON `json:"nodes"`
		Stuck     []string         `json:"stuck"`
		Deadlocks [][]string       `json:"deadlocks"`
		Breaches  []breachJSON     `json:"breaches,omitempty"`
		Stopped   *cascade.Minutes `json:"did_not_settle_min,omitempty"`
	}
	nodeCourseJSON struct {
		ID      string          `json:"id"`
		Outages []outageJSON    `json:"outages"`
		DownMin cascade.Minutes `json:"down_min"`
		UserMin int64           `json:"user_min"`
	}
	outageJSON struct {
		From  cascade.Minutes  `json:"from_min"`
		To    *cascade.Minutes `json:"to_min"`
		Cause causeJSON        `json:"cause"`
	}
	causeJSON struct {
		Kind     string  `json:"kind"`
		Group    *int    `json:"group"`
		Provider *string `json:"provider"`
	}
	breachJSON struct {
		ID      string           `json:"id"`
		At      cascade.Minutes  `json:"at_min"`
		From    cascade.Minutes  `json:"from_min"`
		To      *cascade.Minutes `json:"to_min"`
		UserMin int64            `json:"user_min"`
	}
)

func newCourseJSON(res *cascade.Result, breaches []cascade.Breach) courseJSON {
	m := res.System().Model()
	out := courseJSON{Horizon: m.Horizon, Nodes: []nodeCourseJSON{}, Stuck: idsOf(m, res.Stuck), Deadlocks: [][]string{}}
	for node := range m.Nodes {
		n := nodeCourseJSON{m.Nodes[node].ID, []outageJSON{}, res.Down(node), res.UserMinutes(node)}
		for _, o := range res.Outages(node) {
			n.Outages = append(n.Outages, outageJSON{o.From, finite(o.To), newCauseJSON(m, o.Cause)})
		}
		out.Nodes = append(out.Nodes, n)
	}
	for _, knot := range res.Deadlocks {
		out.Deadlocks = append(out.Deadlocks, idsOf(m, knot))
	}
	for _, b := range breaches {
		out.Breaches = append(out.Breaches, breachJSON{m.Nodes[b.Node].ID, b.At, b.Outage.From, finite(b.Outage.To), b.UserMin})
	}
	if !res.Settled {
		out.Stopped = &res.StoppedAt
	}
	return out
}

func newCauseJSON(m *cascade.Model, c cascade.Cause) causeJSON {
	out := causeJSON{Kind: c.Kind.String()}
	if c.Kind == cascade.ByInput {
		out.Group, out.Provider = &c.Group, &m.Nodes[c.Provider].ID
	}
	return out
}

// finite is null for a time that never comes.
func finite(t cascade.Minutes) *cascade.Minutes {
	if t == cascade.Inf {
		return nil
	}
	return &t
}

func idsOf(m *cascade.Model, nodes []int) []string {
	ids := make([]string, len(nodes))
	for i, node := range nodes {
		ids[i] = m.Nodes[node].ID
	}
	return ids
}

// The JSON of `kijun cascade run --runs`.
type (
	statisticsJSON struct {
		Horizon   cascade.Minutes      `json:"horizon_min"`
		Runs      int                  `json:"runs"`
		Seed      uint64               `json:"seed"`
		Nodes     []nodeStatisticsJSON `json:"nodes"`
		Totals    totalsJSON           `json:"totals"`
		Unsettled int                  `json:"did_not_settle,omitempty"`
	}
	nodeStatisticsJSON struct {
		ID        string        `json:"id"`
		PDown     float64       `json:"p_down"`
		FirstDown quantilesJSON `json:"first_down_min"`
		DownMin   spreadJSON    `json:"down_min"`
	}
	totalsJSON struct {
		DownMin   spreadJSON `json:"down_min"`
		UserMin   spreadJSON `json:"user_min"`
		NodesDown spreadJSON `json:"nodes_down"`
	}
	quantilesJSON struct {
		P10 *cascade.Minutes `json:"p10"`
		P50 *cascade.Minutes `json:"p50"`
		P90 *cascade.Minutes `json:"p90"`
	}
	spreadJSON struct {
		Mean float64 `json:"mean"`
		P10  int64   `json:"p10"`
		P50  int64   `json:"p50"`
		P90  int64   `json:"p90"`
	}
)

func newStatisticsJSON(m *dependency.Model, plan cascade.Plan, s *cascade.Statistics) statisticsJSON {
	out := statisticsJSON{Horizon: m.Model().Horizon, Runs: s.Runs, Seed: plan.Seed, Nodes: []nodeStatisticsJSON{},
		Totals: totalsJSON{spreadJSON(s.DownMin), spreadJSON(s.UserMin), spreadJSON(s.NodesDown)}, Unsettled: s.Unsettled}
	for i, n := range s.Nodes {
		first := quantilesJSON{finite(n.FirstDown.P10), finite(n.FirstDown.P50), finite(n.FirstDown.P90)}
		out.Nodes = append(out.Nodes, nodeStatisticsJSON{m.Model().Nodes[i].ID, n.PDown, first, spreadJSON(n.DownMin)})
	}
	return out
}

// The JSON of `kijun cascade run --mode max-loss|noisy-or|additive`.
type (
	lossesJSON struct {
		Mode  string         `json:"mode"`
		Nodes []nodeLossJSON `json:"nodes"`
	}
	nodeLossJSON struct {
		ID         string  `json:"id"`
		Own        float64 `json:"own_loss"`
		Loss       float64 `json:"loss"`
		UsersLost  float64 `json:"users_lost"`
		BelowLevel bool    `json:"below_level"`
	}
)

func newLossesJSON(m *dependency.Model, rule cascade.Rule) (lossesJSON, error) {
	out := lossesJSON{Mode: rule.String(), Nodes: []nodeLossJSON{}}
	own := cascade.OwnLosses(m.System)
	losses, err := cascade.Losses(m.System, own, rule)
	if errors.Is(err, cascade.ErrUnstable) {
		return out, fault.New(fault.Invalid, wordUnstable)
	}
	if err != nil {
		return out, err
	}
	for i, q := range losses {
		n := m.Model().Nodes[i]
		below := n.Level.Theta > 0 && 1-q < n.Level.Theta && n.Users > n.Level.Users
		out.Nodes = append(out.Nodes, nodeLossJSON{n.ID, own[i], q, q * float64(n.Users), below})
	}
	return out, nil
}

func (l lossesJSON) below() bool {
	for _, n := range l.Nodes {
		if n.BelowLevel {
			return true
		}
	}
	return false
}

// modelProblemsJSON is the JSON of every command of cascade whose input is wrong.
type modelProblemsJSON struct {
	Problems []modelProblemJSON `json:"problems"`
}

type modelProblemJSON struct {
	Path    string `json:"path"`
	Line    int    `json:"line"`
	Column  int    `json:"column"`
	Rule    string `json:"rule"`
	Element string `json:"element"`
	Message string `json:"message"`
}

func newModelProblemsJSON(ps []dependency.Problem, l lang.Lang) modelProblemsJSON {
	out := modelProblemsJSON{[]modelProblemJSON{}}
	for _, p := range ps {
		out.Problems = append(out.Problems, modelProblemJSON{p.Path, p.Line, p.Column, p.Rule.ID, p.In, p.Message.In(l)})
	}
	return out
}
