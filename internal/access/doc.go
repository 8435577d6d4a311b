// Package access says who is there and who may do what: organisations, people, memberships, sign-in, and
// the one rule table of kijun.
//
// Words: an organisation stands in sectors in one or several kinds (a ministry that runs air traffic
// control is an operator too), each [Standing] with dates; a contractor or auditor is engaged by another
// organisation for a time; a person belongs to organisations in a role. An [Actor] is a person who acts for
// one organisation in one role on one day.
//
// The table in rules.go is all of it: [Can] answers it for one object, [Scope] turns it into SQL for a
// list, and a test holds them together on random data. Every write of every room is one [Service.Do]:
// open a transaction, check the table, change, one entry of the trail, commit. A refusal is an entry of
// its own. An object that an actor may not read does not exist for it.
//
// Tables: access_org, access_standing, access_engagement, access_person, access_membership,
// access_password, access_session. It imports trail, db, id and the kernel. Start at rules.go, then do.go.
package access
