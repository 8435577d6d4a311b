package archtest

import (
	"flag"
	"fmt"
	"go/ast"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write docs/rooms.md")

const roomsHead = `# Rooms

What each package is for, in the words of its own door sign (doc.go). Written by ` + "`make generate`" + `; do not edit.
`

// TestRooms keeps docs/rooms.md equal to the door signs.
func TestRooms(t *testing.T) {
	signs := map[string]string{}
	files(t, func(path string, f *ast.File, _ *token.FileSet) {
		if f.Doc != nil && (filepath.Base(path) == "doc.go" || path == "cmd/kijun/main.go") {
			signs[filepath.ToSlash(filepath.Dir(path))] = f.Doc.Text()
		}
	})
	names := make([]string, 0, len(signs))
	for name := range signs {
		names = append(names, name)
	}
	slices.Sort(names)
	var b strings.Builder
	b.WriteString(roomsHead)
	for _, name := range names {
		fmt.Fprintf(&b, "\n## %s\n\n%s", name, signs[name])
	}
	path := filepath.Join(root, "docs/rooms.md")
	if *update {
		if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	written, err := os.ReadFile(path)
	if err != nil || string(written) != b.String() {
		t.Errorf("docs/rooms.md is not what the door signs say (%v): run make generate", err)
	}
}
