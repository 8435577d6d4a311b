package standard_test

import (
	"archive/zip"
	"bytes"
	"context"
	"strings"
	"testing"

	"kijun/internal/access"
	"kijun/internal/db"
	"kijun/internal/fault"
	"kijun/internal/guideline"
	"kijun/internal/lang"
	"kijun/internal/standard"
)

func count(t testing.TB, d *db.DB, query string) int {
	t.Helper()
	var n int
	if err := d.QueryRow(context.Background(), query, nil, &n); err != nil {
		t.Fatal(err)
	}
	return n
}

func TestAnImportIsAllOrNothingAndOneAct(t *testing.T) {
	testNation(t, func(t *testing.T, n *nation) {
		mlit := as(t, "mlit", access.Manager)
		acts := count(t, n.db, `SELECT COUNT(*) FROM trail_pending`)
		files := append(water(t, "allocation.yaml", "water-guideline.md", "water-ordinance.md"), standard.Upload{Name: "README.md", Data: []byte("# about\n")})
		broken := append(files, standard.Upload{Name: "broken.md", Data: []byte("---\nid: x\ntier: strange\n---\n## a {#b covers=\"p9.9\"}\n")})
		done, err := n.Import(t.Context(), mlit, broken)
		if !fault.Is(err, fault.Invalid) || !done.Refused() {
			t.Fatalf("%v %+v", err, done.Files)
		}
		var said []string
		for _, p := range done.Problems {
			if p.Path == "broken.md" {
				said = append(said, p.Rule.ID)
			}
		}
		if got := strings.Join(said, " "); got != "missing-key unknown-word unknown-item" {
			t.Errorf("said: %s", got)
		}
		if n := count(t, n.db, `SELECT COUNT(*) FROM standard_record`) + count(t, n.db, `SELECT COUNT(*) FROM standard_allocation`); n != 0 {
			t.Errorf("%d rows of an import that was refused", n)
		}
		if _, err = n.Import(t.Context(), mlit, files); err != nil {
			t.Fatal(err)
		}
		if got := count(t, n.db, `SELECT COUNT(*) FROM trail_pending`) - acts; got != 1 {
			t.Errorf("%d entries of the trail, want one", got)
		}
	})
}

func TestImportingAgain(t *testing.T) {
	testNation(t, func(t *testing.T, n *nation) {
		mlit := as(t, "mlit", access.Officer)
		file := water(t, "water-guideline.md")
		id := n.imports(t, mlit, file...)[0]
		same, err := n.Import(t.Context(), mlit, file)
		if err != nil || same.Files[0].Change != standard.Unchanged || same.Files[0].Record != id {
			t.Errorf("%v %+v", err, same.Files)
		}
		file[0].Data = append(bytes.Clone(file[0].Data), "\n追記\n"...)
		again, err := n.Import(t.Context(), mlit, file)
		if err != nil || again.Files[0].Change != standard.Revised || again.Files[0].Record != id {
			t.Errorf("%v %+v", err, again.Files)
		}
		for revision, size := range []int{0, len(file[0].Data) - len("\n追記\n"), len(file[0].Data)} {
			if revision == 0 {
				continue
			}
			if source, err := n.Source(t.Context(), mlit, id, revision); err != nil || len(source) != size {
				t.Errorf("revision %d has %d bytes, want %d: %v", revision, len(source), size, err)
			}
		}
		n.brings(t, mlit, id, standard.InConsultation, standard.Decided)
		file[0].Data = append(file[0].Data, "さらに\n"...)
		refused, err := n.Import(t.Context(), mlit, file)
		if !fault.Is(err, fault.Invalid) || len(refused.Problems) == 0 || refused.Problems[0].Rule.ID != "decided-already" {
			t.Errorf("%v %+v", err, refused.Problems)
		}
	})
}

// TestAMinistryImportsAWholeBody: the in-house rules among the files are left to their operator, and it is said.
func TestAMinistryImportsAWholeBody(t *testing.T) {
	testNation(t, func(t *testing.T, n *nation) {
		files := water(t, "water-ordinance.md", "water-guideline.md", "water-association.md", "mihon-water-rules.md", "allocation.yaml")
		done, err := n.Import(t.Context(), as(t, "mlit", access.Officer), files)
		if err != nil {
			t.Fatal(err, done.Problems)
		}
		for _, f := range done.Files {
			want := standard.Added
			if f.Name == "mihon-water-rules.md" {
				want = standard.LeftOver
			}
			if f.Change != want {
				t.Errorf("%s is %s, want %s", f.Name, f.Change, want)
			}
		}
		if len(done.Problems) != 1 || done.Problems[0].Rule.ID != "left-over" {
			t.Errorf("%+v", done.Problems)
		}
	})
}

// TestWhoMayImportWhat: in-house rules by their operator alone, the upper tiers by those who answer for them.
func TestWhoMayImportWhat(t *testing.T) {
	testNation(t, func(t *testing.T, n *nation) {
		tests := []struct{ org, file, rule string }{
			{"mlit", "mihon-water-rules.md", "foreign-rules"},
			{"other-water", "mihon-water-rules.md", "foreign-rules"},
			{"mihon-water", "water-guideline.md", "may-not-enact"},
			{"mihon-water-association", "water-ordinance.md", "may-not-enact"},
			{"meti", "water-ordinance.md", "may-not-enact"},
			{"mihon-water", "water-association.md", "may-not-issue"},
			{"mihon-water-association", "allocation.yaml", "may-not-allocate"},
			{"mihon-water-association", "water-association.md", ""},
			{"mihon-water", "mihon-water-rules.md", ""},
			{"mlit", "allocation.yaml", ""},
		}
		for _, tt := range tests {
			done, err := n.Import(t.Context(), as(t, tt.org, access.Officer), water(t, tt.file))
			if tt.rule == "" {
				if err != nil {
					t.Errorf("%s, %s: %v", tt.org, tt.file, err)
				}
				continue
			}
			found := false
			for _, p := range done.Problems {
				found = found || p.Rule.ID == tt.rule && p.Line > 0
			}
			if !fault.Is(err, fault.Invalid) || !found {
				t.Errorf("%s, %s: %v %+v", tt.org, tt.file, err, done.Problems)
			}
		}
		if _, err := n.Import(t.Context(), as(t, "mlit", access.Viewer), water(t, "water-guideline.md")); err == nil {
			t.Error("a viewer imports")
		}
	})
}

// TestADocumentBelongsToWhoRegisteredItFirst: nobody else brings in another edition of it.
func TestADocumentBelongsToWhoRegisteredItFirst(t *testing.T) {
	testNation(t, func(t *testing.T, n *nation) {
		n.imports(t, as(t, "mihon-water-association", access.Officer), water(t, "water-association.md")...)
		other := water(t, "water-association.md")
		other[0].Data = bytes.Replace(other[0].Data, []byte("edition: "), []byte("edition: 9"), 1)
		done, err := n.Import(t.Context(), as(t, "mlit", access.Officer), other)
		if !fault.Is(err, fault.Invalid) || len(done.Problems) == 0 {
			t.Errorf("%v %+v", err, done)
		}
	})
}

func zipped(t testing.TB, files ...standard.Upload) standard.Upload {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, f := range files {
		out, err := w.Create("water/" + f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := out.Write(f.Data); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return standard.Upload{Name: "water.zip", Data: b.Bytes()}
}

func TestZipAndExcelComeToTheSame(t *testing.T) {
	testNation(t, func(t *testing.T, n *nation) {
		mlit := as(t, "mlit", access.Officer)
		ids := n.imports(t, mlit, zipped(t, append(water(t, "water-ordinance.md", "allocation.yaml"), standard.Upload{Name: "photo.png"})...))
		record, _, err := n.Get(t.Context(), mlit, ids[1])
		if err != nil {
			t.Fatal(err)
		}
		book, err := n.Export(t.Context(), mlit, record.ID, "xlsx", lang.JA)
		if err != nil {
			t.Fatal(err)
		}
		d, ps := standard.Parse("x", water(t, "water-ordinance.md")[0].Data, guideline.Builtin())
		canonical, err := standard.Format(d)
		if err != nil {
			t.Fatal(err, ps)
		}
		done, err := n.Import(t.Context(), mlit, []standard.Upload{{Name: book.Name, Data: book.Data}})
		if err != nil {
			t.Fatal(err, done.Problems)
		}
		text, err := n.Export(t.Context(), mlit, record.ID, "md", lang.JA)
		if err != nil || string(text.Data) != canonical {
			t.Errorf("the way through Excel changes the text: %v", err)
		}
	})
}

func TestZipBombsAreRefused(t *testing.T) {
	big := bytes.Repeat([]byte("0"), standard.MaxUploadBytes/4)
	var files []standard.Upload
	for _, name := range []string{"a.md", "b.md", "c.md", "d.md", "e.md"} {
		files = append(files, standard.Upload{Name: name, Data: big})
	}
	bomb := zipped(t, files...)
	if len(bomb.Data) > 1_000_000 {
		t.Fatalf("%d bytes", len(bomb.Data))
	}
	if _, err := standard.Unpack([]standard.Upload{bomb}); !fault.Is(err, fault.TooLarge) {
		t.Error(err)
	}
	var many []standard.Upload
	for range standard.MaxUploads + 1 {
		many = append(many, standard.Upload{Name: "a.md"})
	}
	if _, err := standard.Unpack([]standard.Upload{zipped(t, many...)}); !fault.Is(err, fault.TooLarge) {
		t.Error(err)
	}
	if _, err := standard.Unpack([]standard.Upload{{Name: "x.zip", Data: []byte("PK no")}}); !fault.Is(err, fault.Invalid) {
		t.Error(err)
	}
}

func TestMarkdownIsKeptByteForByte(t *testing.T) {
	testNation(t, func(t *testing.T, n *nation) {
		mlit := as(t, "mlit", access.Officer)
		odd := []byte("\ufeff---\r\nid:   odd\r\n# why\r\ntitle: 見本\r\ntier: recommended\r\nsectors: [water]\r\n---\r\n\r\n\r\n## 一 {#a   covers=\"s1\"}   \r\n\r\n本文  \r\n")
		id := n.imports(t, mlit, standard.Upload{Name: "odd.md", Data: odd})[0]
		out, err := n.Export(t.Context(), mlit, id, "md", lang.EN)
		if err != nil || !bytes.Equal(out.Data, odd) {
			t.Errorf("%v %q", err, out.Data)
		}
	})
}
