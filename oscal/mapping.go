package oscal

// MappingCollection relates the controls of two bodies of controls (OSCAL 1.2).
type MappingCollection struct {
	UUID       string     `json:"uuid"`
	Metadata   Metadata   `json:"metadata"`
	Provenance Provenance `json:"provenance"`
	Mappings   []Mapping  `json:"mappings"`

	BackMatter *BackMatter `json:"back-matter,omitempty"`
	Extra      Object      `json:"-"`
}

// Provenance says how the mappings were made.
type Provenance struct {
	Method             string             `json:"method"`
	MatchingRationale  string             `json:"matching-rationale"`
	Status             string             `json:"status"`
	ConfidenceScore    *ConfidenceScore   `json:"confidence-score,omitempty"`
	Coverage           *Coverage          `json:"coverage,omitempty"`
	MappingDescription string             `json:"mapping-description"`
	ResponsibleParties []ResponsibleParty `json:"responsible-parties,omitempty"`
	Props              []Prop             `json:"props,omitempty"`
	Links              []Link             `json:"links,omitempty"`
	Remarks            string             `json:"remarks,omitempty"`
	Extra              Object             `json:"-"`
}

// Mapping relates one source to one target.
type Mapping struct {
	UUID               string           `json:"uuid"`
	Method             string           `json:"method,omitempty"`
	MatchingRationale  string           `json:"matching-rationale,omitempty"`
	Status             string           `json:"status,omitempty"`
	SourceResource     MappedResource   `json:"source-resource"`
	TargetResource     MappedResource   `json:"target-resource"`
	Maps               []Map            `json:"maps"`
	Props              []Prop           `json:"props,omitempty"`
	Links              []Link           `json:"links,omitempty"`
	Remarks            string           `json:"remarks,omitempty"`
	MappingDescription string           `json:"mapping-description,omitempty"`
	SourceGapSummary   *GapSummary      `json:"source-gap-summary,omitempty"`
	TargetGapSummary   *GapSummary      `json:"target-gap-summary,omitempty"`
	ConfidenceScore    *ConfidenceScore `json:"confidence-score,omitempty"`
	Coverage           *Coverage        `json:"coverage,omitempty"`
	Extra              Object           `json:"-"`
}

// MappedResource is the catalog or profile on one side; Type is "catalog" or "profile".
type MappedResource struct {
	NS      string `json:"ns,omitempty"`
	Type    string `json:"type"`
	Href    string `json:"href"`
	Props   []Prop `json:"props,omitempty"`
	Links   []Link `json:"links,omitempty"`
	Remarks string `json:"remarks,omitempty"`
	Extra   Object `json:"-"`
}

// Map relates controls or statements; Relationship is equal-to, equivalent-to, subset-of,
// superset-of, intersects-with or no-relationship, as seen from the sources.
type Map struct {
	UUID              string           `json:"uuid"`
	NS                string           `json:"ns,omitempty"`
	MatchingRationale string           `json:"matching-rationale,omitempty"`
	Relationship      string           `json:"relationship"`
	Sources           []MappedItem     `json:"sources"`
	Targets           []MappedItem     `json:"targets"`
	Qualifiers        []Qualifier      `json:"qualifiers,omitempty"`
	ConfidenceScore   *ConfidenceScore `json:"confidence-score,omitempty"`
	Coverage          *Coverage        `json:"coverage,omitempty"`
	Props             []Prop           `json:"props,omitempty"`
	Links             []Link           `json:"links,omitempty"`
	Remarks           string           `json:"remarks,omitempty"`
	Extra             Object           `json:"-"`
}

// MappedItem is a control or a statement; Type is "control" or "statement".
type MappedItem struct {
	Type    string `json:"type"`
	IDRef   string `json:"id-ref"`
	Props   []Prop `json:"props,omitempty"`
	Links   []Link `json:"links,omitempty"`
	Remarks string `json:"remarks,omitempty"`
	Extra   Object `json:"-"`
}

// Qualifier limits a map.
type Qualifier struct {
	Subject     string `json:"subject"`
	Predicate   string `json:"predicate"`
	Category    string `json:"category"`
	Description string `json:"description"`
	Remarks     string `json:"remarks,omitempty"`
	Extra       Object `json:"-"`
}

// GapSummary lists controls that nothing was mapped to.
type GapSummary struct {
	UUID             string   `json:"uuid"`
	UnmappedControls []Select `json:"unmapped-controls"`
	Extra            Object   `json:"-"`
}

// ConfidenceScore says how sure a map is, as a word or as a percentage.
type ConfidenceScore struct {
	Category   string `json:"category,omitempty"`
	Percentage Number `json:"percentage,omitempty"`
	Extra      Object `json:"-"`
}

// Coverage is the share of the target that the source covers.
type Coverage struct {
	GenerationMethod string `json:"generation-method"`
	TargetCoverage   Number `json:"target-coverage"`
	Extra            Object `json:"-"`
}
