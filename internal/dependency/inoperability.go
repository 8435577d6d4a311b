package dependency

import (
	"errors"

	"kijun/cascade/iim"
	"kijun/internal/fault"
	"kijun/internal/lang"
)

// Loss is a question to an input-output table. The lists have a value for each sector.
type Loss struct {
	Supply  bool      // A* of the supply side; otherwise of the demand side
	Outside []float64 // what each sector loses from outside, from 0 to 1

	Steps int       // how many steps the dynamic model is followed; 0: not at all
	Speed []float64 // how fast each sector follows
	Start []float64 // inoperability at the beginning
	Until int       // the loss from outside lasts until this step; 0: throughout
}

// Inoperability is what comes of a loss.
type Inoperability struct {
	*Table
	Loss
	Radius float64 // the spectral radius of A*
	Q      []float64
	Capped []float64

	Dependency, Influence               []float64
	OverallDependency, OverallInfluence []float64

	Path     [][]float64 // q after each step, the start first
	Integral []float64   // the area under each path
}

// Matrix is A* of a side.
func (t *Table) Matrix(supply bool) [][]float64 {
	switch {
	case t.Direct:
		return t.Flow
	case supply:
		return t.Supply()
	}
	return t.Demand()
}

var (
	wordNotStable = lang.Text{JA: "行列 A* が安定でないため計算できません（スペクトル半径は 1 未満でなければなりません）", EN: "%v"}
	wordBigSteps  = lang.Text{JA: "この速さでは一歩が長すぎ、値が振れて大きくなります。速さを小さくし、歩数を増やしてください", EN: "%v"}
)

// Inoperability computes where a loss leads.
func (t *Table) Inoperability(l Loss) (*Inoperability, error) {
	rows := t.Matrix(l.Supply)
	m, err := iim.New(rows)
	if errors.Is(err, iim.ErrUnstable) {
		return nil, unsuitable(wordNotStable, err)
	}
	if err != nil {
		return nil, err
	}
	out := &Inoperability{Table: t, Loss: l, Radius: m.Radius()}
	if out.Q, err = m.Solve(l.Outside); err != nil {
		return nil, err
	}
	total, err := m.Total()
	if err != nil {
		return nil, err
	}
	out.Capped = iim.Cap(out.Q)
	out.Dependency, out.Influence = iim.Indices(rows)
	out.OverallDependency, out.OverallInfluence = iim.Indices(total)
	if l.Steps == 0 {
		return out, nil
	}
	return out, out.follow(m)
}

// unsuitable says in both languages what the engine found.
func unsuitable(t lang.Text, err error) error {
	return fault.New(fault.Invalid, lang.Text{JA: t.JA, EN: lang.Text{EN: t.EN}.With(err).EN})
}

func (o *Inoperability) follow(m *iim.Matrix) error {
	d, err := m.Dynamic(o.Speed)
	if err != nil {
		return err
	}
	none := make([]float64, len(o.Sectors))
	o.Path, err = d.Steps(o.Start, o.Steps, func(k int) []float64 {
		if o.Until > 0 && k > o.Until {
			return none
		}
		return o.Outside
	})
	if err != nil {
		return unsuitable(wordBigSteps, err)
	}
	o.Integral = iim.Integral(o.Path)
	return nil
}
