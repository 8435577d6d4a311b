package dependency

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"kijun/cascade"
)

// filesOf serves files from a map, as a folder called in.
func filesOf(files map[string]string) Files {
	return func(name string) ([]byte, error) {
		text, ok := files[strings.TrimPrefix(name, "in/")]
		if !ok {
			return nil, &fs.PathError{Op: "open", Path: name, Err: errors.New("no such file")}
		}
		return []byte(text), nil
	}
}

func TestConvert(t *testing.T) {
	files := filesOf(map[string]string{
		"p.csv": "\ufeffNo,人数\n1,100\n2,\n",
		"w.csv": "id,users,restart\nW,70,6h\n",
		"e.csv": "from,to\n1,2\n1,2\n2,2\n",
		"x.csv": "owner,provider,group,k,buffer,strength\nW,P-1,power,all,24h,0.5\nW,P-2,power,all,24h,0.5\nW,P-1,,,,\nW,W,,,,\n",
	})
	recipe := "horizon: 3d\nnodes:\n- {file: p.csv, id: 'P-{No}', users: '{人数}', sector: power}\n- {file: w.csv}\n" +
		"edges:\n- {file: e.csv, owner: 'P-{to}', provider: 'P-{from}', group: arcs, refill: 0.5}\n- {file: x.csv}\nhazards:\n- {node: P-1, repair: 5h}\n"
	m, ps := Convert("in/recipe.yaml", []byte(recipe), files)
	if m == nil {
		t.Fatalf("%+v", ps)
	}
	out, err := Encode(m.Model(), YAML)
	if err != nil {
		t.Fatal(err)
	}
	want := `horizon: 3d
nodes:
- {id: P-1, sector: power, users: 100}
- {id: P-2, sector: power}
- {id: W, users: 70, restart: 6h}
groups:
- {owner: P-2, providers: [P-1, P-2], refill: 0.5}
- {owner: W, providers: [P-1, P-2], k: 2, buffer: 1d, strength: 0.5}
- {owner: W, providers: [P-1]}
- {owner: W, providers: [W]}
hazards:
- {node: P-1, repair: 5h}
`
	if diff := cmp.Diff(want, string(out)); diff != "" {
		t.Error(diff)
	}
}

// A problem of a row names the cell, one of the recipe the recipe.
func TestConvertProblems(t *testing.T) {
	files := filesOf(map[string]string{
		"n.csv":      "id,users,名前\na,5,水\n水,x,\n",
		"plain.csv":  "id\na\nb\n",
		"e.csv":      "owner,provider,group,buffer\na,水,g,3h\na,q,g,4h\n水,zz,,\n",
		"e2.csv":     "owner,provider\na,zz\nz,b\n",
		"broken.csv": "id,name\na,\"x\n",
		"bytes.csv":  "id\n\xff\n",
	})
	for recipe, want := range map[string][]string{
		"horizon: 3d\nnodes: [{file: n.csv}]":                               {"in/n.csv:1:1 unknown-key"},
		"horizon: 3d\nnodes: [{file: n.csv, id: '{id}', users: '{users}'}]": {"in/n.csv:3:3 bad-integer"},
		"horizon: inf\nnodes: [{file: none.csv}, {file: broken.csv}, {file: bytes.csv}, {id: x}]": {
			"in/broken.csv:2:6 broken-csv", "in/bytes.csv:1:1 not-utf8", "in/r.yaml:1:10 endless-horizon", "in/r.yaml:2:16 unreadable", "in/r.yaml:2:66 missing-key"},
		"horizon: 3d\nnodes: [{file: n.csv, id: '{id', users: '{user}'}]":         {"in/r.yaml:2:27 open-brace", "in/r.yaml:2:41 unknown-column"},
		"horizon: 3d\nnodes: [{file: n.csv, id: '{id}'}]\nedges: [{file: e.csv}]": {"in/e.csv:3:7 two-values"},
		"horizon: 3d\nnodes: [{file: plain.csv}]\nedges: [{file: e2.csv}]\nhazards: [{node: y}]": {
			"in/e2.csv:2:3 unknown-node", "in/e2.csv:3:1 unknown-node", "in/r.yaml:4:18 unknown-node"},
		"nodes: [{file: plain.csv, name: x}]": {"in/r.yaml:1:1 missing-key"},
	} {
		_, ps := Convert("in/r.yaml", []byte(recipe), files)
		var got []string
		for _, p := range ps {
			got = append(got, fmt.Sprintf("%s:%d:%d %s", p.Path, p.Line, p.Column, p.Rule.ID))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s\n%+v", recipe, diff, ps)
		}
	}
}

// Case 9: the documented recipe loads the networks of Shelby County.
func TestShelbyRecipe(t *testing.T) {
	const folder = "../../../shared/data/shelby/"
	if _, err := os.Stat(folder); err != nil {
		t.Skip("the Shelby County data are not here")
	}
	recipe, err := os.ReadFile("../../examples/cascade/shelby.yaml")
	if err != nil {
		t.Fatal(err)
	}
	m, ps := Convert("../../examples/cascade/shelby.yaml", recipe, func(name string) ([]byte, error) {
		return os.ReadFile(folder + name[strings.LastIndex(name, "/")+1:])
	})
	if m == nil {
		t.Fatalf("%+v", ps)
	}
	counts := map[string]int{}
	for _, n := range m.Model().Nodes {
		counts[n.Sector]++
	}
	if diff := cmp.Diff(map[string]int{"electricity": 75, "water": 49, "gas": 16, "telecom": 27}, counts); diff != "" {
		t.Error(diff)
	}
	arcs, between := 0, 0
	for _, g := range m.Model().Groups {
		if g.Buffer.Given() {
			between += len(g.Providers)
		} else {
			arcs += len(g.Providers)
		}
	}
	if arcs != 216 || between != 73 { // 217 rows of arcs, two of which join the same nodes
		t.Errorf("%d arcs and %d interdependencies, want 216 and 73", arcs, between)
	}
	res, err := cascade.Run(m.System, cascade.WithRepair)
	if err != nil || len(res.ByTime()) < 75 {
		t.Errorf("%v, %d outages", err, len(res.ByTime()))
	}
}
