package guideline

import "testing"

func TestSearch(t *testing.T) {
	e := Builtin().Latest()
	for _, tt := range []struct{ words, first string }{
		{"p3.1", "p3.1"},
		{"Ⅱ.6.(1).ウ.(ア)", "p3.1"},
		{"II.6.（１）.ウ.（ア）", "p3.1"},
		{"2.6.1.c.a", "p3.1"},
		{"外部委託", "f3.2"},
		{"ｶﾞｲﾌﾞｲﾀｸ", ""}, // kanji are not read aloud
		{"ＩＰｖ６", "f5.1"},
		{"outsourcing", "f3.2"},
		{"スマートメータ", "f5.1"}, // an example
		{"すまーとめーた", "f5.1"},
		{"GV.SC-05", "f3.2"},
		{"zzzz", ""},
	} {
		got := e.Search(tt.words)
		if tt.first == "" {
			if len(got) > 0 {
				t.Errorf("%q finds %s", tt.words, got[0].ID)
			}
			continue
		}
		if len(got) == 0 || tt.first != got[0].ID {
			var ids []string
			for _, it := range got {
				ids = append(ids, it.ID)
			}
			t.Errorf("%q finds %v, want %s first", tt.words, ids, tt.first)
		}
	}
	if got := len(e.Search("  ")); got != len(e.Items) {
		t.Errorf("without words it finds %d", got)
	}
	if both := len(e.Search("委託 契約")); both == 0 || both >= len(e.Search("委託")) {
		t.Errorf("two words find %d", both)
	}
}

func BenchmarkSearch(b *testing.B) {
	e := Builtin().Latest()
	for b.Loop() {
		e.Search("委託 契約")
	}
}
