package dependency

import (
	"errors"
	"io"
	"os"
	"path/filepath"

	"go.yaml.in/yaml/v4"

	"kijun/cascade"
	"kijun/internal/lang"
)

// Model is a scenario that was read and is sound.
type Model struct {
	*cascade.System

	// Uncertain are the places of all distributions, and of buffers that may fail on demand: without runs
	// they have no one value.
	Uncertain []Problem
}

// ReadFile reads a model file; "-" is standard input.
func ReadFile(path string, in io.Reader) (*Model, []Problem) {
	name := filepath.ToSlash(path)
	data, err := readAll(path, in)
	if err != nil {
		var ps problems
		ps.add(ruleUnreadable, Place{name, 1, 1}, "", lang.Same(reason(err)))
		return nil, ps
	}
	return Parse(name, data)
}

func readAll(path string, in io.Reader) ([]byte, error) {
	if path != "-" {
		f, err := os.Open(path)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		in = f
	}
	return io.ReadAll(io.LimitReader(in, maxBytes+1))
}

// reason is the part of a file error that the place does not say already.
func reason(err error) string {
	var path *os.PathError
	if errors.As(err, &path) {
		return path.Err.Error()
	}
	return err.Error()
}

// Parse reads a model from the bytes of a YAML or JSON file. It returns the model, or everything that is
// wrong with it in the order of the file.
func Parse(name string, data []byte) (*Model, []Problem) {
	r := modelReader{yamlReader: yamlReader{path: name}}
	root := r.load(data)
	if root == nil {
		return nil, r.sorted()
	}
	r.file(root)
	if r.bad["nodes"] { // nothing else could be told right from wrong
		return nil, r.sorted()
	}
	return r.compile(func(f *cascade.Fault) Place { return r.place(locate(root, f)) })
}

// compile lets the engine check what was read. Faults of elements that have a problem already are only its
// consequences, and are left out.
func (r *modelReader) compile(at func(*cascade.Fault) Place) (*Model, []Problem) {
	sys, err := cascade.New(r.model)
	var faults cascade.Faults
	if errors.As(err, &faults) {
		for _, f := range faults {
			if !r.known(f) {
				r.problems = append(r.problems, faultProblem(f, at(f)))
			}
		}
	}
	if len(r.problems) > 0 {
		return nil, r.sorted()
	}
	return &Model{sys, r.uncertain}, nil
}

// known says that the element of a fault, or what it is judged by, has a problem already.
func (r *modelReader) known(f *cascade.Fault) bool {
	whole := *f
	whole.Item = -1
	list := whole
	list.Field = "providers"
	return r.bad[f.Path()] || r.bad[whole.Path()] || f.Kind == cascade.BadK && r.bad[list.Path()] ||
		f.Kind == cascade.NothingHit && r.bad[elementOf(f)+".select"] || r.bad[elementOf(f)]
}

func elementOf(f *cascade.Fault) string {
	e := *f
	e.Field, e.Item = "", -1
	return e.Path()
}

// locate is the node of the file that a fault lies in, or the nearest around it.
func locate(root *yaml.Node, f *cascade.Fault) *yaml.Node {
	n := root
	down := func(next *yaml.Node) bool {
		if next != nil {
			n = next
		}
		return next != nil
	}
	if !down(child(n, string(f.Part))) || f.Part == cascade.InHorizon || !down(item(n, f.Index)) || f.Field == "" {
		return n
	}
	if f.Field == "level.theta" || f.Field == "level.tau" || f.Field == "level.users" {
		if down(child(n, "level")) {
			down(child(n, f.Field[len("level."):]))
		}
		return n
	}
	if down(child(n, f.Field)) && f.Item >= 0 {
		down(item(n, f.Item))
	}
	return n
}

func item(n *yaml.Node, i int) *yaml.Node {
	if n.Kind != yaml.SequenceNode || i < 0 || i >= len(n.Content) {
		return nil
	}
	return n.Content[i]
}
