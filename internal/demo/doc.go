// Package demo builds the demo nation: a Cabinet Secretariat, ministries, ten sectors with associations,
// CEPTOARs and about forty operators, their standards, allocations, self-checks of three fiscal years and
// what was sent. Everything is fictional and plainly named so (見本), and everything is built through the
// rooms' own services by the people who would do it, at the time when they would do it.
//
// The nation is the same on every start of a day: chance is seeded and the clock is turned back and
// forward while it is built ([Clock]). It owns no table. Start at build.go.
package demo
