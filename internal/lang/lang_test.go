package lang

import (
	"testing"

	"kijun/internal/clock"
)

func TestDay(t *testing.T) {
	tests := []struct{ date, ja, en string }{
		{"2026-04-01", "令和8年4月1日（2026年）", "1 April 2026"},
		{"2019-05-01", "令和元年5月1日（2019年）", "1 May 2019"},
		{"2019-04-30", "平成31年4月30日（2019年）", "30 April 2019"},
		{"1989-01-07", "昭和64年1月7日（1989年）", "7 January 1989"},
		{"1860-01-01", "1860年1月1日（1860年）", "1 January 1860"},
		{"", "", ""},
	}
	for _, tt := range tests {
		if got := Day(clock.Date(tt.date)); got.JA != tt.ja || got.EN != tt.en {
			t.Errorf("%q: %q, %q", tt.date, got.JA, got.EN)
		}
	}
}

func TestText(t *testing.T) {
	text := Text{JA: "%s と %d", EN: "%s and %d"}.With(Text{JA: "水", EN: "water"}, 2)
	if text.In(JA) != "水 と 2" || text.In(EN) != "water and 2" {
		t.Errorf("%+v", text)
	}
	if got := (Text{JA: "水"}).In(EN); got != "水" {
		t.Errorf("without English: %q", got)
	}
	if got := (Text{EN: "water"}).In(JA); got != "water" {
		t.Errorf("without Japanese: %q", got)
	}
}

func TestNearest(t *testing.T) {
	words := []string{"covers", "level", "degree", "遵守"}
	for typed, want := range map[string]string{"cover": "covers", "LEVEL": "level", "degre": "degree", "順守": "遵守", "implements": "", "": ""} {
		if got := Nearest(typed, words); got != want {
			t.Errorf("nearest to %q is %q, want %q", typed, got, want)
		}
	}
}
