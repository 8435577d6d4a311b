//go:build e2e

package browser

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// pause is how often a step looks whether it can go on.
const pause = 25 * time.Millisecond

// Tab is one tab, used by one goroutine.
type Tab struct {
	// Patience is how long a step waits for what it needs.
	Patience time.Duration

	ctx   context.Context
	close context.CancelFunc
	*watch
}

// Open opens an empty tab of the size of a small desk screen. It shares no cookies with other tabs.
func (b *Browser) Open() (*Tab, error) {
	t := &Tab{Patience: 20 * time.Second, watch: newWatch()}
	t.answer = t.acceptDialog
	t.ctx, t.close = chromedp.NewContext(b.ctx, chromedp.WithNewBrowserContext(), chromedp.WithListener(t.hear))
	if err := chromedp.Do(t.ctx); err != nil { // without a time limit: the tab would end with it
		t.close()
		return nil, err
	}
	return t, t.Resize(1366, 768)
}

// Close closes the tab.
func (t *Tab) Close() { t.close() }

// Go loads url and waits until it is loaded.
func (t *Tab) Go(url string) error {
	return t.do("load "+url, chromedp.Navigate(url))
}

// Reload loads the page again.
func (t *Tab) Reload() error { return t.do("reload", chromedp.Reload()) }

// Back goes back in the tab's history.
func (t *Tab) Back() error { return t.do("go back", chromedp.NavigateBack()) }

// SetCookie gives the tab a cookie for url.
func (t *Tab) SetCookie(url, name, value string) error {
	return t.do("set cookie "+name, call(network.SetCookie, network.SetCookieParams{URL: url, Name: name, Value: value}))
}

// Eval runs js in the page, waits for its promise if it is one, and decodes what comes.
func Eval[T any](t *Tab, js string) (T, error) {
	ctx, stop := context.WithTimeout(t.ctx, t.Patience)
	defer stop()
	return chromedp.Run(ctx, chromedp.Evaluate[T](js, chromedp.EvalAwaitPromise))
}

// Wait waits until js is true; what says in words what it waits for.
func (t *Tab) Wait(what, js string) error {
	return t.until(what, func(ctx context.Context) error {
		met, err := chromedp.Run(ctx, chromedp.Evaluate[bool]("!!("+js+")", chromedp.EvalAwaitPromise))
		if err == nil && !met {
			err = fmt.Errorf("not yet: %s", js)
		}
		return err
	})
}

// Settle waits until the page has been loaded, and has asked for nothing, for a while. It is for tools that
// do not know what to wait for; a test does.
func (t *Tab) Settle() error {
	quiet := 0
	return t.until("settle", func(ctx context.Context) error {
		loaded, err := chromedp.Run(ctx, chromedp.Evaluate[bool](`document.readyState === "complete"`))
		if err != nil || !loaded || !t.idle() {
			quiet = 0
			return errors.Join(err, errors.New("the page is still loading"))
		}
		if quiet++; quiet < 12 {
			return errors.New("the page has just been loaded")
		}
		return nil
	})
}

// until tries again until try succeeds. While a page changes into the next one errors are usual.
func (t *Tab) until(what string, try func(context.Context) error) error {
	ctx, stop := context.WithTimeout(t.ctx, t.Patience)
	defer stop()
	tick := time.NewTicker(pause)
	defer tick.Stop()
	last := context.DeadlineExceeded
	for {
		err := try(ctx)
		if err == nil {
			return nil
		}
		if ctx.Err() == nil {
			last = err
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("%s: %w", what, last)
		case <-tick.C:
		}
	}
}

type step = chromedp.Action[chromedp.Void]

// do runs steps, each once, within the tab's patience.
func (t *Tab) do(what string, steps ...step) error {
	ctx, stop := context.WithTimeout(t.ctx, t.Patience)
	defer stop()
	if err := chromedp.Do(ctx, steps...); err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	return nil
}

// call is a command of the protocol as a step that leaves its answer.
func call[P, R any](c cdp.Command[P, R], params P) step {
	return chromedp.Func(func(ctx context.Context, to *chromedp.Target) error {
		_, err := cdp.Call(ctx, to, c, params)
		return err
	})
}

// acceptDialog answers a dialog of the browser's own, so that the page goes on.
func (t *Tab) acceptDialog() {
	// Its only error is a tab that has closed meanwhile.
	_, _ = chromedp.Call(t.ctx, page.HandleJavaScriptDialog, page.HandleJavaScriptDialogParams{Accept: true})
}
