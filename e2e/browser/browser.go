//go:build e2e

package browser

import (
	"context"
	"errors"
	"os"
	"os/exec"

	"github.com/chromedp/chromedp"
)

// ErrMissing says that this machine has no browser to test with.
var ErrMissing = errors.New("no Chromium on the path: install it, or name one in KIJUN_CHROMIUM")

// names are what Chromium is called by those who package it.
var names = []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"}

// Browser is a running Chromium. Its tabs share nothing but the process.
type Browser struct {
	ctx  context.Context
	free context.CancelFunc
}

// Start starts Chromium without a window. It lives until Stop.
func Start(ctx context.Context) (*Browser, error) {
	program, err := find()
	if err != nil {
		return nil, err
	}
	alloc, free := chromedp.NewExecAllocator(ctx, flags(program)...)
	root, _ := chromedp.NewContext(alloc)
	if err := chromedp.Do(root); err != nil {
		free()
		return nil, err
	}
	return &Browser{ctx: root, free: free}, nil
}

// Stop closes the browser with all its tabs and removes what it wrote.
func (b *Browser) Stop() error {
	defer b.free()
	return chromedp.Cancel(b.ctx)
}

func find() (string, error) {
	if named := os.Getenv("KIJUN_CHROMIUM"); named != "" {
		return exec.LookPath(named)
	}
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", ErrMissing
}

// flags are the library's own, and some that keep the browser off the network and its pages the same on
// every machine.
func flags(program string) []chromedp.ExecAllocatorOption {
	all := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(program),
		chromedp.Env("TZ=Asia/Tokyo", "LANGUAGE=ja"),
		chromedp.Flag("lang", "ja"),
		chromedp.Flag("accept-lang", "ja"),
		chromedp.Flag("hide-scrollbars", true),
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("disable-domain-reliability", true),
		chromedp.Flag("no-pings", true),
		chromedp.Flag("disable-back-forward-cache", true), // going back loads the page, as everywhere
		chromedp.Flag("proxy-server", "direct://"),        // whatever the environment says
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1"),
		chromedp.Flag("disable-features", "Translate,OptimizationHints,MediaRouter,DialMediaRouteProvider,AutofillServerCommunication"),
	)
	if os.Geteuid() == 0 { // the sandbox refuses to run as root
		all = append(all, chromedp.NoSandbox)
	}
	return all
}
