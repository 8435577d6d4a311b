package check

import "kijun/internal/lang"

// Questions are the names of the three questions in forms and files, in their order.
var Questions = []string{"in-place", "in-operation", "effective"}

// Labels of what an answer says.
var (
	QuestionLabels = map[string]lang.Text{
		"in-place":     {JA: "整備", EN: "In place"},
		"in-operation": {JA: "運用", EN: "In operation"},
		"effective":    {JA: "有効性", EN: "Effective"},
	}
	QuestionTexts = map[string]lang.Text{
		"in-place":     {JA: "定めて、備えていますか", EN: "Is it laid down and provided for?"},
		"in-operation": {JA: "定めたとおりに行っていますか", EN: "Is it done as laid down?"},
		"effective":    {JA: "効果が出ていますか", EN: "Does it have the effect?"},
	}
	JudgementLabels = map[Judgement]lang.Text{
		Unanswered: {JA: "未回答", EN: "unanswered"},
		Yes:        {JA: "はい", EN: "yes"},
		Partly:     {JA: "一部", EN: "partly"},
		No:         {JA: "いいえ", EN: "no"},
	}
	WorkLabels = map[Work]lang.Text{
		NotStarted: {JA: "未着手", EN: "not started"},
		UnderWay:   {JA: "作業中", EN: "under way"},
		Waiting:    {JA: "待ち", EN: "waiting"},
		WorkDone:   {JA: "完了", EN: "done"},
	}
	SeverityLabels = map[Severity]lang.Text{
		NoGap:  {JA: "なし", EN: "none"},
		Low:    {JA: "小", EN: "low"},
		Medium: {JA: "中", EN: "medium"},
		High:   {JA: "大", EN: "high"},
	}
	StateLabels = map[State]lang.Text{
		Open:   {JA: "実施中", EN: "open"},
		Closed: {JA: "完了", EN: "closed"},
	}
	ShowLabels = map[Show]lang.Text{
		Everything:    {JA: "すべて", EN: "everything"},
		ShowOpen:      {JA: "未回答", EN: "unanswered"},
		ShowCarried:   {JA: "前回から引き継いだまま", EN: "carried, not confirmed"},
		ShowGaps:      {JA: "差がある", EN: "gaps"},
		ShowAside:     {JA: "対象外", EN: "not applicable"},
		ShowChanged:   {JA: "規定が変わった", EN: "the clause changed"},
		ShowGone:      {JA: "今は求められていない", EN: "no longer asked"},
		ShowNoSupport: {JA: "証拠がない", EN: "without evidence"},
	}
	StepLabels = map[string]lang.Text{
		stepStart:  {JA: "開始", EN: "started"},
		stepUpdate: {JA: "規定の取り込み", EN: "updated from the measures"},
		stepClose:  {JA: "完了", EN: "closed"},
		stepReopen: {JA: "再開", EN: "reopened"},
		stepImport: {JA: "Excel の取り込み", EN: "workbook taken in"},
	}
	NotApplicableLabel = lang.Text{JA: "対象外", EN: "not applicable"}
	BeyondLabel        = lang.Text{JA: "指針の項目によらない規定", EN: "Clauses beyond the items of the guideline"}
)

// Labels of the rest of an answer.
var (
	WorkLabel     = lang.Text{JA: "作業状況", EN: "Work status"}
	SeverityLabel = lang.Text{JA: "差の重大さ", EN: "Severity of the gap"}
	ReasonLabel   = lang.Text{JA: "対象外の理由", EN: "Why not applicable"}
	NoteLabel     = lang.Text{JA: "メモ", EN: "Note"}
	ConfirmLabel  = lang.Text{JA: "引き継ぎの確認", EN: "Confirm what was carried"}
	WithheldLabel = lang.Text{JA: "非公開（理由: %s）", EN: "Withheld (%s)"}
)

// Words is the text of the clause, or that it is withheld and why.
func (s Snapshot) Words() lang.Text {
	if s.Withheld && s.Text == "" {
		return WithheldLabel.With(s.Reason)
	}
	return lang.Same(s.Text)
}
