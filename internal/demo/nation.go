package demo

import "kijun/internal/lang"

// sectors of the demo, in the order of the catalogue.
var sectors = []string{"telecom", "finance", "aviation", "railway", "electricity", "gas", "government", "medical", "water", "logistics"}

// operator is a fictional operator. The first of each sector has in-house rules of its own among the samples.
type operator struct {
	sector     string
	id         string
	name       lang.Text
	kana       string
	prefecture string
	autonomous bool
}

var operators = []operator{
	{"telecom", "mihon-telecom", lang.Text{JA: "見本通信", EN: "Mihon Telecom"}, "ミホンツウシン", "東京都", false},
	{"telecom", "kita-telecom", lang.Text{JA: "北見本テレコム", EN: "Kita-Mihon Telecom"}, "キタミホンテレコム", "北海道", false},
	{"telecom", "minami-mobile", lang.Text{JA: "南見本モバイル", EN: "Minami-Mihon Mobile"}, "ミナミミホンモバイル", "福岡県", false},
	{"telecom", "nishi-hoso", lang.Text{JA: "西見本放送", EN: "Nishi-Mihon Broadcasting"}, "ニシミホンホウソウ", "大阪府", false},
	{"finance", "mihon-finance", lang.Text{JA: "見本銀行", EN: "Mihon Bank"}, "ミホンギンコウ", "東京都", false},
	{"finance", "kita-bank", lang.Text{JA: "北見本銀行", EN: "Kita-Mihon Bank"}, "キタミホンギンコウ", "宮城県", false},
	{"finance", "minami-seimei", lang.Text{JA: "南見本生命保険", EN: "Minami-Mihon Life Insurance"}, "ミナミミホンセイメイホケン", "東京都", false},
	{"finance", "nishi-shoken", lang.Text{JA: "西見本証券", EN: "Nishi-Mihon Securities"}, "ニシミホンショウケン", "大阪府", false},
	{"aviation", "mihon-aviation", lang.Text{JA: "見本航空", EN: "Mihon Airlines"}, "ミホンコウクウ", "東京都", false},
	{"aviation", "kita-air", lang.Text{JA: "北見本エアライン", EN: "Kita-Mihon Air"}, "キタミホンエアライン", "北海道", false},
	{"aviation", "minami-air", lang.Text{JA: "南見本航空", EN: "Minami-Mihon Airways"}, "ミナミミホンコウクウ", "沖縄県", false},
	{"railway", "mihon-railway", lang.Text{JA: "見本鉄道", EN: "Mihon Railway"}, "ミホンテツドウ", "東京都", false},
	{"railway", "kita-railway", lang.Text{JA: "北見本鉄道", EN: "Kita-Mihon Railway"}, "キタミホンテツドウ", "岩手県", false},
	{"railway", "minami-dentetsu", lang.Text{JA: "南見本電鉄", EN: "Minami-Mihon Electric Railway"}, "ミナミミホンデンテツ", "愛知県", false},
	{"railway", "nishi-metro", lang.Text{JA: "西見本地下鉄", EN: "Nishi-Mihon Metro"}, "ニシミホンチカテツ", "大阪府", false},
	{"electricity", "mihon-electricity", lang.Text{JA: "見本電力", EN: "Mihon Electric Power"}, "ミホンデンリョク", "東京都", false},
	{"electricity", "kita-power", lang.Text{JA: "北見本電力", EN: "Kita-Mihon Power"}, "キタミホンデンリョク", "北海道", false},
	{"electricity", "minami-power", lang.Text{JA: "南見本電力", EN: "Minami-Mihon Power"}, "ミナミミホンデンリョク", "福岡県", false},
	{"electricity", "nishi-soden", lang.Text{JA: "西見本送配電", EN: "Nishi-Mihon Grid"}, "ニシミホンソウハイデン", "広島県", false},
	{"gas", "mihon-gas", lang.Text{JA: "見本ガス", EN: "Mihon Gas"}, "ミホンガス", "東京都", false},
	{"gas", "kita-gas", lang.Text{JA: "北見本ガス", EN: "Kita-Mihon Gas"}, "キタミホンガス", "新潟県", false},
	{"gas", "minami-gas", lang.Text{JA: "南見本都市ガス", EN: "Minami-Mihon City Gas"}, "ミナミミホントシガス", "静岡県", false},
	{"gas", "nishi-gas", lang.Text{JA: "西見本ガス", EN: "Nishi-Mihon Gas"}, "ニシミホンガス", "大阪府", false},
	{"government", "mihon-government", lang.Text{JA: "見本町", EN: "Town of Mihon"}, "ミホンチョウ", "群馬県", true},
	{"government", "kita-shi", lang.Text{JA: "北見本市", EN: "City of Kita-Mihon"}, "キタミホンシ", "北海道", true},
	{"government", "minami-ken", lang.Text{JA: "南見本県", EN: "Prefecture of Minami-Mihon"}, "ミナミミホンケン", "熊本県", true},
	{"government", "nishi-mura", lang.Text{JA: "西見本村", EN: "Village of Nishi-Mihon"}, "ニシミホンムラ", "島根県", true},
	{"medical", "mihon-medical", lang.Text{JA: "見本総合病院", EN: "Mihon General Hospital"}, "ミホンソウゴウビョウイン", "東京都", false},
	{"medical", "kita-hospital", lang.Text{JA: "北見本病院", EN: "Kita-Mihon Hospital"}, "キタミホンビョウイン", "青森県", false},
	{"medical", "minami-iryo", lang.Text{JA: "南見本医療センター", EN: "Minami-Mihon Medical Centre"}, "ミナミミホンイリョウセンター", "鹿児島県", false},
	{"medical", "nishi-clinic", lang.Text{JA: "西見本中央病院", EN: "Nishi-Mihon Central Hospital"}, "ニシミホンチュウオウビョウイン", "兵庫県", false},
	{"water", "mihon-water", lang.Text{JA: "見本市水道局", EN: "Mihon City Waterworks"}, "ミホンシスイドウキョク", "神奈川県", false},
	{"water", "kita-water", lang.Text{JA: "北見本市上下水道部", EN: "Kita-Mihon Water and Sewerage"}, "キタミホンシジョウゲスイドウブ", "北海道", false},
	{"water", "minami-water", lang.Text{JA: "南見本広域水道企業団", EN: "Minami-Mihon Regional Waterworks"}, "ミナミミホンコウイキスイドウキギョウダン", "福岡県", false},
	{"water", "nishi-water", lang.Text{JA: "西見本町水道課", EN: "Nishi-Mihon Town Water Section"}, "ニシミホンチョウスイドウカ", "高知県", false},
	{"logistics", "mihon-logistics", lang.Text{JA: "見本運輸", EN: "Mihon Transport"}, "ミホンウンユ", "東京都", false},
	{"logistics", "kita-logistics", lang.Text{JA: "北見本物流", EN: "Kita-Mihon Logistics"}, "キタミホンブツリュウ", "宮城県", false},
	{"logistics", "minami-kaiun", lang.Text{JA: "南見本海運", EN: "Minami-Mihon Shipping"}, "ミナミミホンカイウン", "兵庫県", false},
	{"logistics", "nishi-soko", lang.Text{JA: "西見本倉庫", EN: "Nishi-Mihon Warehousing"}, "ニシミホンソウコ", "大阪府", false},
}

// kana of the ministries, by their ids in the catalogue.
var ministryKana = map[string]string{"mic": "ソウムショウ", "fsa": "キンユウチョウ", "mlit": "コクドコウツウショウ", "meti": "ケイザイサンギョウショウ", "mhlw": "コウセイロウドウショウ"}

// surnames and given names are those of examples in textbooks; together they are nobody's.
var (
	surnames = [][2]string{{"甲野", "コウノ"}, {"乙川", "オトカワ"}, {"丙山", "ヘイヤマ"}, {"丁田", "チョウダ"}, {"戊井", "ボイ"}, {"己村", "キムラ"}, {"庚本", "コウモト"}, {"辛島", "カラシマ"}, {"壬生", "ミブ"}, {"癸谷", "キタニ"}}
	given    = [][2]string{{"一郎", "イチロウ"}, {"二葉", "フタバ"}, {"三郎", "サブロウ"}, {"四季", "シキ"}, {"五月", "サツキ"}, {"六花", "リッカ"}, {"七海", "ナナミ"}, {"八重", "ヤエ"}, {"九郎", "クロウ"}, {"十和", "トワ"}, {"百合", "ユリ"}, {"千里", "チサト"}, {"万里", "マリ"}}
)
