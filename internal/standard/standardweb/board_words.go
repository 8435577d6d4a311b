package standardweb

import "kijun/internal/lang"

// Words of the allocation board.
var (
	wordBoard             = lang.Text{JA: "%s分野の割当表", EN: "Allocation: %s"}
	wordBoardShort        = lang.Text{JA: "割当表", EN: "Allocation"}
	wordBoardNote         = lang.Text{JA: "指針の項目ごとに、どの層の文書が規定しているか、分野としてどこに割り当てるか、規定しないならその理由、だれがいつ検討したかを示します。未検討は、まだ検討していないという意味で、違反ではありません。", EN: "For each item of the guideline: which tier covers it, where the sector puts it, why not, and who examined it when. \"Not examined\" means that nobody has looked at the item yet; it is no violation."}
	wordAllocationFile    = lang.Text{JA: "allocation.yaml を保存", EN: "Download allocation.yaml"}
	wordDecidedOn         = lang.Text{JA: "決定日", EN: "Decided on"}
	wordDecidedBy         = lang.Text{JA: "決定者", EN: "Decided by"}
	wordDecidedByJA       = lang.Text{JA: "決定者（日本語）", EN: "Decided by (Japanese)"}
	wordDecidedByEN       = lang.Text{JA: "決定者（英語）", EN: "Decided by (English)"}
	wordSaysNothing       = lang.Text{JA: "なし", EN: "none"}
	wordNotYet            = lang.Text{JA: "まだ決めていない", EN: "not decided yet"}
	wordNoAllocation      = lang.Text{JA: "割当てはまだありません", EN: "no allocation yet"}
	wordDecide            = lang.Text{JA: "決定日と決定者を書く", EN: "Enter when and by whom it was decided"}
	wordDecideNote        = lang.Text{JA: "いまより後の日を書くと、その日からの新しい割当てになり、それまでの割当ては残ります。", EN: "A later day begins a new allocation with the same items; the one before stays on record."}
	wordDecisionEntered   = lang.Text{JA: "決定日と決定者を記録しました", EN: "The decision is entered."}
	wordWhereItStands     = lang.Text{JA: "いまの状態", EN: "Where it stands"}
	wordAllottedCount     = lang.Text{JA: "割当てを検討した項目: %d / %d", EN: "Items whose place was examined: %d / %d"}
	wordTheItems          = lang.Text{JA: "指針の24項目", EN: "The 24 items of the guideline"}
	wordTheStatements     = lang.Text{JA: "すべての安全基準等に共通する記載事項", EN: "What every standard states"}
	wordAllotment         = lang.Text{JA: "割当て", EN: "Allotted to"}
	wordAllottedHere      = lang.Text{JA: "割当て先", EN: "allotted here"}
	wordExamined          = lang.Text{JA: "検討", EN: "Examined"}
	wordExaminer          = lang.Text{JA: "検討した者", EN: "Examined by"}
	wordLeftOutHere       = lang.Text{JA: "規定しない", EN: "left out"}
	wordToTheDocument     = lang.Text{JA: "文書", EN: "document"}
	wordNoSuchItem        = lang.Text{JA: "項目 %q はありません", EN: "there is no item %q"}
	wordToTheItem         = lang.Text{JA: "指針のこの項目", EN: "This item of the guideline"}
	wordOneDocument       = lang.Text{JA: "特定の文書", EN: "one document"}
	wordLeaveOutItem      = lang.Text{JA: "規定しない（理由が要ります）", EN: "left out (needs a reason)"}
	wordWhoTakesIt        = lang.Text{JA: "どこで規定するか", EN: "Where it is laid down"}
	wordWhichDocument     = lang.Text{JA: "文書のID", EN: "Document id"}
	wordWhichDocumentHint = lang.Text{JA: "「特定の文書」を選んだときだけ使います。", EN: "Used with \"one document\" only."}
	wordWhyLeftOutJA      = lang.Text{JA: "規定しない理由（日本語）", EN: "Reason for leaving it out (Japanese)"}
	wordWhyLeftOutEN      = lang.Text{JA: "規定しない理由（英語）", EN: "Reason for leaving it out (English)"}
	wordWhyLeftOutHint    = lang.Text{JA: "「規定しない」を選んだときだけ使います。後の担当者が正しさを確かめられるように書いてください。", EN: "Used with \"left out\" only. Write it so that a successor can verify it."}
	wordSaveAndNext       = lang.Text{JA: "保存して次の項目へ", EN: "Save and go on"}
	wordAllottedNow       = lang.Text{JA: "項目 %s の割当てを保存しました", EN: "Item %s is saved."}
	wordNowItSays         = lang.Text{JA: "いまの内容", EN: "It now says"}
	wordSaveAgain         = lang.Text{JA: "下の内容で置き換えるときは、もう一度保存してください。", EN: "Save again to replace it with what stands below."}
	wordAllotHistory      = lang.Text{JA: "変更の記録", EN: "History"}
	wordOtherItemsOf      = lang.Text{JA: "前後の項目（キー: k 前、j 次）", EN: "Items before and behind (keys: k, j)"}
	wordItemBefore        = lang.Text{JA: "前", EN: "Previous"}
	wordItemBehind        = lang.Text{JA: "次", EN: "Next"}
)
