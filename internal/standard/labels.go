package standard

import "kijun/internal/lang"

// Labels of what a report names. 義務 and "must" belong to the mandatory tier and the level alone.
var (
	TierLabels = map[Tier]lang.Text{
		Mandatory:   {JA: "①強制基準", EN: "1 mandatory"},
		Recommended: {JA: "②推奨基準・ガイドライン", EN: "2 recommended"},
		Industry:    {JA: "③業界標準・ガイドライン", EN: "3 industry"},
		InHouse:     {JA: "④内規", EN: "4 in-house"},
	}
	LevelLabels = map[Level]lang.Text{
		Must:   {JA: "すべき（must）", EN: "must"},
		Should: {JA: "望ましい（should）", EN: "should"},
		May:    {JA: "参考（may）", EN: "may"},
	}
	StateLabels = map[State]lang.Text{
		Covered:     {JA: "規定あり", EN: "covered"},
		Partly:      {JA: "一部規定", EN: "partly covered"},
		Folded:      {JA: "他の項目に包含", EN: "folded into another"},
		Delegated:   {JA: "他に委任", EN: "left to others"},
		LeftOutItem: {JA: "規定しない（理由あり）", EN: "left out, with a reason"},
		Considering: {JA: "検討中", EN: "under consideration"},
		NotExamined: {JA: "未検討", EN: "not examined"},
	}
	// ActorLabels say who acts where it is not the operator.
	ActorLabels = map[string]lang.Text{
		"ministry": {JA: "所管省庁が行う", EN: "for the ministry"},
		"sector":   {JA: "分野全体で行う", EN: "for the sector"},
	}
	PhaseLabels = map[string]lang.Text{
		"prevent": {JA: "未然防止", EN: "prevent"},
		"detect":  {JA: "早期発見", EN: "detect"},
		"limit":   {JA: "拡大防止", EN: "limit"},
		"recover": {JA: "早期復旧", EN: "recover"},
	}
	StatusLabels = map[string]lang.Text{
		Draft:          {JA: "案", EN: "draft"},
		InConsultation: {JA: "意見照会中", EN: "in consultation"},
		Decided:        {JA: "決定済み", EN: "decided"},
		InForce:        {JA: "施行中", EN: "in force"},
		Superseded:     {JA: "旧版", EN: "superseded"},
	}
	PublicationLabels = map[string]lang.Text{
		PublicationPublic:   {JA: "公開", EN: "public"},
		PublicationShared:   {JA: "分野内で共有", EN: "shared within the sector"},
		PublicationPartly:   {JA: "一部を除き公開", EN: "public in part"},
		PublicationWithheld: {JA: "非公開", EN: "withheld"},
	}
	ChoiceLabels = map[Choice]lang.Text{
		ChoseCovered:     {JA: "規定する", EN: "covered"},
		ChosePartly:      {JA: "一部を規定する", EN: "partly covered"},
		ChoseLeftOut:     {JA: "規定しない", EN: "left out"},
		ChoseFolded:      {JA: "他の項目に包含する", EN: "folded into another item"},
		ChoseConsidering: {JA: "検討中", EN: "under consideration"},
	}
)

var leftOutSilently = lang.Text{JA: "規定しない（理由なし）", EN: "left out without a reason"}

// StateLabel names a state; leaving an item out reads differently where no reason is given.
func StateLabel(s State, reason lang.Text) lang.Text {
	if s == LeftOutItem && reason.IsZero() {
		return leftOutSilently
	}
	return StateLabels[s]
}
