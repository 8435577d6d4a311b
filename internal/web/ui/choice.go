package ui

import (
	"fmt"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"
)

// Choices draws the options of a field as radio buttons, each with the key that chooses it when nobody is
// typing; an empty key is none.
func (r *Request) Choices(f Field, keys ...string) g.Node {
	if f.ID == "" {
		f.ID = "f-" + f.Name
	}
	class := "field choices"
	if f.Fault != "" {
		class += " wrong"
	}
	var options []g.Node
	for i, o := range f.Options {
		id, key := fmt.Sprintf("%s-%d", f.ID, i), ""
		if i < len(keys) {
			key = keys[i]
		}
		options = append(options, h.Label(h.For(id), h.Input(h.Type("radio"), h.ID(id), h.Name(f.Name), h.Value(o.Value),
			g.If(o.Value == f.Value, h.Checked()), g.If(key != "", g.Attr("data-key", key))), h.Span(g.Text(o.Text)),
			g.If(key != "", Key(key))))
	}
	return h.FieldSet(h.ID(f.ID), h.Class(class), h.Legend(g.Text(f.Label), r.required(f)), f.hint(), f.fault(), h.Div(h.Class("radios"), g.Group(options)))
}

// Key shows a key of the keyboard.
func Key(key string) g.Node { return g.El("kbd", g.Text(key)) }

// Autosave is a form that saves itself and says how that goes in the words given; the [Status] that shows
// them belongs into the form.
func (r *Request) Autosave(action string, words SaveWords, body ...g.Node) g.Node {
	return Form(action, append([]g.Node{g.Attr("data-autosave"), g.Attr("data-saving", words.Saving), g.Attr("data-saved", words.Saved),
		g.Attr("data-offline", words.Offline), g.Attr("data-failed", words.Failed)}, body...)...)
}

// SaveWords are what a form that saves itself says.
type SaveWords struct{ Saving, Saved, Offline, Failed string }

// Status is where a form that saves itself says how it goes.
func Status() g.Node {
	return h.Span(h.Class("status"), g.Attr("data-status"), g.Attr("role", "status"), g.Attr("aria-live", "polite"))
}
