package measure

import "kijun/internal/lang"

// Labels of what a sheet names.
var (
	CarriedOutLabels = map[CarriedOut]lang.Text{
		Yes:          {JA: "内規で実施", EN: "carried out"},
		Partly:       {JA: "一部を内規で実施", EN: "partly carried out"},
		No:           {JA: "実施する内規なし", EN: "not carried out"},
		NothingAsked: {JA: "求める規定なし", EN: "nothing asked"},
	}
	ChangeLabels = map[Change]lang.Text{
		Added:   {JA: "新しい", EN: "new"},
		Changed: {JA: "変わった", EN: "changed"},
	}
	BeyondLabel = lang.Text{JA: "指針の項目によらない規定", EN: "Clauses beyond the items of the guideline"}
	ForceLabel  = lang.Text{JA: "拘束力", EN: "Binding force"}
	WordLabel   = lang.Text{JA: "最も強い語", EN: "Strongest word"}
	AllCarried  = lang.Text{JA: "求められている規定は、すべて内規で実施しています。", EN: "Every clause asked for is carried out by an in-house rule."}
)
