package app

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"sync"
	"testing"
	"time"

	"kijun/internal/blob"
	"kijun/internal/db"
	"kijun/internal/demo"
	"kijun/internal/web"
)

// generatedNation is the nation of the design's limits: 1,000 organisations, 1,000 checks, 200,000
// answers, 1,000 sent summaries. It is built once for all measurements.
var generatedNation = sync.OnceValues(func() (*installation, error) {
	ctx := context.Background()
	folder, err := os.MkdirTemp("", "kijun-bench-")
	if err != nil {
		return nil, err
	}
	generatedFolder = folder
	d, err := db.OpenScratch(folder)
	if err != nil {
		return nil, err
	}
	files, err := blob.InFolder(folder)
	if err != nil {
		return nil, err
	}
	began := time.Now()
	clock := demo.NewClock(time.Now)
	i, err := start(ctx, d, files, world{now: clock.Now, random: chance(0), log: logger(), demo: true})
	if err != nil {
		return nil, err
	}
	err = demo.Large(ctx, clock, i.demoRooms(clock.Now, 0), demo.Size{Operators: 1000, Clauses: 200})
	fmt.Printf("generated nation built in %.1f s\n", time.Since(began).Seconds())
	return i, err
})

// generatedFolder is where it lies.
var generatedFolder string

// TestMain takes the nations away that tests share.
func TestMain(m *testing.M) {
	code := m.Run()
	if err := endNation(); err != nil {
		fmt.Fprintln(os.Stderr, err)
	}
	if generatedFolder != "" {
		if err := os.RemoveAll(generatedFolder); err != nil {
			fmt.Fprintln(os.Stderr, err)
		}
	}
	os.Exit(code)
}

// BenchmarkPages asks for pages of the generated nation as the people who would, and reports the 95th
// percentile of the time and the size of the answer.
func BenchmarkPages(b *testing.B) {
	i, err := generatedNation()
	if err != nil {
		b.Fatal(err)
	}
	check := newestCheck(b, i, "operator-0007")
	for _, who := range []struct {
		login string
		paths []string
	}{
		{"officer@operator-0007", []string{"/ja/", "/ja/standards", "/ja/measures", "/ja/checks", "/ja/checks/" + check, "/ja/submissions"}},
		{"manager@mlit", []string{"/ja/", "/ja/standards", "/ja/submissions", "/ja/sectors/water"}},
		{"officer@cas", []string{"/ja/", "/ja/standards", "/ja/nation"}},
	} {
		token, err := i.access.SignInDemoAs(b.Context(), who.login)
		if err != nil {
			b.Fatal(err)
		}
		for _, path := range who.paths {
			b.Run(who.login+path, func(b *testing.B) { measurePage(b, i.handler(), token, path) })
		}
	}
}

func newestCheck(b *testing.B, i *installation, org string) string {
	b.Helper()
	var id string
	if err := i.db.QueryRow(b.Context(), `SELECT id FROM check_check WHERE org = $1`, []any{org}, &id); err != nil {
		b.Fatal(err)
	}
	return id
}

func measurePage(b *testing.B, h http.Handler, token, path string) {
	var times []time.Duration
	size := 0
	for b.Loop() {
		r := httptest.NewRequest(http.MethodGet, path, nil)
		r.AddCookie(&http.Cookie{Name: web.SessionCookie, Value: token})
		w := httptest.NewRecorder()
		began := time.Now()
		h.ServeHTTP(w, r)
		times = append(times, time.Since(began))
		if w.Code != http.StatusOK {
			b.Fatalf("%s: %d", path, w.Code)
		}
		size = w.Body.Len()
	}
	slices.Sort(times)
	b.ReportMetric(float64(times[len(times)*95/100].Microseconds())/1000, "p95-ms")
	b.ReportMetric(float64(size)/1024, "KiB")
}

// BenchmarkDemo builds the demo nation: what `kijun demo` does before its first page.
func BenchmarkDemo(b *testing.B) {
	for b.Loop() {
		i, err := buildDemo(b.Context(), b.TempDir(), time.Now)
		if err != nil {
			b.Fatal(err)
		}
		if err := i.db.Close(); err != nil {
			b.Fatal(err)
		}
	}
}
