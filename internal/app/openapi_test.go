package app

import (
	"bytes"
	"flag"
	"os"
	"testing"
)

var update = flag.Bool("update", false, "write openapi.json")

// TestOpenAPI keeps openapi.json equal to the operations that there are.
func TestOpenAPI(t *testing.T) {
	now, err := operations(&installation{}).Describe()
	if err != nil {
		t.Fatal(err)
	}
	const path = "../../openapi.json"
	if *update {
		if err := os.WriteFile(path, now, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	written, err := os.ReadFile(path)
	if err != nil || !bytes.Equal(written, now) {
		t.Errorf("openapi.json is not what the operations come to (%v): go test ./internal/app -run OpenAPI -update", err)
	}
}
