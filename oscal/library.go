package oscal

import (
	"encoding/base64"
	"errors"
	"io/fs"
	"net/url"
	"path"
	"slices"
	"strings"
)

// Library finds and remembers the documents that profiles import. It reads from one file system
// and from nowhere else: nothing is ever fetched. It is not for use by several goroutines at once.
type Library struct {
	files fs.FS
	dir   string
	read  map[string]*Document
}

// NewLibrary returns a library over fsys. An href that is no file beside its own document is looked
// up in the folder dir of fsys by its base name; with dir "" in the folder of the document itself.
func NewLibrary(fsys fs.FS, dir string) *Library {
	return &Library{files: fsys, dir: dir, read: map[string]*Document{}}
}

// Add puts a document into the library under a name, as if a file of that name held it.
func (l *Library) Add(name string, d *Document) { l.read[name] = d }

// Document returns the document called name.
func (l *Library) Document(name string) (*Document, error) {
	if d := l.read[name]; d != nil {
		return d, nil
	}
	d, err := Read(l.files, name)
	if err != nil {
		return nil, err
	}
	l.read[name] = d
	return d, nil
}

// imported returns the document that href means in the document called from, and its name.
func (l *Library) imported(from, href string, back *BackMatter) (string, *Document, error) {
	if uuid, internal := strings.CutPrefix(href, "#"); internal {
		return l.resource(from, href, back.resource(uuid))
	}
	return l.find(from, []string{href}, href)
}

// resource takes a resource's own bytes where it has them, else whichever of its rlinks is here.
func (l *Library) resource(from, href string, r *Resource) (string, *Document, error) {
	switch {
	case r == nil:
		return "", nil, fail(NoResource, href)
	case r.Base64 != nil:
		return l.embedded(from+href, r.Base64)
	case len(r.RLinks) == 0:
		return "", nil, fail(NoLink, r.UUID)
	}
	var hrefs []string
	for _, link := range r.RLinks {
		hrefs = append(hrefs, link.Href)
	}
	return l.find(from, hrefs, href)
}

// embedded decodes a resource that stands inside the document.
func (l *Library) embedded(name string, b *Base64) (string, *Document, error) {
	if d := l.read[name]; d != nil {
		return name, d, nil
	}
	data, err := base64.StdEncoding.DecodeString(strings.Join(strings.Fields(b.Value), ""))
	if err != nil {
		return "", nil, &Error{Kind: Unreadable, Args: []any{name, err}, Cause: err}
	}
	d, err := Decode(data, sniff(data))
	if err != nil {
		return "", nil, &Error{Kind: Unreadable, Args: []any{name, err}, Cause: err}
	}
	l.read[name] = d
	return name, d, nil
}

// find tries the hrefs first as they are, then by base name with each format's ending.
func (l *Library) find(from string, hrefs []string, asked string) (string, *Document, error) {
	var looked []string
	for _, name := range l.candidates(from, hrefs) {
		if name == "" || slices.Contains(looked, name) {
			continue
		}
		looked = append(looked, name)
		d, err := l.Document(name)
		if errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrInvalid) {
			continue
		}
		return name, d, err
	}
	return "", nil, fail(NotFound, asked, looked)
}

// candidates lists the names that hrefs may stand for, the most literal first.
func (l *Library) candidates(from string, hrefs []string) []string {
	var literal, named []string
	dir := l.dir
	if dir == "" {
		dir = path.Dir(from)
	}
	for _, href := range hrefs {
		p, local := hrefPath(href)
		if p == "" {
			continue
		}
		if local && FormatOf(p) != "" {
			literal = append(literal, beside(from, p))
		}
		base := path.Base(p)
		if FormatOf(base) != "" {
			base = strings.TrimSuffix(base, path.Ext(base))
		}
		for _, ending := range []string{".json", ".yaml", ".xml"} {
			named = append(named, path.Join(dir, base+ending))
		}
	}
	return append(literal, named...)
}

// hrefPath returns the path of href and whether it could be a file here.
func hrefPath(href string) (p string, local bool) {
	u, err := url.Parse(href)
	if err != nil {
		return href, true // a file name that is no URL, such as one with a bare %
	}
	if u.Scheme == "file" {
		return u.Path, true
	}
	if u.Opaque != "" { // such as urn:a:b
		return strings.ReplaceAll(u.Opaque, ":", "/"), false
	}
	return u.Path, u.Scheme == "" && u.Host == ""
}

// beside resolves a path against the document that names it.
func beside(from, p string) string {
	if !path.IsAbs(p) {
		return path.Join(path.Dir(from), p)
	}
	if path.IsAbs(from) {
		return path.Clean(p)
	}
	return strings.TrimPrefix(path.Clean(p), "/") // names in an fs.FS begin at its root
}
