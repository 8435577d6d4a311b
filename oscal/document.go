package oscal

import "reflect"

// Document is one OSCAL document: exactly one of its models is not nil.
type Document struct {
	Catalog                   *Catalog                   `json:"catalog,omitempty"`
	Profile                   *Profile                   `json:"profile,omitempty"`
	MappingCollection         *MappingCollection         `json:"mapping-collection,omitempty"`
	ComponentDefinition       *ComponentDefinition       `json:"component-definition,omitempty"`
	SystemSecurityPlan        *SystemSecurityPlan        `json:"system-security-plan,omitempty"`
	AssessmentPlan            *AssessmentPlan            `json:"assessment-plan,omitempty"`
	AssessmentResults         *AssessmentResults         `json:"assessment-results,omitempty"`
	PlanOfActionAndMilestones *PlanOfActionAndMilestones `json:"plan-of-action-and-milestones,omitempty"`
	Extra                     Object                     `json:"-"`
}

// model returns the model's name, as it stands at the root of the file, and its value.
func (d *Document) model() (string, reflect.Value) {
	v := reflect.ValueOf(d).Elem()
	l := layoutOf(v.Type())
	for i, name := range l.names {
		if f := v.Field(l.index[i]); !f.IsNil() {
			return name, f.Elem()
		}
	}
	return "", reflect.Value{}
}

// Model returns the name of the model as it stands at the root of the file, such as "catalog", or
// "" where there is none.
func (d *Document) Model() string {
	name, _ := d.model()
	return name
}

// Metadata returns the head of the document, or nil where there is no model.
func (d *Document) Metadata() *Metadata {
	_, v := d.model()
	if !v.IsValid() {
		return nil
	}
	return v.FieldByName("Metadata").Addr().Interface().(*Metadata)
}

// UUID returns the uuid of the document.
func (d *Document) UUID() string {
	_, v := d.model()
	if !v.IsValid() {
		return ""
	}
	return v.FieldByName("UUID").String()
}
