// Package api is the HTTP API of kijun below /api/v1: it finds out who asks (a bearer token or the
// browser's session), mounts what the rooms' api faces bring, and describes it all as OpenAPI 3.1 at
// /api/openapi.json (and as 3.0 at /api/openapi-3.0.json). Errors are RFC 9457 problems in the language
// that the caller accepts. docs/api.md is for whoever uses it.
//
// It imports no room but access. openapi.json at the top of the project is what [API.Describe] writes; a
// test compares them. Start at api.go.
package api
