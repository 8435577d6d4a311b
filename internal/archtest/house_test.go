package archtest

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const root = "../.."

// files calls each with every Go file of the module that is no test.
func files(t *testing.T, each func(path string, f *ast.File, fset *token.FileSet)) {
	t.Helper()
	fset := token.NewFileSet()
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && strings.HasPrefix(d.Name(), ".") && d.Name() != ".." && path != root {
			return fs.SkipDir
		}
		if filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		f, err := parser.ParseFile(fset, path, nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, path)
		each(filepath.ToSlash(rel), f, fset)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestEveryPackageHasADoorSign(t *testing.T) {
	seen := map[string]bool{}
	files(t, func(path string, f *ast.File, _ *token.FileSet) {
		dir := filepath.Dir(path)
		seen[dir] = seen[dir] || f.Doc != nil && (filepath.Base(path) == "doc.go" || dir == "cmd/kijun")
	})
	for dir, signed := range seen {
		if !signed {
			t.Errorf("%s has no doc.go with a package comment", dir)
		}
	}
}

// TestTheClockIsHandedIn keeps time and chance out of everything below the wiring.
func TestTheClockIsHandedIn(t *testing.T) {
	files(t, func(path string, f *ast.File, fset *token.FileSet) {
		if strings.HasPrefix(path, "internal/app/") || strings.HasPrefix(path, "cmd/") {
			return
		}
		ast.Inspect(f, func(n ast.Node) bool {
			sel, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			if x, ok := sel.X.(*ast.Ident); ok && (x.Name == "time" && sel.Sel.Name == "Now" || x.Name == "rand") {
				t.Errorf("%s: %s.%s: take a clock or a source of chance as a parameter", fset.Position(n.Pos()), x.Name, sel.Sel.Name)
			}
			return true
		})
	})
}

// TestAddressesAndRawHTMLStayInUI: gomponents writes an address as it is, javascript: included.
func TestAddressesAndRawHTMLStayInUI(t *testing.T) {
	forbidden := map[string][]string{"h": {"Href", "Src", "Action"}, "g": {"Raw", "Rawf"}}
	files(t, func(path string, f *ast.File, fset *token.FileSet) {
		if strings.HasPrefix(path, "internal/web/ui/") {
			return
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if sel, ok := n.(*ast.SelectorExpr); ok {
				if x, ok := sel.X.(*ast.Ident); ok && slices.Contains(forbidden[x.Name], sel.Sel.Name) {
					t.Errorf("%s: %s.%s belongs in web/ui", fset.Position(n.Pos()), x.Name, sel.Sel.Name)
				}
			}
			return true
		})
	})
}

func TestNoBucketPackages(t *testing.T) {
	buckets := []string{"models", "utils", "util", "common", "helpers", "types", "misc"}
	files(t, func(path string, f *ast.File, _ *token.FileSet) {
		if slices.Contains(buckets, f.Name.Name) {
			t.Errorf("%s: package %s says nothing; name it after what it is about", path, f.Name.Name)
		}
	})
}

// TestOnlySourcesAreCommitted keeps other people's code and built files out.
func TestOnlySourcesAreCommitted(t *testing.T) {
	for _, dir := range []string{"vendor", "node_modules", "third_party", "dist"} {
		if _, err := os.Stat(filepath.Join(root, dir)); err == nil {
			t.Errorf("%s does not belong in the repository", dir)
		}
	}
}
