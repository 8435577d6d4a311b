package oscal

import (
	"cmp"
	"regexp"
	"strconv"
	"strings"
)

// Version is the OSCAL version that this package writes when it makes or converts a document.
// Version 1.2.0 had broken schemas; nothing here ever writes it.
const Version = "1.2.2"

// version is an OSCAL version in parts that compare.
type version struct {
	major, minor, patch int
	text                string // without a leading v
}

// parseVersion accepts a leading v, because NIST's own CSF 2.0 catalog has one, and ignores what
// follows the three numbers.
func parseVersion(s string) (version, bool) {
	s = strings.TrimPrefix(strings.TrimSpace(s), "v")
	v := version{text: s}
	core, _, _ := strings.Cut(s, "-")
	parts := strings.Split(core, ".")
	if len(parts) > 3 {
		return v, false
	}
	for i, n := range []*int{&v.major, &v.minor, &v.patch}[:len(parts)] {
		var err error
		if *n, err = strconv.Atoi(parts[i]); err != nil {
			return v, false
		}
	}
	return v, true
}

func (v version) compare(w version) int {
	return cmp.Or(cmp.Compare(v.major, w.major), cmp.Compare(v.minor, w.minor), cmp.Compare(v.patch, w.patch))
}

// Convert makes d a document of this package's [Version]. Nothing else in it has to change between
// 1.0.0 and 1.2.2; what older versions had and 1.2.2 refuses, the package validate finds.
func Convert(d *Document) {
	if m := d.Metadata(); m != nil {
		m.OSCALVersion = Version
	}
}

var token = regexp.MustCompile(`^(\p{L}|_)(\p{L}|\p{N}|[.\-_])*$`)

// IsToken reports whether s can be an id: a letter or _, then letters, digits, dot, hyphen and _.
// "1.2" cannot, "g-1.2" and "対策1.2" can.
func IsToken(s string) bool { return token.MatchString(s) }
