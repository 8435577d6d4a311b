package oscal

// Metadata heads every document. Times are kept as they were written, fraction and zone included.
type Metadata struct {
	Title              string             `json:"title"`
	Published          string             `json:"published,omitempty"`
	LastModified       string             `json:"last-modified"`
	Version            string             `json:"version"`
	OSCALVersion       string             `json:"oscal-version"`
	Revisions          []Revision         `json:"revisions,omitempty"`
	DocumentIDs        []DocumentID       `json:"document-ids,omitempty"`
	Props              []Prop             `json:"props,omitempty"`
	Links              []Link             `json:"links,omitempty"`
	Roles              []Role             `json:"roles,omitempty"`
	Locations          []Location         `json:"locations,omitempty"`
	Parties            []Party            `json:"parties,omitempty"`
	ResponsibleParties []ResponsibleParty `json:"responsible-parties,omitempty"`
	Actions            []Action           `json:"actions,omitempty"`
	Remarks            string             `json:"remarks,omitempty"`
	Extra              Object             `json:"-"`
}

// Revision is an earlier state of a document.
type Revision struct {
	Title        string `json:"title,omitempty"`
	Published    string `json:"published,omitempty"`
	LastModified string `json:"last-modified,omitempty"`
	Version      string `json:"version"`
	OSCALVersion string `json:"oscal-version,omitempty"`
	Props        []Prop `json:"props,omitempty"`
	Links        []Link `json:"links,omitempty"`
	Remarks      string `json:"remarks,omitempty"`
	Extra        Object `json:"-"`
}

// DocumentID names a document over all its revisions.
type DocumentID struct {
	Scheme     string `json:"scheme,omitempty"`
	Identifier string `json:"identifier"`
	Extra      Object `json:"-"`
}

// Prop is a name and value in a namespace; without one it is OSCAL's own.
type Prop struct {
	Name    string `json:"name"`
	UUID    string `json:"uuid,omitempty"`
	NS      string `json:"ns,omitempty"`
	Value   string `json:"value"`
	Class   string `json:"class,omitempty"`
	Group   string `json:"group,omitempty"`
	Remarks string `json:"remarks,omitempty"`
	Extra   Object `json:"-"`
}

// Link points to something; Href "#x" is the control, part or resource x of the same document.
type Link struct {
	Href             string `json:"href"`
	Rel              string `json:"rel,omitempty"`
	MediaType        string `json:"media-type,omitempty"`
	ResourceFragment string `json:"resource-fragment,omitempty"`
	Text             string `json:"text,omitempty"`
	Extra            Object `json:"-"`
}

// Role is something that parties do.
type Role struct {
	ID          string `json:"id"`
	Title       string `json:"title"`
	ShortName   string `json:"short-name,omitempty"`
	Description string `json:"description,omitempty"`
	Props       []Prop `json:"props,omitempty"`
	Links       []Link `json:"links,omitempty"`
	Remarks     string `json:"remarks,omitempty"`
	Extra       Object `json:"-"`
}

// Party is a person or an organisation.
type Party struct {
	UUID                  string   `json:"uuid"`
	Type                  string   `json:"type"`
	Name                  string   `json:"name,omitempty"`
	ShortName             string   `json:"short-name,omitempty"`
	Props                 []Prop   `json:"props,omitempty"`
	Links                 []Link   `json:"links,omitempty"`
	EmailAddresses        []string `json:"email-addresses,omitempty"`
	MemberOfOrganizations []string `json:"member-of-organizations,omitempty"`
	Remarks               string   `json:"remarks,omitempty"`
	Extra                 Object   `json:"-"`
}

// Location is a place of parties.
type Location struct {
	UUID    string `json:"uuid"`
	Title   string `json:"title,omitempty"`
	Props   []Prop `json:"props,omitempty"`
	Links   []Link `json:"links,omitempty"`
	Remarks string `json:"remarks,omitempty"`
	Extra   Object `json:"-"`
}

// ResponsibleParty says which parties have a role.
type ResponsibleParty struct {
	RoleID     string   `json:"role-id"`
	PartyUUIDs []string `json:"party-uuids"`
	Props      []Prop   `json:"props,omitempty"`
	Links      []Link   `json:"links,omitempty"`
	Remarks    string   `json:"remarks,omitempty"`
	Extra      Object   `json:"-"`
}

// ResponsibleRole says which role answers for something.
type ResponsibleRole struct {
	RoleID     string   `json:"role-id"`
	Props      []Prop   `json:"props,omitempty"`
	Links      []Link   `json:"links,omitempty"`
	PartyUUIDs []string `json:"party-uuids,omitempty"`
	Remarks    string   `json:"remarks,omitempty"`
	Extra      Object   `json:"-"`
}

// Action is something done to the document, such as an approval.
type Action struct {
	UUID               string             `json:"uuid"`
	Date               string             `json:"date,omitempty"`
	Type               string             `json:"type"`
	System             string             `json:"system"`
	Props              []Prop             `json:"props,omitempty"`
	Links              []Link             `json:"links,omitempty"`
	ResponsibleParties []ResponsibleParty `json:"responsible-parties,omitempty"`
	Remarks            string             `json:"remarks,omitempty"`
	Extra              Object             `json:"-"`
}

// keep reports whether a prop demands that its holder survives pruning.
func keep(props []Prop) bool {
	for _, p := range props {
		if p.Name == "keep" && p.Value == "always" {
			return true
		}
	}
	return false
}
