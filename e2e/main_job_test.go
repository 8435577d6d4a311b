//go:build e2e

package e2e

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// password is everybody's in the installations that the tests begin.
const password = "correct horse battery"

// TestMainJob begins with an empty installation and follows the whole of what kijun is for, by its pages: a
// ministry brings the standards of a sector into force, everybody can read them, an operator sees what it
// should do, checks itself and sends the sums, the ministry takes them, and the nation is shown no name.
func TestMainJob(t *testing.T) {
	base, key := installation(t)
	peopled(t, base, key)
	guideline := enacted(t, base)
	published(t, base, guideline)
	rulesOfTheHouse(t, base)
	p := signIn(t, base, "officer@mihon-water")
	measured(p)
	check := begun(p)
	answered(p, check)
	supported(p, check)
	exported(p, check)
	first := sent(p, check)
	ministry := signIn(t, base, "manager@mlit")
	returned(ministry, p, first)
	second := sentAgain(p, check)
	accepted(ministry, second)
	kept(t, base, check, second)
}

// signIn opens a tab and signs in with a password.
func signIn(t *testing.T, base, login string) *page {
	t.Helper()
	p := open(t, base)
	p.Go("/ja/sign-in")
	p.Fill(field("サインイン名"), login)
	p.Fill(field("パスワード"), password)
	p.Follow(button("サインイン"))
	p.At("/ja/")
	return p
}

// peopled sets up the installation with the Cabinet Secretariat, which adds the ministry, which adds the
// organisations of its sector. Every administrator adds those who do the work.
func peopled(t *testing.T, base, key string) {
	p := open(t, base)
	p.Go("/ja/set-up")
	p.Fill(field("設定の鍵"), key)
	p.Fill(field("組織の名前（日本語）"), "内閣官房（試験）")
	p.Fill(field("組織の短い名前"), "cas")
	p.Choose(field("種別"), "内閣官房")
	p.Fill(field("管理者の氏名"), "管理 一郎")
	p.Fill(field("サインイン名"), "admin@cas")
	p.Fill(field("パスワード"), password)
	p.Follow(button("始める"))
	p.At("/ja/")
	p.person("officer@cas", "統括責任者")
	p.organisation("国土交通省（試験）", "mlit", "所管省庁")
	p = signIn(t, base, "admin@mlit")
	p.person("manager@mlit", "部門責任者")
	p.person("officer@mlit", "統括責任者")
	p.organisation("見本水道協会", "mihon-water-association", "事業者団体")
	p.organisation("みほん市水道局", "mihon-water", "重要インフラ事業者等")
	p = signIn(t, base, "admin@mihon-water")
	p.person("manager@mihon-water", "部門責任者")
	p.person("officer@mihon-water", "統括責任者")
	p.person("staff@mihon-water", "担当者")
	p.Accessible()
}

// organisation adds one of the sector of waterworks, with an administrator.
func (p *page) organisation(name, short, kind string) {
	p.t.Helper()
	p.Go("/ja/organisations")
	p.Fill(field("組織の名前（日本語）"), name)
	p.Fill(field("組織の短い名前"), short)
	p.Choose(css("form[method=post] select[name=kind]"), kind)
	p.Choose(css("form[method=post] select[name=sector]"), "水道")
	p.Fill(field("管理者の氏名"), "管理 花子")
	p.Fill(field("サインイン名"), "admin@"+short)
	p.Fill(field("最初のパスワード"), password)
	p.Follow(button("追加する"))
	p.See(name + "を追加しました")
}

// person adds somebody to the organisation of whoever has signed in.
func (p *page) person(login, role string) {
	p.t.Helper()
	p.Go("/ja/people")
	p.Fill(field("氏名"), "試験 "+role)
	p.Fill(field("サインイン名"), login)
	p.Choose(field("役割"), role)
	p.Fill(field("パスワード"), password)
	p.Follow(button("追加する"))
	p.See("試験 " + role + "を追加しました")
}

// enacted imports the upper documents of the sector and brings them into force; it gives the address of the
// guideline's record below the language.
func enacted(t *testing.T, base string) string {
	manager := signIn(t, base, "manager@mlit")
	manager.Follow(link("安全基準等"))
	manager.Follow(link("取り込む").First())
	manager.Accessible()
	var files []string
	for _, name := range []string{"water-ordinance.md", "water-guideline.md", "allocation.yaml"} {
		path, err := filepath.Abs("../examples/water/" + name)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, path)
	}
	manager.Upload(file("ファイル"), append(files, written(t, "wrong.md", strings.Replace(water(t, "water-association.md"), "tier: industry", "tier: 業界", 1)))...)
	manager.Expect(http.StatusUnprocessableEntity)
	manager.Follow(button("内容を確かめる"))
	manager.See("取り込めないファイルがあります。")
	manager.See("wrong.md:")
	manager.Accessible()
	manager.Follow(link("ファイルを選び直す"))
	manager.Upload(file("ファイル"), files...)
	manager.Follow(button("内容を確かめる"))
	manager.See("取り込めます。")
	manager.See("水道分野の情報セキュリティに関するガイドライン（見本）")
	manager.See("水道分野の割当て")
	manager.Accessible()
	manager.Fits(320)
	manager.Resize(1366, 768)
	manager.Follow(button("この内容で取り込む"))
	manager.See("3件を取り込みました")
	officer := signIn(t, base, "officer@mlit")
	inForce(manager, officer, "水道施設に用いる情報システムの安全の確保に関する省令（見本）")
	return inForce(manager, officer, "水道分野の情報セキュリティに関するガイドライン（見本）")
}

// inForce takes a draft through its states: the manager asks the sector, the officer decides.
func inForce(manager, officer *page, title string) string {
	manager.t.Helper()
	manager.Go("/ja/standards?own=yes")
	manager.Follow(link(title))
	path := strings.TrimPrefix(eval[string](manager, "location.pathname"), "/ja")
	visitor := open(manager.t, manager.base)
	visitor.Expect(http.StatusNotFound)
	visitor.Go("/public/ja" + path)
	visitor.See("このページはありません")
	manager.advance("意見照会を始める", "分野の意見を聞く", "「意見照会中」にしました")
	officer.Go("/ja" + path)
	officer.advance("決定する", "意見を反映した", "「決定済み」にしました")
	officer.advance("施行する", "", "「施行中」にしました")
	officer.Accessible()
	return path
}

func (p *page) advance(verb, comment, notice string) {
	p.t.Helper()
	p.Click(summary("次の状態にする"))
	p.Fill(field("コメント"), comment)
	p.Follow(button(verb))
	p.See(notice)
}

// published is what somebody without an account reads: the text, and why two clauses are withheld.
func published(t *testing.T, base, guideline string) {
	p := open(t, base)
	p.Go("/ja/sign-in")
	p.Follow(link("公開された安全基準等"))
	p.Accessible()
	p.Follow(link("水道分野の情報セキュリティに関するガイドライン（見本）"))
	p.At("/public/ja" + guideline)
	p.See("2件の規定は非公開です。")
	p.See("理由: 回線の構成と境界の設定の基準が知られると、侵入の経路を探す手掛かりとなるおそれがあるため")
	p.See("委託してよい業務と情報の範囲を定め")
	p.Gone("意見を反映した") // the comment is for the ministry itself
	p.Accessible()
	p.Fits(320)
	p.Resize(1366, 768)
	text := water(t, "water-guideline.md")
	for _, heading := range []string{"## 4.5 異常な通信の検知", "## 5.4 通信回線の構成"} {
		_, rest, _ := strings.Cut(text, heading)
		_, body, _ := strings.Cut(rest, "\n\n")
		sentence, _, found := strings.Cut(body, "。")
		if !found || len(sentence) < 20 {
			t.Fatalf("there is no text under %s", heading)
		}
		p.Gone(sentence)
		if strings.Contains(eval[string](p, "document.documentElement.outerHTML"), sentence) {
			t.Errorf("withheld and yet in the page: %s", sentence)
		}
	}
}

// rulesOfTheHouse brings the operator's own rules into force.
func rulesOfTheHouse(t *testing.T, base string) {
	p := signIn(t, base, "officer@mihon-water")
	p.Go("/ja/standards/import")
	p.Upload(file("ファイル"), written(t, "rules.md", water(t, "mihon-water-rules.md")))
	p.Follow(button("内容を確かめる"))
	p.Follow(button("この内容で取り込む"))
	p.See("1件を取り込みました")
	p.advance("決定する", "", "「決定済み」にしました")
	p.advance("施行する", "", "「施行中」にしました")
}

// measured reads what the operator should do.
func measured(p *page) {
	p.Go("/ja/")
	p.Follow(link("何をすべきか"))
	p.See("どれだけ実施しているか")
	p.See("委託先の再評価")
	p.See("①強制基準")
	p.Accessible()
	p.Follow(button("ここまで見た"))
	p.Choose(field("状態"), "前回から変わった")
	p.Follow(button("表示"))
	p.See("条件に当てはまる規定はありません。")
	p.PrintsOnA4()
	p.Resize(1366, 768)
}

// begun starts a self-check from the measures and gives its address.
func begun(p *page) string {
	p.Follow(link("自己点検"))
	p.Fill(field("名前"), "はじめての点検")
	p.Follow(button("始める"))
	p.See("自己点検を始めました")
	p.Accessible()
	return eval[string](p, "location.pathname")
}

// answered answers in the table, one by one by the keyboard, and sets a branch aside.
func answered(p *page, check string) {
	p.Go(check)
	p.Focus(css("#e1 select[name=in-place]"))
	p.Press("ArrowDown")
	p.Wait("the row is saved", `document.querySelector("#e1 [data-status]").textContent === "保存しました"`)
	p.See("回答済み 0 /")
	p.Press("Tab", "ArrowDown", "Tab", "ArrowDown")
	p.See("回答済み 1 /") // renewed without loading the page
	p.Follow(css("#e2 th a"))
	p.Accessible()
	p.Press("1", "5", "9")
	p.Wait("the answer is saved", `document.querySelector("[data-status]").textContent === "保存しました"`)
	p.Press("n")
	p.At(check + "/entries/3")
	p.Wait("the page is there", `document.readyState === "complete"`)
	p.Press("2", "6", "8", "s")
	p.At(check + "/entries/4")
	p.See("保存しました")
	p.Go(check + "?in=item%3Af5.1")
	p.Click(summary("この区分（").Part())
	p.Fill(field("対象外の理由"), "暗号は庁内の別の部署が扱う")
	p.Follow(button("件を対象外にする").Part())
	p.See("件を対象外にしました")
	p.See("暗号は庁内の別の部署が扱う")
	p.Go(check + "?show=gaps")
	for n, want := range map[string]string{"2": "整備 はい、運用 一部、有効性 いいえ", "3": "整備 一部、運用 いいえ、有効性 一部"} {
		got := eval[string](p, `[...document.querySelectorAll("#e`+n+` select")].map(s => s.labels[0].firstChild.textContent + " " + s.selectedOptions[0].label).join("、")`)
		if got != want {
			p.t.Errorf("entry %s is answered %q, want %q", n, got, want)
		}
	}
}

// supported attaches evidence that a browser could run, and gets it back as a file.
func supported(p *page, check string) {
	const content = "<!doctype html><script>document.title = 'run'</script><p>点検の記録"
	p.Go(check + "/entries/2")
	p.Click(summary("ファイルを証拠として付ける"))
	p.Upload(file("ファイル"), written(p.t, "記録.html", content))
	p.Fill(field("証拠の名前"), "遠隔監視の点検記録")
	p.Fill(field("有効期間の始まり"), "2026-04-01")
	p.Fill(field("有効期間の終わり"), "2099-03-31")
	p.Follow(button("付ける"))
	p.See("「遠隔監視の点検記録」を付けました")
	p.Accessible()
	path := p.Save(link("遠隔監視の点検記録"))
	saved, err := os.ReadFile(path)
	if err != nil || string(saved) != content || filepath.Base(path) != "記録.html" {
		p.t.Errorf("saved as %s: %q, %v", filepath.Base(path), saved, err)
	}
	p.At(check + "/entries/2") // and was not shown
}

// exported takes the workbook out and in again.
func exported(p *page, check string) {
	p.Go(check)
	p.Follow(link("Excel"))
	p.Accessible()
	book := p.Save(link("ブックを書き出す（.xlsx）"))
	p.Upload(file("記入したブック"), book)
	p.Follow(button("変わるところを見る"))
	p.See("このブックには、変わるところがありません。")
	p.Accessible()
}

// sent closes the check and sends its sums after a look at them; it gives the address of the copy.
func sent(p *page, check string) string {
	p.Go(check)
	p.Follow(link("完了と履歴"))
	p.Accessible()
	p.Fill(field("ひとこと"), "一通り終えた")
	p.Follow(button("完了にする"))
	p.See("完了にしました")
	return sentAgain(p, check)
}

// sentAgain sends the sums; what is shown before is what is sent.
func sentAgain(p *page, check string) string {
	p.Go(check)
	p.Follow(link("集計を送る"))
	p.See("送る内容のすべて")
	p.Accessible()
	p.Click(summary("送られるデータそのもの（JSON）"))
	payload, hash := p.Text(css("pre.payload")), p.Text(css(".hash"))
	for _, private := range []string{"遠隔監視", "暗号は", "試験", "目的", "water-guideline"} {
		if strings.Contains(payload, private) {
			p.t.Errorf("what would be sent says %s: %s", private, payload)
		}
	}
	p.Click(checkbox("送る内容を確かめました"))
	p.Follow(button("送る"))
	p.See("集計を送りました")
	p.See(hash)
	p.Accessible()
	return eval[string](p, "location.pathname")
}

// returned: the ministry sees what was sent and asks for more; the operator reads why.
func returned(ministry, operator *page, copy string) {
	ministry.Go("/ja/")
	ministry.See("受理か差戻しを待っています。")
	ministry.Follow(link("提出"))
	ministry.See("みほん市水道局")
	ministry.Accessible()
	ministry.Follow(link("自己点検の集計").Part())
	ministry.At(copy)
	ministry.See("任意の提供")
	ministry.Accessible()
	ministry.Fill(field("差し戻す理由（相手に見えます）"), "未回答が多いので、もう少し進めてください")
	ministry.Follow(button("差し戻す"))
	ministry.See("差し戻しました")
	operator.Go(copy)
	operator.See("差し戻されました。")
	operator.See("未回答が多いので、もう少し進めてください")
	operator.Accessible()
}

func accepted(ministry *page, copy string) {
	ministry.Go(copy)
	ministry.Follow(button("受理する"))
	ministry.See("受理しました")
	ministry.Go("/ja/sectors/water")
	ministry.See("分野の事業者等1組織のうち、1組織が送付")
	ministry.Accessible()
}

// kept: the Cabinet Secretariat sees too few to be shown, and no name; the check itself is seen by nobody else.
func kept(t *testing.T, base, check, copy string) {
	p := signIn(t, base, "officer@cas")
	p.Follow(link("全国"))
	p.See("3組織未満のため表示しません")
	p.Gone("みほん市水道局")
	p.Accessible()
	p.Follow(link("提出"))
	p.Gone("自己点検の集計（")
	ministry := signIn(t, base, "officer@mlit")
	for _, who := range []*page{p, ministry} {
		who.Expect(http.StatusNotFound)
		who.Go(check)
		who.See("見つかりません")
	}
	p.Go(copy)
	p.See("見つかりません")
}
