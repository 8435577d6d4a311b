package cli

import (
	"kijun/internal/lang"
)

// Words of the command line that more than one command says.
var (
	wordDetail   = lang.Text{JA: "詳細", EN: "detail"}
	wordExample  = lang.Text{JA: "例:", EN: "Example:"}
	wordBadDay   = lang.Text{JA: "--on %q は日付ではありません（例: 2026-04-01）", EN: "--on %q is not a date (write 2026-04-01)"}
	wordNoSector = lang.Text{JA: "--sector %q という分野はありません%v", EN: "--sector %q: there is no such sector%v"}
	wordMeant    = lang.Text{JA: "（%s のことですか）", EN: " (did you mean %s?)"}
	wordAsOf     = lang.Text{JA: "%s 現在", EN: "as of %s"}
	wordMore     = lang.Text{JA: " ほか%d件", EN: " and %d more"}
	wordWithheld = lang.Text{JA: "非公開", EN: "withheld"}
	wordNone     = lang.Text{JA: "なし", EN: "none"}
	wordComma    = lang.Text{JA: "、", EN: ", "}
)
