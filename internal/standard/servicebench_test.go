package standard_test

import (
	"bytes"
	"fmt"
	"testing"

	"kijun/internal/access"
	"kijun/internal/db"
	"kijun/internal/db/dbtest"
	"kijun/internal/standard"
)

// BenchmarkService measures the list and the body over 1,000 records, for an operator of one sector.
func BenchmarkService(b *testing.B) {
	d := dbtest.SQLite(b)
	if err := d.Migrate(b.Context(), db.Migrations()); err != nil {
		b.Fatal(err)
	}
	n := newNation(b, d)
	mlit, op := as(b, "mlit", access.Officer), as(b, "mihon-water", access.Officer)
	guideline := water(b, "water-guideline.md")[0]
	for batch := range 4 {
		var files []standard.Upload
		for i := range 250 {
			id := fmt.Sprintf("id: water-guideline-%d", batch*250+i)
			files = append(files, standard.Upload{Name: id + ".md", Data: bytes.Replace(guideline.Data, []byte("id: water-guideline"), []byte(id), 1)})
		}
		for i, id := range n.imports(b, mlit, files...) {
			if batch == 0 && i < 8 {
				n.brings(b, mlit, id, standard.InConsultation, standard.Decided, standard.InForce)
			}
		}
	}
	for name, f := range map[string]standard.Filter{"list": {}, "list/words": {Words: "水道 バックアップ"}, "list/rare": {Words: "どこにもない言葉"}} {
		for who, a := range map[string]access.Actor{"owner": mlit, "operator": op} {
			b.Run(name+"/"+who, func(b *testing.B) {
				for b.Loop() {
					if _, _, err := n.List(b.Context(), a, f, ""); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
	b.Run("body/operator", func(b *testing.B) {
		for b.Loop() {
			if _, err := n.Body(b.Context(), op, "water", "mihon-water"); err != nil {
				b.Fatal(err)
			}
		}
	})
}
