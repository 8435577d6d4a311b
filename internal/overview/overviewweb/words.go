package overviewweb

import (
	"kijun/internal/lang"
	"kijun/internal/standard"
)

// shortStates name the states where there is little room.
var shortStates = map[standard.State]lang.Text{
	standard.Covered:     {JA: "規定", EN: "covered"},
	standard.Partly:      {JA: "一部", EN: "partly"},
	standard.Folded:      {JA: "包含", EN: "folded"},
	standard.Delegated:   {JA: "委任", EN: "left to others"},
	standard.LeftOutItem: {JA: "除外", EN: "left out"},
	standard.Considering: {JA: "検討中", EN: "considering"},
	standard.NotExamined: {JA: "未検討", EN: "not examined"},
}

// Words that several pages share.
var (
	wordPrint           = lang.Text{JA: "印刷", EN: "Print"}
	wordSector          = lang.Text{JA: "分野", EN: "Sector"}
	wordGuideline       = lang.Text{JA: "指針", EN: "Guideline"}
	wordOn              = lang.Text{JA: "基準日", EN: "As of"}
	wordItem            = lang.Text{JA: "項目", EN: "Item"}
	wordName            = lang.Text{JA: "題", EN: "Title"}
	wordState           = lang.Text{JA: "状態", EN: "State"}
	wordYear            = lang.Text{JA: "年度", EN: "Fiscal year"}
	wordNothingOpen     = lang.Text{JA: "要検討事項に未解決の項目はありません。", EN: "No item for examination is open."}
	wordOpenCount       = lang.Text{JA: "要検討事項%d項目のうち、%d項目が未解決です。", EN: "%[2]d of %[1]d items for examination are open."}
	wordNoStandards     = lang.Text{JA: "この分野で効力のある安全基準等で、見られるものがまだありません。安全基準等を登録し、施行すると、ここに項目ごとの状態が出ます。", EN: "There is no standard of this sector in force that you may see. Once one is imported and brought into force, the state of every item appears here."}
	wordNoAllocation    = lang.Text{JA: "割当てはまだ決まっていません", EN: "no allocation has been decided yet"}
	wordPlaced          = lang.Text{JA: "割当て: 要検討事項%d項目のうち%d項目（%s決定）", EN: "Allocation: %[2]d of %[1]d items for examination (decided on %[3]s)"}
	wordAllocation      = lang.Text{JA: "割当て", EN: "Allocation"}
	wordLeftOutSilently = lang.Text{JA: "除外（理由なし）", EN: "left out, no reason"}

	wordYes         = lang.Text{JA: "はい", EN: "yes"}
	wordPartly      = lang.Text{JA: "一部", EN: "partly"}
	wordNo          = lang.Text{JA: "いいえ", EN: "no"}
	wordUnanswered  = lang.Text{JA: "未回答", EN: "unanswered"}
	wordInPlace     = lang.Text{JA: "整備", EN: "in place"}
	wordInOperation = lang.Text{JA: "運用", EN: "in operation"}
	wordEffective   = lang.Text{JA: "有効性", EN: "effective"}
	wordQuestion    = lang.Text{JA: "問い", EN: "Question"}
	wordUnread      = lang.Text{JA: "この kijun が読めない形式のものが%d件あり、合計に入っていません。", EN: "%d came in a schema that this kijun cannot read and are in no sum."}
)

// Words of the page of a sector.
var (
	wordSectorTitle   = lang.Text{JA: "分野: %s", EN: "Sector: %s"}
	wordMinistry      = lang.Text{JA: "所管省庁", EN: "Responsible ministry"}
	wordAnd           = lang.Text{JA: "・", EN: ", "}
	wordVisibleNote   = lang.Text{JA: "効力のある安全基準等のうち、あなたの組織に公開・共有されているものから数えています。各事業者の内規は含みません。", EN: "Counted from the standards in force that are public or shared with your organisation. In-house rules are not among them."}
	wordStates        = lang.Text{JA: "項目の状態", EN: "State of the items"}
	wordReferenceNote = lang.Text{JA: "参考事項は任意に参考とする事項であり、未解決には数えません。未検討は、まだ誰も検討していないという意味で、違反ではありません。", EN: "Items for reference are optional and never open. \"Not examined\" means that nobody has looked at the item yet; it is no violation."}
	wordMatrix        = lang.Text{JA: "項目と文書の対応", EN: "Items by documents"}
	wordMatrixNote    = lang.Text{JA: "●は項目の全体を、◐は一部を規定する条です。選ぶと、条文・決定・割当てに移ります。", EN: "● marks a clause that covers the item fully, ◐ partly. Each leads to the clause, the decision or the allocation."}
	wordFullMark      = lang.Text{JA: "● 全体", EN: "● full"}
	wordPartlyMark    = lang.Text{JA: "◐ 一部", EN: "◐ partly"}
	wordReason        = lang.Text{JA: "理由・委任先", EN: "Reason or place"}
	wordUnplaced      = lang.Text{JA: "割当てなし", EN: "not allocated"}
	wordPlacedNowhere = lang.Text{JA: "規定しない", EN: "left out"}
	wordInto          = lang.Text{JA: "%s に包含", EN: "into %s"}
	wordToInHouse     = lang.Text{JA: "割当てにより各事業者の内規に委ねる", EN: "left to in-house rules by the allocation"}
	wordToDocument    = lang.Text{JA: "割当てにより %s に委ねる", EN: "left to %s by the allocation"}
	wordMissing       = lang.Text{JA: "どの文書にも記載がないもの（例示）:", EN: "Stated by no document (examples of the guideline):"}
	wordPhases        = lang.Text{JA: "対策の段階の釣合い", EN: "Balance of phases"}
	wordPhasesNote    = lang.Text{JA: "指針は、未然防止と、障害が起きた後の拡大防止・早期復旧との釣合いを望んでいます。数は条の数です。", EN: "The guideline wishes a balance between preventing malfunctions and limiting and recovering from them. Numbers are clauses."}
	wordDocuments     = lang.Text{JA: "数えた文書", EN: "Documents that count"}
	wordNoneInForce   = lang.Text{JA: "効力のある文書で、見られるものはありません。", EN: "There is no document in force that you may see."}
	wordTier          = lang.Text{JA: "層", EN: "Tier"}
	wordEdition       = lang.Text{JA: "版", EN: "Edition"}
	wordInForce       = lang.Text{JA: "施行", EN: "In force"}
	wordNextReview    = lang.Text{JA: "次回見直し", EN: "Next review"}
	wordComing        = lang.Text{JA: "これから施行されるもの・検討中のもの", EN: "Not in force yet"}
	wordFrom          = lang.Text{JA: "%s施行", EN: "effective %s"}

	wordSums          = lang.Text{JA: "送られた自己点検の集計", EN: "Summaries of self-checks that were sent"}
	wordSumsNote      = lang.Text{JA: "事業者が意図して送った集計の合計です。送るかどうかは事業者が決めます。送られていない自己点検は、ここにも、ほかのどのページにも現れません。差し戻したもの、取り下げられたもの、保存期限を過ぎたものは数えません。", EN: "Sums of the summaries that operators chose to send. Whether to send one is up to each operator; a self-check that was not sent appears neither here nor anywhere else. What was returned or withdrawn, or is past its retention, does not count."}
	wordNothingSent   = lang.Text{JA: "まだ何も送られていません。事業者が自己点検の集計を送ると、ここに合計が出ます。", EN: "Nothing was sent yet. When operators send summaries of their self-checks, the sums appear here."}
	wordSentBy        = lang.Text{JA: "%s: 分野の事業者等%[3]d組織のうち、%[2]d組織が送付", EN: "%s: sent by %d of the sector's %d operators"}
	wordAnswersOf     = lang.Text{JA: "%sの回答（規定の数の合計）", EN: "Answers of %s (clauses, added up)"}
	wordNotApplicable = lang.Text{JA: "このほか、対象外とされた規定が%d（全%d）。", EN: "Besides, %d clauses (of %d) were set aside as not applicable."}
	wordByYear        = lang.Text{JA: "年度ごとの推移", EN: "Year on year"}
	wordYearOf        = lang.Text{JA: "%s（%d組織）", EN: "%s (%d organisations)"}
	wordByItem        = lang.Text{JA: "項目ごと（%s）", EN: "By item (%s)"}
	wordEntries       = lang.Text{JA: "対象の規定", EN: "Clauses asked"}
	wordNoItems       = lang.Text{JA: "項目ごとの数を含む集計はありません。", EN: "No summary gives numbers by item."}
	wordSomeByGroup   = lang.Text{JA: "項目ごとの数を含まない集計が%d組織分あり、この表には入っていません。", EN: "Summaries of %d organisations give no numbers by item and are not in this table."}
	wordSenders       = lang.Text{JA: "送付した組織（%d件）", EN: "Who sent (%d)"}
	wordSendersNote   = lang.Text{JA: "名前の読みの順です。回答の良し悪しでは並べません。地方公共団体には、監督ではなく助言を行います。", EN: "In the order of the reading of the names, never of what was answered. Local governments get advice, not supervision."}
	wordAdvice        = lang.Text{JA: "地方公共団体（助言）", EN: "local government: advice"}
	wordOperator      = lang.Text{JA: "事業者等", EN: "Operator"}
	wordSentAt        = lang.Text{JA: "送付日時", EN: "Sent"}
	wordWhat          = lang.Text{JA: "件名", EN: "What"}
)

// Words of the page of the nation.
var (
	wordNation           = lang.Text{JA: "全国", EN: "Nation"}
	wordNationNote       = lang.Text{JA: "公開・共有されている、効力のある安全基準等から数えています。分野は目録の順で、順位ではありません。", EN: "Counted from the standards in force that are public or shared with you. Sectors stand in the order of the catalogue; it is no ranking."}
	wordStatesOfSectors  = lang.Text{JA: "分野ごとの状態", EN: "State of the sectors"}
	wordNoneVisible      = lang.Text{JA: "見られる文書はまだありません", EN: "no document that you may see yet"}
	wordNationMatrix     = lang.Text{JA: "項目と分野の対応", EN: "Items by sectors"}
	wordNationMatrixNote = lang.Text{JA: "規定: 規定あり　一部: 一部を規定　包含: 他の項目に包含　委任: 他に委任　除外: 理由を示して規定しない。選ぶと、分野のページのその項目へ移ります。", EN: "\"Left to others\": by the allocation. \"Left out\": with a reason. Each cell leads to the item on the page of the sector."}
	wordNoDocument       = lang.Text{JA: "文書なし", EN: "no document"}

	wordNationSums        = lang.Text{JA: "自己点検の集計の合計", EN: "Sums of self-checks"}
	wordNationSumsNote    = lang.Text{JA: "事業者が意図して送った集計の、分野ごとの合計です。組織の名前はなく、%d組織に満たない合計は表示しません。年度の合計は、表示している分野だけの合計です。", EN: "Sums over each sector of the summaries that operators chose to send, without names. A sum over fewer than %d organisations is not shown, and the sum of a year is over the sectors shown only."}
	wordNothingSentNation = lang.Text{JA: "まだ何も送られていません。事業者が自己点検の集計を所管省庁に送ると、ここに分野ごとの合計が出ます。", EN: "Nothing was sent yet. When operators send summaries of their self-checks to their ministries, the sums over each sector appear here."}
	wordNationYear        = lang.Text{JA: "%s（延べ%d組織、%d分野）", EN: "%s (%d organisations, %d sectors)"}
	wordAllFew            = lang.Text{JA: "どの分野も組織が少ないため、表示しません", EN: "not shown: few organisations in every sector"}
	wordByYearOf          = lang.Text{JA: "年度ごとの推移: %s", EN: "Year on year: %s"}
	wordBySector          = lang.Text{JA: "分野と年度ごと", EN: "By sector and fiscal year"}
	wordBySectorNote      = lang.Text{JA: "「はい」と答えた規定の数／尋ねた規定の数です。規定の数は分野や年度によって違うので、分野どうしを比べるためのものではありません。", EN: "Clauses answered with yes, of clauses asked. Sectors and years ask different numbers of clauses; the table is not for comparing sectors."}
	wordFew               = lang.Text{JA: "%d組織未満のため表示しません", EN: "not shown: fewer than %d organisations"}
	wordNoneSent          = lang.Text{JA: "送られたものなし", EN: "nothing sent"}
	wordOrganisations     = lang.Text{JA: "%d組織", EN: "%d organisations"}
	wordYesOf             = lang.Text{JA: "%s %d／%d", EN: "%s %d of %d"}
)

// Words of the home page.
var (
	wordHomeTitle  = lang.Text{JA: "ホーム", EN: "Home"}
	wordHome       = lang.Text{JA: "%sのホーム", EN: "%s: home"}
	wordYourSector = lang.Text{JA: "重要インフラ事業者等として: %s", EN: "As an operator: %s"}

	wordMeasures     = lang.Text{JA: "何をすべきか", EN: "What to do"}
	wordToMeasures   = lang.Text{JA: "何をすべきか・どの程度すべきかを見る", EN: "See what to do, and how far"}
	wordAsked        = lang.Text{JA: "%d規定", EN: "%d clauses"}
	wordOpen         = lang.Text{JA: "%d規定のうち%d", EN: "%[2]d of %[1]d clauses"}
	wordOpenHint     = lang.Text{JA: "上の層が求めている規定のうち、実施する内規がまだないものです。", EN: "of those that the upper tiers ask for have no in-house rule that carries them out yet."}
	wordAllCarried   = lang.Text{JA: "上の層が求めている規定は、すべて内規で実施しています。", EN: "asked for by the upper tiers; in-house rules carry out every one."}
	wordNoRules      = lang.Text{JA: "上の層が求めている規定です。内規を登録すると、どれを実施しているかが分かります。", EN: "asked for by the upper tiers. Import your in-house rules to see which of them carry these out."}
	wordNothingAsked = lang.Text{JA: "この分野で効力のある安全基準等がまだありません。所管省庁や団体が公開すると、ここに出ます。自組織の内規は、いまから登録できます。", EN: "No standard of this sector is in force yet. What the ministry or the association publishes appears here; your in-house rules can be imported now."}

	wordCheck      = lang.Text{JA: "自己点検", EN: "Self-check"}
	wordNoCheck    = lang.Text{JA: "%sの自己点検はまだ始めていません。始めると、求められている規定の一覧ができます。", EN: "No self-check of %s was started yet. Starting one lists every clause that is asked of you."}
	wordStartCheck = lang.Text{JA: "自己点検を始める", EN: "Start a self-check"}
	wordOpenCheck  = lang.Text{JA: "自己点検を開く", EN: "Open the self-check"}
	wordAnswered   = lang.Text{JA: "回答済み", EN: "Answered"}
	wordCarried    = lang.Text{JA: "昨年から引き継いだままの回答が%dあります。", EN: "%d answers were carried forward from last year and wait to be confirmed."}
	wordGaps       = lang.Text{JA: "「一部」または「いいえ」が%dあります。", EN: "%d are answered with partly or no."}
	wordClosed     = lang.Text{JA: "締め切りました。集計を所管省庁に送れます（任意）。", EN: "It is closed. A summary can be sent to the ministry, if you choose to."}

	wordStandards      = lang.Text{JA: "安全基準等の動き", EN: "Standards that changed"}
	wordNothingChanged = lang.Text{JA: "この1年に施行されたものはありません。", EN: "None came into force within the last year."}
	wordChanged        = lang.Text{JA: "この1年に施行されたもの: %d", EN: "Came into force within the last year: %d"}
	wordComingCount    = lang.Text{JA: "これから施行されるもの・検討中のもの: %d", EN: "Not in force yet: %d"}
	wordToSector       = lang.Text{JA: "分野のページを見る", EN: "See the page of the sector"}
	wordToStandards    = lang.Text{JA: "安全基準等へ", EN: "Go to the standards"}

	wordYourSectors   = lang.Text{JA: "担当する分野", EN: "Your sectors"}
	wordDocumentCount = lang.Text{JA: "効力のある文書: %d", EN: "Documents in force: %d"}
	wordSubmissions   = lang.Text{JA: "提出", EN: "Submissions"}
	wordToSubmissions = lang.Text{JA: "提出を見る", EN: "See the submissions"}
	wordNoneWaiting   = lang.Text{JA: "受理・差戻しを待っているものはありません。", EN: "None waits to be accepted or returned."}
	wordWaiting       = lang.Text{JA: "%d件", EN: "%d"}
	wordWaitingHint   = lang.Text{JA: "受理か差戻しを待っています。", EN: "wait to be accepted or returned."}

	wordNationStandards = lang.Text{JA: "分野の安全基準等", EN: "Standards of the sectors"}
	wordSectorsSet      = lang.Text{JA: "%d／%d分野", EN: "%d of %d sectors"}
	wordOpenItems       = lang.Text{JA: "効力のある安全基準等が見られる分野の数です。未解決の要検討事項は、全分野で延べ%d項目です。", EN: "have standards in force. Over all sectors %d items for examination are open."}
	wordToNation        = lang.Text{JA: "全国のページを見る", EN: "See the page of the nation"}
	wordSummed          = lang.Text{JA: "%sに送られた集計の合計です（%d分野、延べ）。名前はありません。", EN: "sent a summary for %s (%d sectors). There are no names."}
	wordToGuideline     = lang.Text{JA: "指針を見る", EN: "See the guideline"}
	wordGuidelineHint   = lang.Text{JA: "指針の項目と、その例示を確かめます。", EN: "The items of the guideline and their examples."}

	wordClients    = lang.Text{JA: "契約している事業者", EN: "Operators that engage you"}
	wordClientHint = lang.Text{JA: "この事業者の業務で、あなたの組織に関わる規定を見ます。", EN: "The clauses that concern your organisation in the work for this operator."}
	wordNoClients  = lang.Text{JA: "いま契約している事業者はありません。事業者の管理者が契約を登録すると、ここに出ます。", EN: "No operator engages you at present. When the administrator of one enters the engagement, it appears here."}

	wordYourOrganisation = lang.Text{JA: "自組織のこと", EN: "Your organisation"}
	wordReturned         = lang.Text{JA: "差し戻された提出", EN: "Returned to you"}
	wordReturnedCount    = lang.Text{JA: "%d件", EN: "%d"}
	wordReturnedHint     = lang.Text{JA: "理由を読み、直したものを新しい版として送ってください。", EN: "Read why, and send a corrected version."}
	wordNothingSentYet   = lang.Text{JA: "まだ何も送っていません。自己点検は、送らないかぎり組織の外からは見えません。", EN: "Nothing was sent yet. A self-check stays unseen outside your organisation unless you send it."}
	wordSentCount        = lang.Text{JA: "送ったもの: %d", EN: "Sent: %d"}
	wordOwnDocuments     = lang.Text{JA: "自組織の文書", EN: "Your own documents"}
	wordNoDrafts         = lang.Text{JA: "準備中の文書はありません。", EN: "None is being prepared."}
	wordDraftCount       = lang.Text{JA: "準備中の文書: %d", EN: "Being prepared: %d"}
)
