package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"kijun/internal/fault"
	"kijun/internal/lang"
	"kijun/oscal"
	"kijun/oscal/validate"
)

type oscalCmd struct {
	Resolve oscalResolveCmd `cmd:""`
	Trace   oscalTraceCmd   `cmd:""`
	Diff    oscalDiffCmd    `cmd:""`
	Convert oscalConvertCmd `cmd:""`

	Validate oscalValidateCmd `cmd:""`
}

// resolving are the flags of every command that resolves a profile.
type resolving struct {
	CatalogDir string
	Parents    string `enum:"uplevel,include" default:"uplevel"`
	Flat       string `enum:"keep,unnest" default:"keep"`
	Links      string `enum:"keep,prune" default:"keep"`
}

// hostFiles opens files by the names that people type.
type hostFiles struct{}

func (hostFiles) Open(name string) (fs.File, error) { return os.Open(filepath.FromSlash(name)) }

func (c *resolving) resolve(r *run, profile string) (*oscal.Resolution, error) {
	lib := oscal.NewLibrary(hostFiles{}, filepath.ToSlash(c.CatalogDir))
	res, err := oscal.Resolve(lib, filepath.ToSlash(profile), oscal.Options{Parents: c.Parents, Flat: c.Flat, Links: c.Links})
	if err != nil {
		return nil, oscalFault(err)
	}
	for _, w := range res.Warnings {
		fmt.Fprintf(r.Err, "%s: %s: %s: %s\n", r.say(severityWords["warning"]), w.Document, w.Pointer, r.say(oscalWarnings[w.Kind].With(w.Args...)))
	}
	return res, nil
}

type oscalResolveCmd struct {
	resolving
	Profile string       `arg:""`
	Format  oscal.Format `enum:"json,yaml" default:"json"`
}

// Run writes the resolved catalog.
func (c *oscalResolveCmd) Run(r *run) error {
	res, err := c.resolve(r, c.Profile)
	if err != nil {
		return err
	}
	return r.oscal(res.Document(), c.Format)
}

func (r *run) oscal(d *oscal.Document, f oscal.Format) error {
	out, err := oscal.Encode(d, f)
	if err != nil {
		return oscalFault(err)
	}
	_, err = r.Out.Write(out)
	return err
}

type oscalTraceCmd struct {
	resolving
	Profile string `arg:""`
	Object  string `arg:""`
	Format  string `enum:"text,json" default:"text"`
}

var wordNoObject = lang.Text{JA: "%q という管理策・部分・パラメーターは、どの文書にもありません", EN: "no document of the chain has a control, part or parameter %q"}

// Run tells what each document of the chain did to a control, part or parameter, and why.
func (c *oscalTraceCmd) Run(r *run) error {
	res, err := c.resolve(r, c.Profile)
	if err != nil {
		return err
	}
	events := res.Trace(c.Object)
	if len(events) == 0 {
		return fault.New(fault.NotFound, wordNoObject.With(c.Object))
	}
	if c.Format == "json" {
		out := []eventJSON{}
		for _, e := range events {
			out = append(out, eventJSON(e))
		}
		return writeJSON(r.Out, out)
	}
	t := table{colour: r.Colour}
	for _, e := range events {
		what := strings.TrimSpace(e.Before + " → " + e.Detail)
		if e.Before == "" {
			what = e.Detail
		}
		t.row(cell{text: r.say(oscalEvents[e.Kind])}, cell{text: e.ID}, cell{text: strings.TrimSpace(e.Document + " " + e.Pointer)}, cell{text: what}, cell{text: e.Remarks})
	}
	return t.write(r.Out)
}

type oscalDiffCmd struct {
	resolving
	Before string `arg:""`
	After  string `arg:""`
	Format string `enum:"text,json" default:"text"`
}

// Run compares two catalogs; a profile is resolved first. Differences end with errNo.
func (c *oscalDiffCmd) Run(r *run) error {
	before, err := c.catalog(r, c.Before)
	if err != nil {
		return err
	}
	after, err := c.catalog(r, c.After)
	if err != nil {
		return err
	}
	changes := oscal.Diff(before, after)
	if c.Format == "json" {
		out := []changeJSON{}
		for _, ch := range changes {
			out = append(out, changeJSON(ch))
		}
		err = writeJSON(r.Out, out)
	} else {
		err = r.changes(changes)
	}
	if err == nil && len(changes) > 0 {
		return errNo
	}
	return err
}

func (c *oscalDiffCmd) catalog(r *run, name string) (*oscal.Catalog, error) {
	d, err := oscal.Read(hostFiles{}, filepath.ToSlash(name))
	if err != nil {
		return nil, oscalFault(err)
	}
	if d.Catalog != nil {
		return d.Catalog, nil
	}
	res, err := c.resolve(r, name)
	if err != nil {
		return nil, err
	}
	return res.Catalog, nil
}

func (r *run) changes(changes []oscal.Change) error {
	t := table{colour: r.Colour}
	for _, c := range changes {
		id := c.ID
		if c.OldID != "" {
			id = c.OldID + " → " + c.ID
		}
		t.row(cell{text: r.say(oscalChanges[c.Kind])}, cell{text: id}, cell{text: c.Field}, cell{text: firstLine(c.Old)}, cell{text: firstLine(c.New)})
	}
	return t.write(r.Out)
}

// firstLine keeps a row of a table one row.
func firstLine(s string) string {
	line, _, more := strings.Cut(strings.TrimSpace(s), "\n")
	if more {
		line += " …"
	}
	return line
}

type oscalConvertCmd struct {
	From   string       `arg:""`
	Format oscal.Format `enum:"json,yaml" default:"json"`
}

// Run writes a document of any version and format as the version that kijun writes.
func (c *oscalConvertCmd) Run(r *run) error {
	d, err := oscal.Read(hostFiles{}, filepath.ToSlash(c.From))
	if err != nil {
		return oscalFault(err)
	}
	oscal.Convert(d)
	return r.oscal(d, c.Format)
}

// The JSON of trace and diff, documented in docs/formats.md.
type (
	eventJSON struct {
		Document string          `json:"document"`
		Kind     oscal.EventKind `json:"kind"`
		Control  string          `json:"control"`
		ID       string          `json:"id"`
		Pointer  string          `json:"pointer"`
		Before   string          `json:"before"`
		Detail   string          `json:"detail"`
		Remarks  string          `json:"remarks"`
	}
	schemaProblemJSON struct {
		Path    string `json:"path"`
		Line    int    `json:"line"`
		Pointer string `json:"pointer"`
		Keyword string `json:"keyword"`
		Message string `json:"message"`
	}
	changeJSON struct {
		Kind  oscal.ChangeKind `json:"kind"`
		ID    string           `json:"id"`
		OldID string           `json:"old_id"`
		Field string           `json:"field"`
		Old   string           `json:"old"`
		New   string           `json:"new"`
		Why   string           `json:"why"`
	}
)

type oscalValidateCmd struct {
	From   string `arg:""`
	Format string `enum:"text,json" default:"text"`
}

// Run checks a document against the schema; a document that is not valid ends with errNo.
func (c *oscalValidateCmd) Run(r *run) error {
	data, err := os.ReadFile(c.From)
	if err != nil {
		return fault.New(fault.Invalid, oscalErrors[oscal.Unreadable].With(c.From, "")).Because(err)
	}
	problems, err := validate.Bytes(data, oscal.FormatOf(c.From))
	if err != nil {
		return oscalFault(err)
	}
	out := []schemaProblemJSON{}
	for _, p := range problems {
		out = append(out, schemaProblemJSON{c.From, p.Line, p.Pointer, p.Keyword, p.Message})
	}
	if c.Format == "json" {
		err = writeJSON(r.Out, out)
	}
	for _, p := range out {
		if c.Format == "text" {
			fmt.Fprintf(r.Out, "%s:%d: %s: %s [%s]\n", p.Path, p.Line, p.Pointer, p.Message, p.Keyword)
		}
	}
	if err == nil && len(problems) > 0 {
		return errNo
	}
	return err
}

// oscalFault words an error of the engine in both languages.
func oscalFault(err error) error {
	var e *oscal.Error
	if !errors.As(err, &e) {
		return err
	}
	text := oscalErrors[e.Kind].With(e.Args...)
	if place := strings.TrimSpace(fmt.Sprintf("%s %s", where(e), e.Pointer)); place != "" {
		text = lang.Text{JA: place + ": " + text.JA, EN: place + ": " + text.EN}
	}
	if len(e.Chain) > 0 {
		chain := strings.Join(e.Chain, " → ")
		text = lang.Text{JA: text.JA + "（取込みの順: " + chain + "）", EN: text.EN + " (imports: " + chain + ")"}
	}
	return fault.New(fault.Invalid, text).Because(err)
}

func where(e *oscal.Error) string {
	if e.Line > 0 {
		return fmt.Sprintf("%s:%d", e.Document, e.Line)
	}
	return e.Document
}
