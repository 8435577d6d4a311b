package cascade

import (
	"errors"
	"fmt"
	"strings"
)

// Part names the list of the model that a fault lies in, in the spelling of
// the model file.
type Part string

// The parts of a model.
const (
	InHorizon     Part = "horizon"
	InNodes       Part = "nodes"
	InGroups      Part = "groups"
	InHazards     Part = "hazards"
	InRepairNeeds Part = "repair_needs"
)

// Fault is one thing wrong with a model. Part, Index, Field and Item say where,
// so that a reader of files can add the line.
type Fault struct {
	Part    Part
	Index   int    // place in the list of Part, from 0
	Field   string // in the spelling of the model file; empty: the whole entry
	Item    int    // place in a list field such as providers; -1: the field itself
	Kind    FaultKind
	Args    []any  // the particulars, in the order of the kind's text
	Problem string // what is wrong and what is allowed
}

func newFault(part Part, index int, field string, item int, kind FaultKind, args ...any) *Fault {
	return &Fault{part, index, field, item, kind, args, fmt.Sprintf(faultTexts[kind], args...)}
}

func (f *Fault) Error() string {
	return f.Path() + ": " + f.Problem
}

// Path is the place of the fault, for example "groups[3].providers[1]".
func (f *Fault) Path() string {
	if f.Part == InHorizon {
		return string(f.Part)
	}
	path := fmt.Sprintf("%s[%d]", f.Part, f.Index)
	if f.Field != "" {
		path += "." + f.Field
	}
	if f.Item >= 0 {
		path += fmt.Sprintf("[%d]", f.Item)
	}
	return path
}

// Faults are all faults of one model, in the order of the file.
type Faults []*Fault

func (f Faults) Error() string {
	lines := make([]string, len(f))
	for i, fault := range f {
		lines[i] = fault.Error()
	}
	return strings.Join(lines, "\n")
}

// ErrUncertain means that a model with distributions was given to a function
// that computes one certain course of events.
var ErrUncertain = errors.New("the model holds distributions: it needs runs, or the medians")
