package oscal

import (
	"slices"
	"strings"
)

// EventKind is what a document of the chain did to a control, part or param.
type EventKind string

// The kinds, in the order in which they happen to an object.
const (
	Defined  EventKind = "defined"  // the catalog has it
	Included EventKind = "included" // a profile selects it
	Omitted  EventKind = "omitted"  // a profile does not select it
	Excluded EventKind = "excluded" // a profile excludes it
	Parent   EventKind = "parent"   // it is there because a child of it is selected
	Set      EventKind = "set"      // a profile sets the param
	Removed  EventKind = "removed"  // a profile takes something away
	Added    EventKind = "added"    // a profile adds something
)

// Event is one step in the life of an object on its way through the chain.
type Event struct {
	Document string // the document that did it
	Kind     EventKind
	Control  string // id of the control concerned; "" where it is a param by itself
	ID       string // id of the object: the control's own, or of a part or param
	Pointer  string // JSON pointer to the directive in the document
	Before   string // set: the value before
	Detail   string // set: the new value; removed, added: what
	Remarks  string // the reason that the directive gives
}

// Trace returns what the documents of the chain did to the control, part or param called id, from
// the catalog to the profile that was resolved. For a part or param this begins with the life of
// the control that holds it.
func (r *Resolution) Trace(id string) []Event {
	holder := r.holder(id)
	var out []Event
	for _, e := range r.events {
		switch {
		case e.ID == id || e.Control == id:
			out = append(out, e)
		case holder != "" && e.ID == holder && e.Control == holder:
			out = append(out, e)
		}
	}
	return out
}

// holder returns the id of the control that holds the part or param called id, "" where none does.
func (r *Resolution) holder(id string) string {
	found := ""
	r.Catalog.Walk(func(c *Control, _ []string) {
		has := slices.ContainsFunc(c.Params, func(p Param) bool { return p.ID == id })
		if has || hasPart(c.Parts, id) {
			found = c.ID
		}
	})
	return found
}

func hasPart(parts []Part, id string) bool {
	return slices.ContainsFunc(parts, func(p Part) bool { return p.ID == id || hasPart(p.Parts, id) })
}

// tell enters an event once: a document that is imported twice still defines a control once.
func (r *run) tell(a EventKind, control, id, place, detail, remarks string) {
	r.enter(Event{Document: r.name, Kind: a, Control: control, ID: id, Pointer: place, Detail: detail, Remarks: remarks})
}

func (r *resolver) enter(e Event) {
	if !r.seen[e] {
		r.seen[e] = true
		r.events = append(r.events, e)
	}
}

// tell enters what the selector decided about a control.
func (s *selector) tell(id string, v verdict, asParent bool) {
	if s.custom {
		return
	}
	if s.fromCatalog {
		s.run.enter(Event{Document: s.source, Kind: Defined, Control: id, ID: id})
	}
	switch {
	case v.out != nil:
		s.run.tell(Excluded, id, id, v.out.place, "", v.out.remarks)
	case v.in != nil:
		s.run.tell(Included, id, id, v.in.place, "", v.in.remarks)
	case asParent:
		s.run.tell(Parent, id, id, s.place, "", "")
	default:
		s.run.tell(Omitted, id, id, s.place, "", "")
	}
}

func (r *run) tellSet(place string, s *SetParameter, before string) {
	r.enter(Event{
		Document: r.name, Kind: Set, ID: s.ParamID, Pointer: place,
		Before: before, Detail: valueText(s.Values, s.Select), Remarks: s.Remarks,
	})
}

// valueText writes the value of a param for people: its values, or its choices.
func valueText(values []string, choices *Selection) string {
	if choices != nil {
		return strings.Join(choices.Choice, " | ")
	}
	return strings.Join(values, ", ")
}

// tellAdd enters the control, and every object of its own id that the add brings.
func (r *run) tellAdd(control, place string, a *Add) {
	r.tell(Added, control, control, place, a.content(), "")
	for _, p := range a.Params {
		r.tell(Added, control, p.ID, place, "param", "")
	}
	eachPart(a.Parts, func(p *Part) {
		if p.ID != "" {
			r.tell(Added, control, p.ID, place, "part", "")
		}
	})
}

// content names what an add brings: "title, props, parts".
func (a *Add) content() string {
	var out []string
	for _, x := range []struct {
		name  string
		there bool
	}{
		{"title", a.Title != ""}, {"params", len(a.Params) > 0}, {"props", len(a.Props) > 0},
		{"links", len(a.Links) > 0}, {"parts", len(a.Parts) > 0},
	} {
		if x.there {
			out = append(out, x.name)
		}
	}
	return strings.Join(out, ", ")
}

func eachPart(parts []Part, visit func(*Part)) {
	for i := range parts {
		visit(&parts[i])
		eachPart(parts[i].Parts, visit)
	}
}
