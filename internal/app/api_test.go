package app

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"kijun/internal/access"
	"kijun/internal/blob"
	"kijun/internal/db"
	"kijun/internal/db/dbtest"
	"kijun/internal/lang"
)

var pathParameter = regexp.MustCompile(`\{(\w+)\}`)

// withIDs is the path of an operation with every parameter set to what id says of it.
func (o operation) withIDs(id func(name string) string) string {
	return pathParameter.ReplaceAllStringFunc(o.path, func(p string) string { return url.PathEscape(id(strings.Trim(p, "{}"))) })
}

// nobodys are ids that name nothing.
func nobodys(name string) string {
	if name == "number" {
		return "999999"
	}
	return "nobody-s"
}

// example makes a value that a schema takes, with the required properties alone.
func (c *contract) example(schema map[string]any) any {
	if ref, ok := schema["$ref"].(string); ok {
		return c.example(c.at(strings.TrimPrefix(ref, "#")).(map[string]any))
	}
	if words, ok := schema["enum"].([]any); ok {
		return words[0]
	}
	if examples, ok := schema["examples"].([]any); ok {
		return examples[0]
	}
	switch schema["type"] {
	case "object":
		out := map[string]any{}
		properties, _ := schema["properties"].(map[string]any)
		required, _ := schema["required"].([]any)
		for _, name := range required {
			out[name.(string)] = c.example(properties[name.(string)].(map[string]any))
		}
		return out
	case "array":
		return []any{c.example(schema["items"].(map[string]any))}
	case "string":
		if schema["format"] == "date" {
			return "2026-04-01"
		}
		return "x"
	case "boolean":
		return false
	}
	return 1
}

// sample is a request that an operation takes: an address with ids, with what it needs of a query, and a body.
func (c *contract) sample(o operation, id func(string) string) (path string, body any) {
	query := url.Values{}
	for _, p := range o.parameters("query") {
		if p["required"] == true {
			query.Set(p["name"].(string), fmt.Sprint(c.example(p["schema"].(map[string]any))))
		}
	}
	path = o.withIDs(id)
	if len(query) > 0 {
		path += "?" + query.Encode()
	}
	if s := o.body(); s != nil {
		return path, c.example(s)
	}
	if o.spec["requestBody"] != nil {
		return path, []byte("a file")
	}
	return path, nil
}

// TestNobodyIsAskedToSignIn calls everything without a token.
func TestNobodyIsAskedToSignIn(t *testing.T) {
	c := shared(t)
	for _, o := range c.operations() {
		path, body := c.sample(o, nobodys)
		a := c.ask(t, "", o.method, path, body)
		if !o.open() && a.status != http.StatusUnauthorized {
			t.Errorf("%s: %d for nobody", o.name(), a.status)
		}
		if o.open() && o.method == http.MethodGet && a.status == http.StatusUnauthorized {
			t.Errorf("%s needs no sign-in and asks for one", o.name())
		}
	}
}

// TestWrongIDsAreNotFound calls everything that has an id with ids that name nothing, as people who may do much.
func TestWrongIDsAreNotFound(t *testing.T) { shared(t).findsNothing(t) }

func (c *contract) findsNothing(t *testing.T) {
	t.Helper()
	for _, login := range []string{"officer@mihon-water", "officer@mhlw", "officer@cas"} {
		for _, o := range c.operations() {
			if !strings.Contains(o.path, "{") {
				continue
			}
			path, body := c.sample(o, nobodys)
			if a := c.ask(t, login, o.method, path, body); a.status != http.StatusNotFound {
				t.Errorf("%s as %s: %d %s", o.name(), login, a.status, a.body)
			}
		}
	}
}

// marker is what no answer may repeat.
const marker = "kijunmarker"

// TestMalformedInputIsRefused sends what no operation takes: it is told what is wrong, in a problem, and
// gets nothing back of what it sent.
func TestMalformedInputIsRefused(t *testing.T) { shared(t).refusesAll(t) }

func (c *contract) refusesAll(t *testing.T) {
	t.Helper()
	for _, o := range c.operations() {
		path := o.withIDs(nobodys)
		if s := o.body(); s != nil {
			for _, body := range c.malformed(s) {
				c.refuses(t, o, path, body)
			}
		}
		for _, q := range malformedQueries(o) {
			c.refuses(t, o, path+"?"+q, nil)
		}
		c.refuses(t, o, o.withIDs(func(string) string { return marker + "\x00" })+"?a=%00", nil)
		c.refuses(t, o, o.withIDs(func(string) string { return "\xff" + marker })+"?a=%ff", nil)
	}
}

func (c *contract) refuses(t *testing.T, o operation, path string, body any) {
	t.Helper()
	a := c.ask(t, "officer@mihon-water", o.method, path, body)
	if a.status < 400 || a.status >= 500 || strings.Contains(strings.ToLower(string(a.body)), marker) {
		t.Errorf("%s %s with %.100v: %d %s", o.method, path, body, a.status, a.body)
	}
}

// malformed are bodies that a schema does not take.
func (c *contract) malformed(schema map[string]any) []any {
	bodies := []any{"", "{", marker, `"` + marker + `"`, `[]`, `null`, `{"` + marker + `":1}`, `{"` + marker + `.` + marker + `":{}}`, `1e400`,
		strings.Repeat(`{"a":`, 20_000)}
	if ref, ok := schema["$ref"].(string); ok {
		schema = c.at(strings.TrimPrefix(ref, "#")).(map[string]any)
	}
	for name, property := range schema["properties"].(map[string]any) {
		for _, wrong := range c.wrongValues(property.(map[string]any)) {
			whole := c.example(schema).(map[string]any)
			whole[name] = wrong
			bodies = append(bodies, whole)
		}
	}
	return bodies
}

// wrongValues are values that a schema does not take.
func (c *contract) wrongValues(schema map[string]any) []any {
	if ref, ok := schema["$ref"].(string); ok {
		schema = c.at(strings.TrimPrefix(ref, "#")).(map[string]any)
	}
	switch schema["type"] {
	case "string":
		wrong := []any{1, true, []string{marker}, map[string]any{marker: marker}, marker + "\x00"}
		if schema["enum"] != nil || schema["format"] != nil {
			wrong = append(wrong, marker)
		}
		return wrong
	case "integer":
		return []any{marker, 1.5, json.Number("1e30"), json.Number("-99999999999999999999"), []int{1}}
	case "boolean":
		return []any{marker, 1}
	case "array":
		return []any{marker, []any{marker}, []any{map[string]any{marker: 1}}, map[string]any{}}
	}
	return []any{marker, 1, []any{marker}, map[string]any{marker: 1}}
}

func malformedQueries(o operation) []string {
	queries := []string{marker + "=1"}
	for _, p := range o.parameters("query") {
		schema := p["schema"].(map[string]any)
		name := p["name"].(string)
		if schema["enum"] != nil || schema["format"] != nil || schema["type"] != "string" || name == "from" {
			queries = append(queries, name+"="+marker)
		}
		if most, ok := schema["maxLength"].(json.Number); ok {
			n, _ := most.Int64()
			queries = append(queries, name+"="+strings.Repeat("x", int(n)+1))
		}
	}
	return queries
}

// TestBothEnginesRefuseAlike: what no operation takes, and ids of any form, reach neither engine in a way
// that it chokes on.
func TestBothEnginesRefuseAlike(t *testing.T) {
	dbtest.Run(t, db.Migrations(), func(t *testing.T, d *db.DB) {
		i, err := start(t.Context(), d, blob.InDatabase(d), world{now: time.Now, random: chance(0), log: logger(), demo: true})
		if err != nil {
			t.Fatal(err)
		}
		for org, standing := range map[string]access.Standing{"mihon-water": {Kind: access.Operator, Sector: "water"}, "mhlw": {Kind: access.Ministry, Sector: "medical"},
			"cas": {Kind: access.CabinetSecretariat}} {
			if err := i.access.AddOrg(t.Context(), access.Installation(), access.Org{ID: org, Name: lang.Same(org), Standings: []access.Standing{standing}}); err != nil {
				t.Fatal(err)
			}
			officer := access.Person{Login: "officer@" + org, Name: "乙川 二葉"}
			if _, err := i.access.AddPerson(t.Context(), access.Installation(), officer, access.Membership{Org: org, Role: access.Officer}, ""); err != nil {
				t.Fatal(err)
			}
		}
		c, err := newContract(i)
		if err != nil {
			t.Fatal(err)
		}
		c.findsNothing(t)
		c.refusesAll(t)
		for _, o := range c.operations() {
			for _, id := range []string{"%", "'", "\\", "😀", strings.Repeat("x", 9000), "01gwx28pwgckh14dg73rcvv3jd'--", "0", "-1", "9223372036854775807", "99999999999999999999"} {
				if path, body := c.sample(o, func(string) string { return id }); strings.Contains(o.path, "{") {
					c.ask(t, "officer@mihon-water", o.method, path, body)
				}
			}
		}
	})
}

// TestProblemsComeInTheCallersLanguage looks at one refusal by the machinery and one by a room.
func TestProblemsComeInTheCallersLanguage(t *testing.T) {
	c := shared(t)
	for _, test := range []struct{ language, body, want string }{
		{"ja", `{"login":1,"password":"x"}`, "文字列を入れてください"},
		{"en-GB,ja;q=0.5", `{"login":1,"password":"x"}`, "expected string"},
		{"", `{"login":"nobody","password":"x"}`, "サインイン名かパスワードが違います"},
		{"fr, en", `{"login":"nobody","password":"x"}`, "the sign-in name or the password is wrong"},
	} {
		r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, "/api/v1/sessions", strings.NewReader(test.body))
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Accept-Language", test.language)
		if a := c.send(t, r); !strings.Contains(string(a.body), test.want) {
			t.Errorf("%q: %s", test.language, a.body)
		}
	}
}

// TestALargeBodyIsRefused before it is read to its end.
func TestALargeBodyIsRefused(t *testing.T) {
	c := shared(t)
	a := c.ask(t, "", http.MethodPost, "/api/v1/sessions", `{"login":"`+strings.Repeat("x", 1<<20)+`","password":"x"}`)
	if a.status != http.StatusRequestEntityTooLarge {
		t.Errorf("%d %s", a.status, a.body)
	}
}

// TestWhereNothingIs answers in the form of all errors.
func TestWhereNothingIs(t *testing.T) {
	c := shared(t)
	if a := c.ask(t, "", http.MethodGet, "/api/v1/nothing", nil); a.status != http.StatusNotFound {
		t.Errorf("%d", a.status)
	}
	a := c.ask(t, "", http.MethodDelete, "/api/v1/me", nil)
	if a.status != http.StatusMethodNotAllowed || !strings.Contains(a.header.Get("Allow"), http.MethodGet) {
		t.Errorf("%d %v", a.status, a.header)
	}
}

// TestTheDocumentIsServed also in the form that older tools read.
func TestTheDocumentIsServed(t *testing.T) {
	c := shared(t)
	for path, version := range map[string]string{"/api/openapi.json": "3.1", "/api/openapi-3.0.json": "3.0"} {
		r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, path, nil)
		if err != nil {
			t.Fatal(err)
		}
		w := httptest.NewRecorder()
		c.api.ServeHTTP(w, r)
		var document struct {
			OpenAPI string                    `json:"openapi"`
			Paths   map[string]map[string]any `json:"paths"`
		}
		if err := json.Unmarshal(w.Body.Bytes(), &document); err != nil || !strings.HasPrefix(document.OpenAPI, version) || len(document.Paths) == 0 {
			t.Errorf("%s: %v %s, %d paths", path, err, document.OpenAPI, len(document.Paths))
		}
	}
}

// TestTheDocumentSaysWhatItMeans: every operation, parameter and property that could be misread has words.
func TestTheDocumentSaysWhatItMeans(t *testing.T) {
	c := shared(t)
	var ids []string
	for _, o := range c.operations() {
		ids = append(ids, o.name())
		if o.spec["summary"] == "" {
			t.Errorf("%s %s says nothing", o.method, o.path)
		}
		var named []string
		for _, p := range o.parameters("path") {
			named = append(named, "{"+p["name"].(string)+"}")
		}
		if said := pathParameter.FindAllString(o.path, -1); !slices.Equal(slices.Sorted(slices.Values(named)), slices.Sorted(slices.Values(said))) {
			t.Errorf("%s has %v in its address and reads %v", o.name(), said, named)
		}
		for _, p := range o.parameters("query") {
			if s := p["schema"].(map[string]any); p["description"] == nil && s["description"] == nil && s["enum"] == nil {
				t.Errorf("%s: ?%v says nothing", o.name(), p["name"])
			}
		}
	}
	slices.Sort(ids)
	if n := len(slices.Compact(ids)); n != len(c.operations()) {
		t.Errorf("%d operations have %d names", len(c.operations()), n)
	}
	if bad := regexp.MustCompile(`"([a-z]+[A-Z]\w*)": \{\s*"(type|\$ref)"`).FindAllString(fmt.Sprint(c.document["components"]), -1); bad != nil {
		t.Errorf("names that are no snake_case: %v", bad)
	}
}
