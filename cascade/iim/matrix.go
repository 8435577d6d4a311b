package iim

import (
	"errors"
	"fmt"
	"math/cmplx"

	"gonum.org/v1/gonum/mat"
)

// Matrix is A*, checked: square, not negative, and stable.
type Matrix struct {
	a      *mat.Dense
	n      int
	radius float64
}

// ErrUnstable means that the spectral radius of A* is not below 1: losses would
// feed on themselves without end, and no answer is an inoperability.
var ErrUnstable = errors.New("the matrix A* is not stable")

// New checks the rows of A*. Row i says how much i loses when each column
// sector is fully lost.
func New(rows [][]float64) (*Matrix, error) {
	n := len(rows)
	if n == 0 {
		return nil, errors.New("the matrix A* is empty; allowed: at least one sector")
	}
	if err := square(rows, n); err != nil {
		return nil, fmt.Errorf("matrix A*: %w", err)
	}
	a := mat.NewDense(n, n, nil)
	for i, row := range rows {
		a.SetRow(i, row)
	}
	radius, err := spectralRadius(a)
	if err != nil {
		return nil, err
	}
	if radius >= 1 {
		return nil, fmt.Errorf("%w: its spectral radius is %.4f; allowed: below 1", ErrUnstable, radius)
	}
	return &Matrix{a, n, radius}, nil
}

func spectralRadius(a mat.Matrix) (float64, error) {
	var eigen mat.Eigen
	if !eigen.Factorize(a, mat.EigenNone) {
		return 0, errors.New("the eigenvalues of A* could not be found")
	}
	radius := 0.0
	for _, value := range eigen.Values(nil) {
		radius = max(radius, cmplx.Abs(value))
	}
	return radius, nil
}

// Radius is the spectral radius of A*.
func (m *Matrix) Radius() float64 { return m.radius }

// Solve is the static inoperability q = (I - A*)^-1 c*. It is not cut to 1.
func (m *Matrix) Solve(c []float64) ([]float64, error) {
	if err := m.vector("c*", c); err != nil {
		return nil, err
	}
	var q mat.VecDense
	if err := q.SolveVec(m.rest(), mat.NewVecDense(m.n, c)); err != nil {
		return nil, fmt.Errorf("solving for q: %w", err)
	}
	return q.RawVector().Data, nil
}

// Cap cuts every value to at most 1.
func Cap(q []float64) []float64 {
	capped := make([]float64, len(q))
	for i, v := range q {
		capped[i] = min(v, 1)
	}
	return capped
}

// Total is S = (I - A*)^-1: all losses, direct and by way of others.
func (m *Matrix) Total() ([][]float64, error) {
	var s mat.Dense
	if err := s.Inverse(m.rest()); err != nil {
		return nil, fmt.Errorf("inverting I - A*: %w", err)
	}
	return rowsOf(&s), nil
}

// Order is A* to the power n: what passes along n dependencies.
func (m *Matrix) Order(n int) [][]float64 {
	var power mat.Dense
	power.Pow(m.a, max(n, 0))
	return rowsOf(&power)
}

// rest is I - A*.
func (m *Matrix) rest() *mat.Dense {
	r := mat.NewDense(m.n, m.n, nil)
	for i := range m.n {
		for j := range m.n {
			r.Set(i, j, -m.a.At(i, j))
		}
		r.Set(i, i, 1-m.a.At(i, i))
	}
	return r
}

func (m *Matrix) vector(name string, v []float64) error {
	if len(v) != m.n {
		return fmt.Errorf("%s has %d values; allowed: %d", name, len(v), m.n)
	}
	for i, x := range v {
		if !(x >= 0 && x <= 1) {
			return fmt.Errorf("%s[%d] is %v; allowed: 0 to 1", name, i, x)
		}
	}
	return nil
}

func rowsOf(m *mat.Dense) [][]float64 {
	n, _ := m.Dims()
	rows := make([][]float64, n)
	for i := range rows {
		rows[i] = append([]float64(nil), m.RawRowView(i)...)
	}
	return rows
}

// Indices are the means of the rows and of the columns without the diagonal
// (Setola, De Porcellinis and Sforna 2009). On A* they tell how much a sector
// depends on the others and how much it influences them; on [Matrix.Total] the
// same with all detours.
func Indices(rows [][]float64) (dependency, influence []float64) {
	n := len(rows)
	dependency, influence = make([]float64, n), make([]float64, n)
	for i, row := range rows {
		for j, v := range row {
			if i != j {
				dependency[i] += v / float64(n-1)
				influence[j] += v / float64(n-1)
			}
		}
	}
	return dependency, influence
}
