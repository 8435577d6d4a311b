package overviewweb_test

import (
	"regexp"
	"strings"
	"testing"

	"kijun/internal/check"
	"kijun/internal/submission"
)

// part is what stands on a page behind a heading, up to the next of its kind.
func part(t *testing.T, page, heading string) string {
	t.Helper()
	_, rest, ok := strings.Cut(page, "<h2>"+heading+"</h2>")
	if !ok {
		t.Fatalf("no part %q", heading)
	}
	body, _, _ := strings.Cut(rest, "<h2>")
	return body
}

func TestAMinistrySeesWhatWasSentAndNothingElse(t *testing.T) {
	n := newNation(t)
	n.whole()
	n.check("mihon-water", 2026, 20, check.ByItem)
	n.check("mihon-cho", 2026, 5, check.ByGroup)
	id, _ := n.check("kita-water", 2026, 10, check.ByItem)
	sums := part(t, n.get("mlit", "/ja/sectors/water"), "送られた自己点検の集計")
	n.holds(sums, true, "令和8年度: 分野の事業者等3組織のうち、3組織が送付", "はい 35", "いいえ 3", "地方公共団体（助言）", "項目ごとの数を含まない集計が1組織分")
	if !inOrder(sums, ">北見本水道<", ">見本水道<", ">見本町 <") {
		t.Error("who sent does not stand in the order of the readings")
	}
	senders := sums[strings.Index(sums, ">北見本水道<"):]
	n.holds(senders, false, "はい", "いいえ", "%", "回答済み")
	n.holds(sums, false, id, "mihon-water-rules")

	n.holds(n.get("mihon-gas", "/ja/sectors/water"), false, "送られた自己点検の集計", "北見本水道")
	n.holds(n.get("cas", "/ja/sectors/water"), false, "送られた自己点検の集計", "北見本水道")
	n.holds(n.get("mlit", "/ja/"), true, "3件", "受理か差戻しを待っています")
}

func TestTheNationSeesSumsWithoutNames(t *testing.T) {
	n := newNation(t)
	n.whole()
	n.check("mihon-water", 2026, 20, check.ByItem)
	n.check("mihon-cho", 2026, 5, check.ByGroup)
	few := part(t, n.get("cas", "/ja/nation"), "自己点検の集計の合計")
	n.holds(few, true, "3組織未満のため表示しません", "どの分野も組織が少ないため")
	n.holds(few, false, "はい 25", "整備 25", "2組織")
	n.holds(n.get("cas", "/ja/"), true, "どの分野も組織が少ないため")

	_, copyID := n.check("kita-water", 2026, 10, check.ByItem)
	page := n.get("cas", "/en/nation")
	sums := part(t, page, "Sums of self-checks")
	n.holds(sums, true, "3 organisations", "yes 35", "in place 35 of ", "nothing sent")
	n.holds(page, false, "Kita", "Mihon", copyID, "mihon-water", "kita-water")
	n.holds(n.get("cas", "/en/"), true, "3 organisations", "sent a summary for FY2026")
	n.holds(n.get("cas", "/en/nation"), true, "yes 35") // from what was kept

	if err := n.Submissions.Return(n.Context(), n.actors["mlit"], copyID, 1, "違う年度です"); err != nil {
		t.Fatal(err)
	}
	n.holds(part(t, n.get("cas", "/ja/nation"), "自己点検の集計の合計"), true, "3組織未満のため表示しません")
	n.holds(n.get("kita-water", "/ja/"), true, "差し戻された提出", "1件")
}

// TestALaterSummaryTakesThePlaceOfTheEarlier: one check counts once, with what was sent last.
func TestALaterSummaryTakesThePlaceOfTheEarlier(t *testing.T) {
	n := newNation(t)
	n.whole()
	id, _ := n.check("kita-water", 2026, 10, check.ByItem)
	a := n.actors["kita-water"]
	entries, _, err := n.Checks.Entries(n.Context(), a, id, check.Filter{}, "")
	if err != nil {
		t.Fatal(err)
	}
	answer := entries[20].Answer
	answer.InPlace = check.Yes
	if _, err := n.Checks.Answer(n.Context(), a, id, entries[20].Number, answer, entries[20].Version); err != nil {
		t.Fatal(err)
	}
	n.send("kita-water", id, check.ByItem)
	sums := part(t, n.get("mlit", "/ja/sectors/water"), "送られた自己点検の集計")
	n.holds(sums, true, "1組織が送付", "はい 11", "送付した組織（1件）")
	if got := regexp.MustCompile(`/ja/submissions/[0-9a-z]+`).FindAllString(sums, -1); len(got) != 1 {
		t.Errorf("%d are listed", len(got))
	}
	counts, err := n.Submissions.Counts(n.Context(), n.actors["mlit"])
	if err != nil || counts.Received[submission.Sent] != 1 {
		t.Errorf("%+v, %v", counts, err)
	}
}

func TestYearOnYear(t *testing.T) {
	n := newNation(t)
	n.whole()
	for i, org := range []string{"mihon-water", "kita-water", "mihon-cho"} {
		n.check(org, 2025, 2+i, check.ByItem)
		n.check(org, 2026, 10+i, check.ByItem)
	}
	page := part(t, n.get("mlit", "/ja/sectors/water"), "送られた自己点検の集計")
	n.holds(page, true, "年度ごとの推移", "令和8年度（3組織）", "令和7年度（3組織）", "はい 33", "はい 9")
	nation := part(t, n.get("cas", "/ja/nation"), "自己点検の集計の合計")
	n.holds(nation, true, "令和8年度（延べ3組織、1分野）", "令和7年度（延べ3組織、1分野）", "整備 33／", "整備 9／")
}
