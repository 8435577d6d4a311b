// Package iim is the inoperability input-output model: how the loss of one
// sector spreads through what sectors buy from each other.
//
// Inoperability q is the share of a sector's service that is lost, from 0 to 1.
// With A* saying how much a sector loses when another is fully lost, and c* the
// loss from outside, the static answer is q = A* q + c* (Haimes and Jiang 2001).
// The dynamic model lets q move towards that answer at each sector's own speed
// (Lian and Haimes 2006).
//
// The model is additive and knows no buffers and no redundancy, and trade is not
// dependence: use it for sectors, and package cascade for services. Values above
// 1 can come out of the sum; [Cap] cuts them, and results should say so.
//
// [Table] makes A* from an input-output table, [New] checks it. Start reading
// there.
package iim
