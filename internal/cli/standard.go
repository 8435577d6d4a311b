package cli

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"

	"kijun/internal/fault"
	"kijun/internal/lang"
	"kijun/internal/standard"
)

type standardCmd struct {
	New     standardNewCmd     `cmd:""`
	Format  standardFormatCmd  `cmd:""`
	Convert standardConvertCmd `cmd:""`
}

type standardNewCmd struct {
	Tier   standard.Tier `enum:"mandatory,recommended,industry,in-house" default:"in-house"`
	Sector string
	ID     string `default:"new-standard"`
	Output string
	Force  bool
}

var (
	wordExists    = lang.Text{JA: "%s はすでにあります（上書きするには --force）", EN: "%s exists already (--force overwrites it)"}
	wordSame      = lang.Text{JA: "もとのファイルと作るファイルが同じです", EN: "the file to read and the file to write are the same"}
	wordWritten   = lang.Text{JA: "書き出しました: %s", EN: "written: %s"}
	wordFormatted = lang.Text{JA: "整えました: %s", EN: "formatted: %s"}
	wordUntidy    = lang.Text{JA: "整っていません: %s", EN: "not in canonical form: %s"}
)

// Run writes a template.
func (c *standardNewCmd) Run(r *run) error {
	if err := r.sector(c.Sector); err != nil {
		return err
	}
	day, err := r.day("")
	if err != nil {
		return err
	}
	text := standard.Template(c.ID, c.Tier, c.Sector, day, r.catalogue.Latest(), r.lang)
	d, ps := standard.Parse("template", []byte(text), r.catalogue)
	if standard.HasErrors(ps) { // an --id that is none
		return r.refuse(ps)
	}
	if c.Output == "" {
		_, err := fmt.Fprint(r.Out, text)
		return err
	}
	return r.store(d, c.Output, c.Force)
}

// refuse names what is wrong with the input.
func (r *run) refuse(ps []standard.Problem) error {
	if err := r.problems(r.Err, ps); err != nil {
		return err
	}
	return errProblems
}

// store writes a document to a file that is not there yet, or that may be overwritten.
func (r *run) store(d *standard.Document, path string, force bool) error {
	data, err := standard.Encode(d, path, r.lang)
	if err != nil {
		return err
	}
	if _, err := os.Stat(path); err == nil && !force {
		return fault.New(fault.Conflict, wordExists.With(path))
	}
	if err := standard.WriteFile(path, data); err != nil {
		return err
	}
	_, err = fmt.Fprintln(r.Err, r.say(wordWritten.With(path)))
	return err
}

type standardConvertCmd struct {
	From  string `arg:""`
	To    string `arg:""`
	Force bool
}

// Run converts one file; a file with errors is refused and nothing is written.
func (c *standardConvertCmd) Run(r *run) error {
	if filepath.Clean(c.From) == filepath.Clean(c.To) {
		return fault.New(fault.Invalid, wordSame)
	}
	d, ps, err := standard.ReadFile(c.From, r.catalogue)
	if err != nil {
		return err
	}
	if standard.HasErrors(ps) {
		return r.refuse(ps)
	}
	return r.store(d, c.To, c.Force)
}

type standardFormatCmd struct {
	Path  []string `arg:""`
	Check bool
}

// Run formats the files in place. Files with errors are named and left alone, and so are all others.
func (c *standardFormatCmd) Run(r *run) error {
	changed, ps := map[string][]byte{}, []standard.Problem{}
	body := standard.Read(c.Path, r.catalogue)
	for _, d := range body.Documents {
		before, err := os.ReadFile(filepath.FromSlash(d.Path))
		if err != nil {
			return fault.New(fault.Invalid, wordGone.With(d.Path)).Because(err)
		}
		after, err := standard.Format(d)
		if err != nil {
			return err
		}
		if !bytes.Equal(before, []byte(after)) {
			changed[d.Path] = []byte(after)
		}
	}
	for _, p := range body.Problems {
		if p.Severity() == standard.Error && !p.Rule.BetweenFiles {
			ps = append(ps, p)
		}
	}
	if len(ps) > 0 {
		return r.refuse(ps)
	}
	return c.finish(r, body.Documents, changed)
}

var wordGone = lang.Text{JA: "%s を読めません", EN: "cannot read %s"}

// finish writes, or with --check only names, the files that change.
func (c *standardFormatCmd) finish(r *run, ds []*standard.Document, changed map[string][]byte) error {
	for _, d := range ds {
		data, differs := changed[d.Path]
		switch {
		case !differs:
		case c.Check:
			fmt.Fprintln(r.Out, r.say(wordUntidy.With(d.Path)))
		default:
			if err := standard.WriteFile(filepath.FromSlash(d.Path), data); err != nil {
				return err
			}
			fmt.Fprintln(r.Out, r.say(wordFormatted.With(d.Path)))
		}
	}
	if c.Check && len(changed) > 0 {
		return errNo
	}
	return nil
}
