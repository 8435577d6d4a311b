// Package app puts kijun together: it is the only package that knows everyone, and it hands each face
// what it needs. One file a room; main.go is the way in.
package app
