package oscal

// ComponentDefinition says how components (a product, a policy, a procedure) meet controls.
type ComponentDefinition struct {
	UUID       string      `json:"uuid"`
	Metadata   Metadata    `json:"metadata"`
	Components []Component `json:"components,omitempty"`
	BackMatter *BackMatter `json:"back-matter,omitempty"`
	Extra      Object      `json:"-"`
}

// Component is one of them; Type is "policy", "process-procedure", "software", ... In a system
// security plan its Extra holds the status.
type Component struct {
	UUID                   string                  `json:"uuid"`
	Type                   string                  `json:"type"`
	Title                  string                  `json:"title"`
	Description            string                  `json:"description"`
	Purpose                string                  `json:"purpose,omitempty"`
	Props                  []Prop                  `json:"props,omitempty"`
	Links                  []Link                  `json:"links,omitempty"`
	ResponsibleRoles       []ResponsibleRole       `json:"responsible-roles,omitempty"`
	ControlImplementations []ControlImplementation `json:"control-implementations,omitempty"`
	Remarks                string                  `json:"remarks,omitempty"`
	Extra                  Object                  `json:"-"`
}

// ControlImplementation answers the controls of one catalog or profile, the Source.
type ControlImplementation struct {
	UUID                    string                   `json:"uuid,omitempty"`
	Source                  string                   `json:"source,omitempty"`
	Description             string                   `json:"description"`
	Props                   []Prop                   `json:"props,omitempty"`
	Links                   []Link                   `json:"links,omitempty"`
	ImplementedRequirements []ImplementedRequirement `json:"implemented-requirements"`
	Extra                   Object                   `json:"-"`
}

// ImplementedRequirement answers one control.
type ImplementedRequirement struct {
	UUID             string            `json:"uuid"`
	ControlID        string            `json:"control-id"`
	Description      string            `json:"description,omitempty"`
	Props            []Prop            `json:"props,omitempty"`
	Links            []Link            `json:"links,omitempty"`
	ResponsibleRoles []ResponsibleRole `json:"responsible-roles,omitempty"`
	Statements       []Statement       `json:"statements,omitempty"`
	Remarks          string            `json:"remarks,omitempty"`
	Extra            Object            `json:"-"`
}

// Statement answers one statement of a control.
type Statement struct {
	StatementID      string            `json:"statement-id"`
	UUID             string            `json:"uuid"`
	Description      string            `json:"description,omitempty"`
	Props            []Prop            `json:"props,omitempty"`
	Links            []Link            `json:"links,omitempty"`
	ResponsibleRoles []ResponsibleRole `json:"responsible-roles,omitempty"`
	Remarks          string            `json:"remarks,omitempty"`
	Extra            Object            `json:"-"`
}
