package guideline

import (
	"bytes"
	"embed"
	"fmt"
	"slices"
	"sync"

	"go.yaml.in/yaml/v4"

	"kijun/internal/lang"
)

//go:embed data/*.yaml
var data embed.FS

// Catalogue is everything that the regime sets: editions, schemes and sectors, and the standards that
// are known to exist.
type Catalogue struct {
	Editions  []*Edition // the oldest first
	Schemes   Schemes
	Sectors   Sectors
	Standards []KnownStandard
}

// Sectors is the catalogue of sectors with the schemes that list them.
type Sectors struct {
	Schemes    []SectorScheme `yaml:"schemes" json:"schemes"`
	Crosswalks []Crosswalk    `yaml:"crosswalks" json:"crosswalks"`
	Sectors    []Sector       `yaml:"sectors" json:"sectors"`
	Ministries []Named        `yaml:"ministries" json:"ministries"`
	Frameworks []Framework    `yaml:"frameworks" json:"frameworks"`
}

// editionFiles, the oldest first.
var editionFiles = []string{"data/shishin-3.yaml"}

// Builtin returns the catalogue that comes with kijun. It is shared: do not change it.
var Builtin = sync.OnceValue(func() *Catalogue {
	c, err := load()
	if err != nil {
		panic(err) // the data is part of the program and loaded by every test
	}
	return c
})

func load() (*Catalogue, error) {
	c := &Catalogue{}
	for _, name := range editionFiles {
		e := &Edition{}
		if err := decode(name, e); err != nil {
			return nil, err
		}
		e.index()
		c.Editions = append(c.Editions, e)
	}
	if err := decode("data/schemes.yaml", &c.Schemes); err != nil {
		return nil, err
	}
	if err := decode("data/sectors.yaml", &c.Sectors); err != nil {
		return nil, err
	}
	known := struct {
		Standards []KnownStandard `yaml:"standards"`
	}{}
	if err := decode("data/standards.yaml", &known); err != nil {
		return nil, err
	}
	c.Standards = known.Standards
	return c, nil
}

func decode(name string, to any) error {
	raw, err := data.ReadFile(name)
	if err != nil {
		return err
	}
	l, err := yaml.NewLoader(bytes.NewReader(raw), yaml.WithKnownFields())
	if err != nil {
		return err
	}
	if err := l.Load(to); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

// Latest returns the newest edition.
func (c *Catalogue) Latest() *Edition { return c.Editions[len(c.Editions)-1] }

// Edition returns the edition with an id.
func (c *Catalogue) Edition(id string) (*Edition, bool) {
	i := slices.IndexFunc(c.Editions, func(e *Edition) bool { return e.ID == id })
	if i < 0 {
		return nil, false
	}
	return c.Editions[i], true
}

// EditionIDs returns the ids of the editions, the oldest first.
func (c *Catalogue) EditionIDs() []string {
	ids := make([]string, len(c.Editions))
	for i, e := range c.Editions {
		ids[i] = e.ID
	}
	return ids
}

// Sector returns the sector, or part of a sector, with an id.
func (c *Catalogue) Sector(id string) (Sector, bool) {
	i := slices.IndexFunc(c.Sectors.Sectors, func(s Sector) bool { return s.ID == id })
	if i < 0 {
		return Sector{}, false
	}
	return c.Sectors.Sectors[i], true
}

// NearestSector returns the id that a person most likely meant, by id or by name; "" when none is near.
func (c *Catalogue) NearestSector(name string) string {
	ids := make([]string, len(c.Sectors.Sectors))
	for i, s := range c.Sectors.Sectors {
		if s.Title.JA == name || s.Title.EN == name {
			return s.ID
		}
		ids[i] = s.ID
	}
	return lang.Nearest(name, ids)
}

// Related reports whether two sectors are the same, or one is a part of the other: what is set for a
// sector holds in its parts, and what is set for a part belongs to the sector.
func (c *Catalogue) Related(a, b string) bool {
	if a == b {
		return true
	}
	x, _ := c.Sector(a)
	y, _ := c.Sector(b)
	return x.Parent == b && b != "" || y.Parent == a && a != ""
}

// ThreatIDs returns the ids of the classes of threats in their order.
func (c *Catalogue) ThreatIDs() []string { return classIDs(c.Schemes.Threats) }

// ObjectIDs returns the ids of the protected objects in their order.
func (c *Catalogue) ObjectIDs() []string { return classIDs(c.Schemes.Objects) }

func classIDs(cs []Class) []string {
	ids := make([]string, len(cs))
	for i, c := range cs {
		ids[i] = c.ID
	}
	return ids
}

// ClassTitle names a threat or protected object.
func (c *Catalogue) ClassTitle(id string) lang.Text {
	for _, cl := range slices.Concat(c.Schemes.Threats, c.Schemes.Objects) {
		if cl.ID == id {
			return cl.Title
		}
	}
	return lang.Same(id)
}

// MinistryTitle names a ministry.
func (c *Catalogue) MinistryTitle(id string) lang.Text {
	for _, m := range c.Sectors.Ministries {
		if m.ID == id {
			return m.Title
		}
	}
	return lang.Same(id)
}
