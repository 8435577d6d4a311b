// Package measureweb shows the room measure on pages. For now that is the sheet of one operator as one
// self-contained HTML file: the four tiers side by side for every item, the ladder of degrees, and what
// is still open. It imports its room, the types of standard, and web/ui.
package measureweb
