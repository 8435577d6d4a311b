package access

import "slices"

// Action is something that can be done, named after its room. The action <room>.read is what makes an
// object exist for an actor.
type Action string

// The actions. Those of a room stand together.
const (
	OrgRead      Action = "org.read"
	OrgManage    Action = "org.manage"    // add operators, associations, contractors …
	OrgAuthority Action = "org.authority" // add a ministry or the Cabinet Secretariat
	PeopleRead   Action = "people.read"   // of one's own organisation
	PeopleManage Action = "people.manage" // of one's own organisation

	StandardRead     Action = "standard.read"     // that the document is there, and what is not withheld
	StandardWithheld Action = "standard.withheld" // the text of withheld clauses
	StandardShared   Action = "standard.shared"   // the text of a document that is withheld as a whole
	StandardHistory  Action = "standard.history"  // revisions, who changed what, comments
	StandardEdit     Action = "standard.edit"     // import, edit, put into consultation
	StandardEnact    Action = "standard.enact"    // bring in a mandatory or recommended document
	StandardIssue    Action = "standard.issue"    // bring in an industry document
	StandardDecide   Action = "standard.decide"   // decide, bring into force, supersede, publish

	AllocationRead Action = "allocation.read"
	AllocationEdit Action = "allocation.edit"

	CheckRead   Action = "check.read"
	CheckAnswer Action = "check.answer"
	CheckRun    Action = "check.run"  // start, import, close
	CheckSend   Action = "check.send" // a summary leaves the organisation

	MeasureRead Action = "measure.read" // what an organisation should do
	MeasureAll  Action = "measure.all"  // with all in-house rules, not only what concerns a contractor
	MeasureMark Action = "measure.mark" // remember what one has seen

	SubmissionRead   Action = "submission.read"
	SubmissionAnswer Action = "submission.answer" // receive, return, accept
	SubmissionRecall Action = "submission.recall" // withdraw
	SubmissionTotal  Action = "submission.total"  // sums over what was sent, without names
)

// relation is how an actor stands to an object.
type relation string

const (
	anybody    relation = "anybody"    // signed in or not
	signedIn   relation = "signed-in"  // whoever has signed in
	shown      relation = "shown"      // the object's audience includes the actor
	own        relation = "own"        // the object is the actor's organisation's
	client     relation = "client"     // the object's organisation engages the actor's
	audited    relation = "audited"    // the object's organisation engages the actor's as its audit firm
	addressee  relation = "addressee"  // it was sent to the actor's organisation
	member     relation = "member"     // the actor's organisation stands in one of its sectors
	answersFor relation = "answers"    // the actor's organisation is a ministry of one of its sectors
	serves     relation = "serves"     // the actor's organisation is an association or CEPTOAR of one of its sectors
	nation     relation = "nation"     // the actor acts for the Cabinet Secretariat
	installing relation = "installing" // the installation itself, before anybody is there
)

// rule lets roles (none: every role) do an action where one of the relations holds.
type rule struct {
	action Action
	roles  []Role
	where  []relation
}

// Groups of roles.
var (
	anyRole  []Role
	workers  = []Role{Officer, Manager, Staff}
	leaders  = []Role{Officer, Manager}
	deciders = []Role{Officer}
	admins   = []Role{Administrator}
)

// rules is the rule table of kijun. What no row allows is refused.
var rules = []rule{
	{OrgRead, anyRole, []relation{signedIn}},
	{OrgManage, admins, []relation{nation, answersFor, installing}},
	{OrgAuthority, admins, []relation{nation, installing}},
	{PeopleRead, anyRole, []relation{own}},
	{PeopleManage, admins, []relation{own, installing}},

	{StandardRead, anyRole, []relation{own, shown}},
	{StandardWithheld, anyRole, []relation{own, member}},
	{StandardShared, anyRole, []relation{own, member}},
	{StandardHistory, anyRole, []relation{own}},
	{StandardEdit, leaders, []relation{own}},
	{StandardEnact, leaders, []relation{answersFor, nation}},
	{StandardIssue, leaders, []relation{answersFor, serves, nation}},
	{StandardDecide, deciders, []relation{own}},

	{AllocationRead, anyRole, []relation{signedIn}},
	{AllocationEdit, leaders, []relation{answersFor}},

	{CheckRead, anyRole, []relation{own}},
	{CheckAnswer, workers, []relation{own}},
	{CheckRun, leaders, []relation{own}},
	{CheckSend, deciders, []relation{own}},

	{MeasureRead, anyRole, []relation{own, client}},
	{MeasureAll, anyRole, []relation{own, audited}},
	{MeasureMark, anyRole, []relation{own, client}},

	{SubmissionRead, anyRole, []relation{own, addressee}},
	{SubmissionAnswer, leaders, []relation{addressee}},
	{SubmissionRecall, deciders, []relation{own}},
	{SubmissionTotal, anyRole, []relation{nation}},
}

// Can reports whether the rule table lets an actor do something with an object.
func Can(a Actor, act Action, o Object) bool {
	return slices.ContainsFunc(rules, func(r rule) bool {
		return r.action == act && r.forRole(a.Role) && slices.ContainsFunc(r.where, func(rel relation) bool { return rel.holds(a, o) })
	})
}

func (r rule) forRole(role Role) bool { return r.roles == nil || slices.Contains(r.roles, role) }

func (rel relation) holds(a Actor, o Object) bool {
	switch rel {
	case anybody:
		return true
	case signedIn:
		return a.SignedIn()
	case shown:
		return o.Audience == Public || o.Audience == SectorOnly && a.SignedIn() && (a.Is(CabinetSecretariat) || meet(a.AllSectors(), o.Sectors))
	case own:
		return a.SignedIn() && o.Org != "" && o.Org == a.Org.ID
	case client:
		return a.SignedIn() && slices.Contains(a.Clients, o.Org)
	case audited:
		return a.audits() && client.holds(a, o)
	case addressee:
		return a.SignedIn() && o.To != "" && o.To == a.Org.ID
	case member:
		return a.SignedIn() && meet(a.AllSectors(), o.Sectors)
	case answersFor:
		return meet(a.Sectors(Ministry), o.Sectors)
	case serves:
		return meet(a.Sectors(Association), o.Sectors) || meet(a.Sectors(Ceptoar), o.Sectors)
	case nation:
		return a.Is(CabinetSecretariat)
	case installing:
		return a.Person.ID == installer
	}
	return false
}

func meet(a, b []string) bool {
	return slices.ContainsFunc(a, func(s string) bool { return slices.Contains(b, s) })
}

// installer is the person id of the installation itself.
const installer = "installation"

// Installation is who acts before anybody is there: on set-up, and when the demo nation is built.
func Installation() Actor {
	return Actor{Person: Person{ID: installer}, Role: Administrator}
}
