package accessweb

import "kijun/internal/lang"

var (
	wordSignIn       = lang.Text{JA: "サインイン", EN: "Sign in"}
	wordWithPassword = lang.Text{JA: "パスワードでサインイン", EN: "Sign in with a password"}
	wordSignedOut    = lang.Text{JA: "サインアウトしました", EN: "You have signed out"}
	wordLogin        = lang.Text{JA: "サインイン名", EN: "Sign-in name"}
	wordPassword     = lang.Text{JA: "パスワード", EN: "Password"}
	wordPasswordHint = lang.Text{JA: "12字以上", EN: "12 characters or more"}
	wordOpenToAll    = lang.Text{JA: "サインインしなくても読めるもの:", EN: "Open to everybody:"}
	wordPublished    = lang.Text{JA: "公開された安全基準等", EN: "published safety standards"}
	wordGuideline    = lang.Text{JA: "指針", EN: "the guideline"}
	wordActFor       = lang.Text{JA: "別の立場で使う", EN: "Act for another organisation"}
	wordCast         = lang.Text{JA: "見本の国の人を選ぶ", EN: "Choose somebody of the demo nation"}
	wordCastHint     = lang.Text{JA: "選ぶと、その人としてサインインします。どの組織も人も架空のものです。はじめは次の人がおすすめです。", EN: "One click signs you in as that person. All organisations and people are fictional. Good ones to begin with:"}

	wordSetUp      = lang.Text{JA: "はじめの設定", EN: "Set-up"}
	wordSetUpHint  = lang.Text{JA: "最初の組織と、その管理者を登録します。ほかの人や組織は、あとで管理者が追加できます。", EN: "Enter the first organisation and its administrator, who can add other people and organisations later."}
	wordKey        = lang.Text{JA: "設定の鍵", EN: "Set-up key"}
	wordKeyHint    = lang.Text{JA: "kijun serve を始めた画面に表示されています。", EN: "It stands on the console where kijun serve was started."}
	wordOrgJA      = lang.Text{JA: "組織の名前（日本語）", EN: "Name of the organisation (Japanese)"}
	wordOrgEN      = lang.Text{JA: "組織の名前（英語）", EN: "Name of the organisation (English)"}
	wordOrgID      = lang.Text{JA: "組織の短い名前", EN: "Short name of the organisation"}
	wordOrgIDHint  = lang.Text{JA: "英小文字・数字・ハイフン。文書の issuer や operator に書く名前です（例: mihon-water）。", EN: "Small letters, digits and hyphens; the name that documents give as issuer or operator (such as mihon-water)."}
	wordKind       = lang.Text{JA: "種別", EN: "Kind"}
	wordSector     = lang.Text{JA: "分野", EN: "Sector"}
	wordSectorHint = lang.Text{JA: "内閣官房のほかは、分野を選んでください。", EN: "Choose one, except for the Cabinet Secretariat."}
	wordNoSector   = lang.Text{JA: "（なし）", EN: "(none)"}
	wordPerson     = lang.Text{JA: "管理者の氏名", EN: "Name of the administrator"}
	wordBegin      = lang.Text{JA: "始める", EN: "Begin"}

	wordOrganisations     = lang.Text{JA: "組織", EN: "Organisations"}
	wordOrganisationsHint = lang.Text{JA: "この設置に登録されている組織です。名前と立場だけを示します。", EN: "The organisations of this installation, by name and standing only."}
	wordAll               = lang.Text{JA: "すべて", EN: "all"}
	wordShow              = lang.Text{JA: "絞り込む", EN: "Show"}
	wordNoOrgs            = lang.Text{JA: "あてはまる組織はありません。", EN: "No organisation matches."}
	wordName2             = lang.Text{JA: "名前", EN: "Name"}
	wordShort             = lang.Text{JA: "短い名前", EN: "Short name"}
	wordStands            = lang.Text{JA: "立場", EN: "Standing"}
	wordPrefecture        = lang.Text{JA: "都道府県", EN: "Prefecture"}
	wordIn                = lang.Text{JA: "（%s）", EN: " (%s)"}
	wordComma             = lang.Text{JA: "、", EN: ", "}
	wordFound             = lang.Text{JA: "組織を追加する", EN: "Add an organisation"}
	wordFoundHint         = lang.Text{JA: "最初の管理者も登録します。ほかの人は、その管理者が追加します。所管省庁が追加できるのは、担当する分野の組織です。", EN: "Its first administrator is entered with it and adds everybody else. A ministry adds organisations of its sectors."}
	wordOrgKana           = lang.Text{JA: "組織の読み（カタカナ）", EN: "Reading of the name (katakana)"}
	wordFirstPassword     = lang.Text{JA: "最初のパスワード", EN: "First password"}

	wordPeople     = lang.Text{JA: "人", EN: "People"}
	wordPeopleHint = lang.Text{JA: "%sに所属する人です。", EN: "The people of %s."}
	wordName       = lang.Text{JA: "氏名", EN: "Name"}
	wordKana       = lang.Text{JA: "フリガナ", EN: "Reading"}
	wordRole       = lang.Text{JA: "役割", EN: "Role"}
	wordAddPerson  = lang.Text{JA: "人を追加する", EN: "Add somebody"}
	wordAdd        = lang.Text{JA: "追加する", EN: "Add"}
	wordAdded      = lang.Text{JA: "%sを追加しました", EN: "%s was added"}
)

// wordDoes says what one can see as the people to begin with.
var wordDoes = map[string]lang.Text{
	"ministry":   {JA: "安全基準等を作り、割当てを決め、提出を受ける", EN: "draws up standards, allocates items, receives what is sent"},
	"officer":    {JA: "何をすべきかを見て、点検の結果を送る", EN: "sees what to do and sends the result of the check"},
	"staff":      {JA: "自己点検に答え、証拠を付ける", EN: "answers the self-check and attaches evidence"},
	"cabinet":    {JA: "全国がどこまで進んだかを見る", EN: "sees how far the nation is"},
	"contractor": {JA: "委託元から求められることを見る", EN: "sees what its clients ask of it"},
}
