//go:build e2e

package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"

	"kijun/e2e/browser"
)

// many is a flag that may be given many times.
type many []string

func (m *many) String() string     { return strings.Join(*m, " ") }
func (m *many) Set(s string) error { *m = append(*m, s); return nil }

type order struct {
	url, out, pdf   string
	width, height   int
	full            bool
	cookies, clicks many
}

func main() {
	var o order
	flag.StringVar(&o.url, "url", "", "address of the page")
	flag.StringVar(&o.out, "out", "", "write a PNG to this file")
	flag.StringVar(&o.pdf, "pdf", "", "write a PDF to this file")
	flag.IntVar(&o.width, "width", 1366, "width of the window in px")
	flag.IntVar(&o.height, "height", 768, "height of the window in px")
	flag.BoolVar(&o.full, "full", false, "the whole page, not only the window")
	flag.Var(&o.cookies, "cookie", "name=value of a cookie to send (repeatable)")
	flag.Var(&o.clicks, "click", "CSS selector of what to click before (repeatable); the first that matches")
	flag.Parse()
	if err := take(o); err != nil {
		fmt.Fprintln(os.Stderr, "shot:", err)
		os.Exit(1)
	}
}

func take(o order) (err error) {
	if o.url == "" || o.out == "" && o.pdf == "" {
		return errors.New("say -url, and -out or -pdf")
	}
	b, err := browser.Start(context.Background())
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, b.Stop()) }()
	tab, err := b.Open()
	if err != nil {
		return err
	}
	if err := show(tab, o); err != nil {
		return err
	}
	if err := write(o.out, func() ([]byte, error) { return tab.Screenshot(o.full) }); err != nil {
		return err
	}
	if err := write(o.pdf, tab.PDF); err != nil {
		return err
	}
	said, err := tab.Complaints()
	if len(said) > 0 {
		err = errors.Join(err, fmt.Errorf("taken, but the browser complains:\n%s", strings.Join(said, "\n")))
	}
	return err
}

// show brings the page into the state to be pictured.
func show(tab *browser.Tab, o order) error {
	if err := tab.Resize(o.width, o.height); err != nil {
		return err
	}
	for _, c := range o.cookies {
		name, value, _ := strings.Cut(c, "=")
		if err := tab.SetCookie(o.url, name, value); err != nil {
			return err
		}
	}
	if err := tab.Go(o.url); err != nil {
		return err
	}
	for _, selector := range o.clicks {
		if err := tab.Click(browser.CSS(selector).First()); err != nil {
			return err
		}
		if err := tab.Settle(); err != nil {
			return err
		}
	}
	return nil
}

func write(path string, make func() ([]byte, error)) error {
	if path == "" {
		return nil
	}
	content, err := make()
	if err != nil {
		return err
	}
	return os.WriteFile(path, content, 0o644)
}
