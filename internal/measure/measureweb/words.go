package measureweb

import "kijun/internal/lang"

// Words of the sheet.
var (
	wordTitle      = lang.Text{JA: "何をすべきか・どの程度すべきか", EN: "What to do, and how far"}
	wordOperator   = lang.Text{JA: "事業者", EN: "Operator"}
	wordSector     = lang.Text{JA: "分野", EN: "Sector"}
	wordOn         = lang.Text{JA: "基準日", EN: "As of"}
	wordGuideline  = lang.Text{JA: "指針", EN: "Guideline"}
	wordAxes       = lang.Text{JA: "拘束力（どの層の文書か）と、文書自身の語（遵守・推奨など）は別のものなので、分けて示します。", EN: "Binding force (the tier of the document) and the document's own word (comply, recommend) are two things and shown apart."}
	wordByItem     = lang.Text{JA: "項目ごと", EN: "Item by item"}
	wordOpen       = lang.Text{JA: "実施する内規がない規定（%d件）", EN: "Clauses that no in-house rule carries out (%d)"}
	wordTier       = lang.Text{JA: "層", EN: "Tier"}
	wordClause     = lang.Text{JA: "規定", EN: "Clause"}
	wordHeading    = lang.Text{JA: "見出し", EN: "Heading"}
	wordWord       = lang.Text{JA: "語", EN: "Word"}
	wordDegree     = lang.Text{JA: "程度", EN: "How far"}
	wordItem       = lang.Text{JA: "項目", EN: "Item"}
	wordBeyondNote = lang.Text{JA: "分野や事業者の必要から、指針にない事項を定めたものです。", EN: "What a sector or an operator needs over and above the guideline."}
	wordNone       = lang.Text{JA: "なし", EN: "none"}
	wordWithheld   = lang.Text{JA: "非公開", EN: "withheld"}
	wordNotCarried = lang.Text{JA: "実施する内規なし", EN: "no in-house rule"}
	wordWeaker     = lang.Text{JA: "弱い", EN: "weaker"}
)
