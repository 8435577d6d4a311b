package measure

import (
	"kijun/internal/lang"
	"kijun/internal/standard"
)

// units are the units of time as people write them.
var units = map[string]lang.Text{
	"m": {JA: "分", EN: "min"}, "h": {JA: "時間", EN: "h"}, "d": {JA: "日", EN: "days"}, "w": {JA: "週間", EN: "weeks"},
	"mo": {JA: "か月", EN: "months"}, "y": {JA: "年", EN: "years"},
	"分": {JA: "分", EN: "min"}, "時間": {JA: "時間", EN: "h"}, "日": {JA: "日", EN: "days"}, "週": {JA: "週", EN: "weeks"}, "週間": {JA: "週間", EN: "weeks"},
	"月": {JA: "月", EN: "months"}, "か月": {JA: "か月", EN: "months"}, "ヶ月": {JA: "ヶ月", EN: "months"}, "カ月": {JA: "カ月", EN: "months"},
	"ヵ月": {JA: "ヵ月", EN: "months"}, "箇月": {JA: "箇月", EN: "months"}, "年": {JA: "年", EN: "years"},
}

// limits are the comparisons in words; a time is 以内, anything else 以下.
var limits = map[standard.Op]lang.Text{
	standard.AtMost:  {JA: "%s%s以下", EN: "at most %s %s"},
	standard.AtLeast: {JA: "%s%s以上", EN: "at least %s %s"},
	standard.Exactly: {JA: "%s%s", EN: "exactly %s %s"},
}

var within = lang.Text{JA: "%s%s以内", EN: "within %s %s"}

// Limit is how far a statement goes, in words: 24時間以内.
func Limit(st standard.Statement) lang.Text {
	if st.Metric == "" {
		return lang.Same(st.Words)
	}
	unit, timed := units[st.Unit]
	text := limits[st.Op]
	switch {
	case !timed:
		unit = lang.Same(st.Unit)
	case st.Op == standard.AtMost:
		text = within
	}
	if unit.EN == "%" || unit.IsZero() {
		return lang.Text{JA: text.With(st.Value, unit).JA, EN: trimmed(text, st.Value, unit)}
	}
	if st.Value == "1" {
		unit.EN = one(unit.EN)
	}
	return text.With(st.Value, unit)
}

// trimmed writes a percentage or a bare number without the space before its unit.
func trimmed(text lang.Text, value string, unit lang.Text) string {
	return lang.Text{EN: text.EN[:len(text.EN)-len(" %s")] + "%s"}.With(value, unit).EN
}

// one is the singular of a unit.
func one(unit string) string {
	if len(unit) > 3 && unit[len(unit)-1] == 's' {
		return unit[:len(unit)-1]
	}
	return unit
}

// DegreeText is a degree in words, a line a statement.
func DegreeText(d standard.Degree) []lang.Text {
	out := make([]lang.Text, len(d))
	for i, st := range d {
		limit := Limit(st)
		if st.Metric != "" {
			limit = lang.Text{JA: st.Metric + "　" + limit.JA, EN: st.Metric + ": " + limit.EN}
		}
		out[i] = limit
	}
	return out
}
