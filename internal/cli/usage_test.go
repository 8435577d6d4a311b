package cli

import (
	"errors"
	"strings"
	"testing"

	"github.com/alecthomas/kong"

	"kijun/internal/fault"
)

// TestHelpIsCompleteInBothLanguages walks the command line: each command and flag has help, each
// command an example, and no help text is left over.
func TestHelpIsCompleteInBothLanguages(t *testing.T) {
	var cmds commands
	parser, err := kong.New(&cmds, kong.Name("kijun"), kong.Vars{"lang": "ja"})
	if err != nil {
		t.Fatal(err)
	}
	commandsSeen, flagsSeen := map[string]bool{}, map[string]bool{}
	_ = kong.Visit(parser.Model, func(v kong.Visitable, next kong.Next) error {
		switch n := v.(type) {
		case *kong.Application:
			commandsSeen[""] = true
		case *kong.Node:
			commandsSeen[strings.TrimSpace(strings.TrimPrefix(n.FullPath(), "kijun"))] = true
		case *kong.Flag:
			flagsSeen[n.Name] = true
		case *kong.Value:
			flagsSeen[n.Name] = true
		}
		return next(nil)
	})
	for path := range commandsSeen {
		u := usages[path]
		if u.does.JA == "" || u.does.EN == "" || !strings.HasPrefix(u.example, "kijun "+path) {
			t.Errorf("command %q: %+v", path, u)
		}
	}
	for name := range flagsSeen {
		if h := flagHelp[name]; h.JA == "" || h.EN == "" {
			t.Errorf("flag or argument %q has no help", name)
		}
	}
	for path := range usages {
		if !commandsSeen[path] {
			t.Errorf("there is help for %q, but no such command", path)
		}
	}
	for name := range flagHelp {
		if !flagsSeen[name] {
			t.Errorf("there is help for %q, but no such flag", name)
		}
	}
}

func TestColumnsOfWideCharacters(t *testing.T) {
	for text, want := range map[string]int{"abc": 3, "水道": 4, "ｱ": 1, "Ⅱ.6": 3, "①": 1, "（a）": 5} {
		if got := columns(text); got != want {
			t.Errorf("%q takes %d columns, want %d", text, got, want)
		}
	}
}

func TestMisusesAreTranslated(t *testing.T) {
	for en, ja := range map[string]string{
		"unknown flag --x":                            "オプション --x はありません",
		"missing flags: --sector=STRING":              "必要なオプションがありません: --sector=STRING",
		`expected "<path> ..."`:                       "次の指定が必要です: <path> ...",
		`--format must be one of "a","b" but got "c"`: "--format に c は使えません。使える値: a,b",
	} {
		f := fault.Of(usageFault(errors.New(en)))
		if !strings.HasPrefix(f.Text.JA, ja) || !strings.HasPrefix(f.Text.EN, en) || f.Kind != fault.Invalid {
			t.Errorf("%q became %+v", en, f.Text)
		}
	}
}
