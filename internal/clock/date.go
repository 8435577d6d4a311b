package clock

import "time"

// Date is a calendar day in Japan as YYYY-MM-DD; "" is no day. Dates compare as strings.
type Date string

// Japan is the zone in which a day begins and ends.
var Japan = time.FixedZone("JST", 9*60*60)

// ParseDate reads YYYY-MM-DD and refuses days that do not exist.
func ParseDate(s string) (Date, bool) {
	d := Date(s)
	_, ok := d.Time()
	return d, ok
}

// Time returns the start of the day in Japan; ok is false for "" and for what is no date.
func (d Date) Time() (t time.Time, ok bool) {
	t, err := time.ParseInLocation(time.DateOnly, string(d), Japan)
	return t, err == nil
}

// Day returns the day in Japan at the instant t.
func Day(t time.Time) Date { return Date(t.In(Japan).Format(time.DateOnly)) }

// FiscalYear is the fiscal year of a day, April to March, by the year in which it begins.
func FiscalYear(d Date) int {
	t, ok := d.Time()
	if !ok {
		return 0
	}
	if t.Month() < time.April {
		return t.Year() - 1
	}
	return t.Year()
}
