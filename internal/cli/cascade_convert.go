package cli

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"kijun/internal/dependency"
	"kijun/internal/fault"
)

type cascadeConvertCmd struct {
	Recipe  string   `arg:"" optional:""`
	Nodes   []string `sep:"none"`
	Edges   []string `sep:"none"`
	Horizon string
	Format  dependency.Format `enum:"yaml,json" default:"yaml"`
}

// Run makes a model file from CSV lists of nodes and edges.
func (c *cascadeConvertCmd) Run(r *run) error {
	name, recipe, err := c.recipe()
	if err != nil {
		return err
	}
	m, ps := dependency.Convert(name, recipe, openFile)
	if m == nil {
		if err := r.writeModelProblems(r.Err, ps); err != nil {
			return err
		}
		return errProblems
	}
	out, err := dependency.Encode(m.Model(), c.Format)
	if err != nil {
		return err
	}
	_, err = r.Out.Write(out)
	return err
}

func openFile(name string) ([]byte, error) { return os.ReadFile(filepath.FromSlash(name)) }

// recipe is the recipe file, or the one that the flags stand for.
func (c *cascadeConvertCmd) recipe() (name string, text []byte, err error) {
	if (c.Recipe != "") == (len(c.Nodes) > 0) || c.Recipe != "" && (len(c.Edges) > 0 || c.Horizon != "") {
		return "", nil, fault.New(fault.Invalid, wordRecipeOrLists)
	}
	if c.Recipe != "" {
		text, err = openFile(c.Recipe)
		if err != nil {
			return "", nil, fault.New(fault.Invalid, wordCannotRead.With(c.Recipe)).Because(err)
		}
		return filepath.ToSlash(c.Recipe), text, nil
	}
	files := func(paths []string) []map[string]string {
		lists := []map[string]string{}
		for _, p := range paths {
			lists = append(lists, map[string]string{"file": filepath.ToSlash(p)})
		}
		return lists
	}
	text, err = json.Marshal(map[string]any{"horizon": c.Horizon, "nodes": files(c.Nodes), "edges": files(c.Edges)})
	if err != nil {
		return "", nil, fmt.Errorf("write recipe: %w", err)
	}
	return "kijun cascade convert", text, nil
}
