package dependency

import (
	"kijun/cascade"
	"kijun/internal/lang"
)

// Rules lists every rule that is broken in the writing of a file. What is wrong with the model itself has
// the rules of faultRules.
var Rules []*Rule

func rule(id, ja, en string) *Rule {
	r := &Rule{ID: id, Says: lang.Text{JA: ja, EN: en}}
	Rules = append(Rules, r)
	return r
}

var (
	ruleUnreadable   = rule("unreadable", "読み込めません: %v", "cannot be read: %v")
	ruleTooLarge     = rule("too-large", "ファイルが大きすぎます（上限は %d バイト）", "the file is too large (the limit is %d bytes)")
	ruleNotUTF8      = rule("not-utf8", "UTF-8 ではありません。UTF-8 で保存し直してください", "not UTF-8: save the file again as UTF-8")
	ruleBrokenYAML   = rule("broken-yaml", "YAML または JSON として読めません: %s", "broken YAML or JSON: %s")
	ruleBrokenCSV    = rule("broken-csv", "CSV として読めません: %s", "broken CSV: %s")
	ruleUnknownKey   = rule("unknown-key", "項目名 %q は使えません%v。使える項目名: %s", "unknown key %q%v; allowed: %s")
	ruleDuplicateKey = rule("duplicate-key", "項目名 %q が重複しています。書けるのは一度だけです", "key %q stands twice; allowed: once")
	ruleMissingKey   = rule("missing-key", "%q がありません。必須です", "%q is missing; it is required")
	ruleWrongShape   = rule("wrong-shape", "%q は%vで書いてください", "%q must be %v")
	ruleUnknownWord  = rule("unknown-word", "%q は使えません%v。使える値: %s", "%q%v; allowed: %s")
	ruleBadDuration  = rule("bad-duration", "%q は時間として読めません。書き方: 0 以上の数と m・h・d（72h、30m、3d、1.5h）で、1 分単位。または inf", "%q is no duration; allowed: a number of 0 or more with m, h or d (72h, 30m, 3d, 1.5h) that comes to whole minutes, or inf")
	ruleEndless      = rule("endless-horizon", "期間に inf は使えません。使える値: 有限の時間（例: 30d）", "the horizon cannot be inf; allowed: a finite duration such as 30d")
	ruleBadInteger   = rule("bad-integer", "%q は使えません。使える値: 整数（桁区切りなし）", "%q; allowed: a whole number, without separators")
	ruleBadNumber    = rule("bad-number", "%q は使えません。使える値: 小数（例: 0.25）", "%q; allowed: a decimal number such as 0.25")
	ruleBadRefill    = rule("bad-refill", "%q は使えません。使える値: 0 以上の数で小数は 3 桁まで（例: 0.25）、または inf", "%q; allowed: a number of 0 or more with at most three decimals (0.25), or inf")
	ruleUnknownCol   = rule("unknown-column", "列 %q はありません%v。ある列: %s", "there is no column %q%v; columns: %s")
	ruleOpenBrace    = rule("open-brace", "%q の { が閉じていません。書き方: {列名}", "%q: a { is not closed; allowed: {column name}")
	ruleTwoValues    = rule("two-values", "同じグループの %s が、前の行では %q、この行では %q です。一つのグループに書けるのは一つの値です", "%s is %q here and %q in an earlier row of the same group; allowed: one value a group")
)

// faultRules say in Japanese what the engine finds wrong with a model. The English is the engine's own.
var faultRules = map[cascade.FaultKind]string{
	cascade.BadHorizon:        "期間 %d 分は使えません。使える値: 1 ～ %d 分",
	cascade.MissingID:         "ID がありません。どのノードにも必要です",
	cascade.DuplicateID:       "ID %q は nodes[%d] にもあります。同じ ID は一度しか使えません",
	cascade.TooManyUsers:      "利用者数×期間が大きすぎて数えられません。使える値: 合計 %d 人まで",
	cascade.Negative:          "%d は負の値です。使える値: 0 以上",
	cascade.TooLong:           "%d 分は長すぎます。使える値: %d 分まで（inf は分布の中では使えません）",
	cascade.NotAShare:         "%v は使えません。使える値: 0 ～ 1",
	cascade.BadRefill:         "%d（千分率）は使えません。使える値: 0 ～ %d、または inf",
	cascade.BadStrength:       "%v は使えません。使える値: 0 より大きく 1 以下",
	cascade.BadK:              "供給元 %[2]d のうち %[1]d は指定できません。使える値: 0 ～ %[3]d",
	cascade.UnknownNode:       "%q というノードは、このモデルにありません",
	cascade.UnknownGroup:      "このモデルにないグループです",
	cascade.DuplicateProvider: "%q が二度あります。書けるのは一度だけです",
	cascade.NothingHit:        "node がありません。ハザードには node か、select（sector、region、kind）が必要です",
	cascade.HitTwice:          "node と select は同時に書けません。どちらか一つを書いてください",
	cascade.NothingSelected:   "sector %q、region %q、kind %q に合うノードがありません",
	cascade.MustBeCertain:     "分布は使えません。宣言した値は一つの時間で書いてください",
	cascade.ZeroMean:          "平均が 0 です。使える値: 0 より大きい時間",
	cascade.ZeroMedian:        "中央値が 0 です。使える値: 0 より大きい時間",
	cascade.MinAboveMax:       "最小 %d 分が最大 %d 分を超えています",
	cascade.NotInOrder:        "最小 %d 分、最頻 %d 分、最大 %d 分の順になっていません",
	cascade.BadSigma:          "sigma %v は使えません。使える値: 0 ～ 10",
}

// faultProblem says a fault of the engine in both languages.
func faultProblem(f *cascade.Fault, at Place) Problem {
	says := lang.Text{JA: faultRules[f.Kind], EN: f.Problem}
	message := lang.Text{JA: lang.Text{JA: says.JA}.With(f.Args...).JA, EN: f.Problem}
	return Problem{at, &Rule{ID: string(f.Kind), Says: says}, f.Path(), message}
}
