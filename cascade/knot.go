package cascade

import "slices"

// knotter finds the strongly connected parts of the stuck set under "waits for"
// (Tarjan 1972), with a stack of its own since chains may be long.
type knotter struct {
	r         *Repair
	member    []bool
	seen, low []int32 // order of first visit, from 1; lowest order reached
	count     int32
	stack     []int32
	onStack   map[int32]bool
	knots     [][]int
}

// frame is a node whose waits are being followed.
type frame struct {
	node  int32
	waits []int32
}

func (k *knotter) visit(root int32) {
	if k.seen[root] != 0 {
		return
	}
	if k.onStack == nil {
		k.onStack = map[int32]bool{}
	}
	frames := []frame{k.enter(root)}
	for len(frames) > 0 {
		top := &frames[len(frames)-1]
		if len(top.waits) == 0 {
			node := top.node
			frames = frames[:len(frames)-1]
			k.leave(node)
			if len(frames) > 0 {
				above := frames[len(frames)-1].node
				k.low[above] = min(k.low[above], k.low[node])
			}
			continue
		}
		next := top.waits[0]
		top.waits = top.waits[1:]
		if k.seen[next] == 0 {
			frames = append(frames, k.enter(next))
		} else if k.onStack[next] {
			k.low[top.node] = min(k.low[top.node], k.seen[next])
		}
	}
}

func (k *knotter) enter(node int32) frame {
	k.count++
	k.seen[node], k.low[node] = k.count, k.count
	k.stack = append(k.stack, node)
	k.onStack[node] = true
	return frame{node, k.waitsFor(node)}
}

// leave closes the part whose first node this is. A single node is a knot only
// if it waits for itself.
func (k *knotter) leave(node int32) {
	if k.low[node] != k.seen[node] {
		return
	}
	var part []int
	for {
		last := k.stack[len(k.stack)-1]
		k.stack = k.stack[:len(k.stack)-1]
		delete(k.onStack, last)
		part = append(part, int(last))
		if last == node {
			break
		}
	}
	if len(part) > 1 || slices.Contains(k.waitsFor(node), node) {
		slices.Sort(part)
		k.knots = append(k.knots, part)
	}
}

// waitsFor are the stuck providers that are missing to the node.
func (k *knotter) waitsFor(node int32) []int32 {
	var waits []int32
	for _, g := range k.r.sys.owned.of(node) {
		if !k.r.forbidsStart(g) {
			continue
		}
		for _, provider := range k.r.sys.providers.of(g) {
			if k.member[provider] {
				waits = append(waits, provider)
			}
		}
	}
	return waits
}
