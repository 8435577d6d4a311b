package oscal

// AssessmentPlan says what will be checked, when and how.
type AssessmentPlan struct {
	UUID             string           `json:"uuid"`
	Metadata         Metadata         `json:"metadata"`
	ImportSSP        Reference        `json:"import-ssp"`
	ReviewedControls ReviewedControls `json:"reviewed-controls"`
	Tasks            []Task           `json:"tasks,omitempty"`
	BackMatter       *BackMatter      `json:"back-matter,omitempty"`
	Extra            Object           `json:"-"`
}

// AssessmentResults says what was found.
type AssessmentResults struct {
	UUID       string      `json:"uuid"`
	Metadata   Metadata    `json:"metadata"`
	ImportAP   Reference   `json:"import-ap"`
	Results    []Result    `json:"results"`
	BackMatter *BackMatter `json:"back-matter,omitempty"`
	Extra      Object      `json:"-"`
}

// Result is one run of an assessment.
type Result struct {
	UUID             string           `json:"uuid"`
	Title            string           `json:"title"`
	Description      string           `json:"description"`
	Start            string           `json:"start"`
	End              string           `json:"end,omitempty"`
	Props            []Prop           `json:"props,omitempty"`
	Links            []Link           `json:"links,omitempty"`
	ReviewedControls ReviewedControls `json:"reviewed-controls"`
	Attestations     []Attestation    `json:"attestations,omitempty"`
	Observations     []Observation    `json:"observations,omitempty"`
	Risks            []Risk           `json:"risks,omitempty"`
	Findings         []Finding        `json:"findings,omitempty"`
	Remarks          string           `json:"remarks,omitempty"`
	Extra            Object           `json:"-"`
}

// ReviewedControls are the controls that an assessment is about.
type ReviewedControls struct {
	Description       string             `json:"description,omitempty"`
	Props             []Prop             `json:"props,omitempty"`
	Links             []Link             `json:"links,omitempty"`
	ControlSelections []ControlSelection `json:"control-selections"`
	Remarks           string             `json:"remarks,omitempty"`
	Extra             Object             `json:"-"`
}

// ControlSelection is a set of controls, all or named.
type ControlSelection struct {
	Description     string            `json:"description,omitempty"`
	Props           []Prop            `json:"props,omitempty"`
	Links           []Link            `json:"links,omitempty"`
	IncludeAll      *IncludeAll       `json:"include-all,omitempty"`
	IncludeControls []AssessedControl `json:"include-controls,omitempty"`
	ExcludeControls []AssessedControl `json:"exclude-controls,omitempty"`
	Remarks         string            `json:"remarks,omitempty"`
	Extra           Object            `json:"-"`
}

// AssessedControl names a control, or some of its statements.
type AssessedControl struct {
	ControlID    string   `json:"control-id"`
	StatementIDs []string `json:"statement-ids,omitempty"`
	Extra        Object   `json:"-"`
}

// Task is something to do; its timing stays in Extra.
type Task struct {
	UUID        string `json:"uuid"`
	Type        string `json:"type"`
	Title       string `json:"title"`
	Description string `json:"description,omitempty"`
	Props       []Prop `json:"props,omitempty"`
	Links       []Link `json:"links,omitempty"`
	Tasks       []Task `json:"tasks,omitempty"`
	Remarks     string `json:"remarks,omitempty"`
	Extra       Object `json:"-"`
}

// Attestation is a signed declaration.
type Attestation struct {
	ResponsibleParties []ResponsibleParty `json:"responsible-parties,omitempty"`
	Parts              []Part             `json:"parts"`
	Extra              Object             `json:"-"`
}

// Observation is what somebody saw, asked or tested; Methods are EXAMINE, INTERVIEW, TEST.
type Observation struct {
	UUID             string     `json:"uuid"`
	Title            string     `json:"title,omitempty"`
	Description      string     `json:"description"`
	Props            []Prop     `json:"props,omitempty"`
	Links            []Link     `json:"links,omitempty"`
	Methods          []string   `json:"methods"`
	Types            []string   `json:"types,omitempty"`
	RelevantEvidence []Evidence `json:"relevant-evidence,omitempty"`
	Collected        string     `json:"collected"`
	Expires          string     `json:"expires,omitempty"`
	Remarks          string     `json:"remarks,omitempty"`
	Extra            Object     `json:"-"`
}

// Evidence backs an observation; Href usually is "#uuid" of a resource.
type Evidence struct {
	Href        string `json:"href,omitempty"`
	Description string `json:"description"`
	Props       []Prop `json:"props,omitempty"`
	Links       []Link `json:"links,omitempty"`
	Remarks     string `json:"remarks,omitempty"`
	Extra       Object `json:"-"`
}

// Finding says whether a control is met.
type Finding struct {
	UUID                string               `json:"uuid"`
	Title               string               `json:"title"`
	Description         string               `json:"description"`
	Props               []Prop               `json:"props,omitempty"`
	Links               []Link               `json:"links,omitempty"`
	Target              FindingTarget        `json:"target"`
	RelatedObservations []RelatedObservation `json:"related-observations,omitempty"`
	RelatedRisks        []RelatedRisk        `json:"related-risks,omitempty"`
	Remarks             string               `json:"remarks,omitempty"`
	Extra               Object               `json:"-"`
}

// FindingTarget is the statement or objective of a finding; Type is "statement-id" or "objective-id".
type FindingTarget struct {
	Type        string        `json:"type"`
	TargetID    string        `json:"target-id"`
	Title       string        `json:"title,omitempty"`
	Description string        `json:"description,omitempty"`
	Props       []Prop        `json:"props,omitempty"`
	Links       []Link        `json:"links,omitempty"`
	Status      FindingStatus `json:"status"`
	Remarks     string        `json:"remarks,omitempty"`
	Extra       Object        `json:"-"`
}

// FindingStatus is "satisfied" or "not-satisfied"; OSCAL has no other answer.
type FindingStatus struct {
	State   string `json:"state"`
	Reason  string `json:"reason,omitempty"`
	Remarks string `json:"remarks,omitempty"`
	Extra   Object `json:"-"`
}

// RelatedObservation points to an observation.
type RelatedObservation struct {
	ObservationUUID string `json:"observation-uuid"`
	Remarks         string `json:"remarks,omitempty"`
	Extra           Object `json:"-"`
}

// RelatedRisk points to a risk.
type RelatedRisk struct {
	RiskUUID string `json:"risk-uuid"`
	Remarks  string `json:"remarks,omitempty"`
	Extra    Object `json:"-"`
}
