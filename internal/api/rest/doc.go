// Package rest is what the api faces of rooms share: who asks ([Asking]), how an operation is mounted
// ([Get], [Post], [Put], [Delete], [Download]; on [Open] for everybody, on [Large] for large bodies), lists
// that read on ([List], [From]), words of a room as a schema ([Words]), and how a fault becomes a
// [Problem]. Input is never echoed in an error that the machinery finds, and no list is null.
package rest
