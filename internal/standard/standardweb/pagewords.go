package standardweb

import (
	"kijun/internal/lang"
	"kijun/internal/standard"
)

// Words of the list and of a document's page.
var (
	wordStandards     = lang.Text{JA: "安全基準等", EN: "Safety standards"}
	wordListNote      = lang.Text{JA: "あなたが見ることのできる文書です。案は作成した組織だけに、意見照会中の文書は分野の関係者に見えます。", EN: "The documents that you may see. A draft is seen by its own organisation alone, a document in consultation by its sector."}
	wordPublicNote    = lang.Text{JA: "公開された安全基準等です。非公開の規定は、その理由とともに示しています。", EN: "The published safety standards. Withheld clauses are shown as withheld, with the reason."}
	wordNoMatch       = lang.Text{JA: "条件に合う文書はありません。", EN: "No document matches."}
	wordShowAll       = lang.Text{JA: "すべて表示する", EN: "Show all"}
	wordNoStandards   = lang.Text{JA: "見られる文書はまだありません。ファイルやフォルダーを取り込んで始めます。", EN: "There is no document yet that you may see. Begin by importing files or a folder."}
	wordNonePublished = lang.Text{JA: "見られる文書はまだありません。公開されると、ここに並びます。", EN: "There is no document yet that you may see. They are listed here once they are published."}
	wordAll           = lang.Text{JA: "すべて", EN: "all"}
	wordWords         = lang.Text{JA: "言葉", EN: "Words"}
	wordOwnOnly       = lang.Text{JA: "自組織の文書だけ", EN: "Own documents only"}
	wordNarrow        = lang.Text{JA: "絞り込む", EN: "Filter"}
	wordOwner         = lang.Text{JA: "組織", EN: "Organisation"}
	wordClauseCount   = lang.Text{JA: "規定の数", EN: "Clauses"}
	wordComma         = lang.Text{JA: "、", EN: ", "}

	wordPrint          = lang.Text{JA: "印刷", EN: "Print"}
	wordHistory        = lang.Text{JA: "履歴", EN: "History"}
	wordEdit           = lang.Text{JA: "編集", EN: "Edit"}
	wordContents       = lang.Text{JA: "目次", EN: "Contents"}
	wordPublication    = lang.Text{JA: "公開の範囲", EN: "Publication"}
	wordDocumentID     = lang.Text{JA: "文書ID", EN: "Document id"}
	wordLevels         = lang.Text{JA: "水準の語", EN: "Level words"}
	wordObjects        = lang.Text{JA: "保護の対象", EN: "Protected objects"}
	wordThreats        = lang.Text{JA: "脅威", EN: "Threats"}
	wordServices       = lang.Text{JA: "重要インフラサービス", EN: "Critical services"}
	wordLegalBasis     = lang.Text{JA: "法令の根拠", EN: "Legal basis"}
	wordEvaluation     = lang.Text{JA: "監査での評価の基準", EN: "Criteria for audits"}
	wordCitedBy        = lang.Text{JA: "この文書を引用する文書", EN: "Cited by"}
	wordEditions       = lang.Text{JA: "ほかの版", EN: "Other editions"}
	wordEditionNo      = lang.Text{JA: "第%s版", EN: "edition %s"}
	wordNoEdition      = lang.Text{JA: "版の記載なし", EN: "no edition given"}
	wordMoreFacts      = lang.Text{JA: "根拠・評価の基準・ほかの版", EN: "Basis, criteria, other editions"}
	wordUntitled       = lang.Text{JA: "（見出しなし）", EN: "(no heading)"}
	wordReasonIs       = lang.Text{JA: "理由: ", EN: "reason: "}
	wordCovers         = lang.Text{JA: "対応する項目", EN: "Items covered"}
	wordInPart         = lang.Text{JA: "（一部）", EN: " (partly)"}
	wordActs           = lang.Text{JA: "行う者", EN: "Who acts"}
	wordPhase          = lang.Text{JA: "段階", EN: "Phase"}
	wordAudience       = lang.Text{JA: "読む者", EN: "Who reads"}
	wordApplies        = lang.Text{JA: "適用", EN: "Applies to"}
	wordImplements     = lang.Text{JA: "実施する規定", EN: "Carries out"}
	wordSource         = lang.Text{JA: "出典", EN: "Source"}
	wordDecisions      = lang.Text{JA: "項目についての決定", EN: "Decisions on items"}
	wordDecided        = lang.Text{JA: "決定日", EN: "Decided"}
	wordStateLine      = lang.Text{JA: "状態の移り変わり", EN: "How it came to its state"}
	wordNextState      = lang.Text{JA: "次の状態にする", EN: "Bring into the next state"}
	wordComment        = lang.Text{JA: "コメント", EN: "Comment"}
	wordCommentHint    = lang.Text{JA: "自組織の中だけで見えます。", EN: "Seen within your organisation only."}
	wordAdvanced       = lang.Text{JA: "「%s」にしました", EN: "It is %s now"}
	wordShownToSector  = lang.Text{JA: "分野の関係者から見えるようになります。", EN: "The sector's organisations will see it."}
	wordDecidedPublic  = lang.Text{JA: "決定すると本文は変えられなくなり、誰でもサインインなしで読めるようになります（非公開の規定を除く）。", EN: "Once decided the text cannot change, and everybody can read it without sign-in (withheld clauses excepted)."}
	wordDecidedFixed   = lang.Text{JA: "決定すると本文は変えられなくなります。", EN: "Once decided the text cannot change."}
	wordSupersedes     = lang.Text{JA: "施行すると、この文書の施行中の版は旧版になります。", EN: "The edition in force until now will be superseded."}
	wordRulesPublished = lang.Text{JA: "公開の範囲が「公開」か「一部を除き公開」なので、施行すると誰でもサインインなしで読めるようになります（非公開の規定を除く）。施行中の版は旧版になります。", EN: "Its publication is public, or public in part: once in force, everybody can read it without sign-in (withheld clauses excepted). The edition in force until now will be superseded."}
	wordWholeWithheld  = lang.Text{JA: "この文書は、%sが本文を分野の外に公開していません。文書があること、題と見出しだけを示しています。", EN: "%s does not publish the text of this document outside its sector. Only that it exists, its title and its headings are shown."}
	wordSomeWithheld   = lang.Text{JA: "%d件の規定は非公開です。その理由を示しています。", EN: "%d clauses are withheld. The reason is shown."}
	wordReadingEntered = lang.Text{JA: "%d件の非公開の規定の本文を含みます。読んだことは操作記録に残ります。", EN: "The text of %d withheld clauses is included. That you read it is entered in the trail."}

	stateVerbs = map[string]lang.Text{
		standard.InConsultation: {JA: "意見照会を始める", EN: "Begin the consultation"},
		standard.Decided:        {JA: "決定する", EN: "Decide"},
		standard.InForce:        {JA: "施行する", EN: "Bring into force"},
		standard.Superseded:     {JA: "旧版にする", EN: "End it"},
	}
)

// Words of the import.
var (
	wordImport         = lang.Text{JA: "取り込む", EN: "Import"}
	wordImportNote     = lang.Text{JA: "Markdown、Excel、CSV の安全基準等と allocation.yaml（割当て）を取り込めます。zip にまとめても構いません。まず内容を確かめ、その後で取り込みます。取り込んだ文書は「案」になります。", EN: "Standards as Markdown, Excel or CSV and allocation.yaml can be imported, in a zip file, too. You see first what would happen, and then import. An imported document is a draft."}
	wordFiles          = lang.Text{JA: "ファイル", EN: "Files"}
	wordFilesHint      = lang.Text{JA: ".md、.xlsx、.csv、allocation.yaml、.zip。いくつでも選べます。", EN: ".md, .xlsx, .csv, allocation.yaml, .zip; as many as you like."}
	wordFolder         = lang.Text{JA: "フォルダー", EN: "Folder"}
	wordFolderHint     = lang.Text{JA: "フォルダーごと選ぶとき。中の安全基準等だけを読みます。", EN: "To choose a whole folder; only the standards in it are read."}
	wordPreview        = lang.Text{JA: "内容を確かめる", EN: "See what would happen"}
	wordPreviewTitle   = lang.Text{JA: "取り込みの確認", EN: "Before the import"}
	wordApply          = lang.Text{JA: "この内容で取り込む", EN: "Import this"}
	wordChooseOthers   = lang.Text{JA: "ファイルを選び直す", EN: "Choose other files"}
	wordChooseAgain    = lang.Text{JA: "ファイルをもう一度選んでください", EN: "choose the files again"}
	wordTooMuchToCarry = lang.Text{JA: "合計が大きいため、この画面からは取り込めません。いくつかに分けて選び直してください。", EN: "The files are too large together to be imported from here; choose them in several parts."}
	wordImported       = lang.Text{JA: "%d件を取り込みました", EN: "%d imported"}
	wordFile           = lang.Text{JA: "ファイル", EN: "File"}
	wordWhatItIs       = lang.Text{JA: "内容", EN: "What it is"}
	wordWhatHappens    = lang.Text{JA: "取り込むと", EN: "What happens"}
	wordLeaveOut       = lang.Text{JA: "外す", EN: "Leave out"}
	wordLeaveOutFile   = lang.Text{JA: "取り込まない", EN: "do not import"}
	wordDocumentOf     = lang.Text{JA: "文書ID %s　%s　規定%d件", EN: "id %s, %s, %d clauses"}
	wordAllocationOf   = lang.Text{JA: "%s分野の割当て（%d項目）", EN: "allocation of %s (%d items)"}
	wordProblems       = lang.Text{JA: "見つかった問題（%d件）", EN: "Problems found (%d)"}
	wordNoProblems     = lang.Text{JA: "問題は見つかりませんでした。", EN: "No problem was found."}
	wordPlaceOf        = lang.Text{JA: "場所（行:桁）", EN: "Place (line:column)"}
	wordKindOf         = lang.Text{JA: "種類", EN: "Kind"}
	wordWhatIsWrong    = lang.Text{JA: "問題と、使える書き方", EN: "What is wrong, and what is allowed"}
	wordRule           = lang.Text{JA: "規則", EN: "Rule"}
	wordError          = lang.Text{JA: "誤り", EN: "error"}
	wordWarning        = lang.Text{JA: "注意", EN: "warning"}
	wordAllWell        = lang.Text{JA: "取り込めます。", EN: "This can be imported."}
	wordNothingNew     = lang.Text{JA: "新しいものはありません。すべて取り込み済みです。", EN: "There is nothing new; all of it is there already."}
	wordSomeRefused    = lang.Text{JA: "取り込めないファイルがあります。直して選び直すか、そのファイルを外してください。外さないかぎり、何も取り込みません。", EN: "Some files cannot be imported. Correct them and choose again, or leave them out; until then nothing is imported."}

	changeWords = map[standard.Change]lang.Text{
		standard.Added:     {JA: "新しく加わる", EN: "added"},
		standard.Revised:   {JA: "本文が新しくなる", EN: "a new revision"},
		standard.Unchanged: {JA: "変わらない", EN: "unchanged"},
		standard.Ignored:   {JA: "対象外", EN: "not a standard"},
		standard.LeftOver:  {JA: "取り込まない（別の事業者の内規）", EN: "left out (another operator's in-house rules)"},
		standard.Refused:   {JA: "取り込めない", EN: "cannot be imported"},
	}
)

// verdict says what a plan comes to.
func verdict(plan standard.Imported) lang.Text {
	switch {
	case plan.Refused():
		return wordSomeRefused
	case !changes(plan):
		return wordNothingNew
	}
	return wordAllWell
}

// Words of the history.
var (
	wordRevision     = lang.Text{JA: "改訂", EN: "Revision"}
	wordWhen         = lang.Text{JA: "いつ", EN: "When"}
	wordWho          = lang.Text{JA: "誰が", EN: "Who"}
	wordHow          = lang.Text{JA: "どのように", EN: "How"}
	wordSize         = lang.Text{JA: "大きさ（バイト）", EN: "Size (bytes)"}
	wordEditedHere   = lang.Text{JA: "画面で編集", EN: "edited here"}
	wordImportedFrom = lang.Text{JA: "取り込み（%s）", EN: "imported (%s)"}
	wordCompare      = lang.Text{JA: "比べる", EN: "Compare"}
	wordCompareNow   = lang.Text{JA: "比べる", EN: "Compare"}
	wordBefore       = lang.Text{JA: "前の改訂", EN: "Earlier revision"}
	wordAfter        = lang.Text{JA: "後の改訂", EN: "Later revision"}
	wordFromTo       = lang.Text{JA: "改訂%dから改訂%dへの違い", EN: "From revision %d to revision %d"}
	wordOneRevision  = lang.Text{JA: "改訂は一つだけです。本文が変わると、ここで比べられます。", EN: "There is one revision only. Once the text changes, revisions can be compared here."}
)
