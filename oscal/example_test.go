package oscal_test

import (
	"fmt"
	"testing/fstest"

	"kijun/oscal"
)

var files = fstest.MapFS{
	"guideline.yaml": {Data: []byte(`
catalog:
  uuid: 6d0e7a52-4a3c-4f7e-9c55-8e0c1b9f0001
  metadata: {title: Guideline, version: "1", last-modified: "2026-04-01T00:00:00Z", oscal-version: 1.2.2}
  groups:
  - id: plan
    title: Plan
    controls:
    - {id: g-1.1, title: Organisation}
    - id: g-1.2
      title: Recovery
      params: [{id: g-1.2_hours, values: ["24"]}]
`)},
	"sector.yaml": {Data: []byte(`
profile:
  uuid: 6d0e7a52-4a3c-4f7e-9c55-8e0c1b9f0002
  metadata: {title: Sector, version: "1", last-modified: "2026-04-02T00:00:00Z", oscal-version: 1.2.2}
  imports:
  - href: guideline.yaml
    include-all: {}
    exclude-controls: [{matching: [{pattern: g-1.1, remarks: The law says more.}]}]
  merge: {as-is: true}
  modify:
    set-parameters: [{param-id: g-1.2_hours, values: ["12"]}]
`)},
}

func ExampleResolve() {
	r, err := oscal.Resolve(oscal.NewLibrary(files, ""), "sector.yaml", oscal.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	r.Catalog.Walk(func(c *oscal.Control, path []string) {
		fmt.Println(path, c.ID, c.Title, c.Params[0].Values)
	})
	// Output: [plan] g-1.2 Recovery [12]
}

func ExampleResolution_Trace() {
	r, err := oscal.Resolve(oscal.NewLibrary(files, ""), "sector.yaml", oscal.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, e := range r.Trace("g-1.1") {
		fmt.Printf("%s %s: %q\n", e.Document, e.Kind, e.Remarks)
	}
	// Output:
	// guideline.yaml defined: ""
	// sector.yaml excluded: "The law says more."
}

func ExampleDiff() {
	before, err := oscal.Read(files, "guideline.yaml")
	if err != nil {
		fmt.Println(err)
		return
	}
	r, err := oscal.Resolve(oscal.NewLibrary(files, ""), "sector.yaml", oscal.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, c := range oscal.Diff(before.Catalog, r.Catalog) {
		fmt.Println(c.Kind, c.ID, c.Field)
	}
	// Output:
	// changed g-1.2 params/g-1.2_hours
	// removed g-1.1
}

func ExampleEncode() {
	d, err := oscal.Decode([]byte(`{"catalog": {"uuid": "u", "x-ours": true}}`), oscal.JSON)
	if err != nil {
		fmt.Println(err)
		return
	}
	oscal.Convert(d)
	out, err := oscal.Encode(d, oscal.YAML)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(string(out))
	// Output:
	// catalog:
	//   uuid: u
	//   metadata:
	//     oscal-version: 1.2.2
	//   x-ours: true
}
