//go:build e2e

package e2e

import (
	"bytes"
	"fmt"
	"os"
	"regexp"
	"testing"
)

// Accessible fails the test for every rule of WCAG 2.2 AA and of best practice that axe-core finds broken.
func (p *page) Accessible() {
	p.t.Helper()
	found, err := p.tab.Axe(axeSource(p.t))
	p.must(err)
	for _, f := range found {
		p.t.Error(f)
	}
}

// axeSource is the text of axe-core, from node_modules.
func axeSource(t *testing.T) string {
	t.Helper()
	source, err := os.ReadFile("node_modules/axe-core/axe.min.js")
	if err != nil {
		missing(t, fmt.Errorf("axe-core is missing, run npm ci in e2e: %w", err))
	}
	return string(source)
}

// Fits fails the test if the page has to be pushed sideways at a width: text must reflow, wide tables
// scroll in a frame of their own. 320 is a wide screen at 400 %.
func (p *page) Fits(width int) {
	p.t.Helper()
	p.must(p.tab.Resize(width, 768))
	for _, out := range eval[[]string](p, outside) {
		p.t.Errorf("at %d px this reaches out of the page: %s", width, out)
	}
}

// outside lists what makes the page wider than the window, if it is wider.
const outside = `(() => {
	const width = document.documentElement.clientWidth;
	if (document.documentElement.scrollWidth <= width) return [];
	const wide = [...document.body.querySelectorAll("*")].filter(e => e.getBoundingClientRect().right > width + 1);
	return [document.documentElement.scrollWidth + " px", ...wide.slice(0, 5).map(e => e.cloneNode().outerHTML + " " + e.textContent.trim().slice(0, 60))];
})()`

var (
	sheet   = regexp.MustCompile(`/MediaBox \[\s*([^\]]*?)\s*\]`)
	a4      = regexp.MustCompile(`^0 0 59[4-6]\.?\d* 84[1-3]\.?\d*$`)
	content = 794 - 2*45 // px: A4 less margins of 12 mm
)

// PrintsOnA4 fails the test if the page does not become a tagged PDF of upright A4 sheets, or is wider
// than they are. It gives the number of sheets.
func (p *page) PrintsOnA4() int {
	p.t.Helper()
	p.must(p.tab.Media("print"))
	p.Fits(content)
	p.must(p.tab.Media(""))
	pdf, err := p.tab.PDF()
	p.must(err)
	if !bytes.HasPrefix(pdf, []byte("%PDF-")) || !bytes.Contains(pdf, []byte("/StructTreeRoot")) {
		p.t.Errorf("not a tagged PDF: %.40q", pdf)
	}
	sheets := sheet.FindAllSubmatch(pdf, -1)
	for _, s := range sheets {
		if !a4.Match(s[1]) {
			p.t.Errorf("a sheet is not A4 upright: %s", s[1])
		}
	}
	if len(sheets) == 0 {
		p.t.Error("the PDF has no sheets")
	}
	return len(sheets)
}
