package measureweb_test

import (
	"regexp"
	"strings"
	"testing"

	"kijun/internal/guideline"
	"kijun/internal/lang"
	"kijun/internal/measure"
	"kijun/internal/measure/measureweb"
	"kijun/internal/standard"
)

func TestSheetOfTheSample(t *testing.T) {
	c := guideline.Builtin()
	body := standard.Read([]string{"../../../examples/water"}, c)
	sheet := measure.New(body, standard.Question{Sector: "water", Operator: "mihon-water", On: "2026-11-24"}, c)
	for _, l := range []lang.Lang{lang.JA, lang.EN} {
		var b strings.Builder
		if err := measureweb.Sheet(c)(&b, sheet, l); err != nil {
			t.Fatal(err)
		}
		page := b.String()
		for _, m := range regexp.MustCompile(` href="#([^"]+)"`).FindAllStringSubmatch(page, -1) {
			if strings.Count(page, ` id="`+m[1]+`"`) != 1 {
				t.Errorf("#%s leads nowhere, or to two places", m[1])
			}
		}
		for _, want := range []string{"water-ordinance#a10", "48", "item-f5.1"} {
			if !strings.Contains(page, want) {
				t.Errorf("%s: the page lacks %s", l, want)
			}
		}
		if n := strings.Count(page, `class="asked"`); n != 30 {
			t.Errorf("%d items on the page, want 29 and those beyond the guideline", n)
		}
	}
}
