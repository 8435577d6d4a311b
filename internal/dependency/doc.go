// Package dependency is the room of interdependency and common-threat analysis. So far it holds what
// works without a database: the model file of a scenario, read with the place of every problem, written
// back, and made from CSV lists; and the report that puts the answers of the engine together.
//
// Words: model, node, group (one needed input), buffer, hazard, outage; those of the engine, package
// cascade. A problem is one thing wrong in a file; its rule has a stable id. A recipe says how the lists
// of a CSV file become nodes and groups.
//
// Bytes go one way: [Parse] turns a model file into a checked [Model] or problems, [Encode] writes a model
// as a file, [Convert] makes one from a recipe. [Assess] computes all that a report shows.
//
// Tables: none yet. It imports cascade and the kernel.
//
// Invariants: all problems of a file come in one run, each with line, column and what is allowed, in both
// languages; what is wrong with a model is judged by the engine alone ([cascade.New]), and said here in
// words; a model that was written reads back as it was; a model without problems always compiles.
//
// Start at model.go, then rules.go; the format is described in docs/formats.md.
package dependency
