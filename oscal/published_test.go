package oscal

import (
	"io/fs"
	"os"
	"path"
	"testing"
)

// published returns the folder of published documents that tests compare with. It is kept outside
// the project; tests that need it are skipped, and say so, where it is absent.
func published(t testing.TB) fs.FS {
	t.Helper()
	const dir = "../../shared/data/oscal"
	if _, err := os.Stat(dir); err != nil {
		t.Skipf("no published documents in %s", dir)
	}
	return os.DirFS(dir)
}

// publishedFiles lists all of them.
func publishedFiles(t testing.TB, fsys fs.FS) []string {
	t.Helper()
	var names []string
	for _, pattern := range []string{"ism/*.json", "nist-800-53-rev5/*.json"} {
		found, err := fs.Glob(fsys, pattern)
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, found...)
	}
	if len(names) < 26 {
		t.Fatalf("only %d published documents", len(names))
	}
	return names
}

// mustRead reads a document that the test cannot do without.
func mustRead(t testing.TB, fsys fs.FS, name string) *Document {
	t.Helper()
	d, err := Read(fsys, name)
	if err != nil {
		t.Fatalf("%s: %v", path.Base(name), err)
	}
	return d
}
