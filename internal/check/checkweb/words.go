package checkweb

import "kijun/internal/lang"

// The pages as a whole.
var (
	wordChecks     = lang.Text{JA: "自己点検", EN: "Self-checks"}
	wordChecksHint = lang.Text{JA: "何をすべきかの規定ごとに、整備・運用・有効性を自分で確かめます。内容は組織の外からは見えません。送ると決めた集計だけが外に出ます。", EN: "Clause by clause you ask yourselves whether what you should do is in place, in operation and effective. Nobody outside your organisation sees it; only a summary that you decide to send leaves."}
	wordNoChecks   = lang.Text{JA: "自己点検はまだありません。統括責任者か部門責任者が、下の欄から始められます。", EN: "There is no self-check yet. An officer or manager starts one below."}
	wordCheck      = lang.Text{JA: "自己点検", EN: "Self-check"}
	wordYear       = lang.Text{JA: "年度", EN: "Fiscal year"}
	wordSector     = lang.Text{JA: "分野", EN: "Sector"}
	wordState      = lang.Text{JA: "状態", EN: "State"}
	wordProgress   = lang.Text{JA: "進み具合", EN: "Progress"}
	wordAnswered   = lang.Text{JA: "回答済み", EN: "answered"}
	wordGapsShort  = lang.Text{JA: "差がある規定", EN: "Gaps"}
	wordStarted    = lang.Text{JA: "開始", EN: "Started"}
	wordClosedOn   = lang.Text{JA: "完了", EN: "Closed"}
	wordChangedOn  = lang.Text{JA: "最後の変更", EN: "Last change"}
	wordPrevious   = lang.Text{JA: "引き継ぎ元", EN: "Carried from"}
	wordLastYears  = lang.Text{JA: "前回の自己点検", EN: "the self-check before"}
	wordPrint      = lang.Text{JA: "印刷", EN: "Print"}
	wordViews      = lang.Text{JA: "自己点検の表示", EN: "Views of the self-check"}
	wordTable      = lang.Text{JA: "表で答える", EN: "Table"}
	wordExcel      = lang.Text{JA: "Excel", EN: "Excel"}
	wordClosing    = lang.Text{JA: "完了と履歴", EN: "Closing and history"}
	wordSending    = lang.Text{JA: "集計を送る", EN: "Send a summary"}

	wordOfThemCarried = lang.Text{JA: "うち引き継ぎ未確認 %d", EN: "%d carried, not confirmed"}
)

// Starting and updating.
var (
	wordStartNew   = lang.Text{JA: "自己点検を始める", EN: "Start a self-check"}
	wordName       = lang.Text{JA: "名前", EN: "Title"}
	wordNameHint   = lang.Text{JA: "空欄なら年度の名前になります。", EN: "Empty: named after the year."}
	wordCarry      = lang.Text{JA: "前回の回答を引き継ぐ", EN: "Carry the answers of the last self-check forward"}
	wordCarryHint  = lang.Text{JA: "引き継いだ回答には印が付き、確認するまで消えません。", EN: "What is carried is marked until somebody confirms it."}
	wordStart      = lang.Text{JA: "始める", EN: "Start"}
	wordStartedNow = lang.Text{JA: "自己点検を始めました", EN: "The self-check has begun"}

	wordUpdate     = lang.Text{JA: "規定の変更を取り込む", EN: "Update from the measures"}
	wordUpdateHint = lang.Text{JA: "新しい規定を加え、求められなくなった規定と文が変わった規定に印を付けます。回答は消えません。", EN: "Adds new clauses and marks those no longer asked and those reworded. No answer is lost."}
	wordUpdateNow  = lang.Text{JA: "今の規定を取り込む", EN: "Update now"}
	wordUpdated    = lang.Text{JA: "取り込みました（追加 %d、変更 %d、求められなくなった %d、再び求められた %d）", EN: "Updated: %d new, %d reworded, %d no longer asked, %d asked again"}
	wordUpToDate   = lang.Text{JA: "規定は前と同じでした", EN: "The measures are as they were"}
)

// The table.
var (
	wordTally          = lang.Text{JA: "回答済み %d / %d　引き継ぎ未確認 %d　差がある %d　対象外 %d", EN: "answered %d of %d, carried and not confirmed %d, gaps %d, not applicable %d"}
	wordInNumbers      = lang.Text{JA: "回答の内訳", EN: "The answers in numbers"}
	wordQuestion       = lang.Text{JA: "問い", EN: "Question"}
	wordAnswers        = lang.Text{JA: "回答", EN: "Answers"}
	wordNothingApplies = lang.Text{JA: "対象になる規定がありません", EN: "nothing applies"}
	wordShow           = lang.Text{JA: "表示", EN: "Show"}
	wordWords          = lang.Text{JA: "ことば", EN: "Words"}
	wordNarrow         = lang.Text{JA: "絞り込む", EN: "Narrow down"}
	wordShowAll        = lang.Text{JA: "絞り込みをやめて、すべて表示する", EN: "Show everything again"}
	wordNoneFound      = lang.Text{JA: "当てはまるものがありません。", EN: "Nothing meets the conditions."}
	wordNumber         = lang.Text{JA: "番号", EN: "No."}
	wordClause         = lang.Text{JA: "規定", EN: "Clause"}
	wordEntries        = lang.Text{JA: "規定の一覧", EN: "Clauses"}
	wordContents       = lang.Text{JA: "目次", EN: "Contents"}
	wordContentsHint   = lang.Text{JA: "回答済み / 件数", EN: "answered / all"}
	wordAllParts       = lang.Text{JA: "点検の全体", EN: "The whole check"}
	wordDocuments      = lang.Text{JA: "文書", EN: "Documents"}
	wordWorkIs         = lang.Text{JA: "作業 %s", EN: "work %s"}
	wordSeverityIs     = lang.Text{JA: "重大さ %s", EN: "severity %s"}
	wordEvidenceIs     = lang.Text{JA: "証拠 %d", EN: "evidence %d"}
	wordHasNote        = lang.Text{JA: "メモあり", EN: "has a note"}

	wordBranch       = lang.Text{JA: "この区分（%d件）をまとめて扱う", EN: "Act on this whole part (%d clauses)"}
	wordConfirmMany  = lang.Text{JA: "引き継いだ%d件をまとめて確認する", EN: "Confirm the %d carried answers"}
	wordAsideMany    = lang.Text{JA: "%d件を対象外にする", EN: "Set %d clauses not applicable"}
	wordAsideHint    = lang.Text{JA: "回答は消えずに残り、対象に戻すと元に戻ります。", EN: "The answers stay, and are back when you take it back."}
	wordTakeBack     = lang.Text{JA: "まとめて対象外にしたものを対象に戻す", EN: "Take back what was set not applicable as a whole"}
	wordTakeBackHint = lang.Text{JA: "一つずつ対象外にした規定はそのままです。", EN: "What was set not applicable by itself stays so."}
	wordConfirmed    = lang.Text{JA: "%d件を確認しました", EN: "%d answers were confirmed"}
	wordSetAside     = lang.Text{JA: "%d件を対象外にしました", EN: "%d clauses are not applicable now"}
	wordTookBack     = lang.Text{JA: "%d件を対象に戻しました", EN: "%d clauses apply again"}
)

// One entry.
var (
	wordEntryTitle  = lang.Text{JA: "%d %s", EN: "%d %s"}
	wordItems       = lang.Text{JA: "指針の項目", EN: "Guideline items"}
	wordDocument    = lang.Text{JA: "文書", EN: "Document"}
	wordForce       = lang.Text{JA: "拘束力", EN: "Binding force"}
	wordWord        = lang.Text{JA: "文書の語", EN: "The document's word"}
	wordDegree      = lang.Text{JA: "程度", EN: "How far"}
	wordPhase       = lang.Text{JA: "段階", EN: "Phase"}
	wordAnswer      = lang.Text{JA: "回答", EN: "Answer"}
	wordNobodyYet   = lang.Text{JA: "まだだれも答えていません。", EN: "Nobody has answered this yet."}
	wordAnsweredBy  = lang.Text{JA: "%sさん　%s", EN: "%s, %s"}
	wordReasonHint  = lang.Text{JA: "対象外にするときは必ず入力してください。", EN: "Needed when it is not applicable."}
	wordSave        = lang.Text{JA: "保存", EN: "Save"}
	wordSaveNext    = lang.Text{JA: "保存して次へ", EN: "Save and go on"}
	wordConfirm     = lang.Text{JA: "このまま確認", EN: "Confirm as it is"}
	wordSaving      = lang.Text{JA: "保存中…", EN: "Saving…"}
	wordSaved       = lang.Text{JA: "保存しました", EN: "Saved"}
	wordOffline     = lang.Text{JA: "つながりません。自動でやり直します", EN: "No connection; trying again"}
	wordFailed      = lang.Text{JA: "保存できませんでした", EN: "Could not be saved"}
	wordKeys        = lang.Text{JA: "キー操作", EN: "Keys"}
	wordKeyChoice   = lang.Text{JA: "%s: はい・一部・いいえ", EN: "%s: yes, partly, no"}
	wordNext        = lang.Text{JA: "次の規定", EN: "Next clause"}
	wordBefore      = lang.Text{JA: "前の規定", EN: "Previous clause"}
	wordToTable     = lang.Text{JA: "表に戻る", EN: "Back to the table"}
	wordTurns       = lang.Text{JA: "前後の規定", EN: "Neighbouring clauses"}
	wordBeside      = lang.Text{JA: "同じ項目のほかの規定: %s", EN: "Other clauses under the same item: %s"}
	wordGoneNote    = lang.Text{JA: "この規定は今は求められていません。回答は残してあります。", EN: "This clause is no longer asked. Its answer is kept."}
	wordChangedNote = lang.Text{JA: "この規定は、前に答えたときと文や程度が変わっています。", EN: "This clause reads otherwise than when it was answered."}
	wordCarriedNote = lang.Text{JA: "前回の回答を引き継いでいます。今も同じなら、保存すると確認済みになります。", EN: "The answer was carried from last time. If it still holds, saving confirms it."}
	wordClosedNote  = lang.Text{JA: "この自己点検は完了しています。見るだけで、変えられません。", EN: "This self-check is closed and can only be read."}

	wordConflictTitle = lang.Text{JA: "ほかの人が先に変えました", EN: "Somebody else changed this first"}
	wordTheirs        = lang.Text{JA: "保存されている回答（%s　%s）", EN: "What is stored (%s, %s)"}
	wordMine          = lang.Text{JA: "あなたの回答（まだ保存されていません）", EN: "Your answer (not saved yet)"}
	wordKeepTheirs    = lang.Text{JA: "保存されている回答のままにする", EN: "Keep what is stored"}
	wordSaveMine      = lang.Text{JA: "あなたの回答で保存する", EN: "Save your answer"}
)

// Evidence.
var (
	wordEvidence          = lang.Text{JA: "証拠", EN: "Evidence"}
	wordEvidenceHint      = lang.Text{JA: "回答を裏付けるファイルです。同じ中身は一度だけ保管し、いくつの規定にも付けられます。", EN: "Files that support the answers. The same content is kept once and may support any number of clauses."}
	wordNoEvidence        = lang.Text{JA: "証拠はまだ付いていません。", EN: "No evidence yet."}
	wordNoEvidenceAtAll   = lang.Text{JA: "証拠はまだありません。規定のページから付けられます。", EN: "There is no evidence yet. It is attached on the page of a clause."}
	wordAttach            = lang.Text{JA: "ファイルを証拠として付ける", EN: "Attach a file as evidence"}
	wordFile              = lang.Text{JA: "ファイル", EN: "File"}
	wordFileHint          = lang.Text{JA: "%d MB まで", EN: "up to %d MB"}
	wordEvidenceTitle     = lang.Text{JA: "証拠の名前", EN: "Name of the evidence"}
	wordEvidenceTitleHint = lang.Text{JA: "空欄ならファイルの名前になります。", EN: "Empty: the name of the file."}
	wordEffective         = lang.Text{JA: "有効期間の始まり", EN: "Counts from"}
	wordExpires           = lang.Text{JA: "有効期間の終わり", EN: "Counts until"}
	wordExpiresHint       = lang.Text{JA: "空欄なら期限なし。", EN: "Empty: no end."}
	wordAttachNow         = lang.Text{JA: "付ける", EN: "Attach"}
	wordAttached          = lang.Text{JA: "「%s」を付けました", EN: "%s was attached"}
	wordReuse             = lang.Text{JA: "登録済みの証拠を付ける", EN: "Link evidence that is there already"}
	wordFindEvidence      = lang.Text{JA: "証拠を探す", EN: "Find evidence"}
	wordFind              = lang.Text{JA: "探す", EN: "Find"}
	wordChooseEvidence    = lang.Text{JA: "付ける証拠", EN: "Evidence to link"}
	wordLinkNow           = lang.Text{JA: "この証拠を付ける", EN: "Link this"}
	wordLinked            = lang.Text{JA: "証拠を付けました", EN: "The evidence was linked"}
	wordUnlink            = lang.Text{JA: "「%s」を外す", EN: "Take %s away"}
	wordUnlinked          = lang.Text{JA: "証拠を外しました。ファイルは残っています", EN: "The evidence was taken away; the file stays"}
	wordExpired           = lang.Text{JA: "期限切れ", EN: "expired"}
	wordPending           = lang.Text{JA: "まだ有効期間前", EN: "not yet effective"}
	wordFromTo            = lang.Text{JA: "有効期間 %sから%sまで", EN: "counts from %s until %s"}
	wordUntil             = lang.Text{JA: "有効期間 %sまで", EN: "counts until %s"}
	wordFrom              = lang.Text{JA: "有効期間 %sから", EN: "counts from %s"}
	wordNoLimit           = lang.Text{JA: "期限なし", EN: "no end"}
	wordAdded             = lang.Text{JA: "登録日", EN: "Added"}
	wordLinks             = lang.Text{JA: "付いている規定の数", EN: "Linked to"}
)

// Workbooks.
var (
	wordExcelHint     = lang.Text{JA: "書き出したブックの黄色い欄に記入し、ここから取り込みます。行は並べ替えても構いません。隠れた列と印を消すと取り込めません。", EN: "Fill in the yellow cells of the workbook and bring it back here. Rows may be sorted; without the hidden column and stamp it cannot be taken in."}
	wordGetWorkbook   = lang.Text{JA: "ブックを書き出す（.xlsx）", EN: "Write out a workbook (.xlsx)"}
	wordGetCSV        = lang.Text{JA: "データを書き出す（CSV、UTF-8 BOM付き）", EN: "Write out data (CSV, UTF-8 with BOM)"}
	wordTakeIn        = lang.Text{JA: "記入したブックを取り込む", EN: "Take in a filled-in workbook"}
	wordFilled        = lang.Text{JA: "記入したブック", EN: "Filled-in workbook"}
	wordFilledHint    = lang.Text{JA: "まず変わるところを表示します。まだ何も変わりません。", EN: "First you see what would change; nothing changes yet."}
	wordLook          = lang.Text{JA: "変わるところを見る", EN: "Show what would change"}
	wordNoTakeIn      = lang.Text{JA: "取り込めるのは、実施中の自己点検で、統括責任者と部門責任者です。", EN: "Officers and managers can take in a workbook while the self-check is open."}
	wordProblemsFound = lang.Text{JA: "直すところが%d件あります。すべて直るまで、何も取り込みません。", EN: "%d things need correcting. Until all are, nothing is taken in."}
	wordProblems      = lang.Text{JA: "直すところ", EN: "To be corrected"}
	wordCell          = lang.Text{JA: "セル", EN: "Cell"}
	wordWhatIsWrong   = lang.Text{JA: "どこがいけないか、何が使えるか", EN: "What is wrong, and what is allowed"}
	wordNothingNew    = lang.Text{JA: "このブックには、変わるところがありません。", EN: "This workbook changes nothing."}
	wordWillChange    = lang.Text{JA: "%d件が変わります。ほかの%d件はそのままです（%sに書き出したブック）。", EN: "%d answers change; %d stay as they are (workbook of %s)."}
	wordChanges       = lang.Text{JA: "変わるところ", EN: "What changes"}
	wordNow           = lang.Text{JA: "今", EN: "Now"}
	wordAfterwards    = lang.Text{JA: "取り込んだ後", EN: "Afterwards"}
	wordConfirms      = lang.Text{JA: "引き継いだ回答を確認する", EN: "confirms the carried answer"}
	wordApply         = lang.Text{JA: "%d件を取り込む", EN: "Take in %d answers"}
	wordTakenIn       = lang.Text{JA: "%d件を取り込みました", EN: "%d answers were taken in"}
)

// Closing.
var (
	wordLeft         = lang.Text{JA: "%s: %d件", EN: "%s: %d"}
	wordNothingLeft  = lang.Text{JA: "すべての規定に答え、引き継いだ回答も確認しました。", EN: "Every clause is answered, and what was carried is confirmed."}
	wordStillLeft    = lang.Text{JA: "まだ残っているもの:", EN: "What is left:"}
	wordWhoCloses    = lang.Text{JA: "完了と再開ができるのは、統括責任者と部門責任者です。", EN: "Officers and managers can close and reopen."}
	wordCloseHint    = lang.Text{JA: "完了すると、見るだけになります。残っているものがあっても完了できます。", EN: "A closed self-check is only read. It can be closed with things left."}
	wordComment      = lang.Text{JA: "ひとこと", EN: "Comment"}
	wordCloseNow     = lang.Text{JA: "完了にする", EN: "Close"}
	wordClosedNow    = lang.Text{JA: "完了にしました", EN: "The self-check is closed"}
	wordReopenHint   = lang.Text{JA: "再開すると、また答えられるようになります。", EN: "Reopened, it can be answered again."}
	wordReopenReason = lang.Text{JA: "再開する理由", EN: "Reason for reopening"}
	wordReopenNow    = lang.Text{JA: "再開する", EN: "Reopen"}
	wordReopened     = lang.Text{JA: "再開しました", EN: "The self-check is open again"}
	wordHistory      = lang.Text{JA: "履歴", EN: "History"}
)

// Sending.
var (
	wordsOfSending = []lang.Text{
		{JA: "送るかどうかは、あなたの組織が決めます。送られるのは下に示す集計だけで、規定の文、メモ、証拠、氏名は含みません。", EN: "Your organisation decides whether to send. Only the counts below are sent: no clauses, notes, evidence or names of people."},
		{JA: "任意の提供として送り、保存期限を付けます。", EN: "It is marked as given voluntarily, with a day of retention."},
		{JA: "取り下げても、すでに送ったものは消えません。取り下げたという印が付きます。", EN: "Withdrawing does not erase what was sent; it is marked as withdrawn."},
		{JA: "所管省庁は送り元の名前とともに受け取ります。内閣官房が見るのは、分野ごとの合計だけで、組織の名前は見えません。", EN: "The ministry receives it with your organisation's name. The Cabinet Secretariat sees only sums over a sector, without names."},
		{JA: "同じ省庁にもう一度送ると、前のものに置き換わります。", EN: "Sent to the same ministry again, it replaces the one before."},
	}
	wordNoAddressee  = lang.Text{JA: "この分野を所管する省庁がまだ登録されていないため、送れません。", EN: "No ministry that answers for this sector is registered yet, so there is nobody to send it to."}
	wordTo           = lang.Text{JA: "送り先", EN: "Addressee"}
	wordFineness     = lang.Text{JA: "細かさ", EN: "Divided by"}
	wordByItem       = lang.Text{JA: "項目ごと", EN: "item"}
	wordByGroup      = lang.Text{JA: "項目のまとまりごと", EN: "group of items only"}
	wordRetain       = lang.Text{JA: "保存期限", EN: "May be kept until"}
	wordLookAgain    = lang.Text{JA: "この内容で見直す", EN: "Show it so"}
	wordWhatLeaves   = lang.Text{JA: "送る内容のすべて", EN: "Exactly what is sent"}
	wordTitle        = lang.Text{JA: "件名", EN: "Title"}
	wordVoluntary    = lang.Text{JA: "提供の種類", EN: "Given"}
	wordVoluntaryYes = lang.Text{JA: "任意", EN: "voluntarily"}
	wordHash         = lang.Text{JA: "SHA-256", EN: "SHA-256"}
	wordRaw          = lang.Text{JA: "送られるデータそのもの（JSON）", EN: "The bytes that are sent (JSON)"}
	wordWhoSends     = lang.Text{JA: "送れるのは統括責任者です。", EN: "Only an officer can send it."}
	wordLooked       = lang.Text{JA: "送る内容を確かめました", EN: "I have looked at what is sent"}
	wordSendNow      = lang.Text{JA: "送る", EN: "Send"}
	wordSentNow      = lang.Text{JA: "集計を送りました", EN: "The summary was sent"}
	wordSentBefore   = lang.Text{JA: "これまでに送ったもの", EN: "Sent before"}

	wordAsOf          = lang.Text{JA: "時点", EN: "As of"}
	wordHowMany       = lang.Text{JA: "件数", EN: "Clauses"}
	wordCarriedShort  = lang.Text{JA: "引き継ぎ未確認", EN: "not confirmed"}
	wordPart          = lang.Text{JA: "項目", EN: "Item"}
	wordTotal         = lang.Text{JA: "全体", EN: "All"}
	wordAnswersByPart = lang.Text{JA: "件数と三つの問いへの回答", EN: "Clauses, and the answers to the three questions"}
	wordWorkByPart    = lang.Text{JA: "作業状況と差の重大さ", EN: "Work status and severity of the gaps"}
	wordCountedTwice  = lang.Text{JA: "いくつかの項目に答える規定は、それぞれの項目に数え、全体では一度だけ数えます。", EN: "A clause that answers several items counts under each, and once in all."}
)
