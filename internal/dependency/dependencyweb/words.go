package dependencyweb

import "kijun/internal/lang"

// Words of the reports.
var (
	wordTitle           = lang.Text{JA: "相互依存性の解析結果", EN: "Analysis of interdependency"}
	wordTitleRTO        = lang.Text{JA: "目標復旧時間（RTO）の整合", EN: "Recovery times compared"}
	wordTitleSpof       = lang.Text{JA: "単一障害点", EN: "Single points of failure"}
	wordTitleSweep      = lang.Text{JA: "予備の長さと停止", EN: "Size of a buffer and outage"}
	wordTitleIIM        = lang.Text{JA: "不稼働の投入産出モデル", EN: "Inoperability input-output model"}
	wordHorizon         = lang.Text{JA: "期間", EN: "Horizon"}
	wordNodes           = lang.Text{JA: "ノード", EN: "Nodes"}
	wordGroups          = lang.Text{JA: "依存（入力）", EN: "Inputs"}
	wordHazards         = lang.Text{JA: "ハザード", EN: "Hazards"}
	wordRuns            = lang.Text{JA: "試行", EN: "Runs"}
	wordComma           = lang.Text{JA: "、", EN: ", "}
	wordNothingDown     = lang.Text{JA: "この期間に停止するノードはありません。", EN: "Nothing goes down within the horizon."}
	wordFirstThen       = lang.Text{JA: "最初に %s が停止し（%v）、続いて %s が停止します（%v）。", EN: "%s goes down first (%v), then %s (%v). "}
	wordFirstOnly       = lang.Text{JA: "%s が停止します（%v）。他には広がりません。", EN: "%s goes down (%v); it does not spread. "}
	wordBreachLead      = lang.Text{JA: "検証レベルを下回るのは %d 件で、最初は %s です（%v）。", EN: "%d verification levels are breached, first that of %s (%v). "}
	wordWorst           = lang.Text{JA: "最も多いのは %v で、延べ %s 人が利用できません。", EN: "It is worst at %v, with %s users without a service. "}
	wordAllBack         = lang.Text{JA: "すべて戻るのは %v です。", EN: "All are back at %v."}
	wordNotAllBack      = lang.Text{JA: "期間内に戻らないノードがあります。", EN: "Some are not back within the horizon."}
	wordTypical         = lang.Text{JA: "以下の経過は、不確かな時間をすべて中央値とした一例です。確率は「多数の試行」の節にあります。", EN: "The course below is one example, with every uncertain time at its median. Probabilities are in the section on many runs."}
	wordTimeline        = lang.Text{JA: "経過", EN: "Timeline"}
	wordTimelineNote    = lang.Text{JA: "停止の早い順。塗りは停止、細い帯は再開の準備、斜線は予備での稼働、太い縦線は RTO です。図は 0 から %v まで、細い縦線は 4 分の 1 ごとです。ノードを選ぶと原因に移ります。", EN: "In the order of going down. Solid: down; thin: restarting; hatched: running on a buffer; thick line: RTO. The picture spans 0 to %v, thin lines at each quarter. A node leads to its causes."}
	wordDownTimes       = lang.Text{JA: "停止 – 復旧", EN: "Down – up"}
	wordCourseOf        = lang.Text{JA: "図", EN: "Picture"}
	wordCauses          = lang.Text{JA: "原因", EN: "Causes"}
	wordWithBuffer      = lang.Text{JA: "（予備 %v）", EN: "(buffer %v)"}
	wordMatrix          = lang.Text{JA: "どの分野のために失われたか", EN: "Lost because of which sector"}
	wordMatrixNote      = lang.Text{JA: "行の分野が失った利用者の時間のうち、列の分野に原因があるものの割合です。半分以上を太字で示します。", EN: "The share of the row sector's lost user hours whose cause lies in the column sector; half and more in bold."}
	wordMatrixRoot      = lang.Text{JA: "%v まで（大もとの原因）", EN: "Up to %v, by root cause"}
	wordMatrixProvider  = lang.Text{JA: "%v まで（直接の供給元）", EN: "Up to %v, by the provider at hand"}
	wordLost            = lang.Text{JA: "失った分野", EN: "Sector that lost"}
	wordNoName          = lang.Text{JA: "（記載なし）", EN: "(not given)"}
	wordUsers           = lang.Text{JA: "利用できない人数の推移", EN: "Users without a service over time"}
	wordUsersNote       = lang.Text{JA: "サービスごとの利用者の合計で、同じ人を重ねて数えることがあります。図の上端は %s 人、右端は %v です。", EN: "Summed over services, so one person may count more than once. The top of the picture is %s users, its end %v."}
	wordTime            = lang.Text{JA: "時点", EN: "From"}
	wordAll             = lang.Text{JA: "合計", EN: "All"}
	wordRegions         = lang.Text{JA: "地域", EN: "Regions"}
	wordRegion          = lang.Text{JA: "地域", EN: "Region"}
	wordNodesDown       = lang.Text{JA: "停止したノード", EN: "Nodes down"}
	wordRecovery        = lang.Text{JA: "RTO の食い違い", EN: "Recovery times that contradict"}
	wordNoContradiction = lang.Text{JA: "宣言した RTO と供給元の RTO に食い違いはありません。", EN: "No declared RTO is contradicted by those of the providers."}
	wordClosed          = lang.Text{JA: "被害が同時に起きたときに戻るまでの上限", EN: "Back at the latest after all hazards at once"}
	wordPoints          = lang.Text{JA: "単一障害点と共通の供給元", EN: "Single points of failure and shared resources"}
	wordPointsNote      = lang.Text{JA: "それだけが失われたとき（モデルのハザードは使いません）に止まるノードと、予備が尽きて期間内に止まるノードの数です。", EN: "What goes down when the node alone is lost, the hazards of the model apart: in the end, and within the horizon after buffers."}
	wordNoPoints        = lang.Text{JA: "単独で他を止めるノードはありません。", EN: "No node brings others down by itself."}
	wordMore            = lang.Text{JA: "ほか %d 件", EN: "and %d more"}
	wordSavings         = lang.Text{JA: "予備を 1 時間延ばすと", EN: "One more hour of buffer"}
	wordSavingsNote     = lang.Text{JA: "尽きた予備ごとに、1 時間延ばしたときに減る停止です。", EN: "For each buffer that ran out, the outage that one more hour saves."}
	wordInput           = lang.Text{JA: "入力", EN: "Input"}
	wordSavedDown       = lang.Text{JA: "減る停止（時間）", EN: "Outage saved (h)"}
	wordSavedUsers      = lang.Text{JA: "減る人時", EN: "User hours saved"}
	wordKOfN            = lang.Text{JA: "%s（%d / %d）", EN: "%s (%d of %d)"}
	wordDeadlocks       = lang.Text{JA: "復旧できない待ち合い", EN: "Deadlocks"}
	wordRemedies        = lang.Text{JA: "解消する最小の手当て:", EN: "The smallest remedy found:"}
	wordRemedy          = lang.Text{JA: "%s が %s なしに予備だけで起動できるようにし、予備を %v とする", EN: "let %s start on its buffer without %s, with a buffer of %v"}
	wordChances         = lang.Text{JA: "多数の試行", EN: "Many runs"}
	wordChancesNote     = lang.Text{JA: "%d 回の試行（seed %d）。確率の括弧内は 95 %% 区間です。停止しなかったノードは省きました。", EN: "%d runs (seed %d). In brackets the 95 %% interval. Nodes that were never down are left out."}
	wordQuality         = lang.Text{JA: "この結果のもと", EN: "What stands behind the figures"}
	wordUncertain       = lang.Text{JA: "不確かな値", EN: "Uncertain values"}
	wordNoBuffer        = lang.Text{JA: "予備の記載がない入力", EN: "Inputs without a stated buffer"}
	wordLimits          = lang.Text{JA: "このモデルは、物理的な流れ、供給の配分、修理要員の取り合いを扱いません。結果は入力した想定から計算したもので、予測ではありません。", EN: "The model knows no physical flows, no rationing and no competition for repair crews. The results follow from the assumptions put in; they are no forecast."}
	wordSweepOf         = lang.Text{JA: "%s の入力（%s）の予備を変えた結果です。", EN: "The buffer of %s behind %s."}
	wordDecimal         = lang.Text{JA: "%.1f", EN: "%.1f"}
	wordInteger         = lang.Text{JA: "%d", EN: "%d"}
	wordIIMNote         = lang.Text{JA: "スペクトル半径 %.4f。このモデルは緩衝と冗長を扱いません。1 を超える和は図では 1 で切っています。", EN: "Spectral radius %.4f. The model knows no buffers and no redundancy. The picture cuts sums above 1 to 1."}
)
