package fault

import (
	"errors"

	"kijun/internal/lang"
)

// Fault is an error that a person may read.
type Fault struct {
	Kind  Kind
	Text  lang.Text // where, what was wrong, what is allowed
	Cause error     // for the log only
}

// New returns a fault of kind k that says t.
func New(k Kind, t lang.Text) *Fault { return &Fault{Kind: k, Text: t} }

// Because returns the fault with its inner cause, which goes to the log and to nobody else.
func (f *Fault) Because(err error) *Fault {
	return &Fault{Kind: f.Kind, Text: f.Text, Cause: err}
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
