package cli

import "kijun/internal/lang"

// Words of the commands of cascade.
var (
	wordBadRuns       = lang.Text{JA: "--runs %d は使えません。使える値: 0 ～ %d", EN: "--runs %d; allowed: 0 to %d"}
	wordBadWorkers    = lang.Text{JA: "--workers %d は使えません。使える値: 0（自動）～ %d", EN: "--workers %d; allowed: 0 (automatic) to %d"}
	wordNoRunsHere    = lang.Text{JA: "--mode %s は時間を扱わないため、--runs は使えません。--runs は repair か failure で使えます", EN: "--mode %s knows no time, so --runs has no meaning; allowed: with repair or failure"}
	wordNoPageHere    = lang.Text{JA: "--mode %s では html は使えません。使える形式: text、json", EN: "--mode %s has no html; allowed: text, json"}
	wordUnstable      = lang.Text{JA: "依存関係が安定でないため、損失の和に答えがありません。strength を下げるか、max-loss か noisy-or を使ってください", EN: "the dependencies are not stable: losses would grow without end; lower the strengths, or use max-loss or noisy-or"}
	wordProgress      = lang.Text{JA: "計算中 %d / %d 回", EN: "run %d of %d"}
	wordCourse        = lang.Text{JA: "期間 %s、ノード %d のうち %d が停止します。利用者の停止時間は延べ %s 人時です。", EN: "Within %s, %[3]d of %[2]d nodes go down; %[4]s user hours are lost."}
	wordFrom          = lang.Text{JA: "停止", EN: "down at"}
	wordTo            = lang.Text{JA: "復旧", EN: "up at"}
	wordLength        = lang.Text{JA: "長さ", EN: "for"}
	wordWhy           = lang.Text{JA: "原因", EN: "why"}
	wordBreach        = lang.Text{JA: "検証レベル: %vは%vの時点で下回り、許容を%v超えます。", EN: "Verification level: %v falls below it at %v and exceeds the allowed time by %v."}
	wordStatistics    = lang.Text{JA: "期間 %v、%d 回の試行（seed %d）。停止しなかったノードは省きました。", EN: "Within %v, %d runs (seed %d). Nodes that were never down are left out."}
	wordUnsettledRuns = lang.Text{JA: "停止と復旧が繰り返され、%d 回の試行を打ち切りました。", EN: "%d runs did not come to an end and were given up."}
	wordLosses        = lang.Text{JA: "損失の割合（%s）。被害が続き、予備が尽きた後の値で、時間は扱いません。additive の 1 を超える和は 1 で切っています。", EN: "Share of service lost (%s), when damage lasts and buffers are gone; time plays no part. Sums of additive above 1 are cut to 1."}
	wordOwnLoss       = lang.Text{JA: "自らの損失", EN: "own loss"}
	wordLoss          = lang.Text{JA: "損失", EN: "loss"}
	wordUsersLost     = lang.Text{JA: "影響人数", EN: "users"}
	wordBelow         = lang.Text{JA: "検証レベル未満", EN: "below level"}
	wordYes           = lang.Text{JA: "はい", EN: "yes"}
	wordRTOLocal      = lang.Text{JA: "宣言した RTO と供給元の RTO の食い違い: %d 件", EN: "Declared RTOs that their providers' contradict: %d"}
	wordRTOClosed     = lang.Text{JA: "被害の同時発生から、戻るまでの上限（自らの修理は RTO どおり）:", EN: "At the latest back after all hazards at once, with own repairs as the RTO says:"}
	wordSpof          = lang.Text{JA: "単独で他を止めるノード: %d（モデルのハザードは使いません）", EN: "Nodes whose loss alone brings others down: %d (the hazards of the model play no part)"}
	wordMedians       = lang.Text{JA: "不確かな時間は中央値で計算しました。", EN: "Uncertain times count at their medians."}
	wordNoGroup       = lang.Text{JA: "--group %q というグループはありません。使える値: 0 ～ %d の番号、またはグループが一つだけのノードの ID", EN: "--group %q: no such group; allowed: a number from 0 to %d, or the id of a node that has one group"}
	wordManyGroups    = lang.Text{JA: "--group %q にはグループが複数あります。番号で選んでください: %s", EN: "--group %q has several groups; choose by number: %s"}
	wordBadBuffer     = lang.Text{JA: "--buffer %q は読めません。書き方: 0h..96h、または 24h", EN: "--buffer %q; allowed: 0h..96h, or 24h"}
	wordBadStep       = lang.Text{JA: "--step %q は使えません。使える値: 0 より大きい時間で、%d 点まで", EN: "--step %q; allowed: a duration above 0 that makes at most %d points"}
	wordSweep         = lang.Text{JA: "グループ %d: %s の入力（%s）の予備を変えた結果", EN: "Group %d: the buffer of %s behind %s"}
	wordBadSteps      = lang.Text{JA: "--steps は 0 ～ %d、--until は 0 以上、--remains は 0 と 1 の間で指定してください", EN: "allowed: --steps 0 to %d, --until 0 or more, --remains between 0 and 1"}
	wordNoSide        = lang.Text{JA: "この表は output の列がなく A* そのものなので、--side supply は使えません", EN: "the table has no column output, so it is A* itself and has no supply side"}
	wordNoSpeed       = lang.Text{JA: "--steps には、分野 %s の --speed か --recovery が必要です", EN: "--steps needs --speed or --recovery for sector %s"}
	wordBadValue      = lang.Text{JA: "%s %q は使えません。書き方: 分野=値 または 値（0 以上。--loss と --start は 1 以下）", EN: "%s %q; allowed: sector=value or value, 0 or more, at most 1 for --loss and --start"}
	wordNoRow         = lang.Text{JA: "%s: 分野 %q は表にありません%v。ある分野: %s", EN: "%s: no sector %q in the table%v; sectors: %s"}
	wordIIM           = lang.Text{JA: "不稼働の投入産出モデル（%s、スペクトル半径 %.4f）。緩衝・冗長・時間は扱いません。", EN: "Inoperability input-output model (%s, spectral radius %.4f). It knows no buffers and no redundancy."}
	wordCapped        = lang.Text{JA: "1（和は %.4f）", EN: "1 (sum %.4f)"}
	wordRecipeOrLists = lang.Text{JA: "レシピのファイルか、--nodes・--edges・--horizon のどちらか一方を指定してください", EN: "give either a recipe, or --nodes, --edges and --horizon"}
	wordCannotRead    = lang.Text{JA: "%s を読み込めません", EN: "cannot read %s"}
)
