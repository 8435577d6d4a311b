package standardapi

import (
	"context"

	"kijun/internal/access"
	"kijun/internal/api/rest"
	"kijun/internal/fault"
	"kijun/internal/lang"
	"kijun/internal/standard"
)

type importing struct {
	Body Files
}

// Files are what is to be imported.
type Files struct {
	Files   []File `json:"files" minItems:"1" maxItems:"500"`
	Preview bool   `json:"preview,omitempty" doc:"Say what importing would do, and do nothing"`
}

// File is a standard as Markdown, Excel or CSV, an allocation.yaml, or a .zip of such.
type File struct {
	Name   string `json:"name" minLength:"1" maxLength:"500" doc:"With its folders; the extension says what it is"`
	Text   string `json:"text,omitempty" doc:"The file, where it is text"`
	Base64 []byte `json:"base64,omitempty" doc:"The file, else"`
}

// Imported is what an import did, or will do.
type Imported struct {
	Done     bool               `json:"done" doc:"Whether it was done; false for a preview"`
	Refused  bool               `json:"refused" doc:"Of a preview: some file keeps the import from being done"`
	Files    []ImportedFile     `json:"files"`
	Problems []rest.FileProblem `json:"problems" doc:"Of all files, warnings included"`
}

// ImportedFile is what became, or will become, of one file.
type ImportedFile struct {
	Name     string    `json:"name"`
	Change   Change    `json:"change"`
	ID       string    `json:"id,omitempty" doc:"Of the standard; missing in a preview of a new one, and for an allocation"`
	Document string    `json:"document,omitempty"`
	Title    lang.Text `json:"title"`
	Tier     Tier      `json:"tier,omitempty"`
	Edition  string    `json:"edition,omitempty"`
	Clauses  int       `json:"clause_count"`
	Sector   string    `json:"sector,omitempty" doc:"Of an allocation"`
	Items    int       `json:"item_count" doc:"Of an allocation"`
}

var wordTextOrBytes = lang.Text{JA: "text か base64 の、どちらか一つを入れてください", EN: "give either text or base64"}

// imported imports, or previews. A refusal is a problem that has what is wrong with the files.
func (o Operations) imported(ctx context.Context, a access.Actor, in *importing) (*rest.Body[Imported], error) {
	uploads := make([]standard.Upload, len(in.Body.Files))
	for i, f := range in.Body.Files {
		if (f.Text != "") == (len(f.Base64) > 0) {
			return nil, fault.InFields([]fault.Field{{Name: "files", Text: wordTextOrBytes}})
		}
		uploads[i] = standard.Upload{Name: f.Name, Data: f.Base64}
		if f.Text != "" {
			uploads[i].Data = []byte(f.Text)
		}
	}
	act := o.Standards.Import
	if in.Body.Preview {
		act = o.Standards.Preview
	}
	done, err := act(ctx, a, uploads)
	if err != nil {
		return nil, rest.WithProblems(err, rest.Each(done.Problems, newProblem))
	}
	return rest.Answer(Imported{Done: !in.Body.Preview, Refused: done.Refused(), Files: rest.Each(done.Files, newImportedFile),
		Problems: rest.Each(done.Problems, newProblem)}, nil)
}

func newImportedFile(f standard.ImportedFile) ImportedFile {
	return ImportedFile{f.Name, Change(f.Change), f.Record, f.Document, f.Title, Tier(f.Tier), f.Edition, f.Clauses, f.Sector, f.Items}
}

func newProblem(p standard.Problem) rest.FileProblem {
	return rest.FileProblem{Path: p.Path, Line: p.Line, Column: p.Column, Rule: p.Rule.ID, Severity: string(p.Severity()), Message: p.Message}
}
