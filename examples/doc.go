// Package examples embeds the sample bodies of safety standards, for the demo and for tests. Their
// text is kijun's own and fictional; the operators and associations in it do not exist.
package examples

import "embed"

// Water is a body of four documents of the water sector, one a tier, and its allocation.
//
//go:embed water
var Water embed.FS

// Nation holds the bodies of all sectors that the demo nation has, a folder a sector.
//
//go:embed aviation electricity finance gas government logistics medical railway telecom water
var Nation embed.FS
