package standard

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"
)

func TestScanHeading(t *testing.T) {
	tests := []struct {
		line string
		want heading
	}{
		{"# 総則", heading{depth: 1, text: "総則"}},
		{"## 目的 {#c1}", heading{depth: 2, text: "目的", id: "c1"}},
		{"## 1 目的 {#c1 covers=\"s1\"}", heading{depth: 2, text: "1 目的", id: "c1", attributes: []Attribute{{Key: "covers", Value: "s1"}}}},
		{"### 委託 {#c4-2  level=\"遵守\"\tdegree=\"再評価 <= 1y\" }  ", heading{depth: 3, text: "委託", id: "c4-2", attributes: []Attribute{{Key: "level", Value: "遵守"}, {Key: "degree", Value: "再評価 <= 1y"}}}},
		{`## 通信 {#c9 withheld="攻撃{a}を\"助ける\"ため C:\x"} ##`, heading{depth: 2, text: "通信", id: "c9", attributes: []Attribute{{Key: "withheld", Value: `攻撃{a}を"助ける"ため C:\x`}}}},
		{"## 集合 {x} について", heading{depth: 2, text: "集合 {x} について"}},
		{"## C# と F#", heading{depth: 2, text: "C# と F#"}},
		{"  ## 字下げ {#c1}", heading{depth: 2, text: "字下げ", id: "c1"}},
		{"##", heading{depth: 2}},
		{"## ##", heading{depth: 2}},
	}
	for _, tt := range tests {
		got, err := scanHeading(tt.line)
		if err != nil {
			t.Errorf("%q: %d: %s", tt.line, err.offset, err.why.EN)
			continue
		}
		opts := cmp.Options{cmp.AllowUnexported(heading{}), cmpopts.IgnoreUnexported(Attribute{}), cmpopts.IgnoreFields(heading{}, "idColumn")}
		if diff := cmp.Diff(tt.want, got, opts); diff != "" {
			t.Errorf("%q (-want +got):\n%s", tt.line, diff)
		}
	}
}

func TestBrokenHeadings(t *testing.T) {
	tests := []struct {
		line   string
		column int
		says   string
	}{
		{`## 目的 {#c1 covers="s1"`, 23, "closing } is missing"},
		{`## 目的 {#c1 covers="s1}`, 23, `closing " is missing`},
		{`## 目的 {#c1} 追記`, 12, "text after }"},
		{`## 目的 {covers="s1"}`, 8, "first thing inside is #id"},
		{`## 目的 {}`, 8, "first thing inside is #id"},
		{`## 目的 {# covers="s1"}`, 9, "no id after #"},
		{`## 目的 {#c1 covers=s1}`, 18, `write ="value" after covers`},
		{`## 目的 {#c1 covers}`, 18, `write ="value" after covers`},
		{`## 目的 {#c1covers="s1"}`, 17, "a space or }"},
		{`## 目的 {#c1 covers="s1"level="遵守"}`, 23, "a space or }"},
		{`## 目的 ｛#c1｝`, 7, "full-width"},
		{`## 目的 {#c1 covers=“s1”}`, 18, "full-width"},
		{`## 目的 {#c1 /}`, 12, "unexpected"},
	}
	for _, tt := range tests {
		h, err := scanHeading(tt.line)
		if err == nil {
			t.Errorf("%q: read as %+v, want an error", tt.line, h)
			continue
		}
		if got := column(tt.line, err.offset); got != tt.column || !strings.Contains(err.why.EN, tt.says) {
			t.Errorf("%q: column %d %q, want column %d %q", tt.line, got, err.why.EN, tt.column, tt.says)
		}
		if h.text == "" {
			t.Errorf("%q: the heading's text is lost", tt.line)
		}
	}
}

// Whatever a value holds, writing and scanning it again gives the same value.
func TestQuoteRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		value := rapid.StringMatching(`[a-z"\\{}#<>= 日本語]*`).Draw(t, "value")
		s := Section{Depth: 2, Heading: "見出し", ID: "c1", Attributes: []Attribute{{Key: "degree", Value: value}}}
		h, err := scanHeading(s.line())
		if err != nil || len(h.attributes) != 1 || h.attributes[0].Value != value {
			t.Fatalf("%q was read back as %+v, %+v", s.line(), h, err)
		}
	})
}

func FuzzScanHeading(f *testing.F) {
	f.Add(`## 4.2 委託先 {#c4-2 covers="f3.1 f3.2:partly" level="遵守"}`)
	f.Add(`## {#`)
	f.Add(`#{"}`)
	f.Fuzz(func(t *testing.T, line string) {
		if !atx.MatchString(line) || strings.ContainsAny(line, "\n\r") {
			return
		}
		h, err := scanHeading(line)
		if err != nil {
			if err.offset < 0 || err.offset > len(line) {
				t.Fatalf("%q: an error outside the line, at %d", line, err.offset)
			}
			return
		}
		s := Section{Depth: h.depth, Heading: h.text, ID: h.id, Attributes: h.attributes}
		again, err := scanHeading(s.line())
		if err != nil {
			t.Fatalf("%q was written as %q, which is broken: %s", line, s.line(), err.why.EN)
		}
		if again.id != h.id || again.depth != h.depth {
			t.Fatalf("%q was written as %q", line, s.line())
		}
	})
}
