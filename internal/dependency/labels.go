package dependency

import "kijun/internal/lang"

// Labels of what the reports and the command line both show.
var (
	LabelNever         = lang.Text{JA: "なし", EN: "never"}
	LabelNotBack       = lang.Text{JA: "復旧せず", EN: "not back"}
	LabelHazard        = lang.Text{JA: "ハザード %d", EN: "hazard %d"}
	LabelUnsettled     = lang.Text{JA: "停止と復旧が繰り返され、%v の時点で計算を打ち切りました。", EN: "Outages did not come to an end; the run was given up at %v."}
	LabelNode          = lang.Text{JA: "ノード", EN: "Node"}
	LabelUserHours     = lang.Text{JA: "人時", EN: "User hours"}
	LabelUnstated      = lang.Text{JA: "供給元の RTO が足りず、%d 件の入力は判断していません。", EN: "%d inputs were left open, because too few providers declare an RTO."}
	LabelRTO           = lang.Text{JA: "RTO", EN: "RTO"}
	LabelBackAt        = lang.Text{JA: "戻るまで", EN: "Back at"}
	LabelImpossible    = lang.Text{JA: "宣言した RTO は、合わせると成り立ちません。RTO を宣言していて、いつまでも戻れないノードがあります。", EN: "The declared recovery times are impossible together: some node that declares one never returns."}
	LabelTakes         = lang.Text{JA: "止まるノード", EN: "Takes down"}
	LabelInTime        = lang.Text{JA: "期間内", EN: "In time"}
	LabelFirst         = lang.Text{JA: "最初の影響", EN: "First at"}
	LabelBuffer        = lang.Text{JA: "予備", EN: "Buffer"}
	LabelSaved         = lang.Text{JA: "予備 1 時間で減る人時", EN: "User hours saved per hour"}
	LabelKnot          = lang.Text{JA: "互いに復旧を待ち合っています: %s", EN: "Waiting for each other: %s"}
	LabelStuck         = lang.Text{JA: "修理は済んでも復旧できません: %s", EN: "Repaired, but cannot start: %s"}
	LabelPDown         = lang.Text{JA: "停止する確率", EN: "Probability"}
	LabelFirstDown     = lang.Text{JA: "最初の停止（P10–P50–P90）", EN: "First down (P10–P50–P90)"}
	LabelDownMean      = lang.Text{JA: "停止時間の平均", EN: "Mean down"}
	LabelDownRange     = lang.Text{JA: "停止時間（P10–P50–P90）", EN: "Down (P10–P50–P90)"}
	LabelTotals        = lang.Text{JA: "利用者の停止時間: 平均 %s 人時（P10 %s、P50 %s、P90 %s）", EN: "User hours lost: mean %s (P10 %s, P50 %s, P90 %s)"}
	LabelOutside       = lang.Text{JA: "外からの損失", EN: "Loss"}
	LabelInoperability = lang.Text{JA: "不稼働", EN: "Inoperability"}
	LabelDependency    = lang.Text{JA: "依存", EN: "Dependency"}
	LabelInfluence     = lang.Text{JA: "影響", EN: "Influence"}
	LabelPath          = lang.Text{JA: "時間の経過", EN: "Over time"}
	LabelStep          = lang.Text{JA: "歩", EN: "Step"}
	LabelIntegral      = lang.Text{JA: "積分", EN: "Integral"}
	LabelUsers         = lang.Text{JA: "利用者", EN: "Users"}
	LabelSector        = lang.Text{JA: "分野", EN: "Sector"}
)
