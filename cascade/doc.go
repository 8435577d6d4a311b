// Package cascade computes failures that spread over dependencies: which
// service goes down when, for how long, why, and what would have helped.
//
// # Words
//
//   - node: a service, a facility or a shared resource such as a fuel depot.
//   - group: one needed input of a node. At least k of its n providers must be
//     up; otherwise the group is short. A node needs all of its groups.
//   - buffer: how long a node runs without that input (battery, tank, stock).
//   - hazard: damage to a node at some time, and how long its own repair takes.
//   - repair need: an input without which a node's own repair stands still.
//   - outage: a half-open interval [from, to) in which a node is down.
//   - stuck set, knot: nodes that stay down although they are repaired, and the
//     circles of waiting that hold them there.
//
// # Use
//
// A [Model] is plain data. [New] checks it and compiles it into a [System],
// which never changes and may be shared by goroutines. [Run] follows one
// certain system over time; [MonteCarlo] draws the uncertain durations of many
// runs; [SinglePoints], [CheckDeclared], [CheckClosed], [Sweep] and
// [Sensitivity] answer the questions that come after. [System.With] makes a
// what-if. Many runs over one system without allocation: [NewFailure] and
// [NewRepair].
//
// # Invariants
//
//   - Time is whole minutes. At equal time all downs come before all ups.
//   - Nothing fails without a chain of causes that starts at a hazard, and
//     nothing recovers without a start: at each instant the greatest fixed point
//     is taken downwards, then the least fixed point upwards.
//   - The order of nodes, groups and providers changes no outage. It only
//     chooses which of several simultaneous causes is named.
//   - The model is monotone: no improvement of one part makes another worse.
//   - A draw depends on the seed, the run and the name of what is drawn, never
//     on the worker or on what else is in the model.
//
// The package reads no files and no clock, and uses the standard library only.
//
// # Where to start reading
//
// model.go says what goes in, outage.go what comes out, repair.go is the engine
// and stock.go its buffers; failure.go is the fast engine for models in which
// nothing is repaired. Both take their events from wheel.go.
package cascade
