package ui

import (
	"errors"
	"fmt"
	"strconv"

	g "maragu.dev/gomponents"
	h "maragu.dev/gomponents/html"

	"kijun/internal/fault"
	"kijun/internal/lang"
)

var (
	wordRequired   = lang.Text{JA: "必須", EN: "required"}
	wordNoneChosen = lang.Text{JA: "選んでください", EN: "choose one"}
)

// Form is a form that posts to an address of the application and works without a script.
func Form(action string, body ...g.Node) g.Node {
	return h.Form(append([]g.Node{h.Method("post"), h.Action(local(action))}, body...)...)
}

// Upload is a form that sends files.
func Upload(action string, body ...g.Node) g.Node {
	return h.Form(append([]g.Node{h.Method("post"), h.Action(local(action)), h.EncType("multipart/form-data")}, body...)...)
}

// Filter is a form that asks for the same page with other choices.
func Filter(action string, body ...g.Node) g.Node {
	return h.Form(append([]g.Node{h.Method("get"), h.Action(local(action)), h.Class("filter")}, body...)...)
}

// local lets only addresses of the application through.
func local(action string) string {
	if safe(action) && action[0] == '/' {
		return action
	}
	return "#"
}

// Field is one field of a form: its label, a hint above, the control, and what is wrong with it.
type Field struct {
	Name     string
	Label    string
	Hint     string
	Value    string
	Required bool
	Type     string // of an input: text by default
	Rows     int    // more than 0: a text area
	Options  []Option
	Radio    bool // options as radio buttons and not as a list
	Fault    string
	More     []g.Node // further attributes of the control
	ID       string   // of the control; Name when empty
}

// Option is one choice of a field.
type Option struct{ Value, Text string }

// Field draws the field in the language of the request.
func (r *Request) Field(f Field) g.Node {
	if f.ID == "" {
		f.ID = "f-" + f.Name
	}
	class := "field"
	if f.Fault != "" {
		class = "field wrong"
	}
	if f.Radio {
		return h.FieldSet(h.ID(f.ID), h.Class(class), h.Legend(g.Text(f.Label), r.required(f)), f.hint(), f.fault(), f.radios())
	}
	return h.Div(h.Class(class), h.Label(h.For(f.ID), g.Text(f.Label), r.required(f)), f.hint(), f.fault(), f.control(r))
}

func (r *Request) required(f Field) g.Node {
	if !f.Required {
		return nil
	}
	return h.Span(h.Class("required"), g.Text(r.Say(wordRequired)))
}

func (f Field) hint() g.Node {
	if f.Hint == "" {
		return nil
	}
	return h.P(h.Class("hint"), h.ID(f.ID+"-hint"), g.Text(f.Hint))
}

func (f Field) fault() g.Node {
	if f.Fault == "" {
		return nil
	}
	return h.P(h.Class("fault"), h.ID(f.ID+"-fault"), g.Text(f.Fault))
}

// attributes are what every control of the field has.
func (f Field) attributes() g.Group {
	as := g.Group{h.ID(f.ID), h.Name(f.Name)}
	if described := f.describedBy(); described != "" {
		as = append(as, g.Attr("aria-describedby", described))
	}
	if f.Fault != "" {
		as = append(as, g.Attr("aria-invalid", "true"))
	}
	if f.Required {
		as = append(as, h.Required())
	}
	return append(as, f.More...)
}

func (f Field) describedBy() string {
	switch {
	case f.Hint != "" && f.Fault != "":
		return f.ID + "-hint " + f.ID + "-fault"
	case f.Hint != "":
		return f.ID + "-hint"
	case f.Fault != "":
		return f.ID + "-fault"
	}
	return ""
}

func (f Field) control(r *Request) g.Node {
	switch {
	case f.Rows > 0:
		return h.Textarea(f.attributes(), h.Rows(strconv.Itoa(f.Rows)), g.Text(f.Value))
	case f.Options != nil:
		return h.Select(f.attributes(), f.options(r))
	}
	kind := f.Type
	if kind == "" {
		kind = "text"
	}
	value := h.Value(f.Value)
	if kind == "file" || kind == "password" {
		value = nil
	}
	return h.Input(f.attributes(), h.Type(kind), value)
}

func (f Field) options(r *Request) g.Node {
	var out g.Group
	if f.Required && f.Value == "" {
		out = append(out, h.Option(h.Value(""), g.Text(r.Say(wordNoneChosen))))
	}
	for _, o := range f.Options {
		out = append(out, h.Option(h.Value(o.Value), g.If(o.Value == f.Value, h.Selected()), g.Text(o.Text)))
	}
	return out
}

func (f Field) radios() g.Node {
	return h.Div(h.Class("radios"), g.Group(mapIndexed(f.Options, func(i int, o Option) g.Node {
		id := fmt.Sprintf("%s-%d", f.ID, i)
		return h.Label(h.For(id), h.Input(h.Type("radio"), h.ID(id), h.Name(f.Name), h.Value(o.Value),
			g.If(o.Value == f.Value, h.Checked()), g.Group(f.More)), h.Span(g.Text(o.Text)))
	})))
}

func mapIndexed[T any](ts []T, draw func(int, T) g.Node) []g.Node {
	out := make([]g.Node, len(ts))
	for i, t := range ts {
		out[i] = draw(i, t)
	}
	return out
}

// Hidden is a value that the form carries along.
func Hidden(name, value string) g.Node {
	return h.Input(h.Type("hidden"), h.Name(name), h.Value(value))
}

// Tick is a check box with its label.
func Tick(name, value, label string, ticked bool, more ...g.Node) g.Node {
	return h.Label(h.Class("tick"), h.Input(h.Type("checkbox"), h.Name(name), h.Value(value), g.If(ticked, h.Checked()), g.Group(more)),
		h.Span(g.Text(label)))
}

// Submit is the button that sends a form; more are attributes such as a name and a value.
func Submit(label string, more ...g.Node) g.Node {
	return h.Button(append([]g.Node{h.Type("submit"), h.Class("button"), g.Text(label)}, more...)...)
}

// Quiet is a button of less weight.
func Quiet(label string, more ...g.Node) g.Node {
	return h.Button(append([]g.Node{h.Type("submit"), h.Class("button quiet"), g.Text(label)}, more...)...)
}

// ButtonLink is a link that looks like a button.
func ButtonLink(href, label string) g.Node {
	if !safe(href) {
		return g.Text(label)
	}
	return h.A(h.Href(href), h.Class("button quiet"), g.Text(label))
}

// Faults is what a form shows at its top when it could not be taken: the text of the fault, and a link to
// each field that is wrong. Nothing is shown where err is nil.
func (r *Request) Faults(err error) g.Node {
	if err == nil {
		return nil
	}
	f := fault.Of(err)
	return h.Div(h.Class("banner wrong"), g.Attr("role", "alert"), h.P(r.Text(f.Text)),
		g.If(len(f.Fields) > 0, h.Ul(g.Map(f.Fields, func(x fault.Field) g.Node {
			return h.Li(Link("#f-"+x.Name, r.Text(x.Text)))
		}))))
}

// FaultOf is what err says of one field, or "".
func (r *Request) FaultOf(err error, name string) string {
	var f *fault.Fault
	if !errors.As(err, &f) {
		return ""
	}
	for _, x := range f.Fields {
		if x.Name == name {
			return r.Say(x.Text)
		}
	}
	return ""
}
