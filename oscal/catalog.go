package oscal

import "cmp"

// Catalog is a body of controls, in groups or not.
type Catalog struct {
	UUID       string      `json:"uuid"`
	Metadata   Metadata    `json:"metadata"`
	Params     []Param     `json:"params,omitempty"`
	Controls   []Control   `json:"controls,omitempty"`
	Groups     []Group     `json:"groups,omitempty"`
	BackMatter *BackMatter `json:"back-matter,omitempty"`
	Extra      Object      `json:"-"`
}

// Group is a chapter: groups and controls under a title. Its id may be missing.
type Group struct {
	ID       string    `json:"id,omitempty"`
	Class    string    `json:"class,omitempty"`
	Title    string    `json:"title"`
	Params   []Param   `json:"params,omitempty"`
	Props    []Prop    `json:"props,omitempty"`
	Links    []Link    `json:"links,omitempty"`
	Parts    []Part    `json:"parts,omitempty"`
	Groups   []Group   `json:"groups,omitempty"`
	Controls []Control `json:"controls,omitempty"`
	Extra    Object    `json:"-"`
}

// Control is one item of a catalog. Controls inside it are its refinements.
type Control struct {
	ID       string    `json:"id"`
	Class    string    `json:"class,omitempty"`
	Title    string    `json:"title"`
	Params   []Param   `json:"params,omitempty"`
	Props    []Prop    `json:"props,omitempty"`
	Links    []Link    `json:"links,omitempty"`
	Parts    []Part    `json:"parts,omitempty"`
	Controls []Control `json:"controls,omitempty"`
	Extra    Object    `json:"-"`
}

// Part is a piece of text of a control or group, in Markdown, with a name that says what it is:
// statement, guidance, item, ...
type Part struct {
	ID    string `json:"id,omitempty"`
	Name  string `json:"name"`
	NS    string `json:"ns,omitempty"`
	Class string `json:"class,omitempty"`
	Title string `json:"title,omitempty"`
	Props []Prop `json:"props,omitempty"`
	Prose string `json:"prose,omitempty"`
	Parts []Part `json:"parts,omitempty"`
	Links []Link `json:"links,omitempty"`
	Extra Object `json:"-"`
}

// Param is a blank in the text, inserted as "{{ insert: param, id }}".
type Param struct {
	ID          string       `json:"id"`
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

// Constraint limits what may be filled in.
type Constraint struct {
	Description string `json:"description,omitempty"`
	Tests       []Test `json:"tests,omitempty"`
	Extra       Object `json:"-"`
}

// Test is a constraint that a machine can check.
type Test struct {
	Expression string `json:"expression"`
	Remarks    string `json:"remarks,omitempty"`
	Extra      Object `json:"-"`
}

// Guideline helps whoever fills in a param.
type Guideline struct {
	Prose string `json:"prose"`
	Extra Object `json:"-"`
}

// Selection offers choices; HowMany is "one" or "one-or-more".
type Selection struct {
	HowMany string   `json:"how-many,omitempty"`
	Choice  []string `json:"choice,omitempty"`
	Extra   Object   `json:"-"`
}

// Walk calls visit for every control, parents before children, in document order, with the groups
// and controls around it, outermost first, by id or, for a group without one, by title.
func (c *Catalog) Walk(visit func(c *Control, path []string)) {
	walkControls(c.Controls, nil, visit)
	walkGroups(c.Groups, nil, visit)
}

func walkGroups(groups []Group, path []string, visit func(*Control, []string)) {
	for i := range groups {
		g := &groups[i]
		inside := append(path[:len(path):len(path)], cmp.Or(g.ID, g.Title))
		walkControls(g.Controls, inside, visit)
		walkGroups(g.Groups, inside, visit)
	}
}

func walkControls(controls []Control, path []string, visit func(*Control, []string)) {
	for i := range controls {
		c := &controls[i]
		visit(c, path)
		walkControls(c.Controls, append(path[:len(path):len(path)], c.ID), visit)
	}
}

// Control finds a control by its id, or nil.
func (c *Catalog) Control(id string) *Control {
	var found *Control
	c.Walk(func(c *Control, _ []string) {
		if found == nil && c.ID == id {
			found = c
		}
	})
	return found
}
