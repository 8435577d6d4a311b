package oscal

// PlanOfActionAndMilestones lists what is still to be put right.
type PlanOfActionAndMilestones struct {
	UUID         string        `json:"uuid"`
	Metadata     Metadata      `json:"metadata"`
	ImportSSP    *Reference    `json:"import-ssp,omitempty"`
	SystemID     *SystemID     `json:"system-id,omitempty"`
	Observations []Observation `json:"observations,omitempty"`
	Risks        []Risk        `json:"risks,omitempty"`
	Findings     []Finding     `json:"findings,omitempty"`
	POAMItems    []POAMItem    `json:"poam-items"`
	BackMatter   *BackMatter   `json:"back-matter,omitempty"`
	Extra        Object        `json:"-"`
}

// SystemID names the system in the scheme of IdentifierType.
type SystemID struct {
	IdentifierType string `json:"identifier-type,omitempty"`
	ID             string `json:"id"`
	Extra          Object `json:"-"`
}

// Risk is a weakness with its state: open, investigating, remediating, deviation-requested,
// deviation-approved or closed.
type Risk struct {
	UUID         string     `json:"uuid"`
	Title        string     `json:"title"`
	Description  string     `json:"description"`
	Statement    string     `json:"statement"`
	Props        []Prop     `json:"props,omitempty"`
	Links        []Link     `json:"links,omitempty"`
	Status       string     `json:"status"`
	Deadline     string     `json:"deadline,omitempty"`
	Remediations []Response `json:"remediations,omitempty"`
	Extra        Object     `json:"-"`
}

// Response is what is done about a risk; Lifecycle is recommendation, planned or completed.
type Response struct {
	UUID        string `json:"uuid"`
	Lifecycle   string `json:"lifecycle"`
	Title       string `json:"title"`
	Description string `json:"description"`
	Props       []Prop `json:"props,omitempty"`
	Links       []Link `json:"links,omitempty"`
	Tasks       []Task `json:"tasks,omitempty"`
	Remarks     string `json:"remarks,omitempty"`
	Extra       Object `json:"-"`
}

// POAMItem is one thing to put right.
type POAMItem struct {
	UUID                string               `json:"uuid,omitempty"`
	Title               string               `json:"title"`
	Description         string               `json:"description"`
	Props               []Prop               `json:"props,omitempty"`
	Links               []Link               `json:"links,omitempty"`
	RelatedFindings     []RelatedFinding     `json:"related-findings,omitempty"`
	RelatedObservations []RelatedObservation `json:"related-observations,omitempty"`
	RelatedRisks        []RelatedRisk        `json:"related-risks,omitempty"`
	Remarks             string               `json:"remarks,omitempty"`
	Extra               Object               `json:"-"`
}

// RelatedFinding points to a finding.
type RelatedFinding struct {
	FindingUUID string `json:"finding-uuid"`
	Remarks     string `json:"remarks,omitempty"`
	Extra       Object `json:"-"`
}
