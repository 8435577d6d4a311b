package oscal

import (
	"encoding/json"
	"fmt"
	"slices"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// drawCatalog makes a catalog of some groups with nested controls; ids are unique.
func drawCatalog(t *rapid.T) *Catalog {
	n := 0
	var controls func(depth int) []Control
	controls = func(depth int) []Control {
		var out []Control
		for range rapid.IntRange(0, 3).Draw(t, "controls") {
			n++
			c := Control{ID: fmt.Sprintf("c%d", n), Title: "Control"}
			if depth > 0 {
				c.Controls = controls(depth - 1)
			}
			out = append(out, c)
		}
		return out
	}
	c := &Catalog{UUID: "u", Metadata: Metadata{Title: "T", OSCALVersion: Version}}
	for i := range rapid.IntRange(1, 3).Draw(t, "groups") {
		c.Groups = append(c.Groups, Group{ID: fmt.Sprintf("g%d", i), Title: "Group", Controls: controls(2)})
	}
	return c
}

// drawIDs picks some of the catalog's ids, in any order.
func drawIDs(t *rapid.T, c *Catalog, label string) []string {
	ids := controlIDs(c)
	if len(ids) == 0 {
		return nil
	}
	return rapid.SliceOfDistinct(rapid.SampledFrom(ids), func(s string) string { return s }).Draw(t, label)
}

// importing is a profile that takes the given ids of a document as they are, and not the others.
func importing(href string, include, exclude []string) *Profile {
	yes := true
	p := &Profile{UUID: "p", Metadata: Metadata{OSCALVersion: Version}, Merge: &Merge{AsIs: &yes}}
	im := Import{Href: href, IncludeControls: []Select{{WithIDs: include}}}
	if exclude != nil {
		im.ExcludeControls = []Select{{WithIDs: exclude}}
	}
	p.Imports = []Import{im}
	return p
}

// resolveAll resolves top.json over a library of the given documents.
func resolveAll(t *rapid.T, c *Catalog, profiles map[string]*Profile) *Catalog {
	lib := NewLibrary(fstest.MapFS{}, "")
	lib.Add("catalog.json", &Document{Catalog: c})
	for name, p := range profiles {
		lib.Add(name, &Document{Profile: p})
	}
	r, err := Resolve(lib, "top.json", Options{})
	if err != nil {
		t.Fatal(err)
	}
	return r.Catalog
}

func same(t *rapid.T, law string, want, got *Catalog) {
	if diff := cmp.Diff(tree(want), tree(got)); diff != "" {
		t.Fatalf("%s (-want +got):\n%s", law, diff)
	}
}

func TestMetamorphicLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawCatalog(t)
		include, exclude := drawIDs(t, c, "include"), drawIDs(t, c, "exclude")
		everything := importing("catalog.json", controlIDs(c), nil)
		same(t, "taking all is the identity", c, resolveAll(t, c, map[string]*Profile{"top.json": everything}))

		once := resolveAll(t, c, map[string]*Profile{"top.json": importing("catalog.json", include, exclude)})
		for _, id := range controlIDs(once) {
			if slices.Contains(exclude, id) || !slices.Contains(include, id) {
				t.Fatalf("%s is in the result", id)
			}
		}
		again := resolveAll(t, once, map[string]*Profile{"top.json": importing("catalog.json", controlIDs(once), nil)})
		same(t, "resolving a resolution changes nothing", once, again)

		slices.Reverse(include)
		doubled := importing("catalog.json", append(include, include...), exclude)
		same(t, "order and repetition of ids change nothing", once, resolveAll(t, c, map[string]*Profile{"top.json": doubled}))

		tiers := resolveAll(t, c, map[string]*Profile{
			"first.json": importing("catalog.json", include, nil),
			"top.json":   importing("first.json", controlIDs(c), exclude),
		})
		same(t, "tier by tier is all at once", once, tiers)

		first := resolveAll(t, c, map[string]*Profile{"top.json": importing("catalog.json", include, nil)})
		same(t, "a resolution stands for its profile", tiers,
			resolveAll(t, first, map[string]*Profile{"top.json": importing("catalog.json", controlIDs(c), exclude)}))
	})
}

func TestResolvingAResolutionOfPublishedDocuments(t *testing.T) {
	fsys := published(t)
	for _, g := range goldens[:3] {
		lib := NewLibrary(fsys, "")
		once := resolved(t, lib, g.profile)
		lib.Add("once.json", &Document{Catalog: once})
		p := *lib.read[g.profile].Profile
		p.Imports = []Import{{Href: "once.json", IncludeAll: &IncludeAll{}}}
		lib.Add("again.json", &Document{Profile: &p})
		if diff := cmp.Diff(neutral(once), neutral(resolved(t, lib, "again.json"))); diff != "" {
			t.Errorf("%s (-once +again):\n%s", g.profile, diff)
		}
	}
}

// Whatever JSON value stands where Extra can hold it comes back as it was.
func TestUnknownMembersSurvive(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		value := drawJSON(3).Draw(t, "value")
		in, err := json.Marshal(map[string]any{"catalog": map[string]any{"uuid": "u", "x": value}})
		if err != nil {
			t.Fatal(err)
		}
		for _, format := range []Format{JSON, YAML} {
			d, err := Decode(in, JSON)
			if err != nil {
				t.Fatal(err)
			}
			out, err := Encode(d, format)
			if err != nil {
				t.Fatal(err)
			}
			again, err := Decode(out, format)
			if err != nil {
				t.Fatalf("%s: %v\n%s", format, err, out)
			}
			if diff := cmp.Diff(d, again); diff != "" {
				t.Fatalf("%s (-in +out):\n%s\n%s", format, diff, out)
			}
		}
	})
}

func drawJSON(depth int) *rapid.Generator[any] {
	leaf := rapid.OneOf(
		rapid.Just[any](nil), rapid.Bool().AsAny(), rapid.String().AsAny(), rapid.Int().AsAny(),
		rapid.SampledFrom([]string{"yes", "1.10", "null", "~", "0x1F", "2026-11-24", "- a", "a: b", " x ", "\n", "#"}).AsAny(),
	)
	if depth == 0 {
		return leaf
	}
	inner := rapid.Deferred(func() *rapid.Generator[any] { return drawJSON(depth - 1) })
	return rapid.OneOf(leaf, rapid.SliceOfN(inner, 0, 3).AsAny(), rapid.MapOfN(rapid.String(), inner, 0, 3).AsAny())
}
