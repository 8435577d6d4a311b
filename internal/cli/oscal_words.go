package cli

import (
	"kijun/internal/lang"
	"kijun/oscal"
)

// What the engine reports, in both languages. Verbs take the arguments in the engine's order.
var (
	oscalErrors = map[oscal.Kind]lang.Text{
		oscal.TooLarge:   {JA: "文書が大きすぎます（上限 %v バイト）", EN: "the document is larger than %v bytes"},
		oscal.TooDeep:    {JA: "入れ子が深すぎます（上限 %v 段）", EN: "values are nested deeper than %v levels"},
		oscal.TooMany:    {JA: "値が多すぎます（上限 %v。YAML の別名が表すものを含む）", EN: "there are more than %v values, counting what YAML aliases stand for"},
		oscal.Encoding:   {JA: "UTF-8 ではありません", EN: "the text is not UTF-8"},
		oscal.Syntax:     {JA: "構文を読めません: %v", EN: "%v"},
		oscal.Duplicate:  {JA: "一つのオブジェクトに名前 %q が二度あります", EN: "the name %q stands twice in one object"},
		oscal.Doctype:    {JA: "文書型宣言（DOCTYPE）は受け付けません。実体を定義できるためです", EN: "a document type declaration (DOCTYPE) is refused: it could define entities"},
		oscal.Element:    {JA: "要素 <%v> は OSCAL のカタログやプロファイルにありません", EN: "the element <%v> belongs to no OSCAL catalog or profile"},
		oscal.Shape:      {JA: "%v が必要ですが、%v があります", EN: "expected %v, found %v"},
		oscal.BadName:    {JA: "%q の拡張子は .json、.yaml、.yml、.xml のいずれでもありません", EN: "%q does not end in .json, .yaml, .yml or .xml"},
		oscal.NotOSCAL:   {JA: "OSCAL の文書ではありません（%v があります。catalog や profile などの一つのモデルが必要です）", EN: "not an OSCAL document: found %v, expected one model such as catalog or profile"},
		oscal.BadVersion: {JA: "oscal-version %v は読めません。読めるのは %v です", EN: "oscal-version %v cannot be read, only %v"},
		oscal.NotFound:   {JA: "%q が見つかりません。探した所: %v（通信では取りに行きません）", EN: "%q was not found; looked for %v (nothing is fetched over the network)"},
		oscal.Unreadable: {JA: "%q を読めません: %v", EN: "%q cannot be read: %v"},
		oscal.NoResource: {JA: "%q という資料は、文書の back-matter にありません", EN: "%q names no resource of the document's back matter"},
		oscal.NoLink:     {JA: "資料 %v に rlinks も base64 もありません", EN: "the resource %v has neither rlinks nor base64"},
		oscal.NotControl: {JA: "%v は取り込めません。取り込めるのはカタログとプロファイルです", EN: "a %v was imported; only catalogs and profiles can be"},
		oscal.NotProfile: {JA: "%v は解決できません。解決できるのはプロファイルです", EN: "a %v cannot be resolved, only a profile can"},
		oscal.Circular:   {JA: "取込みが循環しています: %v が自分自身を取り込みます", EN: "circular import: %v imports itself"},
		oscal.Structure:  {JA: "merge に %v があります。flat、as-is、custom のうち一つだけが使えます", EN: "merge has %v; only one of flat, as-is and custom is allowed"},
		oscal.Majors:     {JA: "OSCAL %v のプロファイルが OSCAL %v を取り込んでいます。主版は混ぜられません", EN: "the profile is OSCAL %v and imports OSCAL %v; major versions cannot be mixed"},
	}
	oscalWarnings = map[oscal.WarningKind]lang.Text{
		oscal.NoControl:    {JA: "%q に当たる管理策が %v にありません", EN: "%q matches no control of %v"},
		oscal.NothingTaken: {JA: "%q の取込みに include-all も include-controls もないため、何も取り込みません", EN: "the import of %q has neither include-all nor include-controls, so nothing is taken"},
		oscal.Clash:        {JA: "ID %q の管理策が複数あります。merge.combine.method を use-first にすると最初のものが残ります", EN: "several controls have the id %q; merge.combine.method use-first would keep the first"},
		oscal.NoAlter:      {JA: "変更する管理策 %q がありません", EN: "no control %q to alter"},
		oscal.NoParam:      {JA: "設定するパラメーター %q がありません", EN: "no param %q to set"},
		oscal.NoTarget:     {JA: "追加先 %q が管理策 %q にありません", EN: "nothing with the id %q in control %q to add to"},
		oscal.OldMethod:    {JA: "combine の方法 %q は定められていません。keep と同じに扱います", EN: "the combine method %q is not defined; the controls are kept as with \"keep\""},
	}
	oscalEvents = map[oscal.EventKind]lang.Text{
		oscal.Defined:  {JA: "定義", EN: "defined"},
		oscal.Included: {JA: "選択", EN: "included"},
		oscal.Omitted:  {JA: "選択せず", EN: "omitted"},
		oscal.Excluded: {JA: "除外", EN: "excluded"},
		oscal.Parent:   {JA: "親として残す", EN: "kept as a parent"},
		oscal.Set:      {JA: "設定", EN: "set"},
		oscal.Removed:  {JA: "削除", EN: "removed"},
		oscal.Added:    {JA: "追加", EN: "added"},
	}
	oscalChanges = map[oscal.ChangeKind]lang.Text{
		oscal.NewControl:   {JA: "追加", EN: "added"},
		oscal.GoneControl:  {JA: "削除", EN: "removed"},
		oscal.Renamed:      {JA: "ID変更", EN: "renamed"},
		oscal.Moved:        {JA: "移動", EN: "moved"},
		oscal.ChangedField: {JA: "変更", EN: "changed"},
	}
)
