package cascade

import "math"

// Duration is a length of time that may be uncertain. The zero Duration means
// "not given": each field of the model says what it then stands for.
type Duration struct {
	shape   shape
	a, b, c Minutes
	sigma   float64
}

type shape uint8

const (
	notGiven shape = iota
	constant
	exponential
	uniform
	triangular
	lognormal
)

// Fixed is a certain duration; it may be [Inf].
func Fixed(m Minutes) Duration { return Duration{shape: constant, a: m} }

// Exponential has the given mean.
func Exponential(mean Minutes) Duration { return Duration{shape: exponential, a: mean} }

// Uniform lies between low and high, each value equally likely.
func Uniform(low, high Minutes) Duration { return Duration{shape: uniform, a: low, b: high} }

// Triangular lies between low and high and is most likely near mode.
func Triangular(low, mode, high Minutes) Duration {
	return Duration{shape: triangular, a: low, b: mode, c: high}
}

// Lognormal has the given median; sigma is the standard deviation of its
// logarithm.
func Lognormal(median Minutes, sigma float64) Duration {
	return Duration{shape: lognormal, a: median, sigma: sigma}
}

// Given says whether the duration was set at all.
func (d Duration) Given() bool { return d.shape != notGiven }

// Certain says whether the duration is one value; one that is not given is.
func (d Duration) Certain() bool { return d.shape <= constant }

// Median is the value that half of all draws do not exceed.
func (d Duration) Median() Minutes {
	if d.Certain() {
		return d.a
	}
	return toMinutes(math.Round(d.at(0.5)))
}

// or is d, or other when d is not given.
func (d Duration) or(other Duration) Duration {
	if d.Given() {
		return d
	}
	return other
}

// at is the value, in minutes, below which a share u of all draws lies
// (0 < u < 1). It never falls when u grows; common random numbers rest on that.
// The conversions to float64 forbid fused operations, which differ by machine.
func (d Duration) at(u float64) float64 {
	a := float64(d.a)
	switch d.shape {
	case exponential:
		return -a * math.Log1p(-u)
	case uniform:
		return a + float64(float64(d.b-d.a)*u)
	case triangular:
		return d.atTriangular(u)
	case lognormal:
		return a * math.Exp(d.sigma*math.Sqrt2*math.Erfinv(float64(2*u)-1))
	}
	return a
}

func (d Duration) atTriangular(u float64) float64 {
	low, mode, high := float64(d.a), float64(d.b), float64(d.c)
	if low == high {
		return low
	}
	if turn := (mode - low) / (high - low); u < turn {
		return low + math.Sqrt(float64(u*(high-low))*(mode-low))
	}
	return high - math.Sqrt(float64((1-u)*(high-low))*(high-mode))
}

// below is the share of draws that lie below m minutes.
func (d Duration) below(m float64) float64 {
	low, high := 0.0, 1.0
	for range 60 {
		mid := (low + high) / 2
		if d.at(mid) < m {
			low = mid
		} else {
			high = mid
		}
	}
	return high
}

// roundUp and roundDown bring a draw to whole minutes. Repairs and restarts go
// up, buffers and hazard times down: always to the worse side.
func roundUp(x float64) Minutes   { return toMinutes(math.Ceil(x)) }
func roundDown(x float64) Minutes { return toMinutes(math.Floor(x)) }

func toMinutes(x float64) Minutes {
	if x >= float64(MaxDuration) {
		return Inf
	}
	return Minutes(x)
}

// fault says what is wrong with the duration, or nothing.
func (d Duration) fault() (FaultKind, []any) {
	for _, m := range []Minutes{d.a, d.b, d.c} {
		if m < 0 {
			return Negative, []any{m}
		}
		if m > MaxDuration && (m != Inf || d.shape > constant) {
			return TooLong, []any{m, MaxDuration}
		}
	}
	switch {
	case d.shape == exponential && d.a == 0:
		return ZeroMean, nil
	case d.shape == uniform && d.a > d.b:
		return MinAboveMax, []any{d.a, d.b}
	case d.shape == triangular && (d.a > d.b || d.b > d.c):
		return NotInOrder, []any{d.a, d.b, d.c}
	case d.shape == lognormal && d.a == 0:
		return ZeroMedian, nil
	case d.shape == lognormal && !(d.sigma >= 0 && d.sigma <= 10):
		return BadSigma, []any{d.sigma}
	}
	return "", nil
}

// Parameter is one length of time that a distribution is made from.
type Parameter struct {
	Name  string
	Value Minutes
}

// Distribution tells how an uncertain duration was made: its name, its lengths
// of time and, for a lognormal one, sigma, in the words of the model file. The
// name of a certain duration is empty.
func (d Duration) Distribution() (name string, parameters []Parameter, sigma float64) {
	switch d.shape {
	case exponential:
		return "exponential", []Parameter{{"mean", d.a}}, 0
	case uniform:
		return "uniform", []Parameter{{"min", d.a}, {"max", d.b}}, 0
	case triangular:
		return "triangular", []Parameter{{"min", d.a}, {"mode", d.b}, {"max", d.c}}, 0
	case lognormal:
		return "lognormal", []Parameter{{"median", d.a}}, d.sigma
	}
	return "", nil, 0
}
