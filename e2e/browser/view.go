//go:build e2e

package browser

import (
	"context"
	"fmt"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// Resize gives the page a window of this size.
func (t *Tab) Resize(width, height int) error {
	return t.do("resize", chromedp.EmulateViewport(int64(width), int64(height)))
}

// Media shows the page as on paper ("print") or on a screen ("").
func (t *Tab) Media(media string) error {
	return t.do("show as "+media, call(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: media}))
}

// Screenshot is a PNG of the window, or of the whole page however long.
func (t *Tab) Screenshot(whole bool) ([]byte, error) {
	shot := chromedp.CaptureScreenshot()
	if whole {
		shot = chromedp.FullScreenshot(100)
	}
	return t.bytes("screenshot", shot)
}

// PDF prints the page to A4, or to what its own style sheet says, with an outline and tags.
func (t *Tab) PDF() ([]byte, error) {
	return t.bytes("print", chromedp.PrintToPDF(chromedp.PDFPaper(chromedp.PaperA4), chromedp.PDFPreferCSSPageSize(),
		chromedp.PDFPrintBackground(), chromedp.PDFOutlineAndTagged(), chromedp.PDFStream()))
}

func (t *Tab) bytes(what string, action chromedp.Action[[]byte]) ([]byte, error) {
	if err := t.Wait("the fonts", "document.fonts.ready.then(() => true)"); err != nil {
		return nil, err
	}
	ctx, stop := context.WithTimeout(t.ctx, t.Patience)
	defer stop()
	b, err := chromedp.Run(ctx, action)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", what, err)
	}
	return b, nil
}

// WithoutScript keeps the pages of the tab from running scripts, from the next page on.
func (t *Tab) WithoutScript() error {
	return t.do("switch scripts off", call(emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true}))
}
