package standard

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestParseDegree(t *testing.T) {
	tests := []struct {
		text string
		want Degree
		ok   bool
	}{
		{"再評価 <= 1y", Degree{{Metric: "再評価", Op: AtMost, Value: "1", Unit: "y"}}, true},
		{"復旧<=24h; 保存 >= 1 y", Degree{{Metric: "復旧", Op: AtMost, Value: "24", Unit: "h"}, {Metric: "保存", Op: AtLeast, Value: "1", Unit: "y"}}, true},
		{"復旧 ≦ ２４ 時間", Degree{{Metric: "復旧", Op: AtMost, Value: "24", Unit: "時間"}}, true},
		{"稼働率 >= 99.95 %", Degree{{Metric: "稼働率", Op: AtLeast, Value: "99.95", Unit: "%"}}, true},
		{"回数 = 2", Degree{{Metric: "回数", Op: Exactly, Value: "2"}}, true},
		{"速やかに", Degree{{Words: "速やかに"}}, true},
		{"", nil, true},
		{"復旧 < 24h", Degree{{Words: "復旧 < 24h"}}, false},
		{"復旧 <= 一日", Degree{{Words: "復旧 <= 一日"}}, false},
		{"<= 24h", Degree{{Words: "<= 24h"}}, false},
		{"a <= 1 <= 2", Degree{{Words: "a <= 1 <= 2"}}, false},
	}
	for _, tt := range tests {
		got, ok := parseDegree(tt.text)
		if diff := cmp.Diff(tt.want, got); diff != "" || ok != tt.ok {
			t.Errorf("%q: ok %v, want %v (-want +got):\n%s", tt.text, ok, tt.ok, diff)
		}
	}
}

func TestWeakerThan(t *testing.T) {
	tests := []struct {
		ours, upper string
		weaker      bool
	}{
		{"a <= 48h", "a <= 24h", true},
		{"a <= 24h", "a <= 24h", false},
		{"a <= 1d", "a <= 24h", false},
		{"a <= 2d", "a <= 24h", true},
		{"a <= 12mo", "a <= 1y", false},
		{"a <= 365d", "a <= 1y", false},
		{"a <= 30d", "a <= 1mo", false},
		{"a <= 1mo", "a <= 30d", true},
		{"a <= 5w", "a <= 1mo", true},
		{"a <= 90m", "a <= 1h", true},
		{"a <= 24時間", "a <= 1d", false},
		{"a >= 6mo", "a >= 1y", true},
		{"a >= 13mo", "a >= 1y", false},
		{"a = 12h", "a <= 24h", false},
		{"a = 30h", "a <= 24h", true},
		{"a >= 1h", "a <= 24h", true},
		{"a <= 3", "a = 3", true},
		{"a = 3", "a = 3", false},
		{"b <= 48h", "a <= 24h", false},
		{"a <= 48回", "a <= 24h", false},
		{"できるだけ早く", "a <= 24h", false},
	}
	for _, tt := range tests {
		ours, _ := parseDegree(tt.ours)
		upper, _ := parseDegree(tt.upper)
		if _, _, got := ours.weaker(upper); got != tt.weaker {
			t.Errorf("%q against %q: weaker %v, want %v", tt.ours, tt.upper, got, tt.weaker)
		}
	}
}

func TestDegreeJSON(t *testing.T) {
	d, _ := parseDegree("再評価 <= 007.50y; 速やかに")
	var got strings.Builder
	e := json.NewEncoder(&got)
	e.SetEscapeHTML(false)
	if err := e.Encode(d); err != nil {
		t.Fatal(err)
	}
	want := `[{"metric":"再評価","op":"<=","value":7.50,"unit":"y"},{"text":"速やかに"}]` + "\n"
	if got.String() != want {
		t.Errorf("got %s, want %s", got.String(), want)
	}
}

func FuzzParseDegree(f *testing.F) {
	f.Add("再評価 <= 1y; 速やかに")
	f.Fuzz(func(t *testing.T, s string) {
		d, _ := parseDegree(s)
		if _, err := json.Marshal(d); err != nil {
			t.Fatalf("%q: %v", s, err)
		}
		for _, st := range d {
			st.WeakerThan(st)
		}
	})
}
