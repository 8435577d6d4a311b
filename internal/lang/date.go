package lang

import (
	"fmt"

	"kijun/internal/clock"
)

// era is one Japanese era and its first day.
type era struct {
	name  string
	first clock.Date
}

// eras, newest first. A new era is one more row.
var eras = []era{
	{"令和", "2019-05-01"},
	{"平成", "1989-01-08"},
	{"昭和", "1926-12-25"},
	{"大正", "1912-07-30"},
	{"明治", "1868-10-23"},
}

// Day writes a date the way public documents do: 令和8年4月1日（2026年） and 1 April 2026.
// The empty date is written as nothing.
func Day(d clock.Date) Text {
	t, ok := d.Time()
	if !ok {
		return Text{}
	}
	return Text{
		JA: fmt.Sprintf("%s%d月%d日（%d年）", eraYear(d, t.Year()), t.Month(), t.Day(), t.Year()),
		EN: t.Format("2 January 2006"),
	}
}

func eraYear(d clock.Date, year int) string {
	for _, e := range eras {
		if d < e.first {
			continue
		}
		first, _ := e.first.Time()
		if n := year - first.Year() + 1; n > 1 {
			return fmt.Sprintf("%s%d年", e.name, n)
		}
		return e.name + "元年"
	}
	return fmt.Sprintf("%d年", year)
}
