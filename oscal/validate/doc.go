// Package validate checks OSCAL documents against NIST's JSON schema of OSCAL 1.2.2.
//
// [Bytes] is for files: it says the line of each problem. [Document] is for documents in memory,
// and [Encode] is the strict writer: it converts to 1.2.2 and refuses what the schema refuses.
// An older document is held to 1.2.2 too; from 1.0.0 on the models only grew, so what fails is
// either wrong in its own version or was taken out since.
//
// The schema is the one embedded in github.com/defenseunicorns/go-oscal. Its own validator is not
// used, because it reads JSON with a YAML parser and refuses NIST's minified files. The schema
// knows shapes, not OSCAL's further constraints: an id that is used twice, or a reference to
// nothing, passes.
//
// Start reading at validate.go.
package validate
