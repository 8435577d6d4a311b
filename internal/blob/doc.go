// Package blob keeps bytes under their SHA-256: evidence, frozen copies, files that people bring.
//
// [Store.Put] streams, keeps what it is given whole or not at all, and never writes over what is there;
// the same bytes are kept once. [Store.Open] streams them back and fails at the end when a bit is not
// what it was. A hash is the only name, and [Hash] is checked, so no path can be smuggled in. Names,
// types and owners of files are their room's business.
//
// Two places: [InFolder], files beside the SQLite database, and [InDatabase], chunks of 1 MiB for
// PostgreSQL, where several machines serve and a local file would die with one of them.
//
// Tables: blob_object, blob_chunk. It imports db and the kernel. Start at store.go.
package blob
