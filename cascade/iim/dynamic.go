package iim

import (
	"fmt"
	"math"

	"gonum.org/v1/gonum/mat"
)

// Dynamic is a matrix with the speed at which each sector follows:
// q' = K (A* q + c* - q).
type Dynamic struct {
	*Matrix
	k []float64
}

// Dynamic gives each sector its resilience coefficient k, per unit of time.
func (m *Matrix) Dynamic(k []float64) (*Dynamic, error) {
	if len(k) != m.n {
		return nil, fmt.Errorf("k has %d values; allowed: %d", len(k), m.n)
	}
	for i, v := range k {
		if !(v > 0) || math.IsInf(v, 0) {
			return nil, fmt.Errorf("k[%d] is %v; allowed: more than 0", i, v)
		}
	}
	return &Dynamic{m, k}, nil
}

// Resilience is the coefficient k of a sector that, left alone, comes back to
// the share lambda of its first loss in the time tau; aii is its entry on the
// diagonal of A*.
func Resilience(lambda, tau, aii float64) float64 {
	return -math.Log(lambda) / (tau * (1 - aii))
}

// Steps follows the discrete model with a step of one unit of time from q0. c
// gives the loss from outside that holds in step k = 1, 2, ...; q is cut to 0..1
// after each step. The first row is q0. The explicit step must be stable; it is
// refused otherwise.
func (d *Dynamic) Steps(q0 []float64, steps int, c func(k int) []float64) ([][]float64, error) {
	if err := d.vector("q(0)", q0); err != nil {
		return nil, err
	}
	if err := d.checkStep(); err != nil {
		return nil, err
	}
	path := [][]float64{append([]float64(nil), q0...)}
	for step := 1; step <= steps; step++ {
		outside := c(step)
		if err := d.vector("c*", outside); err != nil {
			return nil, fmt.Errorf("step %d: %w", step, err)
		}
		path = append(path, d.step(path[step-1], outside))
	}
	return path, nil
}

func (d *Dynamic) step(q, outside []float64) []float64 {
	var spread mat.VecDense
	spread.MulVec(d.a, mat.NewVecDense(d.n, q))
	next := make([]float64, d.n)
	for i := range next {
		moved := q[i] + d.k[i]*(spread.AtVec(i)+outside[i]-q[i])
		next[i] = min(max(moved, 0), 1)
	}
	return next
}

// checkStep refuses a step so long that the discrete model would swing up.
func (d *Dynamic) checkStep() error {
	step := mat.NewDense(d.n, d.n, nil)
	step.Scale(-1, d.rate())
	for i := range d.n {
		step.Set(i, i, 1+step.At(i, i))
	}
	radius, err := spectralRadius(step)
	if err != nil {
		return err
	}
	if radius >= 1 {
		return fmt.Errorf("a step of 1 is too long for these k: the steps grow by %.4f; use smaller k and more steps", radius)
	}
	return nil
}

// At is q at time t of the continuous model from q0 under a constant loss from
// outside: q(t) = q(inf) + exp(-K (I - A*) t) (q0 - q(inf)).
func (d *Dynamic) At(t float64, q0, outside []float64) ([]float64, error) {
	if err := d.vector("q(0)", q0); err != nil {
		return nil, err
	}
	end, err := d.Solve(outside)
	if err != nil {
		return nil, err
	}
	var decay, left mat.Dense
	left.Scale(-t, d.rate())
	decay.Exp(&left)
	away := mat.NewVecDense(d.n, nil)
	away.SubVec(mat.NewVecDense(d.n, q0), mat.NewVecDense(d.n, end))
	var q mat.VecDense
	q.MulVec(&decay, away)
	q.AddVec(&q, mat.NewVecDense(d.n, end))
	return q.RawVector().Data, nil
}

// RecoveryLoss is the integral of q over all time when nothing more is lost
// from outside: (K (I - A*))^-1 q0. Times output per unit of time it is money.
func (d *Dynamic) RecoveryLoss(q0 []float64) ([]float64, error) {
	if err := d.vector("q(0)", q0); err != nil {
		return nil, err
	}
	var loss mat.VecDense
	if err := loss.SolveVec(d.rate(), mat.NewVecDense(d.n, q0)); err != nil {
		return nil, fmt.Errorf("solving for the loss: %w", err)
	}
	return loss.RawVector().Data, nil
}

// rate is K (I - A*).
func (d *Dynamic) rate() *mat.Dense {
	r := d.rest()
	for i, k := range d.k {
		for j := range d.n {
			r.Set(i, j, k*r.At(i, j))
		}
	}
	return r
}

// Integral is the area under each sector's path by the trapezoid rule.
func Integral(path [][]float64) []float64 {
	if len(path) == 0 {
		return nil
	}
	area := make([]float64, len(path[0]))
	for k := 1; k < len(path); k++ {
		for i := range area {
			area[i] += (path[k-1][i] + path[k][i]) / 2
		}
	}
	return area
}
