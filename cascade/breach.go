package cascade

// Breach is a verification level that is not kept: the node is below its level
// for longer than allowed, for more users than allowed.
type Breach struct {
	Node      int
	At        Minutes // when the allowed time is over
	Outage    Outage
	UserMin   int64 // of the whole outage, within the horizon
	Remaining Minutes
}

// Breaches are those of a result, by node and time. A node that is down has
// level 0, so any level above 0 can be breached; with losses that are partial
// use [Losses] and compare them with Theta.
func (r *Result) Breaches() []Breach {
	var breaches []Breach
	for node := range r.down {
		n := &r.sys.model.Nodes[node]
		if n.Level.Theta <= 0 || n.Users <= n.Level.Users {
			continue
		}
		for _, outage := range r.Outages(node) {
			length := outage.length(r.sys.model.Horizon)
			if length <= n.Level.Tau.a {
				continue
			}
			breaches = append(breaches, Breach{
				Node: node, At: outage.From + n.Level.Tau.a, Outage: outage,
				UserMin: n.Users * int64(length), Remaining: length - n.Level.Tau.a,
			})
		}
	}
	return breaches
}
