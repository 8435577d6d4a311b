package measure

import (
	"testing"

	"kijun/internal/lang"
	"kijun/internal/standard"
)

func TestLimitsInWords(t *testing.T) {
	for _, tt := range []struct {
		st   standard.Statement
		want lang.Text
	}{
		{standard.Statement{Metric: "復旧", Op: standard.AtMost, Value: "24", Unit: "h"}, lang.Text{JA: "24時間以内", EN: "within 24 h"}},
		{standard.Statement{Metric: "保存", Op: standard.AtLeast, Value: "1", Unit: "y"}, lang.Text{JA: "1年以上", EN: "at least 1 year"}},
		{standard.Statement{Metric: "周期", Op: standard.AtMost, Value: "3", Unit: "mo"}, lang.Text{JA: "3か月以内", EN: "within 3 months"}},
		{standard.Statement{Metric: "稼働率", Op: standard.AtLeast, Value: "99.9", Unit: "%"}, lang.Text{JA: "99.9%以上", EN: "at least 99.9%"}},
		{standard.Statement{Metric: "拠点", Op: standard.AtLeast, Value: "2"}, lang.Text{JA: "2以上", EN: "at least 2"}},
		{standard.Statement{Metric: "手分析", Op: standard.AtLeast, Value: "2", Unit: "回/日"}, lang.Text{JA: "2回/日以上", EN: "at least 2 回/日"}},
		{standard.Statement{Metric: "割合", Op: standard.Exactly, Value: "100", Unit: "%"}, lang.Text{JA: "100%", EN: "exactly 100%"}},
		{standard.Statement{Metric: "誤り", Op: standard.AtMost, Value: "0.1", Unit: "%"}, lang.Text{JA: "0.1%以下", EN: "at most 0.1%"}},
		{standard.Statement{Words: "速やかに"}, lang.Same("速やかに")},
	} {
		if got := Limit(tt.st); got != tt.want {
			t.Errorf("%s: %+v, want %+v", tt.st, got, tt.want)
		}
	}
	if got := DegreeText(standard.Degree{{Metric: "復旧", Op: standard.AtMost, Value: "1", Unit: "d"}}); got[0] != (lang.Text{JA: "復旧　1日以内", EN: "復旧: within 1 day"}) {
		t.Errorf("%+v", got)
	}
}
