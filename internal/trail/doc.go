// Package trail is the log of every act: who did what to which object, when, and whether it was refused.
// Its entries are the leaves of an RFC 6962 Merkle tree, so that an outsider who kept one root finds any
// entry that was changed, swapped, removed or slipped in since.
//
// The act's own transaction inserts its leaf into trail_pending as its last statement ([Append]). A
// [Sealer], on any replica, moves pending leaves in order into trail_entry and trail_hash and moves the
// head on ([Seal]); the head's row is the lock. [Verify] recomputes everything from the leaves and
// reports what is still unsealed.
//
// It takes ids and knows no actor. Leaves are versioned bytes of at most 65,535, stored as they are and
// never written again. A value that may have to be erased goes in as a salted hash ([Entry.Hide]): the
// salt and the value are in trail_secret, and without them the leaf tells nothing and still verifies.
//
// Tables: trail_pending, trail_entry, trail_hash, trail_head, trail_secret. It imports db and the kernel.
// Start at entry.go, then seal.go.
package trail
