package guidelineweb

import (
	"kijun/internal/guideline"
	"kijun/internal/lang"
)

// Words of the pages.
var (
	wordGuideline      = lang.Text{JA: "指針", EN: "Guideline"}
	wordItems          = lang.Text{JA: "項目", EN: "Items"}
	wordSectors        = lang.Text{JA: "分野", EN: "Sectors"}
	wordSchemes        = lang.Text{JA: "脅威・保護対象・分類", EN: "Threats, objects and classes"}
	wordPrint          = lang.Text{JA: "印刷", EN: "Print"}
	wordSearch         = lang.Text{JA: "項目を探す", EN: "Find items"}
	wordSearchHint     = lang.Text{JA: "言葉、項目のID（p3.1）、番号（Ⅱ.6.(1).ウ）など。全角と半角、ひらがなとカタカナは区別しません。", EN: "Words in either language, an id (p3.1), a printed number."}
	wordFind           = lang.Text{JA: "探す", EN: "Find"}
	wordFound          = lang.Text{JA: "%d件の項目が見つかりました", EN: "%d items found"}
	wordNothingFound   = lang.Text{JA: "その言葉をすべて含む項目はありません。言葉を減らすか、別の言い方を試してください。", EN: "No item has all of these words. Try fewer or other words."}
	wordAllItems       = lang.Text{JA: "すべての項目", EN: "All items"}
	wordID             = lang.Text{JA: "ID", EN: "Id"}
	wordNumber         = lang.Text{JA: "番号", EN: "Number"}
	wordSlug           = lang.Text{JA: "機械用の番号", EN: "Slug"}
	wordTitle          = lang.Text{JA: "題", EN: "Title"}
	wordKind           = lang.Text{JA: "種別", EN: "Kind"}
	wordGroup          = lang.Text{JA: "区分", EN: "Part"}
	wordActor          = lang.Text{JA: "だれが", EN: "Who"}
	wordPeriod         = lang.Text{JA: "いつ", EN: "When"}
	wordModal          = lang.Text{JA: "どれほど強く", EN: "How firmly"}
	wordOwnWords       = lang.Text{JA: "題と番号は指針のものです。説明と例は kijun が独自に書いたもので、指針の文章ではありません。", EN: "Title and number are the guideline's. The explanation and the examples are kijun's own words."}
	wordAsks           = lang.Text{JA: "求めること", EN: "What it asks"}
	wordExamples       = lang.Text{JA: "例", EN: "Examples"}
	wordPrompts        = lang.Text{JA: "指針が例として挙げるもの:", EN: "What the guideline names as examples:"}
	wordReferences     = lang.Text{JA: "ほかの基準で近いもの", EN: "Nearest elsewhere"}
	wordReferencesNote = lang.Text{JA: "対応は kijun の見立てです。番号だけを示します。", EN: "The correspondence is kijun's own judgement; only the ids are given."}
	wordCovering       = lang.Text{JA: "これを規定する安全基準等", EN: "Where standards cover it"}
	wordCoveringNote   = lang.Text{JA: "施行中で、あなたが見られる文書の規定です。", EN: "Clauses in force, of documents that you may see."}
	wordNothingCovers  = lang.Text{JA: "この項目を規定する施行中の規定は、まだ見当たりません。", EN: "No clause in force that you may see covers this item yet."}
	wordSector         = lang.Text{JA: "分野", EN: "Sector"}
	wordEverySector    = lang.Text{JA: "全分野", EN: "every sector"}
	wordTier           = lang.Text{JA: "層", EN: "Tier"}
	wordDocument       = lang.Text{JA: "文書", EN: "Document"}
	wordClause         = lang.Text{JA: "規定", EN: "Clause"}
	wordExtent         = lang.Text{JA: "範囲", EN: "Extent"}
	wordFull           = lang.Text{JA: "全体", EN: "fully"}
	wordPartly         = lang.Text{JA: "一部", EN: "in part"}
	wordToMeasure      = lang.Text{JA: "自組織が何をすべきかを見る", EN: "What your organisation should do"}
	wordPrevious       = lang.Text{JA: "前", EN: "Previous"}
	wordNext           = lang.Text{JA: "次", EN: "Next"}
	wordTurns          = lang.Text{JA: "前後の項目（キー: k 前、j 次）", EN: "Items before and behind (keys: k, j)"}
	wordNoItem         = lang.Text{JA: "項目 %q は指針にありません", EN: "the guideline has no item %q"}
	wordNoSector       = lang.Text{JA: "分野 %q はありません", EN: "there is no sector %q"}
	wordComma          = lang.Text{JA: "、", EN: ", "}
)

// kindNotes say what each kind of item is to whoever draws up a standard.
var kindNotes = map[guideline.Kind]lang.Text{
	guideline.Statement: {JA: "すべての安全基準等に共通して記載する事項です。", EN: "Something that every standard states."},
	guideline.Examine:   {JA: "規定する必要があるかを各分野が検討する事項です。規定、ほかへの委任、規定しない理由のどれかが要ります。", EN: "Each sector examines whether to lay it down: a clause, another place, or a stated reason."},
	guideline.Reference: {JA: "各分野が任意に参考とする事項です。規定がなくても不足ではありません。", EN: "For reference, by choice; nothing is missing where no clause covers it."},
	guideline.FollowUp:  {JA: "安全基準等ができた後に、各主体が行うことです。", EN: "What the actors do once the standards are there."},
}

// Words of the sectors.
var (
	wordFactsNote     = lang.Text{JA: "公開の資料から拾った事実で、確からしさを一つずつ付けています。法令の文章ではありません。よりどころとする前に、原文と照らし合わせてください。", EN: "Facts from public sources, each with how certain it is. They are not the wording of a law: compare with the original before relying on them."}
	wordLater         = lang.Text{JA: "後の版で加わった分野", EN: "Sectors added later"}
	wordLaterNote     = lang.Text{JA: "この指針が対象とする分野の後に、行動計画の改定で加わったものです。", EN: "They joined with later action plans, after the scheme that this guideline speaks of."}
	wordMinistry      = lang.Text{JA: "所管省庁", EN: "Responsible ministry"}
	wordServices      = lang.Text{JA: "重要インフラサービス", EN: "Critical services"}
	wordService       = lang.Text{JA: "サービス", EN: "Service"}
	wordProcedures    = lang.Text{JA: "利用に要る手続", EN: "Procedures to use it"}
	wordSystems       = lang.Text{JA: "重要システムの例", EN: "Critical systems, for example"}
	wordCertainty     = lang.Text{JA: "確からしさ", EN: "Certainty"}
	wordSectorSchemes = lang.Text{JA: "分野の数え方の移り変わり", EN: "How the sectors were counted over time"}
	wordScheme        = lang.Text{JA: "数え方", EN: "Scheme"}
	wordTime          = lang.Text{JA: "期間", EN: "Time"}
	wordCount         = lang.Text{JA: "分野の数", EN: "Sectors"}
	wordAlways        = lang.Text{JA: "変更は知られていない", EN: "no change known"}
	wordSince         = lang.Text{JA: "%sから", EN: "since %s"}
	wordTo            = lang.Text{JA: "%sまで", EN: "until %s"}
	wordFromTo        = lang.Text{JA: "%sから%sまで", EN: "%s to %s"}
	wordOperators     = lang.Text{JA: "対象となる事業者", EN: "Operators"}
	wordReferenceLvl  = lang.Text{JA: "基準とする水準", EN: "Reference level"}
	wordParts         = lang.Text{JA: "分野の内訳", EN: "Parts of the sector"}
	wordLevels        = lang.Text{JA: "検証レベル", EN: "Verification levels"}
	wordLevelsNote    = lang.Text{JA: "これを下回った障害は、原因や影響を検証する、という目安です。", EN: "A malfunction that falls below this level is looked into."}
	wordLevel         = lang.Text{JA: "水準", EN: "Level"}
	wordBasis         = lang.Text{JA: "根拠", EN: "Basis"}
	wordNoneKnown     = lang.Text{JA: "特に挙がっていない", EN: "none named"}
	wordBodies        = lang.Text{JA: "事業者団体とセプター", EN: "Associations and CEPTOARs"}
	wordName          = lang.Text{JA: "名称", EN: "Name"}
	wordKindOfBody    = lang.Text{JA: "種類", EN: "Kind"}
	wordAssociation   = lang.Text{JA: "事業者団体", EN: "industry association"}
	wordCeptoar       = lang.Text{JA: "セプター（情報共有の組織）", EN: "CEPTOAR (shares information)"}
	wordSecretariat   = lang.Text{JA: "事務局: %s", EN: "secretariat: %s"}
	wordNote          = lang.Text{JA: "備考", EN: "Note"}
	wordKnown         = lang.Text{JA: "実在する安全基準等の一覧", EN: "Standards that exist"}
	wordKnownNote     = lang.Text{JA: "事実だけの一覧です。名称、発行者、層、年を示し、本文は収めていません。見本の国の文書とは別のものです。", EN: "Facts only, no text: name, issuer, tier and year. They are not the documents of the demo nation."}
	wordIssuer        = lang.Text{JA: "発行者", EN: "Issuer"}
	wordYear          = lang.Text{JA: "年", EN: "Year"}
	wordAbout         = lang.Text{JA: "%d年ごろ", EN: "about %d"}
	wordFirst         = lang.Text{JA: "初版 %d年", EN: "first in %d"}
	wordThreats       = lang.Text{JA: "脅威の類型", EN: "Threats"}
	wordObjects       = lang.Text{JA: "保護対象", EN: "Protected objects"}
	wordCauses        = lang.Text{JA: "障害の原因の類型", EN: "Causes of malfunctions"}
	wordEvents        = lang.Text{JA: "障害の事象の類型", EN: "Kinds of malfunctions"}
	wordExamplesNote  = lang.Text{JA: "指針が例として挙げるものです。すべてを書くことは求められていません。", EN: "The guideline gives them as examples; a standard need not name them all."}
)

// tierLabels name the tiers of guideline.KnownTiers.
var tierLabels = []lang.Text{
	{JA: "①強制基準", EN: "1 mandatory"},
	{JA: "②推奨基準・ガイドライン", EN: "2 recommended"},
	{JA: "③業界標準・ガイドライン", EN: "3 industry"},
	{JA: "④内規", EN: "4 in-house"},
}
