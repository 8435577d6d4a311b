// Package oscal reads and writes OSCAL documents, resolves profiles, and tells and compares what
// came out. OSCAL is NIST's format for bodies of security controls; the words used here are its own:
//
//   - a catalog holds controls, in groups; a control has params (blanks) and parts (text)
//   - a profile selects controls of catalogs or other profiles and tailors them
//   - resolving a profile makes the catalog that it stands for
//   - a mapping-collection relates the controls of two bodies of controls
//
// # Reading and writing
//
// [Read] and [Decode] take OSCAL 1.0.0 to 1.2.x in JSON and YAML, catalogs and profiles also in XML.
// [Encode] writes JSON and YAML and leaves the oscal-version as it is; [Convert] sets it to
// [Version], and the strict writer of the package validate checks the result.
//
// Catalog, profile, mapping-collection, back matter and most of metadata are typed in full. Of the
// other models (component-definition, system-security-plan, assessment-plan, assessment-results,
// plan-of-action-and-milestones) the parts that say which control is answered, checked or open are
// typed. Everything else is kept as it was in the Extra of the object that holds it, and written
// back: members without a type, members of newer versions, and members that are there but empty.
// Only their order may change: typed members first, in the order of the models.
//
// # Resolving
//
// [Resolve] works on a [Library], which finds documents in one fs.FS and remembers them; nothing is
// fetched over a network. The steps are those of the specification: import (import.go, selector.go),
// merge (merge.go), modify (modify.go, alter.go, remove.go, add.go), finish (finish.go). Where the
// specification leaves a choice, docs/oscal.md says what we chose and why; three choices are
// [Options]. [Resolution.Trace] says which document did what to a control, part or param, and
// [Diff] compares two catalogs, following controls to new ids.
//
// # Invariants
//
// No input makes this package panic, or use memory out of proportion to its size. Sources are never
// changed. The same input gives the same output to the byte, unless [Options] holds a time. Errors
// are of type *[Error]: a [Kind] with arguments, and the place.
//
// Start reading at resolve.go; for the formats at read.go and bind.go.
package oscal
