// Package accessweb is the pages of room access: sign-in with a password, in the demo one click a person,
// acting for another of one's organisations, the set-up of an empty installation, and the people of one's
// organisation. It holds no rule. Start at signin.go.
package accessweb
