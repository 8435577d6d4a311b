//go:build e2e

package browser

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/chromedp"
)

// Download clicks l and gives the path of the one file that the browser then saves in the empty folder,
// instead of showing it.
func (t *Tab) Download(l Locator, folder string) (path string, err error) {
	save := browser.SetDownloadBehaviorParams{Behavior: browser.SetDownloadBehaviorBehaviorAllow, DownloadPath: folder,
		BrowserContextID: chromedp.FromContext(t.ctx).BrowserContextID}
	if err := t.do("save files in "+folder, call(browser.SetDownloadBehavior, save)); err != nil {
		return "", err
	}
	if err := t.Click(l); err != nil {
		return "", err
	}
	err = t.until("download "+l.String(), func(context.Context) error {
		files, err := os.ReadDir(folder)
		if err != nil {
			return err
		}
		if len(files) != 1 || strings.HasSuffix(files[0].Name(), ".crdownload") || strings.HasPrefix(files[0].Name(), ".") {
			return fmt.Errorf("there are %d files, or it is not whole yet", len(files))
		}
		path = filepath.Join(folder, files[0].Name())
		return nil
	})
	return path, err
}
