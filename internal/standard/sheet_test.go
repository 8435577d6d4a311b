package standard_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/japanese"
	"pgregory.net/rapid"

	"kijun/internal/guideline"
	"kijun/internal/lang"
	"kijun/internal/standard"
)

// everything uses each part of the format once, odd values included.
const everything = `---
# 冒頭の注記
id: w
title: {ja: "水道: 見本", en: Water}
tier: in-house
# 分野は一つ
sectors: [water]
operator: mihon
edition: "1.10"
guideline: shishin-3
effective: 2026-04-01
levels: {遵守: must, "1.2[a]#b{c}": should, "1": may}
cited_by:
# 省令から
- {document: ordinance, effect: {ja: 引用}}
- {document: b}
services: []
decisions:
# 監査
# 二行目
- {item: p1.3, decision: left-out, reason: {ja: "規模, 体制", en: small}, decided: 2026-02-10}
- {item: f2.1, decision: folded, into: p2.1}
---

前文。

- 箇条

# 章

## 1 目的 {#c1 covers="s1 p2.1:partly" level="遵守" degree="復旧 <= 24h; 速やかに" phase="prevent"}

=SUM(A1) のような本文。

    字下げ

### -見出し {#c2 level="1.2[a]#b{c}" withheld="\"攻撃\"を助けるため" source="https://example.jp/a?b=c#d"}

'引用符で始まる本文
`

func roundTrips() map[string]func(standard.Sheet) (standard.Sheet, error) {
	return map[string]func(standard.Sheet) (standard.Sheet, error){
		"xlsx": func(s standard.Sheet) (standard.Sheet, error) {
			var b bytes.Buffer
			if err := standard.WriteXLSX(&b, s, lang.EN); err != nil {
				return s, err
			}
			return standard.ReadXLSX("w.xlsx", b.Bytes())
		},
		"csv": func(s standard.Sheet) (standard.Sheet, error) {
			var b bytes.Buffer
			if err := standard.WriteCSV(&b, s); err != nil {
				return s, err
			}
			return standard.ReadCSV("w.csv", b.Bytes())
		},
		"csv saved by Excel in Japan": func(s standard.Sheet) (standard.Sheet, error) {
			var b bytes.Buffer
			if err := standard.WriteCSV(&b, s); err != nil {
				return s, err
			}
			sjis, err := japanese.ShiftJIS.NewEncoder().Bytes(bytes.TrimPrefix(b.Bytes(), []byte("\ufeff")))
			if err != nil {
				return s, err
			}
			return standard.ReadCSV("w.csv", bytes.ReplaceAll(sjis, []byte("\n"), []byte("\r\n")))
		},
	}
}

func TestSheetsLoseNothing(t *testing.T) {
	text := format(t, everything)
	if diff := cmp.Diff(everything, text); diff != "" {
		t.Fatalf("the sample is not canonical (-sample +canonical):\n%s", diff)
	}
	for name, trip := range roundTrips() {
		sheet, err := trip(standard.ToSheet(parse(t, text)))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		back, ps := sheet.Markdown()
		if ps != nil {
			t.Errorf("%s: %v", name, ps)
		}
		if diff := cmp.Diff(text, back); diff != "" {
			t.Errorf("%s (-before +after):\n%s", name, diff)
		}
	}
}

// Any text that Markdown can hold survives the way through Excel and CSV.
func TestSheetsKeepAnyText(t *testing.T) {
	line := rapid.StringMatching(`[a-zA-Z0-9 =+@'",;:#>*_\\|()\[\]~水道\t-]{0,12}`)
	rapid.Check(t, func(r *rapid.T) {
		text := doc("a", "recommended", "", "前文 "+line.Draw(r, "preamble"),
			`## 見出し {#c1 covers="s1"}`, strings.Join(rapid.SliceOfN(line, 0, 4).Draw(r, "body"), "\n"), `## 次 {#c2 covers="s2"}`)
		d, ps := standard.Parse("a.md", []byte(text), guideline.Builtin())
		if standard.HasErrors(ps) {
			r.Skip("not a standard")
		}
		before, err := standard.Format(d)
		if err != nil {
			r.Fatal(err)
		}
		for _, name := range []string{"xlsx", "csv"} {
			sheet, err := roundTrips()[name](standard.ToSheet(d))
			if err != nil {
				r.Fatal(err)
			}
			after, ps := sheet.Markdown()
			if ps != nil {
				r.Fatal(ps)
			}
			if after != before {
				r.Fatalf("%s:\n%s", name, cmp.Diff(before, after))
			}
		}
	})
}

func TestLongTextsContinueInRows(t *testing.T) {
	long := strings.Repeat("𠮷水道\n", 20_000) + "終"
	text := format(t, doc("a", "recommended", "", `## 見出し {#c1 covers="s1"}`, long))
	sheet, err := roundTrips()["xlsx"](standard.ToSheet(parse(t, text)))
	if err != nil {
		t.Fatal(err)
	}
	if back, ps := sheet.Markdown(); ps != nil || back != text {
		t.Errorf("a text of %d bytes came back as %d bytes, %v", len(text), len(back), ps)
	}
}

// TestExcelAsPeopleUseIt fills a workbook in the way a desk does: Japanese headings, columns moved, a
// date that Excel keeps as a day number.
func TestExcelAsPeopleUseIt(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	rows := map[string][][]any{
		"文書": {{"項目名", "値"}, {"id", "w"}, {"title.ja", "水道"}, {"tier", "industry"}, {"effective", 46113}, {"levels.必須", "must"}},
		"決定": {{"決定日", "指針の項目", "決定", "理由"}, {46113, "p1.3", "left-out", "小さい"}},
		"規定": {{"見出し", "規定ID", "対応する項目", "水準の語", "本文"}, {"目的", "c1", "s1", "必須", "一行目\n二行目"}, {"章"}},
	}
	for name, table := range rows {
		if _, err := f.NewSheet(name); err != nil {
			t.Fatal(err)
		}
		for i, row := range table {
			at, _ := excelize.CoordinatesToCellName(1, i+1)
			if err := f.SetSheetRow(name, at, &row); err != nil {
				t.Fatal(err)
			}
		}
	}
	path := filepath.Join(t.TempDir(), "w.xlsx")
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	d, ps, err := standard.ReadFile(path, guideline.Builtin())
	if err != nil || len(ps) > 0 {
		t.Fatal(err, ps)
	}
	want := `---
id: w
title: {ja: 水道}
tier: industry
effective: 2026-04-01
levels: {必須: must}
decisions:
- {item: p1.3, decision: left-out, reason: {ja: 小さい}, decided: 2026-04-01}
---

## 目的 {#c1 covers="s1" level="必須"}

一行目
二行目

## 章
`
	got, err := standard.Format(d)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestBrokenSheets(t *testing.T) {
	dir := t.TempDir()
	put := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	for path, want := range map[string]string{
		put("a.xlsx", "no workbook"):                       "cannot be read as an Excel workbook",
		put("b.csv", "part,farbe\nfront,x\n"):              `unknown column "farbe"`,
		put("c.csv", ""):                                   "cannot be read as CSV",
		put("d.txt", ""):                                   "the extension must be",
		put("e.csv", "part,heading,text\n\"front,x,y\n\n"): "cannot be read as CSV",
	} {
		_, _, err := standard.ReadFile(path, guideline.Builtin())
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", filepath.Base(path), err, want)
		}
	}
}

// TestRowsAreNamed: what is wrong in a workbook is named by its sheet and row.
func TestRowsAreNamed(t *testing.T) {
	tests := []struct {
		name  string
		spoil func(*standard.Sheet)
		want  string
	}{
		{"depth", func(s *standard.Sheet) { s.Body[3].Cells[0] = "9" }, "w.xlsx[clauses]:5 unknown-word"},
		{"item of a clause", func(s *standard.Sheet) { s.Body[2].Cells[3] = "p99" }, "w.xlsx[clauses]:4 unknown-item"},
		{"clause without id", func(s *standard.Sheet) { s.Body[2].Cells[2] = "" }, "w.xlsx[clauses]:4 clause-without-id"},
		{"item of a decision", func(s *standard.Sheet) { s.Decisions[1].Cells[0] = "p99" }, "w.xlsx[decisions]:3 unknown-item"},
		{"tier", func(s *standard.Sheet) { s.Front[4].Cells[1] = "inhouse" }, "w.xlsx[document]:6 unknown-word"},
	}
	for _, tt := range tests {
		s := standard.ToSheet(parse(t, everything))
		tt.spoil(&s)
		s, err := roundTrips()["xlsx"](s)
		if err != nil {
			t.Fatal(err)
		}
		_, ps := standard.FromSheet("w.xlsx", s, guideline.Builtin())
		if len(ps) == 0 {
			t.Errorf("%s: no problem found", tt.name)
			continue
		}
		if got := fmt.Sprintf("%s:%d %s", ps[0].Path, ps[0].Line, ps[0].Rule.ID); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(everything))
	f.Add([]byte(untidy))
	f.Add([]byte("---\nid: a\n---\n## {#"))
	f.Fuzz(func(t *testing.T, data []byte) {
		d, ps := standard.Parse("a.md", data, guideline.Builtin())
		if d == nil || standard.HasErrors(ps) {
			return
		}
		once, err := standard.Format(d)
		if err != nil {
			t.Fatal(err)
		}
		again, ps := standard.Parse("a.md", []byte(once), guideline.Builtin())
		if standard.HasErrors(ps) {
			t.Fatalf("what was formatted has errors: %v\n%s", ps, once)
		}
		twice, err := standard.Format(again)
		if err != nil || twice != once {
			t.Fatalf("formatting is not idempotent: %v\n%s", err, cmp.Diff(once, twice))
		}
		if a, b := len(d.Clauses()), len(again.Clauses()); a != b {
			t.Fatalf("%d clauses became %d", a, b)
		}
	})
}

func FuzzReadCSV(f *testing.F) {
	f.Add([]byte("part,heading,text\nfront,id,w\nfront,decisions[1].item,p1.1\nfront,decisions[9]#,x\ntext,目的,本文\n"))
	f.Add([]byte("part,heading,text\nfront,levels[2].a.b[],\nfront,levels{},\nfront,a#,x\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		s, err := standard.ReadCSV("a.csv", data)
		if err != nil {
			return
		}
		standard.FromSheet("a.csv", s, guideline.Builtin())
	})
}
