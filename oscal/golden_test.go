package oscal

import (
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"
)

// goldens are the published profiles with the number of controls in their results.
var goldens = []struct {
	profile, result string
	controls        int
}{
	{"ism/ISM_E8_ML1-baseline_profile.json", "ism/ISM_E8_ML1-baseline-resolved-profile_catalog.json", 46},
	{"ism/ISM_E8_ML2-baseline_profile.json", "ism/ISM_E8_ML2-baseline-resolved-profile_catalog.json", 87},
	{"ism/ISM_E8_ML3-baseline_profile.json", "ism/ISM_E8_ML3-baseline-resolved-profile_catalog.json", 123},
	{"ism/ISM_NON_CLASSIFIED-baseline_profile.json", "ism/ISM_NON_CLASSIFIED-baseline-resolved-profile_catalog.json", 983},
	{"ism/ISM_OFFICIAL_SENSITIVE-baseline_profile.json", "ism/ISM_OFFICIAL_SENSITIVE-baseline-resolved-profile_catalog.json", 992},
	{"ism/ISM_PROTECTED-baseline_profile.json", "ism/ISM_PROTECTED-baseline-resolved-profile_catalog.json", 992},
	{"ism/ISM_SECRET-baseline_profile.json", "ism/ISM_SECRET-baseline-resolved-profile_catalog.json", 1057},
	{"ism/ISM_TOP_SECRET-baseline_profile.json", "ism/ISM_TOP_SECRET-baseline-resolved-profile_catalog.json", 1066},
	{"nist-800-53-rev5/NIST_SP-800-53_rev5_LOW-baseline_profile.json", "nist-800-53-rev5/NIST_SP-800-53_rev5_LOW-baseline-resolved-profile_catalog-min.json", 149},
	{"nist-800-53-rev5/NIST_SP-800-53_rev5_MODERATE-baseline_profile.json", "nist-800-53-rev5/NIST_SP-800-53_rev5_MODERATE-baseline-resolved-profile_catalog-min.json", 287},
	{"nist-800-53-rev5/NIST_SP-800-53_rev5_HIGH-baseline_profile.json", "nist-800-53-rev5/NIST_SP-800-53_rev5_HIGH-baseline-resolved-profile_catalog-min.json", 370},
}

func TestPublishedResults(t *testing.T) {
	fsys := published(t)
	lib := NewLibrary(fsys, "")
	for _, g := range goldens {
		t.Run(strings.TrimSuffix(g.profile, "_profile.json"), func(t *testing.T) {
			got := resolved(t, lib, g.profile)
			want := mustRead(t, fsys, g.result).Catalog
			if ids := controlIDs(got); len(ids) != g.controls {
				t.Errorf("%d controls, want %d", len(ids), g.controls)
			}
			if diff := cmp.Diff(tree(want), tree(got)); diff != "" {
				t.Fatalf("tree differs (-published +ours):\n%s", diff)
			}
			if diff := cmp.Diff(neutral(want), neutral(got)); diff != "" {
				t.Errorf("content differs (-published +ours):\n%s", diff)
			}
		})
	}
}

// The published PRIVACY result lacks the six selected children whose parents are not selected.
func TestPrivacyBaselineKeepsOrphanedChildren(t *testing.T) {
	fsys := published(t)
	const base = "nist-800-53-rev5/NIST_SP-800-53_rev5_PRIVACY-baseline"
	lib := NewLibrary(fsys, "")
	got := resolved(t, lib, base+"_profile.json")
	selected := lib.read[base+"_profile.json"].Profile.Imports[0].IncludeControls[0].WithIDs
	if diff := cmp.Diff(set(selected), set(controlIDs(got))); diff != "" || len(selected) != 96 {
		t.Errorf("%d ids selected; result differs (-selected +ours):\n%s", len(selected), diff)
	}
	for _, id := range controlIDs(mustRead(t, fsys, base+"-resolved-profile_catalog-min.json").Catalog) {
		if got.Control(id) == nil {
			t.Errorf("published result has %s, ours does not", id)
		}
	}
	r, err := Resolve(lib, base+"_profile.json", Options{Parents: "include"})
	if err != nil {
		t.Fatal(err)
	}
	if n := len(controlIDs(r.Catalog)); n != 102 {
		t.Errorf("with their parents %d controls, want 102", n)
	}
}

func resolved(t testing.TB, lib *Library, name string) *Catalog {
	t.Helper()
	r, err := Resolve(lib, name, Options{Now: time.Unix(0, 0).UTC()})
	if err != nil {
		t.Fatal(err)
	}
	return r.Catalog
}

func controlIDs(c *Catalog) []string {
	var ids []string
	c.Walk(func(c *Control, _ []string) { ids = append(ids, c.ID) })
	return ids
}

func set(ids []string) map[string]bool {
	out := map[string]bool{}
	for _, id := range ids {
		out[id] = true
	}
	return out
}

// tree lists every control with the groups and controls around it.
func tree(c *Catalog) []string {
	var out []string
	c.Walk(func(c *Control, path []string) { out = append(out, fmt.Sprint(path, c.ID)) })
	return out
}

// neutral leaves out what two tools never have in common: uuid, times, and who resolved it.
func neutral(c *Catalog) *Catalog {
	out := *c
	out.UUID, out.Metadata.LastModified = "", ""
	out.Metadata.Props = reject(out.Metadata.Props, func(p Prop) bool { return p.Name == "resolution-tool" })
	out.Metadata.Links = reject(out.Metadata.Links, func(l Link) bool {
		return l.Rel == "source-profile" || l.Rel == "resolution-source"
	})
	return &out
}

func BenchmarkResolveSECRET(b *testing.B) {
	fsys := published(b)
	files := map[string][]byte{}
	for _, name := range []string{"ism/ISM_SECRET-baseline_profile.json", "ism/ISM_catalog.json"} {
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			b.Fatal(err)
		}
		files[name] = data
	}
	for b.Loop() {
		lib := NewLibrary(fstest.MapFS{}, "")
		for name, data := range files {
			d, err := Decode(data, JSON)
			if err != nil {
				b.Fatal(err)
			}
			lib.Add(name, d)
		}
		r, err := Resolve(lib, "ism/ISM_SECRET-baseline_profile.json", Options{})
		if err != nil {
			b.Fatal(err)
		}
		if _, err := Encode(r.Document(), JSON); err != nil {
			b.Fatal(err)
		}
	}
}
