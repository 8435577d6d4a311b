package ui

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	g "maragu.dev/gomponents"

	"kijun/internal/lang"
)

func TestSafeAddresses(t *testing.T) {
	for raw, want := range map[string]bool{
		"/ja/items": true, "#item-p3.1": true, "https://example.jp/a?b=c#d": true, "mailto:a@example.jp": true,
		"javascript:alert(1)": false, "JavaScript:alert(1)": false, "//example.jp": false, `/\example.jp`: false,
		"/\texample.jp": false, "java\nscript:alert(1)": false, "data:text/html,x": false, "http://example.jp": false,
		"https:": false, "": false, "vbscript:x": false, "ftp://example.jp": false,
	} {
		if got := safe(raw); got != want {
			t.Errorf("safe(%q) is %v", raw, got)
		}
	}
}

func TestLinkKeepsTheTextOfWhatItRefuses(t *testing.T) {
	var b strings.Builder
	if err := Link("javascript:alert(1)", g.Text("押す")).Render(&b); err != nil || b.String() != "押す" {
		t.Errorf("%q, %v", b.String(), err)
	}
}

func TestReportIsSelfContained(t *testing.T) {
	var b strings.Builder
	if err := Report(&b, lang.JA, `<題>`, Bar("状態", []Share{{"規定あり", 2, Good}, {"未検討", 1, Bare}}), Tag(Fair, `"<x>"`)); err != nil {
		t.Fatal(err)
	}
	page := b.String()
	for _, want := range []string{`<html lang="ja">`, "&lt;題&gt;", "default-src &#39;none&#39;", "規定あり 2", "&#34;&lt;x&gt;&#34;"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	if found := regexp.MustCompile(`(?i)<script|https?://|url\(|@import`).FindString(page); found != "" {
		t.Errorf("the page loads or runs something: %s", found)
	}
}

// TestContrast holds every pair of text and ground to WCAG 2.2 AA, 4.5 to 1.
func TestContrast(t *testing.T) {
	colour := map[string]float64{}
	for _, m := range regexp.MustCompile(`--([a-z-]+): #([0-9a-f]{6});`).FindAllStringSubmatch(tokens, -1) {
		colour[m[1]] = luminance(t, m[2])
	}
	pairs := [][2]string{
		{"ink", "ground"}, {"ink", "ground-soft"}, {"ink-soft", "ground"}, {"link", "ground"}, {"link-visited", "ground"},
		{"ink", "focus"}, {"link", "focus"}, {"good", "good-ground"}, {"fair", "fair-ground"}, {"calm", "calm-ground"}, {"ink", "calm-ground"},
	}
	for _, p := range pairs {
		a, b := colour[p[0]], colour[p[1]]
		if ratio := (math.Max(a, b) + .05) / (math.Min(a, b) + .05); ratio < 4.5 || a == 0 && b == 0 {
			t.Errorf("%s on %s: %.2f to 1", p[0], p[1], ratio)
		}
	}
}

func luminance(t *testing.T, hex string) float64 {
	t.Helper()
	n, err := strconv.ParseUint(hex, 16, 32)
	if err != nil {
		t.Fatal(err)
	}
	channel := func(c uint64) float64 {
		v := float64(c&0xff) / 255
		if v <= .04045 {
			return v / 12.92
		}
		return math.Pow((v+.055)/1.055, 2.4)
	}
	return .2126*channel(n>>16) + .7152*channel(n>>8) + .0722*channel(n)
}

// TestEveryToneIsDrawn: a tone without a rule in the style sheet would be invisible.
func TestEveryToneIsDrawn(t *testing.T) {
	for _, tone := range []Tone{Plain, Good, Fair, Bare, Calm} {
		for _, rule := range []string{".tag." + string(tone), "svg ." + string(tone), ".key." + string(tone)} {
			if !strings.Contains(styles, rule) {
				t.Errorf("no style for %s", rule)
			}
		}
	}
}
