package dependency

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"kijun/internal/fault"
)

func TestTables(t *testing.T) {
	table, ps := ReadTable("-", strings.NewReader("sector,Electric,Rail,output\nElectric,175,280,1225\nRail,140,315,1610\n"))
	if table == nil || table.Direct {
		t.Fatalf("%+v, %+v", table, ps)
	}
	if a := table.Matrix(false); math.Abs(a[0][1]-280.0/1225) > 1e-12 {
		t.Errorf("demand: %v", a)
	}
	if a := table.Matrix(true); math.Abs(a[0][1]-140.0/1225) > 1e-12 {
		t.Errorf("supply: %v", a)
	}
	for text, want := range map[string]string{
		"":                      "-:1:1 table-empty",
		"s,a,b\n":               "-:1:1 table-empty",
		"s,a,x\na,0,0\nb,0,0\n": "-:1:1 table-columns",
		"s,a\na,0\nb,0\n":       "-:1:1 table-columns",
		"s,a,b,output,more\na,0,0,1,1\nb,0,0,1,1\n": "-:1:1 table-columns",
		"s,a,b\na,0,-1\nb,0,0\n":                    "-:2:5 table-number",
		"s,a,b\na,0,NaN\nb,0,0\n":                   "-:2:5 table-number",
		"s,a,output\na,0,0\n":                       "-:2:5 table-output",
		"s,a\na,0,0\n":                              "-:2:1 broken-csv",
	} {
		table, ps := ReadTable("-", strings.NewReader(text))
		if table != nil || len(ps) != 1 {
			t.Errorf("%q: %+v, %+v", text, table, ps)
			continue
		}
		if got := fmt.Sprintf("%s:%d:%d %s", ps[0].Path, ps[0].Line, ps[0].Column, ps[0].Rule.ID); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
	if _, ps := ReadTable("testdata/none.csv", nil); len(ps) != 1 || ps[0].Rule != ruleUnreadable {
		t.Errorf("%+v", ps)
	}
}

// Cases 1b, 3a and 3c of the reference: a sum above 1 is cut after it is solved, the path comes to rest.
func TestInoperability(t *testing.T) {
	ask := func(text string, l Loss) *Inoperability {
		t.Helper()
		table, ps := ReadTable("-", strings.NewReader(text))
		if table == nil {
			t.Fatalf("%+v", ps)
		}
		o, err := table.Inoperability(l)
		if err != nil {
			t.Fatal(err)
		}
		return o
	}
	o := ask("s,a,b,c,d\na,0,.9,0,0\nb,.4,0,0,0\nc,1,.8,0,0\nd,1,.9,0,0\n", Loss{Outside: []float64{0, .5, 0, 0}})
	if math.Abs(o.Q[2]-1.328125) > 1e-9 || o.Capped[2] != 1 || o.Path != nil {
		t.Errorf("%+v", o)
	}
	pulse := ask("s,a,b\na,.15,.5\nb,.1,.05\n", Loss{Outside: []float64{0, .1}, Start: []float64{0, 0}, Steps: 99, Speed: []float64{.2, .2}, Until: 30})
	if math.Abs(pulse.Integral[0]-1.9801442882) > 1e-6 || math.Abs(pulse.Integral[1]-3.3663173765) > 1e-6 {
		t.Errorf("integral %v", pulse.Integral)
	}
}

func TestInoperabilityRefuses(t *testing.T) {
	table, _ := ReadTable("-", strings.NewReader("s,a,b\na,.9,.8\nb,.8,.9\n"))
	_, err := table.Inoperability(Loss{Outside: []float64{0, .1}})
	if f := fault.Of(err); f.Kind != fault.Invalid || !strings.Contains(f.Text.EN, "not stable: its spectral radius is 1.7000") || f.Text.JA == "" {
		t.Errorf("%v", err)
	}
	table, _ = ReadTable("-", strings.NewReader("s,a,b\na,.1,.1\nb,.1,.1\n"))
	_, err = table.Inoperability(Loss{Outside: []float64{0, .1}, Start: []float64{0, 0}, Steps: 5, Speed: []float64{3, 3}})
	if f := fault.Of(err); f.Kind != fault.Invalid || !strings.Contains(f.Text.EN, "too long") {
		t.Errorf("%v", err)
	}
}
