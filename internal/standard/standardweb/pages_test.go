package standardweb_test

import (
	"net/url"
	"regexp"
	"strings"
	"testing"

	"kijun/internal/standard"
)

// imported is the site with the ministry's drafts, and the ministry's browser.
func imported(t *testing.T, names ...string) (*site, *visitor, []string) {
	t.Helper()
	s := newSite(t)
	v := s.visitor(t, "mlit")
	done, err := s.Import(t.Context(), v.actor(), water(t, names...))
	if err != nil {
		t.Fatal(err, done.Problems)
	}
	var ids []string
	for _, f := range done.Files {
		ids = append(ids, f.Record)
	}
	return s, v, ids
}

func (v *visitor) advance(id string, states ...string) {
	v.t.Helper()
	for _, st := range states {
		if code, to := v.post("/ja/standards/"+id+"/state", url.Values{"to": {st}, "comment": {"了承"}}); code != 303 || to != "/ja/standards/"+id {
			v.t.Fatalf("%s: %d %s", st, code, to)
		}
	}
}

var (
	hrefs    = regexp.MustCompile(` href="#([^"]+)"`)
	idsOn    = regexp.MustCompile(` id="([^"]+)"`)
	headings = regexp.MustCompile(`<h([1-6])[ >]`)
)

// sound checks what every page must be: one h1, no heading left out, no id twice, no link into nothing, no style.
func sound(t *testing.T, where, page string) {
	t.Helper()
	ids := map[string]bool{}
	for _, m := range idsOn.FindAllStringSubmatch(page, -1) {
		if ids[m[1]] {
			t.Errorf("%s: id %s stands twice", where, m[1])
		}
		ids[m[1]] = true
	}
	for _, m := range hrefs.FindAllStringSubmatch(page, -1) {
		if !ids[m[1]] {
			t.Errorf("%s: #%s leads nowhere", where, m[1])
		}
	}
	last := 0
	for i, m := range headings.FindAllStringSubmatch(page, -1) {
		level := int(m[1][0] - '0')
		if i == 0 && level != 1 || i > 0 && level == 1 || level > last+1 {
			t.Errorf("%s: h%d behind h%d", where, level, last)
		}
		last = level
	}
	if strings.Contains(page, "style=") || strings.Contains(page, "<style") || strings.Contains(page, "%!") {
		t.Errorf("%s: a style attribute or an unfilled word", where)
	}
}

func TestPagesAreSound(t *testing.T) {
	_, v, ids := imported(t, "allocation.yaml", "water-guideline.md", "water-ordinance.md")
	g := "/standards/" + ids[1]
	for _, l := range []string{"/ja", "/en"} {
		for _, to := range []string{"/standards", "/standards?words=見本&tier=mandatory", "/standards?words=ない", "/standards/import", g, g + "/history", g + "/edit",
			g + "/edit/front", g + "/edit/preamble", g + "/edit/sections/4", g + "/edit/new?at=2", g + "/edit/decisions/p1.3", g + "/edit/decisions/p1.1"} {
			sound(t, l+to, v.get(l+to))
		}
	}
}

// TestThePublicSeesWhatIsPublished: without sign-in, with withheld clauses shown as withheld.
func TestThePublicSeesWhatIsPublished(t *testing.T) {
	s, v, ids := imported(t, "water-guideline.md", "water-ordinance.md")
	public := s.visitor(t, "")
	if page := public.get("/public/ja/standards"); strings.Contains(page, ids[0]) || strings.Contains(page, ids[1]) {
		t.Error("a draft is on the public list")
	}
	if code, _ := public.do("GET", "/public/ja/standards/"+ids[0], "", nil); code == 200 {
		t.Error("a draft is public")
	}
	v.advance(ids[0], standard.InConsultation, standard.Decided, standard.InForce)
	list := public.get("/public/ja/standards")
	sound(t, "public list", list)
	if !strings.Contains(list, "/public/ja/standards/"+ids[0]) || strings.Contains(list, ids[1]) {
		t.Error("the public list has not what is published, and that alone")
	}
	page := public.get("/public/ja/standards/" + ids[0])
	sound(t, "public document", page)
	_, d, err := s.Get(t.Context(), v.actor(), ids[0])
	if err != nil {
		t.Fatal(err)
	}
	withheld := 0
	markdown := public.get("/public/ja/standards/" + ids[0] + "/file?form=md")
	for _, c := range d.Clauses() {
		if !c.Withheld {
			continue
		}
		withheld++
		if first, _, _ := strings.Cut(c.Text, "。"); strings.Contains(page, first) || strings.Contains(markdown, first) {
			t.Errorf("the text of %s is public", c.Ref())
		}
		if !strings.Contains(page, c.Reason) {
			t.Errorf("the page lacks why %s is withheld", c.Ref())
		}
	}
	if withheld == 0 {
		t.Error("the sample has no withheld clause")
	}
	for _, secret := range []string{"責任者 花子", "了承"} {
		if strings.Contains(page, secret) {
			t.Errorf("the public page shows %s", secret)
		}
	}
}

func TestImportThroughThePages(t *testing.T) {
	s := newSite(t)
	v := s.visitor(t, "mlit")
	files := water(t, "allocation.yaml", "mihon-water-rules.md", "water-guideline.md")
	files = append(files, standard.Upload{Name: "water/broken.md", Data: []byte("---\nid: broken\ntitle: 壊\ntier: strange\n---\n")})
	code, page := v.upload("/ja/standards/import", nil, files...)
	sound(t, "preview", page)
	for _, want := range []string{"water/broken.md:4:7", "mandatory, recommended, industry, in-house", "water/mihon-water-rules.md:6:11", `value="water/broken.md"`} {
		if !strings.Contains(page, want) {
			t.Errorf("the preview lacks %s", want)
		}
	}
	if code != 422 {
		t.Errorf("status %d", code)
	}
	carried := regexp.MustCompile(`name="files" value="([^"]+)"`).FindStringSubmatch(page)
	if carried == nil {
		t.Fatal("the preview does not carry the files")
	}
	if code, page := v.upload("/ja/standards/import/apply", url.Values{"files": {carried[1]}}); code != 422 || !strings.Contains(page, "何も取り込んでいません") {
		t.Errorf("with the broken file: %d", code)
	}
	if records, _, err := s.List(t.Context(), v.actor(), standard.Filter{}, ""); err != nil || len(records) > 0 {
		t.Errorf("%d records of a refused import", len(records))
	}
	leave := url.Values{"files": {carried[1]}, "without": {"water/broken.md", "water/mihon-water-rules.md"}}
	if code, to := v.upload("/ja/standards/import/apply", leave); code != 303 {
		t.Errorf("%d %s", code, to)
	}
	records, _, err := s.List(t.Context(), v.actor(), standard.Filter{}, "")
	if err != nil || len(records) != 1 || records[0].Document != "water-guideline" {
		t.Errorf("%v %+v", err, records)
	}
	if code, page := v.upload("/ja/standards/import", nil); code != 422 || !strings.Contains(page, "取り込めるファイルがありません") {
		t.Errorf("no files: %d", code)
	}
}

var hidden = regexp.MustCompile(`<input type="hidden" name="(\w+)" value="([^"]*)">`)

// form is the hidden values of a page's form and what somebody types.
func form(page string, typed ...string) url.Values {
	values := url.Values{}
	for _, m := range hidden.FindAllStringSubmatch(page, -1) {
		values.Set(m[1], m[2])
	}
	for i := 0; i+1 < len(typed); i += 2 {
		values.Set(typed[i], typed[i+1])
	}
	return values
}

func TestEditingThroughThePages(t *testing.T) {
	s, v, ids := imported(t, "water-guideline.md")
	at := "/ja/standards/" + ids[0] + "/edit/sections/4"
	page := v.get(at)
	type change = []string
	send := func(typed change, head ...string) (int, string) {
		return v.post(at, form(page, append(change{"heading", "国の役割", "text", "本文", "depth", "2", "id", "c1-4", "cover-s4", "partly", "level", "遵守"}, typed...)...), head...)
	}
	code, answer := send(change{"text", "自動保存"}, "Kijun-Fragment", "saved")
	if code != 200 || !strings.Contains(answer, `"version":"`) {
		t.Fatalf("%d %s", code, answer)
	}
	if code, answer := send(nil, "Kijun-Fragment", "saved"); code != 409 || !strings.Contains(answer, "責任者 花子") {
		t.Errorf("an old version is saved: %d %s", code, answer)
	}
	code, answer = send(change{"text", "私の本文"})
	if code != 409 || !strings.Contains(answer, "自動保存") || !strings.Contains(answer, "私の本文") {
		t.Errorf("a conflict does not show both: %d", code)
	}
	sound(t, "conflict", answer)
	page = v.get(at)
	if code, answer = send(change{"phase", "worry"}); code != 422 || !strings.Contains(answer, `id="f-phase-fault"`) {
		t.Errorf("%d", code)
	}
	sound(t, "wrong field", answer)
	if code, answer = send(change{"hide", "yes"}); code != 422 || !strings.Contains(answer, `id="f-withheld-fault"`) {
		t.Errorf("withheld without a reason: %d", code)
	}
	if code, to := send(change{"text", "私の本文", "hide", "yes", "withheld", "理由", "cover-p1.1", "full"}); code != 303 || to != at {
		t.Errorf("%d %s", code, to)
	}
	_, d, err := s.Editor(t.Context(), v.actor(), ids[0])
	if err != nil {
		t.Fatal(err)
	}
	if f := d.Form(4); f.Text != "私の本文" || f.Attributes["withheld"] != "理由" || f.Attributes["covers"] != "s4:partly p1.1" {
		t.Errorf("%+v", f)
	}
	if diff := v.get("/ja/standards/" + ids[0] + "/history"); !strings.Contains(diff, "+ 私の本文") || !strings.Contains(diff, "追加: ") {
		t.Error("the history does not show the change")
	}
}

func TestTheOtherFormsSave(t *testing.T) {
	s, v, ids := imported(t, "water-guideline.md")
	edit := "/ja/standards/" + ids[0] + "/edit"
	front := form(v.get(edit+"/front"), "title_ja", "新しい表題", "edition", "4", "effective", "2026-04-01", "word-0", "遵守", "level-0", "must",
		"word-1", "推奨", "level-1", "should", "word-2", "参考", "level-2", "may", "publication", "shared")
	front["sectors"] = []string{"water", "gas"}
	if code, page := v.post(edit+"/front", front); code != 303 {
		t.Errorf("front: %d %s", code, page)
	}
	decision := form(v.get(edit+"/decisions/p1.1"), "decision", "folded", "into", "p1.1")
	if code, page := v.post(edit+"/decisions/p1.1", decision); code != 422 || !strings.Contains(page, "f-into-fault") {
		t.Errorf("decision: %d", code)
	}
	decision.Set("into", "p2.1")
	if code, _ := v.post(edit+"/decisions/p1.1", decision); code != 303 {
		t.Errorf("decision: %d", code)
	}
	if code, _ := v.post(edit+"/preamble", form(v.get(edit+"/preamble"), "text", "はじめに")); code != 303 {
		t.Errorf("preamble: %d", code)
	}
	if code, _ := v.post(edit+"/new", url.Values{"at": {"0"}, "depth": {"2"}, "heading": {"新しい項"}, "text": {"本文"}}); code != 303 {
		t.Errorf("new: %d", code)
	}
	down := regexp.MustCompile(`value="(down 0 \w+)"`).FindStringSubmatch(v.get(edit))
	if down == nil {
		t.Fatal("no button moves the first section down")
	}
	if code, _ := v.post(edit, url.Values{"do": {down[1]}}); code != 303 {
		t.Errorf("move: %d", code)
	}
	r, d, err := s.Editor(t.Context(), v.actor(), ids[0])
	if err != nil {
		t.Fatal(err)
	}
	if r.Title.JA != "新しい表題" || len(r.Sectors) != 2 || r.Publication != "shared" || d.DecisionOf("p1.1").Into != "p2.1" || d.Preamble != "はじめに" || d.Sections[1].Heading != "新しい項" {
		t.Errorf("%+v %q %q", r, d.Preamble, d.Sections[1].Heading)
	}
}

// TestOthersFindNothing: a draft's pages do not exist for another organisation.
func TestOthersFindNothing(t *testing.T) {
	s, _, ids := imported(t, "water-guideline.md")
	for _, org := range []string{"mihon-water", "mihon-power"} {
		v := s.visitor(t, org)
		for _, to := range []string{"", "/history", "/edit", "/edit/front", "/edit/sections/1", "/edit/decisions/p1.1", "/file?form=md"} {
			if code, _ := v.do("GET", "/ja/standards/"+ids[0]+to, "", nil); code != 404 {
				t.Errorf("%s opens %q: %d", org, to, code)
			}
		}
		if page := v.get("/ja/standards"); strings.Contains(page, ids[0]) {
			t.Errorf("%s has it in its list", org)
		}
	}
}
