package cli

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/alecthomas/kong"

	"kijun/cascade"
	"kijun/internal/clock"
	"kijun/internal/dependency"
	"kijun/internal/fault"
	"kijun/internal/guideline"
	"kijun/internal/lang"
	"kijun/internal/measure"
	"kijun/internal/standard"
)

// Env is the world outside a command.
type Env struct {
	In       io.Reader
	Out, Err io.Writer
	Now      func() time.Time
	Getenv   func(string) string
	Colour   bool // Out is a terminal that shows colour
	Terminal bool // Err is a terminal, so that progress may be shown
	Pages    Pages
	Servers  Servers
	Context  context.Context // ends when the process is told to stop
}

// Pages writes reports as one self-contained HTML file each. The room faces supply them.
type Pages struct {
	Check   func(io.Writer, *standard.Report, lang.Lang) error
	Measure func(io.Writer, *measure.Sheet, lang.Lang) error

	Scenario      func(io.Writer, *dependency.Report, lang.Lang) error
	RTO           func(io.Writer, *dependency.Model, cascade.Declared, cascade.Closed, lang.Lang) error
	SinglePoints  func(io.Writer, *dependency.Model, []cascade.SinglePoint, lang.Lang) error
	Sweep         func(io.Writer, *dependency.Sweep, lang.Lang) error
	Inoperability func(io.Writer, *dependency.Inoperability, lang.Lang) error
}

// errNo is the answer no: a command did its work, and something is open or differs.
var errNo = errors.New("no")

// commands is the command line of kijun.
type commands struct {
	Lang lang.Lang `enum:"ja,en" default:"${lang}"`

	Check     checkCmd     `cmd:""`
	Measure   measureCmd   `cmd:""`
	Guideline guidelineCmd `cmd:""`
	Standard  standardCmd  `cmd:""`
	Oscal     oscalCmd     `cmd:"" name:"oscal"`
	Cascade   cascadeCmd   `cmd:""`
	Demo      demoCmd      `cmd:""`
	Serve     serveCmd     `cmd:""`
	Trail     trailCmd     `cmd:""`
}

// run is what every command's Run method gets.
type run struct {
	Env
	lang      lang.Lang
	catalogue *guideline.Catalogue
}

// Main runs the command that args name and returns the exit code.
func Main(args []string, env Env) int {
	out := bufio.NewWriter(env.Out)
	env.Out = out
	code := command(args, env)
	if err := out.Flush(); err != nil {
		return fault.ExitInternal // nobody reads on
	}
	return code
}

func command(args []string, env Env) int {
	l := language(args, env.Getenv)
	var cmds commands
	exited := false
	parser, err := kong.New(&cmds,
		kong.Name("kijun"), kong.Vars{"lang": string(l)}, kong.Writers(env.Out, env.Err),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, WrapUpperBound: 100}), kong.Help(helpIn(l)),
		kong.Exit(func(int) { exited = true }))
	if err != nil {
		return fail(env, l, err)
	}
	describe(parser.Model, l)
	ctx, err := parser.Parse(withHelp(args))
	if exited { // help was asked for and printed
		return fault.ExitYes
	}
	if err != nil {
		return fail(env, l, usageFault(err))
	}
	r := &run{Env: env, lang: cmds.Lang, catalogue: guideline.Builtin()}
	return fail(env, cmds.Lang, ctx.Run(r))
}

// withHelp makes kijun without arguments say what it can do.
func withHelp(args []string) []string {
	if len(args) == 0 {
		return []string{"--help"}
	}
	return args
}

// fail tells the person what err says and returns the exit code.
func fail(env Env, l lang.Lang, err error) int {
	switch {
	case err == nil:
		return fault.ExitYes
	case errors.Is(err, errNo):
		return fault.ExitNo
	}
	f := fault.Of(err)
	if f.Text.IsZero() { // the problems say it all
		return f.Kind.Exit()
	}
	fmt.Fprintf(env.Err, "kijun: %s\n", f.Text.In(l))
	if f.Kind == fault.Internal {
		fmt.Fprintf(env.Err, "%s: %v\n", wordDetail.In(l), f.Cause)
	}
	return f.Kind.Exit()
}

// language is the one asked for with --lang, else that of the environment, else Japanese. It is read
// before the flags are, because their help is in that language.
func language(args []string, getenv func(string) string) lang.Lang {
	for i, a := range args {
		v, found := strings.CutPrefix(a, "--lang=")
		if a == "--lang" && i+1 < len(args) {
			v, found = args[i+1], true
		}
		if found && (v == string(lang.JA) || v == string(lang.EN)) {
			return lang.Lang(v)
		}
	}
	locale := cmp.Or(getenv("LC_ALL"), getenv("LC_MESSAGES"), getenv("LANG"))
	if strings.HasPrefix(locale, "en") {
		return lang.EN
	}
	return lang.JA
}

// say writes a text in the person's language.
func (r *run) say(t lang.Text) string { return t.In(r.lang) }

// day reads --on; none is today.
func (r *run) day(on string) (clock.Date, error) {
	if on == "" {
		return clock.Day(r.Now()), nil
	}
	d, ok := clock.ParseDate(on)
	if !ok {
		return "", fault.New(fault.Invalid, wordBadDay.With(on))
	}
	return d, nil
}

// sector checks the name of a sector.
func (r *run) sector(id string) error {
	if _, ok := r.catalogue.Sector(id); ok || id == "" {
		return nil
	}
	return fault.New(fault.Invalid, wordNoSector.With(id, r.meant(r.catalogue.NearestSector(id))))
}

// meant is the hint behind a message: "did you mean …?", or nothing.
func (r *run) meant(nearest string) lang.Text {
	if nearest == "" {
		return lang.Text{}
	}
	return wordMeant.With(nearest)
}
