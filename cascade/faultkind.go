package cascade

import (
	"maps"
	"slices"
)

// FaultKind names what a fault breaks, so that it can be said in other
// languages, too.
type FaultKind string

// The kinds of fault.
const (
	BadHorizon        FaultKind = "bad-horizon"
	MissingID         FaultKind = "missing-id"
	DuplicateID       FaultKind = "duplicate-id"
	TooManyUsers      FaultKind = "too-many-users"
	Negative          FaultKind = "negative"
	TooLong           FaultKind = "too-long"
	NotAShare         FaultKind = "not-a-share"
	BadRefill         FaultKind = "bad-refill"
	BadStrength       FaultKind = "bad-strength"
	BadK              FaultKind = "bad-k"
	UnknownNode       FaultKind = "unknown-node"
	UnknownGroup      FaultKind = "unknown-group"
	DuplicateProvider FaultKind = "duplicate-provider"
	NothingHit        FaultKind = "nothing-hit"
	HitTwice          FaultKind = "hit-twice"
	NothingSelected   FaultKind = "nothing-selected"
	MustBeCertain     FaultKind = "must-be-certain"
	ZeroMean          FaultKind = "zero-mean"
	ZeroMedian        FaultKind = "zero-median"
	MinAboveMax       FaultKind = "min-above-max"
	NotInOrder        FaultKind = "not-in-order"
	BadSigma          FaultKind = "bad-sigma"
)

// faultTexts say what is wrong and what is allowed.
var faultTexts = map[FaultKind]string{
	BadHorizon:        "%d minutes; allowed: 1 to %d",
	MissingID:         "is missing; every node needs one",
	DuplicateID:       "%q is already nodes[%d]; ids must be unique",
	TooManyUsers:      "users x horizon is too large to count; allowed: %d users in all",
	Negative:          "%d is negative; allowed: 0 or more",
	TooLong:           "%d minutes is too long; allowed: at most %d, and inf only where it is certain",
	NotAShare:         "%v; allowed: 0 to 1",
	BadRefill:         "%d thousandths; allowed: 0 to %d, or inf",
	BadStrength:       "%v; allowed: above 0, at most 1",
	BadK:              "%d of %d providers; allowed: 0 to %d",
	UnknownNode:       "%q is no node of this model",
	UnknownGroup:      "is no group of this model",
	DuplicateProvider: "%q is listed twice; allowed: once",
	NothingHit:        "is missing; a hazard names a node or selects by sector, region or kind",
	HitTwice:          "stands beside node; allowed: one of the two",
	NothingSelected:   "sector %q, region %q, kind %q selects no node",
	MustBeCertain:     "is a distribution; a declared value must be certain",
	ZeroMean:          "the mean is 0; allowed: more than 0",
	ZeroMedian:        "the median is 0; allowed: more than 0",
	MinAboveMax:       "min %d is above max %d",
	NotInOrder:        "min %d, mode %d, max %d are not in order",
	BadSigma:          "sigma is %v; allowed: 0 to 10",
}

// FaultKinds are all kinds, in order of their names.
func FaultKinds() []FaultKind { return slices.Sorted(maps.Keys(faultTexts)) }
