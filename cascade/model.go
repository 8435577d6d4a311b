package cascade

// Model is what a scenario is computed from. It is plain data; [New] checks it.
type Model struct {
	// Horizon ends the scenario: nothing at or after it is computed.
	Horizon     Minutes
	Nodes       []Node
	Groups      []Group
	Hazards     []Hazard
	RepairNeeds []RepairNeed
}

// Node is a service, a facility or a shared resource.
type Node struct {
	ID     string // names the node in the model; must be unique
	Name   string
	Kind   string
	Sector string
	Region string
	Users  int64 // people without the service while the node is down

	Restart   Duration // from "all inputs are there" to "running"; not given: 0
	OwnRepair Duration // for hazards that state no repair; not given: inf
	RTO       Duration // declared recovery time objective; certain, or not given
	Level     Level
}

// Level is a verification level: the service breaches it when its level is
// below Theta for longer than Tau for more than Users people. A Theta of 0
// means that no level is set.
type Level struct {
	Theta float64 // 0 to 1
	Tau   Duration
	Users int64
}

// Group is one needed input of a node.
type Group struct {
	Owner     string
	Providers []string
	K         int // how many providers must be up; 0 is always satisfied

	Buffer        Duration // running time without the input; not given: 0
	Refill        Refill
	StartOnBuffer bool    // the owner may start on the buffer alone
	FailOnDemand  float64 // probability that the buffer is not there in a run
	Strength      float64 // share of the input's loss that is passed on, in (0,1]

	// Key names the group's random draws. A what-if that changes the providers
	// keeps its draws by keeping the key. Empty: the owner and the providers.
	Key string
}

// NewGroup is a group with the usual values: no buffer, strength 1.
func NewGroup(owner string, k int, providers ...string) Group {
	return Group{Owner: owner, Providers: providers, K: k, Strength: 1}
}

// Refill is how many thousandths of a minute of buffer come back in a minute of
// supply. 0 means that a delivery is needed, [RefillAtOnce] that the buffer is
// full as soon as the input is back.
type Refill int64

const (
	// RefillAtOnce fills a buffer within the first minute of supply.
	RefillAtOnce = Refill(Inf)

	// MaxRefill is the largest other rate: a million minutes a minute.
	MaxRefill Refill = 1_000_000_000
)

// Hazard damages one node, or all nodes of a selection at the same time.
type Hazard struct {
	Node   string // empty when Select is used
	Select Selection
	At     Duration // not given: 0
	Repair Duration // not given: the node's OwnRepair
	Key    string   // names the hazard's random draws; empty: what it hits
}

// Selection takes the nodes that agree with every field that is not empty.
type Selection struct {
	Sector, Region, Kind string
}

func (s Selection) takes(n Node) bool {
	return (s.Sector == "" || s.Sector == n.Sector) &&
		(s.Region == "" || s.Region == n.Region) &&
		(s.Kind == "" || s.Kind == n.Kind)
}

// RepairNeed is an input without which a node's own repair stands still. The
// progress made is kept.
type RepairNeed struct {
	Node      string
	Providers []string
	K         int
}
