package measure_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kijun/internal/guideline"
	"kijun/internal/measure"
	"kijun/internal/standard"
)

func doc(id, tier, headings string) string {
	operator := ""
	if tier == "in-house" {
		operator = "operator: " + id + "\n"
	}
	return fmt.Sprintf("---\nid: %s\ntitle: %s\ntier: %s\nsectors: [water]\n%seffective: 2026-04-01\nlevels: {遵守: must, 推奨: should, 参考: may}\n---\n\n%s\n", id, id, tier, operator, headings)
}

func sheet(t *testing.T, documents ...string) *measure.Sheet {
	t.Helper()
	dir := t.TempDir()
	for i, d := range documents {
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%d.md", i)), []byte(d), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	s := measure.New(standard.Read([]string{dir}, guideline.Builtin()), standard.Question{Sector: "water", Operator: "own", On: "2026-11-24"}, guideline.Builtin())
	if standard.HasErrors(s.Problems) {
		t.Fatal(s.Problems)
	}
	return s
}

// story tells one item in a line: what binds, the strongest word, the tiers, who carries out, what is open.
func story(it measure.Item) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s/%s %s:", it.Binding, it.Level, it.CarriedOut)
	for _, t := range standard.Tiers {
		for _, e := range it.Tiers[t] {
			b.WriteString(" " + e.Ref().String())
			for _, by := range e.By {
				fmt.Fprintf(&b, "<-%s", by.Ref())
				if by.Weaker {
					b.WriteString("(weaker)")
				}
			}
		}
	}
	for _, c := range it.Open {
		b.WriteString(" open:" + c.Ref().String())
	}
	return b.String()
}

func find(s *measure.Sheet, id string) measure.Item {
	for _, it := range s.Items {
		if it.ID == id {
			return it
		}
	}
	return measure.Item{}
}

func TestSheet(t *testing.T) {
	law := doc("law", "mandatory", `## あ {#a covers="p3.1" level="推奨" degree="復旧 <= 24h"}

## 国 {#m covers="p3.1" level="遵守" actor="ministry"}`)
	industry := doc("ind", "industry", `## い {#b covers="p3.1:partly p3.2" level="遵守" degree="復旧 <= 3d; 速やかに"}`)
	tests := []struct {
		name, own, want string
	}{
		{"no rule", "", "mandatory/must no: law#a law#m ind#b open:law#a open:ind#b"},
		{"one of two", `## う {#r implements="law#a" level="遵守" degree="復旧 <= 12h"}`,
			"mandatory/must partly: law#a<-own#r law#m ind#b own#r open:ind#b"},
		{"both, one weaker in degree", `## う {#r implements="law#a ind#b" level="遵守" degree="復旧 <= 2d"}`,
			"mandatory/must yes: law#a<-own#r(weaker) law#m ind#b<-own#r own#r"},
		{"weaker in word", `## う {#r implements="ind#b" level="推奨"}`,
			"mandatory/must partly: law#a law#m ind#b<-own#r(weaker) own#r open:law#a"},
		{"a rule that covers carries nothing out", `## う {#r covers="p3.1" level="遵守"}`,
			"mandatory/must no: law#a law#m ind#b own#r open:law#a open:ind#b"},
		{"a rule that covers and implements is listed once", `## う {#r covers="p3.1" implements="law#a"}`,
			"mandatory/must partly: law#a<-own#r law#m ind#b own#r open:ind#b"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := sheet(t, law, industry, doc("own", "in-house", tt.own))
			if diff := cmp.Diff(tt.want, story(find(s, "p3.1"))); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if got := find(s, "p4.1").CarriedOut; got != measure.NothingAsked {
				t.Errorf("p4.1, of which nobody speaks, is %s", got)
			}
		})
	}
}

// TestTheWordIsWhatTheUpperTiersSay: an operator's own must does not make the item one.
func TestTheWordIsWhatTheUpperTiersSay(t *testing.T) {
	own := doc("own", "in-house", `## う {#r covers="p3.1 p3.2" level="遵守"}`)
	s := sheet(t, doc("ind", "industry", `## い {#b covers="p3.1" level="推奨"}`), own)
	for id, want := range map[string]string{"p3.1": "industry/should", "p3.2": "in-house/must", "p4.1": "/"} {
		it := find(s, id)
		if got := string(it.Binding) + "/" + string(it.Level); got != want {
			t.Errorf("%s is %s, want %s", id, got, want)
		}
	}
}

func TestAnotherOperatorsRulesDoNotCount(t *testing.T) {
	s := sheet(t, doc("law", "mandatory", `## あ {#a covers="p3.1"}`), doc("other", "in-house", `## う {#r implements="law#a"}`))
	if got, want := story(find(s, "p3.1")), "mandatory/ no: law#a open:law#a"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestBeyondTheGuideline(t *testing.T) {
	s := sheet(t, doc("law", "mandatory", `## あ {#a level="遵守"}`), doc("own", "in-house", `## う {#r implements="law#a"}`))
	if got, want := story(s.Beyond), "mandatory/must yes: law#a<-own#r own#r"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestLadders(t *testing.T) {
	s := sheet(t,
		doc("law", "mandatory", `## あ {#a covers="p3.1" degree="復旧 <= 24h; 稼働率 >= 99.9 %"}`),
		doc("ind", "industry", `## い {#b covers="p3.1" degree="復旧 <= 3d; 稼働率 >= 3 回; できるだけ早く"}`),
		doc("own", "in-house", `## う {#r covers="p3.1" degree="復旧 <= 2d"}

## え {#q covers="p3.1" degree="復旧 <= 90m"}`))
	var got []string
	for _, l := range find(s, "p3.1").Ladders {
		for _, r := range l.Rungs {
			got = append(got, fmt.Sprintf("%s[%s] %s %s %s %v", l.Metric, l.Unit, r.Ref(), r.Op, measure.Decimal(r.Value), r.Weaker))
		}
	}
	want := []string{
		"復旧[m] law#a <= 1440 false",
		"復旧[m] ind#b <= 4320 false",
		"復旧[m] own#r <= 2880 true",
		"復旧[m] own#q <= 90 false",
		"稼働率[%] law#a >= 99.9 false",
		"稼働率[回] ind#b >= 3 false",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
