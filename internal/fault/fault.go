package fault

import (
	"errors"

	"kijun/internal/lang"
)

// Fault is an error that a person may read.
type Fault struct {
	Kind   Kind
	Text   lang.Text // where, what was wrong, what is allowed
	Fields []Field   // of a form: what is wrong with which field
	Cause  error     // for the log only
}

// Field is what is wrong with one field of a form, and what is allowed.
type Field struct {
	Name string
	Text lang.Text
}

// New returns a fault of kind k that says t.
func New(k Kind, t lang.Text) *Fault { return &Fault{Kind: k, Text: t} }

// Because returns the fault with its inner cause, which goes to the log and to nobody else.
func (f *Fault) Because(err error) *Fault {
	return &Fault{Kind: f.Kind, Text: f.Text, Fields: f.Fields, Cause: err}
}

var wrongFields = lang.Text{JA: "入力に直すところがあります", EN: "some of what was entered needs correcting"}

// InFields returns a fault of kind Invalid for a form, or nil where no field is wrong.
func InFields(fields []Field) error {
	if len(fields) == 0 {
		return nil
	}
	return &Fault{Kind: Invalid, Text: wrongFields, Fields: fields}
}

// Is reports whether err is a fault of kind k.
func Is(err error, k Kind) bool {
	var f *Fault
	return errors.As(err, &f) && f.Kind == k
}

func (f *Fault) Error() string {
	if f.Cause != nil {
		return f.Text.EN + ": " + f.Cause.Error()
	}
	return f.Text.EN
}

func (f *Fault) Unwrap() error { return f.Cause }

// internal is all that a person learns of an error that is not meant for people.
var internal = lang.Text{JA: "内部で問題が起きました", EN: "something went wrong inside kijun"}

// Of returns err as a fault; an error that is none becomes an internal one.
func Of(err error) *Fault {
	var f *Fault
	if errors.As(err, &f) {
		return f
	}
	return New(Internal, internal).Because(err)
}
