package standard_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kijun/internal/guideline"
	"kijun/internal/standard"
)

// writeBody writes documents of clauses each, every clause with attributes and a paragraph.
func writeBody(tb testing.TB, dir string, documents, clauses int) {
	tb.Helper()
	items := guideline.Builtin().Latest().Asked()
	for d := range documents {
		var b strings.Builder
		fmt.Fprintf(&b, "---\nid: doc-%d\ntitle: {ja: 文書%d, en: Document %d}\ntier: recommended\nsectors: [water]\nguideline: shishin-3\neffective: 2026-04-01\nlevels: {遵守: must, 推奨: should}\n---\n", d, d, d)
		for c := range clauses {
			fmt.Fprintf(&b, "\n## %d 規定 {#c%d covers=%q level=\"遵守\" degree=\"復旧目標時間 <= %dh\" phase=\"prevent\"}\n\n事業者は、重要システムの停止が給水に及ぼす影響を調べ、その結果に応じた対策を定める。\n", c, c, items[(d+c)%len(items)].ID, 1+c)
		}
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("doc-%d.md", d)), []byte(b.String()), 0o600); err != nil {
			tb.Fatal(err)
		}
	}
}

// BenchmarkCheck reads and judges a folder of 1,000 documents with 100,000 clauses (limit: 2 s on two cores).
func BenchmarkCheck(b *testing.B) {
	dir := b.TempDir()
	writeBody(b, dir, 1000, 100)
	for b.Loop() {
		body := standard.Read([]string{dir}, guideline.Builtin())
		r := body.Check(standard.Question{Sector: "water", On: "2026-11-24"}, guideline.Builtin())
		if len(r.Problems) > 0 || len(r.Documents) != 1000 {
			b.Fatal(r.Problems, len(r.Documents))
		}
	}
	b.ReportMetric(100_000, "clauses")
}
