package oscal

// BackMatter holds what a document refers to.
type BackMatter struct {
	Resources []Resource `json:"resources,omitempty"`
	Extra     Object     `json:"-"`
}

// Resource is a thing referred to as "#uuid": a citation, links to it, or its bytes.
type Resource struct {
	UUID        string       `json:"uuid"`
	Title       string       `json:"title,omitempty"`
	Description string       `json:"description,omitempty"`
	Props       []Prop       `json:"props,omitempty"`
	DocumentIDs []DocumentID `json:"document-ids,omitempty"`
	Citation    *Citation    `json:"citation,omitempty"`
	RLinks      []RLink      `json:"rlinks,omitempty"`
	Base64      *Base64      `json:"base64,omitempty"`
	Remarks     string       `json:"remarks,omitempty"`
	Extra       Object       `json:"-"`
}

// Citation is the text under which a resource is cited.
type Citation struct {
	Text  string `json:"text"`
	Props []Prop `json:"props,omitempty"`
	Links []Link `json:"links,omitempty"`
	Extra Object `json:"-"`
}

// RLink says where a resource can be had; all rlinks of a resource give the same thing.
type RLink struct {
	Href      string `json:"href"`
	MediaType string `json:"media-type,omitempty"`
	Hashes    []Hash `json:"hashes,omitempty"`
	Extra     Object `json:"-"`
}

// Hash is a digest of what an rlink gives, in hexadecimal.
type Hash struct {
	Algorithm string `json:"algorithm"`
	Value     string `json:"value"`
	Extra     Object `json:"-"`
}

// Base64 is a resource carried inside the document.
type Base64 struct {
	Filename  string `json:"filename,omitempty"`
	MediaType string `json:"media-type,omitempty"`
	Value     string `json:"value"`
	Extra     Object `json:"-"`
}

// resource finds a resource by its uuid.
func (b *BackMatter) resource(uuid string) *Resource {
	if b == nil {
		return nil
	}
	for i := range b.Resources {
		if b.Resources[i].UUID == uuid {
			return &b.Resources[i]
		}
	}
	return nil
}
