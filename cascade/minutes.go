package cascade

import "math"

// Minutes is a length of time or, counted from the start of the scenario, a
// point in time.
type Minutes int64

const (
	// Inf is a duration without end, or a time that never comes.
	Inf Minutes = math.MaxInt64

	// MaxHorizon is the longest horizon that a model may have, about 2,000
	// years. It lets the engines keep every time in 32 bits.
	MaxHorizon Minutes = 1 << 30

	// MaxDuration is the longest finite duration, about two million years.
	MaxDuration Minutes = 1 << 40
)

// within shortens m to the horizon. A span of the whole horizon never ends
// within it, so the horizon stands for Inf in the engines.
func within(m, horizon Minutes) int32 {
	return int32(min(m, horizon))
}
