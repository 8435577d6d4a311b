package lang

import (
	"fmt"

	"kijun/internal/clock"
)

// FiscalYear names a fiscal year by the year in which it begins: 令和8年度 and FY2026. The year in which an
// era begins is the new era's first, the months before it included.
func FiscalYear(year int) Text {
	return Text{JA: eraOf(year) + "度", EN: fmt.Sprintf("FY%d", year)}
}

func eraOf(year int) string {
	end := clock.Date(fmt.Sprintf("%04d-03-31", year+1))
	for _, e := range eras {
		first, _ := e.first.Time()
		switch n := year - first.Year() + 1; {
		case end < e.first || n < 1:
		case n == 1:
			return e.name + "元年"
		default:
			return fmt.Sprintf("%s%d年", e.name, n)
		}
	}
	return fmt.Sprintf("%d年", year)
}
