package lang

import (
	"testing"

	"pgregory.net/rapid"
)

func TestFold(t *testing.T) {
	tests := []struct{ typed, want string }{
		{"サイバー攻撃", "さいばー攻撃"},
		{"ｻｲﾊﾞｰ攻撃", "さいばー攻撃"},
		{"さいばー攻撃", "さいばー攻撃"},
		{"ＢＣＰ", "bcp"},
		{"IPv６", "ipv6"},
		{"　委託先\n\tの  選定 ", "委託先 の 選定"},
		{"ヶ月ヽヾ", "ゖ月ゝゞ"},
		{"㍻", "平成"},
		{"", ""},
	}
	for _, tt := range tests {
		if got := Fold(tt.typed); got != tt.want {
			t.Errorf("Fold(%q) = %q, want %q", tt.typed, got, tt.want)
		}
	}
}

func TestFoldingTwiceChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		once := Fold(rapid.String().Draw(t, "text"))
		if twice := Fold(once); twice != once {
			t.Fatalf("%q, then %q", once, twice)
		}
	})
}
