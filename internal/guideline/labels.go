package guideline

import "kijun/internal/lang"

// CertaintyLabels say in words how sure a fact of the catalogue is.
var CertaintyLabels = map[Certainty]lang.Text{
	"found":         {JA: "出典で確認", EN: "found in a source"},
	"found-in-part": {JA: "出典で一部確認", EN: "found in part"},
	"recalled-high": {JA: "出典未確認（確度 高）", EN: "recalled, fairly sure"},
	"recalled-med":  {JA: "出典未確認（確度 中）", EN: "recalled, to be checked"},
	"recalled-low":  {JA: "出典未確認（確度 低）", EN: "recalled, doubtful"},
}
