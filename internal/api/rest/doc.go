// Package rest is what the api faces of rooms share: who asks ([Asking]), how an operation is mounted
// ([Get], [Post], [Put]), and how a fault becomes a problem. Input is never echoed in an error.
package rest
