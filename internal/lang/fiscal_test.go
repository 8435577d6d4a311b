package lang

import "testing"

func TestFiscalYear(t *testing.T) {
	for year, want := range map[int]Text{
		2026: {JA: "令和8年度", EN: "FY2026"},
		2019: {JA: "令和元年度", EN: "FY2019"},
		2018: {JA: "平成30年度", EN: "FY2018"},
		1989: {JA: "平成元年度", EN: "FY1989"},
		1988: {JA: "昭和63年度", EN: "FY1988"}, // it ended in Heisei, which began in January
		1800: {JA: "1800年度", EN: "FY1800"},
	} {
		if got := FiscalYear(year); got != want {
			t.Errorf("%d: %+v, want %+v", year, got, want)
		}
	}
}
