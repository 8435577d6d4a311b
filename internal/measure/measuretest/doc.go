// Package measuretest is a small installation for tests of what operators should do: the water sector with
// its sample standards in force, its operator, another operator, a contractor, an audit firm and an
// onlooker. It is imported by tests only. Start at world.go.
package measuretest
