package standard_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/sync/errgroup"
	"pgregory.net/rapid"

	"kijun/internal/access"
	"kijun/internal/db"
	"kijun/internal/db/dbtest"
	"kijun/internal/fault"
	"kijun/internal/guideline"
	"kijun/internal/lang"
	"kijun/internal/standard"
)

// draft is the guideline of the water sector as a draft of the ministry.
func (n *nation) draft(t testing.TB) (officer access.Actor, id string) {
	t.Helper()
	officer = as(t, "mlit", access.Officer)
	return officer, n.imports(t, officer, water(t, "water-guideline.md")...)[0]
}

func (n *nation) editor(t testing.TB, a access.Actor, id string) (standard.Record, *standard.Document) {
	t.Helper()
	r, d, err := n.Editor(t.Context(), a, id)
	if err != nil {
		t.Fatal(err)
	}
	return r, d
}

func TestEditingAClauseLeavesTheRestAsItIs(t *testing.T) {
	testNation(t, func(t *testing.T, n *nation) {
		officer, id := n.draft(t)
		_, before := n.editor(t, officer, id)
		at := before.SectionByID("c1-5")
		form := before.Form(at)
		form.Heading, form.Text = "1.5 役割", "新しい本文。\r\n\r\n- 一つ\r\n- 二つ"
		form.Attributes["degree"] = "復旧 <= 12h"
		saved, err := n.EditSection(t.Context(), officer, id, form)
		if err != nil {
			t.Fatal(err)
		}
		_, after := n.editor(t, officer, id)
		now := after.Form(at)
		if now.Version != saved.Version || now.Heading != "1.5 役割" || now.Text != "新しい本文。\n\n- 一つ\n- 二つ" || now.Attributes["degree"] != "復旧 <= 12h" {
			t.Errorf("%+v", now)
		}
		for i := range before.Sections {
			if i != at && before.Form(i).Version != after.Form(i).Version {
				t.Errorf("section %s changed, too", before.Sections[i].ID)
			}
		}
		if before.FrontOf().Version != after.FrontOf().Version {
			t.Error("the head changed, too")
		}
	})
}

func TestTwoWhoEditTheSameClause(t *testing.T) {
	testNation(t, func(t *testing.T, n *nation) {
		officer, id := n.draft(t)
		manager := as(t, "mlit", access.Manager)
		_, d := n.editor(t, officer, id)
		mine, theirs, elsewhere := d.Form(d.SectionByID("c1-5")), d.Form(d.SectionByID("c1-5")), d.Form(d.SectionByID("c1-2"))
		mine.Text, theirs.Text, elsewhere.Text = "私の本文", "相手の本文", "別の項の本文"
		if _, err := n.EditSection(t.Context(), manager, id, theirs); err != nil {
			t.Fatal(err)
		}
		if _, err := n.EditSection(t.Context(), officer, id, elsewhere); err != nil {
			t.Errorf("a change elsewhere is in the way: %v", err)
		}
		if _, err := n.EditSection(t.Context(), officer, id, mine); !fault.Is(err, fault.Conflict) {
			t.Errorf("the other's text is overwritten: %v", err)
		}
		_, d = n.editor(t, officer, id)
		if got := d.Sections[d.SectionByID("c1-5")].Text; got != "相手の本文" {
			t.Errorf("the clause reads %q", got)
		}
	})
}

// TestManyWhoEditAtOnce: nobody's section is lost, whoever comes between reading and writing.
func TestManyWhoEditAtOnce(t *testing.T) {
	testNation(t, func(t *testing.T, n *nation) {
		officer, id := n.draft(t)
		_, d := n.editor(t, officer, id)
		var group errgroup.Group
		const people = 5
		for i := range people {
			group.Go(func() error {
				form := d.Form(i)
				form.Text = fmt.Sprintf("%d人目の本文", i)
				for {
					_, err := n.EditSection(t.Context(), officer, id, form)
					if !fault.Is(err, fault.Unavailable) && !(fault.Is(err, fault.Conflict) && strings.Contains(err.Error(), "others are saving")) {
						return err
					}
				}
			})
		}
		if err := group.Wait(); err != nil {
			t.Fatal(err)
		}
		_, d = n.editor(t, officer, id)
		for i := range people {
			if want := fmt.Sprintf("%d人目の本文", i); d.Sections[i].Text != want {
				t.Errorf("section %d reads %q", i, d.Sections[i].Text)
			}
		}
	})
}

func TestWhatAFormGetsWrongIsSaidByTheField(t *testing.T) {
	d := dbtest.SQLite(t)
	if err := d.Migrate(t.Context(), db.Migrations()); err != nil {
		t.Fatal(err)
	}
	n := newNation(t, d)
	officer, id := n.draft(t)
	_, doc := n.editor(t, officer, id)
	tests := []struct {
		name, field string
		change      func(*standard.SectionForm)
	}{
		{"unknown item", "covers", func(f *standard.SectionForm) { f.Attributes["covers"] = "p9.9" }},
		{"unknown word", "level", func(f *standard.SectionForm) { f.Attributes["level"] = "絶対" }},
		{"unknown actor", "actor", func(f *standard.SectionForm) { f.Attributes["actor"] = "nobody" }},
		{"unknown phase", "phase", func(f *standard.SectionForm) { f.Attributes["phase"] = "worry" }},
		{"id in use", "id", func(f *standard.SectionForm) { f.ID = "c1-2" }},
		{"no id", "id", func(f *standard.SectionForm) { f.ID = "" }},
		{"bad id", "id", func(f *standard.SectionForm) { f.ID = "a b" }},
		{"depth", "depth", func(f *standard.SectionForm) { f.Depth = 7 }},
		{"heading in the text", "text", func(f *standard.SectionForm) { f.Text = "前\n\n## 見出し {#c99}\n\n後" }},
		{"open code", "text", func(f *standard.SectionForm) { f.Text = "```\nclose me" }},
		{"braces in the heading", "heading", func(f *standard.SectionForm) { f.Heading = "見出し {#x}" }},
		{"bad reference", "implements", func(f *standard.SectionForm) { f.Attributes["implements"] = "nowhere" }},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			form := doc.Form(doc.SectionByID("c1-5"))
			tt.change(&form)
			_, err := n.EditSection(t.Context(), officer, id, form)
			f := fault.Of(err)
			if f.Kind != fault.Invalid || !slices.ContainsFunc(f.Fields, func(x fault.Field) bool { return x.Name == tt.field }) {
				t.Errorf("%v %+v", err, f.Fields)
			}
		})
	}
	if _, after := n.editor(t, officer, id); after.Form(3).Version != doc.Form(3).Version {
		t.Error("something was saved")
	}
}

// TestEditsReadBack: whatever is edited, the source that is kept parses without an error, formatting it changes
// nothing, and it says what the form said.
func TestEditsReadBack(t *testing.T) {
	d := dbtest.SQLite(t)
	if err := d.Migrate(t.Context(), db.Migrations()); err != nil {
		t.Fatal(err)
	}
	n := newNation(t, d)
	officer, id := n.draft(t)
	c := guideline.Builtin()
	words := rapid.OneOf(rapid.StringMatching(`[ぁ-ん一-龥A-Za-z0-9 "\\{}#<>=:|\-\*`+"`"+`\n]{0,40}`), rapid.String())
	rapid.Check(t, func(t *rapid.T) {
		_, doc, err := n.Editor(t.Context(), officer, id)
		if err != nil {
			t.Fatal(err)
		}
		form := doc.Form(rapid.IntRange(0, len(doc.Sections)-1).Draw(t, "at"))
		form.Heading, form.Text = words.Draw(t, "heading"), words.Draw(t, "text")
		for _, key := range []string{"audience", "applies", "degree", "withheld", "source"} {
			if form.ID != "" && form.Attributes["covers"] != "" {
				form.Attributes[key] = words.Draw(t, key)
			}
		}
		var saved standard.Saved
		switch rapid.IntRange(0, 5).Draw(t, "act") {
		case 0:
			form.ID = ""
			form.Attributes = nil
			saved, err = n.AddSection(t.Context(), officer, id, form)
		case 1:
			saved, err = n.MoveSection(t.Context(), officer, id, form, rapid.SampledFrom([]int{-1, 1}).Draw(t, "by"))
			form = doc.Form(form.At) // what it says stays
		case 2:
			_, err = n.EditDecision(t.Context(), officer, id, standard.DecisionForm{Item: "f3.3", Version: doc.DecisionOf("f3.3").Version,
				Choice: standard.ChoseLeftOut, Reason: lang.Text{JA: words.Draw(t, "reason"), EN: words.Draw(t, "in English")}})
		case 3:
			front := doc.FrontOf()
			front.Title.EN, front.Evaluation.JA, front.Services = words.Draw(t, "title"), words.Draw(t, "evaluation"), []string{words.Draw(t, "service")}
			_, err = n.EditFront(t.Context(), officer, id, front)
		case 4:
			_, err = n.EditPreamble(t.Context(), officer, id, words.Draw(t, "preamble"), doc.PreambleVersion())
		default:
			saved, err = n.EditSection(t.Context(), officer, id, form)
		}
		if err != nil && !fault.Is(err, fault.Invalid) {
			t.Fatal(err)
		}
		kept, found, err2 := n.Editor(t.Context(), officer, id)
		if err2 != nil {
			t.Fatal(err2)
		}
		source, err2 := n.Source(t.Context(), officer, id, kept.Revision)
		if err2 != nil {
			t.Fatal(err2)
		}
		again, ps := standard.Parse("x.md", source, c)
		if standard.HasErrors(ps) {
			t.Fatal(ps)
		}
		if text, err := standard.Format(again); kept.Revision > 1 && (err != nil || text != string(source)) {
			t.Fatalf("formatting changes it: %v", err)
		}
		if saved.Version != "" {
			at := slices.IndexFunc(found.Sections, func(standard.Section) bool { return true }) + saved.At
			if now := found.Form(at); now.Version != saved.Version || now.Heading != strings.TrimSpace(strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ").Replace(form.Heading)) {
				t.Fatalf("%+v became %+v", form, now)
			}
		}
	})
}

// TestAClauseWithheldWithoutAReasonStaysWithheld: neither an edit elsewhere nor Excel publishes it.
func TestAClauseWithheldWithoutAReasonStaysWithheld(t *testing.T) {
	testNation(t, func(t *testing.T, n *nation) {
		mlit := as(t, "mlit", access.Officer)
		file := standard.Upload{Name: "silent.md", Data: []byte("---\nid: silent\ntitle: 見本\ntier: recommended\nsectors: [water]\n---\n\n## 一 {#c1 covers=\"s1\" withheld=\"\"}\n\n秘密\n\n## 二 {#c2 covers=\"s2\"}\n\n公開\n")}
		id := n.imports(t, mlit, file)[0]
		_, d := n.editor(t, mlit, id)
		form := d.Form(1)
		form.Text = "直した本文"
		if _, err := n.EditSection(t.Context(), mlit, id, form); err != nil {
			t.Fatal(err)
		}
		book, err := n.Export(t.Context(), mlit, id, "xlsx", lang.JA)
		if err != nil {
			t.Fatal(err)
		}
		n.imports(t, mlit, standard.Upload{Name: "silent.xlsx", Data: book.Data})
		if _, d = n.editor(t, mlit, id); !d.Sections[0].Clause.Withheld {
			t.Error("the clause is not withheld any more")
		}
	})
}
