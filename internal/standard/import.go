package standard

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path"
	"strings"

	"kijun/internal/access"
	"kijun/internal/db"
	"kijun/internal/fault"
	"kijun/internal/lang"
)

// Change is what importing a file does.
type Change string

// The changes.
const (
	Added     Change = "added"     // a document, edition or allocation that was not there
	Revised   Change = "revised"   // a new revision of one that was there
	Unchanged Change = "unchanged" // it was there already, byte for byte
	Ignored   Change = "ignored"   // neither a standard nor an allocation
	LeftOver  Change = "left-over" // in-house rules of somebody else among the files
	Refused   Change = "refused"   // its problems keep the import from being done
)

// ImportedFile is what became, or will become, of one file.
type ImportedFile struct {
	Name     string
	Change   Change
	Record   string // id of the record; "" before it is added, and of an allocation
	Document string
	Title    lang.Text
	Tier     Tier
	Edition  string
	Clauses  int
	Sector   string // of an allocation
	Items    int    // of an allocation
}

// Imported is what an import did, or will do.
type Imported struct {
	Files    []ImportedFile
	Problems []Problem // of all files, warnings included
}

// Refused reports whether any file keeps the import from being done.
func (i Imported) Refused() bool {
	for _, f := range i.Files {
		if f.Change == Refused {
			return true
		}
	}
	return false
}

var (
	wordRefused     = lang.Text{JA: "取り込めないファイルがあります。何も取り込んでいません", EN: "some files cannot be imported, so nothing was"}
	wordNothingSent = lang.Text{JA: "取り込めるファイルがありません。使えるのは .md、.xlsx、.csv、allocation.yaml、.zip です", EN: "there is nothing to import; .md, .xlsx, .csv, allocation.yaml and .zip are understood"}
)

// Preview says what importing the files would do, with every problem of every file, and changes nothing.
func (s *Service) Preview(ctx context.Context, a access.Actor, files []Upload) (Imported, error) {
	p, err := s.plan(ctx, a, files)
	return p.imported(), err
}

// Import stores the standards and allocations of the files in one act, or none of them: where a file cannot
// be taken the error is fault.Invalid, and Imported says why of each.
func (s *Service) Import(ctx context.Context, a access.Actor, files []Upload) (Imported, error) {
	p, err := s.plan(ctx, a, files)
	if err != nil {
		return Imported{}, err
	}
	out := p.imported()
	if out.Refused() {
		return out, fault.New(fault.Invalid, wordRefused)
	}
	if !p.changes() {
		return out, nil
	}
	s.prepare(p)
	o := access.Object{Type: "standard", ID: "import", Org: a.Org.ID, Details: p.details()}
	err = s.access.Do(ctx, a, access.StandardEdit, &o, func(tx *db.Tx) error { return s.store(ctx, tx, a, p) })
	if err != nil {
		return Imported{}, err
	}
	return p.imported(), nil
}

// planned is one file and what is to become of it.
type planned struct {
	ImportedFile
	document   *Document
	record     Record // as it will be
	was        string // hash of the text that it revises
	source     []byte
	allocation *Allocation
	kept       *keptAllocation // the allocation that it revises; nil: none
	newID      string
}

// plan is an import before it is done.
type plan struct {
	files    []*planned
	problems problems
}

func (p *plan) imported() Imported {
	if p == nil {
		return Imported{}
	}
	out := Imported{Problems: p.problems.sorted()}
	for _, f := range p.files {
		out.Files = append(out.Files, f.ImportedFile)
	}
	return out
}

func (p *plan) changes() bool {
	for _, f := range p.files {
		if f.Change == Added || f.Change == Revised {
			return true
		}
	}
	return false
}

// details names what the trail should know: how many files, and the first of them.
func (p *plan) details() map[string]string {
	const most = 40
	var names []string
	n := 0
	for _, f := range p.files {
		if f.Change != Added && f.Change != Revised {
			continue
		}
		n++
		name := f.Document + "@" + f.Edition
		if f.allocation != nil {
			name = "allocation/" + f.Sector
		}
		if n <= most {
			names = append(names, name)
		}
	}
	return map[string]string{"files": fmt.Sprint(n), "documents": strings.Join(names, " ")}
}

// plan reads the files and decides of each what is to become of it.
func (s *Service) plan(ctx context.Context, a access.Actor, files []Upload) (*plan, error) {
	if err := s.access.Check(ctx, a, access.StandardEdit, access.Object{Type: "standard", ID: "import", Org: a.Org.ID}); err != nil {
		return nil, err
	}
	alone := len(files) == 1 && strings.ToLower(path.Ext(files[0].Name)) != ".zip"
	files, err := Unpack(files)
	if err != nil {
		return nil, err
	}
	p := &plan{}
	for _, f := range files {
		p.files = append(p.files, s.read(f, alone, &p.problems))
	}
	if err := s.judgeFiles(ctx, a, p); err != nil {
		return nil, err
	}
	for _, f := range p.files {
		if f.Change != Ignored {
			return p, nil
		}
	}
	return nil, fault.New(fault.Invalid, wordNothingSent)
}

// read takes one file apart. What is no standard counts as one when it was sent alone.
func (s *Service) read(f Upload, alone bool, ps *problems) *planned {
	out := &planned{ImportedFile: ImportedFile{Name: f.Name, Change: Ignored}}
	ext := strings.ToLower(path.Ext(f.Name))
	top := Place{Path: f.Name, Line: 1, Column: 1}
	var found []Problem
	switch {
	case len(f.Data) > MaxSize && (wanted(f.Name) || alone):
		found = problemsOf(ruleTooLarge, top, len(f.Data), MaxSize)
	case path.Base(f.Name) == AllocationFile:
		out.allocation, found = ParseAllocation(f.Name, f.Data, s.catalogue)
	case ext == ".xlsx" || ext == ".csv":
		out.document, out.source, found = s.readSheet(f, ext)
	case alone || ext == ".md" && wanted(f.Name) && (isStandard(f.Data) || invalidUTF8(f.Data) >= 0):
		out.source = f.Data
		out.document, found = Parse(f.Name, f.Data, s.catalogue)
	default:
		return out
	}
	out.Change = Added
	if HasErrors(found) {
		out.Change = Refused
	}
	*ps = append(*ps, found...)
	out.describe()
	return out
}

func problemsOf(rule *Rule, at Place, args ...any) []Problem {
	var ps problems
	ps.add(rule, at, args...)
	return ps
}

// readSheet reads Excel or CSV; what is kept is the Markdown that it comes to.
func (s *Service) readSheet(f Upload, ext string) (d *Document, source []byte, ps []Problem) {
	read := ReadXLSX
	if ext == ".csv" {
		read = ReadCSV
	}
	sheet, err := read(f.Name, f.Data)
	if err != nil {
		return nil, nil, problemsOf(ruleUnreadable, Place{Path: f.Name, Line: 1, Column: 1}, fault.Of(err).Text)
	}
	if d, ps = FromSheet(f.Name, sheet, s.catalogue); d == nil || HasErrors(ps) {
		return d, nil, ps
	}
	text, ps2 := sheet.Markdown()
	return d, []byte(text), append(ps, ps2...)
}

func (f *planned) describe() {
	if d := f.document; d != nil {
		f.Document, f.Title, f.Tier, f.Edition, f.Clauses = d.ID, d.Title, d.Tier, d.Edition, len(d.Clauses())
	}
	if a := f.allocation; a != nil {
		f.Sector, f.Items = a.Sector, len(a.Items)
	}
}

// hashOf is the SHA-256 of a source, in hexadecimal.
func hashOf(source []byte) string {
	sum := sha256.Sum256(source)
	return hex.EncodeToString(sum[:])
}
