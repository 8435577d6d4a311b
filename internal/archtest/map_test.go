package archtest

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// may lists, for every package, the packages of kijun that it may import. A package that is missing
// here fails the test: decide first which room it belongs to.
var may = map[string][]string{
	// kernel
	"internal/clock": {},
	"internal/lang":  {"internal/clock"},
	"internal/fault": {"internal/lang"},
	"internal/id":    {},
	"internal/page":  {"internal/lang", "internal/fault"},
	// platform
	"internal/db":        kernel(),
	"internal/db/dbtest": {"internal/db"},
	"internal/blob":      kernel("internal/db"),
	"internal/job":       kernel("internal/db", "internal/page"),
	// foundation rooms
	"internal/trail":      kernel("internal/db"),
	"internal/access":     kernel("internal/db", "internal/id", "internal/trail"),
	"internal/submission": kernel("internal/access", "internal/db", "internal/page"),
	// engines, public
	"cascade":        {},
	"cascade/iim":    {},
	"oscal":          {},
	"oscal/validate": {"oscal"},
	// rooms
	"internal/guideline":  kernel(),
	"internal/standard":   kernel("internal/guideline", "internal/access", "internal/db", "internal/page"),
	"internal/measure":    kernel("internal/access", "internal/db", "internal/guideline", "internal/standard"),
	"internal/check":      kernel("internal/access", "internal/blob", "internal/db", "internal/guideline", "internal/measure", "internal/page", "internal/standard", "internal/submission"),
	"internal/dependency": kernel("cascade", "cascade/iim"),
	"internal/overview":   kernel("internal/access", "internal/check", "internal/guideline", "internal/measure", "internal/standard", "internal/submission"),
	"internal/demo":       kernel("internal/access", "internal/guideline", "internal/standard", "internal/measure", "internal/check", "internal/submission", "examples"),
	// faces
	"internal/web/ui":                   kernel("internal/access"),
	"internal/web":                      kernel("internal/access", "internal/web/ui"),
	"internal/submission/submissionweb": kernel("internal/access", "internal/submission", "internal/web/ui"),
	"internal/access/accessweb":         kernel("internal/access", "internal/guideline", "internal/web/ui"),
	"internal/api/rest":                 kernel("internal/access"),
	"internal/api":                      kernel("internal/access", "internal/api/rest"),
	"internal/access/accessapi":         kernel("internal/access", "internal/api/rest"),
	"internal/guideline/guidelineapi":   kernel("internal/access", "internal/guideline", "internal/api/rest"),
	"internal/standard/standardapi":     kernel("internal/access", "internal/guideline", "internal/standard", "internal/api/rest"),
	"internal/measure/measureapi":       kernel("internal/access", "internal/guideline", "internal/standard", "internal/measure", "internal/api/rest"),
	"internal/check/checkapi":           kernel("internal/access", "internal/standard", "internal/check", "internal/api/rest"),
	"internal/submission/submissionapi": kernel("internal/access", "internal/submission", "internal/api/rest"),
	"client":                            {},
	"internal/standard/standardweb":     kernel("internal/access", "internal/guideline", "internal/standard", "internal/web/ui"),
	"internal/overview/overviewweb": kernel("internal/access", "internal/check", "internal/guideline", "internal/overview", "internal/standard",
		"internal/submission", "internal/web/ui"),
	"internal/measure/measureweb":       kernel("internal/access", "internal/guideline", "internal/standard", "internal/measure", "internal/web/ui"),
	"internal/check/checkweb":           kernel("internal/access", "internal/blob", "internal/check", "internal/guideline", "internal/standard", "internal/submission", "internal/web/ui"),
	"internal/measure/measuretest":      kernel("internal/access", "internal/db", "internal/guideline", "internal/standard", "internal/measure", "examples"),
	"internal/guideline/guidelineweb":   kernel("internal/access", "internal/guideline", "internal/web/ui"),
	"internal/dependency/dependencyweb": kernel("cascade", "internal/dependency", "internal/web/ui"),
	"internal/cli": kernel("internal/guideline", "internal/standard", "internal/measure", "oscal", "oscal/validate",
		"cascade", "cascade/iim", "internal/dependency",
		"internal/db", "internal/trail"),
	// wiring
	"internal/app": {everyone},
	"cmd/kijun":    {"internal/app"},
	// beside the product
	"internal/archtest": {},
	"examples":          {},
	"e2e":               {},
	"e2e/browser":       {},
	"e2e/shot":          {"e2e/browser"},
}

// everyone stands for the whole house: the wiring knows it.
const everyone = "*"

func kernel(more ...string) []string {
	return append([]string{"internal/clock", "internal/lang", "internal/fault"}, more...)
}

// outside lists the packages that may use a dependency which only they may know.
var outside = map[string][]string{
	"github.com/alecthomas/kong":               {"internal/cli"},
	"github.com/xuri/excelize/v2":              {"internal/standard", "internal/check"},
	"github.com/gabriel-vasile/mimetype":       {"internal/check"},
	"github.com/yuin/goldmark":                 {"internal/standard"},
	"maragu.dev/gomponents":                    {"internal/web", "internal/web/ui", "internal/access/accessweb", "internal/submission/submissionweb", "internal/overview/overviewweb", "internal/standard/standardweb", "internal/measure/measureweb", "internal/check/checkweb", "internal/guideline/guidelineweb", "internal/dependency/dependencyweb"},
	"go.yaml.in/yaml/v4":                       {"internal/guideline", "internal/standard", "internal/dependency", "oscal"},
	"github.com/santhosh-tekuri/jsonschema/v6": {"oscal/validate"},
	"github.com/defenseunicorns/go-oscal":      {"oscal/validate"},
	"golang.org/x/sync":                        {"internal/standard"},
	"github.com/aymanbagabas/go-udiff":         {"internal/web/ui"},
	"github.com/danielgtaylor/huma/v2": {"internal/api", "internal/api/rest", "internal/access/accessapi", "internal/guideline/guidelineapi",
		"internal/standard/standardapi", "internal/measure/measureapi", "internal/check/checkapi", "internal/submission/submissionapi"},
	"github.com/oklog/ulid/v2":        {"internal/id"},
	"github.com/alexedwards/argon2id": {"internal/access"},
	"golang.org/x/text":               {"internal/access", "internal/lang", "internal/guideline", "internal/standard", "internal/cli", "oscal/validate"},
	"github.com/jackc/pgx/v5":         {"internal/db"},
	"github.com/pressly/goose/v3":     {"internal/db"},
	"modernc.org/sqlite":              {"internal/db"},
	"golang.org/x/mod":                {"internal/trail"},
	"gonum.org/v1/gonum":              {"cascade/iim"},
	"github.com/chromedp/chromedp":    {"e2e/browser"},
	"github.com/chromedp/cdproto":     {"e2e/browser"},
	"github.com/google/go-cmp":        {}, // tests only, which this map does not see
	"pgregory.net/rapid":              {},
	"github.com/rogpeppe/go-internal": {},
}

type goPackage struct {
	ImportPath string
	Imports    []string
}

func TestImportMap(t *testing.T) {
	for _, p := range packages(t) {
		name := strings.TrimPrefix(p.ImportPath, "kijun/")
		allowed, known := may[name]
		if !known {
			t.Errorf("%s is not on the import map: add it to map_test.go, under the part of the house it belongs to", name)
			continue
		}
		for _, i := range p.Imports {
			if in, ours := strings.CutPrefix(i, "kijun/"); ours && !slices.Contains(allowed, in) && !slices.Contains(allowed, everyone) {
				t.Errorf("%s must not import %s", name, in)
			}
		}
	}
}

func TestDependenciesStayInTheirPlace(t *testing.T) {
	for _, p := range packages(t) {
		name := strings.TrimPrefix(p.ImportPath, "kijun/")
		for _, i := range p.Imports {
			first, _, _ := strings.Cut(i, "/")
			if !strings.Contains(first, ".") {
				continue
			}
			if users, ok := usersOf(i); !ok || !slices.Contains(users, name) {
				t.Errorf("%s must not import %s (see map_test.go and docs/adr)", name, i)
			}
		}
	}
}

func usersOf(importPath string) ([]string, bool) {
	for module, users := range outside {
		if importPath == module || strings.HasPrefix(importPath, module+"/") {
			return users, true
		}
	}
	return nil, false
}

// packages lists the packages of the module with what they import, tests left out but what is built for
// the browser tests.
func packages(t *testing.T) []goPackage {
	t.Helper()
	cmd := exec.Command("go", "list", "-tags", "e2e", "-json=ImportPath,Imports", "kijun/...")
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var ps []goPackage
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p goPackage
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			return ps
		} else if err != nil {
			t.Fatal(err)
		}
		ps = append(ps, p)
	}
}
