// Package accessapi is the API of room access: sessions, the organisations that there are, and who one is.
package accessapi
