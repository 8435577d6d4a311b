package standard

import "kijun/internal/lang"

// Rule is one rule of the file format. Its id is stable: reviews and continuous integration refer to it.
type Rule struct {
	ID       string
	Severity Severity
	Says     lang.Text // the message, with verbs for the particulars

	BetweenFiles bool // broken between files that are each in order by themselves
}

// Rules lists every rule, in the order of docs/formats.md.
var Rules []*Rule

func ruleBetween(id string, s Severity, ja, en string) *Rule {
	r := rule(id, s, ja, en)
	r.BetweenFiles = true
	return r
}

func rule(id string, s Severity, ja, en string) *Rule {
	r := &Rule{ID: id, Severity: s, Says: lang.Text{JA: ja, EN: en}}
	Rules = append(Rules, r)
	return r
}

// Files.
var (
	ruleUnreadable  = rule("unreadable", Error, "読み込めません: %v", "cannot be read: %v")
	ruleNoDocument  = rule("no-document", Error, "安全基準等の文書がありません（--- で始まる .md ファイルが必要です）", "no standard found: a standard is an .md file that begins with ---")
	ruleTooLarge    = rule("too-large", Error, "ファイルが大きすぎます（%d バイト。上限は %d バイト）", "the file is too large (%d bytes; the limit is %d bytes)")
	ruleNotUTF8     = rule("not-utf8", Error, "UTF-8 ではありません。UTF-8 で保存し直してください", "not UTF-8: save the file again as UTF-8")
	ruleNoFront     = rule("no-front-matter", Error, "先頭に --- で始まる前書きがありません", "the file does not begin with front matter (---)")
	ruleBrokenYAML  = rule("broken-yaml", Error, "YAML として読めません: %s", "broken YAML: %s")
	ruleDuplicateID = ruleBetween("duplicate-document", Error, "文書 %s は %s にもあります", "document %s is also in %s")
)

// Front matter and allocation.
var (
	ruleUnknownKey    = rule("unknown-key", Error, "項目名 %q は使えません%v", "unknown key %q%v")
	ruleDuplicateKey  = rule("duplicate-key", Error, "項目名 %q が重複しています", "key %q stands twice")
	ruleMissingKey    = rule("missing-key", Error, "%q がありません", "%q is missing")
	ruleWrongShape    = rule("wrong-shape", Error, "%q は%vで書いてください", "%q must be %v")
	ruleUnknownWord   = rule("unknown-word", Error, "%s の値 %q は使えません%v。使える値: %s", "%s cannot be %q%v; allowed: %s")
	ruleBadID         = rule("bad-id", Error, "ID %q には文字・数字・「-」「_」「.」だけが使えます", "id %q: only letters, digits, '-', '_' and '.' are allowed")
	ruleBadDate       = rule("bad-date", Error, "日付 %q は読めません（例: 2026-04-01）", "%q is not a date (write 2026-04-01)")
	ruleDates         = rule("contradicting-dates", Error, "次回見直し %s が施行 %s より前です", "next_review %s comes before effective %s")
	ruleUnknownItem   = rule("unknown-item", Error, "項目 %q は指針 %s にありません%v", "item %q is not in guideline %s%v")
	ruleUnknownGuide  = rule("unknown-guideline", Error, "指針の版 %q はありません%v", "there is no guideline edition %q%v")
	ruleUnknownSector = rule("unknown-sector", Error, "分野 %q はありません%v", "there is no sector %q%v")
	ruleInto          = rule("into-nowhere", Error, "包含先 %q は指針 %s にありません%v", "into %q: no such item in guideline %s%v")
	ruleIntoMissing   = rule("into-missing", Error, "folded には into（包含先の項目）が必要です", "folded needs into: the item that takes it in")
	ruleIntoItself    = rule("into-itself", Error, "項目 %s を自分自身に包含することはできません", "item %s cannot be folded into itself")
	ruleIntoExtra     = rule("into-without-folded", Error, "into は decision が folded のときだけ書けます", "into goes with decision folded only")
	ruleDecidedTwice  = rule("decided-twice", Error, "項目 %s の決定が二つあります", "item %s is decided twice")
	ruleAllocatedTwo  = ruleBetween("duplicate-allocation", Error, "分野 %s の割当て（%s 決定）は %s にもあります", "the allocation of %s decided on %q is also in %s")
)

// Headings and clauses.
var (
	ruleBroken         = rule("broken-attributes", Error, "見出しの { } が読めません: %v", "broken attributes: %v")
	ruleNotAHeading    = rule("not-a-heading", Error, "見出しになっていません: 行頭に # を 6 個まで、後ろに半角の空白を入れ、引用や箇条書きの外に置いてください", "not a heading: begin the line with at most six # and a space, outside quotations and lists")
	ruleUnknownAttr    = rule("unknown-attribute", Error, "属性 %q は使えません%v", "unknown attribute %q%v")
	ruleRepeatedAttr   = rule("repeated-attribute", Error, "属性 %q が重複しています", "attribute %q stands twice")
	ruleClauseNeedsID  = rule("clause-without-id", Error, "規定には ID が必要です（例: {#c1 …}）", "a clause needs an id: {#c1 …}")
	ruleDuplicateMark  = rule("duplicate-clause", Error, "ID %q は %d 行目にもあります", "id %q is also on line %d")
	ruleBadCoverage    = rule("bad-coverage", Error, "%q は読めません（項目、項目:full、項目:partly のいずれか）", "%q: write an item, item:full or item:partly")
	ruleCoveredTwice   = rule("covered-twice", Error, "項目 %s が covers に二度あります", "item %s stands twice in covers")
	ruleUnknownLevel   = rule("unknown-level", Error, "水準の語 %q は、この文書の levels にありません%v", "level word %q is not in the levels of this document%v")
	ruleBadReference   = rule("bad-reference", Error, "%q は「文書#規定」の形ではありません", "%q is not of the form document#clause")
	ruleImplements     = ruleBetween("implements-nowhere", Error, "%q という規定は、与えられた文書にありません%v", "implements %q: no such clause in the documents given%v")
	ruleNotInHouse     = rule("implements-outside-in-house", Warning, "implements は内規（tier: in-house）でだけ意味を持ちます", "implements has an effect in an in-house document only")
	ruleWithoutEffect  = rule("attribute-without-effect", Warning, "%q は規定（covers・level・implements・withheld のいずれかを持つ見出し）でだけ意味を持ちます", "%q has no effect: the heading is no clause (no covers, level, implements or withheld)")
	ruleFollowUpItem   = rule("follow-up-item", Warning, "項目 %s は各主体の取組で、規定の対象ではありません", "item %s is an act of an actor, not something a clause covers")
	ruleNoReason       = rule("left-out-without-reason", Warning, "規定しない理由がありません", "left out without a reason")
	ruleWithheldSilent = rule("withheld-without-reason", Warning, "非公開とする理由がありません", "withheld without a reason")
	ruleDegree         = rule("unreadable-degree", Warning, "程度 %q が読めません（例: 復旧 <= 24h; 保存 >= 1y）", "degree %q cannot be read (write: recovery <= 24h; retention >= 1y)")
	ruleWeakerDegree   = ruleBetween("weaker-degree", Warning, "程度が %s より弱くなっています（%s に対し %s）", "weaker than %s (%s there, %s here)")
	ruleWeakerLevel    = ruleBetween("weaker-level", Warning, "水準の語が %s より弱くなっています（%s に対し %s）", "a weaker word than %s (%s there, %s here)")
	ruleNoClause       = rule("decision-without-clause", Warning, "項目 %s は %s とありますが、それを書いた規定がありません", "item %s is said to be %s, but no clause covers it")
	ruleNoOperator     = rule("in-house-without-operator", Warning, "内規に operator がないため、どの事業者のものとしても数えません", "in-house without operator: it counts for nobody")
)
