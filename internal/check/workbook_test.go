package check_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"kijun/internal/check"
	"kijun/internal/db"
	"kijun/internal/db/dbtest"
	"kijun/internal/fault"
	"kijun/internal/guideline"
	"kijun/internal/lang"
)

func (w *world) export(id string, l lang.Lang) []byte {
	w.Helper()
	var b bytes.Buffer
	w.must(w.s.Export(w.Context(), w.officer, id, l, &b))
	return b.Bytes()
}

// sheet is a workbook in the hands of somebody who fills it in.
type sheet struct {
	*excelize.File
	*world
	name string
	keys map[string]int
}

func (w *world) open(workbook []byte) *sheet {
	w.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(workbook))
	w.must(err)
	s := &sheet{File: f, world: w, name: f.GetSheetName(0), keys: map[string]int{}}
	rows, err := f.GetRows(s.name)
	w.must(err)
	for i, key := range rows[0] {
		s.keys[key] = i + 1
	}
	return s
}

func (s *sheet) at(ref, key string) string {
	rows, err := s.GetRows(s.name)
	s.must(err)
	for i, row := range rows {
		if row[0] == ref {
			cell, err := excelize.CoordinatesToCellName(s.keys[key], i+1)
			s.must(err)
			return cell
		}
	}
	s.Fatalf("no row %s", ref)
	return ""
}

func (s *sheet) fill(ref, key, value string) *sheet {
	s.must(s.SetCellStr(s.name, s.at(ref, key), value))
	return s
}

func (s *sheet) bytes() []byte {
	b, err := s.WriteToBuffer()
	s.must(err)
	return b.Bytes()
}

// takeIn previews a workbook and takes it in.
func (w *world) takeIn(id string, workbook []byte) (preview, done check.Import, err error) {
	w.Helper()
	preview, err = w.s.Preview(w.Context(), w.officer, id, bytes.NewReader(workbook))
	w.must(err)
	done, err = w.s.Import(w.Context(), w.officer, id, preview.File)
	return preview, done, err
}

func TestAWorkbookComesBack(t *testing.T) {
	run(t, func(w *world) {
		id := w.small()
		w.answer(id, "law#b", func(a *check.Answer) { a.Note = "=HYPERLINK(\"http://x\")" })
		book := w.open(w.export(id, lang.JA)).
			fill("law#a", "in-place", "はい").fill("law#a", "in-operation", "Partly").fill("law#a", "effective", "no").fill("law#a", "work", "作業中").
			fill("law#a", "severity", "high").fill("law#a", "note", "二行\nのメモ").
			fill("own#r1", "not-applicable", "はい").fill("own#r1", "reason", "設備がない").bytes()
		preview, done, err := w.takeIn(id, book)
		w.must(err)
		if len(preview.Problems) != 0 || len(preview.Changes) != 2 || preview.Untouched != 4 || !preview.Made.Equal(w.now) || len(done.Changes) != 2 {
			t.Errorf("preview %+v", preview)
		}
		want := check.Answer{InPlace: check.Yes, InOperation: check.Partly, Effective: check.No, Work: check.UnderWay, Severity: check.High, Note: "二行\nのメモ"}
		if diff := cmp.Diff(want, w.entry(id, "law#a").Answer); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
		if got := w.counts(id); got.NotApplicable != 1 || got.Gaps != 1 || got.Answered != 2 {
			t.Errorf("counts are %+v", got)
		}
		if e := w.entry(id, "law#b"); e.Note != "=HYPERLINK(\"http://x\")" || e.Version != 2 {
			t.Errorf("what nobody touched is %+v", e)
		}
		if diff := cmp.Diff(w.recounted(id)[""], w.counts(id)); diff != "" {
			t.Errorf("(-recounted +kept):\n%s", diff)
		}
	})
}

// TestRowsAreKnownByTheirIDs sorts, drops and moves what a person may: rows and columns.
func TestRowsAreKnownByTheirIDs(t *testing.T) {
	run(t, func(w *world) {
		id := w.small()
		s := w.open(w.export(id, lang.EN)).fill("own#r3", "in-place", "yes").fill("law#a", "in-place", "no")
		w.must(s.UnprotectSheet(s.name))
		w.must(s.RemoveRow(s.name, 3))             // the first entry
		w.must(s.InsertRows(s.name, 4, 2))         // two empty rows
		w.must(s.InsertCols(s.name, "C", 1))       // a column of one's own
		w.must(s.SetCellStr(s.name, "C3", "mine")) // beside an entry
		w.must(s.DuplicateRowTo(s.name, 3, 20))    // moved to the end
		w.must(s.RemoveRow(s.name, 3))
		preview, _, err := w.takeIn(id, s.bytes())
		w.must(err)
		if len(preview.Problems) > 0 || len(preview.Changes) != 2 {
			t.Errorf("%+v", preview)
		}
		if a, b := w.entry(id, "own#r3").InPlace, w.entry(id, "law#a").InPlace; a != check.Yes || b != check.No {
			t.Errorf("own#r3 %s, law#a %s", a, b)
		}
	})
}

func TestEveryProblemInAWorkbook(t *testing.T) {
	run(t, func(w *world) {
		id := w.small()
		s := w.open(w.export(id, lang.JA))
		w.answer(id, "law#b", allYes)
		s.fill("law#a", "in-place", "たぶん").fill("law#a", "severity", "").fill("law#b", "in-place", "いいえ").
			fill("own#r1", "not-applicable", "はい").fill("own#r2", "in-place", "はい").
			fill("own#r3", "note", strings.Repeat("長", 8_001)).fill("law#x", "not-applicable", "一部")
		rows, err := s.GetRows(s.name)
		w.must(err)
		end := len(rows)
		for i, id := range []string{"own#r2", "own#r99", ""} {
			line := end + 1 + i
			w.must(s.SetCellStr(s.name, fmt.Sprintf("A%d", line), id))
			w.must(s.SetCellStr(s.name, fmt.Sprintf("J%d", line), "はい"))
		}
		before := w.counts(id)
		preview, _, err := w.takeIn(id, s.bytes())
		w.want(fault.Invalid, err)
		var got []string
		for _, p := range preview.Problems {
			if p.Text.JA == "" || p.Text.EN == "" {
				t.Errorf("%s says nothing", p.Cell)
			}
			got = append(got, p.Cell)
		}
		want := []string{s.at("law#a", "in-place"), s.at("law#a", "severity"), s.at("law#b", "in-place"), s.at("own#r1", "reason"), s.at("law#x", "not-applicable"),
			s.at("own#r3", "note"), fmt.Sprintf("A%d", end+1), fmt.Sprintf("A%d", end+2), fmt.Sprintf("A%d", end+3)}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
		if after := w.counts(id); after != before {
			t.Errorf("half of it was taken in: %+v, before %+v", after, before)
		}
		if text := preview.Problems[2].Text.JA; !strings.Contains(text, w.staff.Person.Name) {
			t.Errorf("who changed the row meanwhile is not said: %s", text)
		}
	})
}

func TestCarriedAnswersAreConfirmedInAWorkbook(t *testing.T) {
	run(t, func(w *world) {
		w.standards(doc("law", "mandatory", law))
		w.answer(w.start(2025, false), "law#a", allYes)
		id := w.start(2026, true)
		preview, _, err := w.takeIn(id, w.open(w.export(id, lang.JA)).fill("law#a", "confirm", "はい").fill("law#b", "confirm", "はい").bytes())
		w.must(err)
		if len(preview.Changes) != 1 || !preview.Changes[0].Confirms || w.counts(id).Carried != 0 {
			t.Errorf("%+v", preview)
		}
	})
}

func TestAWorkbookOfSomethingElse(t *testing.T) {
	run(t, func(w *world) {
		id := w.small()
		other, err := w.s.Start(t.Context(), w.officer, check.Start{Sector: "water", Year: 2025})
		w.must(err)
		bare := w.open(w.export(id, lang.JA))
		w.must(bare.DeleteSheet("_kijun"))
		newer := w.open(w.export(id, lang.JA))
		w.must(newer.SetCellStr("_kijun", "B1", "check-workbook/2"))
		headless := w.open(w.export(id, lang.JA))
		w.must(headless.RemoveRow(headless.name, 1))
		lost := w.open(w.export(id, lang.JA))
		w.must(lost.RemoveCol(lost.name, "J"))
		for name, book := range map[string][]byte{"no workbook": []byte("PK\x03\x04 nonsense"), "empty": nil, "another check": w.export(other, lang.JA),
			"no stamp": bare.bytes(), "newer": newer.bytes(), "no keys": headless.bytes(), "a column is gone": lost.bytes()} {
			if _, err := w.s.Preview(t.Context(), w.officer, id, bytes.NewReader(book)); !fault.Is(err, fault.Invalid) {
				t.Errorf("%s: %v", name, err)
			}
		}
		wide := w.open(w.export(id, lang.JA))
		w.must(wide.SetCellStr(wide.name, "XFD3", "x")) // as a row of 16,384 cells
		_, err = w.s.Preview(t.Context(), w.officer, id, bytes.NewReader(wide.bytes()))
		w.want(fault.TooLarge, err)
		_, err = w.s.Preview(t.Context(), w.staff, id, bytes.NewReader(nil))
		w.want(fault.Forbidden, err)
		_, err = w.s.Import(t.Context(), w.officer, id, "../../etc/passwd")
		w.want(fault.NotFound, err)
		_, err = w.s.Preview(t.Context(), w.other, id, bytes.NewReader(w.export(id, lang.JA)))
		w.want(fault.NotFound, err)
	})
}

// TestAnyTextSurvivesAWorkbook: what was typed comes back as it was, so that an untouched row is known as one.
func TestAnyTextSurvivesAWorkbook(t *testing.T) {
	w := newWorld(t, sqlite(t))
	id := w.small()
	rapid.Check(t, func(rt *rapid.T) {
		note := rapid.OneOf(rapid.String(), rapid.StringMatching(`[_x0-9A-F=+@ \n\t'"<&\x01-\x1f]{0,12}`)).Draw(rt, "note")
		e := w.entry(id, "law#a")
		e.Note = note
		if _, err := w.s.Answer(t.Context(), w.staff, id, e.Number, e.Answer, e.Version); err != nil {
			if !fault.Is(err, fault.Invalid) {
				rt.Fatal(err)
			}
			return
		}
		preview, err := w.s.Preview(t.Context(), w.officer, id, bytes.NewReader(w.export(id, lang.JA)))
		if err != nil || len(preview.Changes)+len(preview.Problems) > 0 {
			rt.Fatalf("%q came back as %+v, %v", w.entry(id, "law#a").Note, preview, err)
		}
	})
}

func TestCSVRunsNothing(t *testing.T) {
	run(t, func(w *world) {
		id := w.small()
		w.answer(id, "law#a", func(a *check.Answer) { a.Note = "=cmd|' /C calc'!A0" })
		w.answer(id, "law#b", func(a *check.Answer) { a.Note = "＝1+1" })
		var b bytes.Buffer
		w.must(w.s.ExportCSV(t.Context(), w.officer, id, lang.JA, &b))
		text, marked := strings.CutPrefix(b.String(), "\ufeff")
		rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
		if err != nil || !marked || len(rows) != 7 {
			t.Fatalf("%d rows, %v", len(rows), err)
		}
		found := 0
		for _, row := range rows {
			for _, cell := range row {
				if cell != "" && strings.ContainsRune("=+-@＝", []rune(cell)[0]) {
					t.Errorf("%q would run", cell)
				}
				if strings.Contains(cell, "calc") {
					found++
				}
			}
		}
		if found != 1 {
			t.Errorf("the note stands %d times", found)
		}
	})
}

// sqlite is one migrated SQLite database.
func sqlite(t testing.TB) *db.DB {
	d := dbtest.SQLite(t)
	if err := d.Migrate(t.Context(), db.Migrations()); err != nil {
		t.Fatal(err)
	}
	return d
}

// large is a world with one check of many entries.
func large(b *testing.B, entries int) (*world, string) {
	b.Helper()
	w := newWorld(b, sqlite(b))
	items := guideline.Builtin().Latest().Asked()
	var headings strings.Builder
	for i := range entries {
		fmt.Fprintf(&headings, "## 第%d条 制御系の遠隔保守に用いる回線の認証 {#c%d covers=\"%s\" level=\"遵守\" degree=\"復旧 <= %dh\"}\n\n%s\n\n", i, i, items[i%len(items)].ID, 1+i%72,
			strings.Repeat("遠隔保守に用いる回線は、利用者ごとに認証し、利用の記録を残す。", 6))
	}
	w.standards(doc("law", "mandatory", headings.String()))
	return w, w.start(2026, false)
}

func BenchmarkWorkbook(b *testing.B) {
	w, id := large(b, 1_800)
	b.ReportAllocs()
	for n := 0; b.Loop(); n++ {
		s := w.export(id, lang.JA)
		preview, err := w.s.Preview(b.Context(), w.officer, id, bytes.NewReader(s))
		if err != nil || preview.Untouched != 1_800 {
			b.Fatal(preview, err)
		}
	}
}

func BenchmarkStart(b *testing.B) {
	w, _ := large(b, 1_800)
	b.ResetTimer()
	for n := 0; b.Loop(); n++ {
		if _, err := w.s.Start(b.Context(), w.officer, check.Start{Sector: "water", Year: 2026, Title: fmt.Sprint(n)}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkAnswer(b *testing.B) {
	w, id := large(b, 1_800)
	e := w.entry(id, "law#c7")
	b.ResetTimer()
	for n := 0; b.Loop(); n++ {
		e.InPlace = check.Judgements[n%3]
		saved, err := w.s.Answer(b.Context(), w.staff, id, e.Number, e.Answer, e.Version)
		if err != nil {
			b.Fatal(err)
		}
		e = saved
	}
}
