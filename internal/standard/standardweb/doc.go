// Package standardweb is the pages of room standard: the list, a document with its clauses, decisions and
// state line, downloads, the import with a preview of what it would do and of every problem, the forms that
// edit a part of a document each and save themselves, and the history with differences. List, document and
// downloads are also mounted for the public. It also writes the report of a check as one self-contained
// HTML file.
//
// It holds no rule: what may be seen, done and saved is for the room to say. It imports its room, access,
// the types of guideline, and web/ui. Start at pages.go.
package standardweb
