package page_test

import (
	"encoding/base64"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"kijun/internal/fault"
	"kijun/internal/page"
)

func refused(t interface {
	Helper()
	Errorf(string, ...any)
}, err error, what string) {
	t.Helper()
	var f *fault.Fault
	if !errors.As(err, &f) || f.Kind != fault.Invalid || f.Text.JA == "" || f.Text.EN == "" {
		t.Errorf("%s: %v, want an invalid fault in both languages", what, err)
	}
}

func TestSize(t *testing.T) {
	for asked, want := range map[int]int{-1: 50, 0: 50, 1: 1, 200: 200, 201: 200, 1 << 40: 200} {
		if got := page.Size(asked); got != want {
			t.Errorf("Size(%d) = %d, want %d", asked, got, want)
		}
	}
}

// drawCursor makes a cursor of any keys that a database can hold, and their kinds.
func drawCursor(t *rapid.T) (page.Cursor, []page.Kind) {
	kinds := rapid.SliceOfN(rapid.SampledFrom([]page.Kind{page.Text, page.Number}), 1, 4).Draw(t, "kinds")
	c := make(page.Cursor, len(kinds))
	for i, kind := range kinds {
		if kind == page.Number {
			c[i] = rapid.Int64().Draw(t, "number")
		} else {
			c[i] = strings.ReplaceAll(rapid.StringN(0, 40, -1).Draw(t, "text"), "\x00", "")
		}
	}
	return c, kinds
}

func TestACursorComesBackAsItWas(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, kinds := drawCursor(t)
		got, err := page.Parse(c.String(), kinds...)
		if err != nil || !cmp.Equal(got, c) {
			t.Fatalf("%v became %v, %v", c, got, err)
		}
		_, err = page.Parse(c.String(), append(kinds, page.Text)...)
		refused(t, err, "a cursor of another list")
	})
}

func TestWhatIsNoCursorIsRefused(t *testing.T) {
	encode := base64.RawURLEncoding.EncodeToString
	for what, s := range map[string]string{
		"no base64":           "あ",
		"padded":              base64.URLEncoding.EncodeToString([]byte(`[1,"a"]`)) + "=",
		"no JSON":             encode([]byte(`[1,"a"`)),
		"an object":           encode([]byte(`{"a":1}`)),
		"another version":     encode([]byte(`[2,"a"]`)),
		"no keys":             encode([]byte(`[1]`)),
		"a key too many":      encode([]byte(`[1,"a","b"]`)),
		"a number for a text": encode([]byte(`[1,7]`)),
		"nothing for a text":  encode([]byte(`[1,null]`)),
		"NUL":                 encode([]byte(`[1,"a\u0000"]`)),
		"half a surrogate":    encode([]byte(`[1,"\ud800"]`)),
		"white space":         encode([]byte(`[1, "a"]`)),
		"too long":            encode([]byte(`[1,"` + strings.Repeat("a", 2_000) + `"]`)),
	} {
		_, err := page.Parse(s, page.Text)
		refused(t, err, what)
	}
	for _, number := range []string{`"7"`, `1.5`, `1e3`, `9223372036854775808`, `null`, `true`} {
		_, err := page.Parse(encode([]byte(`[1,`+number+`]`)), page.Number)
		refused(t, err, number)
	}
}

// TestPagesShowEveryRowOnce reads a list page by page while rows are added before the place reached.
func TestPagesShowEveryRowOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows := rapid.SliceOfNDistinct(rapid.Int64Range(0, 10_000), 0, 60, rapid.ID).Draw(t, "rows")
		size := rapid.IntRange(1, 10).Draw(t, "size")
		slices.Sort(rows)
		want, list := slices.Clone(rows), slices.Clone(rows)
		var got []int64
		for cursor, n := "", 0; ; n++ {
			after := int64(-1)
			if c, err := page.Parse(cursor, page.Number); err != nil {
				t.Fatal(err)
			} else if len(c) > 0 {
				after = c[0].(int64)
			}
			from, _ := slices.BinarySearch(list, after+1)
			shown, next := page.Cut(list[from:min(from+size+1, len(list))], size, func(n int64) page.Cursor { return page.Cursor{n} })
			got = append(got, shown...)
			if cursor = next; cursor == "" {
				break
			}
			list = slices.Insert(list, 0, int64(-2-n))
			slices.Sort(list)
		}
		if !slices.Equal(got, want) {
			t.Fatalf("got %v, want %v", got, want)
		}
	})
}

func FuzzParse(f *testing.F) {
	f.Add(page.Cursor{int64(1_795_000_000_000_000), "01jd"}.String())
	f.Add(page.Cursor{int64(-1), "水道 \"<&>\""}.String())
	f.Add("WzEsMSwiYSJd")
	f.Fuzz(func(t *testing.T, s string) {
		c, err := page.Parse(s, page.Number, page.Text)
		if err != nil {
			refused(t, err, s)
			return
		}
		if c.String() != s {
			t.Errorf("%q is taken for %v, which is %q", s, c, c.String())
		}
		if s != "" && (len(c) != 2 || c[0] != c[0].(int64) || strings.Contains(c[1].(string), "\x00")) {
			t.Errorf("%q gives %v", s, c)
		}
	})
}
