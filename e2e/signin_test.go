//go:build e2e

package e2e

import (
	"net/http"
	"testing"
)

// TestSetUp: whoever starts an installation makes its first organisation, signs out and in again.
func TestSetUp(t *testing.T) {
	base, key := installation(t)
	p := open(t, base)
	p.Go("/ja/sign-in")
	p.At("/ja/set-up")
	p.Accessible()
	p.Fill(field("設定の鍵"), "AAAABBBBCCCCDDDD")
	p.Fill(field("組織の名前（日本語）"), "三本木水道（見本）")
	p.Fill(field("組織の短い名前"), "sambongi-water")
	p.Choose(field("種別"), "重要インフラ事業者等")
	p.Choose(field("分野"), "水道")
	p.Fill(field("管理者の氏名"), "水野 花")
	p.Fill(field("サインイン名"), "mizuno")
	p.Fill(field("パスワード"), "correct horse battery")
	p.Expect(http.StatusUnprocessableEntity, http.StatusForbidden)
	p.Follow(button("始める"))
	p.At("/ja/set-up") // the key was wrong
	p.Accessible()
	if got := p.Value(field("組織の短い名前")); got != "sambongi-water" {
		t.Errorf("what was typed is lost: %q", got)
	}
	p.Fits(320)
	p.Fill(field("設定の鍵"), key)
	p.Fill(field("パスワード"), "correct horse battery")
	p.Follow(button("始める"))
	p.At("/ja/")
	p.Accessible()
	p.Go("/ja/people")
	p.See("水野 花")
	p.Accessible()
}

// TestSignInAsCharacter: in the demo one click is enough, in both languages and on a telephone.
func TestSignInAsCharacter(t *testing.T) {
	base := demo(t)
	for root, words := range map[string]struct{ title, person, people string }{
		"/ja": {"サインイン", "見本市水道局 統括責任者", "人"},
		"/en": {"Sign in", "Mihon City Waterworks officer", "People"},
	} {
		t.Run(root[1:], func(t *testing.T) {
			p := open(t, base)
			p.Go(root + "/sign-in")
			p.See(words.title)
			p.Accessible()
			p.Fits(320)
			p.Accessible()
			p.Follow(button(words.person).Part().First())
			p.At(root + "/")
			p.Go(root + "/people")
			p.See(words.people)
			p.Accessible()
		})
	}
}
