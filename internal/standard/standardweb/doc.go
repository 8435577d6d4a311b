// Package standardweb shows the room standard on pages. For now that is the report of a check as one
// self-contained HTML file: matrix of items and documents, every mark a link to the clause or the
// reason, and the balance of phases. It imports its room, guideline's types and web/ui.
package standardweb
