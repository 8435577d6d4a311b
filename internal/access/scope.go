package access

import (
	"slices"
	"strings"

	"kijun/internal/db"
)

// Columns says where the rows of a list keep what the rule table looks at. An empty one is not there, and
// what needs it never holds.
type Columns struct {
	Org      string // the owner's id
	To       string // the addressee's id
	Audience string // an Audience
	Sector   string // SQL of the sectors of a row: "SELECT sector FROM standard_sector WHERE …"
}

// Scope returns the condition under which the rule table lets the actor do something with a row, as SQL
// over c. It says of every row what Can says of its object.
func Scope(a Actor, act Action, c Columns, p *db.Params) string {
	var any []string
	for _, r := range rules {
		if r.action != act || !r.forRole(a.Role) {
			continue
		}
		for _, rel := range r.where {
			if sql := rel.sql(a, c, p); sql != "" {
				any = append(any, sql)
			}
		}
	}
	if len(any) == 0 {
		return "1 = 0"
	}
	return "(" + strings.Join(any, " OR ") + ")"
}

// sql is the relation as a condition; "" where it cannot hold.
func (rel relation) sql(a Actor, c Columns, p *db.Params) string {
	switch rel {
	case anybody, signedIn, nation, installing:
		if rel.holds(a, Object{}) {
			return "1 = 1"
		}
	case shown:
		return shownSQL(a, c, p)
	case own:
		if a.SignedIn() && a.Org.ID != "" && c.Org != "" {
			return c.Org + " = " + p.Add(a.Org.ID)
		}
	case client:
		if a.SignedIn() && len(a.Clients) > 0 && c.Org != "" {
			return c.Org + " IN " + p.In(a.Clients)
		}
	case audited:
		if a.audits() {
			return client.sql(a, c, p)
		}
	case addressee:
		if a.SignedIn() && a.Org.ID != "" && c.To != "" {
			return c.To + " = " + p.Add(a.Org.ID)
		}
	case member:
		if a.SignedIn() {
			return inSectors(a.AllSectors(), c, p)
		}
	case answersFor:
		return inSectors(a.Sectors(Ministry), c, p)
	case serves:
		return inSectors(slices.Concat(a.Sectors(Association), a.Sectors(Ceptoar)), c, p)
	}
	return ""
}

func shownSQL(a Actor, c Columns, p *db.Params) string {
	if c.Audience == "" {
		return ""
	}
	sql := c.Audience + " = '" + string(Public) + "'"
	if !a.SignedIn() {
		return sql
	}
	sector := "1 = 1"
	if !a.Is(CabinetSecretariat) {
		sector = inSectors(a.AllSectors(), c, p)
	}
	if sector == "" {
		return sql
	}
	return "(" + sql + " OR " + c.Audience + " = '" + string(SectorOnly) + "' AND " + sector + ")"
}

// inSectors holds where one of a row's sectors is among ids.
func inSectors(ids []string, c Columns, p *db.Params) string {
	if len(ids) == 0 || c.Sector == "" {
		return ""
	}
	return "EXISTS (" + c.Sector + " AND sector IN " + p.In(ids) + ")"
}
