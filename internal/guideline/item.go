package guideline

import "kijun/internal/lang"

// Kind says what an item is to whoever draws up a standard.
type Kind string

// The kinds of items.
const (
	Statement Kind = "statement" // what every standard states (Ⅱ.1-5)
	Examine   Kind = "examine"   // 要検討事項: needs a clause, another place, or a stated reason
	Reference Kind = "reference" // 参考事項: information, never a failure
	FollowUp  Kind = "follow-up" // what an actor does (Ⅰ.4-6, Ⅲ)
)

// Item is one item of a guideline edition. The wording of Asks and Examples is kijun's own.
type Item struct {
	ID         string      `yaml:"id" json:"id"`
	Group      string      `yaml:"group" json:"-"`
	Number     string      `yaml:"number" json:"number"` // as printed
	Slug       string      `yaml:"slug" json:"slug"`
	Kind       Kind        `yaml:"kind" json:"kind"`
	Title      lang.Text   `yaml:"title" json:"title"`
	Asks       lang.Text   `yaml:"asks" json:"asks"`
	Examples   []lang.Text `yaml:"examples" json:"examples"`
	References References  `yaml:"references" json:"references"`
	Prompts    string      `yaml:"prompts" json:"-"` // what a standard may list for it: objects or threats

	// Of follow-up acts only: ids of Edition.Actors separated by a space, how often, and how firmly.
	Actor  string `yaml:"actor" json:"actor"`
	Period Period `yaml:"period" json:"period"`
	Modal  Modal  `yaml:"modal" json:"modal"`
}

// References are the ids of the nearest outcomes and controls elsewhere.
type References struct {
	CSF      []string `yaml:"csf" json:"csf"`           // NIST CSF 2.0
	ISO27001 []string `yaml:"iso27001" json:"iso27001"` // ISO/IEC 27001:2022, Annex A
}

// Period is how often an actor acts.
type Period string

// Modal is how firmly the guideline puts an act.
type Modal string

// Labels of the periods and modals.
var (
	Periods = map[Period]lang.Text{
		"three-years":          {JA: "原則3年に1度", EN: "every three years in principle"},
		"yearly":               {JA: "1年ごと", EN: "yearly"},
		"fixed-time-each-year": {JA: "毎年一定時期", EN: "at a fixed time each year"},
		"regularly":            {JA: "定期的", EN: "regularly"},
		"continuous":           {JA: "継続的", EN: "continuously"},
		"as-needed":            {JA: "必要に応じて", EN: "as needed"},
	}
	Modals = map[Modal]lang.Text{
		"does":       {JA: "行う", EN: "does"},
		"endeavours": {JA: "努める", EN: "endeavours"},
		"considers":  {JA: "検討する", EN: "considers"},
	}
	Kinds = map[Kind]lang.Text{
		Statement: {JA: "記載事項", EN: "statement"},
		Examine:   {JA: "要検討事項", EN: "for examination"},
		Reference: {JA: "参考事項", EN: "for reference"},
		FollowUp:  {JA: "フォローアップ", EN: "follow-up"},
	}
)
