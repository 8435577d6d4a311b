package oscal

// Profile selects controls of catalogs or other profiles and tailors them.
type Profile struct {
	UUID       string      `json:"uuid"`
	Metadata   Metadata    `json:"metadata"`
	Imports    []Import    `json:"imports"`
	Merge      *Merge      `json:"merge,omitempty"`
	Modify     *Modify     `json:"modify,omitempty"`
	BackMatter *BackMatter `json:"back-matter,omitempty"`
	Extra      Object      `json:"-"`
}

// Import takes controls from the document at Href: a path, a URL, or "#uuid" of a resource.
type Import struct {
	Href            string      `json:"href"`
	IncludeAll      *IncludeAll `json:"include-all,omitempty"`
	IncludeControls []Select    `json:"include-controls,omitempty"`
	ExcludeControls []Select    `json:"exclude-controls,omitempty"`
	Extra           Object      `json:"-"`
}

// IncludeAll includes every control; it has no content.
type IncludeAll struct {
	Extra Object `json:"-"`
}

// Select names controls by id and by pattern.
type Select struct {
	WithChildControls string     `json:"with-child-controls,omitempty"` // "yes" or "no", the default
	WithIDs           []string   `json:"with-ids,omitempty"`
	Matching          []Matching `json:"matching,omitempty"`
	Extra             Object     `json:"-"`
}

// Matching is a pattern over ids: * is any text, ? is any one character. Remarks (1.2.2) is the
// place for the reason.
type Matching struct {
	Pattern string `json:"pattern,omitempty"`
	Remarks string `json:"remarks,omitempty"`
	Extra   Object `json:"-"`
}

// Merge says how what was imported is combined and arranged.
type Merge struct {
	Combine *Combine `json:"combine,omitempty"`
	Flat    *Flat    `json:"flat,omitempty"`
	AsIs    *bool    `json:"as-is,omitempty"`
	Custom  *Custom  `json:"custom,omitempty"`
	Extra   Object   `json:"-"`
}

// Combine says what becomes of controls with one id: "keep" (the default) or "use-first".
type Combine struct {
	Method string `json:"method,omitempty"`
	Extra  Object `json:"-"`
}

// Flat drops groups; it has no content.
type Flat struct {
	Extra Object `json:"-"`
}

// Custom arranges the controls anew.
type Custom struct {
	Groups         []CustomGroup    `json:"groups,omitempty"`
	InsertControls []InsertControls `json:"insert-controls,omitempty"`
	Extra          Object           `json:"-"`
}

// CustomGroup is a group of the result. One with the id of an imported group takes over its content.
type CustomGroup struct {
	ID             string           `json:"id,omitempty"`
	Class          string           `json:"class,omitempty"`
	Title          string           `json:"title"`
	Params         []Param          `json:"params,omitempty"`
	Props          []Prop           `json:"props,omitempty"`
	Links          []Link           `json:"links,omitempty"`
	Parts          []Part           `json:"parts,omitempty"`
	Groups         []CustomGroup    `json:"groups,omitempty"`
	InsertControls []InsertControls `json:"insert-controls,omitempty"`
	Extra          Object           `json:"-"`
}

// InsertControls puts imported controls at its place; Order is keep (the default), ascending or
// descending by id.
type InsertControls struct {
	Order           string      `json:"order,omitempty"`
	IncludeAll      *IncludeAll `json:"include-all,omitempty"`
	IncludeControls []Select    `json:"include-controls,omitempty"`
	ExcludeControls []Select    `json:"exclude-controls,omitempty"`
	Extra           Object      `json:"-"`
}

// Modify sets params and alters controls.
type Modify struct {
	SetParameters []SetParameter `json:"set-parameters,omitempty"`
	Alters        []Alter        `json:"alters,omitempty"`
	Extra         Object         `json:"-"`
}

// SetParameter changes a param. Values and Select replace each other.
type SetParameter struct {
	ParamID     string       `json:"param-id"`
	Class       string       `json:"class,omitempty"`
	DependsOn   string       `json:"depends-on,omitempty"`
	Props       []Prop       `json:"props,omitempty"`
	Links       []Link       `json:"links,omitempty"`
	Label       string       `json:"label,omitempty"`
	Usage       string       `json:"usage,omitempty"`
	Constraints []Constraint `json:"constraints,omitempty"`
	Guidelines  []Guideline  `json:"guidelines,omitempty"`
	Values      []string     `json:"values,omitempty"`
	Select      *Selection   `json:"select,omitempty"`
	Remarks     string       `json:"remarks,omitempty"`
	Extra       Object       `json:"-"`
}

// Alter changes one control: first all removes, then all adds.
type Alter struct {
	ControlID string   `json:"control-id"`
	Removes   []Remove `json:"removes,omitempty"`
	Adds      []Add    `json:"adds,omitempty"`
	Extra     Object   `json:"-"`
}

// Remove takes away everything inside the control that meets all its criteria.
type Remove struct {
	ByName     string `json:"by-name,omitempty"`
	ByClass    string `json:"by-class,omitempty"`
	ByID       string `json:"by-id,omitempty"`
	ByItemName string `json:"by-item-name,omitempty"` // prop, link, param, part, control, ...
	ByNS       string `json:"by-ns,omitempty"`
	Remarks    string `json:"remarks,omitempty"`
	Extra      Object `json:"-"`
}

// Add puts content into the control, or at the object inside it that ByID names. Position is
// before, after, starting or ending (the default).
type Add struct {
	Position string  `json:"position,omitempty"`
	ByID     string  `json:"by-id,omitempty"`
	Title    string  `json:"title,omitempty"`
	Params   []Param `json:"params,omitempty"`
	Props    []Prop  `json:"props,omitempty"`
	Links    []Link  `json:"links,omitempty"`
	Parts    []Part  `json:"parts,omitempty"`
	Extra    Object  `json:"-"`
}
