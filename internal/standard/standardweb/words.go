package standardweb

import "kijun/internal/lang"

// Words of the report.
var (
	wordTitle          = lang.Text{JA: "安全基準等の点検結果", EN: "Check of safety standards"}
	wordAllSectors     = lang.Text{JA: "全分野", EN: "all sectors"}
	wordSector         = lang.Text{JA: "分野", EN: "Sector"}
	wordGuideline      = lang.Text{JA: "指針", EN: "Guideline"}
	wordOn             = lang.Text{JA: "基準日", EN: "As of"}
	wordOperator       = lang.Text{JA: "事業者", EN: "Operator"}
	wordSummary        = lang.Text{JA: "まとめ", EN: "Summary"}
	wordNothingOpen    = lang.Text{JA: "要検討事項に未解決の項目はありません。", EN: "No item for examination is open."}
	wordOpenCount      = lang.Text{JA: "%s項目のうち、%d項目が未解決です。", EN: "%[2]d of %[1]s are open."}
	wordForExamination = lang.Text{JA: "要検討事項%d", EN: "%d items for examination"}
	wordAlsoStatements = lang.Text{JA: "要検討事項%dと記載事項%dの", EN: "%d items for examination and %d statements"}
	wordReferenceNote  = lang.Text{JA: "参考事項は任意に参考とする事項であり、未解決には数えません。未検討は、まだ誰も検討していないという意味で、違反ではありません。", EN: "Items for reference are optional and never open. \"Not examined\" means that nobody has looked at the item yet; it is no violation."}
	wordOpen           = lang.Text{JA: "未解決の項目", EN: "Open items"}
	wordItem           = lang.Text{JA: "項目", EN: "Item"}
	wordName           = lang.Text{JA: "題", EN: "Title"}
	wordState          = lang.Text{JA: "状態", EN: "State"}
	wordAsks           = lang.Text{JA: "指針が求めること", EN: "What the guideline asks"}
	wordReason         = lang.Text{JA: "理由・委任先", EN: "Reason or place"}
	wordMatrix         = lang.Text{JA: "項目と文書の対応", EN: "Items by documents"}
	wordMatrixNote     = lang.Text{JA: "●は項目の全体を、◐は一部を規定する条です。選ぶと条文や理由に移ります。", EN: "● marks a clause that covers the item fully, ◐ partly. Each leads to the clause or the reason."}
	wordFull           = lang.Text{JA: "●", EN: "●"}
	wordPartly         = lang.Text{JA: "◐ 一部", EN: "◐ partly"}
	wordInto           = lang.Text{JA: "%s に包含", EN: "into %s"}
	wordToInHouse      = lang.Text{JA: "割当てにより各事業者の内規に委ねる", EN: "left to in-house rules by the allocation"}
	wordToDocument     = lang.Text{JA: "割当てにより %s に委ねる", EN: "left to %s by the allocation"}
	wordMissing        = lang.Text{JA: "どの文書にも記載がないもの（例示）:", EN: "Stated by no document (examples of the guideline):"}
	wordPhases         = lang.Text{JA: "対策の段階の釣合い", EN: "Balance of phases"}
	wordPhasesNote     = lang.Text{JA: "指針は、未然防止と、障害が起きた後の拡大防止・早期復旧との釣合いを望んでいます。数は条の数です。", EN: "The guideline wishes a balance between preventing malfunctions and limiting and recovering from them. Numbers are clauses."}
	wordDocuments      = lang.Text{JA: "数えた文書", EN: "Documents that count"}
	wordTier           = lang.Text{JA: "層", EN: "Tier"}
	wordIssuer         = lang.Text{JA: "発行者", EN: "Issuer"}
	wordEdition        = lang.Text{JA: "版", EN: "Edition"}
	wordEffective      = lang.Text{JA: "施行", EN: "In force"}
	wordNextReview     = lang.Text{JA: "次回見直し", EN: "Next review"}
	wordAllocation     = lang.Text{JA: "割当て", EN: "Allocation"}
	wordLeftOut        = lang.Text{JA: "数えなかった文書", EN: "Left out"}
	wordWarnings       = lang.Text{JA: "注意", EN: "Warnings"}
	wordClauses        = lang.Text{JA: "規定と決定", EN: "Clauses and decisions"}
	wordDecision       = lang.Text{JA: "決定", EN: "Decision"}
	wordNoReason       = lang.Text{JA: "理由は書かれていません。", EN: "No reason is given."}
	wordWithheld       = lang.Text{JA: "非公開", EN: "Withheld"}
	wordLevel          = lang.Text{JA: "文書の語", EN: "Word"}
	wordDegree         = lang.Text{JA: "程度", EN: "How far"}
)
