package accessapi

import (
	"github.com/danielgtaylor/huma/v2"

	"kijun/internal/access"
	"kijun/internal/api/rest"
	"kijun/internal/clock"
	"kijun/internal/lang"
)

// Role is what a person may do in an organisation.
type Role access.Role

// Schema lists the roles.
func (Role) Schema(huma.Registry) *huma.Schema {
	return rest.Words("What the person may do", access.Roles...)
}

// Kind is what an organisation is in the regime.
type Kind access.Kind

// Schema lists the kinds.
func (Kind) Schema(huma.Registry) *huma.Schema {
	return rest.Words("What an organisation is in the regime", access.Kinds...)
}

// OptionalKind narrows a list.
type OptionalKind access.Kind

// Schema lists the kinds.
func (OptionalKind) Schema(huma.Registry) *huma.Schema {
	return rest.Optional("Only organisations of this kind", access.Kinds...)
}

// Person is somebody who signs in.
type Person struct {
	ID    string `json:"id"`
	Login string `json:"login"`
	Name  string `json:"name"`
	Kana  string `json:"kana,omitempty" doc:"Reading of the name"`
}

func newPerson(p access.Person) Person { return Person(p) }

// Organisation is an organisation with what it is in the regime.
type Organisation struct {
	ID         string     `json:"id"`
	Name       lang.Text  `json:"name"`
	Kana       string     `json:"kana,omitempty" doc:"Reading of the Japanese name"`
	Prefecture string     `json:"prefecture,omitempty"`
	Autonomous bool       `json:"autonomous" doc:"A local government: gets advice, is not supervised"`
	Standings  []Standing `json:"standings"`
}

// Standing says that an organisation is of a kind, in a sector where the kind has one, over a time.
type Standing struct {
	Kind   Kind       `json:"kind"`
	Sector string     `json:"sector,omitempty"`
	Since  clock.Date `json:"since,omitempty" format:"date"`
	Until  clock.Date `json:"until,omitempty" format:"date"`
}

func newOrganisation(o access.Org) Organisation {
	return Organisation{o.ID, o.Name, o.Kana, o.Prefecture, o.Autonomous, rest.Each(o.Standings, func(s access.Standing) Standing {
		return Standing{Kind(s.Kind), s.Sector, s.Since, s.Until}
	})}
}

// Membership is an organisation for which one may act.
type Membership struct {
	Organisation string     `json:"organisation"`
	Role         Role       `json:"role"`
	Since        clock.Date `json:"since,omitempty" format:"date"`
	Until        clock.Date `json:"until,omitempty" format:"date"`
}

func newMembership(m access.Membership) Membership {
	return Membership{m.Org, Role(m.Role), m.Since, m.Until}
}

// Me is who a token acts as.
type Me struct {
	Person       Person       `json:"person"`
	Organisation Organisation `json:"organisation"`
	Role         Role         `json:"role"`
	Clients      []string     `json:"clients" doc:"Organisations that engage the own one"`
	Memberships  []Membership `json:"memberships" doc:"For whom one may act"`
}
