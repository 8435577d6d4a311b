//go:build e2e

package browser

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
)

// watch keeps what the browser says of a tab: what is wrong, and what was asked for.
type watch struct {
	mu         sync.Mutex
	complaints []string
	requests   []string
	posted     []post
	pending    map[network.RequestID]bool
	expected   []int64
	muted      bool
	answer     func()
}

func newWatch() *watch { return &watch{pending: map[network.RequestID]bool{}} }

// Expect says that responses with these statuses are part of the journey, from now on.
func (w *watch) Expect(statuses ...int) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, s := range statuses {
		w.expected = append(w.expected, int64(s))
	}
}

// Requests lists the addresses asked for since the tab was opened that contain part, in order.
func (w *watch) Requests(part string) []string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return slices.DeleteFunc(slices.Clone(w.requests), func(url string) bool { return !strings.Contains(url, part) })
}

// post is what was sent to an address.
type post struct{ url, body string }

// Posted lists what was sent to the addresses that contain part, in order, as it went over the wire.
func (w *watch) Posted(part string) (bodies []string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, p := range w.posted {
		if strings.Contains(p.url, part) {
			bodies = append(bodies, p.body)
		}
	}
	return bodies
}

// Complaints takes what the browser found wrong since the last call.
func (t *Tab) Complaints() ([]string, error) {
	_, err := Eval[int](t, "0") // events come in order: what came before the answer has been heard
	t.mu.Lock()
	defer t.mu.Unlock()
	found := t.complaints
	t.complaints = nil
	return found, err
}

func (w *watch) idle() bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	return len(w.pending) == 0
}

func (w *watch) mute(on bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.muted = on
}

// hear runs on the goroutine of the connection and must not wait.
func (w *watch) hear(event any) {
	w.mu.Lock()
	defer w.mu.Unlock()
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		w.requests = append(w.requests, e.Request.URL)
		if e.Request.Method == "POST" {
			w.posted = append(w.posted, post{e.Request.URL, body(e.Request)})
		}
		w.pending[e.RequestID] = true
	case *network.EventLoadingFinished:
		delete(w.pending, e.RequestID)
	case *network.EventLoadingFailed:
		delete(w.pending, e.RequestID)
	case *page.EventJavascriptDialogOpening:
		go w.answer() // the page stands still until then
	}
	if said := w.complaint(event); said != "" && !w.muted {
		w.complaints = append(w.complaints, said)
	}
}

// body is what a request carries.
func body(r *network.Request) string {
	var b strings.Builder
	for _, e := range r.PostDataEntries {
		b.Write(e.Bytes)
	}
	return b.String()
}

// complaint puts into words what event says is wrong, and nothing when nothing is.
func (w *watch) complaint(event any) string {
	switch e := event.(type) {
	case *runtime.EventExceptionThrown:
		d := e.ExceptionDetails
		words := d.Text
		if d.Exception != nil {
			words += " " + d.Exception.Description
		}
		return fmt.Sprintf("uncaught: %s (%s:%d)", words, d.URL, d.LineNumber+1)
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.ConsoleAPICalledTypeError || e.Type == runtime.ConsoleAPICalledTypeAssert {
			return "console: " + spoken(e.Args)
		}
	case *log.EventEntryAdded:
		answered := e.Entry.Source == log.EntrySourceNetwork && strings.Contains(e.Entry.Text, "status of")
		if e.Entry.Level == log.EntryLevelError && !answered { // answers are judged by their status, below
			return fmt.Sprintf("browser log (%s): %s %s", e.Entry.Source, e.Entry.Text, e.Entry.URL)
		}
	case *network.EventResponseReceived:
		if s := e.Response.Status; s >= 400 && !slices.Contains(w.expected, s) {
			return fmt.Sprintf("status %d: %s", s, e.Response.URL)
		}
	case *page.EventJavascriptDialogOpening:
		if e.Type == page.DialogTypeBeforeunload {
			return "" // leaving unsaved words behind may ask
		}
		return fmt.Sprintf("a %s dialog of the browser's own: %s", e.Type, e.Message)
	}
	return ""
}

func spoken(args []*runtime.RemoteObject) string {
	var words []string
	for _, a := range args {
		if a.Description != "" {
			words = append(words, a.Description)
		} else {
			words = append(words, strings.Trim(string(a.Value), `"`))
		}
	}
	return strings.Join(words, " ")
}
