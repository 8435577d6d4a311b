package app

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"kijun/examples"
)

// contract asks the API and holds every answer against the OpenAPI document.
type contract struct {
	installation *installation
	api          http.Handler
	document     map[string]any
	routes       *http.ServeMux // the paths of the document, as the tests' own router
	schemas      *jsonschema.Compiler

	lock   sync.Mutex
	tokens map[string]string // by login
}

// nation is the demo nation that the tests of the API share. TestMain takes it away.
var nation = sync.OnceValues(func() (*contract, error) {
	folder, err := os.MkdirTemp("", "kijun-api-")
	if err != nil {
		return nil, err
	}
	endNation = func() error { return os.RemoveAll(folder) }
	i, err := buildDemo(context.Background(), folder, func() time.Time { return time.Date(2026, 11, 24, 3, 0, 0, 0, time.UTC) })
	if err != nil {
		return nil, err
	}
	endNation = func() error { return errors.Join(i.db.Close(), os.RemoveAll(folder)) }
	return newContract(i)
})

var endNation = func() error { return nil }

func newContract(i *installation) (*contract, error) {
	api := operations(i)
	written, err := api.Describe()
	if err != nil {
		return nil, err
	}
	c := &contract{installation: i, api: api, routes: http.NewServeMux(), schemas: jsonschema.NewCompiler(), tokens: map[string]string{}}
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(written))
	if err != nil {
		return nil, err
	}
	c.document = document.(map[string]any)
	c.schemas.AssertFormat()
	c.schemas.AssertContent()
	if err := c.schemas.AddResource("api.json", document); err != nil {
		return nil, err
	}
	for _, o := range c.operations() {
		c.routes.Handle(o.method+" "+o.path, http.NotFoundHandler())
	}
	return c, nil
}

// shared returns the nation.
func shared(t *testing.T) *contract {
	t.Helper()
	c, err := nation()
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// operation is one operation of the document.
type operation struct {
	method, path string
	spec         map[string]any
}

func (o operation) name() string { return o.spec["operationId"].(string) }

// open reports whether an operation needs no sign-in.
func (o operation) open() bool {
	return slices.ContainsFunc(o.spec["security"].([]any), func(s any) bool { return len(s.(map[string]any)) == 0 })
}

func (o operation) parameters(in string) []map[string]any {
	var found []map[string]any
	all, _ := o.spec["parameters"].([]any)
	for _, p := range all {
		if p := p.(map[string]any); p["in"] == in {
			found = append(found, p)
		}
	}
	return found
}

// body is the schema of the JSON that an operation takes; nil: none.
func (o operation) body() map[string]any {
	request, _ := o.spec["requestBody"].(map[string]any)
	content, _ := request["content"].(map[string]any)
	media, _ := content["application/json"].(map[string]any)
	schema, _ := media["schema"].(map[string]any)
	return schema
}

func (c *contract) operations() []operation {
	var all []operation
	for path, item := range c.document["paths"].(map[string]any) {
		for method, spec := range item.(map[string]any) {
			all = append(all, operation{strings.ToUpper(method), path, spec.(map[string]any)})
		}
	}
	slices.SortFunc(all, func(a, b operation) int { return strings.Compare(a.path+a.method, b.path+b.method) })
	return all
}

// answer is what the API said.
type answer struct {
	status int
	header http.Header
	body   []byte
}

// into reads the answer's JSON.
func (a answer) into(t *testing.T, v any) {
	t.Helper()
	if err := json.Unmarshal(a.body, v); err != nil {
		t.Fatalf("%v in %s", err, a.body)
	}
}

// ask sends a request as somebody ("": nobody; else officer@mihon-water) and holds the answer against the document.
func (c *contract) ask(t *testing.T, login, method, path string, body any) answer {
	t.Helper()
	var reader io.Reader
	kind := "application/json"
	switch b := body.(type) {
	case nil:
	case []byte:
		reader, kind = bytes.NewReader(b), "application/octet-stream"
	case string:
		reader = strings.NewReader(b)
	default:
		raw, err := json.Marshal(b)
		if err != nil {
			t.Fatal(err)
		}
		reader = bytes.NewReader(raw)
	}
	r := httptest.NewRequest(method, path, reader)
	r.Header.Set("Content-Type", kind)
	if login != "" {
		r.Header.Set("Authorization", "Bearer "+c.token(t, login))
	}
	return c.send(t, r)
}

func (c *contract) send(t *testing.T, r *http.Request) answer {
	t.Helper()
	w := httptest.NewRecorder()
	c.api.ServeHTTP(w, r)
	a := answer{w.Code, w.Header(), w.Body.Bytes()}
	if a.status >= 500 {
		t.Errorf("%s %s: %d %s", r.Method, r.URL, a.status, a.body)
	}
	if err := c.holds(r, a); err != nil {
		t.Errorf("%s %s: %d: %v\n%.2000s", r.Method, r.URL, a.status, err, a.body)
	}
	return a
}

// token signs somebody of the demo in, once.
func (c *contract) token(t *testing.T, login string) string {
	t.Helper()
	c.lock.Lock()
	defer c.lock.Unlock()
	if c.tokens[login] == "" {
		token, err := c.installation.access.SignInDemoAs(t.Context(), login)
		if err != nil {
			t.Fatal(login, err)
		}
		c.tokens[login] = token
	}
	return c.tokens[login]
}

// holds says how an answer differs from what the document says of it.
func (c *contract) holds(r *http.Request, a answer) error {
	kind, _, err := mime.ParseMediaType(a.header.Get("Content-Type"))
	if err != nil && len(a.body) > 0 {
		return fmt.Errorf("content type %q: %w", a.header.Get("Content-Type"), err)
	}
	if a.status >= 400 {
		if kind != "application/problem+json" {
			return fmt.Errorf("an error as %s", kind)
		}
		if a.status == http.StatusUnauthorized && a.header.Get("WWW-Authenticate") == "" && !strings.HasSuffix(r.URL.Path, "/sessions") {
			return fmt.Errorf("401 without WWW-Authenticate")
		}
		return c.fits("/components/schemas/Problem", a.body)
	}
	_, pattern := c.routes.Handler(r)
	method, path, found := strings.Cut(pattern, " ")
	if !found {
		return fmt.Errorf("an address that the document does not have")
	}
	at := "/paths/" + escape(path) + "/" + strings.ToLower(method) + "/responses/" + strconv.Itoa(a.status)
	response, ok := c.at(at).(map[string]any)
	if !ok {
		return fmt.Errorf("a status that the document does not have")
	}
	content, _ := response["content"].(map[string]any)
	if len(a.body) == 0 && len(content) == 0 {
		return nil
	}
	if content[kind] == nil {
		return fmt.Errorf("content type %s", kind)
	}
	if kind != "application/json" || content["application/octet-stream"] != nil {
		return nil
	}
	return c.fits(at+"/content/application~1json/schema", a.body)
}

// fits validates JSON against a schema at a place of the document.
func (c *contract) fits(at string, body []byte) error {
	schema, err := c.schemas.Compile("api.json#" + at)
	if err != nil {
		return err
	}
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(body))
	if err != nil {
		return err
	}
	return schema.Validate(value)
}

// asJSON is a value as JSON.
func asJSON(v any) []byte {
	raw, err := json.Marshal(v)
	if err != nil {
		panic(err) // made of JSON
	}
	return raw
}

func escape(s string) string { return strings.NewReplacer("~", "~0", "/", "~1").Replace(s) }

// at returns what stands at a JSON pointer of the document.
func (c *contract) at(pointer string) any {
	var v any = c.document
	for part := range strings.SplitSeq(strings.TrimPrefix(pointer, "/"), "/") {
		m, ok := v.(map[string]any)
		if !ok {
			return nil
		}
		v = m[strings.NewReplacer("~1", "/", "~0", "~").Replace(part)]
	}
	return v
}

// sample is a document of the sample nation.
func sample(t *testing.T, path string) string {
	t.Helper()
	raw, err := examples.Nation.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}
