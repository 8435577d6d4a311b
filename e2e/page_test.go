//go:build e2e

package e2e

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kijun/e2e/browser"
)

// page is what somebody has open, in a tab of their own. Each of its steps waits for what it needs and
// ends the test when that does not come.
type page struct {
	t    *testing.T
	base string
	tab  *browser.Tab
}

// open opens a tab on the site at base, as somebody new: two calls are two people. When the test ends the
// browser's complaints fail it, and a failed test leaves a picture of the page (see make e2e).
func open(t *testing.T, base string) *page {
	t.Helper()
	tab, err := chromium(t).Open()
	if err != nil {
		t.Fatal(err)
	}
	p := &page{t: t, base: base, tab: tab}
	t.Cleanup(p.end)
	return p
}

func (p *page) end() {
	defer p.tab.Close()
	said, err := p.tab.Complaints()
	if err != nil {
		p.t.Error(err)
	}
	for _, s := range said {
		p.t.Error(s)
	}
	if p.t.Failed() {
		p.Screenshot("failed")
	}
}

func (p *page) must(err error) {
	p.t.Helper()
	if err != nil {
		p.t.Fatal(err)
	}
}

// Go loads a path of the site, or a whole address.
func (p *page) Go(to string) {
	p.t.Helper()
	if !strings.Contains(to, "://") {
		to = p.base + to
	}
	p.must(p.tab.Go(to))
}

// Reload loads the page again, Back goes to the one before.
func (p *page) Reload() { p.t.Helper(); p.must(p.tab.Reload()) }
func (p *page) Back()   { p.t.Helper(); p.must(p.tab.Back()) }

// Click clicks; Follow also waits for the page that it leads to.
func (p *page) Click(l browser.Locator)  { p.t.Helper(); p.must(p.tab.Click(l)) }
func (p *page) Follow(l browser.Locator) { p.t.Helper(); p.must(p.tab.Follow(l)) }

// Fill replaces what a field holds, Choose chooses an option of a list, Upload puts files into a file field.
func (p *page) Fill(l browser.Locator, value string)   { p.t.Helper(); p.must(p.tab.Fill(l, value)) }
func (p *page) Choose(l browser.Locator, label string) { p.t.Helper(); p.must(p.tab.Choose(l, label)) }
func (p *page) Upload(l browser.Locator, paths ...string) {
	p.t.Helper()
	p.must(p.tab.Upload(l, paths...))
}

// Save clicks a link to a file and gives the path of what the browser saved, in a folder of its own.
func (p *page) Save(l browser.Locator) string {
	p.t.Helper()
	path, err := p.tab.Download(l, p.t.TempDir())
	p.must(err)
	return path
}

// Focus gives an element the focus; Press and Type go to whatever has it.
func (p *page) Focus(l browser.Locator) { p.t.Helper(); p.must(p.tab.Focus(l)) }
func (p *page) Press(keys ...string)    { p.t.Helper(); p.must(p.tab.Press(keys...)) }
func (p *page) Type(text string)        { p.t.Helper(); p.must(p.tab.Type(text)) }

// Compose shows text as under conversion where the cursor is; Commit ends the conversion with text.
func (p *page) Compose(text string) { p.t.Helper(); p.must(p.tab.Compose(text)) }
func (p *page) Commit(text string)  { p.t.Helper(); p.must(p.tab.Insert(text)) }

// Text is what an element shows, Value what a field holds.
func (p *page) Text(l browser.Locator) string {
	p.t.Helper()
	s, err := browser.Read[string](p.tab, l, `function () { return this.innerText }`)
	p.must(err)
	return s
}

func (p *page) Value(l browser.Locator) string {
	p.t.Helper()
	s, err := browser.Read[string](p.tab, l, `function () { return this.value }`)
	p.must(err)
	return s
}

// eval runs js in the page and gives what it comes to.
func eval[T any](p *page, js string) T {
	p.t.Helper()
	v, err := browser.Eval[T](p.tab, js)
	p.must(err)
	return v
}

const shownText = `document.body.innerText.replace(/\s+/g, " ")`

// See waits until the page shows text; Gone waits until it does not.
func (p *page) See(text string) {
	p.t.Helper()
	if err := p.tab.Wait(fmt.Sprintf("see %q", text), shownText+".includes("+browser.Quote(text)+")"); err != nil {
		p.t.Fatalf("%v\nthe page %s", err, p.excerpt())
	}
}

func (p *page) Gone(text string) {
	p.t.Helper()
	p.must(p.tab.Wait(fmt.Sprintf("%q to be gone", text), "!"+shownText+".includes("+browser.Quote(text)+")"))
}

// At waits until the address is path, without its query and fragment.
func (p *page) At(path string) {
	p.t.Helper()
	if err := p.tab.Wait("be at "+path, "location.pathname === "+browser.Quote(path)); err != nil {
		p.t.Fatalf("%v\nthe page %s", err, p.excerpt())
	}
}

// Wait waits until js is true.
func (p *page) Wait(what, js string) { p.t.Helper(); p.must(p.tab.Wait(what, js)) }

// Expect says that responses with these statuses belong to the journey.
func (p *page) Expect(statuses ...int) { p.tab.Expect(statuses...) }

func (p *page) excerpt() string {
	text, err := browser.Eval[string](p.tab, `location + " shows: " + `+shownText+`.slice(0, 600)`)
	if err != nil {
		return err.Error()
	}
	return text
}

// Resize gives the page a window of this size.
func (p *page) Resize(width, height int) { p.t.Helper(); p.must(p.tab.Resize(width, height)) }

// Requests lists the addresses asked for so far that contain part.
func (p *page) Requests(part string) []string { return p.tab.Requests(part) }

// Posted lists what was sent so far to the addresses that contain part.
func (p *page) Posted(part string) []string { return p.tab.Posted(part) }

// Screenshot writes pictures of the whole page at the widths, or as it is, into the folder of artifacts,
// if the run keeps one.
func (p *page) Screenshot(name string, widths ...int) {
	p.t.Helper()
	if len(widths) == 0 {
		p.picture(name + ".png")
	}
	for _, w := range widths {
		p.must(p.tab.Resize(w, 768))
		p.picture(fmt.Sprintf("%s-%d.png", name, w))
	}
}

func (p *page) picture(file string) {
	p.t.Helper()
	if f := flag.Lookup("test.artifacts"); f == nil || f.Value.String() != "true" {
		return // nobody would keep it
	}
	png, err := p.tab.Screenshot(true)
	if err == nil {
		err = os.WriteFile(filepath.Join(p.t.ArtifactDir(), file), png, 0o644)
	}
	if err != nil {
		p.t.Error(err) // not Fatal: a failed test takes its picture while it ends
	}
}
