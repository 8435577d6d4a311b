// Package dependencyweb shows the room dependency on pages. For now these are reports as self-contained
// HTML files: a scenario in the order of headline, timeline, who lost because of whom, users over time,
// regions, recovery times, single points of failure, deadlocks and quality; and the smaller reports of the
// other commands. Charts are SVG beside tables that say the same in numbers, so they read without colour,
// on paper and by screen reader.
//
// It imports its room, the types of cascade, and web/ui. Start at scenario.go.
package dependencyweb
