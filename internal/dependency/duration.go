package dependency

import (
	"fmt"
	"strconv"
	"strings"

	"kijun/cascade"
	"kijun/internal/lang"
)

// units of a written duration, the longest first, in minutes.
var units = []struct {
	letter  string
	minutes cascade.Minutes
}{{"d", 24 * 60}, {"h", 60}, {"m", 1}}

// ParseMinutes reads a duration as people write it: 72h, 30m, 3d, 1.5h, 0 or inf.
func ParseMinutes(s string) (cascade.Minutes, bool) {
	switch s {
	case "inf":
		return cascade.Inf, true
	case "0":
		return 0, true
	}
	for _, u := range units {
		number, found := strings.CutSuffix(s, u.letter)
		if !found {
			continue
		}
		thousandths, ok := parseThousandths(number)
		if !ok || thousandths > int64(cascade.MaxDuration) || thousandths*int64(u.minutes)%1000 != 0 {
			return 0, false
		}
		return cascade.Minutes(thousandths * int64(u.minutes) / 1000), true
	}
	return 0, false
}

// parseThousandths reads a decimal number of 0 or more with at most three decimals.
func parseThousandths(s string) (int64, bool) {
	whole, part, point := strings.Cut(s, ".")
	if whole == "" || point && part == "" || len(whole) > 12 || len(part) > 3 {
		return 0, false
	}
	digits := whole + part + "000"[len(part):]
	for _, c := range digits {
		if c < '0' || c > '9' {
			return 0, false
		}
	}
	n, err := strconv.ParseInt(digits, 10, 64)
	return n, err == nil
}

// FormatMinutes writes a duration so that ParseMinutes reads it, in the longest unit that divides it.
func FormatMinutes(m cascade.Minutes) string {
	if m == cascade.Inf {
		return "inf"
	}
	for _, u := range units {
		if m%u.minutes == 0 {
			return fmt.Sprint(int64(m/u.minutes)) + u.letter
		}
	}
	return "" // not reached: every duration is whole minutes
}

// Lasting is a length of time for people: minutes below an hour, hours up to four days, then days.
func Lasting(m cascade.Minutes) lang.Text {
	const day, hour = 24 * 60, 60
	minutes, hours := int64(m%hour), int64(m/hour)
	var ja, en []string
	say := func(n int64, unitJA, unitEN string) {
		if n != 0 {
			ja, en = append(ja, fmt.Sprint(n, unitJA)), append(en, fmt.Sprint(n, " ", unitEN))
		}
	}
	switch {
	case m == cascade.Inf:
		return lang.Text{JA: "期限なし", EN: "without end"}
	case m == 0:
		return lang.Text{JA: "0分", EN: "0 min"}
	case m > 4*day:
		say(int64(m/day), "日", "d")
		hours = int64(m % day / hour)
	}
	say(hours, "時間", "h")
	say(minutes, "分", "min")
	return lang.Text{JA: strings.Join(ja, ""), EN: strings.Join(en, " ")}
}
