//go:build e2e

package browser

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

type point struct{ X, Y float64 }

// Click clicks l.
func (t *Tab) Click(l Locator) error {
	_, at, err := reach[point](t, "click", l, middle)
	if err != nil {
		return err
	}
	return t.do("click "+l.String(), chromedp.MouseClickXY(at.X, at.Y))
}

// Follow clicks l and waits until the page it leads to is loaded.
func (t *Tab) Follow(l Locator) error {
	_, at, err := reach[point](t, "follow", l, middle)
	if err != nil {
		return err
	}
	return t.do("follow "+l.String(), func(ctx context.Context, to *chromedp.Target) (chromedp.Void, error) {
		_, err := chromedp.WaitEvent(page.LoadEventFired, nil, chromedp.MouseClickXY(at.X, at.Y))(ctx, to)
		return chromedp.Void{}, err
	})
}

// Fill replaces what a field holds.
func (t *Tab) Fill(l Locator, value string) error {
	_, typed, err := reach[bool](t, "fill", l, readyToType, value)
	switch {
	case err != nil || !typed:
		return err
	case value == "":
		return t.Press("Delete")
	}
	return t.Insert(value)
}

// Choose chooses the option of a list that reads label.
func (t *Tab) Choose(l Locator, label string) error {
	_, _, err := reach[bool](t, fmt.Sprintf("choose %q in", label), l, choose, label)
	return err
}

// Upload puts files into a file field.
func (t *Tab) Upload(l Locator, paths ...string) error {
	h, _, err := reach[bool](t, "upload to", l, takesFiles)
	if err != nil {
		return err
	}
	return t.do("upload to "+l.String(), call(dom.SetFileInputFiles, dom.SetFileInputFilesParams{Files: paths, ObjectID: h}))
}

// Focus gives l the focus.
func (t *Tab) Focus(l Locator) error {
	_, _, err := reach[bool](t, "focus", l, focus)
	return err
}

// Read calls a JavaScript function on l, as in `function() { return this.value }`, and gives its answer.
func Read[T any](t *Tab, l Locator, function string) (T, error) {
	_, answer, err := reach[T](t, "read", l, function)
	return answer, err
}

// Insert puts text where the cursor is, as pasting or the end of a conversion does.
func (t *Tab) Insert(text string) error {
	return t.do("insert "+text, call(input.InsertText, input.InsertTextParams{Text: text}))
}

// Compose shows text as under conversion at the cursor, as a Japanese input method does; Insert ends it.
func (t *Tab) Compose(text string) error {
	end := int64(len([]rune(text)))
	return t.do("compose "+text, call(input.ImeSetComposition,
		input.ImeSetCompositionParams{Text: text, SelectionStart: end, SelectionEnd: end}))
}

// reach waits until l is one element on which function does not throw, and gives the element and what
// function answered.
func reach[T any](t *Tab, what string, l Locator, function string, args ...any) (h handle, answer T, err error) {
	err = t.until(what+" "+l.String(), func(ctx context.Context) error {
		_, err := chromedp.Run(ctx, chromedp.Func(func(ctx context.Context, to *chromedp.Target) error {
			if h, err = findOne(ctx, to, l); err != nil {
				return err
			}
			on := func(p *runtime.CallFunctionOnParams) { p.ObjectID, p.AwaitPromise = h, new(true) }
			answer, err = chromedp.CallFunctionOn[T](function, on, args...)(ctx, to)
			return plain(err)
		}))
		return err
	})
	return h, answer, err
}

// plain leaves of a JavaScript exception what it says.
func plain(err error) error {
	var thrown *chromedp.ExceptionError
	if errors.As(err, &thrown) && thrown.Exception != nil {
		var words string
		if json.Unmarshal(thrown.Exception.Value, &words) == nil { // throw "words"
			return errors.New(words)
		}
	}
	return err
}
