// Package measureapi is the API of room measure: what an operator should do and how far, what changed since
// one looked, and that one has looked. A sheet has the shape of `kijun measure --format json`
// (docs/formats.md).
package measureapi
