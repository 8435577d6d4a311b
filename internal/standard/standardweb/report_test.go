package standardweb_test

import (
	"regexp"
	"strings"
	"testing"

	"kijun/internal/guideline"
	"kijun/internal/lang"
	"kijun/internal/standard"
	"kijun/internal/standard/standardweb"
)

func render(t *testing.T, l lang.Lang, q standard.Question, paths ...string) string {
	t.Helper()
	c := guideline.Builtin()
	var b strings.Builder
	if err := standardweb.Report(c)(&b, standard.Read(paths, c).Check(q, c), l); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestEveryLinkHasAnEnd: a cell of the matrix leads to the clause or the reason on the same page.
func TestEveryLinkHasAnEnd(t *testing.T) {
	for _, l := range []lang.Lang{lang.JA, lang.EN} {
		page := render(t, l, standard.Question{Sector: "water", Operator: "mihon-water", On: "2026-11-24", Strict: true}, "../../../examples/water")
		ids := map[string]bool{}
		for _, m := range regexp.MustCompile(` id="([^"]+)"`).FindAllStringSubmatch(page, -1) {
			if ids[m[1]] {
				t.Errorf("id %s stands twice", m[1])
			}
			ids[m[1]] = true
		}
		links := regexp.MustCompile(` href="#([^"]+)"`).FindAllStringSubmatch(page, -1)
		if len(links) < 100 {
			t.Errorf("%d links; the sample has more clauses than that", len(links))
		}
		for _, m := range links {
			if !ids[m[1]] {
				t.Errorf("#%s leads nowhere", m[1])
			}
		}
	}
}

func TestWithheldTextStaysWithheld(t *testing.T) {
	page := render(t, lang.JA, standard.Question{Sector: "water", On: "2026-11-24"}, "testdata/withheld.md")
	if strings.Contains(page, "秘密の本文") {
		t.Error("the text of a withheld clause is on the page")
	}
	for _, want := range []string{"非公開", "攻撃を助けるため", "公開の本文"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
}

func TestNothingIsEscapedByHand(t *testing.T) {
	page := render(t, lang.EN, standard.Question{On: "2026-11-24"}, "testdata/markup.md")
	if strings.Contains(page, "<b>") || strings.Contains(page, "<script") {
		t.Error("markup of a document is on the page as markup")
	}
	if !strings.Contains(page, "&lt;script&gt;") {
		t.Error("the text of the clause is not on the page")
	}
}
