package submissionweb

import "kijun/internal/lang"

var (
	wordTitle    = lang.Text{JA: "提出", EN: "Submissions"}
	wordAbout    = lang.Text{JA: "組織から組織へ、意図して送られたものです。送ったときの内容のまま変わりません。ここにないもの（送っていない自己点検など）は、その組織の外からは見えません。", EN: "What one organisation chose to send to another, exactly as it was when sent. What is not here, such as a self-check that was not sent, nobody outside its organisation sees."}
	wordReceived = lang.Text{JA: "受け取ったもの", EN: "Received"}
	wordSent     = lang.Text{JA: "送ったもの", EN: "Sent"}
	wordAll      = lang.Text{JA: "すべて", EN: "All"}
	wordShow     = lang.Text{JA: "絞り込む", EN: "Filter"}

	wordNoneSuch     = lang.Text{JA: "この状態のものはありません。", EN: "There is none in this state."}
	wordNoneReceived = lang.Text{JA: "まだ何も届いていません。ほかの組織がこの組織に宛てて送ると、ここに並びます。", EN: "Nothing has arrived yet. What other organisations send to yours appears here."}
	wordNoneSent     = lang.Text{JA: "まだ何も送っていません。自己点検の集計は、自己点検のページから内容を確かめて送ります。", EN: "Nothing was sent yet. The summary of a self-check is sent from the page of the check, after a look at exactly what leaves."}
	wordToChecks     = lang.Text{JA: "自己点検へ", EN: "Go to the self-checks"}

	wordWhat       = lang.Text{JA: "件名", EN: "What"}
	wordFrom       = lang.Text{JA: "送り元", EN: "From"}
	wordTo         = lang.Text{JA: "宛先", EN: "To"}
	wordSentAt     = lang.Text{JA: "送付日時", EN: "Sent"}
	wordState      = lang.Text{JA: "状態", EN: "State"}
	wordRetain     = lang.Text{JA: "保存期限", EN: "Retention until"}
	wordNoRetain   = lang.Text{JA: "定めなし", EN: "not set"}
	wordHasEnded   = lang.Text{JA: "期限を過ぎました", EN: "has passed"}
	wordVoluntary  = lang.Text{JA: "任意の提供", EN: "given voluntarily"}
	wordIsReplaced = lang.Text{JA: "新しい版あり", EN: "replaced by a newer version"}
	wordPrevious   = lang.Text{JA: "前の版", EN: "Earlier version"}
	wordOlder      = lang.Text{JA: "前の版を開く", EN: "open the earlier version"}
	wordNewer      = lang.Text{JA: "新しい版を開く", EN: "Open the newer version"}
	wordRecord     = lang.Text{JA: "元の記録", EN: "Own record"}
	wordOpenRecord = lang.Text{JA: "元の記録を開く", EN: "open the record it came from"}
	wordPrint      = lang.Text{JA: "印刷", EN: "Print"}

	wordReplacedBanner  = lang.Text{JA: "この後に新しい版が送られました。合計には新しい版だけを数えます。", EN: "A newer version was sent after this one. Sums count the newer one only."}
	wordWithdrawnMine   = lang.Text{JA: "取り下げました。合計には数えられませんが、相手が受け取った内容は消えていません。", EN: "You withdrew this. It counts in no sum, but what the addressee received is not erased."}
	wordWithdrawnTheirs = lang.Text{JA: "送り元がこの提出を取り下げました。受け取った内容は残っていますが、合計には数えません。", EN: "Its sender withdrew this. What was received is still here, but counts in no sum."}
	wordReturnedMine    = lang.Text{JA: "差し戻されました。理由を読み、直したものを新しい版として送ってください。直すまで、合計には数えられません。", EN: "This was returned. Read why, and send a corrected version; until then it counts in no sum."}

	wordSteps         = lang.Text{JA: "経過", EN: "What happened"}
	wordContent       = lang.Text{JA: "送られた内容", EN: "What was sent"}
	wordRaw           = lang.Text{JA: "送られたままのデータ", EN: "The data as sent"}
	wordRawNote       = lang.Text{JA: "送ったときのバイト列をそのまま保存しています。指紋（SHA-256）が同じなら、内容は同じです。", EN: "The bytes are kept exactly as they were sent. The same hash (SHA-256) means the same content."}
	wordShowRaw       = lang.Text{JA: "データを見る", EN: "Look at the data"}
	wordDownload      = lang.Text{JA: "データをダウンロード", EN: "Download the data"}
	wordNotShown      = lang.Text{JA: "大きいか、文字でないため、ここには表示しません。ダウンロードしてください。", EN: "It is too large, or no text, to be shown here. Download it."}
	wordSchema        = lang.Text{JA: "形式", EN: "Schema"}
	wordSize          = lang.Text{JA: "バイト数", EN: "Bytes"}
	wordUnknownSchema = lang.Text{JA: "この形式（%s）を言葉で示す方法がありません。下のデータをご覧ください。", EN: "There is no way here to put this schema (%s) into words. See the data below."}
	wordBadPayload    = lang.Text{JA: "データが形式（%s）のとおりでないため、言葉で示せません。下のデータをご覧ください。", EN: "The data does not keep to its schema (%s) and cannot be put into words. See the data below."}
	wordUnreadable    = lang.Text{JA: "保存期限（%s）を過ぎたため、内容は読めません。", EN: "The day of retention (%s) has passed; the content can no longer be read."}

	wordComment        = lang.Text{JA: "ひとこと（任意。相手に見えます）", EN: "Remark (optional; the other side sees it)"}
	wordReason         = lang.Text{JA: "差し戻す理由（相手に見えます）", EN: "Why it is returned (the sender sees it)"}
	wordAccept         = lang.Text{JA: "受理する", EN: "Accept"}
	wordAcceptHint     = lang.Text{JA: "このまま受け取り、合計に数えます。", EN: "Take it as it is; it counts in the sums."}
	wordAcceptButton   = lang.Text{JA: "受理する", EN: "Accept"}
	wordAccepted       = lang.Text{JA: "受理しました", EN: "Accepted"}
	wordReturn         = lang.Text{JA: "差し戻す", EN: "Return"}
	wordReturnHint     = lang.Text{JA: "直した版を送ってもらいます。新しい版が届くまで、合計には数えません。", EN: "Ask for a corrected version. Until it arrives this counts in no sum."}
	wordReturnButton   = lang.Text{JA: "差し戻す", EN: "Return"}
	wordReturned       = lang.Text{JA: "差し戻しました", EN: "Returned"}
	wordWithdraw       = lang.Text{JA: "取り下げる", EN: "Withdraw"}
	wordWithdrawHint   = lang.Text{JA: "取り下げると「取下げ」と表示され、合計に数えられなくなります。相手がすでに受け取った内容は消えません。", EN: "It will be marked as withdrawn and count in no sum. Withdrawing does not erase what the addressee has received."}
	wordWithdrawButton = lang.Text{JA: "取り下げる", EN: "Withdraw"}
	wordWithdrawn      = lang.Text{JA: "取り下げました。相手が受け取った内容は消えていません", EN: "Withdrawn. What the addressee received is not erased"}
	wordNoVersion      = lang.Text{JA: "ページが古いか、壊れています。開き直してください", EN: "the page is old or broken; open it again"}
)
