package oscal

import (
	"cmp"
	"flag"
	"io/fs"
	"os"
	"path"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// suite is a copy of src/specifications/profile-resolution of usnistgov/OSCAL.
var suite = flag.String("suite", "../../shared/data/oscal/profile-resolution", "folder of NIST's profile resolution tests")

// disagreements are the expectations that we do not meet, with the reason. All others must be met.
var disagreements = map[string]string{
	"req-circular_import":           "must fail, and does",
	"broken_profile":                "must fail, and does",
	"circular_profile":              "must fail, and does",
	"home_profile":                  "must fail, and does",
	"req-loose-params1":             "expects a param of a control that is left out to become loose",
	"req-loose-params2":             "expects a param of a control that is left out to become loose",
	"req-merge-usefirst1":           "expectation lost three controls that nobody excluded (usefirst2 has them)",
	"req-structure-asis1":           "expectation lacks group params that a text inserts",
	"req-structure-asis2":           "expectation lacks group params that a text inserts",
	"req-with-parent-controls-no1":  "with-parent-controls left OSCAL in 1.1",
	"req-with-parent-controls-none": "with-parent-controls left OSCAL in 1.1",
	"req-with-parent-controls-yes1": "with-parent-controls left OSCAL in 1.1",
	"req-with-parent-controls-yes2": "with-parent-controls left OSCAL in 1.1",
	"without-parent_profile":        "with-parent-controls left OSCAL in 1.1",
}

// TestNISTSuites compares ids, tree and content with NIST's two suites. They contradict each other:
// under flat one keeps children nested and the other does not, so each has its option. With -v it
// prints the table of docs/oscal.md.
func TestNISTSuites(t *testing.T) {
	if _, err := os.Stat(*suite); err != nil {
		t.Skipf("no NIST suite in %s", *suite)
	}
	fsys := os.DirFS(*suite)
	for _, s := range []struct{ dir, flat string }{{"requirement-tests", "keep"}, {"profile-resolution-examples", "unnest"}} {
		results, err := fs.Glob(fsys, s.dir+"/output-expected/*_RESOLVED.xml")
		if err != nil || len(results) == 0 {
			t.Fatalf("no results in %s: %v", s.dir, err)
		}
		for _, result := range results {
			name := strings.TrimSuffix(path.Base(result), "_RESOLVED.xml")
			verdict := compareSuite(fsys, s.dir+"/"+name+".xml", result, s.flat)
			why, expected := disagreements[name]
			t.Logf("| %s | %s | %s |", s.dir, name, cmp.Or(why, "same"))
			if (verdict != "") != expected {
				t.Errorf("%s/%s: %s", s.dir, name, cmp.Or(verdict, "is now the same"))
			}
		}
	}
}

// compareSuite returns what differs, or "".
func compareSuite(fsys fs.FS, profile, result, flat string) string {
	r, err := Resolve(NewLibrary(fsys, ""), profile, Options{Flat: flat})
	if err != nil {
		return "error: " + err.Error()
	}
	want, err := Read(fsys, result)
	if err != nil {
		return "expectation cannot be read: " + err.Error()
	}
	got := r.Catalog
	if diff := gocmp.Diff(tree(want.Catalog), tree(got)); diff != "" {
		return "tree differs\n" + diff
	}
	body := cmpopts.IgnoreFields(Catalog{}, "UUID", "Metadata", "BackMatter", "Extra")
	if diff := gocmp.Diff(want.Catalog, got, body); diff != "" {
		return "content differs\n" + diff
	}
	return ""
}
