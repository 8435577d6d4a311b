package standard_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"kijun/internal/guideline"
	"kijun/internal/standard"
)

func parse(t *testing.T, text string) *standard.Document {
	t.Helper()
	d, ps := standard.Parse("a.md", []byte(text), guideline.Builtin())
	for _, p := range ps {
		if p.Severity() == standard.Error {
			t.Fatalf("%d:%d %s: %s", p.Line, p.Column, p.Rule.ID, p.Message.EN)
		}
	}
	return d
}

func format(t *testing.T, text string) string {
	t.Helper()
	out, err := standard.Format(parse(t, text))
	if err != nil {
		t.Fatal(err)
	}
	return out
}

const untidy = "\ufeff---\r\n# 見本の冒頭\r\ntier:   'recommended'  # 層\r\nid: w\r\ntitle:\r\n  en: Water\r\n  ja: \"水道: 見本\"\r\nedition: 1.10\r\n" +
	"effective: \"2026-04-01\"\r\nlevels:\r\n  遵守: must\r\ndecisions:\r\n# 監査について\r\n- item: p1.3\r\n  decision: left-out # 二つ目\r\n  reason: {ja: 小さい}\r\n  decided: 2026-01-01\r\nsectors:\r\n- water\r\n# 終わり\r\n---\r\n" +
	"前文\r\n\r\n\r\n##   目的   {#c1 level=\"遵守\"   covers=\"s1   p1.1:full\"} ##\r\n\r\n\r\n本文\r\n    字下げ\r\n# 章\r\n"

const tidy = `---
id: w
title: {en: Water, ja: "水道: 見本"}
# 見本の冒頭
# 層
tier: recommended
# 終わり
sectors: [water]
edition: "1.10"
effective: 2026-04-01
levels: {遵守: must}
decisions:
# 監査について
# 二つ目
- {item: p1.3, decision: left-out, reason: {ja: 小さい}, decided: 2026-01-01}
---

前文

## 目的 {#c1 covers="s1   p1.1:full" level="遵守"}

本文
    字下げ

# 章
`

func TestFormat(t *testing.T) {
	got := format(t, untidy)
	if diff := cmp.Diff(tidy, got); diff != "" {
		t.Errorf("canonical form (-want +got):\n%s", diff)
	}
	if again := format(t, got); again != got {
		t.Errorf("formatting is not idempotent:\n%s", cmp.Diff(got, again))
	}
}
