package measure_test

import (
	"slices"
	"strings"
	"testing"

	"kijun/internal/measure"
	"kijun/internal/standard"
)

func TestPick(t *testing.T) {
	s := sheet(t,
		doc("law", "mandatory", "## あ {#a covers=\"p3.1\" level=\"遵守\" phase=\"detect\" degree=\"復旧 <= 24h\"}\n\nﾊﾞｯｸｱｯﾌﾟをとる。\n\n## か {#k level=\"遵守\"}"),
		doc("ind", "industry", `## い {#b covers="p3.1 f2.1" level="推奨"}`),
		doc("own", "in-house", `## う {#r implements="law#a" level="遵守" degree="復旧 <= 2d"}`))
	all := len(s.Items) + 1
	for _, tt := range []struct {
		name string
		f    measure.Filter
		want string
	}{
		{"tier", measure.Filter{Tier: standard.Industry}, "p3.1:ind#b f2.1:ind#b"},
		{"binding", measure.Filter{Binding: standard.Mandatory}, "p3.1:ind#b,law#a,own#r :law#k"},
		{"word", measure.Filter{Level: standard.Should}, "p3.1:ind#b f2.1:ind#b"},
		{"phase", measure.Filter{Phase: "detect"}, "p3.1:law#a"},
		{"open", measure.Filter{Open: true}, "p3.1:ind#b f2.1:ind#b :law#k"},
		{"weaker", measure.Filter{Weaker: true}, "p3.1:law#a,own#r"},
		{"group", measure.Filter{Group: "f2", Tier: standard.Industry}, "f2.1:ind#b"},
		{"words, folded", measure.Filter{Words: "ばっくあっぷ 24H"}, "p3.1:law#a"},
		{"all of the words", measure.Filter{Words: "バックアップ 監視"}, ""},
		{"both", measure.Filter{Open: true, Tier: standard.Mandatory}, ":law#k"},
		{"nothing changed", measure.Filter{Changed: true}, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, m := range s.Pick(tt.f, nil) {
				var met []string
				for ref := range m.Met {
					met = append(met, ref.String())
				}
				slices.Sort(met)
				got = append(got, m.ID+":"+strings.Join(met, ","))
			}
			if g := strings.Join(got, " "); g != tt.want {
				t.Errorf("got %q, want %q", g, tt.want)
			}
		})
	}
	if n := len(s.Pick(measure.Filter{}, nil)); n != all {
		t.Errorf("%d items without a filter, want %d", n, all)
	}
}

func TestSteps(t *testing.T) {
	s := sheet(t,
		doc("law", "mandatory", `## あ {#a covers="p3.1" degree="復旧 <= 24h; 稼働率 >= 99 %"}`),
		doc("ind", "industry", `## い {#b covers="p3.1" degree="復旧 <= 12h; 稼働率 >= 99.9 %"}`),
		doc("own", "in-house", `## う {#r covers="p3.1" degree="復旧 <= 90m; 稼働率 >= 99.5 %"}`))
	var got []string
	for _, l := range find(s, "p3.1").Ladders {
		strictest, _ := l.Strictest()
		got = append(got, strictest.Document.ID)
		for _, r := range l.Steps() {
			got = append(got, r.Document.ID)
		}
	}
	if g, want := strings.Join(got, " "), "ind own ind law ind ind own law"; g != want {
		t.Errorf("got %q, want %q", g, want)
	}
}

func TestPhasesCountEachClauseOnce(t *testing.T) {
	s := sheet(t, doc("law", "mandatory", `## あ {#a covers="p3.1 p3.2" phase="detect"}`), doc("own", "in-house", `## う {#r implements="law#a" phase="limit"}`))
	got := s.Phases()
	if got["detect"][standard.Mandatory] != 1 || got["limit"][standard.InHouse] != 1 || len(got) != 2 {
		t.Errorf("%v", got)
	}
	if open := s.Open(); len(open) != 0 {
		t.Errorf("%d open", len(open))
	}
	if n := s.Speaking(); n != 2 {
		t.Errorf("%d clauses", n)
	}
}
