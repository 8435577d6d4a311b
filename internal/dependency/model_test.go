package dependency

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"kijun/cascade"
)

// anyModel draws a sound model that uses every key of the file.
func anyModel(t *rapid.T) cascade.Model {
	number := func(most int, what string) int { return rapid.IntRange(0, most).Draw(t, what) }
	minutes := func() cascade.Minutes { return cascade.Minutes(number(5000, "minutes")) }
	duration := func() cascade.Duration {
		a, b, c := 1+minutes(), minutes(), minutes()
		return []cascade.Duration{{}, cascade.Fixed(a), cascade.Fixed(cascade.Inf), cascade.Exponential(a), cascade.Uniform(a, a+b),
			cascade.Triangular(a, a+b, a+b+c), cascade.Lognormal(a, float64(b)/1000)}[number(6, "shape")]
	}
	word := func(what string) string {
		return strings.TrimSpace(rapid.StringMatching(`[a-z{}:,#"'\-~ 東京𠮷]{0,6}`).Draw(t, what))
	}
	m := cascade.Model{Horizon: 1 + minutes()}
	n := 1 + number(4, "nodes")
	for i := range n {
		v := cascade.Node{ID: fmt.Sprint([]string{"n", "", "- ", "東"}[i%4], i), Name: word("name"), Kind: word("kind"), Sector: "s" + word("sector"),
			Region: word("region"), Users: int64(number(1e6, "users")), Restart: duration(), OwnRepair: duration()}
		if number(1, "declared") == 1 {
			v.RTO = cascade.Fixed(minutes())
			v.Level = cascade.Level{Theta: float64(number(100, "theta")) / 100, Tau: cascade.Fixed(minutes()), Users: int64(number(9, "level users"))}
		}
		m.Nodes = append(m.Nodes, v)
	}
	pick := func() (ids []string, k int) {
		for _, i := range rapid.Permutation([]int{0, 1, 2, 3, 4}).Draw(t, "providers")[:1+number(2, "count")] {
			if i < n {
				ids = append(ids, m.Nodes[i].ID)
			}
		}
		return ids, number(len(ids), "k")
	}
	for range number(4, "groups") {
		ids, k := pick()
		m.Groups = append(m.Groups, cascade.Group{Owner: m.Nodes[number(n-1, "owner")].ID, Providers: ids, K: k, Buffer: duration(),
			Refill: []cascade.Refill{0, 1, 250, 1000, 1700, cascade.RefillAtOnce}[number(5, "refill")], StartOnBuffer: number(1, "start") == 1,
			FailOnDemand: float64(number(10, "p")) / 10, Strength: float64(1+number(9, "strength")) / 10})
	}
	for range number(2, "hazards") {
		h := cascade.Hazard{Node: m.Nodes[number(n-1, "hit")].ID, At: duration(), Repair: duration()}
		if number(1, "select") == 1 {
			h.Node, h.Select = "", cascade.Selection{Sector: m.Nodes[0].Sector}
		}
		m.Hazards = append(m.Hazards, h)
	}
	for range number(2, "needs") {
		ids, k := pick()
		m.RepairNeeds = append(m.RepairNeeds, cascade.RepairNeed{Node: m.Nodes[0].ID, Providers: ids, K: k})
	}
	return m
}

// What was written reads back as it was, in both formats.
func TestWrittenModelsReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := anyModel(t)
		if _, err := cascade.New(m); err != nil {
			t.Fatalf("the test makes unsound models: %v", err)
		}
		for _, f := range []Format{YAML, JSON} {
			data, err := Encode(&m, f)
			if err != nil {
				t.Fatal(err)
			}
			read, ps := Parse("model", data)
			if len(ps) > 0 {
				t.Fatalf("%s\n%+v", data, ps)
			}
			same := cmp.Diff(fmt.Sprintf("%+v", m), fmt.Sprintf("%+v", *read.Model()))
			if strings.ReplaceAll(same, "[]", "") != "" {
				t.Fatalf("%s\n%s", data, same)
			}
		}
	})
}

// Every case in testdata/problems is a file and, behind its line ---, the problems in Japanese and English.
func TestProblems(t *testing.T) {
	cases, err := filepath.Glob("testdata/problems/*.txt")
	if err != nil || len(cases) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	seen := map[string]bool{}
	for _, path := range cases {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		text, want, _ := strings.Cut(string(data), "\n=====\n")
		model, ps := Parse("model.yaml", []byte(text))
		if model != nil || len(ps) == 0 {
			t.Errorf("%s: no problem found", path)
		}
		var got strings.Builder
		for _, p := range ps {
			seen[p.Rule.ID] = true
			fmt.Fprintf(&got, "%s:%d:%d [%s] %s\n  %s\n  %s\n", p.Path, p.Line, p.Column, p.Rule.ID, p.In, p.Message.JA, p.Message.EN)
		}
		if os.Getenv("UPDATE") != "" {
			if err := os.WriteFile(path, []byte(text+"\n=====\n"+got.String()), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if diff := cmp.Diff(want, got.String()); diff != "" {
			t.Errorf("%s: %s", path, diff)
		}
	}
}

// Every fault of the engine can be said in Japanese, with the same particulars.
func TestFaultsAreTranslated(t *testing.T) {
	for _, kind := range cascade.FaultKinds() {
		if faultRules[kind] == "" {
			t.Errorf("%s has no Japanese", kind)
		}
	}
	if len(faultRules) != len(cascade.FaultKinds()) {
		t.Error("there is Japanese for a fault that the engine does not know")
	}
}

func TestDurations(t *testing.T) {
	for text, want := range map[string]cascade.Minutes{
		"72h": 72 * 60, "30m": 30, "3d": 3 * 24 * 60, "inf": cascade.Inf, "0": 0, "0h": 0, "1.5h": 90, "0.25d": 360, "0.5m": -1, "0.01h": -1,
		"72": -1, "-5h": -1, "h": -1, "": -1, "1h30m": -1, "1e3h": -1, "+5h": -1, "5 h": -1, ".5h": -1, "5.h": -1, "Inf": -1, "99999999999999d": -1, "１h": -1,
	} {
		got, ok := ParseMinutes(text)
		if ok != (want >= 0) || ok && got != want {
			t.Errorf("%q is %d, %v", text, got, ok)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		m := cascade.Minutes(rapid.Int64Range(0, int64(cascade.MaxDuration)/2000).Draw(t, "minutes"))
		if back, ok := ParseMinutes(FormatMinutes(m)); !ok || back != m {
			t.Fatalf("%d was written %s and read as %d", m, FormatMinutes(m), back)
		}
	})
}

func TestLasting(t *testing.T) {
	for m, want := range map[cascade.Minutes][2]string{
		0: {"0分", "0 min"}, 45: {"45分", "45 min"}, 60: {"1時間", "1 h"}, 96 * 60: {"96時間", "96 h"}, 104*60 + 5: {"4日8時間5分", "4 d 8 h 5 min"},
		cascade.Inf: {"期限なし", "without end"},
	} {
		if got := Lasting(m); got.JA != want[0] || got.EN != want[1] {
			t.Errorf("%d is %+v", m, got)
		}
	}
}

// FuzzParse: no bytes make the reader panic, and a model without problems writes and reads back.
func FuzzParse(f *testing.F) {
	f.Add([]byte("horizon: 3d\nnodes: [{id: a}, {id: b, level: {theta: 0.5}}]\ngroups: [{owner: b, providers: [a], buffer: {dist: exponential, mean: 3h}}]\nhazards: [{node: a}]\n"))
	f.Add([]byte(`{"horizon": "72h", "nodes": [{"id": "\ud840\udfb7"}], "hazards": [{"select": {"sector": "x"}}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		m, ps := Parse("model", data)
		if (m == nil) == (len(ps) == 0) {
			t.Fatalf("model %v, problems %+v", m, ps)
		}
		for _, p := range ps {
			if p.Line < 1 || p.Column < 1 || p.Message.JA == "" || p.Message.EN == "" || strings.Contains(p.Message.JA+p.Message.EN, "%!") {
				t.Fatalf("%+v", p)
			}
		}
		if m == nil {
			return
		}
		out, err := Encode(m.Model(), YAML)
		if err != nil {
			t.Fatal(err)
		}
		if back, ps := Parse("model", out); back == nil {
			t.Fatalf("%s\n%+v", out, ps)
		}
	})
}
