package cascade

import (
	"container/heap"
	"errors"
	"fmt"
	"slices"
)

// Rule says how the losses of a node's inputs add up. The rules compute where
// losses come to rest when damage lasts and buffers are gone; they know no
// time. For the same losses MaxLoss <= NoisyOr <= Additive.
type Rule uint8

const (
	// MaxLoss is the worst of the node's own loss and strength x loss of its
	// inputs. Loops never amplify it.
	MaxLoss Rule = iota
	// NoisyOr takes inputs as independent chances to lose the rest.
	NoisyOr
	// Additive adds the losses up, as the inoperability input-output model does.
	// The sum is cut to 1 after it is solved. It has an answer only while losses
	// do not feed on themselves; otherwise [ErrUnstable].
	Additive
)

func (r Rule) String() string {
	return [...]string{"max-loss", "noisy-or", "additive"}[r]
}

// ErrUnstable means that losses would grow without end: the spectral radius of
// the dependencies is not below 1.
var ErrUnstable = errors.New("the dependencies are not stable: losses would grow without end; lower the strengths")

// Losses computes the loss of each node, from 0 (full service) to 1 (none),
// from the nodes' own losses. The level of a group is the k-th best level among
// its providers. It takes the smallest solution: no loss without a cause.
func Losses(sys *System, own []float64, rule Rule) ([]float64, error) {
	if len(own) != len(sys.model.Nodes) {
		return nil, fmt.Errorf("%d own losses for %d nodes", len(own), len(sys.model.Nodes))
	}
	for i, q := range own {
		if !(q >= 0 && q <= 1) {
			return nil, fmt.Errorf("own loss of node %d is %v; allowed: 0 to 1", i, q)
		}
	}
	if rule == MaxLoss {
		return maxLoss(sys, own), nil
	}
	s := relaxer{sys: sys, own: own, rule: rule}
	if rule == Additive && !s.stable() {
		return nil, ErrUnstable
	}
	return s.solve()
}

// OwnLosses are 1 for the nodes that the model's hazards damage, else 0.
func OwnLosses(sys *System) []float64 {
	own := make([]float64, len(sys.model.Nodes))
	for i := range sys.hits {
		own[sys.hits[i].node] = 1
	}
	return own
}

// maxLoss settles losses from the largest down, as failure times are settled
// from the earliest up.
func maxLoss(sys *System, own []float64) []float64 {
	loss := slices.Clone(own)
	slack := slices.Clone(sys.slack)
	done := make([]bool, len(loss))
	var queue losses
	for node, q := range loss {
		if q > 0 {
			queue = append(queue, nodeLoss{q, int32(node)})
		}
	}
	heap.Init(&queue)
	for len(queue) > 0 {
		next := heap.Pop(&queue).(nodeLoss)
		if done[next.node] {
			continue
		}
		done[next.node] = true
		for _, g := range sys.feeds.of(next.node) {
			if slack[g]--; slack[g] != -1 || int(g) >= sys.groups {
				continue
			}
			owner := sys.inputs[g].owner
			if q := sys.model.Groups[g].Strength * next.loss; q > loss[owner] {
				loss[owner] = q
				heap.Push(&queue, nodeLoss{q, owner})
			}
		}
	}
	return loss
}

type nodeLoss struct {
	loss float64
	node int32
}

// losses is a heap, the largest first.
type losses []nodeLoss

func (l losses) Len() int           { return len(l) }
func (l losses) Less(i, j int) bool { return l[i].loss > l[j].loss }
func (l losses) Swap(i, j int)      { l[i], l[j] = l[j], l[i] }
func (l *losses) Push(x any)        { *l = append(*l, x.(nodeLoss)) }
func (l *losses) Pop() any {
	last := len(*l) - 1
	x := (*l)[last]
	*l = (*l)[:last]
	return x
}
