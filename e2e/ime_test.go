//go:build e2e

package e2e

import (
	"fmt"
	"net/url"
	"strings"
	"testing"

	"kijun/e2e/browser"
)

// aWhile is longer than what autosave waits for after a change, in ms.
const aWhile = "1500"

// TestTypingJapanese writes in forms that save themselves with an input method: whatever is under conversion
// stays in the browser, however long, and what was committed is saved, once.
func TestTypingJapanese(t *testing.T) {
	base := demo(t)
	record := draft(t, base, "manager@mlit", "water-guideline.md")
	t.Run("note", func(t *testing.T) {
		p := as(t, base, "staff@mihon-water")
		p.Go("/ja/checks")
		p.Follow(link("令和").Part().First())
		p.Follow(css("#e7 th a"))
		converts(p, field("メモ"), "note")
	})
	t.Run("clause", func(t *testing.T) {
		p := as(t, base, "manager@mlit")
		p.Go("/ja/standards/" + record + "/edit")
		p.Follow(link("1.2 対象範囲"))
		converts(p, field("本文"), "text")
	})
}

// converts writes into a field of a form with an input method, and judges what was sent and kept.
func converts(p *page, l browser.Locator, name string) {
	p.t.Helper()
	p.Fill(l, "下書き")
	p.saved(1)
	before := len(p.Posted(""))

	p.Type("A") // a change that would be saved in a moment, but for the conversion that begins at once
	p.Compose("k")
	p.Compose("けい")
	p.Compose("けいえい")
	p.while()
	if sent := p.Posted("")[before:]; len(sent) > 0 {
		p.t.Errorf("sent while under conversion: %q", sent)
	}
	p.Commit("経営")
	p.Compose("そ")
	p.Compose("層")
	p.Commit("層")
	p.saved(2)

	p.Compose("の")
	p.Compose("のせ")
	p.while()
	p.Commit("の責任")
	p.saved(3)
	const want = "下書きA経営層の責任"
	var texts []string
	for _, body := range p.Posted("")[before:] {
		form, err := url.ParseQuery(body)
		p.must(err)
		texts = append(texts, form.Get(name))
	}
	if got := strings.Join(texts, ","); got != "下書きA経営層,"+want {
		p.t.Errorf("what was sent is %q", got)
	}
	p.Reload()
	if got := p.Value(l); got != want {
		p.t.Errorf("the field holds %q after a reload", got)
	}
}

// saved waits until the form of the field with the focus has saved itself n times in all.
func (p *page) saved(n int) {
	p.t.Helper()
	const form = `document.activeElement.closest("form")`
	eval[bool](p, `(() => {
		const form = `+form+`;
		if (!form.watched) {
			form.watched = 0;
			const status = form.querySelector("[data-status]");
			const count = () => { if (status.textContent === form.dataset.saved) form.watched++; };
			new MutationObserver(count).observe(status, { childList: true, characterData: true, subtree: true });
			count();
		}
		return true;
	})()`)
	p.Wait("have saved itself", fmt.Sprintf("%s.watched >= %d", form, n))
}

// while waits a while.
func (p *page) while() {
	p.t.Helper()
	eval[float64](p, "globalThis.began = performance.now()")
	p.Wait("a while to pass", "performance.now() - began > "+aWhile)
}
