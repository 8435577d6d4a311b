package oscal

import (
	"encoding/json"
	"io/fs"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestPublishedDocumentsSurviveRoundTrip(t *testing.T) {
	fsys := published(t)
	for _, name := range publishedFiles(t, fsys) {
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			t.Fatal(err)
		}
		d := mustRead(t, fsys, name)
		formats := []Format{JSON}
		if len(data) < 200_000 { // YAML of the large ones takes seconds and shows nothing new
			formats = append(formats, YAML)
		}
		for _, format := range formats {
			written, err := Encode(d, format)
			if err != nil {
				t.Fatal(err)
			}
			again, err := Decode(written, format)
			if err != nil {
				t.Fatalf("%s as %s: %v", name, format, err)
			}
			final, err := Encode(again, JSON)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(jsonValue(t, data), jsonValue(t, final)); diff != "" {
				t.Errorf("%s changed through %s (-published +ours):\n%s", name, format, diff)
			}
		}
	}
}

// jsonValue decodes with encoding/json, which shares no code with our own reader.
func jsonValue(t testing.TB, data []byte) any {
	t.Helper()
	var v any
	if err := json.Unmarshal(data, &v); err != nil {
		t.Fatal(err)
	}
	return v
}

func TestEveryModelKeepsWhatItDoesNotKnow(t *testing.T) {
	for _, model := range []string{
		"catalog", "profile", "mapping-collection", "component-definition", "system-security-plan",
		"assessment-plan", "assessment-results", "plan-of-action-and-milestones",
	} {
		in := `{"$schema": "s", "` + model + `": {"x-new": [1.10, null, {}], "uuid": "u",
			"metadata": {"title": "t", "oscal-version": "v1.0.4", "props": [], "remarks": "",
			"parties": [{"uuid": "p", "addresses": [{"city": "\u6771\u4eac"}]}]}}}`
		d, err := Decode([]byte(in), JSON)
		if err != nil {
			t.Fatalf("%s: %v", model, err)
		}
		if d.Model() != model || d.UUID() != "u" || d.Metadata().Title != "t" {
			t.Errorf("%s: read as model %q, uuid %q, title %q", model, d.Model(), d.UUID(), d.Metadata().Title)
		}
		for _, format := range []Format{JSON, YAML} {
			out, err := Encode(d, format)
			if err != nil {
				t.Fatal(err)
			}
			again, err := Decode(out, format)
			if err != nil {
				t.Fatalf("%s as %s: %v\n%s", model, format, err, out)
			}
			if diff := cmp.Diff(d, again); diff != "" {
				t.Errorf("%s changed through %s:\n%s", model, format, diff)
			}
		}
	}
}
