package oscal

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

// water is a small guideline: two chapters, a child control, a loose param, a cited resource.
const water = `{"catalog": {"uuid": "c1", "metadata": {"title": "Water", "version": "1", "oscal-version": "1.1.3",
  "last-modified": "2026-04-01T00:00:00Z"},
 "params": [{"id": "hours", "values": ["24"]}, {"id": "unused"}],
 "groups": [
  {"id": "plan", "title": "Plan", "controls": [
   {"id": "p1", "title": "Organisation", "props": [{"name": "label", "value": "1"}],
    "parts": [{"id": "p1_smt", "name": "statement", "prose": "Set up an organisation.",
     "parts": [{"id": "p1_smt.a", "name": "item", "prose": "Name a head."}]}],
    "controls": [{"id": "p1.1", "title": "Deputy", "links": [{"href": "#do1"}]}]},
   {"id": "p2", "title": "Money"}]},
  {"id": "do", "title": "Do", "controls": [
   {"id": "do1", "title": "Restore", "params": [{"id": "do1_prm", "label": "time"}],
    "parts": [{"id": "do1_smt", "name": "statement", "prose": "Restore in {{ insert: param, hours }}, see [law](#r1)."}]}]}],
 "back-matter": {"resources": [{"uuid": "r1", "title": "Law"}, {"uuid": "r2", "title": "Nobody cites this"}]}}}`

// profileOf makes a profile of a body written in JSON.
func profileOf(body string) string {
	return `{"profile": {"uuid": "p", "metadata": {"title": "P", "version": "1", "oscal-version": "1.2.2",
		"last-modified": "2026-04-02T00:00:00Z"}, ` + body + `}}`
}

// library holds water.json and the given files.
func library(files map[string]string) *Library {
	fsys := fstest.MapFS{"water.json": {Data: []byte(water)}}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return NewLibrary(fsys, "")
}

func resolveBody(t *testing.T, body string, opt Options) *Resolution {
	t.Helper()
	r, err := Resolve(library(map[string]string{"p.json": profileOf(body)}), "p.json", opt)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

const all = `"imports": [{"href": "water.json", "include-all": {}}]`

func TestSelectionAndStructure(t *testing.T) {
	for _, test := range []struct {
		name, body string
		opt        Options
		want       string
	}{
		{"all as is", all + `, "merge": {"as-is": true}`, Options{}, "[plan]p1 [plan p1]p1.1 [plan]p2 [do]do1"},
		{"flat is the default and keeps nesting", all, Options{}, "[]p1 [p1]p1.1 []p2 []do1"},
		{"flat can unnest", all + `, "merge": {"flat": {}}`, Options{Flat: "unnest"}, "[]p1 []p1.1 []p2 []do1"},
		{"a child without its parent moves up", `"imports": [{"href": "water.json", "include-controls": [{"with-ids": ["p1.1"]}]}],
			"merge": {"as-is": true}`, Options{}, "[plan]p1.1"},
		{"a child can bring its parent", `"imports": [{"href": "water.json", "include-controls": [{"with-ids": ["p1.1"]}]}],
			"merge": {"as-is": true}`, Options{Parents: "include"}, "[plan]p1 [plan p1]p1.1"},
		{"an excluded parent never comes back", `"imports": [{"href": "water.json", "include-controls": [{"with-ids": ["p1.1"]}],
			"exclude-controls": [{"with-ids": ["p1"]}]}], "merge": {"as-is": true}`, Options{Parents: "include"}, "[plan]p1.1"},
		{"children come along when asked", `"imports": [{"href": "water.json", "include-controls":
			[{"with-ids": ["p1"], "with-child-controls": "yes"}]}]`, Options{}, "[]p1 [p1]p1.1"},
		{"patterns", `"imports": [{"href": "water.json", "include-controls": [{"matching": [{"pattern": "p?"}]}]}]`, Options{}, "[]p1 []p2"},
		{"exclusion wins", `"imports": [{"href": "water.json", "include-all": {}, "exclude-controls": [{"matching": [{"pattern": "p*"}]}]}]`, Options{}, "[]do1"},
		{"custom", all + `, "merge": {"custom": {"groups": [{"id": "do", "title": "Ours", "insert-controls":
			[{"order": "descending", "include-controls": [{"matching": [{"pattern": "p?"}]}]}]}]}}`, Options{}, "[do]p2 [do]p1"},
		{"two imports, one group, order of the catalog", `"imports": [
			{"href": "water.json", "include-controls": [{"with-ids": ["p2"]}]},
			{"href": "water.json", "include-controls": [{"with-ids": ["p1"]}]}], "merge": {"as-is": true}`, Options{}, "[plan]p1 [plan]p2"},
		{"keep keeps both", `"imports": [{"href": "water.json", "include-controls": [{"with-ids": ["p2"]}]},
			{"href": "water.json", "include-controls": [{"with-ids": ["p2"]}]}]`, Options{}, "[]p2 []p2"},
		{"use-first keeps one", `"imports": [{"href": "water.json", "include-controls": [{"with-ids": ["p2"]}]},
			{"href": "water.json", "include-all": {}}], "merge": {"combine": {"method": "use-first"}}`, Options{}, "[]p2 []p1 [p1]p1.1 []do1"},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := strings.Join(tree(resolveBody(t, test.body, test.opt).Catalog), " ")
			if got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

func TestModify(t *testing.T) {
	r := resolveBody(t, all+`, "merge": {"as-is": true}, "modify": {
		"set-parameters": [{"param-id": "hours", "values": ["72"]}, {"param-id": "do1_prm", "select": {"choice": ["a", "b"]}}],
		"alters": [{"control-id": "p1",
		 "removes": [{"by-name": "item"}],
		 "adds": [{"position": "starting", "props": [{"name": "first", "value": "x"}]},
		  {"position": "starting", "props": [{"name": "second", "value": "x"}]},
		  {"by-id": "p1_smt", "position": "after", "parts": [{"id": "p1_gdn", "name": "guidance", "prose": "Think."}]},
		  {"by-id": "p1_smt", "position": "after", "parts": [{"id": "p1_ex", "name": "example"}]},
		  {"by-id": "p1_smt", "parts": [{"id": "p1_smt.b", "name": "item", "prose": "Name two heads."}]}]}]}`, Options{})
	p1 := r.Catalog.Control("p1")
	var props, parts []string
	for _, p := range p1.Props {
		props = append(props, p.Name)
	}
	eachPart(p1.Parts, func(p *Part) { parts = append(parts, p.ID) })
	if got, want := fmt.Sprint(props, parts), "[first second label] [p1_smt p1_smt.b p1_gdn p1_ex]"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got := r.Catalog.Params[0].Values; !slices.Equal(got, []string{"72"}) {
		t.Errorf("hours is %v, want 72", got)
	}
	if p := r.Catalog.Control("do1").Params[0]; p.Label != "time" || p.Select == nil {
		t.Errorf("do1_prm is %+v", p)
	}
}

func TestFinishDropsWhatNothingRefersTo(t *testing.T) {
	r := resolveBody(t, `"imports": [{"href": "water.json", "include-controls": [{"with-ids": ["do1"]}]}]`, Options{})
	if len(r.Catalog.Params) != 1 || r.Catalog.Params[0].ID != "hours" {
		t.Errorf("params are %+v, want only hours", r.Catalog.Params)
	}
	if got := r.Catalog.BackMatter.Resources; len(got) != 1 || got[0].UUID != "r1" {
		t.Errorf("resources are %+v, want only r1", got)
	}
	if m := r.Catalog.Metadata; m.OSCALVersion != "1.2.2" || m.LastModified != "2026-04-02T00:00:00Z" {
		t.Errorf("metadata is %+v", m)
	}
}

func TestLinksToWhatWasLeftOutCanGo(t *testing.T) {
	const body = `"imports": [{"href": "water.json", "include-controls": [{"with-ids": ["p1.1"]}]}]`
	for links, want := range map[string]int{"keep": 1, "prune": 0} {
		r := resolveBody(t, body, Options{Links: links})
		if got := len(r.Catalog.Control("p1.1").Links); got != want {
			t.Errorf("%s: %d links, want %d", links, got, want)
		}
	}
}

func TestImportErrorsNameTheChain(t *testing.T) {
	imports := func(href string) string {
		return profileOf(`"imports": [{"href": "` + href + `", "include-all": {}}]`)
	}
	for _, test := range []struct {
		name  string
		files map[string]string
		kind  Kind
		text  string
	}{
		{"circular", map[string]string{"a.json": imports("b.json"), "b.json": imports("a.json")}, Circular, "a.json -> b.json -> a.json"},
		{"itself", map[string]string{"a.json": imports("a.json")}, Circular, "a.json -> a.json"},
		{"missing", map[string]string{"a.json": imports("b.json"), "b.json": imports("https://example.org/x/none.xml")}, NotFound,
			"looked for [none.json none.yaml none.xml] (nothing is fetched over the network) (imports: a.json -> b.json)"},
		{"no resource", map[string]string{"a.json": imports("#nobody")}, NoResource, "#nobody"},
		{"broken", map[string]string{"a.json": imports("b.json"), "b.json": "{\n\"profile\": {,}}"}, Syntax, "b.json:2: expected the name"},
		{"not controls", map[string]string{"a.json": imports("b.json"), "b.json": `{"component-definition": {"uuid": "x"}}`}, NotControl, "component-definition"},
		{"two structures", map[string]string{"a.json": profileOf(all + `, "merge": {"flat": {}, "as-is": true}`)}, Structure, "flat and as-is"},
		{"major", map[string]string{"a.json": strings.Replace(profileOf(all), "1.2.2", "2.0.0", 1)}, BadVersion, "2.0.0"},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := Resolve(library(test.files), "a.json", Options{})
			var e *Error
			if !errors.As(err, &e) || e.Kind != test.kind || !strings.Contains(err.Error(), test.text) {
				t.Errorf("got %v, want %s with %q", err, test.kind, test.text)
			}
		})
	}
}

func TestDiamondIsNoCircle(t *testing.T) {
	side := profileOf(`"imports": [{"href": "water.json", "include-controls": [{"with-ids": ["p2"]}]}], "merge": {"as-is": true}`)
	r, err := Resolve(library(map[string]string{
		"left.json": side, "right.json": side,
		"top.json": profileOf(`"imports": [{"href": "left.json", "include-all": {}}, {"href": "right.json", "include-all": {}}],
			"merge": {"combine": {"method": "use-first"}, "as-is": true}`),
	}), "top.json", Options{})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"[plan]p2"}, tree(r.Catalog)); diff != "" {
		t.Error(diff)
	}
}

func TestResourceIsLookedUpByBaseName(t *testing.T) {
	lib := NewLibrary(fstest.MapFS{
		"in/p.json": {Data: []byte(profileOf(`"imports": [{"href": "#r", "include-all": {}}], "back-matter": {"resources":
			[{"uuid": "r", "rlinks": [{"href": "https://example.org/a/water.xml"}, {"href": "https://example.org/a/water.json"}]}]}`))},
		"store/water.json": {Data: []byte(water)},
	}, "store")
	r, err := Resolve(lib, "in/p.json", Options{})
	if err != nil {
		t.Fatal(err)
	}
	if n := len(controlIDs(r.Catalog)); n != 4 {
		t.Errorf("%d controls, want 4", n)
	}
}

func TestWarningsSayWhatWasProbablyNotMeant(t *testing.T) {
	r := resolveBody(t, `"imports": [{"href": "water.json", "include-controls": [{"with-ids": ["p2", "p9"]}]}, {"href": "water.json"}],
		"modify": {"set-parameters": [{"param-id": "none", "values": ["1"]}], "alters": [{"control-id": "p8", "adds": [{"title": "x"}]},
		{"control-id": "p2", "adds": [{"by-id": "p2_x", "title": "x"}]}]}`, Options{})
	var got []WarningKind
	for _, w := range r.Warnings {
		got = append(got, w.Kind)
		if !strings.HasPrefix(w.String(), "p.json: /profile/") {
			t.Errorf("%s says no place", w)
		}
	}
	if want := []WarningKind{NoControl, NothingTaken, NoParam, NoAlter, NoTarget}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestResolveLeavesItsSourcesAlone(t *testing.T) {
	lib := library(map[string]string{"p.json": profileOf(all + `, "merge": {"as-is": true}, "modify": {
		"set-parameters": [{"param-id": "hours", "values": ["1"]}], "alters": [{"control-id": "p1", "removes": [{"by-item-name": "part"}],
		"adds": [{"by-id": "p1_smt.a", "props": [{"name": "x", "value": "y"}]}, {"title": "T"}]}]}`)})
	before := encoded(t, lib, "water.json")
	if _, err := Resolve(lib, "p.json", Options{Links: "prune"}); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(before, encoded(t, lib, "water.json")); diff != "" {
		t.Error(diff)
	}
}

func encoded(t *testing.T, lib *Library, name string) string {
	t.Helper()
	d, err := lib.Document(name)
	if err != nil {
		t.Fatal(err)
	}
	out, err := Encode(d, JSON)
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

func TestTraceTellsTheWholeLife(t *testing.T) {
	lib := library(map[string]string{
		"sector.json": profileOf(`"imports": [{"href": "water.json", "include-all": {}, "exclude-controls":
			[{"matching": [{"pattern": "p2", "remarks": "The law sets it."}]}]}],
			"modify": {"set-parameters": [{"param-id": "hours", "values": ["12"]}]}`),
		"ours.json": profileOf(`"imports": [{"href": "sector.json", "include-controls": [{"with-ids": ["do1"]}]}],
			"modify": {"set-parameters": [{"param-id": "hours", "values": ["6"]}],
			"alters": [{"control-id": "do1", "adds": [{"parts": [{"id": "do1_ex", "name": "example"}]}]}]}`),
	})
	r, err := Resolve(lib, "ours.json", Options{})
	if err != nil {
		t.Fatal(err)
	}
	for id, want := range map[string][]string{
		"p2":      {"water.json defined p2", "sector.json excluded p2 (The law sets it.)"},
		"hours":   {"sector.json set hours 24 > 12", "ours.json set hours 12 > 6"},
		"do1_smt": {"water.json defined do1", "sector.json included do1", "ours.json included do1", "ours.json added do1 parts"},
		"do1_ex":  {"water.json defined do1", "sector.json included do1", "ours.json included do1", "ours.json added do1 parts", "ours.json added do1_ex part"},
		"p1":      {"water.json defined p1", "sector.json included p1", "ours.json omitted p1"},
	} {
		var got []string
		for _, e := range r.Trace(id) {
			line := fmt.Sprintf("%s %s %s", e.Document, e.Kind, e.ID)
			if e.Kind == Set {
				line += " " + e.Before + " > " + e.Detail
			} else if e.Detail != "" {
				line += " " + e.Detail
			}
			if e.Remarks != "" {
				line += " (" + e.Remarks + ")"
			}
			got = append(got, line)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", id, diff)
		}
	}
}

func TestDiffFollowsRenames(t *testing.T) {
	before := mustDecode(t, water).Catalog
	changed := strings.NewReplacer(`"id": "p1"`, `"id": "g1"`, `"p1_smt`, `"g1_smt`, `"title": "Money"`, `"title": "Budget"`,
		`"id": "do1", "title": "Restore"`, `"id": "do2", "title": "Recover", "links": [{"href": "#do1", "rel": "moved-from"}]`).Replace(water)
	after := mustDecode(t, changed).Catalog
	var got []string
	for _, c := range Diff(before, after) {
		got = append(got, strings.TrimSpace(fmt.Sprintf("%s %s %s%s %s", c.Kind, c.ID, c.OldID, c.Field, c.Why)))
	}
	want := []string{
		"renamed g1 p1 text",
		"changed p2 title", "renamed do2 do1 moved-to", "changed do2 title", "changed do2 links",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if same := Diff(before, before); same != nil {
		t.Errorf("a catalog differs from itself: %v", same)
	}
}

func mustDecode(t testing.TB, text string) *Document {
	t.Helper()
	d, err := Decode([]byte(text), JSON)
	if err != nil {
		t.Fatal(err)
	}
	return d
}
