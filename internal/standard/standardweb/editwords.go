package standardweb

import "kijun/internal/lang"

// Words of the forms.
var (
	wordEditing          = lang.Text{JA: "編集: %s", EN: "Edit: %s"}
	wordEditNote         = lang.Text{JA: "項ごとに開いて直します。入力すると自動で保存されます。同じ項をほかの人が変えていたときは、上書きせずに両方を並べて示します。", EN: "Open a section to change it. What you type is saved by itself. Where somebody else changed the same section, nothing is overwritten and both are shown."}
	wordBackToDocument   = lang.Text{JA: "文書を見る", EN: "See the document"}
	wordFront            = lang.Text{JA: "表題・版・施行日・水準の語など", EN: "Title, edition, dates, level words"}
	wordFrontNote        = lang.Text{JA: "文書ID、層、事業者は文書を表すものなので、ここでは変えられません。", EN: "The document's id, tier and operator say which document it is and cannot be changed here."}
	wordPreamble         = lang.Text{JA: "最初の見出しより前の文", EN: "Text before the first heading"}
	wordSections         = lang.Text{JA: "項と規定", EN: "Sections and clauses"}
	wordHeading          = lang.Text{JA: "見出し", EN: "Heading"}
	wordArrange          = lang.Text{JA: "動かす・除く", EN: "Move, remove"}
	wordAdd              = lang.Text{JA: "加える", EN: "Add"}
	wordAddSection       = lang.Text{JA: "項を追加する", EN: "Add a section"}
	wordAddBehind        = lang.Text{JA: "後ろに追加", EN: "Add behind"}
	wordUp               = lang.Text{JA: "上へ", EN: "Up"}
	wordDown             = lang.Text{JA: "下へ", EN: "Down"}
	wordRemove           = lang.Text{JA: "除く", EN: "Remove"}
	wordRearranged       = lang.Text{JA: "保存しました。前の内容は履歴から確かめられます", EN: "Saved. What was before is in the history"}
	wordNoSuchAct        = lang.Text{JA: "この操作はありません", EN: "there is no such act"}
	wordNoClause         = lang.Text{JA: "見出し（規定ではない）", EN: "heading (no clause)"}
	wordNotDecided       = lang.Text{JA: "決定なし", EN: "no decision"}
	wordBeforeIt         = lang.Text{JA: "前の項", EN: "Before"}
	wordBehindIt         = lang.Text{JA: "次の項", EN: "Next"}
	wordYours            = lang.Text{JA: "あなたの入力", EN: "What you entered"}
	wordAsItIs           = lang.Text{JA: "今の内容", EN: "As it is now"}
	wordRemovedMeanwhile = lang.Text{JA: "この項は、ほかの人が除きました。必要なら「項を追加する」で加えてください。", EN: "Somebody else removed this section. Add it again if it is needed."}

	wordSave        = lang.Text{JA: "保存する", EN: "Save"}
	wordSaving      = lang.Text{JA: "保存しています…", EN: "Saving…"}
	wordSaved       = lang.Text{JA: "保存しました", EN: "Saved"}
	wordSavedNotice = lang.Text{JA: "保存しました", EN: "Saved"}
	wordOffline     = lang.Text{JA: "つながりません。つながり次第、保存します", EN: "No connection; it will be saved as soon as there is one"}
	wordFailed      = lang.Text{JA: "保存できませんでした", EN: "It could not be saved"}
	wordNotSaved    = lang.Text{JA: "まだ保存していません。", EN: "Not saved yet."}

	wordText            = lang.Text{JA: "本文", EN: "Text"}
	wordTextHint        = lang.Text{JA: "見出しは書けません。箇条書きは行の頭に「- 」か「1. 」を付けます。", EN: "No headings here. Begin the line of a list with \"- \" or \"1. \"."}
	wordCoversHint      = lang.Text{JA: "指針のどの項目に答える規定かを選びます。選ばなければ、どの項目にも数えません。", EN: "Which items of the guideline the clause answers; without one it counts for none."}
	wordOtherItems      = lang.Text{JA: "ほかの項目", EN: "Other items"}
	wordNotCovered      = lang.Text{JA: "規定しない", EN: "not covered"}
	wordCoversFull      = lang.Text{JA: "全体を規定", EN: "covered fully"}
	wordCoversPartly    = lang.Text{JA: "一部を規定", EN: "covered partly"}
	wordNoneGiven       = lang.Text{JA: "（なし）", EN: "(none)"}
	wordByOperator      = lang.Text{JA: "事業者が行う", EN: "for the operator"}
	wordDegreeHint      = lang.Text{JA: "例: 復旧 <= 24h; 保存 >= 1y。数で書けないときは言葉で。", EN: "Such as recovery <= 24h; retention >= 1y; or in words."}
	wordAudienceHint    = lang.Text{JA: "例: 経営層、運用担当、委託先", EN: "Such as management, operations, contractors"}
	wordAppliesHint     = lang.Text{JA: "例: 制御系、業務系", EN: "Such as control systems, business systems"}
	wordWithholdIt      = lang.Text{JA: "この規定の本文を公開しない", EN: "Do not publish the text of this clause"}
	wordWhyWithheld     = lang.Text{JA: "公開しない理由", EN: "Why it is withheld"}
	wordWhyWithheldHint = lang.Text{JA: "理由は公開されます。上の印を付けたときだけ使います。", EN: "The reason is published. It is used only with the tick above."}
	wordWhyNeeded       = lang.Text{JA: "公開しない理由を書いてください", EN: "say why the clause is withheld"}
	wordImplementsHint  = lang.Text{JA: "文書ID#規定ID を空白で区切って書きます（例: water-guideline#c4-2）", EN: "document#clause, separated by spaces (such as water-guideline#c4-2)"}
	wordSourceHint      = lang.Text{JA: "本文を載せられないとき、原文のある場所（https://…）", EN: "Where the text stands, if it cannot be given here (https://…)"}
	wordClauseID        = lang.Text{JA: "規定ID", EN: "Clause id"}
	wordClauseIDHint    = lang.Text{JA: "ほかの文書が引用する名前です（例: c4-2）。変えると引用が切れます。", EN: "The name by which other documents refer to it (such as c4-2). References break where it changes."}
	wordDepth           = lang.Text{JA: "見出しの深さ", EN: "Depth of the heading"}

	wordTitleJA         = lang.Text{JA: "表題（日本語）", EN: "Title (Japanese)"}
	wordTitleEN         = lang.Text{JA: "表題（英語）", EN: "Title (English)"}
	wordSectorsHint     = lang.Text{JA: "選ばなければ、すべての分野のものになります。", EN: "Without one it is for every sector."}
	wordLevelsHint      = lang.Text{JA: "この文書自身の語（遵守、推奨など）と、その意味です。", EN: "The document's own words (comply, recommend) and what they mean."}
	wordLevelWord       = lang.Text{JA: "語 %d", EN: "Word %d"}
	wordLevelMeans      = lang.Text{JA: "語 %d の意味", EN: "What word %d means"}
	wordPublicationHint = lang.Text{JA: "「非公開」は、文書があることは示し、本文を分野の外に見せません。", EN: "\"Withheld\" shows that the document exists, and its text to nobody outside the sector."}
	wordLegalBasisJA    = lang.Text{JA: "法令の根拠（日本語）", EN: "Legal basis (Japanese)"}
	wordLegalBasisEN    = lang.Text{JA: "法令の根拠（英語）", EN: "Legal basis (English)"}
	wordEvaluationJA    = lang.Text{JA: "監査での評価の基準（日本語）", EN: "Criteria for audits (Japanese)"}
	wordEvaluationEN    = lang.Text{JA: "監査での評価の基準（英語）", EN: "Criteria for audits (English)"}
	wordOneALine        = lang.Text{JA: "一行に一つ", EN: "one a line"}
	wordDecisionOn      = lang.Text{JA: "決定: %s %s", EN: "Decision: %s %s"}
	wordIntoItem        = lang.Text{JA: "包含先の項目", EN: "Folded into"}
	wordIntoHint        = lang.Text{JA: "「他の項目に包含する」のときだけ使います。", EN: "Used only for \"folded into another item\"."}
	wordReasonJA        = lang.Text{JA: "理由（日本語）", EN: "Reason (Japanese)"}
	wordReasonEN        = lang.Text{JA: "理由（英語）", EN: "Reason (English)"}
	wordReasonHint      = lang.Text{JA: "「規定しない」ときは、理由がないと項目は未解決のままです。", EN: "Where an item is left out without a reason it stays open."}

	attributeWords = map[string]lang.Text{
		"covers": wordCovers, "level": wordLevel, "degree": wordDegree, "actor": wordActs, "audience": wordAudience, "phase": wordPhase,
		"applies": wordApplies, "withheld": wordWhyWithheld, "implements": wordImplements, "source": wordSource,
	}
)
