package standard

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"kijun/internal/guideline"
	"kijun/internal/lang"
)

// Body is a body of safety standards: the documents and allocations of some files and folders, and
// everything that is wrong in them. Documents and allocations are in the order of their paths.
type Body struct {
	Documents   []*Document
	Allocations []*Allocation
	Problems    []Problem

	clauses map[Ref]*Clause
}

// Clause returns the clause that a reference names, or nil.
func (b *Body) Clause(r Ref) *Clause { return b.clauses[r] }

// Read reads the standards under paths, files and folders alike. What is wrong with them is in
// Body.Problems, a path that does not exist included; reading itself never fails.
func Read(paths []string, c *guideline.Catalogue) *Body {
	var ps problems
	files := list(paths, &ps)
	read := make([]readFile, len(files))
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, f := range files {
		group.Go(func() error {
			read[i] = f.read(c)
			return nil
		})
	}
	_ = group.Wait() // a file that cannot be read is a problem, not an error
	b := &Body{Problems: ps}
	for _, f := range read {
		b.add(f)
	}
	return b.link()
}

// file is one file to read; named says that a person named it, so that it has to be a standard.
type file struct {
	path  string
	named bool
}

// readFile is what one file held.
type readFile struct {
	document   *Document
	allocation *Allocation
	problems   []Problem
}

func (b *Body) add(f readFile) {
	b.Problems = append(b.Problems, f.problems...)
	if f.document != nil {
		b.Documents = append(b.Documents, f.document)
	}
	if f.allocation != nil {
		b.Allocations = append(b.Allocations, f.allocation)
	}
}

// list returns the files under paths, each once, in the order of their paths.
func list(paths []string, ps *problems) []file {
	var files []file
	for _, root := range paths {
		err := filepath.WalkDir(filepath.Clean(root), func(path string, d fs.DirEntry, err error) error {
			switch {
			case err != nil:
				ps.unreadable(path, err)
				return nil
			case d.IsDir() && strings.HasPrefix(d.Name(), ".") && len(d.Name()) > 2:
				return fs.SkipDir
			case !d.IsDir() && (path == filepath.Clean(root) || worthReading(path)):
				files = append(files, file{path, path == filepath.Clean(root)})
			}
			return nil
		})
		if err != nil {
			ps.unreadable(root, err)
		}
	}
	slices.SortFunc(files, func(a, b file) int { return cmp.Compare(a.path, b.path) })
	return slices.CompactFunc(files, func(a, b file) bool { return a.path == b.path })
}

func worthReading(path string) bool {
	return filepath.Ext(path) == ".md" || filepath.Base(path) == AllocationFile
}

func (f file) read(c *guideline.Catalogue) (r readFile) {
	name := filepath.ToSlash(f.path)
	data, ps := readBytes(f.path, name)
	switch {
	case ps != nil:
		r.problems = ps
	case filepath.Base(f.path) == AllocationFile:
		r.allocation, r.problems = ParseAllocation(name, data, c)
	case f.named || isStandard(data) || invalidUTF8(data) >= 0:
		r.document, r.problems = Parse(name, data, c)
	}
	return r
}

// readBytes reads a file that is not too large.
func readBytes(path, name string) (data []byte, ps problems) {
	info, err := os.Stat(path)
	if err == nil && info.Size() > MaxSize {
		ps.add(ruleTooLarge, Place{Path: name, Line: 1, Column: 1}, info.Size(), MaxSize)
		return nil, ps
	}
	if err == nil {
		data, err = os.ReadFile(path)
	}
	if err != nil {
		ps.unreadable(name, err)
	}
	return data, ps
}

func (ps *problems) unreadable(path string, err error) {
	why := lang.Text{JA: "読み取りに失敗しました", EN: "reading failed"}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		why = lang.Text{JA: "ファイルもフォルダーもありません", EN: "no such file or folder"}
	case errors.Is(err, fs.ErrPermission):
		why = lang.Text{JA: "読み取りの権限がありません", EN: "no permission to read it"}
	}
	ps.add(ruleUnreadable, Place{Path: filepath.ToSlash(path), Line: 1, Column: 1}, why)
}
