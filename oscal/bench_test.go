package oscal

import (
	"io/fs"
	"testing"
)

func BenchmarkDecodeISM(b *testing.B) {
	data, err := fs.ReadFile(published(b), "ism/ISM_catalog.json")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := Decode(data, JSON); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkEncodeISM(b *testing.B) {
	d := mustRead(b, published(b), "ism/ISM_catalog.json")
	for b.Loop() {
		if _, err := Encode(d, JSON); err != nil {
			b.Fatal(err)
		}
	}
}
