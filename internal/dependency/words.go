package dependency

import (
	"strconv"

	"kijun/cascade"
	"kijun/internal/lang"
)

// NeverBack says that the declared times are impossible together: some node that declares one can never
// return.
func NeverBack(m *cascade.Model, c cascade.Closed) bool {
	for i, back := range c.Back {
		if back == cascade.Inf && m.Nodes[i].RTO.Given() && m.Nodes[i].RTO.Median() != cascade.Inf {
			return true
		}
	}
	return false
}

// Contradicts says in a sentence why a declared recovery time cannot be kept.
func Contradicts(m *cascade.Model, c cascade.Contradiction) lang.Text {
	d := c.Groups[c.Deciding]
	node, provider := Called(m, c.Node), Called(m, d.Provider)
	if c.Implied == cascade.Inf {
		return lang.Text{
			JA: "%v: RTO %vに対し、%vは戻る見込みがありません（予備 %v）",
			EN: "%v: RTO %v, but %v never returns (buffer %v)",
		}.With(node, Lasting(c.RTO), provider, Lasting(d.Buffer))
	}
	return lang.Text{
		JA: "%v: RTO %vに対し、停止は%vから%v以上続きます（%vの RTO %v、予備 %v、再開 %v）",
		EN: "%[1]v: RTO %[2]v, but from %[3]v on it is down for at least %[4]v (%[5]v RTO %[6]v; buffer %[7]v; restart %[8]v)",
	}.With(node, Lasting(c.RTO), Lasting(c.Begin), Lasting(c.Implied), provider, Lasting(d.Return), Lasting(d.Buffer), Lasting(c.Restart))
}

// Called is what people call a node: its name, else its id.
func Called(m *cascade.Model, node int) string {
	if name := m.Nodes[node].Name; name != "" {
		return name
	}
	return m.Nodes[node].ID
}

// Digits writes a number with its thousands apart.
func Digits(n int64) string {
	text := strconv.FormatInt(n, 10)
	for at := len(text) - 3; at > 0 && text[at-1] != '-'; at -= 3 {
		text = text[:at] + "," + text[at:]
	}
	return text
}
