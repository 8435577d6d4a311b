package ui

import (
	"strings"

	udiff "github.com/aymanbagabas/go-udiff"
	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"kijun/internal/lang"
)

var (
	wordAdded = lang.Text{JA: "追加: ", EN: "added: "}
	wordGone  = lang.Text{JA: "削除: ", EN: "removed: "}
	wordPlace = lang.Text{JA: "%d行目から（前）・%d行目から（後）", EN: "from line %d before, line %d after"}
	wordSame  = lang.Text{JA: "違いはありません。", EN: "There is no difference."}
)

// contextLines is how many lines that are the same stand around a difference.
const contextLines = 2

// Diff shows how two texts differ, line by line: colour, + and -, and a word for screen readers.
func (r *Request) Diff(before, after string) g.Node {
	edits := udiff.Lines(before, after)
	u, err := udiff.ToUnifiedDiff("", "", before, edits, contextLines)
	if err != nil || len(u.Hunks) == 0 { // an error is edits that do not belong to the text, which these do
		return h.P(h.Class("note"), r.Text(wordSame))
	}
	return h.Div(h.Class("diff"), g.Map(u.Hunks, func(hunk *udiff.Hunk) g.Node {
		nodes := g.Group{h.Div(h.Class("place"), r.Text(wordPlace.With(hunk.FromLine, hunk.ToLine)))}
		for _, l := range hunk.Lines {
			text := strings.TrimRight(l.Content, "\r\n")
			switch l.Kind {
			case udiff.Insert:
				nodes = append(nodes, h.Div(h.Class("added"), h.Ins(unseen(r, wordAdded), g.Text("+ "+text))))
			case udiff.Delete:
				nodes = append(nodes, h.Div(h.Class("gone"), h.Del(unseen(r, wordGone), g.Text("− "+text))))
			default:
				nodes = append(nodes, h.Div(g.Text("  "+text)))
			}
		}
		return nodes
	}))
}

// unseen is a text for screen readers alone.
func unseen(r *Request, t lang.Text) g.Node { return h.Span(h.Class("unseen"), r.Text(t)) }
