package overviewweb_test

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"kijun/internal/check"
	"kijun/internal/web"
)

func TestAnEmptyNationSaysWhatToDoNext(t *testing.T) {
	n := newNation(t)
	for who, texts := range map[string][2]string{
		"cas":                     {"まだ何も送られていません", "0 of 10 sectors"},
		"mlit":                    {"受理・差戻しを待っているものはありません", "no standard of this sector in force"},
		"mihon-water":             {"この分野で効力のある安全基準等がまだありません", "No self-check of FY2026 was started yet"},
		"mihon-water-association": {"安全基準等を登録し、施行すると", "None is being prepared"},
		"mihon-keiso":             {"契約している事業者", "Mihon Water"},
		"idle":                    {"いま契約している事業者はありません", "No operator engages you"},
	} {
		n.holds(n.get(who, "/ja/"), true, texts[0])
		n.holds(n.get(who, "/en/"), true, texts[1])
		n.holds(n.get(who, "/ja/sectors/water"), true, "安全基準等を登録し、施行すると")
		n.holds(n.get(who, "/en/nation"), true, "no document that you may see yet", "no document</a>")
	}
}

func TestHomeOfAnOperator(t *testing.T) {
	n := newNation(t)
	n.whole()
	home := n.get("mihon-water", "/ja/")
	n.holds(home, true, "規定のうち", "実施する内規がまだない", "令和8年度の自己点検はまだ始めていません", `href="/ja/sectors/water"`, "この1年に施行されたもの")
	id, err := n.Checks.Start(n.Context(), n.actors["mihon-water"], check.Start{Sector: "water", Year: 2026})
	if err != nil {
		t.Fatal(err)
	}
	n.holds(n.get("mihon-water", "/en/"), true, "Answered 0 / ", `href="/en/checks/`+id)
	other := n.get("kita-water", "/ja/")
	n.holds(other, false, id)
	n.holds(other, true, "内規を登録すると", "自己点検はまだ始めていません")
}

func TestHomeOfAMinistry(t *testing.T) {
	n := newNation(t)
	n.whole()
	home := n.get("mlit", "/ja/")
	n.holds(home, true, "担当する分野", "効力のある文書: 3", "割当て: 要検討事項22項目のうち", `href="/ja/sectors/water"`)
	n.holds(home, false, "ガス")
}

func TestTheMatrixOfASectorLeadsToWhy(t *testing.T) {
	n := newNation(t)
	n.whole()
	page := n.get("mlit", "/ja/sectors/water")
	for _, want := range []string{
		`href="/ja/standards/` + n.records["water-ordinance"] + `#`, `href="/ja/standards/` + n.records["water-association"] + `#`,
		`href="/ja/sectors/water/allocation#item-`, `id="item-p1.1"`, "未然防止", "国土交通省", "次回見直し"} {
		n.holds(page, true, want)
	}
	n.holds(page, false, "mihon-water-rules", n.records["mihon-water-rules"])
	outsider := n.get("mihon-gas", "/ja/sectors/water")
	n.holds(outsider, true, n.records["water-ordinance"])
	n.holds(outsider, false, "送られた自己点検の集計")
}

func TestEveryCellOfTheNationLeadsToTheRowOfItsSector(t *testing.T) {
	n := newNation(t)
	n.whole()
	page, sector := n.get("cas", "/ja/nation"), n.get("cas", "/ja/sectors/water")
	cells := 0
	for _, it := range n.Catalogue.Latest().Asked() {
		n.holds(page, true, `href="/ja/sectors/water#item-`+it.ID+`"`)
		n.holds(sector, true, ` id="item-`+it.ID+`"`)
		cells++
	}
	if cells != 29 {
		t.Errorf("%d items", cells)
	}
	if !inOrder(page, `href="/ja/sectors/telecom"`, `href="/ja/sectors/finance"`, `href="/ja/sectors/water"`, `href="/ja/sectors/logistics"`) {
		t.Error("the sectors do not stand in the order of the catalogue")
	}
	n.holds(n.get("mihon-water", "/ja/nation"), false, "自己点検の集計の合計")
}

func TestUnknownSectorsAndStrangers(t *testing.T) {
	n := newNation(t)
	for who, want := range map[string]int{"mlit": http.StatusNotFound, "": http.StatusSeeOther} {
		r := httptest.NewRequest("GET", "/ja/sectors/nowhere", nil)
		r.AddCookie(&http.Cookie{Name: web.SessionCookie, Value: n.tokens[who]})
		w := httptest.NewRecorder()
		n.handler.ServeHTTP(w, r)
		if w.Code != want {
			t.Errorf("%q: %d, want %d", who, w.Code, want)
		}
	}
}
