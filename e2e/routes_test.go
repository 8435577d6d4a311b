//go:build e2e

package e2e

import (
	"go/ast"
	"go/parser"
	"go/token"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
)

// route is where a room answers: a method and a path without the language, below /ja and /en, or below
// /public/ja and /public/en.
type route struct {
	method, path   string
	public, upload bool // upload: it takes a form with files
}

func (r route) String() string {
	if r.public {
		return r.method + " /public" + r.path
	}
	return r.method + " " + r.path
}

// routes are all that the rooms mount, read from their source, so that a new one is looked at without
// anybody remembering to.
var routes = sync.OnceValues(func() ([]route, error) {
	files, err := filepath.Glob("../internal/*/*web/*.go")
	if err != nil {
		return nil, err
	}
	var all []route
	for _, f := range files {
		tree, err := parser.ParseFile(token.NewFileSet(), f, nil, parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		ast.Inspect(tree, func(n ast.Node) bool {
			if r, ok := mounted(n); ok {
				all = append(all, r)
			}
			return true
		})
	}
	return all, nil
})

// mounted is the route that a call such as on.Handle("GET /checks", …) mounts.
func mounted(n ast.Node) (route, bool) {
	call, ok := n.(*ast.CallExpr)
	if !ok || len(call.Args) < 2 {
		return route{}, false
	}
	f, ok := call.Fun.(*ast.SelectorExpr)
	if !ok || !slices.Contains([]string{"Handle", "Open", "Upload", "Public"}, f.Sel.Name) {
		return route{}, false
	}
	if on, ok := f.X.(*ast.Ident); !ok || on.Name != "on" {
		return route{}, false
	}
	method, path, ok := strings.Cut(literal(call.Args[0]), " ")
	return route{method, path, f.Sel.Name == "Public", f.Sel.Name == "Upload"}, ok
}

// literal is the text of an expression; what is not written out in it is a wildcard.
func literal(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.BasicLit:
		s, err := strconv.Unquote(e.Value)
		if err != nil {
			return ""
		}
		return s
	case *ast.BinaryExpr:
		return literal(e.X) + literal(e.Y)
	}
	return "{any}"
}

// allRoutes fails the test where the source does not read as expected.
func allRoutes(t *testing.T) []route {
	t.Helper()
	all, err := routes()
	if err != nil || len(all) < 60 {
		t.Fatalf("%d routes are found in the source: %v", len(all), err)
	}
	return all
}

// router tells which route answers an address.
func router(t *testing.T) *http.ServeMux {
	t.Helper()
	mux := http.NewServeMux()
	for _, r := range allRoutes(t) {
		for _, l := range []string{"ja", "en"} {
			root := "/" + l
			if r.public {
				root = "/public/" + l
			}
			mux.Handle(r.method+" "+root+r.path, http.NotFoundHandler())
		}
	}
	return mux
}

// patternOf is the route of an address with the language, and the names of the query, sorted; "" where no
// room answers.
func patternOf(mux *http.ServeMux, address string) string {
	r := httptest.NewRequest(http.MethodGet, address, nil)
	_, pattern := mux.Handler(r)
	if pattern == "" {
		return ""
	}
	var names []string
	for name := range r.URL.Query() {
		names = append(names, name)
	}
	if len(names) == 0 {
		return pattern
	}
	slices.Sort(names)
	return pattern + "?" + strings.Join(names, "&")
}
