package access

import "kijun/internal/clock"

// Role is what a person may do in an organisation.
type Role string

// The roles.
const (
	Administrator Role = "administrator" // people and organisation
	Officer       Role = "officer"       // decides, sends, publishes
	Manager       Role = "manager"       // runs checks, edits standards
	Staff         Role = "staff"         // answers
	AuditorRole   Role = "auditor"       // reads everything of the organisation, writes nothing
	Viewer        Role = "viewer"
)

// Roles in the order in which they are listed.
var Roles = []Role{Administrator, Officer, Manager, Staff, AuditorRole, Viewer}

// Person is somebody who signs in.
type Person struct {
	ID    string `json:"id"`
	Login string `json:"login"` // what the person signs in with; folded to lower case
	Name  string `json:"name"`
	Kana  string `json:"kana,omitempty"`
}

// Membership says that a person belongs to an organisation in a role over a time.
type Membership struct {
	Person string     `json:"person"`
	Org    string     `json:"org"`
	Role   Role       `json:"role"`
	Since  clock.Date `json:"since,omitempty"`
	Until  clock.Date `json:"until,omitempty"`
}
