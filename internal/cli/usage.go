package cli

import (
	"bytes"
	"regexp"
	"strings"

	"github.com/alecthomas/kong"

	"kijun/internal/fault"
	"kijun/internal/lang"
)

// usage is the help of a command: what it does, and an example to start from.
type usage struct {
	does    lang.Text
	example string
}

// usages by the path of the command.
var usages = map[string]usage{
	"": {lang.Text{
		JA: "kijun（基準）: 重要インフラの「安全基準等」を扱う道具です。終了コード: 0 よい、1 未解決あり、2 入力や使い方の誤り、3 内部の問題。",
		EN: "kijun: a tool for safety standards of critical infrastructure. Exit codes: 0 yes, 1 no (something is open), 2 input or usage, 3 internal."},
		"kijun check --sector water examples/water"},
	"check": {lang.Text{
		JA: "安全基準等のフォルダーを指針の項目ごとに点検し、規定あり・委任・規定しない（理由）・未検討などを示します。要検討事項に未解決がなければ 0、あれば 1 で終わります。",
		EN: "Check a folder of safety standards against the items of the guideline: covered, left to others, left out with a reason, not examined. Exit 0 when no item for examination is open, 1 when some are."},
		"kijun check --sector water --format html examples/water > report.html"},
	"measure": {lang.Text{
		JA: "一つの事業者について、何を・どの程度すべきかを四つの層を並べて示します。",
		EN: "Show what one operator should do, and how far: the four tiers side by side."},
		"kijun measure --sector water --operator mihon-water examples/water"},
	"demo": {lang.Text{
		JA: "見本の国を動かします。内閣官房、所管省庁、十分野の団体と事業者（すべて架空）が入り、止めると消えます。アドレスを表示します。",
		EN: "Run the demo nation: Cabinet Secretariat, ministries, associations and operators of ten sectors, all fictional, gone when it stops. It prints its address."},
		"kijun demo --listen 127.0.0.1:8080"},
	"serve": {lang.Text{
		JA: "一つの設置を動かします。--data は SQLite のフォルダー、--database は PostgreSQL のアドレスです。空の設置では、はじめの設定の鍵を表示します。",
		EN: "Serve an installation: --data is a folder for SQLite, --database the address of a PostgreSQL database. On an empty one it prints the set-up key."},
		"kijun serve --data /var/lib/kijun --listen 127.0.0.1:8080"},
	"guideline": {lang.Text{JA: "指針の項目、分野、分類を見ます。", EN: "Look at the items, sectors and schemes of the guideline."},
		"kijun guideline list"},
	"guideline list": {lang.Text{JA: "指針の項目（または分野・分類・実在する安全基準等）を一覧にします。", EN: "List the items of the guideline, or its sectors or schemes, or the standards that exist."},
		"kijun guideline list --kind examine"},
	"guideline show": {lang.Text{JA: "一つの項目または分野を詳しく示します。番号（Ⅱ.6.(1).ア.(ア)）でも引けます。", EN: "Show one item or sector in full; the printed number will do, too."},
		"kijun guideline show p3.1"},
	"guideline export": {lang.Text{JA: "指針の全体（項目、分野、分類）を書き出します。", EN: "Export the whole guideline: items, sectors and schemes."},
		"kijun guideline export --format md > shishin-3.md"},
	"standard": {lang.Text{JA: "安全基準等のファイルを作り、整え、Excel や CSV と行き来させます。", EN: "Make, format and convert files of standards."},
		"kijun standard new --tier in-house > rules.md"},
	"standard new": {lang.Text{JA: "書き始めるためのひな形を出します。--output の拡張子で Markdown・Excel・CSV を選べます。", EN: "Write a template to start from; the extension of --output picks Markdown, Excel or CSV."},
		"kijun standard new --tier recommended --sector water --output water.xlsx"},
	"standard format": {lang.Text{JA: "ファイルを決まった書式に整えます。内容は失いません。--check は書き換えずに調べるだけです（継続的な検査向け）。", EN: "Put files into the one canonical form; nothing is lost. --check only looks (for continuous integration)."},
		"kijun standard format --check examples/water"},
	"standard convert": {lang.Text{JA: "Markdown・Excel・CSV を相互に変換します。内容は失いません。", EN: "Convert between Markdown, Excel and CSV without loss."},
		"kijun standard convert water-guideline.md water-guideline.xlsx"},
	"oscal": {lang.Text{JA: "OSCAL の文書（カタログ、プロファイルなど）を扱います。通信はしません。", EN: "Work with OSCAL documents such as catalogs and profiles. Nothing is fetched over the network."},
		"kijun oscal resolve profile.json"},
	"oscal resolve": {lang.Text{
		JA: "プロファイルを解決し、得られたカタログを書き出します。取り込む文書は、プロファイルと同じフォルダー（または --catalog-dir）で探します。",
		EN: "Resolve a profile and write the catalog that results. What it imports is looked up in the folder of the profile, or in --catalog-dir."},
		"kijun oscal resolve --format yaml profile.json > catalog.yaml"},
	"oscal trace": {lang.Text{JA: "管理策・部分・パラメーターについて、どの文書が何をしたかを示します。", EN: "Show what each document of the chain did to a control, part or parameter, and why."},
		"kijun oscal trace profile.json ac-1"},
	"oscal diff": {lang.Text{JA: "二つのカタログ（またはプロファイルを解決したもの）を比べます。違いがあれば 1 で終わります。", EN: "Compare two catalogs, or two profiles as resolved, following renamed ids; exit 1 when they differ."},
		"kijun oscal diff before.json after.json"},
	"oscal validate": {lang.Text{JA: "OSCAL の文書を公式のスキーマ（1.2.2）で検証し、場所と理由を示します。合わなければ 1 で終わります。理由の文は英語です。", EN: "Validate an OSCAL document against the official schema (1.2.2) and name place and reason; exit 1 when it is not valid."},
		"kijun oscal validate catalog.json"},
	"oscal convert": {lang.Text{JA: "OSCAL の文書を読み（JSON、YAML、XML）、kijun が書く版で書き出します。", EN: "Read an OSCAL document (JSON, YAML or XML) and write it in the version that kijun writes."},
		"kijun oscal convert --format yaml catalog.xml > catalog.yaml"},
	"cascade": {lang.Text{JA: "相互依存性と共通脅威の解析: 依存関係のモデルから、何がいつ止まり、なぜ、いつ戻るかを計算します。", EN: "Interdependency and common threats: from a model of dependencies, compute what goes down when, why, and when it is back."},
		"kijun cascade run examples/cascade/city.yaml"},
	"cascade run": {lang.Text{
		JA: "シナリオを計算します。不確かな値のあるモデルには --runs が必要です。--mode の failure は修理をしない場合、max-loss・noisy-or・additive は時間を扱わない損失の割合です。検証レベルを下回れば 1 で終わります。",
		EN: "Compute a scenario. A model with uncertain values needs --runs. Mode failure repairs nothing; max-loss, noisy-or and additive are shares of service lost and know no time. Exit 1 when a verification level is breached."},
		"kijun cascade run --runs 10000 --format html examples/cascade/city-uncertain.yaml > report.html"},
	"cascade rto": {lang.Text{JA: "宣言した目標復旧時間（RTO）が、供給元の RTO と両立するかを調べます。食い違いがあれば 1 で終わります。", EN: "Check whether declared recovery times fit those of the providers; exit 1 when they do not."},
		"kijun cascade rto examples/cascade/city.yaml"},
	"cascade spof": {lang.Text{JA: "失われると単独で他を止めるノード（単一障害点）を、影響の大きい順に示します。", EN: "Find the nodes whose loss alone brings others down, the most user hours first."},
		"kijun cascade spof examples/cascade/city.yaml"},
	"cascade sweep": {lang.Text{JA: "一つの予備（バッテリー、燃料など）の長さを変え、停止がどれだけ減るかを示します。", EN: "Vary one buffer (battery, fuel) and show how much outage each size saves."},
		"kijun cascade sweep --group mobile --buffer 0h..96h --step 12h examples/cascade/city.yaml"},
	"cascade iim": {lang.Text{
		JA: "産業連関表（CSV。最後の列 output があれば金額、なければ A* そのもの）から、分野の不稼働の広がりを計算します。--steps で時間の経過も追います。",
		EN: "From an input-output table in CSV (flows with a last column output, else A* itself), compute how the inoperability of a sector spreads; --steps follows it over time."},
		"kijun cascade iim --loss Electric=0.1 table.csv"},
	"cascade convert": {lang.Text{JA: "ノードと依存関係の CSV から、モデルのファイルを作ります。列の対応はレシピ（YAML）に書けます。", EN: "Make a model file from CSV lists of nodes and edges; a recipe in YAML says what the columns mean."},
		"kijun cascade convert --horizon 7d --nodes nodes.csv --edges edges.csv > model.yaml"},
	"trail": {lang.Text{JA: "操作記録（誰が何をしたかの記録）を確かめます。", EN: "Check the trail, the log of every act."},
		"kijun trail verify --data /var/lib/kijun"},
	"trail verify": {lang.Text{
		JA: "操作記録のすべてを計算し直し、封をした時のままかを確かめます。書き換えはしません。食い違いがあれば 1 で終わります。",
		EN: "Recompute the whole trail and see whether it is as it was sealed. Nothing is written; exit 1 when there are faults."},
		"kijun trail verify --data /var/lib/kijun --format json"},
}

// flagHelp by the name of the flag or argument; the same name means the same everywhere.
var flagHelp = map[string]lang.Text{
	"help":        {JA: "この説明を出します。", EN: "Show this help."},
	"lang":        {JA: "言語（ja、en）。", EN: "Language: ja or en."},
	"path":        {JA: "安全基準等のファイルまたはフォルダー。", EN: "Files or folders of standards."},
	"sector":      {JA: "分野の ID（例: water）。", EN: "Id of the sector, such as water."},
	"operator":    {JA: "事業者の ID。その事業者の内規も数えます。", EN: "Id of the operator, whose in-house rules then count."},
	"on":          {JA: "基準日（例: 2026-04-01。既定は今日）。", EN: "The day to judge by, such as 2026-04-01; today by default."},
	"format":      {JA: "出力の形式（${enum}）。", EN: "Output format: ${enum}."},
	"strict":      {JA: "記載事項 s1～s5 の未解決も数えます。", EN: "Count open statements s1 to s5, too."},
	"of":          {JA: "一覧にするもの（${enum}）。", EN: "What to list: ${enum}."},
	"kind":        {JA: "この種類の項目だけ（${enum}）。", EN: "Only items of this kind: ${enum}."},
	"name":        {JA: "項目・分野の ID、または印刷された番号。", EN: "Id of an item or sector, or a printed number."},
	"tier":        {JA: "層（${enum}）。", EN: "Tier: ${enum}."},
	"id":          {JA: "文書の ID。", EN: "Id of the document."},
	"output":      {JA: "書き出すファイル（.md、.xlsx、.csv。既定は標準出力へ Markdown）。", EN: "File to write: .md, .xlsx or .csv; Markdown on standard output by default."},
	"force":       {JA: "すでにあるファイルを上書きします。", EN: "Overwrite a file that exists."},
	"check":       {JA: "書き換えずに調べ、整っていないファイルがあれば 1 で終わります。", EN: "Change nothing; exit 1 when a file is not in canonical form."},
	"catalog-dir": {JA: "取り込む文書を探すフォルダー（既定はプロファイルのフォルダー）。", EN: "Folder in which imported documents are looked up; that of the profile by default."},
	"parents":     {JA: "親が選ばれていない管理策の扱い（${enum}）。", EN: "A selected control without its parent: ${enum}."},
	"flat":        {JA: "flat での入れ子の扱い（${enum}）。", EN: "Nested controls under flat: ${enum}."},
	"links":       {JA: "選ばれなかったものへのリンクの扱い（${enum}）。", EN: "Links to what was not selected: ${enum}."},
	"profile":     {JA: "OSCAL のプロファイルのファイル。", EN: "File of an OSCAL profile."},
	"object":      {JA: "管理策・部分・パラメーターの ID。", EN: "Id of a control, part or parameter."},
	"before":      {JA: "前のカタログまたはプロファイル。", EN: "Catalog or profile before."},
	"after":       {JA: "後のカタログまたはプロファイル。", EN: "Catalog or profile after."},
	"data":        {JA: "SQLite のデータを置くフォルダー。", EN: "Folder of the SQLite data."},
	"database":    {JA: "PostgreSQL のアドレス（postgres://…）。", EN: "Address of a PostgreSQL database (postgres://…)."},
	"listen":      {JA: "待ち受けるアドレスとポート。", EN: "Address and port to listen on."},
	"from":        {JA: "もとのファイル。", EN: "File to read."},
	"to":          {JA: "作るファイル（.md、.xlsx、.csv）。", EN: "File to write: .md, .xlsx or .csv."},
	"model":       {JA: "モデルのファイル（YAML または JSON。- は標準入力）。", EN: "Model file, YAML or JSON; - is standard input."},
	"runs":        {JA: "試行の回数。不確かな値を試行ごとに引きます。", EN: "Number of runs; each draws the uncertain values."},
	"seed":        {JA: "乱数の種。同じ種なら同じ結果になります。", EN: "Seed of the draws; the same seed gives the same results."},
	"workers":     {JA: "並行して計算する数（0 は自動）。結果は変わりません。", EN: "How many compute at a time, 0 for all processors; results do not depend on it."},
	"mode":        {JA: "計算のしかた（${enum}）。", EN: "What is computed: ${enum}."},
	"group":       {JA: "予備を変えるグループの番号（ファイルの順に 0 から）、または一つだけ持つノードの ID。", EN: "The group whose buffer varies: its number in the file, from 0, or the id of a node that has one group."},
	"buffer":      {JA: "予備の長さ（0h..96h、または 24h）。", EN: "Sizes of the buffer: 0h..96h, or 24h."},
	"step":        {JA: "刻み（例: 6h）。", EN: "Step between sizes, such as 6h."},
	"table":       {JA: "産業連関表の CSV ファイル。", EN: "CSV file of an input-output table."},
	"side":        {JA: "A* の作り方（${enum}）。demand は買い手の、supply は供給元の損失が及びます。", EN: "How A* is made: ${enum}; a sector feels the loss of its buyers, or of its suppliers."},
	"loss":        {JA: "外からの損失（分野=値、0 ～ 1）。繰り返せます。", EN: "Loss from outside, sector=value from 0 to 1; may be repeated."},
	"steps":       {JA: "時間の経過を追う歩数。", EN: "How many steps to follow over time."},
	"recovery":    {JA: "--remains の割合まで回復する歩数（分野=値、または値）。", EN: "Steps to recover to the share of --remains, sector=value or value for all."},
	"speed":       {JA: "各分野が追いつく速さ k（分野=値、または値）。", EN: "Speed k with which a sector follows, sector=value or value for all."},
	"remains":     {JA: "--recovery の歩数の後に残る割合。", EN: "Share that remains after the steps of --recovery."},
	"start":       {JA: "初めの不稼働（分野=値、0 ～ 1）。", EN: "Inoperability at the start, sector=value from 0 to 1."},
	"until":       {JA: "外からの損失が続く最後の歩（0 はずっと）。", EN: "Last step of the loss from outside; 0 is throughout."},
	"recipe":      {JA: "レシピのファイル（YAML）。", EN: "Recipe file in YAML."},
	"nodes":       {JA: "ノードの CSV ファイル（列名はモデルの項目名）。繰り返せます。", EN: "CSV file of nodes, its columns named as in the model file; may be repeated."},
	"edges":       {JA: "依存関係の CSV ファイル（列 owner、provider など）。繰り返せます。", EN: "CSV file of edges with columns owner, provider and more; may be repeated."},
	"horizon":     {JA: "シナリオの期間（例: 7d）。", EN: "Horizon of the scenario, such as 7d."},
}

// describe puts the help texts of one language into the command line.
func describe(app *kong.Application, l lang.Lang) {
	_ = kong.Visit(app, func(node kong.Visitable, next kong.Next) error {
		switch n := node.(type) {
		case *kong.Application:
			describeNode(n.Node, l)
		case *kong.Node:
			describeNode(n, l)
		case *kong.Flag:
			describeValue(n.Value, l)
		case *kong.Value:
			describeValue(n, l)
		}
		return next(nil)
	})
}

func describeNode(n *kong.Node, l lang.Lang) {
	path := strings.TrimSpace(strings.TrimPrefix(n.FullPath(), "kijun"))
	u := usages[path]
	n.Help = u.does.In(l)
	n.Detail = wordExample.In(l) + "\n\n    " + u.example
}

func describeValue(v *kong.Value, l lang.Lang) {
	v.Help = strings.ReplaceAll(flagHelp[v.Name].In(l), "${enum}", strings.ReplaceAll(v.Enum, ",", ", "))
}

// headings of the help in Japanese.
var headings = strings.NewReplacer("Usage: ", "使い方: ", "Arguments:", "引数:", "Flags:", "オプション:", "Commands:", "コマンド:",
	`Run "kijun <command> --help" for more information on a command.`, `各コマンドの説明は kijun <コマンド> --help で見られます。`,
	"[flags]", "[オプション]", "<command>", "<コマンド>")

// helpIn prints help in a language.
func helpIn(l lang.Lang) kong.HelpPrinter {
	return func(o kong.HelpOptions, ctx *kong.Context) error {
		if l == lang.EN {
			return kong.DefaultHelpPrinter(o, ctx)
		}
		var b bytes.Buffer
		out := ctx.Stdout
		ctx.Stdout = &b
		err := kong.DefaultHelpPrinter(o, ctx)
		ctx.Stdout = out
		if err != nil {
			return err
		}
		_, err = headings.WriteString(out, b.String())
		return err
	}
}

// misuses are the parser's messages in Japanese.
var misuses = []struct {
	en *regexp.Regexp
	ja string
}{
	{regexp.MustCompile(`^unknown flag (\S+), did you mean (.+)\?$`), "オプション $1 はありません（$2 のことですか）"},
	{regexp.MustCompile(`^unknown flag (\S+)$`), "オプション $1 はありません"},
	{regexp.MustCompile(`^unexpected argument (\S+), did you mean (.+)\?$`), "「$1」という指定はありません（$2 のことですか）"},
	{regexp.MustCompile(`^unexpected argument (\S+)$`), "「$1」という指定はありません"},
	{regexp.MustCompile(`^missing flags: (.+)$`), "必要なオプションがありません: $1"},
	{regexp.MustCompile(`^expected one of (.+)$`), "次のいずれかを指定してください: $1"},
	{regexp.MustCompile(`^expected (.+)$`), "次の指定が必要です: $1"},
	{regexp.MustCompile(`^(--\S+?)(?:=\S+)? must be one of (\S+) but got (.+)$`), "$1 に $3 は使えません。使える値: $2"},
	{regexp.MustCompile(`^(--\S+?)(?:=\S+)?: missing value.*$`), "$1 の値がありません"},
}

var wordUsage = lang.Text{JA: "%s（使い方: kijun --help）", EN: "%s (see kijun --help)"}

// usageFault turns the parser's complaint into a fault that both languages can read.
func usageFault(err error) error {
	en := strings.ReplaceAll(err.Error(), `"`, "")
	ja := en
	for _, m := range misuses {
		if m.en.MatchString(en) {
			ja = m.en.ReplaceAllString(en, m.ja)
			break
		}
	}
	return fault.New(fault.Invalid, wordUsage.With(lang.Text{JA: ja, EN: err.Error()}))
}
