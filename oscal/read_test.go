package oscal

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

func TestReadersRefuse(t *testing.T) {
	deep := strings.Repeat("[", 100_000)
	laughs := "a: &a [x,x,x,x,x,x,x,x,x]\n"
	for c := 'b'; c <= 'j'; c++ {
		laughs += fmt.Sprintf("%c: &%c [%s]\n", c, c, strings.TrimSuffix(strings.Repeat(fmt.Sprintf("*%c,", c-1), 9), ","))
	}
	for _, test := range []struct {
		name   string
		format Format
		text   string
		kind   Kind
		says   string
	}{
		{"deep JSON", JSON, deep, TooDeep, "200 levels"},
		{"deep XML", XML, strings.Repeat(`<catalog xmlns="http://csrc.nist.gov/ns/oscal/1.0">`, 300), TooDeep, "200 levels"},
		{"billion laughs", YAML, laughs, TooMany, "100000 values"},
		{"alias of itself", YAML, "a: &a [*a]", TooDeep, "200 levels"},
		{"too many values", JSON, "[" + strings.Repeat("1,", 5_000_000) + "1]", TooMany, "4000000 values"},
		{"too many nodes", YAML, strings.Repeat("- 1\n", 2_500_000), TooMany, "4000000 values"},
		{"merge key", YAML, "a: &a {x: y}\nb: {<<: *a}", Syntax, "merge keys"},
		{"entities", XML, `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><catalog/>`, Doctype, "DOCTYPE"},
		{"foreign XML", XML, `<html><body/></html>`, Element, "<html>"},
		{"two names", JSON, `{"catalog": {"uuid": "a", "uuid": "b"}}`, Duplicate, `"uuid" stands twice`},
		{"not UTF-8", JSON, "{\"catalog\": {\"uuid\": \"\xff\"}}", Encoding, "UTF-8"},
		{"tail", JSON, "{} {}", Syntax, "line 1: something follows"},
		{"number", JSON, `{"catalog": {"x": 01}}`, Syntax, "expected a value"},
		{"no model", JSON, `{"foo": {}}`, NotOSCAL, "[foo]"},
		{"two models", JSON, `{"catalog": {}, "profile": {}}`, NotOSCAL, "[catalog profile]"},
		{"an array", YAML, `- catalog`, NotOSCAL, "an array"},
		{"nothing", YAML, ``, Syntax, ""},
		{"wrong shape", JSON, "{\"catalog\": {\n\"controls\": [{\n\"title\": [\"x\"]}]}}", Shape, "line 3: /catalog/controls/0/title: expected text, found an array"},
		{"wrong shape in YAML", YAML, "catalog:\n  controls: yes", Shape, "line 2: /catalog/controls: expected an array, found text"},
		{"major version", JSON, `{"catalog": {"metadata": {"oscal-version": "2.0.0"}}}`, BadVersion, "2.0.0"},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := Decode([]byte(test.text), test.format)
			var e *Error
			if !errors.As(err, &e) || e.Kind != test.kind || !strings.Contains(err.Error(), test.says) {
				t.Errorf("got %v, want %s with %q", err, test.kind, test.says)
			}
		})
	}
}

func TestHugeFilesAreRefusedUnread(t *testing.T) {
	huge := make([]byte, MaxBytes+1)
	_, err := Read(fstest.MapFS{"x.json": {Data: huge}}, "x.json")
	var e *Error
	if !errors.As(err, &e) || e.Kind != TooLarge {
		t.Errorf("got %v, want %s", err, TooLarge)
	}
}

func TestYAMLIsReadAsPeopleWriteIt(t *testing.T) {
	d, err := Decode([]byte(`
profile:
  uuid: u
  metadata: {title: 水道, version: 1.10, last-modified: 2026-04-01, oscal-version: v1.2.2}
  imports:
  - href: water.json
    include-controls: [{with-child-controls: yes, with-ids: &ids [a, b]}]
    exclude-controls: [{with-ids: *ids}]
  merge: {as-is: true}
`), YAML)
	if err != nil {
		t.Fatal(err)
	}
	p := d.Profile
	got := []any{p.Metadata.Version, p.Metadata.LastModified, p.Imports[0].IncludeControls[0].WithChildControls, p.Imports[0].ExcludeControls[0].WithIDs, *p.Merge.AsIs}
	if diff := cmp.Diff([]any{"1.10", "2026-04-01", "yes", []string{"a", "b"}, true}, got); diff != "" {
		t.Error(diff)
	}
}

func TestXMLIsTheSameCatalog(t *testing.T) {
	x, err := Decode([]byte(`<?xml version="1.0"?>
<catalog xmlns="http://csrc.nist.gov/ns/oscal/1.0" uuid="u"><!-- a comment -->
 <metadata><title>The <em>title</em></title><version>1</version><oscal-version>1.1.2</oscal-version>
  <revisions><revision><version>0</version></revision></revisions>
  <document-id scheme="s">d</document-id><party uuid="x" type="organization"><name>N</name><address><city>東京</city></address></party></metadata>
 <group id="g"><title>G</title>
  <control id="c"><title>C</title><param id="q"><select how-many="one"><choice>a</choice><choice>b*</choice></select></param>
   <prop name="label" value="1"/><link href="#x" rel="related"/>
   <part id="c_smt" name="statement"><p>Do <insert type="param" id-ref="q"/>, see
     <a href="#x">this</a>.</p><ol><li>one<ul><li>inner</li></ul></li><li>two</li></ol>
     <table><tr><th>h</th></tr><tr><td>d</td></tr></table><part name="item"><p>x</p></part></part>
  </control></group>
</catalog>`), XML)
	if err != nil {
		t.Fatal(err)
	}
	want := mustDecode(t, `{"catalog": {"uuid": "u", "metadata": {"title": "The *title*", "version": "1", "oscal-version": "1.1.2",
	 "revisions": [{"version": "0"}], "document-ids": [{"scheme": "s", "identifier": "d"}],
	 "parties": [{"uuid": "x", "type": "organization", "name": "N", "addresses": [{"city": "東京"}]}]},
	 "groups": [{"id": "g", "title": "G", "controls": [{"id": "c", "title": "C",
	  "params": [{"id": "q", "select": {"how-many": "one", "choice": ["a", "b\\*"]}}],
	  "props": [{"name": "label", "value": "1"}], "links": [{"href": "#x", "rel": "related"}],
	  "parts": [{"id": "c_smt", "name": "statement",
	   "prose": "Do {{ insert: param, q }}, see [this](#x).\n\n1. one\n   * inner\n1. two\n\n| h |\n| --- |\n| d |",
	   "parts": [{"name": "item", "prose": "x"}]}]}]}]}}`)
	if diff := cmp.Diff(want, x); diff != "" {
		t.Errorf("(-json +xml):\n%s", diff)
	}
}

func TestConvertWritesTheVersionOnly(t *testing.T) {
	d := mustDecode(t, water)
	Convert(d)
	out, err := Encode(d, JSON)
	if err != nil {
		t.Fatal(err)
	}
	want := jsonValue(t, []byte(strings.Replace(water, `"1.1.3"`, `"1.2.2"`, 1)))
	if diff := cmp.Diff(want, jsonValue(t, out)); diff != "" {
		t.Error(diff)
	}
}

func TestTokens(t *testing.T) {
	for id, want := range map[string]bool{"g-1.2": true, "対策1.2": true, "_x": true, "1.2": false, "": false, "a b": false} {
		if IsToken(id) != want {
			t.Errorf("IsToken(%q) is %v", id, !want)
		}
	}
}

func TestGlob(t *testing.T) {
	for _, test := range []struct {
		pattern, id string
		want        bool
	}{
		{"ac-*", "ac-1.2", true}, {"*", "x", true}, {"a?c", "abc", true}, {"a?c", "ac", false}, {"", "", false},
		{"a*b*c", "aXbYbZc", true}, {"a*b", "abc", false}, {"[a]", "a", false}, {"対?", "対策", true},
	} {
		if got := glob(test.pattern, test.id); got != test.want {
			t.Errorf("glob(%q, %q) is %v", test.pattern, test.id, got)
		}
	}
}

// FuzzDecode holds every reader to no panic, and to this: what was read can be written and read
// again to the same document.
func FuzzDecode(f *testing.F) {
	f.Add([]byte(water), "json")
	f.Add([]byte("catalog: {uuid: u, x: [1.0, ~, {a: &a b, c: *a}]}"), "yaml")
	f.Add([]byte(`<profile xmlns="http://csrc.nist.gov/ns/oscal/1.0"><metadata><title>a<b>c</b></title></metadata><import href="#x"><include-all/></import></profile>`), "xml")
	f.Fuzz(func(t *testing.T, data []byte, format string) {
		d, err := Decode(data, Format(format))
		if err != nil {
			return
		}
		for _, out := range []Format{JSON, YAML} {
			text, err := Encode(d, out)
			if err != nil {
				t.Fatal(err)
			}
			again, err := Decode(text, out)
			if err != nil {
				t.Fatalf("%s: %v\n%q", out, err, text)
			}
			if diff := cmp.Diff(d, again); diff != "" {
				t.Fatalf("%s: %s", out, diff)
			}
		}
	})
}

// FuzzResolve holds the resolver to no panic on any profile.
func FuzzResolve(f *testing.F) {
	f.Add([]byte(profileOf(all + `, "merge": {"custom": {"insert-controls": [{"include-all": {}}]}}`)))
	f.Add([]byte(profileOf(all + `, "modify": {"alters": [{"control-id": "p1", "removes": [{"by-name": "item"}],
		"adds": [{"by-id": "p1_smt", "position": "before", "parts": [{"name": "x"}]}]}]}`)))
	f.Fuzz(func(t *testing.T, data []byte) {
		fsys := fstest.MapFS{"water.json": {Data: []byte(water)}, "p.json": {Data: data}}
		r, err := Resolve(NewLibrary(fsys, ""), "p.json", Options{Links: "prune", Flat: "unnest"})
		if err != nil {
			return
		}
		if _, err := Encode(r.Document(), JSON); err != nil {
			t.Fatal(err)
		}
	})
}
