package standard

import (
	"fmt"
	"strings"

	"kijun/internal/clock"
	"kijun/internal/guideline"
	"kijun/internal/lang"
)

// Template returns a document to start from, as Markdown in l: a heading for each statement and for
// each item of the guideline, with what the item asks as a comment.
func Template(id string, t Tier, sector string, on clock.Date, e *guideline.Edition, l lang.Lang) string {
	var b strings.Builder
	fmt.Fprintf(&b, "---\n# %s\nid: %s\ntitle: {ja: 新しい安全基準等, en: New standard}\ntier: %s\n", templateHint.In(l), id, t)
	if sector != "" {
		fmt.Fprintf(&b, "sectors: [%s]\n", sector)
	}
	if t == InHouse {
		b.WriteString("operator: my-organisation\n")
	}
	fmt.Fprintf(&b, "issuer: my-organisation\nedition: \"1\"\nguideline: %s\nstatus: draft\neffective: %s\nlevels: {%s}\npublication: public\n---\n",
		e.ID, on, templateLevels[t])
	word, _, _ := strings.Cut(templateLevels[t], ":")
	group := ""
	for n, it := range e.Asked() {
		if it.Group != group {
			group = it.Group
			fmt.Fprintf(&b, "\n# %s\n", e.GroupTitle(group).In(l))
		}
		fmt.Fprintf(&b, "\n## %d %s {#c%d covers=\"%s:partly\"%s}\n\n<!-- %s -->\n", n+1, it.Title.In(l), n+1, it.ID, level(it, word), it.Asks.In(l))
	}
	return b.String()
}

// level is the level attribute of an item's heading; statements ask nothing of anybody.
func level(it guideline.Item, word string) string {
	if it.Kind == guideline.Statement {
		return ""
	}
	return " level=" + quote(word)
}

var (
	templateHint = lang.Text{
		JA: "値を書き換え、要らない見出しを消してください。書き方は docs/formats.md にあります。規定を書き終えたら covers の :partly を外します。",
		EN: "Change the values and delete headings you do not need; docs/formats.md explains them. Drop :partly in covers once a clause is written."}
	templateLevels = map[Tier]string{
		Mandatory:   "しなければならない: must, 努めなければならない: should",
		Recommended: "遵守: must, 推奨: should, 参考: may",
		Industry:    "必須: must, 推奨: should, 参考: may",
		InHouse:     "必須: must, 推奨: should",
	}
)
