package oscal

// SystemSecurityPlan says how one system meets a profile. The characteristics and parts of the
// system stay in Extra as they are.
type SystemSecurityPlan struct {
	UUID                  string                `json:"uuid"`
	Metadata              Metadata              `json:"metadata"`
	ImportProfile         Reference             `json:"import-profile"`
	ControlImplementation ControlImplementation `json:"control-implementation"`
	BackMatter            *BackMatter           `json:"back-matter,omitempty"`
	Extra                 Object                `json:"-"`
}

// Reference names the document that another one builds on.
type Reference struct {
	Href    string `json:"href"`
	Remarks string `json:"remarks,omitempty"`
	Extra   Object `json:"-"`
}
