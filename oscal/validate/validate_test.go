package validate

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"strings"
	"testing"

	"github.com/defenseunicorns/go-oscal/src/pkg/validation"
	types "github.com/defenseunicorns/go-oscal/src/types/oscal-1-2-2"
	"github.com/google/go-cmp/cmp"

	"kijun/oscal"
)

const catalog = `{"catalog": {
  "uuid": "4f5b6c7d-0000-4000-8000-000000000001",
  "metadata": {"title": "T", "last-modified": "2026-04-01T00:00:00Z", "version": "1", "oscal-version": "1.1.3"},
  "controls": [
    {"id": "c1", "title": "C"}
  ]
}}`

func TestProblemsSayWhere(t *testing.T) {
	for _, test := range []struct {
		name, old, new string
		format         oscal.Format
		pointer        string
		line           int
		message        string
	}{
		{"valid", "", "", oscal.JSON, "", 0, ""},
		{"bad id", `"c1"`, `"1.2"`, oscal.JSON, "/catalog/controls/0/id", 5, "does not match"},
		{"missing title", `, "title": "C"`, ``, oscal.JSON, "/catalog/controls/0", 5, "title"},
		{"unknown member", `"id": "c1"`, `"id": "c1", "remark": "x"`, oscal.JSON, "/catalog/controls/0", 5, "remark"},
		{"bad uuid", "4f5b6c7d-", "", oscal.JSON, "/catalog/uuid", 2, "does not match"},
		{"empty array", `"id": "c1"`, `"id": "c1", "parts": []`, oscal.JSON, "/catalog/controls/0/parts", 5, "minItems"},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := Bytes([]byte(strings.Replace(catalog, test.old, test.new, 1)), test.format)
			if err != nil {
				t.Fatal(err)
			}
			if test.message == "" {
				if got != nil {
					t.Errorf("problems in a valid catalog: %v", got)
				}
				return
			}
			if len(got) != 1 || got[0].Pointer != test.pointer || got[0].Line != test.line || !strings.Contains(got[0].Message, test.message) {
				t.Errorf("got %v, want line %d: %s: %s", got, test.line, test.pointer, test.message)
			}
		})
	}
}

// The place of an exclusion's reason: allowed beside a pattern, not beside the list of ids.
func TestReasonsOfExclusion(t *testing.T) {
	profile := func(exclude string) []byte {
		return []byte(`{"profile": {"uuid": "4f5b6c7d-0000-4000-8000-000000000002", "metadata": {"title": "T",
			"last-modified": "2026-04-01T00:00:00Z", "version": "1", "oscal-version": "1.2.2"},
			"imports": [{"href": "x.json", "include-all": {}, "exclude-controls": [` + exclude + `]}]}}`)
	}
	if got, err := Bytes(profile(`{"matching": [{"pattern": "p1", "remarks": "why"}]}`), oscal.JSON); err != nil || got != nil {
		t.Errorf("got %v, %v", got, err)
	}
	if got, err := Bytes(profile(`{"with-ids": ["p1"], "remarks": "why"}`), oscal.JSON); err != nil || got == nil {
		t.Errorf("got %v, %v, want a problem", got, err)
	}
}

func TestStrictWriterRefuses(t *testing.T) {
	d, err := oscal.Decode([]byte(strings.Replace(catalog, `"c1"`, `"1.2"`, 1)), oscal.JSON)
	if err != nil {
		t.Fatal(err)
	}
	var refused *Error
	if _, err := Encode(d, oscal.JSON); !errors.As(err, &refused) || len(refused.Problems) != 1 {
		t.Errorf("got %v, want one problem", err)
	}
}

// published is the folder of published documents; see the package oscal.
func published(t *testing.T) fs.FS {
	t.Helper()
	const dir = "../../../shared/data/oscal"
	if _, err := os.Stat(dir); err != nil {
		t.Skipf("no published documents in %s", dir)
	}
	return os.DirFS(dir)
}

var profiles = []string{
	"ism/ISM_SECRET-baseline_profile.json",
	"ism/ISM_E8_ML1-baseline_profile.json",
	"nist-800-53-rev5/NIST_SP-800-53_rev5_PRIVACY-baseline_profile.json",
	"nist-800-53-rev5/NIST_SP-800-53_rev5_HIGH-baseline_profile.json",
}

// go-oscal shares no code with us: it must accept and fully understand what we write.
//
// Its known defects, which these documents do not touch: it has mappings as one object where
// official files have an array; it loses local-definitions.tasks and assessment-assets of
// assessment results; its validator reads bytes as YAML and refuses 1.0.0 to 1.0.3; it writes
// times anew.
func TestIndependentReaderAgrees(t *testing.T) {
	fsys := published(t)
	for _, name := range profiles {
		r, err := oscal.Resolve(oscal.NewLibrary(fsys, ""), name, oscal.Options{})
		if err != nil {
			t.Fatal(err)
		}
		written, err := Encode(r.Document(), oscal.JSON)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		var theirs types.OscalModels
		if err := json.Unmarshal(written, &theirs); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		again, err := json.Marshal(theirs)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(plain(t, written), plain(t, again)); diff != "" {
			t.Errorf("%s (-ours +theirs):\n%s", name, diff)
		}
		v, err := validation.NewValidatorDesiredVersion(plain(t, written), oscal.Version)
		if err != nil {
			t.Fatal(err)
		}
		if err := v.Validate(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// plain decodes JSON without the two times that go-oscal writes in its own way.
func plain(t *testing.T, data []byte) map[string]any {
	t.Helper()
	var v map[string]any
	if err := json.Unmarshal(data, &v); err != nil {
		t.Fatal(err)
	}
	meta := v["catalog"].(map[string]any)["metadata"].(map[string]any)
	meta["last-modified"] = "2026-01-01T00:00:00Z"
	return v
}

func TestPublishedDocumentsAreValid(t *testing.T) {
	fsys := published(t)
	names, err := fs.Glob(fsys, "*/*.json")
	if err != nil || len(names) == 0 {
		t.Fatalf("no documents: %v", err)
	}
	for _, name := range names {
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			t.Fatal(err)
		}
		got, err := Bytes(data, oscal.JSON)
		if err != nil || got != nil {
			t.Errorf("%s: %v %v", name, got, err)
		}
	}
}

// Every model that the platform makes has types enough to be written strictly.
func TestTypedModelsAreWrittenStrictly(t *testing.T) {
	const id = "4f5b6c7d-0000-4000-8000-000000000003"
	const day = "2026-04-01T00:00:00Z"
	meta := oscal.Metadata{Title: "T", LastModified: day, Version: "1"}
	reviewed := oscal.ReviewedControls{ControlSelections: []oscal.ControlSelection{{IncludeAll: &oscal.IncludeAll{}}}}
	for _, d := range []*oscal.Document{
		{MappingCollection: &oscal.MappingCollection{
			UUID: id, Metadata: meta,
			Provenance: oscal.Provenance{Method: "human", MatchingRationale: "semantic", Status: "complete", MappingDescription: "D"},
			Mappings: []oscal.Mapping{{
				UUID:           id,
				SourceResource: oscal.MappedResource{Type: "catalog", Href: "a.json"},
				TargetResource: oscal.MappedResource{Type: "catalog", Href: "b.json"},
				Maps: []oscal.Map{{
					UUID: id, Relationship: "subset-of",
					Sources: []oscal.MappedItem{{Type: "control", IDRef: "a1"}}, Targets: []oscal.MappedItem{{Type: "control", IDRef: "b1"}},
					Coverage: &oscal.Coverage{GenerationMethod: "arbitrary", TargetCoverage: "0.5"},
				}},
				SourceGapSummary: &oscal.GapSummary{UUID: id, UnmappedControls: []oscal.Select{{WithIDs: []string{"a2"}}}},
			}},
		}},
		{ComponentDefinition: &oscal.ComponentDefinition{UUID: id, Metadata: meta, Components: []oscal.Component{{
			UUID: id, Type: "policy", Title: "T", Description: "D",
			ControlImplementations: []oscal.ControlImplementation{{
				UUID: id, Source: "a.json", Description: "D",
				ImplementedRequirements: []oscal.ImplementedRequirement{{UUID: id, ControlID: "a1", Description: "D"}},
			}},
		}}}},
		{AssessmentPlan: &oscal.AssessmentPlan{UUID: id, Metadata: meta, ImportSSP: oscal.Reference{Href: "#" + id}, ReviewedControls: reviewed}},
		{AssessmentResults: &oscal.AssessmentResults{UUID: id, Metadata: meta, ImportAP: oscal.Reference{Href: "#" + id}, Results: []oscal.Result{{
			UUID: id, Title: "T", Description: "D", Start: day, ReviewedControls: reviewed,
			Observations: []oscal.Observation{{UUID: id, Description: "D", Methods: []string{"EXAMINE"}, Collected: day}},
			Findings: []oscal.Finding{{
				UUID: id, Title: "T", Description: "D",
				Target:              oscal.FindingTarget{Type: "objective-id", TargetID: "a1_obj", Status: oscal.FindingStatus{State: "satisfied"}},
				RelatedObservations: []oscal.RelatedObservation{{ObservationUUID: id}},
			}},
		}}}},
		{PlanOfActionAndMilestones: &oscal.PlanOfActionAndMilestones{
			UUID: id, Metadata: meta,
			SystemID:  &oscal.SystemID{IdentifierType: "https://ietf.org/rfc/rfc4122", ID: id},
			Risks:     []oscal.Risk{{UUID: id, Title: "T", Description: "D", Statement: "S", Status: "open", Deadline: day}},
			POAMItems: []oscal.POAMItem{{UUID: id, Title: "T", Description: "D", RelatedRisks: []oscal.RelatedRisk{{RiskUUID: id}}}},
		}},
	} {
		written, err := Encode(d, oscal.JSON)
		if err != nil {
			t.Errorf("%s: %v", d.Model(), err)
			continue
		}
		again, err := oscal.Decode(written, oscal.JSON)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(d, again); diff != "" {
			t.Errorf("%s (-in +out):\n%s", d.Model(), diff)
		}
	}
}
