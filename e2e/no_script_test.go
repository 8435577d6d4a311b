//go:build e2e

package e2e

import (
	"slices"
	"testing"
)

// withoutScript opens a tab in which no page may run a script.
func withoutScript(t *testing.T, base string) *page {
	t.Helper()
	p := open(t, base)
	p.must(p.tab.WithoutScript())
	return p
}

// TestWithoutScript goes through the main forms in a browser that runs no scripts.
func TestWithoutScript(t *testing.T) {
	base := demo(t)
	record := draft(t, base, "manager@mlit", "water-guideline.md")
	t.Run("answering", func(t *testing.T) { answersWithoutScript(t, base) })
	t.Run("editing", func(t *testing.T) { editsWithoutScript(t, base, record) })
}

func answersWithoutScript(t *testing.T, base string) {
	p := withoutScript(t, base)
	p.Go("/ja/sign-in")
	p.Follow(button("見本市水道局 担当者").Part())
	p.At("/ja/")
	p.Follow(link("安全基準等"))
	p.Choose(field("層"), "④内規")
	p.Fill(field("言葉"), "水道局")
	p.Follow(button("絞り込む"))
	if tiers := eval[[]string](p, `[...document.querySelectorAll("main tbody tr")].map(r => r.cells[0].innerText)`); len(tiers) == 0 || len(tiers) > 20 || slices.ContainsFunc(tiers, func(s string) bool { return s != "④内規" }) {
		t.Errorf("the filter finds documents of the tiers %q", tiers)
	}
	p.Follow(link("自己点検"))
	p.Follow(link("令和").Part().First())
	p.Choose(css("#e5 select[name=in-place]"), "一部")
	p.Follow(css("#e5 button"))
	p.See("保存しました")
	if got := p.Value(css("#e5 select[name=in-place]")); got != "partly" {
		t.Errorf("the row holds %q", got)
	}
	p.Follow(css("#e6 th a"))
	p.Click(css("input[name=in-operation][value=no]"))
	p.Choose(field("作業状況"), "作業中")
	p.Fill(field("メモ"), "秋の訓練で確かめる")
	p.Follow(button("保存"))
	p.See("保存しました")
	p.Reload()
	if got := p.Value(field("メモ")); got != "秋の訓練で確かめる" {
		t.Errorf("the note is %q", got)
	}
	if !eval[bool](p, `document.querySelector("input[name=in-operation][value=no]").checked`) {
		t.Error("the answer is not kept")
	}
}

func editsWithoutScript(t *testing.T, base, record string) {
	p := withoutScript(t, base)
	p.Go("/ja/sign-in")
	p.Follow(button("国土交通省（見本） 部門責任者").Part())
	p.At("/ja/")
	p.Go("/ja/standards/" + record)
	p.Follow(link("編集"))
	p.Follow(link("1.1 目的"))
	p.Fill(field("本文"), "水を絶やさないためである。")
	p.Follow(button("保存する"))
	p.See("保存しました")
	p.Reload()
	if got := p.Value(field("本文")); got != "水を絶やさないためである。" {
		t.Errorf("the clause reads %q", got)
	}
	p.Go("/ja/sectors/water/allocation/p2.1")
	p.Click(radio("③業界標準・ガイドライン"))
	p.Follow(button("保存する"))
	p.At("/ja/sectors/water/allocation")
	p.Follow(css("#item-p2\\.1 th a"))
	if !eval[bool](p, `document.querySelector("input[name=to][value=industry]").checked`) {
		t.Error("the allotment is not kept")
	}
}
