package measureweb

import "kijun/internal/lang"

// Words of the sheet, on a page and in a file.
var (
	wordTitle       = lang.Text{JA: "何をすべきか・どの程度すべきか", EN: "What to do, and how far"}
	wordOperator    = lang.Text{JA: "事業者", EN: "Operator"}
	wordSector      = lang.Text{JA: "分野", EN: "Sector"}
	wordOn          = lang.Text{JA: "基準日", EN: "As of"}
	wordGuideline   = lang.Text{JA: "指針", EN: "Guideline"}
	wordAxes        = lang.Text{JA: "拘束力（どの層の文書か）と、文書自身の語（遵守・推奨など）は別のものなので、分けて示します。", EN: "Binding force (the tier of the document) and the document's own word (comply, recommend) are two things and shown apart."}
	wordByItem      = lang.Text{JA: "項目ごと", EN: "Item by item"}
	wordOpen        = lang.Text{JA: "実施する内規がない規定（%d件）", EN: "Clauses that no in-house rule carries out (%d)"}
	wordTier        = lang.Text{JA: "層", EN: "Tier"}
	wordHeading     = lang.Text{JA: "規定", EN: "Clause"}
	wordWord        = lang.Text{JA: "語", EN: "Word"}
	wordDegree      = lang.Text{JA: "程度", EN: "How far"}
	wordNote        = lang.Text{JA: "備考", EN: "Note"}
	wordItem        = lang.Text{JA: "項目", EN: "Item"}
	wordBeyondNote  = lang.Text{JA: "分野や事業者の必要から、指針にない事項を定めたものです。", EN: "What a sector or an operator needs over and above the guideline."}
	wordBeyondShort = lang.Text{JA: "項目外", EN: "beyond"}
	wordNone        = lang.Text{JA: "なし", EN: "none"}
	wordWithheld    = lang.Text{JA: "非公開", EN: "withheld"}
	wordNotCarried  = lang.Text{JA: "実施する内規なし", EN: "no in-house rule"}
	wordWeaker      = lang.Text{JA: "求めより弱い", EN: "weaker than asked"}
	wordWeakerOwn   = lang.Text{JA: "内規は求めより弱い", EN: "our rule is weaker than asked"}
	wordOwn         = lang.Text{JA: "内規", EN: "our rule"}
	wordStrictest   = lang.Text{JA: "最も厳しい求め", EN: "strictest demand"}
	wordLadders     = lang.Text{JA: "どの程度か（厳しい順）", EN: "How far (the strictest first)"}
	wordMore        = lang.Text{JA: "ほか%d件", EN: "%d more"}
	wordMet         = lang.Text{JA: "条件に当てはまる規定", EN: "meets the conditions"}
)

// Words of the pages.
var (
	wordFor          = lang.Text{JA: "だれの", EN: "For whom"}
	wordWhich        = lang.Text{JA: "どの規定を", EN: "Which clauses"}
	wordAudience     = lang.Text{JA: "役割", EN: "Role"}
	wordEverybody    = lang.Text{JA: "全員", EN: "everybody"}
	wordContractor   = lang.Text{JA: "委託先に関わるものだけ", EN: "what concerns contractors only"}
	wordGroup        = lang.Text{JA: "指針の区分", EN: "Part of the guideline"}
	wordBinding      = lang.Text{JA: "項目の拘束力", EN: "Binding force of the item"}
	wordClauseTier   = lang.Text{JA: "規定の層", EN: "Tier of the clause"}
	wordLevel        = lang.Text{JA: "語の強さ", EN: "Strength of the word"}
	wordPhase        = lang.Text{JA: "対策の段階", EN: "Phase"}
	wordState        = lang.Text{JA: "状態", EN: "State"}
	wordWords        = lang.Text{JA: "言葉で探す", EN: "Words"}
	wordAll          = lang.Text{JA: "すべて", EN: "all"}
	wordOnlyOpen     = lang.Text{JA: "実施する内規なし", EN: "no in-house rule"}
	wordOnlyWeaker   = lang.Text{JA: "内規が求めより弱い", EN: "weaker than asked"}
	wordOnlyChanged  = lang.Text{JA: "前回から変わった", EN: "changed since last time"}
	wordShow         = lang.Text{JA: "表示", EN: "Show"}
	wordClear        = lang.Text{JA: "条件を外す", EN: "Clear the conditions"}
	wordFound        = lang.Text{JA: "%d項目・%d規定が条件に当てはまります。項目の中では、ほかの規定も並べて示します。", EN: "%d items with %d clauses meet the conditions. Within an item its other clauses are shown beside them."}
	wordNothingFound = lang.Text{JA: "条件に当てはまる規定はありません。", EN: "No clause meets the conditions."}
	wordContents     = lang.Text{JA: "項目の一覧", EN: "Items"}
	wordPrint        = lang.Text{JA: "印刷", EN: "Print"}
	wordHowMuch      = lang.Text{JA: "どれだけ実施しているか", EN: "How much is carried out"}
	wordStillOpen    = lang.Text{JA: "まだ実施していないもの", EN: "What is still open"}
	wordOpenCount    = lang.Text{JA: "%d件", EN: "%d"}
	wordOpenSays     = lang.Text{JA: "求める規定のうち、実施する内規がないもの", EN: "clauses asked of you that no in-house rule carries out"}
	wordWeakerCount  = lang.Text{JA: "内規が求めより弱い項目: %d", EN: "items in which a rule is weaker than asked: %d"}
	wordSeeOpen      = lang.Text{JA: "一覧を見る", EN: "See the list"}
	wordSince        = lang.Text{JA: "前回から変わったもの", EN: "Changed since last time"}
	wordSinceDay     = lang.Text{JA: "%sに見たときから", EN: "since you looked on %s"}
	wordNothingNew   = lang.Text{JA: "変わったものはありません。", EN: "Nothing changed."}
	wordNeverSeen    = lang.Text{JA: "「見た」と記録すると、次に開いたときに、その後に変わったものを示します。", EN: "Mark the sheet as seen, and the next time you see what changed since."}
	wordMark         = lang.Text{JA: "ここまで見た", EN: "Mark as seen"}
	wordMarked       = lang.Text{JA: "見たことを記録しました。次に開いたときに、その後に変わったものを示します", EN: "Noted. The next time you see what changed since."}
	wordChangesCount = lang.Text{JA: "新しい %d、変わった %d、なくなった %d", EN: "%d new, %d changed, %d gone"}
	wordSeeChanged   = lang.Text{JA: "変わった規定だけを見る", EN: "Only what changed"}
	wordGone         = lang.Text{JA: "なくなった規定", EN: "Clauses that are gone"}
	wordPhases       = lang.Text{JA: "対策の段階の釣合い", EN: "Balance of phases"}
	wordPhasesNote   = lang.Text{JA: "数は規定の数です。未然防止と、起きた後の拡大防止・早期復旧との釣合いを見ます。", EN: "Numbers are clauses. Look at the balance between preventing and what comes after."}
	wordAsked        = lang.Text{JA: "求め", EN: "asked"}
	wordOurs         = lang.Text{JA: "内規", EN: "our rules"}
	wordRoleNote     = lang.Text{JA: "「%s」に宛てた規定と、それを実施する内規だけを示しています。宛先を定めていない規定は全員に関わりますが、ここには含みません。", EN: "Only clauses that address %q, and the rules that carry them out, are shown. Clauses without an addressee concern everybody and are not among them."}
	wordContractNote = lang.Text{JA: "委託先に関わる規定だけを示しています（外部委託の項目、委託先に宛てた規定、それを実施する内規）。", EN: "Only what concerns contractors is shown: the items on outsourcing, clauses that address contractors, and the rules that carry them out."}
	wordEngagedNote  = lang.Text{JA: "分野の中だけで共有される文書と、非公開の本文は含みません。必要なときは %s に確かめてください。", EN: "Documents shared within the sector only, and withheld texts, are not included. Ask %s where you need them."}
	wordAsksTitle    = lang.Text{JA: "指針が求めること", EN: "What the guideline asks"}
	wordExamples     = lang.Text{JA: "例", EN: "Examples"}
	wordToGuideline  = lang.Text{JA: "指針のこの項目", EN: "This item of the guideline"}
	wordCarrier      = lang.Text{JA: "実施する内規", EN: "Carried out by"}
	wordCarriesOut   = lang.Text{JA: "実施する規定", EN: "Carries out"}
	wordAddressee    = lang.Text{JA: "宛先", EN: "For"}
	wordApplies      = lang.Text{JA: "対象", EN: "Applies to"}
	wordNoText       = lang.Text{JA: "この規定の本文は非公開です。", EN: "The text of this clause is withheld."}
	wordNoReason     = lang.Text{JA: "理由は書かれていません。", EN: "No reason is given."}
	wordPrevious     = lang.Text{JA: "前の項目", EN: "Previous item"}
	wordNext         = lang.Text{JA: "次の項目", EN: "Next item"}
	wordKeys         = lang.Text{JA: "キー: k 前の項目、j 次の項目", EN: "Keys: k previous item, j next item"}
	wordNoItem       = lang.Text{JA: "この項目はありません", EN: "there is no such item"}
	wordCovers       = lang.Text{JA: "項目への対応", EN: "Covers the item"}
	wordPart         = lang.Text{JA: "一部", EN: "in part"}
	wordNobodyAsks   = lang.Text{JA: "この項目について求める規定も内規も、いまはありません。", EN: "Neither a standard nor an in-house rule speaks of this item at present."}
	wordNoStandards  = lang.Text{JA: "この分野で施行中の安全基準等は、まだ登録されていません。所管省庁や事業者団体が登録すると、ここに並びます。", EN: "No standard of this sector is in force here yet. They appear once the ministry or the association brings them in."}
)
