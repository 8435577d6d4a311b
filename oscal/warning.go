package oscal

import "fmt"

// WarningKind says what a warning is about.
type WarningKind string

// The kinds of warnings; behind each the arguments that [Warning.Args] then holds.
const (
	NoControl    WarningKind = "no-control"    // id or pattern that matches no control, the source
	NothingTaken WarningKind = "nothing-taken" // the href of an import without include-all or include-controls
	Clash        WarningKind = "clash"         // the id that several controls of the result have
	NoAlter      WarningKind = "no-alter"      // the control-id that an alter did not find
	NoParam      WarningKind = "no-param"      // the param-id that a set-parameter did not find
	NoTarget     WarningKind = "no-target"     // the by-id that an add did not find, the control
	OldMethod    WarningKind = "old-method"    // the combine method that has no meaning any more
)

// Warning is something in a profile that was resolved, but probably not as its author meant it.
type Warning struct {
	Kind     WarningKind
	Args     []any
	Document string // the profile
	Pointer  string // JSON pointer into it
}

var englishWarnings = map[WarningKind]string{
	NoControl:    "%q matches no control of %v",
	NothingTaken: "the import of %q has neither include-all nor include-controls, so nothing is taken",
	Clash:        "several controls have the id %q; merge.combine.method use-first would keep the first",
	NoAlter:      "no control %q to alter",
	NoParam:      "no param %q to set",
	NoTarget:     "nothing with the id %q in control %q to add to",
	OldMethod:    "the combine method %q is not defined; the controls are kept as with \"keep\"",
}

func (r *run) warn(pointer string, kind WarningKind, args ...any) {
	r.warnings = append(r.warnings, Warning{kind, args, r.name, pointer})
}

// String says it in English.
func (w Warning) String() string {
	return fmt.Sprintf("%s: %s: ", w.Document, w.Pointer) + fmt.Sprintf(englishWarnings[w.Kind], w.Args...)
}
